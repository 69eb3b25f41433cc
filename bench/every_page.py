#!/usr/bin/env python3
"""Imports every page of the given folders in one run, and looks whether each has an outcome.

    bench/every_page.py FOLDER... [--data DIR] [--variants N] [--seed 1]

Takes in what the folders hold, also gzipped (`*.html.gz`) and as lines of payloads, through `assay import`, not `clean` alone.
A page of an unknown kind is given as HTML too. With --variants, N more of each page: cut somewhere, doubled, with lines shuffled
and with bytes turned. Feeds name pages of others: nothing of them is fetched, the run gets no network where `unshare` allows it.
Prints the outcomes by kind and the time; exits 1 if a document has none, if a stack trace is printed
or if the run is broken off.
"""
import argparse, collections, gzip, json, pathlib, random, shutil, subprocess, sys, tempfile, time

ASSAY = str(pathlib.Path(__file__).resolve().parent.parent / "assay")
KINDS = {".html", ".htm", ".xhtml", ".txt", ".md", ".pdf", ".docx", ".xml", ".rss", ".atom"}
PAYLOADS = 20  # of a list, to a page
SKIPPED = {"README.txt", "README.md", "LICENSE", "gold.json", "score.py"}


def documents(folder):
    """Name and bytes of each document below a folder."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in SKIPPED):
        name = f"{folder.name}/{path.relative_to(folder)}"
        data = path.read_bytes()
        if path.suffix == ".gz":
            yield name.removesuffix(".gz"), gzip.decompress(data)
        elif path.suffix == ".jsonl" or path.suffix == ".txt" and len(data) > 20_000:
            lines = [payload(line) for line in data.decode("utf-8", "replace").split("\n") if line]
            for start in range(0, len(lines), PAYLOADS):
                yield f"{name}.{start}.html", page(lines[start:start + PAYLOADS])
        elif path.suffix.lower() in KINDS:
            yield name, data
            if path.suffix.lower() == ".xml":
                yield name + ".html", data


def payload(line):
    """What a line of payloads says: the line itself, or a field of its object."""
    try:
        read = json.loads(line)
    except ValueError:
        return line
    return str(read.get("payload", line)) if isinstance(read, dict) else str(read)


def page(payloads):
    paragraphs = "".join(f"<p>Plant {number} makes {number}00 tonnes a year, the company said on Monday. {text}</p>"
                         for number, text in enumerate(payloads))
    return (f"<html><head><title>{payloads[0]}</title></head><body><article><h1>{payloads[0]}</h1>{paragraphs}</article>"
            "</body></html>").encode("utf-8", "surrogatepass")


def varied(data, chance):
    kind = chance.randrange(4)
    if kind == 0:
        return data[:chance.randrange(1, max(2, len(data)))]
    if kind == 1:
        return data + data
    if kind == 2:
        lines = data.split(b"\n")
        chance.shuffle(lines)
        return b"\n".join(lines)
    turned = bytearray(data)
    for _ in range(max(1, len(turned) // 500)):
        turned[chance.randrange(len(turned))] = chance.randrange(256)
    return bytes(turned)


def write(folders, target, variants, seed):
    chance = random.Random(seed)
    count = 0
    for folder in folders:
        for name, data in documents(pathlib.Path(folder)):
            suffix = pathlib.Path(name).suffix
            versions = [data] + [varied(data, chance) for _ in range(variants if data else 0)]
            for number, version in enumerate(versions):
                file = target / f"{count:06}-{pathlib.Path(name).stem[:60]}-{number}{suffix}"
                file.write_bytes(version)
                count += 1
    return count


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folders", nargs="+")
    options.add_argument("--data")
    options.add_argument("--variants", type=int, default=0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--command", default=ASSAY, help="how to call assay")
    args = options.parse_args()
    work = pathlib.Path(args.data or tempfile.mkdtemp(prefix="assay-every-page-"))
    pages = work / "pages"
    shutil.rmtree(work, ignore_errors=True)
    pages.mkdir(parents=True)
    given = write(args.folders, pages, args.variants, args.seed)
    command = args.command.split() + ["import", str(pages), "--json", "--data", str(work / "data")]
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode == 0:
        command = ["unshare", "-rn"] + command
    started = time.time()
    with open(work / "out", "wb") as out, open(work / "error", "wb") as error:
        code = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=out, stderr=error).returncode
    seconds = time.time() - started
    answers = [json.loads(line) for line in (work / "out").read_text("utf-8").splitlines()]
    errors = (work / "error").read_text("utf-8", "replace")
    report(args, given, answers, errors, code, seconds, work)


def report(args, given, answers, errors, code, seconds, work):
    outcomes = collections.Counter(answer["outcome"] for answer in answers)
    failed = [answer for answer in answers if "Assay failed" in (answer.get("reason") or "")]
    slow = [answer for answer in answers if "took longer" in (answer.get("reason") or "")]
    heard = {pathlib.Path(answer["document"]).name for answer in answers}
    silent = [path.name for path in (work / "pages").iterdir() if path.name not in heard and not is_feed(path)]
    traces = sum(line.startswith("\tat ") for line in errors.splitlines())
    print(f"{given} documents, {len(answers)} outcomes in {seconds:.0f} s: "
          + ", ".join(f"{count} {word}" for word, count in sorted(outcomes.items())))
    for answer in failed + slow:
        print(f"  {answer['document']}: {answer['reason']}")
    print(f"exit code {code}; {len(silent)} without an outcome, {len(failed)} on which a stage failed, {len(slow)} over their time, "
          f"{traces} lines of stack traces")
    for name in silent[:10]:
        print(f"  no outcome: {name}")
    if errors.strip():
        print(errors[:2000])
    bad = code not in (0, 4) or silent or traces or failed or slow
    if not args.data:
        shutil.rmtree(work)
    sys.exit(1 if bad else 0)


def is_feed(path):
    """A feed answers for the pages that it names."""
    head = path.read_bytes()[:4000].lower()
    return path.suffix in (".xml", ".rss", ".atom") and (b"<rss" in head or b"<feed" in head or b"<rdf" in head or b":rdf" in head)


if __name__ == "__main__":
    main()
