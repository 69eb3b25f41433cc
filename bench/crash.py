#!/usr/bin/env python3
"""Kills an import at random moments, again and again, and looks at what is left.

    bench/crash.py LINES.jsonl --work DIR [--kills 20] [--seed 1] [--command ./assay]

Every document that was acknowledged before a kill must be there afterwards, none twice. When nothing is left to interrupt,
every document must have been taken that is taken without kills, and `assay verify` must be clean; then it begins again with
nothing. A moment is so much processor time of the import, which a busy machine does not change: three of four lie where documents
are acknowledged. Broken off and begun again with the same DIR, it goes on: kills.tsv has a line for each kill (processor time,
acknowledged since the folder was new, stored, lost, whether the import ended before it). Prints the same lines and a verdict; exits 1 if
something was lost, or not taken. Linux only.
"""
import argparse, json, os, pathlib, random, shutil, signal, sqlite3, subprocess, sys, time

ASSAY = [str(pathlib.Path(__file__).resolve().parent.parent / "assay")]
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    """Of a process and the children that it waited for."""
    with open(f"/proc/{pid}/stat") as stat:
        return sum(map(int, stat.read().rpartition(")")[2].split()[11:15])) / TICKS


def import_until(lines, data, out, seconds, on_answer=None):
    """Runs an import, and kills it when it has used so many seconds of a processor; returns whether it ended before."""
    with open(lines, "rb") as source, open(out, "wb") as answers:
        process = subprocess.Popen([*ASSAY, "import", "--batch", "--json", "--data", data], stdin=source, stdout=answers,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            used = processor_seconds(process.pid)
            if on_answer and os.path.getsize(out):
                on_answer(used)
                on_answer = None
            if used >= seconds:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return False
            time.sleep(0.01)
        whole = processor_seconds(process.pid)
        process.wait()
        return whole


def said(out):
    """Ids acknowledged as stored, and documents that were not taken with their reasons."""
    acknowledged, refused = set(), {}
    for line in pathlib.Path(out).read_bytes().decode("utf-8", "replace").splitlines(keepends=True):
        if line.endswith("\n"):
            answer = json.loads(line)
            if answer["article"]:
                acknowledged.add(answer["article"])
            else:
                refused[answer["document"]] = answer["reason"]
    return acknowledged, refused


class Run:
    def __init__(self, lines, work):
        self.lines, self.work = lines, work
        self.data, self.out, self.known, self.kills = (str(work / name) for name in ("data", "out", "acknowledged", "kills.tsv"))
        self.documents = sum(1 for line in open(lines, "rb") if line.strip())
        self.whole = self.measured()

    def measured(self):
        """What an import without kills comes to: its processor time, that until the first answer, and what is not taken."""
        kept = self.work / "whole.json"
        if not kept.exists():
            first = []
            data = str(self.work / "whole")
            shutil.rmtree(data, ignore_errors=True)
            seconds = import_until(self.lines, data, self.out, float("inf"), first.append)
            shutil.rmtree(data)
            kept.write_text(json.dumps({"seconds": seconds, "first": first[0] if first else seconds, "untaken": said(self.out)[1]}))
        return json.loads(kept.read_text())

    def done(self):
        return sum(1 for _ in open(self.kills)) if os.path.exists(self.kills) else 0

    def lost(self):
        """Acknowledged documents that were lost, by all lines of kills.tsv: those of a run that failed before stay in it."""
        return sum(int(line.split("\t")[3]) for line in open(self.kills)) if os.path.exists(self.kills) else 0

    def moment(self):
        return random.uniform(0.1 if random.random() < 0.25 else self.whole["first"] * 0.9, self.whole["seconds"])

    def kill(self):
        """One kill; the number of documents that are lost, and whether nothing is left to interrupt."""
        seconds = self.moment()
        ended = import_until(self.lines, self.data, self.out, seconds)
        acknowledged = self.acknowledged() | said(self.out)[0]
        pathlib.Path(self.known).write_text("\n".join(sorted(acknowledged)))
        stored = stored_ids(self.data)
        lost = acknowledged - stored
        line = f"{seconds:.2f}\t{len(acknowledged)}\t{len(stored)}\t{len(lost)}\t{'ended' if ended else 'killed'}"
        with open(self.kills, "a") as kills:
            kills.write(line + "\n")
        print(f"{self.done()}\t{line}", flush=True)
        return len(lost), bool(ended) or len(stored) >= self.documents - len(self.whole["untaken"]) - 1

    def acknowledged(self):
        return set(pathlib.Path(self.known).read_text().split()) if os.path.exists(self.known) else set()

    def finish(self):
        """Lets a run come to its end, looks at the whole, and begins with nothing; whether all is well."""
        import_until(self.lines, self.data, self.out, float("inf"))
        more = {document: reason for document, reason in said(self.out)[1].items() if document not in self.whole["untaken"]}
        for document, reason in more.items():
            print(f"  not taken: {document}: {reason}")
        lost = self.acknowledged() - stored_ids(self.data)
        sound = is_sound(self.data) and not more and not lost
        if sound:
            shutil.rmtree(self.data)
            pathlib.Path(self.known).unlink(missing_ok=True)
        return sound


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("lines")
    options.add_argument("--work", required=True)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--command")
    args = options.parse_args()
    ASSAY[:] = args.command.split() if args.command else ASSAY
    work = pathlib.Path(args.work)
    work.mkdir(parents=True, exist_ok=True)
    run = Run(args.lines, work)
    random.seed(f"{args.seed} {run.done()}")
    print(f"{run.documents} documents, {run.whole['seconds']:.1f} s of a processor for all, {len(run.whole['untaken'])} are not taken", flush=True)
    while run.done() < args.kills:
        lost, full = run.kill()
        if lost or full and not run.finish():
            sys.exit("FAILED: see " + run.data)
    if os.path.exists(run.data) and not run.finish():
        sys.exit("FAILED: see " + run.data)
    if run.lost():
        sys.exit(f"FAILED: {run.lost()} lost in {run.done()} kills: see {run.kills}")
    print(f"{run.done()} kills: nothing lost, nothing doubled, all taken")


def is_sound(data):
    verify = subprocess.run([*ASSAY, "verify", "--data", data], capture_output=True, text=True)
    rows, different = counts(data)
    print(f"  {verify.stdout.strip()} {rows} articles, {different} different external ids", flush=True)
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
