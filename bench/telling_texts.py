#!/usr/bin/env python3
"""Puts texts to telling-labels.tsv and telling-labels-unread.tsv: the articles of the evaluation sets of which they label sentences.

usage: bench/telling_texts.py EVAL PAGES > articles.jsonl

EVAL:  the folder of the sets (rare-earths, reposts).
PAGES: what `assay clean --batch` made of the pages of aeb, naeb, htmldate, magic-html-article and trafilatura-eval, in the folder of the sets:
       for s in aeb naeb htmldate magic-html-article trafilatura-eval; do python3 make_manifest.py $s; done | assay clean --batch
Writes an object a line of `id`, `title`, `published` and `text`, as TellingTraining reads them.
"""
import json
import sys
from pathlib import Path

LABELS = sorted(Path(__file__).resolve().parent.glob("telling-labels*.tsv"))

# A repost without a title is called by its first letters, as a desk calls it.
TITLE = 40


def wanted():
    labels = "".join(file.read_text(encoding="utf-8") for file in LABELS)
    return {line.split("\t")[0] for line in labels.splitlines() if not line.startswith("#")}


def lines(path):
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def articles(sets, pages):
    for name in ("rare-earths/articles.jsonl", "reposts/docs.jsonl"):
        for one in lines(sets / name):
            yield {
                "id": one["id"],
                "title": one["title"] or one["text"][:TITLE] + "…",
                "published": one["published"],
                "text": one["text"],
            }
    for page in lines(pages):
        if page.get("publishedAt"):
            running = (p for p in page["paragraphs"] if p["kind"] in ("text", "quote", "list"))
            yield {
                "id": "p" + page["id"][:10],
                "title": page["title"],
                "published": page["publishedAt"][:10],
                "text": "\n".join(p["text"].replace("\n", " ") for p in running),
            }


def main(sets, pages):
    labelled = wanted()
    found = {}
    for article in articles(Path(sets), Path(pages)):
        if article["id"] in labelled:
            found.setdefault(article["id"], article)
    for article in found.values():
        print(json.dumps(article, ensure_ascii=False))
    print(f"{len(found)} of {len(labelled)} labelled articles found; the others are our own reports", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
