#!/usr/bin/env python3
"""A model server that speaks the OpenAI-compatible protocol and follows a script, to try the model path by hand.

    python3 bench/scripted_model.py 8551 MODE...

Each question takes the next MODE, the last one for good:
  good      a brief from the first words of the paragraphs, each citing its paragraph
  lies      the same with every figure raised by one
  quotes    the same with a quotation that the paragraph does not hold
  refusal   the model declines
  slow      an answer after the client's patience (SLOW seconds, 30 unless the variable says otherwise)
  limit     429 with Retry-After: 5
  garbage   an answer that is no JSON
  cut       an answer that was cut off
  error     500
  down      503 with Retry-After: 5
Asked for the figures of a document it claims every percentage and every tonne for the first name of its line.
Asked whether a text bears out a sentence it says so if the text has its digits.
Asked for a title or a translation it gives the figures of each line in the language asked for, and no other word of it.
It prints a line for each question: its number, the mode and how long the question was.
"""
import json, os, re, sys, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODES = sys.argv[2:] or ["good"]
STATUSES = {"limit": 429, "error": 500, "down": 503}
asked = 0


def paragraphs(text):
    return [(int(n), words) for n, words in re.findall(r"^\[?(\d+)\]?[.:：]?\s+(.+)$", text, re.M)]


def sentence(words):
    return re.split(r"(?<=[.。！!?？])\s*", words)[0]


def brief(text, mode):
    found = paragraphs(text)[:7] or [(1, "Nothing was found.")]
    said = [(n, sentence(words)) for n, words in found]
    if mode == "lies":
        said = [(n, re.sub(r"\d+", lambda m: str(int(m.group()) + 1), s)) for n, s in said]
    if mode == "quotes":
        said = [(n, s + " “Nobody ever said so here,” it says.") for n, s in said]
    bullets = [{"text": s, "paragraphs": [n]} for n, s in said]
    return json.dumps({"viewpoint": bullets[:1], "groups": [{"heading": bullets[0]["text"][:12], "bullets": bullets[1:]}]},
                      ensure_ascii=False)


def translated(words, instructions):
    """No translation, but a line of its figures in the language asked for: what is lost of them can be seen."""
    figures = ", ".join(re.findall(r"\d[\d.,]*%?", words))
    if "into Chinese" in instructions:
        return f"这一行的数字：{figures}。" if figures else "这一行没有数字。"
    return f"The figures of this line: {figures}." if figures else "This line has no figures."


def claims(text, mode):
    """Each percentage or weight of a line as the share or the output of the first name in it; right now and then."""
    found = []
    for n, words in paragraphs(text):
        name = re.search(r"\b[A-Z][a-z]+\b|中国|美国|澳大利亚|日本", words)
        for figure in re.finditer(r"(\d+(?:\.\d+)?)(%| percent| per cent| tonnes| tons|万吨|吨)", words):
            if name and not name.group() in figure.group():
                share = "%" in figure.group(2) or "cent" in figure.group(2)
                value = float(figure.group(1)) * (1e4 if figure.group(2) == "万吨" else 1) + (1 if mode == "lies" else 0)
                found.append({"paragraph": n, "quote": sentence_of(words, figure.start()), "figure": figure.group(), "low": f"{value:g}",
                              "high": f"{value:g}", "unit": "%" if share else "t", "bound": "exact", "subject": name.group(),
                              "property": "share" if share else "production", "of": None, "when": None, "speaker": None,
                              "stance": "asserted"})
    return json.dumps({"claims": found[:40]}, ensure_ascii=False)


def check(text, mode):
    """Whether every figure of the sentence stands in the text, digit by digit; a liar says the contrary."""
    source, sentence = text.rsplit("\nSentence: ", 1)
    stands = all(figure in source for figure in re.findall(r"\d[\d.,]*\d|\d", sentence))
    return json.dumps({"supported": stands != (mode == "lies")})


def sentence_of(words, at):
    start = max(words.rfind(stop, 0, at) + len(stop) for stop in (". ", "。", "; ", "；")) if re.search(r"\. |。|; |；", words[:at]) else 0
    end = re.search(r"\. |。|; |；|$", words[at:]).start() + at
    return words[start:end]


def answer(text, instructions):
    if "translate the title" in instructions:
        return json.dumps({"title": translated(re.search(r"^Title: (.*)$", text, re.M).group(1), instructions).rstrip(".。")}, ensure_ascii=False)
    lines = [{"number": n, "text": translated(words, instructions)} for n, words in paragraphs(text)]
    return json.dumps({"lines": lines}, ensure_ascii=False)


class Model(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/v1/models":
            self.answer(200, {"object": "list", "data": [{"id": "scripted", "object": "model"}]})
        else:
            self.answer(404, {"error": {"message": "not found"}})

    def do_POST(self):
        global asked
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        mode = MODES[min(asked, len(MODES) - 1)]
        asked += 1
        text = "\n".join(m["content"] if isinstance(m["content"], str) else json.dumps(m["content"], ensure_ascii=False)
                         for m in body["messages"])
        print(asked, mode, len(text), flush=True)
        if mode == "slow":
            time.sleep(float(os.environ.get("SLOW", 30)))
        if mode in STATUSES:
            return self.answer(STATUSES[mode], {"error": {"message": mode}}, {"Retry-After": "5"})
        instructions = text.split("=====")[0]
        made = claims(text, mode) if "You list the figures" in instructions else check(text, mode) if "bears out one sentence" in instructions else answer(text, instructions) if "You translate" in instructions else brief(text, mode)
        content = {"garbage": "Sure! Here is your brief:", "cut": "{\"viewpoint\": [{\"te"}.get(mode) or made
        message = {"role": "assistant", "content": None if mode == "refusal" else content}
        if mode == "refusal":
            message["refusal"] = "I cannot help with that."
        self.answer(200, {"id": "1", "object": "chat.completion", "created": 0, "model": body["model"],
                          "choices": [{"index": 0, "message": message, "finish_reason": "length" if mode == "cut" else "stop"}],
                          "usage": {"prompt_tokens": len(text) // 3, "completion_tokens": 100, "total_tokens": len(text) // 3 + 100}})

    def answer(self, status, body, headers={}):
        data = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(data)
        except BrokenPipeError:
            pass

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Model).serve_forever()
