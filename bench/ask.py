#!/usr/bin/env python3
"""Scores answers to questions whose answers are known.

usage: bench/ask.py QUESTIONS.jsonl < ANSWERS.jsonl

QUESTIONS are those of bench/TrainAsk.java, ANSWERS what `assay ask --batch` printed. Recall: the share of the reference
sentences (of several that tell the same, one) of which half of the groups of four letters stand in the sentences shown; of
answer strings, whether one stands there; of a gold document, whether a sentence of it is shown. A question that has no answer should be refused.
"""
import collections
import json
import re
import sys


def plain(text):
    return re.sub(r'[\s*#]+', '', text).lower()


def grams(text):
    return {text[i:i + 4] for i in range(len(text) - 3)} or {text}


def covered(reference, texts):
    one, every = grams(reference), set().union(*(grams(t) for t in texts))
    return any(reference in t for t in texts) or len(one & every) >= .5 * len(one)


def flat(answers):
    return [x for one in answers for x in (flat(one) if isinstance(one, list) else [plain(one)])]


def recall(question, answer):
    texts = [plain(s['text']) for s in answer['sentences']]
    if not texts:
        return 0
    if 'refs' in question:
        asked = plain(question['question'])
        wanted = [[r for r in flat([one]) if r and r not in asked] for one in question['refs']]
        wanted = [one for one in wanted if one]
        return sum(any(covered(r, texts) for r in one) for one in wanted) / len(wanted) if wanted else None
    if 'answers' in question:
        return float(any(a and a in t for a in flat(question['answers']) for t in texts))
    return float(any(s['article'] == question['gold'] for s in answer['sentences']))


questions = {q['id']: q for q in map(json.loads, open(sys.argv[1], encoding='utf-8'))}
recalls, refusals = collections.defaultdict(list), collections.defaultdict(collections.Counter)
for line in sys.stdin:
    answer = json.loads(line)
    question = questions[answer['id']]
    refused = answer['state'] == 'refused'
    refusals[question['lang']][refused, question['answerable']] += 1
    if question['answerable']:
        recalls[question['lang'], question['type']].append((recall(question, answer), refused))
for key, found in sorted(recalls.items()):
    found = [(r, refused) for r, refused in found if r is not None]
    print('%s %s: %d questions, recall %.3f, answered %.2f' % (
        *key, len(found), sum(r for r, _ in found) / max(1, len(found)), sum(not x for _, x in found) / max(1, len(found))))
for language, count in sorted(refusals.items()):
    right, wrong, missed = count[True, False], count[True, True], count[False, False]
    print('%s refused: precision %.3f, recall %.3f, F1 %.3f of %d without an answer' % (
        language, right / max(1, right + wrong), right / max(1, right + missed),
        2 * right / max(1, 2 * right + wrong + missed), right + missed))
