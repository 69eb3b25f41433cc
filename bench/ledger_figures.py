#!/usr/bin/env python3
"""Holds the ledger against figures that a person set side by side.

    bench/ledger_figures.py SET LEDGER.csv [--all]

SET is a folder with `entries.json` and `statements.jsonl` (statements of figures with their quotes; groups of
statements with what differs and what only looks different). LEDGER.csv is what `assay ledger --csv --verdict differ
--verdict agree --verdict not_comparable --verdict none` printed of a store with the same articles.

A statement is found where a line of the ledger has its quote and its surface. A difference is *shown* if a claim of
one side and one of the other stand in one entry with the verdict "differ", are both compared, and what their words
allow does not overlap; it is *together* if both stand in one entry and that is not so, *apart* if they stand in
different entries, *unread* if a side has no claim. What only looks different must not be shown.
"""
import argparse, collections, csv, json, pathlib


def norm(text):
    return "".join(c.lower() for c in text if c.isalnum())


def lines_of(path):
    with open(path, encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def found(statement, lines):
    """The lines that hold the statement: one text within the other, and the surfaces too."""
    quote, surface = norm(statement["quote"]), norm(statement["surface"])
    hits = []
    for line in lines:
        if line["n_quote"] in quote or quote in line["n_quote"]:
            if line["n_written"] in surface or surface in line["n_written"]:
                hits.append(line)
    return hits


def number(text):
    return float(text) if text else None


def disjoint(one, other):
    if one["allows_unit"] != other["allows_unit"]:
        return False
    if not one["allows_unit"]:
        return one["low"] != other["low"]
    lows = [number(x["allows_low"]) for x in (one, other)]
    highs = [number(x["allows_high"]) for x in (one, other)]
    below = lambda high, low: high is not None and low is not None and high < low
    touching = lambda high, low: high is not None and low is not None and high == low
    open_ends = [x["modifier"] in ("nearly", "more_than", "less_than") for x in (one, other)]
    return (below(highs[0], lows[1]) or below(highs[1], lows[0])
            or any(open_ends) and (touching(highs[0], lows[1]) or touching(highs[1], lows[0])))


def state(sides):
    """How the ledger has two sides of statements."""
    if any(not side for side in sides):
        return "unread"
    best = "apart"
    for one in sides[0]:
        for other in sides[1]:
            if one["entry"] == other["entry"] and one is not other:
                both = one["standing"] == other["standing"] == "compared"
                if one["verdict"] == "differ" and both and disjoint(one, other):
                    return "shown"
                best = "together"
    return best


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("set")
    options.add_argument("ledger")
    options.add_argument("--all", action="store_true", help="print every difference with its state")
    given = options.parse_args()
    folder = pathlib.Path(given.set)
    statements = {}
    for line in open(folder / "statements.jsonl", encoding="utf-8"):
        statement = json.loads(line)
        statements[statement["id"]] = statement
    lines = lines_of(given.ledger)
    for line in lines:
        line["n_quote"], line["n_written"] = norm(line["quote"]), norm(line["written"])
    at = {key: found(statement, lines) for key, statement in statements.items()}
    print("statements %d, in the ledger %d" % (len(at), sum(bool(hits) for hits in at.values())))
    for name in ("differ", "only_look_different"):
        counts = collections.Counter()
        for entry in json.load(open(folder / "entries.json", encoding="utf-8")):
            for group in entry["groups"]:
                for case in group.get(name, []):
                    kind = case.get("kind", "-")
                    sides = [[hit for key in side["statements"] for hit in at.get(key, [])] for side in case["sides"]]
                    result = state(sides[:2]) if len(sides) > 1 else "unread"
                    counts[kind, result] += 1
                    if given.all or name == "only_look_different" and result == "shown":
                        values = " / ".join(",".join(side.get("values", [])) for side in case["sides"])
                        print("  %-20s %-9s %-8s figure %s, %s: %s" % (name, kind, result, entry["figure"], group["scope"], values))
        for kind in sorted({kind for kind, _ in counts}):
            parts = ["%s %d" % (result, counts[kind, result]) for result in ("shown", "together", "apart", "unread")]
            print("%-20s %-9s %s" % (name, kind, ", ".join(parts)))


main()
