#!/usr/bin/env python3
"""Puts texts to about-labels.tsv: finds in the evaluation sets, by hash, the heads of articles that it labels.

usage: bench/about_texts.py EVAL > texts.jsonl

EVAL: the folder of the sets (reposts, rare-earths, naeb and others). Writes an object a line of `title` and `paragraphs`, as AboutTraining reads
      them, and tells how many were found: a text that stands in no set is its publisher's.
"""
import hashlib
import json
import re
import sys
from pathlib import Path

SENTENCE_END = re.compile(r"[。！？.!?][”」’\"]?")
LONGEST = 3200


def wanted():
    file = Path(__file__).resolve().parent / "about-labels.tsv"
    return {line.split("\t")[2] for line in file.open(encoding="utf-8") if not line.startswith("#")}


def lines(path):
    return (json.loads(line) for line in path.open(encoding="utf-8")) if path.exists() else ()


def articles(sets):
    """Title and text of each article, in the ways that labels were made of."""
    for name in ("reposts/docs.jsonl", "rare-earths/articles.jsonl", "events-ecbplus/docs.jsonl"):
        for one in lines(sets / name):
            yield one.get("title", ""), one["text"]
    for one in lines(sets / "events-semeval/pairs.jsonl"):
        yield "", one["text1"]
        yield "", one["text2"]
    for one in lines(sets / "wrong-numbers-uhgeval/cases.jsonl"):
        yield one["title"], one["source_text"]
        yield one["title"], one["source_text"].replace("\n", "")
    for name in ("naeb", "aeb", "magic-html-article"):
        gold = sets / name / "gold.json"
        for page in json.loads(gold.read_text(encoding="utf-8")).values() if gold.exists() else ():
            text = page.get("articleBody") or page.get("content") or ""
            yield page.get("title") or "", text
            head, _, rest = text.strip().partition("\n")
            yield head, rest


def divisions(text):
    """The text in paragraphs."""
    yield [line for line in text.split("\n") if line.strip()]
    yield [line.strip() for line in text.split("\n") if line.strip()]
    yield [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    yield [text.strip()]


def heads(title, paragraphs):
    """Each beginning of the article that ends with a paragraph or a sentence."""
    digest = hashlib.sha256(title.encode())
    length = 0
    for number, paragraph in enumerate(paragraphs):
        for end in [found.end() for found in SENTENCE_END.finditer(paragraph)] + [len(paragraph)]:
            if length + end > LONGEST:
                return
            of = digest.copy()
            of.update(("\n" + paragraph[:end].rstrip()).encode())
            yield of.hexdigest()[:16], number, end
            if paragraph[:end] != paragraph[:end].rstrip():
                whole = digest.copy()
                whole.update(("\n" + paragraph[:end]).encode())
                yield whole.hexdigest()[:16], number, end
        digest.update(("\n" + paragraph).encode())
        length += len(paragraph)


def main(sets):
    labelled = wanted()
    found = {}
    for title, text in articles(sets):
        for paragraphs in divisions(text):
            for head in {title, title.strip(), ""}:
                for digest, number, end in heads(head, paragraphs):
                    if digest in labelled and digest not in found:
                        last = paragraphs[number][:end]
                        shown = [*paragraphs[:number], last]
                        same = hashlib.sha256("\n".join([head, *shown]).encode()).hexdigest()[:16] == digest
                        found[digest] = {"title": head, "paragraphs": shown if same else [*paragraphs[:number], last.rstrip()]}
    for text in found.values():
        print(json.dumps(text, ensure_ascii=False))
    print(f"{len(found)} of {len(labelled)} texts found", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
