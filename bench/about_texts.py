#!/usr/bin/env python3
"""Puts texts to about-labels.tsv or trust-labels.tsv: finds by hash, in the evaluation sets, the heads and the sentences of articles that are labelled there.

usage: bench/about_texts.py EVAL [LABELS] > texts.jsonl

EVAL: the folder of the sets (reposts, rare-earths, naeb and others). Writes an object a line of `title` and `paragraphs`, as AboutTraining and
      TrustTraining read them, and tells how many were found: a text that stands in no set is its publisher's.
"""
import gzip
import hashlib
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

SENTENCE_END = re.compile(r"[。！？.!?][”」’\"]?")
LONGEST = 3200

# What is no longer stands in the menus of a page.
SHORT_LINE = 60

# How sentences are parted and joined, and from which length on they count.
SENTENCES = ((re.compile(r"(?<=[。！？])(?![”」’])"), "", 15), (re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“]?[A-Z])"), " ", 40))

FURNITURE = re.compile(r"cookie|©|rights reserved|[Ss]ubscri|newsletter|browser|JavaScript")
ASIDE = {"script", "style", "noscript", "nav", "footer", "aside", "form"}


class Page(HTMLParser):
    """The title and the longer paragraphs of a page."""

    def __init__(self):
        super().__init__()
        self.title, self.paragraphs = "", []
        self.read, self.aside, self.is_paragraph, self.is_title = "", 0, False, False

    def handle_starttag(self, tag, _):
        self.aside += tag in ASIDE
        self.is_title |= tag == "h1"
        if tag == "p":
            self.close_paragraph()
            self.is_paragraph = True

    def handle_endtag(self, tag):
        self.aside = max(0, self.aside - (tag in ASIDE))
        self.is_title &= tag != "h1"
        if tag == "p":
            self.close_paragraph()
            self.is_paragraph = False

    def handle_data(self, data):
        if not self.aside and self.is_paragraph:
            self.read += data
        if not self.aside and self.is_title and not self.title.strip():
            self.title += data

    def close_paragraph(self):
        paragraph = re.sub(r"\s+", " ", self.read).strip()
        if len(paragraph) > 80 and paragraph not in self.paragraphs and not FURNITURE.search(paragraph):
            self.paragraphs.append(paragraph)
        self.read = ""


def wanted(file):
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
    for one in lines(sets / "support-wice/claim-dev.jsonl"):
        sentences = [sentence.strip() for sentence in one["evidence"]]
        for shown in (sentences, [sentence for sentence in sentences if len(sentence) > SHORT_LINE]):
            yield "", "\n".join(" ".join(shown[i:i + 4]) for i in range(0, len(shown), 4))
    for name in ("contradictions-rgb/zh.jsonl", "contradictions-rgb/en.jsonl"):
        for one in lines(sets / name):
            yield "", "\n".join(one["docs_true"] + one["docs_other"])
    for name in ("naeb", "aeb", "magic-html-article"):
        gold = sets / name / "gold.json"
        for page in json.loads(gold.read_text(encoding="utf-8")).values() if gold.exists() else ():
            text = page.get("articleBody") or page.get("content") or ""
            yield page.get("title") or "", text
            head, _, rest = text.strip().partition("\n")
            yield head, rest


def pages(sets):
    """Title and text of the pages of two sets."""
    for file in sorted(file for name in ("trafilatura-eval", "htmldate") for file in (sets / name / "html").glob("*.gz")):
        try:
            page = Page()
            page.feed(gzip.open(file).read().decode())
        except (OSError, ValueError, AssertionError):
            continue
        yield re.sub(r"\s+", " ", page.title).strip(), "\n".join(page.paragraphs)


def briefs(title, text):
    """One to three sentences of each three of a paragraph, with the title or without, and the title alone."""
    yield title, []
    for parting, joint, least in SENTENCES:
        for line in text.strip().split("\n"):
            sentences = [one.strip() for one in parting.split(line.strip()) if len(one.strip()) > least]
            for start in range(0, len(sentences), 3):
                for end in range(start + 1, min(start + 3, len(sentences)) + 1):
                    yield title, [joint.join(sentences[start:end])]
                    yield "", [joint.join(sentences[start:end])]


def digest_of(title, paragraphs):
    return hashlib.sha256("\n".join([title, *paragraphs]).encode()).hexdigest()[:16]


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


def main(sets, labels=Path(__file__).resolve().parent / "about-labels.tsv"):
    labelled = wanted(labels)
    found = {}
    for title, text in (*articles(sets), *pages(sets)):
        for head, shown in briefs(title, text):
            digest = digest_of(head, shown)
            if digest in labelled:
                found.setdefault(digest, {"title": head, "paragraphs": shown})
        for paragraphs in divisions(text):
            for head in {title, title.strip(), ""}:
                for digest, number, end in heads(head, paragraphs):
                    if digest in labelled and digest not in found:
                        last = paragraphs[number][:end]
                        shown = [*paragraphs[:number], last]
                        same = digest_of(head, shown) == digest
                        found[digest] = {"title": head, "paragraphs": shown if same else [*paragraphs[:number], last.rstrip()]}
    for text in found.values():
        print(json.dumps(text, ensure_ascii=False))
    print(f"{len(found)} of {len(labelled)} texts found", file=sys.stderr)


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
