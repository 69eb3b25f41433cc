#!/usr/bin/env python3
"""How many pages a second does python3-readability (Debian) clean, beside Assay?
usage: peer.py CLEAN_BENCH_COMMAND FOLDER...
CLEAN_BENCH_COMMAND: one word or a quoted line that runs dev.assay.clean.CleanBench; the folders hold pages, plain or gzip.
Both are given the same pages, in turns, and timed by processor time of one thread: of Python's process by time.process_time, of
Assay by CleanBench, whose last round is taken (after warming up). Reading and unpacking the files is not counted on either side."""
import glob
import gzip
import os
import re
import shlex
import subprocess
import sys
import time

from readability import Document

TURNS = 3


def pages(folders):
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, "*"))):
            raw = open(path, "rb").read()
            yield gzip.decompress(raw) if path.endswith(".gz") else raw


def python(all_pages):
    start, failed = time.process_time(), 0
    for page in all_pages:
        try:
            Document(page.decode("utf-8", "replace")).summary()
        except Exception:  # what it cannot read counts as done
            failed += 1
    return len(all_pages) / (time.process_time() - start), failed


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    command, folders = shlex.split(sys.argv[1]), sys.argv[2:]
    all_pages = list(pages(folders))
    print(f"{len(all_pages)} pages, {sum(map(len, all_pages)) / 1e6:.1f} MB")
    for turn in range(1, TURNS + 1):
        rate, failed = python(all_pages)
        out = subprocess.run(command + folders, capture_output=True, text=True, check=True).stdout
        ours = float(re.findall(r"clean (\d+) pages/s", out)[-1])
        print(f"turn {turn}: python3-readability {rate:.1f} pages/s ({failed} failed), assay {ours:.0f} pages/s, {ours / rate:.1f} times as many")


main()
