#!/usr/bin/env python3
"""Short notices in pairs that differ in one thing, and copies of them: do other notices stay apart, and copies come together?

usage: bench/exchanged_notices.py REPOSTS [SEED] [FIELD] > texts.jsonl     makes them of the public reposts (docs.jsonl)
       assay fold --batch < texts.jsonl > groups.jsonl
       bench/exchanged_notices.py --count texts.jsonl groups.jsonl          tells what was folded, and which pairs

A notice is the beginning of a text, 120 to 450 characters long. Of each kind (a person, an office or a court, a place, a sum, one of several places, the country
of an outlet) there are 50, if so many are found, and no two notices have a tenth of their words in common; what is exchanged is found by the patterns below and is put in stands nowhere in the notice. A copy has another outlet's lines at head and foot.
FIELD: courts, sport, tenders or weather, for notices of these alone.
"""
import json
import random
import re
import sys

HAN = "[\u4e00-\u9fff]"
FIELDS = {
    "courts": re.compile("法院|检察院|判决|被告|案件"),
    "sport": re.compile("比赛|联赛|决赛|冠军|球员|选手"),
    "tenders": re.compile("中标|招标|采购|项目|竞得|拍卖"),
    "weather": re.compile("气象|暴雨|台风|预警|降雨|高温"),
}
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = ["伟民", "丽华", "建业", "志强", "敏", "晓东", "文静", "国平", "海燕", "俊", "立新", "玉兰", "思远", "振宇", "洁", "庆丰"]
PLACES = ["临江", "安阳", "石城", "青河", "永丰", "望都", "平泉", "东海", "长乐", "新安", "宁远", "南安", "西丰", "高阳", "清水", "白河"]
HEADS = ["【{}讯】", "{}8月消息 ", "（来源：{}）", "来源：{} ", "据{}报道，"]
FEET = ["（责任编辑：{}）", "责编：{}", "编辑：{} 来源：综合", "返回搜狐，查看更多 责任编辑：{}"]
OUTLETS = ["晨报网", "都市快讯", "今日观察", "江南在线"]

OFFICE = "(?:市|县|区|省)(?:(?:中级|高级)?人民法院|人民检察院|公安局|公安分局|税务局|市场监督管理局|应急管理局|气象局|住建局|教育局)"
KINDS = {
    "person": re.compile(f"(?:发言人|部长|总理|主席|市长|书记|局长|经理|教授|主任|院长|校长|队长|主帅|教练)(?P<it>[{SURNAMES}]{HAN}{{1,2}})(?=表示|说|指出|介绍|强调|称|告诉|透露|认为|在)"),
    "office": re.compile(f"(?:[，。、由向从据了]|^)(?P<it>{HAN}{{2}})(?={OFFICE})"),
    "place": re.compile(f"(?:在|位于|来到|发生于|走进)(?P<it>{HAN}{{2}})(?=市|县|区|镇|乡)"),
    "sum": re.compile(r"(?<![\d.,])(?P<it>\d[\d,]*(?:\.\d+)?)(?=(?:多)?(?:万|亿)?(?:元|美元|欧元|人|吨))"),
    "one of a list": re.compile(f"(?<=、)(?P<it>{HAN}{{2}})(?=(?:区|县|市|镇)、)"),
    "country of an outlet": re.compile("(?:据|援引)(?P<it>美国|英国|日本|韩国|德国|法国|印度|泰国)(?=[^，。]{0,14}(?:网|社|报|台|》))"),
}
COUNTRIES = ["美国", "英国", "日本", "韩国", "德国", "法国", "印度", "泰国", "巴西", "瑞典"]


def another(kind, it, chance):
    if kind == "person":
        surname = chance.choice([one for one in SURNAMES if one != it[0]])
        return surname + chance.choice(GIVEN)
    if kind == "sum":
        return re.sub(r"[1-9]", lambda digit: str((int(digit[0]) + chance.randint(0, 7)) % 9 + 1), it)
    return chance.choice([one for one in (COUNTRIES if kind.startswith("country") else PLACES) if one != it])


def shingles(text):
    return {text[i:i + 12] for i in range(0, len(text) - 11)}


def notice(text):
    """Its beginning up to a full stop, or nothing."""
    text = re.sub(r"^(?:原标题：|来源：)\S{0,12}\s", "", re.sub(r"\s+", " ", text.strip()))
    ends = [stop.end() for stop in re.finditer("。”?", text) if 120 <= stop.end() < 450]
    return text[:ends[-1]] if ends else ""


def pairs(docs, chance, field, most=50):
    left = {kind: most for kind in KINDS}
    seen = set()
    for doc in docs:
        text = notice(doc["text"])
        parts = shingles(text)
        if not text or len(parts & seen) > len(parts) / 10 or field and not FIELDS[field].search(text):
            continue
        found = [(kind, pattern.search(text)) for kind, pattern in KINDS.items() if left[kind] > 0]
        found = [(kind, one) for kind, one in found if one]
        if not found:
            continue
        kind, one = max(found, key=lambda kind_and_one: left[kind_and_one[0]])
        it = one["it"]
        other = another(kind, it, chance)
        if other == it or other in text:
            continue
        seen |= parts
        left[kind] -= 1
        if kind == "sum" or kind.startswith("country"):
            changed = text[:one.start("it")] + other + text[one.end("it"):]
        else:
            changed = text.replace(it, other)
        yield kind, text, changed


def make(reposts, seed="1", field=""):
    chance = random.Random("exchanged" + seed)
    docs = [json.loads(line) for line in open(reposts, encoding="utf-8")]
    chance.shuffle(docs)
    for number, (kind, text, changed) in enumerate(pairs(docs, chance, field)):
        outlet, person = chance.choice(OUTLETS), chance.choice(SURNAMES) + chance.choice(GIVEN)
        copy = chance.choice(HEADS).format(outlet) + text + chance.choice(FEET).format(person)
        for part, words in (("a", text), ("other", changed), ("copy", copy)):
            print(json.dumps({"id": f"{kind}-{number}-{part}", "title": "", "text": words}, ensure_ascii=False))


def count(texts, groups):
    words = {one["id"]: one["text"] for one in map(json.loads, open(texts, encoding="utf-8"))}
    group = {one["id"]: one["group"] for one in map(json.loads, open(groups, encoding="utf-8"))}
    pair = [one[:-2] for one in words if one.endswith("-a")]
    folded = [one for one in pair if group[one + "-a"] == group[one + "-other"]]
    copies = [one for one in pair if group[one + "-a"] == group[one + "-copy"]]
    print(f"{len(pair)} pairs, folded {len(folded)}; copies folded {len(copies)} ({len(copies) / len(pair):.3f})")
    for one in folded:
        print(f"folded {one}\n  {words[one + '-a']}\n  {words[one + '-other']}")
    for one in pair:
        if one not in copies:
            print(f"apart {one}\n  {words[one + '-copy']}")


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "--count":
        count(*sys.argv[2:])
    elif 2 <= len(sys.argv) <= 4 and not sys.argv[1].startswith("-") and set(sys.argv[3:]) <= FIELDS.keys():
        make(*sys.argv[1:])
    else:
        sys.exit(__doc__)
