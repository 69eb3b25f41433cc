#!/usr/bin/env python3
"""What does each step cost an article, or a question, at ten thousand, a hundred thousand and a million made articles?

    bench/growth.py FOLDER [--sizes 10000,100000] [--further 500] [--requests 60] [--classpath CP] [--write]

Fills FOLDER with made articles up to each size (it goes on where it stopped), and there takes in --further ones more under a flight recorder
that samples processor time, of which each sample belongs to the step whose code it is in; then starts a server on the folder and asks
each page, half of the times to warm up. All figures are processor time, so that a busy machine does not blur them. Prints a table, and with --write
puts it and the ratios of the largest size to the smallest into docs/performance.md. Needs the compiled classes and test classes, and a JDK 25.
"""
import argparse, collections, http.client, os, pathlib, re, resource, subprocess, sys, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARKS = "<!-- bench/growth.py -->\n", "<!-- end of bench/growth.py -->\n"
FLAGS = ["-XX:+UseSerialGC", "-Xmx512m", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:-UsePerfData"]
TICKS = os.sysconf("SC_CLK_TCK")

# The first whose code a sample's stack has, from the inside out, is its step.
STEPS = [
    ("joining copies", "dev.assay.ingest.CopyJoin", "dev.assay.ingest.PairCompletion"),
    ("events", "dev.assay.event."),
    ("ledger", "dev.assay.ledger.kept."),
    ("tags", "dev.assay.ingest.Tagging", "dev.assay.store.TagTable", "dev.assay.store.NameLinkTable"),
    ("index", "dev.assay.index.", "org.apache.lucene."),
    ("reading the text", "dev.assay.ingest.Preparation"),
    ("storing the rest", "dev.assay.ingest.Recording", "dev.assay.store."),
]
PAGES = [
    ("search", "/search?q=" + urllib.parse.quote("稀土")),
    ("topic page", "/topics/" + urllib.parse.quote("稀土联盟")),
    ("ledger", "/ledger?topic=" + urllib.parse.quote("稀土")),
    ("topic page as of a moment", "/topics/" + urllib.parse.quote("稀土联盟") + "?as_of={now}"),
    ("metrics", "/metrics"),
]


def made(count, skipped):
    """Lines of made articles without the first ones, the same for the same seed whatever their number."""
    process = subprocess.Popen([sys.executable, ROOT / "bench" / "made.py", str(skipped + count), "--short", "--figures", "--firms", "--a-day", "50"], stdout=subprocess.PIPE)
    for number, line in enumerate(process.stdout):
        if number >= skipped:
            yield line
    process.wait()


def take_in(java, folder, count, have, *flags):
    """Processor seconds of an import of the next articles."""
    lines = folder / "lines.jsonl"
    with open(lines, "wb") as out:
        out.writelines(made(count, have))
    begun = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(lines) as articles:
        subprocess.run([*java, *flags, "dev.assay.app.Main", "import", "--batch", "--data", folder / "data"], stdin=articles,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines.unlink()
    return after.ru_utime + after.ru_stime - begun.ru_utime - begun.ru_stime


def steps(java, folder, count, have):
    """Milliseconds of processor time an article by step; start-up and the compiler are in no step."""
    recording = folder / "steps.jfr"
    take_in(java, folder, count, have, f"-XX:StartFlightRecording=filename={recording},jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=10ms")
    text = subprocess.run([pathlib.Path(java[0]).parent / "jfr", "print", "--events", "jdk.CPUTimeSample", "--stack-depth", "64", recording],
                          capture_output=True, text=True, check=True).stdout
    found = collections.Counter()
    for sample in text.split("jdk.CPUTimeSample {")[1:]:
        for frame in re.findall(r"^ +([\w.$]+)\.[\w$<>]+\(", sample, re.M):
            step = next((name for name, *places in STEPS if any(frame.startswith(place) for place in places)), None)
            if step:
                found[step] += 10
                break
    recording.unlink()
    return {name: found[name] / count for name, *_ in STEPS}


def processor_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def pages(java, folder, requests):
    """Milliseconds of the server's processor time a request, by page, once half of the requests have warmed it up."""
    server = subprocess.Popen([*java, "dev.assay.app.Main", "serve", "--port", "0", "--data", folder / "data", "--lang", "en"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    found = {}
    try:
        port = int(server.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
        time.sleep(20)  # what it does in the background once it has begun
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())  # one moment, since what is opened of it is kept
        for name, path in PAGES:
            path = path.replace("{now}", now)
            for _ in range(2):
                before = processor_seconds(server.pid)
                for _ in range(requests // 2):
                    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
                    connection.request("GET", path)
                    response = connection.getresponse()
                    response.read()
                    assert response.status == 200, f"{path}: {response.status}"
                    connection.close()
                found[name] = (processor_seconds(server.pid) - before) * 1000 / (requests // 2)
    finally:
        server.terminate()
        server.wait()
    return found


def table(sizes, measured):
    rows = ["| | " + " | ".join(f"{size:,}" for size in sizes) + " | largest to smallest |", "| --- |" + " --- |" * (len(sizes) + 1)]
    for name in measured[sizes[0]]:
        figures = [measured[size][name] for size in sizes]
        ratio = f"{figures[-1] / figures[0]:.2f}" if figures[0] else "-"
        rows.append(f"| {name} | " + " | ".join(f"{figure:.2f}" for figure in figures) + f" | {ratio} |")
    return "\n".join(rows) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--sizes", default="10000,100000")
    options.add_argument("--further", type=int, default=500)
    options.add_argument("--requests", type=int, default=60)
    options.add_argument("--classpath")
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    sizes = sorted(int(size) for size in options.sizes.split(","))
    listing = ROOT / "target" / "bench-classpath"
    if not options.classpath and (not listing.exists() or listing.stat().st_mtime < (ROOT / "pom.xml").stat().st_mtime):
        subprocess.run(["mvn", "-B", "-q", "dependency:build-classpath", "-Dmdep.includeScope=test", f"-Dmdep.outputFile={listing}"], cwd=ROOT, check=True)
    classpath = options.classpath or f"{ROOT}/target/test-classes:{ROOT}/target/classes:{listing.read_text().strip()}"
    java = [os.path.join(os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64"), "bin", "java"), *FLAGS, "-cp", classpath]
    options.folder.mkdir(parents=True, exist_ok=True)
    counted = options.folder / "count"
    measured = {}
    for size in sizes:
        have = int(counted.read_text()) if counted.exists() else 0
        bulk = take_in(java, options.folder, size - have, have) if size > have else 0
        result = {"import, in bulk": bulk * 1000 / max(1, size - have)}
        have = max(have, size)
        result |= {f"import, {name}": cost for name, cost in steps(java, options.folder, options.further, have).items()}
        counted.write_text(str(have + options.further))
        result |= {f"{name}, a request": cost for name, cost in pages(java, options.folder, options.requests).items()}
        measured[size] = result
        print(table(list(measured), measured), flush=True)
    if options.write:
        path = ROOT / "docs" / "performance.md"
        text = path.read_text()
        begin, end = text.index(MARKS[0]) + len(MARKS[0]), text.index(MARKS[1])
        path.write_text(text[:begin] + table(sizes, measured) + text[end:])


if __name__ == "__main__":
    main()
