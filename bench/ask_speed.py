"""How long until the first sentence of an answer, and what an evidence pack of 1,000 articles takes.

    python3 bench/ask_speed.py http://127.0.0.1:8420 PID [QUESTIONS]

PID is that of the server; the processor time of the threads that answer is read by the JDK's jstack (JAVA_HOME). Questions are
made of words that stand in one article, so that each has something to find. Wall clock on a busy machine says little: processor time and ratios are what is to be compared.
"""

import json
import os
import random
import re
import subprocess
import sys
import time
import urllib.parse
import urllib.request

BASE, PID = sys.argv[1], int(sys.argv[2])
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 60
JSTACK = os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "jstack")
random.seed(7)


def processor():
    """Seconds of the threads that answer requests: what a server does beside does not count."""
    told = subprocess.run([JSTACK, str(PID)], capture_output=True, text=True, check=True).stdout
    answering = re.findall(r'^"ForkJoinPool[^"]*".*? cpu=([0-9.]+)ms', told, re.M)
    return sum(map(float, answering)) / 1000


def memory(name):
    for line in open(f"/proc/{PID}/status"):
        if line.startswith(name):
            return int(line.split()[1]) // 1024
    return 0


def get(path):
    with urllib.request.urlopen(BASE + path) as answer:
        return json.load(answer)


def listed():
    """Texts of some articles, from all over the library."""
    texts, token = [], ""
    while len(texts) < COUNT:
        found = get("/api/v1/search?q=&sort=newest&limit=100" + (f"&page={token}" if token else ""))
        for hit in found["hits"]:
            article = get("/api/v1/articles/" + hit["article"]["id"])
            long = [p["text"] for p in article["paragraphs"] if len(p["text"]) > 40]
            if long:
                texts.append(random.choice(long))
            if len(texts) >= COUNT:
                break
        token = urllib.parse.quote(found["next_token"] or "")
        if not token:
            break
    return texts


def question(text):
    words = text.split()
    if len(words) > 8:
        at = random.randrange(len(words) - 6)
        return " ".join(words[at : at + 6]) + "?"
    at = random.randrange(max(1, len(text) - 14))
    return text[at : at + 12] + "？"


def ask(words):
    body = json.dumps({"question": words, "keep": False}).encode()
    request = urllib.request.Request(
        BASE + "/api/v1/ask", body, {"Content-Type": "application/json", "Accept": "text/event-stream"})
    began, first = time.perf_counter(), None
    with urllib.request.urlopen(request) as answer:
        for line in answer:
            if line.startswith(b"event: sentence") and first is None:
                first = time.perf_counter() - began
    return first, time.perf_counter() - began


def part(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] if values else float("nan")


questions = [question(text) for text in listed()]
for words in questions[:10]:
    ask(words)
before = processor()
told = [ask(words) for words in questions]
spent = (processor() - before) / len(questions)
first = [f for f, _ in told if f is not None]
print(f"{len(questions)} questions, {len(first)} with a sentence; processor time {1000 * spent:.0f} ms each")
for name, times in (("first sentence", first), ("end, the latest that a first sentence can come", [end for _, end in told])):
    print(f"{name}: median {1000 * part(times, .5):.0f} ms, p99 {1000 * part(times, .99):.0f} ms (wall)")

ids = []
token = ""
while len(ids) < 100:
    found = get("/api/v1/search?q=&sort=newest&limit=100" + (f"&page={token}" if token else ""))
    ids += [hit["article"]["id"] for hit in found["hits"]]
    token = urllib.parse.quote(found["next_token"] or "")
    if not token:
        break
for size in (100, 1000):
    before, began = processor(), time.perf_counter()
    few = [("article", i) for i in ids[:size]]
    query = urllib.parse.urlencode(few if size < 1000 else [("topic", "lang:zh")])
    with urllib.request.urlopen(f"{BASE}/api/v1/pack.zip?{query}") as pack:
        length = 0
        while chunk := pack.read(1 << 16):
            length += len(chunk)
    print(f"pack of {size} articles: {length / 1e6:.1f} MB; processor time {processor() - before:.1f} s,"
          f" {time.perf_counter() - began:.1f} s (wall); memory {memory('VmRSS')} MB, at most {memory('VmHWM')} MB")
