#!/usr/bin/env python3
"""Holds the ledger against quantities that several made articles state.

    bench/alike_figures.py --articles bench/alike-figures.jsonl > ARTICLES.jsonl
    assay import --data D --batch < ARTICLES.jsonl
    assay ledger --data D --csv --verdict differ --verdict agree --verdict not_comparable --verdict none > LEDGER.csv
    bench/alike_figures.py bench/alike-figures.jsonl LEDGER.csv [--part read|unread] [--all]

A line of the set has a few articles and the quantities that several of them state, each with the words of its figure in
each article and whether the figures differ; every other figure is there to be taken for one of these. A quantity is
*shown* if figures of it of two articles stand in one entry, are compared, and the verdict is the one of the set;
*verdict* if the ledger says the other; *together* if they stand in one entry and are not compared; *apart* if they
stand in different entries; *unread* if fewer than two articles have a claim of it. An entry that differs or agrees is
right if all its compared figures are of one quantity of the set, and the set says the same of them.
"""
import argparse, collections, csv, json, sys


def norm(text):
    return "".join(c.lower() for c in text if c.isalnum())


def lines_of(path):
    with open(path, encoding="utf-8") as source:
        return [json.loads(line) for line in source]


def articles(themes):
    for theme in themes:
        for text in theme["texts"]:
            print(json.dumps({"id": text["id"], "title": text["title"], "text": "\n\n".join(text["paragraphs"]), "lang": text["lang"],
                              "source": text["source"], "published": text["published"]}, ensure_ascii=False))


class Texts:
    """Finds of which quantity of the set a figure of the ledger is."""

    def __init__(self, themes):
        self.by_source = collections.defaultdict(list)
        for number, theme in enumerate(themes):
            for text in theme["texts"]:
                self.by_source[text["source"]].append((number, theme, text))

    def place(self, line):
        """Theme, article and quantity (or None) of a line of the ledger; None if the text is none of the set."""
        for number, theme, text in self.by_source[line["source"]]:
            for paragraph in text["paragraphs"] + [text["title"]]:
                start = paragraph.find(line["quote"])
                at = paragraph.find(line["written"], start)
                if start >= 0 and at >= 0:
                    return number, text["id"], row(theme, text["id"], paragraph, at, at + len(line["written"]))
        return None


def row(theme, text, paragraph, start, end):
    for number, quantity in enumerate(theme["rows"]):
        for words in quantity["cells"].get(text, []):
            at = paragraph.find(words)
            while at >= 0:
                if start < at + len(words) and end > at:
                    return number
                at = paragraph.find(words, at + 1)
    return None


def state(theme, quantity, lines):
    """How the ledger has a quantity of which it has these lines, each with its article."""
    if len({article for article, _ in lines}) < 2:
        return "unread"
    best = "apart"
    for article, one in lines:
        for other_article, other in lines:
            if article != other_article and one["entry"] == other["entry"]:
                if one["standing"] == other["standing"] == "compared" and one["verdict"] in ("differ", "agree"):
                    if one["verdict"] == quantity["verdict"]:
                        return "shown"
                    best = "verdict"
                elif best == "apart":
                    best = "together"
    return best


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("set")
    options.add_argument("ledger", nargs="?")
    options.add_argument("--articles", action="store_true", help="print the articles as `assay import --batch` reads them")
    options.add_argument("--part", choices=["read", "unread"], help="only the themes of this part")
    options.add_argument("--all", action="store_true", help="print every quantity that is not shown, and every wrong entry")
    given = options.parse_args()
    themes = lines_of(given.set)
    if given.articles:
        return articles(themes)
    texts = Texts(themes)
    held = collections.defaultdict(list)
    entries = collections.defaultdict(list)
    with open(given.ledger, encoding="utf-8", newline="") as source:
        for line in csv.DictReader(source):
            place = texts.place(line)
            if place:
                number, article, quantity = place
                held[number, quantity].append((article, line))
                entries[line["entry"]].append((number, article, quantity, line))
    counts = collections.Counter()
    for number, theme in enumerate(themes):
        for at, quantity in enumerate(theme["rows"]):
            if given.part in (None, theme["part"]):
                result = state(theme, quantity, held[number, at])
                counts[quantity["verdict"], result] += 1
                if given.all and result != "shown":
                    print("  %-9s %-6s %s: %s %s" % (result, quantity["verdict"], theme["id"], quantity["what"], list(quantity["cells"].values())))
    for verdict in ("differ", "agree"):
        print("%-7s %s" % (verdict, ", ".join("%s %d" % (result, counts[verdict, result]) for result in ("shown", "verdict", "together", "apart", "unread"))))
    right = collections.Counter()
    for lines in entries.values():
        verdict = lines[0][3]["verdict"]
        compared = [line for line in lines if line[3]["standing"] == "compared"]
        if verdict in ("differ", "agree") and compared and given.part in (None, themes[compared[0][0]]["part"]):
            of = {(number, quantity) for number, _, quantity, _ in compared}
            number, quantity = compared[0][0], compared[0][2]
            good = len(of) == 1 and quantity is not None and themes[number]["rows"][quantity]["verdict"] == verdict
            right[verdict, good] += 1
            if given.all and not good:
                print("  wrong %s: %s" % (verdict, "; ".join("%s %s %s" % (article, quantity, line["written"]) for _, article, quantity, line in compared)))
    for verdict in ("differ", "agree"):
        print("entries that %-7s %d, right %d" % (verdict, right[verdict, True] + right[verdict, False], right[verdict, True]))


if __name__ == "__main__":
    sys.exit(main())
