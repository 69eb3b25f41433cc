#!/usr/bin/env python3
"""Measures a server and the command line on a data folder.

    bench/serve.py DATA [--topic 稀土联盟] [--requests 200]

Prints: start to ready, resident memory before and after the requests, first byte of the topic page (median and 99th of
100), bytes of the page as sent, and the time of `assay topic` and `assay search` on the command line.
"""
import argparse, http.client, pathlib, statistics, subprocess, time, urllib.parse

ASSAY = str(pathlib.Path(__file__).resolve().parent.parent / "assay")


def resident_megabytes(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024


def first_byte(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    started = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    response.read(1)
    seconds = time.perf_counter() - started
    size = 1 + len(response.read())
    connection.close()
    return seconds * 1000, size, response.status


def timed(*command):
    times = []
    for _ in range(5):
        started = time.perf_counter()
        subprocess.run([ASSAY, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("--topic", default="稀土联盟")
    options.add_argument("--requests", type=int, default=200)
    args = options.parse_args()
    path = "/topics/" + urllib.parse.quote(args.topic)

    started = time.perf_counter()
    server = subprocess.Popen([ASSAY, "serve", "--port", "0", "--data", args.data, "--lang", "en"], stdout=subprocess.PIPE, text=True)
    line = server.stdout.readline()
    ready = time.perf_counter() - started
    port = int(line.split("127.0.0.1:")[1].split("/")[0])
    print(f"start to ready: {ready:.2f} s; resident {resident_megabytes(server.pid):.0f} MB")
    cold, size, status = first_byte(port, path)
    times = sorted(first_byte(port, path)[0] for _ in range(args.requests))
    print(f"topic page {args.topic}: {status}, {size} bytes as sent; first byte cold {cold:.0f} ms, "
          f"median {statistics.median(times):.1f} ms, 99th of 100 {times[int(len(times) * .99) - 1]:.1f} ms")
    print(f"resident after {args.requests} requests: {resident_megabytes(server.pid):.0f} MB")
    server.terminate()
    server.wait()
    print(f"assay topic: {timed('topic', args.topic, '--data', args.data):.2f} s; "
          f"assay search: {timed('search', args.topic, '--data', args.data):.2f} s (median of 5)")


main()
