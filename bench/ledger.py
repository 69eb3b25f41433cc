#!/usr/bin/env python3
"""Measures the ledger's pages of a server on a data folder.

    bench/made.py 100000 --short --figures | assay import --data DATA --batch
    bench/ledger.py DATA [--topic 稀土] [--requests 100]

For each page: first byte of the very first view, then the median and the 99th of the following views, processor time of the
server for one of them, bytes as sent and unpacked. The pages: the ledger of a topic, its tenth page, with a filter, of everything; the figure
with the most rows and its CSV; the topic page with its disputes; a search for articles in dispute.
"""
import argparse, gzip, http.client, os, pathlib, sqlite3, statistics, subprocess, time, urllib.parse

ASSAY = os.environ.get("ASSAY", str(pathlib.Path(__file__).resolve().parent.parent / "assay"))
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    started = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    first = response.read(1)
    seconds = time.perf_counter() - started
    sent = first + response.read()
    connection.close()
    body = gzip.decompress(sent) if response.getheader("Content-Encoding") == "gzip" else sent
    return seconds * 1000, len(sent), len(body), response.status


def pages(data, topic):
    store = sqlite3.connect(f"file:{data}/assay.db?mode=ro", uri=True)
    largest, figures = store.execute("select id, figures from ledger_entry order by figures desc limit 1").fetchone()
    print(store.execute("select count(*) from article").fetchone()[0], "articles,",
          store.execute("select count(*) from claim").fetchone()[0], "claims,",
          store.execute("select count(*) from ledger_entry").fetchone()[0], "entries; the largest has", figures, "figures")
    name = urllib.parse.quote(topic)
    yield "ledger of " + topic, f"/topics/{name}/ledger"
    yield "its tenth page", f"/topics/{name}/ledger?page=10"
    yield "one source of it", f"/topics/{name}/ledger?source=Meridian%20Wire&from=2024-01-01"
    yield "ledger of everything", "/ledger"
    yield "the largest figure", f"/ledger/{largest}"
    yield "its CSV", f"/api/v1/ledger/entries/{largest}/figures.csv"
    yield "topic page", f"/topics/{name}"
    yield "search in dispute", f"/search?q={name}&fact=disputed"


def ready(port, server):
    while server.poll() is None:
        try:
            return get(port, "/api/v1/status")
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server ended")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("--topic", default="稀土")
    options.add_argument("--requests", type=int, default=100)
    options.add_argument("--port", type=int, default=8497)
    options.add_argument("--settle", type=float, default=20, help="seconds in which the server's background work may end")
    args = options.parse_args()
    server = subprocess.Popen([ASSAY, "serve", "--data", args.data, "--port", str(args.port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        ready(args.port, server)
        time.sleep(args.settle)
        print(f"{'page':32} {'first ms':>9} {'median':>8} {'p99':>8} {'cpu ms':>8} {'sent':>9} {'unpacked':>9}")
        for label, path in pages(args.data, args.topic):
            first, sent, unpacked, status = get(args.port, path)
            assert status == 200, (path, status)
            started = processor_seconds(server.pid)
            times = sorted(get(args.port, path)[0] for _ in range(args.requests))
            processor = (processor_seconds(server.pid) - started) / args.requests * 1000
            print(f"{label:32} {first:9.1f} {statistics.median(times):8.1f} {times[int(len(times) * .99) - 1]:8.1f}"
                  f" {processor:8.1f} {sent:9,} {unpacked:9,}", flush=True)
    finally:
        server.terminate()
        server.wait()


main()
