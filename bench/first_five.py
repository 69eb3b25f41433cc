"""Prints the first five hits of each question, to be judged by a reader: useful or not.

    python3 bench/first_five.py http://127.0.0.1:8420 bench/search-questions.tsv
"""

import json
import sys
import urllib.parse
import urllib.request

base, questions = sys.argv[1:]
for line in open(questions, encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        continue
    number, words = line.rstrip("\n").split("\t")
    address = f"{base}/api/v1/search?limit=10&q={urllib.parse.quote(words)}"
    with urllib.request.urlopen(address) as answer:
        found = json.load(answer)
    print(f"{number}  {words}  ({found['total']['count']} articles)")
    for hit in found["hits"][:5]:
        shown = hit["passages"][0]["text"][:200] if hit["passages"] else ""
        print(f"    {hit['score']:7.1f}  {hit['article']['language']:8} {hit['article']['title'][:70]}")
        print(f"             {shown}")
