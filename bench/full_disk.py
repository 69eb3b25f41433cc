#!/usr/bin/env python3
"""Imports into disks that are too small, and looks at what is said and what is left.

    unshare -rm bench/full_disk.py LINES.jsonl [--sizes 1,2,3,4,6,8] [--command ./assay]

Each disk is a file system in memory of so many megabytes. A full disk must end in words, without a stack trace; reading commands must
go on; with more room the same import must complete, with what had been acknowledged still there and `verify` clean. Linux only.
"""
import argparse, json, os, pathlib, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("lines")
    options.add_argument("--sizes", default="1,2,3,4,6,8")
    options.add_argument("--command", default=str(ROOT / "assay"))
    args = options.parse_args()
    batch = pathlib.Path(args.lines).read_bytes()
    bad = 0
    for size in args.sizes.split(","):
        disk = tempfile.mkdtemp(prefix="assay-full-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}m", "tmpfs", disk], check=True)
        faults = tried(args, disk, batch)
        print(f"{size} MB: {'; '.join(faults) or 'well'}", flush=True)
        bad += bool(faults)
        subprocess.run(["umount", disk])
        os.rmdir(disk)
    sys.exit(1 if bad else 0)


def run(args, disk, *arguments, given=b""):
    return subprocess.run(args.command.split() + list(arguments) + ["--data", f"{disk}/data", "--lang", "en"], input=given,
                          capture_output=True)


def tried(args, disk, batch):
    faults = []

    def heard(name, ended):
        said = ended.stderr.decode("utf-8", "replace")
        if "\tat " in said or "should not" in said:
            faults.append(f"{name} printed a trace: {said[:300]}")
        return ended

    full = heard("import", run(args, disk, "import", "--batch", "--json", given=batch))
    acknowledged = {json.loads(line)["article"] for line in full.stdout.decode().splitlines() if line.endswith("}")} - {None}
    if full.returncode == 1 and not full.stderr.strip():
        faults.append("import said nothing")
    for command in (["status"], ["search", "gallium"], ["doctor"]):
        heard(command[0], run(args, disk, *command))
    subprocess.run(["mount", "-o", "remount,size=512m", disk], check=True)
    again = heard("import with room", run(args, disk, "import", "--batch", "--json", given=batch))
    stored = {json.loads(line)["article"] for line in again.stdout.decode().splitlines()} - {None}
    if again.returncode not in (0, 4):
        faults.append(f"import with room ended with {again.returncode}: {again.stderr.decode()[:300]}")
    if not acknowledged <= stored:
        faults.append(f"lost {acknowledged - stored}")
    verify = heard("verify", run(args, disk, "verify"))
    if verify.returncode:
        faults.append(f"verify: {verify.stdout.decode()[:300]}")
    print(f"  acknowledged {len(acknowledged)} on the small disk, {len(stored)} with room; {full.stderr.decode().strip()[:140]}")
    return faults


if __name__ == "__main__":
    main()
