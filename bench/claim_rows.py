#!/usr/bin/env python3
"""Documents with rows of the ledger that were held against them, for TrainClaims.java --rows.

    bench/claim_rows.py EVAL read < bench/claim-rows.tsv > rows.jsonl
    bench/claim_rows.py EVAL unread < bench/claim-rows.tsv > unread.jsonl

The documents are their publishers': only where things stand, and what was thought of them, is kept. A line of
claim-rows.tsv has, by tabs: set and document; the first 16 digits of the SHA-256 of its text; where the row's figure,
its subject and its phrase stand in the text (- for no phrase); its property; right, half or wrong; and why. Places
are counted in characters (code points), from, inclusive, to, exclusive. Every third document, by the SHA-256 of its
name, is unread: not learned from, and looked at only to measure.
"""

import hashlib
import json
import re
import sys

from claim_passages import documents, place


def is_unread(document):
    return int(hashlib.sha256(document.encode()).hexdigest(), 16) % 3 == 0


def main():
    texts = documents(sys.argv[1])
    unread = sys.argv[2] == "unread"
    rows = {}
    for line in sys.stdin:
        if not line.startswith("#"):
            fields = line.rstrip("\n").split("\t")
            rows.setdefault((fields[0], fields[1]), []).append(fields[2:])
    for (document, digest), judged in rows.items():
        if is_unread(document) != unread:
            continue
        text = texts[document]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != digest:
            sys.exit(f"{document}: the text is another one than was read")
        paragraphs = [(m.start() + len(m.group()) - len(m.group().lstrip()), m.group().strip()) for m in re.finditer(r"[^\n]+", text)]
        paragraphs = [one for one in paragraphs if one[1]]
        told = []
        for figure, subject, phrase, _, verdict, _ in judged:
            number = max(n for n, (start, _) in enumerate(paragraphs) if start <= place(figure)[0])
            start = paragraphs[number][0]
            within = lambda words: [at - start for at in place(words)]
            told.append({
                "paragraph": number + 1,
                "figure": within(figure),
                "subject": within(subject),
                "phrase": None if phrase == "-" else within(phrase),
                "right": verdict == "right",
            })
        language = "zh" if len(re.findall(r"[\u4e00-\u9fff]", text)) > len(text) / 4 else "en"
        print(json.dumps({"page": document, "lang": language, "paragraphs": [one for _, one in paragraphs], "rows": told}, ensure_ascii=False))


if __name__ == "__main__":
    main()
