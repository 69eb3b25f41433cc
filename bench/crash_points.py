#!/usr/bin/env python3
"""Looks at what a killed process would leave behind, at each thing that it asks of the system to change in its data folder.

    bench/crash_points.py --work DIR [--points 10000] [--classes CLASSPATH]

A small library (crash_points.c, built here with cc) keeps a copy of the folder before each write, sync, rename, truncation and
removal of an import into an empty folder (all changes of the schema among them), an import of changed articles, a fold, an alias,
a deletion, reindex, reprocess and restore. Each copy is opened as the next process would open it: what had been acknowledged by
then must be there, and `verify` must find nothing. Round after round, each with other articles, in one process (CrashRounds, among
the tests), until there were so many points. Begun again with the same DIR (a file system in memory is best), it goes on after what was
looked at. Linux only. Needs the test classes (mvn test-compile), or their class path. Prints a line a command and the sum; copies that
are not whole are kept in DIR/bad/ROUND-COMMAND; exits 1 if there are such.
"""
import argparse, os, pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--work", required=True)
    options.add_argument("--points", type=int, default=10000)
    options.add_argument("--classes", default=f"{ROOT}/target/classes:{ROOT}/target/test-classes:{ROOT}/target/app/lib/*")
    options.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin/java"))
    args = options.parse_args()
    work = pathlib.Path(args.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    library = work / "crash_points.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-O2", "-o", library, ROOT / "bench/crash_points.c", "-ldl", "-lpthread"], check=True)
    environment = os.environ | {"LD_PRELOAD": str(library), "CRASH_DATA": str(work / "desk"), "CRASH_IMAGES": str(work / "images")}
    code = subprocess.run([args.java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp",
                           args.classes, "dev.assay.app.CrashRounds", str(work), str(args.points)], env=environment).returncode
    lines = [line.rstrip("\n").split("\t") for line in open(work / "points.tsv", encoding="utf-8")]
    points, bad = (sum(int(line[column]) for line in lines) for column in (2, 3))
    print(f"{points} points in {lines[-1][0]} rounds, {f'{bad} NOT WHOLE' if bad else 'all whole'}")
    sys.exit(code)


if __name__ == "__main__":
    main()
