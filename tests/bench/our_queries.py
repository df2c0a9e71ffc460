#!/usr/bin/env python3
"""our_queries.py PEERS.tsv ARTICLES.jsonl OURS.tsv: the peers' queries as `searcher bench` takes them.

A line CLASS TAB NUMBER TAB WORDS becomes CLASS-NUMBER TAB QUERY. Words alone are stemmed here and by no peer, so each
class of words comes twice: as a user writes it, and as CLASS_folded with every word in quotes, which means the same as
with the peers. `kw` is asked with all of the words (kw_and) and with any of them (any_kw).

Proximity, which the peers' queries do not have, is asked for 500 pairs of words that stand within five words of each
other somewhere in the articles: `a W/5 b` (near) and `a W/S b` (sentence).
"""
import calendar
import json
import random
import re
import sys
from collections import defaultdict

PAIRS = 500
REACH = 5
SEED = 21578
# The commonest words of English, which nobody asks for near another.
STOP = set("a an and are as at be but by for from had has have he his if in into is it its not of on or said she that the "
           "their they this to was were which will with would".split())


def day(yyyymmdd):
    """The peers' queries end every month with the 31st."""
    year, month, day_of_month = int(yyyymmdd[:4]), int(yyyymmdd[4:6]), int(yyyymmdd[6:])
    return f"{year:04}-{month:02}-{min(day_of_month, calendar.monthrange(year, month)[1]):02}"


def in_two_forms(name, words, joint=" ", tail=""):
    yield name, joint.join(words) + tail
    yield name + "_folded", joint.join(f'"{word}"' for word in words) + tail


def ours(name, words):
    if name in ("phrase", "phrase_stop"):
        yield name, f'"{" ".join(words)}"'
    elif name == "kw":
        yield from in_two_forms("kw_and", words)
        yield from in_two_forms("any_kw", words)
    elif name == "bool_or":
        yield from in_two_forms(name, words, " OR ")
    elif name == "date":
        *words, first, last = words
        yield from in_two_forms(name, words, tail=f" date:{day(first)}..{day(last)}")
    else:  # bool_and, facet
        yield from in_two_forms(name, words)


def near_pairs(articles):
    """Pairs of words, each from another article; the first stands up to five words before the second."""
    chance = random.Random(SEED)
    with open(articles, encoding="utf-8") as lines:
        bodies = [json.loads(line)["body"] for line in lines]
    pairs = []
    while len(pairs) < PAIRS:
        words = chance.choice(bodies).lower().split()
        if len(words) <= REACH:
            continue
        first = chance.randrange(len(words) - REACH)
        pair = words[first], words[first + chance.randint(1, REACH)]
        if all(re.fullmatch("[a-z]{2,}", word) and word not in STOP for word in pair) and pair[0] != pair[1]:
            pairs.append(pair)
    return pairs


def main(source, articles, target):
    classes = defaultdict(list)
    with open(source, encoding="utf-8") as lines:
        for line in lines:
            name, number, words = line.rstrip("\n").split("\t")
            for our_name, query in ours(name, words.split()):
                classes[our_name].append(f"{our_name}-{number}\t{query}\n")
    for name, operator in (("near", " W/5 "), ("sentence", " W/S ")):
        for number, pair in enumerate(near_pairs(articles)):
            for our_name, query in in_two_forms(name, pair, operator):
                classes[our_name].append(f"{our_name}-{number}\t{query}\n")
    with open(target, "w", encoding="utf-8") as out:
        for queries in classes.values():
            out.writelines(queries)


if __name__ == "__main__":
    main(*sys.argv[1:])
