#!/usr/bin/env python3
"""Kills an import at random moments, again and again, and looks at what is left.

    bench/crash.py LINES.jsonl [--kills 20] [--seed 1] [--most SECONDS] [--data DIR] [--command ./assay]

Every document that was acknowledged before a kill must be there afterwards, none twice. When nothing is left to interrupt,
every document must have been taken that is taken without kills, and `assay verify` must be clean; then it begins again with
nothing. Prints one line a kill and a verdict; exits 1 if something was lost, or not taken.
"""
import argparse, json, os, pathlib, random, shutil, signal, sqlite3, subprocess, sys, tempfile, time

ASSAY = [str(pathlib.Path(__file__).resolve().parent.parent / "assay")]


def run_and_kill(lines, data, seconds):
    """Starts an import, kills it after `seconds`; returns ids acknowledged as stored, those that were not taken with their
    reasons, and whether it ended by itself."""
    with open(lines, "rb") as source:
        process = subprocess.Popen([*ASSAY, "import", "--batch", "--json", "--data", data], stdin=source,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            out, _ = process.communicate(timeout=seconds)
            ended = True
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, _ = process.communicate()
            ended = False
    acknowledged, refused = set(), {}
    for line in out.decode("utf-8", "replace").splitlines(keepends=True):
        if line.endswith("\n"):
            answer = json.loads(line)
            if answer["article"]:
                acknowledged.add(answer["article"])
            else:
                refused[answer["document"]] = answer["reason"]
    return acknowledged, refused, ended


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("lines")
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--data")
    options.add_argument("--most", type=float, help="seconds after which it is killed at the latest; half a whole import's if not given")
    options.add_argument("--command")
    args = options.parse_args()
    ASSAY[:] = args.command.split() if args.command else ASSAY
    random.seed(args.seed)
    data = args.data or tempfile.mkdtemp(prefix="assay-crash-")
    documents = sum(1 for line in open(args.lines, "rb") if line.strip())

    started = time.time()
    shutil.rmtree(data, ignore_errors=True)
    whole = tempfile.mkdtemp(prefix="assay-crash-whole-")
    _, untaken, _ = run_and_kill(args.lines, whole, 3600)
    duration = time.time() - started
    print(f"{documents} documents, a whole import takes {duration:.1f} s, {len(untaken)} are not taken")
    shutil.rmtree(whole)

    acknowledged, failures, rounds = set(), 0, 0

    def finished():
        """Lets a run come to its end, and looks at the whole."""
        _, refused, _ = run_and_kill(args.lines, data, 3600)
        more = {document: reason for document, reason in refused.items() if document not in untaken}
        for document, reason in more.items():
            print(f"  not taken: {document}: {reason}")
        return is_sound(data) and not more

    for kill in range(args.kills):
        seconds = random.uniform(0.5, args.most or max(1.5, duration * 0.5))
        seen, _, ended = run_and_kill(args.lines, data, seconds)
        acknowledged |= seen
        stored = stored_ids(data)
        lost = acknowledged - stored
        failures += bool(lost)
        print(f"kill {kill + 1:2} after {seconds:5.2f} s: {len(acknowledged):5} acknowledged, {len(stored):5} stored, "
              f"{len(lost)} lost{' (ended before the kill)' if ended else ''}", flush=True)
        if len(stored) >= documents - len(untaken) - 1 and kill + 1 < args.kills:
            # Nothing is left to interrupt: finish, look at the whole, and begin again with nothing.
            failures += not finished()
            rounds += 1
            shutil.rmtree(data)
            acknowledged = set()
    sound = finished() and failures == 0
    print(f"{args.kills} kills in {rounds + 1} rounds: {'nothing lost, nothing doubled, all taken' if sound else 'FAILED'}")
    shutil.rmtree(data)
    sys.exit(0 if sound else 1)


def is_sound(data):
    verify = subprocess.run([*ASSAY, "verify", "--data", data], capture_output=True, text=True)
    rows, different = counts(data)
    print(f"  {verify.stdout.strip()} {rows} articles, {different} different external ids")
    return verify.returncode == 0 and rows == different


def connect(data):
    return sqlite3.connect(f"file:{data}/assay.db?mode=ro", uri=True)


def base32(value):
    digits = "0123456789abcdefghijklmnopqrstuv"
    text = ""
    for _ in range(13):
        text = digits[value % 32] + text
        value //= 32
    return text


def stored_ids(data):
    if not os.path.exists(f"{data}/assay.db"):
        return set()
    try:
        return {base32(row[0]) for row in connect(data).execute("select id from article")}
    except sqlite3.OperationalError:  # killed before the first table was made
        return set()


def counts(data):
    return connect(data).execute("select count(*), count(distinct external_id) from article").fetchone()


main()
