#!/usr/bin/env python3
"""Reports of real newsrooms on one happening, with the figures that several of them state, for FigureTraining.

    bench/figure_texts.py EVAL < bench/event-figures-news.jsonl > news.jsonl

The texts are their publishers': only where a figure stands is kept. EVAL is the folder of the evaluation sets
(events-ecbplus, events-semeval). Each line is a happening; a cell of a row says in which paragraph of a text a figure
stands (from 1), and where in it (from, inclusive; to, exclusive). The paragraphs are the lines of a text, put right
where the set has torn words and numbers from each other.
"""

import hashlib
import json
import re
import sys

TORN = [
    (r"(\d), (?=\d{3}\b)", r"\1,"),
    (r"(\w) - (?=\w)", r"\1-"),
    (r"([$£€]) (?=\d)", r"\1"),
    (r"(\d)\. (?=\d)", r"\1."),
    (r"(\d): (?=\d\d\b)", r"\1:"),
    (r" ([.,;:?!)%])", r"\1"),
    (r"\( ", "("),
    (r"`` ", "“"),
    (r"''", "”"),
]


def paragraphs(text):
    lines = [line.strip() for line in text.replace("\r", "").split("\n")]
    lines = [line for line in lines if line and not re.match(r"https?\s*:", line)]
    for torn, whole in TORN:
        lines = [re.sub(torn, whole, line) for line in lines]
    return lines


def texts(folder):
    """The texts of both sets, by their ids."""
    by_id = {}
    for line in open(f"{folder}/events-ecbplus/docs.jsonl", encoding="utf-8"):
        document = json.loads(line)
        by_id[document["id"]] = document["text"]
    for line in open(f"{folder}/events-semeval/pairs.jsonl", encoding="utf-8"):
        pair = json.loads(line)
        for side in "12":
            by_id[f"{pair['pair_id']}#{side}"] = pair[f"text{side}"].strip()
    return by_id


def main():
    by_id = texts(sys.argv[1])
    for line in sys.stdin:
        happening = json.loads(line)
        for text in happening["texts"]:
            text["paragraphs"] = paragraphs(by_id[text["id"]])
            digest = hashlib.sha256("\n".join(text["paragraphs"]).encode()).hexdigest()
            if digest[:16] != text["sha256"]:
                sys.exit(f"{text['id']}: the text is another one than was read")
        print(json.dumps(happening, ensure_ascii=False))


if __name__ == "__main__":
    main()
