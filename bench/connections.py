#!/usr/bin/env python3
"""Does a server hold out? Many connections that stay open, each asking for a page every few seconds, for minutes.

    bench/connections.py DATA [--connections 200] [--minutes 10] [--pause 5] [--heap 512m] [--classpath CP]

Asks the first page, a topic, a search, the ledger, /health and articles of the search, in turns. Prints for each minute the requests, how many failed,
the median and the 99th of 100 by the clock, and the server's resident memory, threads and open files. Ends with 1 if a request failed. DATA is read, not written.
"""
import argparse, asyncio, os, pathlib, re, subprocess, sys, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["/", "/topics/" + urllib.parse.quote("稀土"), "/search?q=" + urllib.parse.quote("稀土"), "/ledger", "/health"]


class Minute:
    def __init__(self):
        self.times, self.failed = [], []

    def line(self, number, pid):
        times = sorted(self.times) or [0]
        status = dict(re.findall(r"^(\w+):\s+(\d+)", open(f"/proc/{pid}/status").read(), re.M))
        return (f"minute {number}: {len(self.times)} answers, {len(self.failed)} failed; p50 {times[len(times) // 2] * 1000:.0f} ms, "
                f"p99 {times[int(len(times) * .99) - 1] * 1000:.0f} ms; {int(status['VmRSS']) // 1024} MB resident, {status['Threads']} threads, "
                f"{len(os.listdir(f'/proc/{pid}/fd'))} files")


async def answer(reader, writer, path):
    """The status and body of one request on a connection that stays open."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = re.search(r"(?i)^content-length: (\d+)", head, re.M)
    body = b""
    if length:
        body = await reader.readexactly(int(length.group(1)))
    elif re.search(r"(?i)^transfer-encoding: chunked", head, re.M):
        while size := int((await reader.readuntil(b"\r\n")), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readuntil(b"\r\n")
    return int(head.split()[1]), body


async def connection(number, port, pages, until, pause, minute):
    reader = writer = None
    await asyncio.sleep(pause * number / 200)  # not all at once
    while time.time() < until:
        path = pages[number % len(pages)]
        number += 1
        begun = time.time()
        try:
            if writer is None:
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            status, _ = await asyncio.wait_for(answer(reader, writer, path), 60)
            if status >= 400:
                raise OSError(f"{path}: {status}")
            minute().times.append(time.time() - begun)
        except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.TimeoutError) as error:
            minute().failed.append(f"{path}: {type(error).__name__} {error}")
            if writer:
                writer.close()
            writer = None
        await asyncio.sleep(pause)
    if writer:
        writer.close()


async def run(options, port, pid):
    status, found = await answer(*await asyncio.open_connection("127.0.0.1", port), PAGES[2])
    pages = PAGES + sorted(set(re.findall(r'href="(/articles/[^"?#/]+)"', found.decode())))[:5]
    begun = time.time()
    minutes = [Minute() for _ in range(options.minutes + 2)]
    until = begun + options.minutes * 60
    tasks = [asyncio.create_task(connection(i, port, pages, until, options.pause, lambda: minutes[int((time.time() - begun) // 60)]))
             for i in range(options.connections)]
    print(f"{options.connections} connections, {len(pages)} pages (status of the search: {status})", flush=True)
    for number in range(options.minutes):
        await asyncio.sleep(max(0, begun + 60 * (number + 1) - time.time()))
        print(minutes[number].line(number + 1, pid), flush=True)
    await asyncio.gather(*tasks)
    failed = [one for minute in minutes for one in minute.failed]
    print(f"in all {sum(len(minute.times) for minute in minutes)} answers, {len(failed)} failed", *sorted(set(failed))[:10], sep="\n  ")
    return len(failed)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data")
    options.add_argument("--connections", type=int, default=200)
    options.add_argument("--minutes", type=int, default=10)
    options.add_argument("--pause", type=float, default=5)
    options.add_argument("--heap", default="512m")
    options.add_argument("--classpath", help="classes and libraries of Assay; else ./assay is run")
    options = options.parse_args()
    command = [ROOT / "assay", "serve"]
    if options.classpath:
        command = [os.path.join(os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64"), "bin", "java"), "-XX:+UseSerialGC", f"-Xmx{options.heap}",
                   "--enable-native-access=ALL-UNNAMED", "-cp", options.classpath, "dev.assay.app.Main", "serve"]
    server = subprocess.Popen([*command, "--port", "0", "--data", options.data, "--lang", "zh"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              text=True, env={**os.environ, "ASSAY_HEAP": options.heap})
    try:
        port = int(server.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
        failed = asyncio.run(run(options, port, server.pid))
    finally:
        server.terminate()
        server.wait()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
