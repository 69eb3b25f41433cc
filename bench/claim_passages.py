#!/usr/bin/env python3
"""Passages of news with the claims that were read in them, for TrainClaims.java.

    bench/claim_passages.py EVAL < bench/claim-marks.tsv > passages.jsonl
    bench/claim_passages.py EVAL bench/claim-measurands.tsv < bench/claim-marks.tsv > passages.jsonl

The passages are their publishers': only where they stand, and what was read there, is kept. EVAL is the folder of the
evaluation sets. A line of claim-marks.tsv has, by tabs: the id of the passage; set and document; where the passage
stands in the document's text; the first 16 digits of its SHA-256; and for each claim the place of its figure in the
passage, its property (a minus behind it for a fall), and the places at which its subject is named. Places are counted
in characters (code points), from, inclusive, to, exclusive. The second form also tells what the figures count or measure: a
line of claim-measurands.tsv has the id of a passage, and for each figure its place and where the phrases stand, the best first,
pieces of one joined by +; - where the text has no words for it or needs none, ? where it leaves it open, ! where the number is
none for a table. A place behind ~ is a figure on which readers would differ;
the passage then teaches only what is labelled.
"""

import hashlib
import itertools
import json
import sys


def documents(folder):
    """The texts of the sets, by set and document."""
    texts = {}
    for name, lines, text in [
        ("reposts", "docs.jsonl", "text"),
        ("rare-earths", "articles.jsonl", "text"),
        ("events-ecbplus", "docs.jsonl", "text"),
        ("wrong-numbers-uhgeval", "cases.jsonl", "source_text"),
    ]:
        for line in open(f"{folder}/{name}/{lines}", encoding="utf-8"):
            document = json.loads(line)
            texts[f"{name}:{document['id']}"] = document[text]
    for line in open(f"{folder}/events-semeval/pairs.jsonl", encoding="utf-8"):
        pair = json.loads(line)
        for side in "12":
            texts[f"events-semeval:{pair['pair_id']}#{side}"] = pair[f"text{side}"]
    for line in open(f"{folder}/support-wice/claim-dev.jsonl", encoding="utf-8"):
        claim = json.loads(line)
        texts[f"support-wice:{claim['meta']['id']}"] = sentences_to_text(claim["evidence"])
    for line in open(f"{folder}/retrieval/xquad-en-q-en-doc/docs.jsonl", encoding="utf-8"):
        document = json.loads(line)
        texts[f"xquad:{document['id']}"] = document["text"]
    for name in ["aeb", "naeb", "magic-html-article"]:
        gold = json.load(open(f"{folder}/{name}/gold.json", encoding="utf-8"))
        pages = gold.items() if isinstance(gold, dict) else ((page.get("id") or page.get("file"), page) for page in gold)
        for page, fields in pages:
            body = fields.get("articleBody") or fields.get("body") or fields.get("text") or fields.get("content")
            if body:
                texts[f"{name}:{page}"] = body
    return texts


def sentences_to_text(lines):
    """The text of a page that was handed on as its sentences and headings: three sentences that follow on each other are a paragraph."""
    paragraphs = []
    for runs, group in itertools.groupby(lines, lambda line: line.rstrip("\"”'’").endswith((".", "!", "?"))):
        group = list(group)
        step = 3 if runs else 1
        paragraphs.extend(" ".join(group[i : i + step]) for i in range(0, len(group), step))
    return "\n".join(paragraphs)


def place(words):
    start, end = words.split("-", 1)
    return int(start), int(end)


def marked(text, marks):
    """The passage with each claim written where its figure stands."""
    for mark in sorted(marks, key=lambda one: -one[0][0]):
        (start, end), what, subjects = mark
        names = "/".join(dict.fromkeys(text[a:b] for a, b in subjects))
        text = f"{text[:start]}[{text[start:end]}|{what}|{names}]{text[end:]}"
    return text


def measurands(name):
    """What the figures of each passage count or measure, by the place of the figure."""
    told = {}
    for line in open(name, encoding="utf-8"):
        if not line.startswith("#"):
            passage, *fields = line.rstrip("\n").split("\t")
            told[passage] = dict(field.split("|") for field in fields)
    return told


def phrases(said):
    """The places of the phrases, those of one piece first; nothing if it is left open."""
    if said == "?":
        return None
    if said in "-!":
        return {"places": [], "tells": said == "-"}
    ways = [way for way in said.split("/") if way != "-"]
    ways.sort(key=lambda way: way.count("+"))
    pieces = [piece for way in ways if way.count("+") == ways[0].count("+") for piece in way.split("+")]
    return {"places": [list(place(piece)) for piece in pieces], "tells": True}


def main():
    texts = documents(sys.argv[1])
    told = measurands(sys.argv[2]) if len(sys.argv) > 2 else {}
    for line in sys.stdin:
        if line.startswith("#"):
            continue
        name, where, span, digest, *fields = line.rstrip("\n").split("\t")
        start, end = place(span)
        text = texts[where][start:end].replace("\r", " ")
        if hashlib.sha256(text.encode()).hexdigest()[:16] != digest:
            sys.exit(f"{where}: the text is another one than was read")
        marks = []
        said = []
        for field in fields:
            if field and not field.startswith("~"):
                figure, what, subjects = field.split("|")
                marks.append((place(figure), what, [place(one) for one in subjects.split("/")]))
                said.append((place(figure)[0], told.get(name, {}).get(figure)))
        passage = {"id": name, "article": where, "lang": name.split("-")[1][:2], "marked": marked(text, marks)}
        if name in told:
            passage["measurands"] = [one and phrases(one) for _, one in sorted(said)]
        if any(field.startswith("~") for field in fields):
            passage["whole"] = False
        print(json.dumps(passage, ensure_ascii=False))


if __name__ == "__main__":
    main()
