#!/usr/bin/env python3
"""Asks the same queries before and after `assay reindex` and compares the hits.

    bench/same_hits.py DATA QUERIES.txt

QUERIES has a query a line. Prints how many answers are the same, hit by hit; exits 1 if one differs.
"""
import pathlib, subprocess, sys, tempfile

ASSAY = str(pathlib.Path(__file__).resolve().parent.parent / "assay")


def answers(data, queries):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", encoding="utf-8") as file:
        file.writelines(f"q{i}\t{query}\n" for i, query in enumerate(queries))
        file.flush()
        out = subprocess.run([ASSAY, "search", "--data", data, "--batch", file.name, "--run"], capture_output=True,
                             text=True, check=True).stdout
    hits = {}
    for line in out.splitlines():
        query, _, document, *_ = line.split()
        hits.setdefault(query, []).append(document)
    return hits


data, file = sys.argv[1:3]
queries = [line.strip() for line in open(file, encoding="utf-8") if line.strip()]
before = answers(data, queries)
subprocess.run([ASSAY, "reindex", "--data", data], check=True)
after = answers(data, queries)
sets = sum(set(before.get(f"q{i}", [])) == set(after.get(f"q{i}", [])) for i in range(len(queries)))
same = sum(before.get(f"q{i}") == after.get(f"q{i}") for i in range(len(queries)))
print(f"{sets} of {len(queries)} queries have the same hits, {same} in the same order; "
      f"{sum(map(len, before.values()))} hits in all")
sys.exit(sets != len(queries))
