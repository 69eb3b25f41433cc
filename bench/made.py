#!/usr/bin/env python3
"""Writes made articles as JSON Lines, half Chinese, half English, the same for the same seed.

    bench/made.py COUNT [--seed 1] > lines.jsonl

Each has some ten paragraphs of words drawn by Zipf's law from a made vocabulary, with names that Assay knows in one of
ten. Made text measures speed and size, never quality.
"""
import argparse, datetime, itertools, json, random, sys

NAMES_ZH = ["稀土联盟", "稀土", "中国", "美国", "澳大利亚", "莱纳斯", "镨", "钕", "镓", "出口管制"]
NAMES_EN = ["rare earth alliance", "rare earths", "China", "United States", "Australia", "Lynas", "neodymium", "gallium",
            "export controls", "MP Materials"]
SOURCES = ["松岭早报", "北岸财经", "Carrow Dispatch", "Meridian Wire", "Port Ellery Post", "海石新闻"]


def vocabulary(rng, size, make):
    words = [make(rng) for _ in range(size)]
    return words, list(itertools.accumulate(1 / (rank + 10) for rank in range(size)))


def chinese_word(rng):
    return "".join(chr(rng.randint(0x4E00, 0x9000)) for _ in range(rng.choice([1, 2, 2, 2, 3])))


def english_word(rng):
    return "".join(rng.choice("bcdfghklmnprst") + rng.choice("aeiou") for _ in range(rng.randint(1, 4)))


def sentence(rng, words, weights, names, joiner, stop):
    chosen = rng.choices(words, cum_weights=weights, k=rng.randint(8, 22))
    if rng.random() < 0.25:
        chosen.insert(rng.randint(0, len(chosen)), rng.choice(names))
    if rng.random() < 0.3:
        chosen.insert(rng.randint(0, len(chosen)), f"{rng.randint(2, 99)}%")
    text = joiner.join(chosen)
    return text[0].upper() + text[1:] + stop


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    rng = random.Random(args.seed)
    chinese, chinese_weights = vocabulary(rng, 20000, chinese_word)
    english, english_weights = vocabulary(rng, 20000, english_word)
    start = datetime.datetime(2023, 1, 1, tzinfo=datetime.timezone.utc)
    for i in range(args.count):
        zh = i % 2 == 0
        parts = (chinese, chinese_weights, NAMES_ZH, "", "。") if zh else (english, english_weights, NAMES_EN, " ", ".")
        gap = "" if zh else " "
        paragraphs = [gap.join(sentence(rng, *parts) for _ in range(rng.randint(2, 4))) for _ in range(rng.randint(5, 12))]
        published = start + datetime.timedelta(minutes=rng.randint(0, 1_500_000))
        print(json.dumps({"id": f"made-{args.seed}-{i}", "title": sentence(rng, *parts)[:60].rstrip("。."),
                          "text": "\n".join(paragraphs), "source": SOURCES[i % len(SOURCES)],
                          "lang": "zh-Hans" if zh else "en", "published": published.isoformat()}, ensure_ascii=False))


sys.stdout.reconfigure(encoding="utf-8")
main()
