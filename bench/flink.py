#!/usr/bin/env python3
"""Are all rows there, and the same as without Flink, when a task manager and the job manager of a cluster are killed?

    bench/flink.py --work DIR [--app target/app] [--addon addons/flink/target] --classpath CP [--pages FOLDER]... FILE...

Takes FILES (JSON Lines) and archives (WARC) made of the HTML pages below FOLDERS into PostgreSQL with `assay backfill` and
`assay work`, then into another one with the add-on's job on a cluster of JVMs: ZooKeeper, a job manager, three task managers.
When a quarter of the documents is stored one task manager is killed (SIGKILL), at the half the job manager; each is started
again. With --late that is at the half and at three quarters, and each time once a checkpoint is complete: told is with which one the
cluster went on, and how many documents it read from there. The writers of the job hold up to 768, so that takes some 1,400. Begun
again with the same DIR, it does not repeat what is done without Flink, and does all with Flink anew. CP are classes, test classes and
libraries of Assay, with which every row of both databases is compared. Ends only processes that it started.
"""
import argparse, datetime, glob, gzip, json, os, pathlib, random, shutil, signal, subprocess, sys, time, urllib.request, uuid

from postgres import Postgres

HERE = pathlib.Path(__file__).resolve().parent.parent
A = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
A.add_argument("--work", required=True)
A.add_argument("--classpath", required=True)
A.add_argument("--app", default=str(HERE / "target/app"))
A.add_argument("--addon", default=str(HERE / "addons/flink/target"))
A.add_argument("--pages", action="append", default=[])
A.add_argument("--archives", type=int, default=6, help="in which the pages are put")
A.add_argument("--port", type=int, default=9700, help="of the first database; the nine after it are used too")
A.add_argument("--patience", type=float, default=900, help="seconds after which it is given up")
A.add_argument("--late", action="store_true", help="each kill once a checkpoint is complete")
A.add_argument("--seed", type=int, default=1)
A.add_argument("files", nargs="*")
args = A.parse_args()
work = os.path.abspath(args.work)
os.makedirs(work, exist_ok=True)
JAVA = [os.environ["JAVA_HOME"] + "/bin/java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true"]
ASSAY = [*JAVA, "-Xmx512m", "-cp", args.app + "/lib/*", "dev.assay.app.Main"]
# What Flink's own scripts open for its serialisers.
OPENED = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in
          ("java.lang", "java.lang.reflect", "java.io", "java.net", "java.text", "java.time", "java.util", "java.util.concurrent")]
MEMORY = {"framework.heap.size": "128m", "task.heap.size": "640m", "framework.off-heap.size": "128m", "task.off-heap.size": "0m",
          "network.min": "64m", "network.max": "64m", "managed.size": "32m", "jvm-metaspace.size": "256m",
          "jvm-overhead.min": "192m", "jvm-overhead.max": "192m"}
DONE = work + "/without.done"
# How a command says that the database is away, which passes by itself.
AWAY = ("takes no more connections", "is being stopped or started", "cannot be reached")
WAITING = ("backfill_parts", "unsettled_articles", "stale_drawers")
random.seed(args.seed)


def archived(folders):
    """Archives of the HTML pages of folders, the same for the same pages."""
    pages = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*") if ".htm" in path.name)
    files = [f"{work}/pages-{number}.warc.gz" for number in range(args.archives if pages else 0)]
    if files and not os.path.exists(files[-1]):
        for number, file in enumerate(files):
            with open(file, "wb") as out:
                for count, path in enumerate(pages[number::len(files)]):
                    out.write(record(path, count))
    return files, len(pages)


def record(path, count):
    """An answer of 200, in a member of its own."""
    page = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page
    at = datetime.datetime(2024, 1, 1) + datetime.timedelta(minutes=count)
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/{path.parent.parent.name}/{path.name}\r\n"
            f"WARC-Date: {at.isoformat()}Z\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, str(path))}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


class Process:
    def __init__(self, name, *command, **more):
        self.name, self.command, self.more = name, command, more
        self.start()

    def start(self):
        with open(f"{work}/{self.name}.log", "a") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=log, **self.more)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()


def asked(url):
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.read().decode()
    except OSError:
        return None


def until(done, what):
    begun = time.time()
    while not (answer := done()):
        if time.time() - begun > args.patience:
            sys.exit(f"{what}: not within {args.patience:.0f} s")
        time.sleep(1)
    return answer


def run(*command):
    """Runs a command of Assay, and again while the database is away; any other failure ends this run, too."""
    def done():
        ended = subprocess.run([*ASSAY, *command], stderr=subprocess.PIPE, text=True)
        print(ended.stderr, end="", file=sys.stderr, flush=True)
        if ended.returncode and not any(words in ended.stderr for words in AWAY):
            sys.exit(f"assay {command[0]} ended with {ended.returncode}")
        return ended.returncode == 0

    until(done, "assay " + command[0])


class Desk:
    """A server on a database, which settles what is stored there."""

    def __init__(self, name, port, fresh=True):
        self.name, self.port = name, port + 1
        os.makedirs(f"{work}/{name}", exist_ok=True)
        self.database = Postgres(f"{work}/{name}", port)
        if fresh:
            self.database.make()
            shutil.rmtree(f"{work}/serve-{name}", ignore_errors=True)  # with the index of another database
        self.database.start()
        self.store = f"postgres://assay@127.0.0.1:{port}/postgres"
        self.server = Process("serve-" + name, *ASSAY, "serve", "--port", str(self.port), "--store", self.store, "--data", f"{work}/serve-{name}")

    def metrics(self):
        said = asked(f"http://127.0.0.1:{self.port}/metrics") or ""
        return dict(line.rsplit(" ", 1) for line in said.splitlines() if line and line[0] != "#")

    def stored(self):
        """Articles, settled or not."""
        now = self.metrics()
        return sum(int(float(now.get(name, 0))) for name in ("assay_articles", "assay_unsettled_articles"))

    def settled(self):
        """Waits until nothing is to be settled; how many articles there are."""
        quiet = []

        def done():
            now = self.metrics()
            quiet.append(bool(now) and not any(float(now.get("assay_" + what, 0)) for what in WAITING))
            return quiet[-3:] == [True] * 3

        until(done, "settling of " + self.name)
        return self.stored()

    def end(self):
        self.server.end()
        self.database.stop()


class Cluster:
    """Flink of the add-on's libraries, with ZooKeeper for who is job manager; REST on `port`."""

    def __init__(self, port):
        self.port, self.home = port, work + "/cluster"
        os.makedirs(self.home + "/zookeeper", exist_ok=True)
        os.makedirs(self.home + "/conf", exist_ok=True)
        pathlib.Path(self.home + "/zoo.cfg").write_text(
            f"tickTime=2000\ndataDir={self.home}/zookeeper\nclientPort={port + 1}\nclientPortAddress=127.0.0.1\nadmin.enableServer=false\n"
            f"server.1=127.0.0.1:{port + 2}:{port + 3}\n")
        pathlib.Path(self.home + "/conf/config.yaml").write_text("\n".join([
            "jobmanager.rpc.address: 127.0.0.1", f"jobmanager.rpc.port: {port + 4}", f"rest.port: {port}", "rest.address: 127.0.0.1",
            "rest.bind-address: 127.0.0.1", "taskmanager.host: 127.0.0.1", "taskmanager.numberOfTaskSlots: 1", "parallelism.default: 3",
            "high-availability.type: zookeeper", f"high-availability.zookeeper.quorum: 127.0.0.1:{port + 1}",
            f"high-availability.storageDir: file://{self.home}/ha", f"execution.checkpointing.dir: file://{self.home}/checkpoints",
            # on a busy machine 10 s for an answer between its parts are too few
            "pekko.ask.timeout: 2min", "heartbeat.timeout: 120000",
            # few documents are between reading and storing, as in a run of many more
            "taskmanager.memory.segment-size: 4kb",
            # what Flink's own scripts reckon from the size of a process
            "taskmanager.cpu.cores: 1", *(f"taskmanager.memory.{part}: {size}" for part, size in MEMORY.items()), ""]))
        libraries = args.addon + "/lib/*"
        flink = [*JAVA, *OPENED, "-Xmx768m", "-cp", libraries]
        conf = ["--configDir", self.home + "/conf"]
        self.zookeeper = Process("zookeeper", *flink, "org.apache.flink.runtime.zookeeper.FlinkZooKeeperQuorumPeer",
                                 "--zkConfigFile", self.home + "/zoo.cfg", "--peerId", "1")
        self.manager = Process("jobmanager", *flink, "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint", *conf)
        self.workers = [Process(f"taskmanager{number}", *flink, "org.apache.flink.runtime.taskexecutor.TaskManagerRunner", *conf,
                                "-D", f"taskmanager.resource-id=worker{number}") for number in range(1, 4)]
        self.client = [*flink, "org.apache.flink.client.cli.CliFrontend"]

    def said(self, path):
        answer = asked(f"http://127.0.0.1:{self.port}{path}")
        return json.loads(answer) if answer else {}

    def submit(self, *arguments):
        until(lambda: self.said("/overview").get("taskmanagers") == 3, "the cluster")
        jar = glob.glob(args.addon + "/assay-flink-*.jar")[0]
        with open(work + "/client.log", "w") as log:
            subprocess.run([*self.client, "run", "-d", jar, *arguments], check=True, stdout=log, stderr=log,
                           env={**os.environ, "FLINK_CONF_DIR": self.home + "/conf"})

    def job(self):
        """As the job manager shows it; nothing while there is none."""
        jobs = self.said("/jobs/overview").get("jobs", [])
        return jobs[0] if jobs else {"state": "", "jid": ""}

    def checkpoint(self, kind):
        """The number of the last one that is `completed`, or that was `restored`; 0 if there is none."""
        latest = self.said(f"/jobs/{self.job()['jid']}/checkpoints").get("latest") or {}
        return (latest.get(kind) or {}).get("id", 0)

    def read(self):
        """Documents that the archives gave since the job was begun or last went on; known when it is finished."""
        parts = self.said(f"/jobs/{self.job()['jid']}").get("vertices", [])
        return sum(part["metrics"]["write-records"] for part in parts if "archives" in part["name"])

    def end(self):
        for process in [*self.workers, self.manager, self.zookeeper]:
            process.end()


def kill(process, what, share):
    """Ends a process when so much of all is stored, and starts it again; a late one once there is a checkpoint, from which the job then goes on."""
    stored = until(lambda: (now := flink.stored()) > share * (lines + pages) and (not args.late or cluster.checkpoint("completed")) and now, what)
    held = cluster.checkpoint("completed")
    process.kill()
    print(f"{what} killed {passed()}, with {stored} documents stored, checkpoint {held or 'none'} complete", flush=True)
    time.sleep(3)
    process.start()
    if args.late:
        restored = until(lambda: (now := cluster.checkpoint("restored")) >= held and cluster.job()["state"] in ("RUNNING", "FINISHED") and now, "going on")
        print(f"goes on from checkpoint {restored} {passed()}", flush=True)


def passed():
    return f"{time.time() - begun:.0f} s after the job was handed in"


archives, pages = archived(args.pages)
files = [*map(os.path.abspath, args.files), *archives]
lines = sum(1 for file in args.files for line in open(file, "rb") if line.strip())
print(f"{lines} lines and {pages} pages in {len(files)} files", flush=True)
ends = []
try:
    without = Desk("without", args.port, fresh=not os.path.exists(DONE))
    ends.append(without)
    until(without.metrics, "the first server")
    if not os.path.exists(DONE):
        run("backfill", *files, "--store", without.store, "--data", work + "/plan")
        run("work", "--until-done", "--store", without.store, "--data", work + "/worker")
    print(f"without Flink: {without.settled()} articles", flush=True)
    pathlib.Path(DONE).touch()
    without.server.end()
    for kept in ("cluster", "tasks"):  # of a run before, which was broken off
        shutil.rmtree(f"{work}/{kept}", ignore_errors=True)
    flink = Desk("with", args.port + 2)
    ends.append(flink)
    cluster = Cluster(args.port + 4)
    ends.append(cluster)
    cluster.submit(flink.store, work + "/tasks", *files)
    begun = time.time()
    kill(random.choice(cluster.workers), "a task manager", 1 / 2 if args.late else 1 / 4)
    kill(cluster.manager, "the job manager", 3 / 4 if args.late else 1 / 2)
    until(lambda: cluster.job()["state"] == "FINISHED", "the job")
    print(f"finished {passed()}; {cluster.read()} of {lines + pages} documents were read since it last went on", flush=True)
    print(f"with Flink: {flink.settled()} articles", flush=True)
    compared = subprocess.run([*JAVA, "-cp", args.classpath, "dev.assay.ingest.SameRowsRun", "compare", without.store, flink.store])
finally:
    for part in reversed(ends):
        part.end()
sys.exit(compared.returncode)
