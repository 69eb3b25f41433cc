#!/usr/bin/env python3
"""Searches with each fuzz target among the tests for inputs that fail, and keeps what it has found out.

    bench/fuzz.py [--seconds 60] [--log fuzz.tsv] [TARGET...]

A TARGET is a method, as in `CleanFuzzTest#html`; all of them if none is named, those first that were searched least. Needs the
compiled tests (`mvn test-compile`). What the search learned stays in `.cifuzz-corpus/`, and the next one begins with it. The log
has a line for each search: target, seconds, inputs, edges covered, inputs kept, outcome. Prints the sum for each target, and
exits 1 if one of these searches failed.
"""
import argparse, collections, os, pathlib, re, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
A = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
A.add_argument("--seconds", type=int, default=60)
A.add_argument("--log", default="fuzz.tsv")
A.add_argument("targets", nargs="*")
args = A.parse_args()


def targets():
    """All methods of the tests that are searched with."""
    for file in sorted(ROOT.glob("src/test/java/**/*FuzzTest.java")):
        for name in re.findall(r"@FuzzTest[^\n]*\n\s+void (\w+)\(", file.read_text()):
            yield f"{file.stem}#{name}"


def searches():
    log = pathlib.Path(args.log)
    return [line.split("\t") for line in log.read_text().splitlines()] if log.exists() else []


def search(target):
    begun = time.time()
    run = subprocess.run(["mvn", "-o", "-B", "surefire:test@default-test", f"-Dtest={target}", f"-Djazzer.max_duration={args.seconds}s"],
                         cwd=ROOT, env={**os.environ, "JAZZER_FUZZ": "1"}, capture_output=True, text=True, errors="replace")
    said = run.stdout + run.stderr
    steps = re.findall(r"^#(\d+)\t\w+ +cov: (\d+) ft: \d+ corp: (\d+)/", said, re.M)
    inputs, edges, kept = steps[-1] if steps else ("0", "0", "0")
    if run.returncode:
        pathlib.Path(args.log + "." + target.replace("#", "-")).write_text(said)
    line = [target, f"{time.time() - begun:.0f}", inputs, edges, kept, "failed" if run.returncode or not steps else "ok"]
    with open(args.log, "a") as log:
        log.write("\t".join(line) + "\n")
    print(*line, flush=True)
    return line[-1]


inputs, seconds, last, outcomes = collections.Counter(), collections.Counter(), {}, []
for target, *_ in searches():
    inputs[target] += 0
for line in searches():
    inputs[line[0]] += int(line[2])
for target in sorted(args.targets or targets(), key=lambda target: inputs[target]):
    outcomes.append(search(target))
inputs.clear()
for target, took, count, edges, kept, outcome in searches():
    inputs[target] += int(count)
    seconds[target] += int(took)
    last[target] = (edges, kept)
for target in sorted(inputs):
    print(f"{target}: {inputs[target]:,} inputs in {seconds[target]} s, {last[target][0]} edges, {last[target][1]} kept")
print(f"{sum(inputs.values()):,} inputs in {len(inputs)} targets")
sys.exit(1 if "failed" in outcomes else 0)
