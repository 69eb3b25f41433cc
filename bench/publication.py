#!/usr/bin/env python3
"""From publication in a feed to found in search, by the clock.

Serves a feed on loopback, has a running server follow it every fifteen minutes, publishes entries at
random moments, and asks search for a word that only the newest has until it is found.

    bench/publication.py URL [ENTRIES [MINUTES]]

The server's sources.properties must allow 127.0.0.1:9379 as a private address (PORT sets another).
Prints for each entry how long after publication it was found, and how long after the feed was asked.
"""
import email.utils
import http.server
import json
import os
import random
import sys
import threading
import time
import urllib.parse
import urllib.request

PORT = int(os.environ.get("PORT", "9379"))
PARAGRAPHS = [
    "The smelter at Portlow, which {word} owns, was lit again on Thursday after a year without ore.",
    "Its director said that buyers in three countries had signed for half of what it will make, and that the rest is kept for the town's own works.",
    "A second furnace follows when the harbour has been dredged, which the council wants done before winter comes.",
    "The railway, closed since the flood, is to carry concentrate from the mine again in the spring.",
]


class Feed(http.server.ThreadingHTTPServer):
    def __init__(self):
        super().__init__(("127.0.0.1", PORT), Answer)
        self.entries = []
        self.asked = 0.0


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path != "/feed.xml":
            self.send_error(404)
            return
        self.server.asked = time.time()
        items = "".join(
            "<item><title>{0} lights its smelter</title><guid>{0}</guid><pubDate>{1}</pubDate>"
            "<description><![CDATA[{2}]]></description></item>".format(
                word,
                email.utils.formatdate(at, usegmt=True),
                "".join("<p>" + p.format(word=word) + "</p>" for p in PARAGRAPHS * 3),
            )
            for word, at in reversed(self.server.entries)
        )
        body = (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Portlow Post</title>'
            "<link>http://127.0.0.1:{}/</link><description>-</description>{}</channel></rss>".format(PORT, items)
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def call(url, body=None):
    request = urllib.request.Request(url, json.dumps(body).encode() if body else None)
    request.add_header("Content-Type", "application/json")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def word():
    return "".join(random.choice("bdfgklmnprstv") + random.choice("aeiou") for _ in range(5)).capitalize()


def main():
    base = sys.argv[1].rstrip("/")
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    minutes = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    feed = Feed()
    threading.Thread(target=feed.serve_forever, daemon=True).start()
    feed.entries.append((word(), time.time()))
    call(
        base + "/api/v1/sources",
        {"address": f"http://127.0.0.1:{PORT}/feed.xml", "options": {"every": f"{minutes}m", "text": "feed"}},
    )
    time.sleep(10)
    delays = []
    for _ in range(count):
        time.sleep(random.uniform(0, minutes * 60))
        name, at = word(), time.time()
        feed.entries.append((name, at))
        query = base + "/api/v1/search?" + urllib.parse.urlencode({"q": name})
        while call(query)["total"]["count"] == 0:
            time.sleep(1)
        found = time.time()
        delays.append(found - at)
        print(
            f"found {found - at:.0f} s after publication, {found - feed.asked:.1f} s after the feed was asked",
            flush=True,
        )
    print(f"{count} entries, an interval of {minutes} min: longest {max(delays):.0f} s, mean {sum(delays) / count:.0f} s")


if __name__ == "__main__":
    main()
