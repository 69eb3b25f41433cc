#!/usr/bin/env python3
"""Writes made articles as JSON Lines, half Chinese, half English, the same for the same seed.

    bench/made.py COUNT [--seed 1] [--short] [--figures [--firms]] [--a-day N] > lines.jsonl
    bench/made.py COUNT --queries > queries.jsonl

Each has some ten paragraphs (--short: three sentences; one in ten is a copy of another, named in copyOf) of words drawn by Zipf's law from a made vocabulary, with names that Assay knows in one of
ten; with --figures half of them also state one to three figures of a country: shares, output, reserves, exports and growth of seventeen
materials, the common ones often (Zipf's law), so that a few entries of the ledger have thousands of figures and thousands have a
few; with --firms the figures are of firms in place of countries, of which new ones keep coming as in news: of the first thousand figures 131
firms, of ten thousand 552 (11,000 articles, --short, seed 1). With --a-day they come in the order of time, so many a day. Made text measures speed and size, never quality. Queries are one to four words of these articles, common and rare, one
in ten as a phrase, half of them with a filter, one in five newest first.
"""
import argparse, datetime, itertools, json, random, sys

NAMES_ZH = ["稀土联盟", "稀土", "中国", "美国", "澳大利亚", "莱纳斯", "镨", "钕", "镓", "出口管制"]
NAMES_EN = ["rare earth alliance", "rare earths", "China", "United States", "Australia", "Lynas", "neodymium", "gallium",
            "export controls", "MP Materials"]
SOURCES = ["松岭早报", "北岸财经", "Carrow Dispatch", "Meridian Wire", "Port Ellery Post", "海石新闻"]


COUNTRIES = [("中国", "China"), ("澳大利亚", "Australia"), ("美国", "The United States"), ("缅甸", "Myanmar"), ("日本", "Japan"),
             ("巴西", "Brazil"), ("越南", "Vietnam"), ("马来西亚", "Malaysia"), ("印度", "India"), ("俄罗斯", "Russia"),
             ("加拿大", "Canada"), ("智利", "Chile"), ("南非", "South Africa"), ("印度尼西亚", "Indonesia"), ("韩国", "South Korea"),
             ("德国", "Germany"), ("法国", "France"), ("哈萨克斯坦", "Kazakhstan"), ("马达加斯加", "Madagascar"), ("格陵兰", "Greenland")]
MATERIALS = [("稀土", "rare earth"), ("镨钕", "NdPr"), ("钕", "neodymium"), ("镝", "dysprosium"), ("铽", "terbium"), ("镓", "gallium"),
             ("锗", "germanium"), ("锂", "lithium"), ("钴", "cobalt"), ("石墨", "graphite"), ("钨", "tungsten"), ("锑", "antimony"),
             ("镍", "nickel"), ("铜", "copper"), ("锰", "manganese"), ("钇", "yttrium"), ("钪", "scandium")]
STATEMENTS = [("{c}占全球{m}开采的{p}%。", "{c} accounts for {p}% of global {m} mining."),
              ("{c}占全球{m}精炼产能的{p}%。", "{c} holds {p}% of the world's {m} refining capacity."),
              ("{c}的{m}储量占全球的{p}%。", "{c} has {p}% of the world's {m} reserves."),
              ("{y}年{c}的{m}产量为{t}吨。", "{c} produced {t} tonnes of {m} in {y}."),
              ("{y}年{c}的{m}出口量为{t}吨。", "{c} exported {t} tonnes of {m} in {y}."),
              ("{y}年{c}的{m}产量增长了{g}%。", "{c}'s {m} production rose {g}% in {y}.")]


SYLLABLES = [("松", "song"), ("岭", "ling"), ("贝", "bei"), ("朗", "lang"), ("科", "ko"), ("瑞", "rui"), ("塔", "ta"), ("维", "vi"), ("森", "sen"), ("德", "de"),
             ("莫", "mo"), ("兰", "lan"), ("希", "shi"), ("诺", "no"), ("嘉", "jia"), ("锡", "xi"), ("远", "yuan"), ("禾", "he"), ("图", "tu"), ("伦", "lun")]


class Firms:
    """Who figures are of in news: a few again and again, and ever new ones (a Pitman-Yor process). Of the claims of 2,895 reposts that are no copies the first
    1,000 are of 93 things, the first 2,000 of 155."""
    DISCOUNT = 0.65

    def __init__(self, rng):
        self.rng, self.given, self.first = rng, [], set()

    def next(self):
        place = self.rng.randrange(len(self.given)) if self.given else 0
        if not self.given or place in self.first and self.rng.random() < self.DISCOUNT:
            self.first.add(len(self.given))
            self.given.append(self.make())
        else:
            self.given.append(self.given[place])
        return self.given[-1]

    def make(self):
        syllables = self.rng.choices(SYLLABLES, k=3)
        return "".join(zh for zh, _ in syllables) + "矿业", "".join(en for _, en in syllables).capitalize() + " Mining"


def zipf(rng, choices):
    return rng.choices(choices, weights=[1 / (rank + 1) for rank in range(len(choices))])[0]


def statement(rng, zh, firms):
    which = 0 if zh else 1
    country, material, form = firms.next() if firms else zipf(rng, COUNTRIES), zipf(rng, MATERIALS), zipf(rng, STATEMENTS)
    true = (sum(map(ord, country[1] + material[1])) * 7) % 80 + 10
    return form[which].format(c=country[which], m=material[which], p=max(1, min(99, true + rng.choice([0, 0, 0, 1, -2, 5, -8]))),
                              t=f"{(true * 1000 + rng.choice([0, 0, 500, 2000])):,}", g=rng.randint(1, 40), y=rng.randint(2021, 2025))


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


def query(rng, chinese, chinese_weights, english, english_weights):
    zh = rng.random() < 0.5
    words = rng.choices(chinese if zh else english, cum_weights=chinese_weights if zh else english_weights, k=rng.randint(1, 4))
    text = ("" if zh and rng.random() < 0.5 else " ").join(words)
    asked = {"q": f'"{text}"' if rng.random() < 0.1 else text}
    kind = rng.randrange(6)
    if kind == 0:
        asked["lang"] = "zh" if zh else "en"
    elif kind == 1:
        asked["source"] = rng.choice(SOURCES)
    elif kind == 2:
        asked["from"] = "2025-08-01T00:00:00Z"
    if rng.random() < 0.2:
        asked["sort"] = "newest"
    return asked


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("count", type=int)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--short", action="store_true")
    options.add_argument("--figures", action="store_true")
    options.add_argument("--firms", action="store_true")
    options.add_argument("--a-day", type=int)
    options.add_argument("--queries", action="store_true")
    args = options.parse_args()
    rng = random.Random(args.seed)
    chinese, chinese_weights = vocabulary(rng, 20000, chinese_word)
    english, english_weights = vocabulary(rng, 20000, english_word)
    start = datetime.datetime(2023, 1, 1, tzinfo=datetime.timezone.utc)
    if args.queries:
        for _ in range(args.count):
            print(json.dumps(query(rng, chinese, chinese_weights, english, english_weights), ensure_ascii=False))
        return
    firms = Firms(rng) if args.firms else None
    for i in range(args.count):
        zh = i % 2 == 0
        parts = (chinese, chinese_weights, NAMES_ZH, "", "。") if zh else (english, english_weights, NAMES_EN, " ", ".")
        gap = "" if zh else " "
        lengths = [1, 1, 1] if args.short else [rng.randint(2, 4) for _ in range(rng.randint(5, 12))]
        paragraphs = [gap.join(sentence(rng, *parts) for _ in range(length)) for length in lengths]
        if args.figures and rng.random() < 0.5:
            paragraphs += [statement(rng, zh, firms) for _ in range(rng.randint(1, 3))]
        minutes = i * 1440 // args.a_day if args.a_day else rng.randint(0, 1_500_000)
        published = start + datetime.timedelta(minutes=minutes)
        article = {"id": f"made-{args.seed}-{i}", "title": sentence(rng, *parts)[:60].rstrip("。."),
                   "text": "\n".join(paragraphs), "source": SOURCES[i % len(SOURCES)],
                   "lang": "zh-Hans" if zh else "en", "published": published.isoformat()}
        if args.short and i % 10 == 9:
            article["copyOf"] = f"made-{args.seed}-{i - 2}"
        print(json.dumps(article, ensure_ascii=False))


sys.stdout.reconfigure(encoding="utf-8")
main()
