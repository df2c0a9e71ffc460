#!/usr/bin/env python3
"""How long queries take, engine beside engine, and whether the totals are right.

All engines index the same file: the articles of reuters-news with id, title, body, day and a section.
"""
import json
import os
import shutil
from collections import defaultdict
from statistics import median

import bench

COLLECTION = "reuters-news"
INDEX = bench.BENCH / "index" / "latency"
TRUTH = bench.BENCH / "truth"
HITS = bench.BENCH / "hits"
PERCENTILES = ("median_us", "p95_us", "p99_us")
FRESH_PROCESSES = 20
PEERS_NAME = {"any_kw": "kw_or"}  # of our classes; the others are called the same


def class_and_form(name):
    """any_kw_folded -> kw_or, folded"""
    plain = name.removesuffix("_folded")
    folded = name != plain or plain.startswith("phrase")
    return PEERS_NAME.get(plain, plain), "dateline_folded" if folded else "dateline"


def measure_ours(figures):
    totals = bench.BENCH / "totals.tsv"
    done = bench.run_or_die(
        [bench.SEARCHER, "bench", "--index", INDEX, "--queries", bench.QUERIES, "--totals", totals])
    for line in done.json_lines():
        name, form = class_and_form(line["class"])
        figures[name][form].append(line)
    return read_totals(totals)


def measure_peer(name, figures):
    index = bench.peer_index(name, COLLECTION)
    if not index.exists():
        index.parent.mkdir(parents=True, exist_ok=True)
        bench.run([bench.peer(name), "index", bench.peer_data(COLLECTION), index])
    done = bench.run([bench.peer(name), "query", bench.PEERS_QUERIES, index, HITS])
    for line in done.json_lines():
        if line["mode"] == "exact":
            figures[line["class"]][name].append(line)


def best(lines):
    return {"n": max(line["n"] for line in lines)} | {key: min(line[key] for line in lines) for key in PERCENTILES}


def read_totals(path):
    """{class: {number of the query: total}}"""
    totals = defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, number, total = line.split("\t")
            totals[name][int(number)] = int(total)
    return totals


def truth():
    """Brute-force totals for words by Unicode's rules (uax) and for runs of letters and digits (alnum)."""
    if not (TRUTH / "truth_alnum.tsv").exists():
        TRUTH.mkdir(exist_ok=True)
        bench.run_or_die([bench.peer("limits"), "truth", bench.peer_data(COLLECTION), bench.PEERS_QUERIES, TRUTH])
    return [read_totals(TRUTH / f"truth_{words}.tsv") for words in ("uax", "alnum")]


def agreement(totals, uax, alnum):
    """How near the totals of one class come to the true ones."""
    counted = {number: total for number, total in totals.items() if total >= 0}
    if not counted:
        return None
    return {
        "n": len(counted),
        "equal": sum(total == uax[number] for number, total in counted.items()) / len(counted),
        "either": sum(total in (uax[number], alnum[number]) for number, total in counted.items()) / len(counted),
        "error": sum(abs(total - uax[number]) for number, total in counted.items())
        / max(1, sum(uax[number] for number in counted)),
    }


def all_agreements(ours, peers):
    uax, alnum = truth()
    by_engine = defaultdict(dict)
    for name, totals in ours.items():
        peers_class, form = class_and_form(name)
        if peers_class in uax:
            by_engine[form][peers_class] = totals
    for name in peers:
        by_engine[name] = read_totals(HITS / f"hits_{name}.tsv")
    found = defaultdict(dict)
    for engine, classes in by_engine.items():
        for name, totals in classes.items():
            found[name][engine] = agreement(totals, uax[name], alnum[name])
    return found


def fresh_processes(totals):
    """Milliseconds of `searcher search`, a process for each query, for queries with at least ten results."""
    queries = [line.rstrip("\n").split("\t") for line in open(bench.QUERIES, encoding="utf-8")]
    chosen = [query for id, query in queries
              if id.startswith("kw_and-") and totals["kw_and"][int(id.rpartition("-")[2])] >= 10][:FRESH_PROCESSES]
    runs = [bench.run_or_die([bench.SEARCHER, "search", "--index", INDEX, query]) for query in chosen]
    return {"n": len(runs), "median_ms": median(run.wall_s for run in runs) * 1e3,
            "most_ms": max(run.wall_s for run in runs) * 1e3}


def main():
    options = bench.arguments()
    peers = bench.peers_that_run(options.peers)
    HITS.mkdir(exist_ok=True)
    bench.say("dateline indexes what the others have indexed")
    shutil.rmtree(INDEX, ignore_errors=True)
    bench.run_or_die([bench.INDEXER, "-q", "add", "--index", INDEX, bench.peer_data(COLLECTION)])

    circumstances = bench.Circumstances(options)
    lines = defaultdict(lambda: defaultdict(list))
    for turn in range(options.rounds):
        bench.say(f"queries, round {turn + 1}: dateline")
        totals = measure_ours(lines)
        for name in peers:
            bench.say(f"queries, round {turn + 1}: {name}")
            measure_peer(name, lines)
    answered = [name for name in peers if any(name in engines for engines in lines.values())]
    bench.say("totals and fresh processes")
    figures = {
        "classes": {name: {engine: best(runs) for engine, runs in engines.items()} for name, engines in lines.items()},
        "fresh": fresh_processes(totals),
        "circumstances": circumstances.at_the_end(answered),
        "totals": all_agreements(totals, answered),
    }
    bench.keep(options, "latency", figures)


if __name__ == "__main__":
    main()
