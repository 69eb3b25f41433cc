#!/usr/bin/env python3
"""Sets Assay's search beside an OpenSearch node: the same made articles and fields, the same queries, the same heap, in one run.

    bench/opensearch.py WORK [--articles 200000] [--queries 1000] [--heap 512m]

WORK is a folder for the data of both; what is in it is used again. Needs `mvn test-compile` done (by ./assay test) and
Maven for the node's jars. Both answer over HTTP on loopback; the queries go to them in turn: best 20 or newest 20, filters,
counts by language, source and kind, totals to 10,000, copies folded, passages highlighted. When the data of both are complete
and both are at rest, both are started again, so that memory is that of answering: the articles come without claims, which a server
reads when it first starts, and the node keeps what filling it took.
"""
import argparse, http.client, json, os, pathlib, subprocess, sys, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = ROOT / "bench" / "opensearch"
JAVA = os.path.join(os.environ.get("JAVA_HOME", ""), "bin", "java") if os.environ.get("JAVA_HOME") else "java"
PORT = 19207


def assay_class_path():
    listing = ROOT / "target" / "bench-classpath"
    if not listing.exists() or listing.stat().st_mtime < (ROOT / "pom.xml").stat().st_mtime:  # the same file that bench/all makes
        subprocess.run(["mvn", "-B", "-q", "dependency:build-classpath", "-Dmdep.includeScope=test", f"-Dmdep.outputFile={listing}"],
                       cwd=ROOT, check=True)
    return f"{ROOT}/target/test-classes:{ROOT}/target/classes:{listing.read_text().strip()}"


def java(heap, class_path, *command, **how):
    flags = ["-XX:+UseSerialGC", f"-Xmx{heap}", "--add-modules", "jdk.incubator.vector"]
    return subprocess.Popen([JAVA, *flags, "-cp", class_path, *command], text=True, stderr=subprocess.DEVNULL, **how)


def resident(process):
    for line in open(f"/proc/{process.pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


def at_rest(processes):
    """Waits until none has used a tenth of a processor for three seconds: a server may still have work from its start, a node merges."""
    def used():
        return [sum(map(int, open(f"/proc/{p.pid}/stat").read().rsplit(")", 1)[1].split()[11:13])) for p in processes]
    before, quiet = used(), 0
    for _ in range(600):
        time.sleep(1)
        now = used()
        quiet = quiet + 1 if all(b - a < 10 for a, b in zip(before, now)) else 0
        before = now
        if quiet == 3:
            return


class Peer:
    def __init__(self, port):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    def ask(self, method, path, body=None, kind="application/json"):
        self.connection.request(method, path, body=body, headers={"Content-Type": kind} if body else {})
        response = self.connection.getresponse()
        answer = response.read()
        if response.status >= 300:
            sys.exit(f"{method} {path}: {response.status} {answer[:400]}")
        return json.loads(answer) if answer else {}


MAPPING = {
    "settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
    "mappings": {"properties": {
        "title_zh": {"type": "text", "analyzer": "cjk"}, "text_zh": {"type": "text", "analyzer": "cjk"},
        "title_en": {"type": "text", "analyzer": "english"}, "text_en": {"type": "text", "analyzer": "english"},
        "language": {"type": "keyword"}, "source": {"type": "keyword"}, "kind": {"type": "keyword"}, "group": {"type": "keyword"},
        "published": {"type": "date"}}}}


def fill(peer, articles):
    peer.ask("PUT", "/articles", json.dumps(MAPPING))
    seconds, count, lines = 0.0, 0, []

    def send():
        nonlocal seconds
        started = time.perf_counter()
        answer = peer.ask("POST", "/articles/_bulk", ("\n".join(lines) + "\n").encode(), "application/x-ndjson")
        seconds += time.perf_counter() - started
        assert not answer["errors"]
        lines.clear()

    for line in open(articles):
        article = json.loads(line)
        script = "zh" if article["lang"].startswith("zh") else "en"
        lines.append(json.dumps({"index": {"_id": article["id"]}}))
        lines.append(json.dumps({f"title_{script}": article["title"], f"text_{script}": article["text"], "kind": "news",
                                 "language": article["lang"], "source": article["source"], "published": article["published"],
                                 "group": article.get("copyOf", article["id"])}, ensure_ascii=False))
        count += 1
        if len(lines) == 4000:
            send()
    if lines:
        send()
    started = time.perf_counter()
    peer.ask("POST", "/articles/_refresh")
    peer.ask("POST", "/articles/_flush")
    seconds += time.perf_counter() - started
    print(f"OpenSearch: {count:,} articles in {seconds:.1f} s: {count / seconds:,.0f} a second", flush=True)


def query_of(asked):
    text = asked["q"].strip('"')
    phrase = asked["q"].startswith('"')
    script = "zh" if any("\u4e00" <= c <= "\u9fff" for c in text) else "en"
    match = {"multi_match": {"query": text, "fields": [f"title_{script}^2", f"text_{script}"],
                             "type": "phrase" if phrase else "most_fields"}}
    filters = []
    if "lang" in asked:
        filters.append({"terms": {"language": ["zh-Hans", "zh-Hant"] if asked["lang"] == "zh" else [asked["lang"]]}})
    if "source" in asked:
        filters.append({"term": {"source": asked["source"]}})
    if "from" in asked:
        filters.append({"range": {"published": {"gte": asked["from"]}}})
    body = {"size": 20, "query": {"bool": {"must": [match], "filter": filters}}, "collapse": {"field": "group"},
            "aggs": {name: {"terms": {"field": name, "size": 50}} for name in ("language", "source", "kind")},
            "highlight": {"fields": {f"title_{script}": {}, f"text_{script}": {}}}}
    if asked.get("sort") == "newest":
        body["sort"] = [{"published": "desc"}]
    return json.dumps(body)


def path_of(asked):
    parts = {"q": asked["q"], "limit": 20}
    parts.update({key: asked[key] for key in ("lang", "source", "from", "sort") if key in asked})
    return "/api/v1/search?" + urllib.parse.urlencode(parts)


def timed(ask):
    started = time.perf_counter()
    answer = ask()
    return (time.perf_counter() - started) * 1000, answer


def quantiles(times):
    times = sorted(times)
    return f"p50 {times[len(times) // 2]:.1f}, p90 {times[len(times) * 9 // 10]:.1f}, p99 {times[len(times) * 99 // 100]:.1f} ms"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("work", type=pathlib.Path)
    options.add_argument("--articles", type=int, default=200_000)
    options.add_argument("--queries", type=int, default=1_000)
    options.add_argument("--heap", default="512m")
    args = options.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    articles, data = args.work / "articles.jsonl", args.work / "assay"
    made = [sys.executable, str(ROOT / "bench" / "made.py")]
    if not articles.exists():
        subprocess.run([*made, str(args.articles), "--short"], stdout=open(articles, "w"), check=True)
    queries = [json.loads(line) for line in subprocess.run([*made, str(args.queries), "--queries"], capture_output=True, text=True).stdout.splitlines()]
    if not (HERE / "target" / "classpath").exists():
        subprocess.run(["mvn", "-q", "compile", "dependency:build-classpath", "-Dmdep.outputFile=target/classpath"], cwd=HERE, check=True)

    ours = assay_class_path()
    if not data.exists():
        build = java(args.heap, ours, "dev.assay.search.ScaleRun", "build", str(data), stdin=open(articles), stdout=subprocess.PIPE)
        print("Assay:", build.communicate()[0].strip(), flush=True)

    theirs = f"{HERE}/target/classes:{(HERE / 'target' / 'classpath').read_text()}"
    fresh = not (args.work / "opensearch").exists()

    def start():
        node = java(args.heap, theirs, "dev.assay.bench.opensearch.SearchNode", str(args.work / "opensearch"), str(PORT), stdout=subprocess.PIPE)
        server = java(args.heap, ours, "dev.assay.app.Main", "serve", "--port", "0", "--data", str(data), "--lang", "en", stdout=subprocess.PIPE)
        while "ready" not in node.stdout.readline():
            pass
        return node, server, int(server.stdout.readline().split("127.0.0.1:")[1].split("/")[0])

    node, server, port = start()
    try:
        if fresh:
            fill(Peer(PORT), articles)
        at_rest([server, node])
        for process in (node, server):
            process.terminate()
            process.wait()
        node, server, port = start()
        at_rest([server, node])
        opensearch, assay = Peer(PORT), Peer(port)
        for round in (1, 2, 3):
            ours_times, their_times, ours_hits, their_hits = [], [], 0, 0
            for asked in queries:
                took, answer = timed(lambda: assay.ask("GET", path_of(asked)))
                ours_times.append(took)
                ours_hits += len(answer["hits"])
                took, answer = timed(lambda: opensearch.ask("POST", "/articles/_search", query_of(asked)))
                their_times.append(took)
                their_hits += len(answer["hits"]["hits"])
            print(f"round {round}: Assay {quantiles(ours_times)}, {ours_hits} hits, {resident(server):.0f} MB resident; "
                  f"OpenSearch {quantiles(their_times)}, {their_hits} hits, {resident(node):.0f} MB resident", flush=True)
    finally:
        node.kill()
        server.kill()


main()
