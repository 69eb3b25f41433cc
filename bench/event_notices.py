#!/usr/bin/env python3
"""Daily notices of one form on many shares and funds, each a happening of its own: what OneEventTraining must tell apart.

usage: bench/event_notices.py EVAL > notices.jsonl

EVAL: the folder of the sets (reposts).
Writes a line a notice, as those of event-reports.jsonl: the happening is what it is on and the day on which it was published. Of a share the
code in brackets tells what it is on, of a fund its name in the title. Those on a share or fund with an odd hash are held back.
"""
import hashlib
import json
import re
import sys
from pathlib import Path

OPENING = 160
SHARE = re.compile(r"[（(](\d{6}|\d{4,5}\.HK)[）)]")
FUND = re.compile(r"\d+月\d+日基金净值：(\S{2,30}?)最新净值")


def subject(opening):
    found = SHARE.search(opening) or FUND.search(opening)
    return found and found.group(1)


def notices(sets):
    with (sets / "reposts/docs.jsonl").open(encoding="utf-8") as file:
        for line in file:
            one = json.loads(line)
            on = subject((one["title"] + " " + one["text"])[:OPENING])
            if on and one["published"]:
                yield on, one


def main(sets):
    for on, one in notices(sets):
        odd = hashlib.sha256(on.encode()).digest()[0] % 2
        happening = {
            "id": f"{on} {one['published'][:10]}",
            "family": on,
            "part": "unread" if odd else "read",
            "texts": [
                {
                    "id": one["id"],
                    "title": one["title"],
                    "published": one["published"],
                    "paragraphs": one["text"].splitlines(),
                }
            ],
        }
        print(json.dumps(happening, ensure_ascii=False))


main(Path(sys.argv[1]))
