"""Names that nobody has, in the place of those of labelled passages: what a model learns from them is how a name is told by
the words around it and by its make, not which names there are. The same passages always give the same names."""
import random
import re
from collections import Counter
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "src/main/resources/lexicon"
# Of the names that a passage has, so many are exchanged; the others stay, so that known beside unknown ones are seen.
EXCHANGED = 0.75
# A name that stands so often in all passages is a country, a leader or an agency, which no invented one can stand for.
WELL_KNOWN = 12
# A word or a name's end that stands so often is a word of the language.
COMMON = 3
BARE = 0.3
# Of the names of invented sentences, so many of those of persons are made of words of the language.
WORDED = 0.4
# How often each invented sentence is said, with other names.
TIMES = 16
# A word of the language that a firm may be called by, `Harrow Freight`, stands as often in small letters and is longer.
SPOKEN = 4
SHORT = 4


def company_ends():
    """The last two characters of Chinese companies that the packs have."""
    ends = Counter()
    for file in sorted((LEXICON / "packs").glob("*/*.tsv")):
        for line in file.open(encoding="utf-8"):
            cells = line.rstrip("\n").split("\t")
            if len(cells) > 4 and cells[1] == "company" and re.fullmatch("[\u4e00-\u9fff]{4,}", cells[2]):
                ends[cells[2][-2:]] += 1
    return sorted(end for end, often in ends.items() if often > 1)


def common_words(table, cell):
    """The words of a table of the lexicon."""
    rows = (line.rstrip("\n").split("\t") for line in (LEXICON / table).open(encoding="utf-8") if line[0] != "#")
    return {word for row in rows for word in row[cell].split(" ")}


CHINESE_ENDS = company_ends()
COMPOUND = "欧阳 司徒 上官 诸葛 尉迟 公孙 夏侯 皇甫 慕容 令狐 宇文 端木 南宫 东方 百里 呼延 闻人 司马 钟离 轩辕".split()
HEADS = "老新小大红白金黑青蓝绿一二三四五六七八九十半百千万好真"


class English:
    """Exchanges the rare words of names, the same word by the same in all of a passage."""

    def __init__(self, rows):
        self.common = Counter(w for row in rows for w in re.findall(r"\b[a-z]+\b", row["text"]))
        spoken = {word for word, often in self.common.items() if often >= SPOKEN and len(word) > SHORT}
        known = common_words("en/word-classes.tsv", 2) - common_words("en/brief-stop.tsv", 1)
        self.trades = sorted(word.capitalize() for word in spoken & known)
        self.first, self.last, self.rare = set(), set(), set()
        for row in rows:
            for start, end, kind in row["spans"]:
                words = [w for w in row["text"][start:end].split() if self.is_rare(w)]
                self.rare.update(words)
                if kind == "P" and len(words) > 1:
                    self.first.add(words[0])
                    self.last.add(words[-1])
        self.first, self.last, self.rare = map(sorted, (self.first, self.last, self.rare))

    def is_rare(self, word):
        return bool(re.fullmatch("[A-Z][a-z]{2,}", word)) and self.common[word.lower()] < COMMON

    def coined(self, chance, pool):
        """The head of one name and the tail of another."""
        head, tail = chance.choice(pool), chance.choice(pool)
        return head[:max(2, len(head) * 3 // 5)] + tail[len(tail) // 2:]

    def name(self, chance, written, kind, words):
        parts = written.split(" ")
        rare = [w for w in parts if self.is_rare(w)]
        for i, part in enumerate(parts):
            if self.is_rare(part) and part not in words:
                pool = self.rare if kind != "P" else self.first if i == 0 and len(parts) > 1 else self.last
                words[part] = chance.choice(pool) if chance.random() < 0.3 else self.coined(chance, pool)
        named = " ".join(words.get(part, part) for part in parts)
        if kind == "O" and len(parts) == 1 and rare and (written, "end") not in words:
            words[written, "end"] = chance.choice(self.trades) if chance.random() > BARE else ""
        return (named + " " + words.get((written, "end"), "")).strip()


class Chinese:
    """Exchanges the characters of names but for how a name ends; foreign persons are written by sounds."""

    def __init__(self, rows):
        names = [(row["text"][a:b], kind) for row in rows for a, b, kind in row["spans"]]
        self.ends = Counter(name[-n:] for name, kind in names if kind != "P" for n in (2, 3, 4) if len(name) > n)
        self.last = Counter(name[-1:] for name, kind in names if kind == "L")
        persons = [name for name, kind in names if kind == "P"]
        full = [n for n in persons if len(n) == 3 and all(map(is_han, n))]
        self.surnames = sorted({n[0] for n in full})
        self.given = sorted({c for n in full for c in n[1:]})
        self.sounds = sorted({c for n in persons if "·" in n for c in n if is_han(c)})
        self.own = sorted({c for n, kind in names if kind in "OL" for c in n[:2] if is_han(c)})

        spoken = sorted(common_words("zh/word-classes.tsv", 2) - common_words("zh/brief-stop.tsv", 1))
        self.words = [word for word in spoken if re.fullmatch("[\u4e00-\u9fff]{2}", word)]

    def name(self, chance, written, kind, words):
        if written not in words:
            words[written] = self.coined(chance, written, kind)
        return words[written]

    def coined(self, chance, written, kind):
        if not all(is_han(c) or c == "·" for c in written):
            return written
        if kind == "P":
            if len(written) <= 3 and "·" not in written:
                return chance.choice(self.surnames) + "".join(chance.choice(self.given) for _ in written[1:])
            return "".join(c if c == "·" else chance.choice(self.sounds) for c in written)
        end = self.end(chance, written, kind)
        stem = written[:len(written) - len(end)]
        if kind == "O" and end in CHINESE_ENDS and chance.random() > BARE:
            end = chance.choice(CHINESE_ENDS)
        if len(stem) > 2 and all(c in self.sounds for c in stem):
            return "".join(chance.choice(self.sounds) for _ in stem) + end
        return self.stem(chance, len(stem) if len(stem) <= 2 else chance.choice((2, 2, 3))) + end

    def stem(self, chance, length):
        return "".join(chance.choice(self.own) for _ in range(length))

    def worded(self, chance):
        """What is called by words of the language: 顺路, 红灯笼, 三碗半."""
        word, made = chance.choice(self.words), chance.random()
        if made < 0.5:
            return word
        if made < 0.7:
            return word + chance.choice(chance.choice(self.words))
        if made < 0.9:
            return chance.choice(HEADS) + word
        return word + chance.choice(self.words)

    def person(self, chance):
        made = chance.random()
        if made < 0.1:
            return "".join(chance.choice(self.sounds) for _ in range(chance.choice((3, 4, 4, 5))))
        surname = chance.choice(COMPOUND if made < 0.2 else self.surnames)
        if chance.random() < WORDED:
            return surname + chance.choice(self.words)
        return surname + "".join(chance.choice(self.given) for _ in range(chance.choice((1, 2, 2))))

    def foreign(self, chance):
        parts = ["".join(chance.choice(self.sounds) for _ in range(chance.choice((2, 3, 4)))) for _ in range(2)]
        return "·".join(parts)

    def of_sort(self, chance, sort, ends):
        """A name of a sort of thing, and what it is called for short."""
        if sort == "P.foreign":
            name = self.foreign(chance)
            return name, name.split("·")[1]
        if sort == "P.nick":
            name = chance.choice(self.surnames) + chance.choice(ends)
            return name, name
        if sort == "P":
            name = self.person(chance)
            return name, name
        length = chance.choice((1, 2, 2)) if sort.startswith("L") else 2
        end = chance.choice(ends).replace("-", "")
        stem = self.stem(chance, max(length, 2 - len(end)))
        if chance.random() < (0.2 if sort.startswith("L") else 0.6):
            stem = self.worded(chance)
        short = stem if len(stem) > 1 else stem + end
        if sort.startswith("O") and end and chance.random() < 0.3:
            stem = self.stem(chance, 2) + chance.choice(("", "", "市", "县")) + stem
        return stem + end, short

    def end(self, chance, written, kind):
        for n in (4, 3, 2):
            if len(written) > n + 1 and self.ends[written[-n:]] >= COMMON:
                return written[-n:]
        if kind == "L" and len(written) > 2 and self.last[written[-1]] >= COMMON:
            return written[-1]
        return ""


def is_han(c):
    return "\u4e00" <= c <= "\u9fff"


def invented(rows, language):
    """Each of the passages once more, with other names; those that would stay as they are are left out."""
    made = (English if language == "en" else Chinese)(rows)
    often = Counter(row["text"][a:b] for row in rows for a, b, _ in row["spans"])
    others = []
    for row in rows:
        if max(row["text"], default="") > "\uffff":  # places are counted in UTF-16
            continue
        chance = random.Random(row["id"] + row["text"])
        words, stay, text, spans, before = {}, {}, "", [], 0
        for start, end, kind in row["spans"]:
            written = row["text"][start:end]
            if written not in stay:
                stay[written] = often[written] >= WELL_KNOWN or chance.random() > EXCHANGED
            text += row["text"][before:start]
            named = written if stay[written] else made.name(chance, written, kind, words)
            spans.append([len(text), len(text) + len(named), kind])
            text += named
            before = end
        text += row["text"][before:]
        if text != row["text"]:
            others.append({"id": row["id"], "text": text, "spans": spans})
    return others


SLOT = re.compile(r"\{([POLM](?:\.[a-z]+)?)([0-9]?)(~?)\}")
CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")


def said(rows):
    """Chinese sentences of our own (invented-sentences.tsv) with names that nobody has, made of those of labelled passages."""
    made = Chinese(rows)
    ends, frames = {}, []
    for line in (Path(__file__).parent / "invented-sentences.tsv").open(encoding="utf-8"):
        if line[0] == "#":
            continue
        what, *rest = line.rstrip("\n").split("\t")
        if what == "end":
            ends[rest[0]] = rest[1].split(" ")
        else:
            frames.append(rest[0])
    return [row for i, frame in enumerate(frames) for row in said_often(made, f"said:zh{i}", frame, ends)]


def said_often(made, id, frame, ends):
    for turn in range(TIMES):
        chance = random.Random(f"{id}.{turn}")
        words = CHOICE.sub(lambda choice: chance.choice(choice.group(1).split("|")), frame)
        text, spans, before, names = "", [], 0, {}
        for slot in SLOT.finditer(words):
            sort, number, short = slot.groups()
            key = number or slot.start()
            if key not in names:
                names[key] = made.of_sort(chance, sort, ends.get(sort, []))
            text += words[before:slot.start()]
            named = names[key][1 if short else 0]
            spans.append([len(text), len(text) + len(named), sort[0]])
            text += named
            before = slot.end()
        text += words[before:]
        yield {"id": id, "text": text, "spans": spans}
