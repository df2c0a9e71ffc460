#!/usr/bin/env python3
"""How fast articles get into an index, how large it is, and what a second run and a small addition cost."""
import json
import shutil
from collections import defaultdict
from pathlib import Path
from statistics import median

import bench

ARTICLES = {"reuters-news": 45208, "reuters21578": 21578}
ADDITION = 100
# The other engines look for no names and times in the texts.
WITHOUT_MENTIONS = ("--no-entities", "--no-mentions")


def input_files(collection):
    return sorted(Path("build/data", collection).glob("reut2-*.sgm" if collection == "reuters21578" else "*.jsonl"))


def our_index(collection, jobs, mentions=False):
    return bench.BENCH / "index" / f"{collection}.jobs{jobs}{'.mentions' if mentions else ''}"


def add(index, files, jobs=2, mentions=False):
    """The run, and its own account of it."""
    report = bench.BENCH / "report.json"
    options = ["--index", index, "--jobs", jobs, "--report", report, *(() if mentions else WITHOUT_MENTIONS)]
    done = bench.run_or_die([bench.INDEXER, "-q", "add", *options, *files])
    return done, json.loads(report.read_text(encoding="utf-8"))


def row(done, files, index, articles):
    megabytes = sum(file.stat().st_size for file in files) / 1e6
    return {
        "wall_s": done.wall_s,
        "cpu_s": done.cpu_s,
        "peak_mb": done.peak_mb,
        "index_mb": bench.size_mb(index),
        "articles": articles,
        "input_mb": megabytes,
    }


def best(rows):
    """Other work on the machine can only add to a figure."""
    return {key: min(r[key] for r in rows) if key in ("wall_s", "cpu_s") else max(r[key] for r in rows) for key in rows[0]}


def from_nothing(collection, rounds, peers):
    """engine: its best figures; and our account of the articles."""
    rows, files, account = defaultdict(list), input_files(collection), {}
    for turn in range(rounds):
        for engine, jobs, mentions in ("dateline1", 1, False), ("dateline2", 2, False), ("dateline1_mentions", 1, True):
            bench.say(f"{collection}, round {turn + 1}: {engine}")
            index = our_index(collection, jobs, mentions)
            shutil.rmtree(index, ignore_errors=True)
            done, account = add(index, files, jobs, mentions)
            rows[engine].append(row(done, files, index, account["added"]))
        for name in peers:
            bench.say(f"{collection}, round {turn + 1}: {name}")
            data, index = bench.peer_data(collection), bench.peer_index(name, collection)
            done = bench.run([bench.peer(name), "index", data, index])
            if done.code == 0:
                rows[name].append(row(done, [data], index, ARTICLES[collection]))
    return {engine: best(of_engine) | {"runs": of_engine} for engine, of_engine in rows.items()}, account


def again(collection, rounds):
    """The same command once more: nothing has changed."""
    runs = [add(our_index(collection, 2), input_files(collection)) for _ in range(rounds)]
    return {"wall_s": min(done.wall_s for done, _ in runs), "account": runs[-1][1]}


def further_articles(number):
    """100 articles of the last month, under ids and addresses that are not in the index."""
    lines = input_files("reuters-news")[-1].read_text(encoding="utf-8").splitlines()
    target = bench.BENCH / f"further{number}.jsonl"
    with open(target, "w", encoding="utf-8") as out:
        for line in lines[number * ADDITION : (number + 1) * ADDITION]:
            article = json.loads(line)
            article["id"] += "-again"
            article["url"] += "-again"
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    return target


def addition():
    """Seconds to add 100 articles to all of reuters-news, and to nothing."""
    empty, seconds = bench.BENCH / "index" / "further", defaultdict(list)
    for number in range(3):
        shutil.rmtree(empty, ignore_errors=True)
        for name, index in ("full", our_index("reuters-news", 2)), ("empty", empty):
            done, account = add(index, [further_articles(number)])
            assert account["added"] == ADDITION, account
            seconds[name].append(done.wall_s)
    return {name: median(runs) for name, runs in seconds.items()}


def main():
    options = bench.arguments()
    peers = bench.peers_that_run(options.peers)
    circumstances = bench.Circumstances(options)
    figures = {"collections": {}}
    for collection, articles in ARTICLES.items():
        engines, account = from_nothing(collection, options.rounds, peers)
        stats = bench.run_or_die([bench.INDEXER, "stats", "--format", "json", "--index", our_index(collection, 2)])
        figures["collections"][collection] = {
            "articles": articles,
            "engines": engines,
            "account": account,
            "stats": json.loads(stats.output),
            "again": again(collection, options.rounds),
        }
    figures["addition_s"] = addition()
    figures["circumstances"] = circumstances.at_the_end(figures["collections"]["reuters-news"]["engines"])
    bench.keep(options, "indexing", figures)


if __name__ == "__main__":
    main()
