#!/usr/bin/env python3
"""Holds the times of claims against labels.

    assay quantities --batch < GOLD.jsonl > OUT.jsonl
    bench/claim_times.py GOLD.jsonl OUT.jsonl

GOLD.jsonl has passages with labelled claims (`id`, `text`, `claims` with `property`, `surface` and `time`). Of each claim of
OUT.jsonl that has the property and the figure of a labelled one: whether its time is the labelled one (a year that only
the label has is none of the text's, and not asked for), another one, missed, told though no label has one, or rightly
none. With --all each that is not right is printed.
"""
import argparse, collections, json


def read(path):
    with open(path, encoding="utf-8") as source:
        return [json.loads(line) for line in source if line.strip()]


def labels(gold, claim):
    """The times of the labelled claims that a claim may be; without `None` if one of them has a time."""
    times = {
        one.get("time")
        for one in gold
        if one["property"] == claim["property"]
        and (one["surface"] in claim["surface"] or claim["surface"] in one["surface"])
    }
    return times - {None} if len(times) > 1 else times


def verdict(told, times):
    if told is None:
        return "rightly none" if times == {None} else "missed"
    if times == {None}:
        return "not in gold"
    return "right" if any(time.endswith(told.lstrip("-")) for time in times) else "wrong"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold")
    arguments.add_argument("out")
    arguments.add_argument("--all", action="store_true")
    options = arguments.parse_args()
    gold = {passage["id"]: passage["claims"] for passage in read(options.gold)}
    counts = collections.Counter()
    for passage in read(options.out):
        for claim in passage.get("claims", []):
            times = labels(gold.get(passage["id"], []), claim)
            if times:
                found = verdict(claim.get("time"), times)
                counts[found] += 1
                if options.all and found in ("wrong", "missed", "not in gold"):
                    print(passage["id"], claim["surface"], found, claim.get("time"), sorted(map(str, times)))
    print(", ".join(f"{name} {counts[name]}" for name in ("right", "wrong", "missed", "not in gold", "rightly none")))


if __name__ == "__main__":
    main()
