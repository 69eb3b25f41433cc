#!/usr/bin/env python3
"""Writes what bench/TrainAsk.java learns from: for each set a folder with `docs.jsonl`, for `assay import --batch`, and `questions.jsonl`.

usage: bench/ask_sets.py own FOLDER
       bench/ask_sets.py reports FOLDER
       bench/ask_sets.py dragonball CLONE FOLDER    CLONE: a git clone of OpenBMB/RAGEval
       bench/ask_sets.py rgb CLONE FOLDER           CLONE: of chen700564/RGB
       bench/ask_sets.py reading SET... FOLDER      SET: a folder with docs.jsonl, queries.tsv and qrels.tsv; all of the same texts

Part `T` is not learned from: of `own` and `reports` what is marked unread, of the others a third of the documents, by their hash. `own` are
ask-articles.jsonl and ask-answers.jsonl of this folder, among the reports of event-figures.jsonl; `reports` ask-answers-reports.jsonl, of event-reports.jsonl. Of `reading` half of the texts are left
out, so that questions on them have no answer. What is drawn is the same each time.
"""
import collections
import hashlib
import json
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

# so many questions of each type and language are learned from, and asked
LEARNED = {'fact': 160, 'multihop': 210, 'summary': 40, 'integrate': 50, 'compare': 30, 'time': 30, 'none': 200}
ASKED = {'fact': 90, 'multihop': 100, 'summary': 20, 'integrate': 20, 'compare': 15, 'time': 15, 'none': 200}
READING_LEARNED, READING_ASKED = 55, 30


def lines(path):
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def write(folder, name, rows):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + '\n')


def number(text):
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def part(text):
    return 'T' if number(text) % 3 == 0 else 'L'


def plain(text):
    return re.sub(r'[\s*#]+', '', text).lower()


def stored(clone, *arguments):
    return subprocess.run(['git', '-C', clone, *arguments], capture_output=True, check=True).stdout.decode()


def document(text):
    return dict(id=text['id'], title=text['title'], text='\n\n'.join(text['paragraphs']), lang=text['lang'],
                source=text['source'], published=text['published'])


def reports_of(name):
    return [text for row in lines(os.path.join(HERE, name)) for text in row['texts']]


def own(folder):
    ours(folder, lines(os.path.join(HERE, 'ask-articles.jsonl')) + reports_of('event-figures.jsonl'), 'ask-answers.jsonl')


def reports(folder):
    ours(folder, reports_of('event-reports.jsonl'), 'ask-answers-reports.jsonl')


def ours(folder, texts, answers):
    write(folder, 'docs.jsonl', map(document, texts))
    questions = []
    for row in lines(os.path.join(HERE, answers)):
        told = row['told']
        questions.append(dict(
            id=row['id'], page=row['id'][:3], part='T' if row['part'] == 'unread' else 'L', lang=row['lang'],
            type='none' if not told else 'fact' if len(told) == 1 else 'multihop', question=row['question'],
            answerable=bool(told), refs=[[one['text'] for one in same] for same in told],
            docs=sorted({one['article'] for same in told for one in same})))
    write(folder, 'questions.jsonl', questions)


def texts_of(value):
    """All strings of a nested value."""
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value
    return [text for one in values for text in texts_of(one)]


def type_of(group, kind):
    if any(word in kind for word in ('nanswerable', 'rrelevant', '无解')):
        return 'none'
    for word, name in (('irrelevant', 'none'), ('fact', 'fact'), ('multi_hop', 'multihop'), ('summary', 'summary'), ('integration', 'integrate')):
        if word in group:
            return name
    return 'time' if 'Time' in kind or '时间' in kind else 'compare'


def holding(references, texts, several):
    """The documents in which the references stand."""
    found = collections.Counter(name for one in references for name, text in texts.items() if plain(one) in text)
    if not found:
        return []
    most = found.most_common(1)[0][1]
    return [name for name, count in found.most_common() if count >= most * (.34 if several else .99)][:2 if several else 1]


def dragonball(clone, folder):
    docs = [json.loads(line) for line in stored(clone, 'show', 'HEAD:dragonball_dataset/dragonball_docs.jsonl').splitlines()]
    write(folder, 'docs.jsonl', [dict(id='D%d' % d['doc_id'], title='', text=d['content'], lang=d['language']) for d in docs])
    texts = {lang: {'D%d' % d['doc_id']: plain(d['content']) for d in docs if d['language'] == lang} for lang in ('zh', 'en')}
    rows, seen = [], set()
    for name in stored(clone, 'ls-tree', '-r', '-z', 'HEAD', '--name-only').split('\0'):
        if 'qar_generation/output' in name and name.endswith('.json'):
            lang = 'zh' if '/zh/' in name else 'en'
            rows += of_file(json.loads(stored(clone, 'show', 'HEAD:' + name)), lang, texts[lang], seen)
    random.Random(7).shuffle(rows)
    count, questions = collections.Counter(), []
    for row in rows:
        key = row['lang'], row['type'], row['part']
        if row['part'] != 'X' and count[key] < (ASKED if row['part'] == 'T' else LEARNED)[row['type']]:
            count[key] += 1
            questions.append(dict(row, id='q%d' % len(questions)))
    write(folder, 'questions.jsonl', questions)


def of_file(value, lang, texts, seen):
    groups = [('irrelevant', value)] if isinstance(value, list) else [item for item in value.items() if item[0].startswith('qa_')]
    rows, of = [], collections.Counter()
    for group, questions in groups:
        several = 'multi_doc' in group
        for one in questions:
            question = (one.get('question') or one.get('问题')) if isinstance(one, dict) else None
            kind = type_of(group, (one.get('question type') or one.get('问题类型') or '')) if question else None
            if not question or (question, kind) in seen:
                continue
            references = [text for text in texts_of(one.get('ref') or one.get('参考') or []) if len(plain(text)) >= 4]
            named = [] if kind == 'none' else holding(references, texts, several)
            of.update(named)
            if named or kind == 'none':
                seen.add((question, kind))
                rows.append((kind, question, references, named, several))
    return [row_of(lang, *row, of) for row in rows]


def row_of(lang, kind, question, references, named, several, of):
    if kind == 'none':
        about = [name for name, _ in of.most_common(2 if several else 1)]
        return dict(lang=lang, type=kind, question=question, answerable=False, refs=[], docs=about,
                    part=part('dragon' + (about[0] if about else question)))
    parts = [part('dragon' + name) for name in named]
    # what rests on a document of either part is neither learned from nor asked
    where = parts[0] if parts[0] == 'T' or 'T' not in parts else 'X'
    return dict(lang=lang, type=kind, question=question, answerable=True, refs=references, docs=named, part=where)


def rgb(clone, folder):
    docs, questions = {}, []

    def passages(texts, lang, most):
        names = []
        for text in (text.strip() for text in texts_of(texts)):
            if text:
                name = 'P' + hashlib.md5(text.encode()).hexdigest()[:12]
                docs[name] = dict(id=name, title='', text=text, lang=lang)
                names.append(name)
        return names[:most]

    for name in ('zh_refine', 'zh_int', 'zh_fact', 'en_fact'):
        for line in stored(clone, 'show', 'HEAD:data/%s.json' % name).splitlines():
            one = json.loads(line)
            right, wrong = passages(one['positive'], name[:2], 5), passages(one['negative'], name[:2], 8)
            answers = one['answer'] if isinstance(one['answer'], list) else [one['answer']]
            base = dict(lang=name[:2], type=name[3:], question=one['query'], answers=answers, part=part('rgb' + one['query']))
            for mark, answerable, scope in (('', True, right and right + wrong), ('n', False, wrong)):
                if scope:
                    questions.append(dict(base, id='%s%s%s' % (name, one['id'], mark), answerable=answerable, scope=scope, articles=scope))
    write(folder, 'docs.jsonl', docs.values())
    write(folder, 'questions.jsonl', questions)


def reading(*arguments):
    *sets, folder = arguments
    docs = [doc for doc in lines(os.path.join(sets[0], 'docs.jsonl')) if number('half' + doc['id']) % 2]
    kept = {doc['id'] for doc in docs}
    write(folder, 'docs.jsonl', [dict(id=doc['id'], title=doc.get('title', ''), text=doc['text']) for doc in docs])
    questions, count = [], collections.Counter()
    for path in sets:
        name = os.path.basename(os.path.normpath(path))
        gold = dict(line.split('\t')[:2] for line in open(os.path.join(path, 'qrels.tsv'), encoding='utf-8'))
        rows = [line.rstrip('\n').split('\t') for line in open(os.path.join(path, 'queries.tsv'), encoding='utf-8')]
        random.Random(3).shuffle(rows)
        for key, question in rows:
            where, answerable = part('read' + gold[key]), gold[key] in kept
            if count[name, where, answerable] < (READING_ASKED if where == 'T' else READING_LEARNED):
                count[name, where, answerable] += 1
                questions.append(dict(id='%s.%s' % (name, key), lang='en' if '-en-q' in name else 'zh', type=name, question=question,
                                      answerable=answerable, gold=gold[key], part=where))
    write(folder, 'questions.jsonl', questions)


if __name__ == '__main__':
    {'own': own, 'reports': reports, 'dragonball': dragonball, 'rgb': rgb, 'reading': reading}[sys.argv[1]](*sys.argv[2:])
