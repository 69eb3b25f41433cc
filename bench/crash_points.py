#!/usr/bin/env python3
"""Looks at what a killed process would leave behind, at each thing that it asks of the system to change in its data folder.

    bench/crash_points.py [--articles 12] [--every 1] [--most 2000] [--command ./assay] [--classes CLASSPATH]

A small library (crash_points.c, built here with cc) keeps a copy of the folder before each write, sync, rename, truncation and
removal of an import into an empty folder (all changes of the schema among them), an import of changed articles, a fold, an alias,
a deletion, reindex, reprocess and restore. Then each copy is opened as the next process would open it: what had been acknowledged
by then must be there, and `verify` must find nothing. Linux only. Needs the test classes (mvn test-compile), or their class path.
Prints a line a command; exits 1 if a copy is not whole.
"""
import argparse, json, os, pathlib, shutil, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SUBJECTS = [("Gallium", "镓"), ("Germanium", "锗"), ("Neodymium", "钕"), ("Terbium", "铽"), ("Cobalt", "钴"), ("Lithium", "锂")]


def lines(count, price):
    for number in range(count):
        english, chinese = SUBJECTS[number % len(SUBJECTS)]
        if number % 2:
            yield {"id": f"zh{number}", "title": f"{chinese}价{number}", "source": "河口商报", "published": "2025-11-02",
                   "text": f"{chinese}的价格升至每公斤{price + number}元。\n中国{chinese}产量占全球的{60 + number}%。"}
        else:
            yield {"id": f"en{number}", "title": f"{english} {number}", "source": "Harbour Post", "published": "2025-11-02",
                   "text": f"{english} rose to ${price + number} a kilogram.\nChina makes {60 + number} % of the world's {english.lower()}."}


def run(args, arguments, data, images=None, given=None, said=None):
    environment = dict(os.environ)
    if images:
        images.mkdir(parents=True)
        environment |= {"LD_PRELOAD": str(args.library), "CRASH_DATA": str(data), "CRASH_IMAGES": str(images),
                        "CRASH_EVERY": str(args.every), "CRASH_MOST": str(args.most)}
    with open(said or os.devnull, "wb") as out:
        ended = subprocess.run(args.command.split() + arguments + ["--data", str(data)], env=environment, stdout=out,
                               input=given, stderr=subprocess.PIPE)
    if ended.returncode:
        sys.exit(f"{arguments} ended with {ended.returncode}: {ended.stderr.decode()[:500]}")


def look(args, name, images, must):
    kept = sum(1 for _ in images.iterdir())
    ended = subprocess.run([args.java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", args.classes,
                            "dev.assay.ingest.CrashImages", str(images), ",".join(must)] if must else
                           [args.java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", args.classes,
                            "dev.assay.ingest.CrashImages", str(images)], capture_output=True, text=True)
    print(f"{name}: {ended.stdout.strip() or ended.stderr[-500:]}", flush=True)
    return kept, ended.returncode


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--articles", type=int, default=12)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--most", type=int, default=2000)
    options.add_argument("--command", default=str(ROOT / "assay"))
    options.add_argument("--classes", default=f"{ROOT}/target/classes:{ROOT}/target/test-classes:{ROOT}/target/app/lib/*")
    options.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin/java"))
    args = options.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="assay-crash-points-"))
    args.library = work / "crash_points.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", args.library, ROOT / "bench/crash_points.c", "-ldl", "-lpthread"], check=True)
    data = work / "data"
    batch = [json.dumps(line, ensure_ascii=False) for line in lines(args.articles, 300)]
    changed = [json.dumps(line, ensure_ascii=False) for line in lines(args.articles // 2, 305)]
    points = bad = 0

    def tried(name, arguments, given=None, must=(), said=None, folder=data):
        nonlocal points, bad
        images = work / "images" / name.replace(" ", "-")
        if said:
            folder.mkdir(parents=True, exist_ok=True)
        run(args, arguments, folder, images, given, said)
        kept, code = look(args, name, images, must)
        points, bad = points + kept, bad + (code != 0)

    tried("import into nothing", ["import", "--batch", "--json"], "\n".join(batch).encode(), said=data / "acknowledged")
    stored = [json.loads(line)["article"] for line in (data / "acknowledged").read_text("utf-8").splitlines()]
    tried("import of changes", ["import", "--batch", "--json"], "\n".join(changed).encode(), stored, data / "acknowledged")
    (data / "acknowledged").unlink()
    tried("fold", ["fold", "en0", "en2"], must=stored)
    tried("alias", ["alias", "add", "gallium", "Eka-aluminium"], must=stored)
    tried("delete", ["delete", "zh1"], must=[id for id in stored if id != stored[1]])
    left = [id for id in stored if id != stored[1]]
    tried("reindex", ["reindex"], must=left)
    tried("reprocess", ["reprocess"], must=left)
    run(args, ["backup", str(work / "kept.assay")], data)
    tried("restore", ["restore", str(work / "kept.assay")], folder=work / "restored")
    print(f"{points} points, {'all whole' if not bad else 'NOT WHOLE'}")
    if not bad:
        shutil.rmtree(work)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
