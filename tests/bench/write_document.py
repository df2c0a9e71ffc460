#!/usr/bin/env python3
"""Writes the document from what the measurements kept: tables, and each bar with the figure beside it."""
import argparse
import json
import os
import re
from pathlib import Path

ENGINES = {
    "dateline": "Dateline",
    "dateline_folded": "Dateline, quoted",
    "dateline1": "Dateline, `--jobs 1`",
    "dateline2": "Dateline, `--jobs 2`",
    "dateline1_mentions": "Dateline, `--jobs 1`, with names and times",
    "xapian": "Xapian",
    "lucene8": "Lucene 8",
    "sphinx": "Sphinx",
    "sqlite": "SQLite FTS5",
}
CLASSES = {
    "kw_and": "all of 1-4 words",
    "kw_or": "any of 1-4 words",
    "phrase": "phrase of 2-3 words",
    "phrase_stop": "phrase with a stop word",
    "bool_and": "`a b`",
    "bool_or": "`a OR b`",
    "date": "words in a span of days",
    "facet": "word, counted by year, month, day, section",
    "near": "`a W/5 b`",
    "sentence": "`a W/S b`",
}
BARRED_CLASSES = ("kw_and", "phrase", "phrase_stop", "date", "facet")
# Of Lucene's median that ours may take, for the same queries: words in quotes, as Lucene takes them.
SHARES_OF_LUCENE = {"kw_and": 0.6, "kw_or": 0.8, "bool_or": 0.8, "phrase": 1.0, "phrase_stop": 1.0, "date": 0.8,
                    "facet": 0.2}
MOST_P99_OF_LUCENE = 1.5
MOST_NEAR_OF_PHRASES = 5
MOST_FRESH_MS = 30


def table(head, rows, figures=True):
    """The first column is text; the others are figures, or text as well."""
    lines = ["| " + " | ".join(head) + " |", "|---|" + ("--:|" if figures else "---|") * (len(head) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def number(value):
    """Three digits that count, thousands parted."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def in_order(engines):
    return [engine for engine in ENGINES if engine in engines]


# ---- the machine


def processor():
    return re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))[1].strip()


def memory_gib():
    kib = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8"))[1])
    return kib / 2**20


def machine():
    return f"{os.cpu_count()} cores ({processor()}), {memory_gib():.0f} GiB of memory."


def circumstances(part):
    said = part["circumstances"]
    rounds = "one round" if said["rounds"] == 1 else f"best of {said['rounds']} rounds"
    text = (f"Measured {said['date']}, {rounds}. Load average before: {said['load']}; meanwhile other work took "
            f"{said['other_work']:.0%} of the processors.")
    if said["missing"]:
        text += " Did not run here: " + ", ".join(ENGINES[name] for name in said["missing"]) + "."
    return text


# ---- tables


def indexing_table(collection):
    rows = []
    for engine in in_order(collection["engines"]):
        r = collection["engines"][engine]
        rows.append([ENGINES[engine], f"{r['wall_s']:.1f}", f"{r['cpu_s']:.1f}", number(r["articles"] / r["wall_s"]),
                     f"{r['input_mb'] / r['wall_s']:.1f}", f"{r['peak_mb']:.0f}", f"{r['index_mb']:.0f}"])
    return table(["engine", "wall s", "CPU s", "articles/s", "MB/s", "peak MB", "index MB"], rows)


def latency_table(classes):
    engines = in_order({engine for of_class in classes.values() for engine in of_class})
    rows = []
    for name in filter(classes.get, CLASSES):
        n = max(r["n"] for r in classes[name].values())
        cells = []
        for engine in engines:
            r = classes[name].get(engine)
            cell = " / ".join(number(r[key]) for key in ("median_us", "p95_us", "p99_us")) if r else ""
            cells.append(cell + (f" (first {r['n']})" if r and r["n"] < n else ""))
        rows.append([f"{CLASSES[name]} ({n})", *cells])
    return table(["queries", *(ENGINES[engine] for engine in engines)], rows)


def totals_table(totals):
    engines = [e for e in in_order({e for of_class in totals.values() for e in of_class}) if e != "dateline"]
    rows = []
    for name in filter(totals.get, CLASSES):
        cells = []
        for engine in engines:
            r = totals[name].get(engine)
            cells.append(f"{r['equal']:.1%} / {r['either']:.1%} / {r['error']:.2%}" if r else "")
        rows.append([CLASSES[name], *cells])
    return table(["queries", *(ENGINES[engine] for engine in engines)], rows)


# ---- bars


def indexing_bars(indexing):
    news = indexing["collections"]["reuters-news"]
    one, two = news["engines"]["dateline1"], news["engines"]["dateline2"]
    if xapian := news["engines"].get("xapian"):
        ratios = [r["cpu_s"] / xapian["cpu_s"] for r in (one, two)]
        yield ("CPU to index, against plain Xapian", "at most 0.45 (aim 0.25)",
               "{:.2f} with one job, {:.2f} with two".format(*ratios), max(ratios) <= 0.45)
    faster = one["wall_s"] / two["wall_s"]
    yield ("two jobs faster than one", "at least 1.8 times",
           f"{faster:.2f} (two jobs keep {two['cpu_s'] / two['wall_s']:.2f} cores busy)", faster >= 1.8)
    peak = max(one["peak_mb"], two["peak_mb"])
    yield "peak memory", "under 1024 MB", f"{peak:.0f} MB", peak < 1024
    size = max(one["index_mb"], two["index_mb"])
    yield "index", "at most 250 MB", f"{size:.0f} MB", size <= 250
    seconds = indexing["addition_s"]["full"]
    yield "adding 100 articles to it", "under 1 s", f"{seconds:.2f} s", seconds < 1

    old = indexing["collections"]["reuters21578"]
    account, again = old["account"], old["again"]["account"]
    done = account["added"] + account["replaced"] + account["unchanged"]
    skipped = sum(account["skipped"].values())
    reasons = "".join(f" ({count} {reason})" for reason, count in account["skipped"].items())
    yield ("reuters21578: every article accounted for", f"{old['articles']:,} read",
           f"{account['read']:,} read = {done:,} indexed + {skipped} skipped{reasons}",
           account["read"] == old["articles"] == done + skipped)
    yield ("reuters21578: `stats` agrees", f"{account['added']:,} articles", f"{old['stats']['articles']:,}",
           old["stats"]["articles"] == account["added"])
    yield ("reuters21578: the second run replaces nothing", "all indexed are unchanged",
           f"{again['unchanged']:,} unchanged, {again['added'] + again['replaced']} added or replaced",
           again["unchanged"] == account["added"] and again["added"] + again["replaced"] == 0)
    share = old["again"]["wall_s"] / old["engines"]["dateline2"]["wall_s"]
    yield "reuters21578: time of the second run", "under 0.25 of the first", f"{share:.3f}", share < 0.25


def latency_bars(latency):
    for name in BARRED_CLASSES:
        engines = latency["classes"][name]
        if "xapian" not in engines:
            continue
        for form in "dateline", "dateline_folded":
            if form in engines:
                ours, bar = engines[form]["median_us"], engines["xapian"]["median_us"]
                words = ", words quoted" if form == "dateline_folded" and not name.startswith("phrase") else ""
                yield (f"median, {CLASSES[name]}{words}", f"plain Xapian's {number(bar)} µs", f"{number(ours)} µs",
                       ours <= bar)


def lucene_bars(classes):
    both = {name: (engines["dateline_folded"], engines["lucene8"]) for name, engines in classes.items()
            if "lucene8" in engines and "dateline_folded" in engines}
    for name, share in SHARES_OF_LUCENE.items():
        if name in both:
            ratio = both[name][0]["median_us"] / both[name][1]["median_us"]
            yield f"median against Lucene's, {CLASSES[name]}", f"at most {share}", f"{ratio:.2f}", ratio <= share
    for name, (ours, lucenes) in both.items():
        ratio = ours["p99_us"] / lucenes["p99_us"]
        yield (f"99th percentile against Lucene's, {CLASSES[name]}", f"at most {MOST_P99_OF_LUCENE}", f"{ratio:.2f}",
               ratio <= MOST_P99_OF_LUCENE)


def proximity_bars(classes):
    phrases = classes["phrase"]["dateline_folded"]["median_us"]
    for name in "near", "sentence":
        for form, words in ("dateline", "stemmed"), ("dateline_folded", "words quoted"):
            if form in classes.get(name, {}):
                ratio = classes[name][form]["median_us"] / phrases
                yield (f"median against the phrases', {CLASSES[name]}, {words}", f"at most {MOST_NEAR_OF_PHRASES}",
                       f"{ratio:.1f}", ratio <= MOST_NEAR_OF_PHRASES)


def fresh_bar(fresh):
    yield ("answer of a fresh process, median", f"under {MOST_FRESH_MS} ms", f"{fresh['median_ms']:.0f} ms",
           fresh["median_ms"] < MOST_FRESH_MS)


def all_latency_bars(latency):
    yield from latency_bars(latency)
    yield from lucene_bars(latency["classes"])
    yield from proximity_bars(latency["classes"])
    yield from fresh_bar(latency["fresh"])


def bars_table(indexing, latency):
    bars = [*(indexing_bars(indexing) if indexing else ()), *(all_latency_bars(latency) if latency else ())]
    return table(["what", "bar", "figure", "met"], [[*bar, "yes" if met else "**no**"] for *bar, met in bars],
                 figures=False)


# ---- the document


def head():
    return f"""# Benchmarks

Written by `./dev bench`, which measures anew; `tests/bench/run --help` tells its options. Articles and the other
engines' drivers are the shared data's (archives `reuters-news`: 45,208 articles, 2006 to 2009; `reuters21578`:
21,578 articles, 1987; drivers `peers`).

Machine: {machine()}"""


def indexing_section(indexing):
    if not indexing:
        return "## Indexing\n\nNot measured."
    added = indexing["addition_s"]
    again = indexing["collections"]["reuters-news"]["again"]
    first = indexing["collections"]["reuters-news"]["engines"]["dateline2"]["wall_s"]
    return f"""## Indexing

{circumstances(indexing)}

    indexer add --index DIR --jobs N --no-entities --no-mentions build/data/reuters-news/*.jsonl
    indexer add --index DIR --jobs N --no-entities --no-mentions build/data/reuters21578/reut2-*.sgm

and once without the two options, since no other engine looks for names and times in the texts. Whole processes from start to end: least wall and CPU time (user and system), largest memory, bytes on disk. Dateline
reads the archives as they are and keeps every field, stems, and the whole text, in a checked and synchronised index. The
others read a file made ready for them (id, title, text of one field, day, section), index words with their positions
on one thread, and store the titles only.

reuters-news:

{indexing_table(indexing["collections"]["reuters-news"])}

reuters21578:

{indexing_table(indexing["collections"]["reuters21578"])}

A second run over reuters-news, which changes nothing, takes {again["wall_s"]:.2f} s ({again["wall_s"] / first:.3f} of
the first). Adding 100 further articles takes {added["full"]:.2f} s on top of all of reuters-news, {added["empty"]:.2f} s
in an empty index.

Two jobs faster than one: the least time of either, which may come from different rounds. Where the figure is above the
cores kept busy, one job took more CPU time for the same work, and that part of it is not parallelism."""


def latency_section(latency):
    if not latency:
        return "## Queries\n\nNot measured."
    fresh = latency["fresh"]
    return f"""## Queries

{circumstances(latency)}

    searcher bench --index DIR --queries build/bench/our_queries.tsv

One warmed process and one thread an engine, all over the same articles (reuters-news as the drivers read it); each
answer has the exact total and the ten best articles with their titles. Microseconds, median / 95th / 99th percentile;
a query's figure is the best of four passes, and of the rounds each percentile's lower one. The others' passes end after
{latency["circumstances"]["cap_s"]:.0f} s at most; Sphinx answers through a socket, and its server counts as other work. The other engines do
not stem: "Dateline" is the query as a user writes it, stemmed; "Dateline, quoted" has every word in quotes, so that it
finds nearly what the others find.

{latency_table(latency["classes"])}

A fresh process, `searcher search` with ten results and their snippets as text ({fresh["n"]} queries of 1-4 words, files
in the page cache): median {fresh["median_ms"]:.0f} ms, slowest {fresh["most_ms"]:.0f} ms.

### Are the totals right?

Share of queries whose total is the one counted by brute force, for words cut by Unicode's rules / for those or for
runs of letters and digits; then all differences to the first, as a share of its matches. Dateline cuts some words
otherwise: `U.S.` meets `US`, `Korea's` meets `Korea`, and a phrase does not run across the end of a paragraph.

{totals_table(latency["totals"])}"""


def load(folder, part):
    path = folder / f"{part}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("--document", type=Path, required=True)
    options = parser.parse_args()
    indexing, latency = load(options.results, "indexing"), load(options.results, "latency")
    sections = [head(), "## Bars\n\n" + bars_table(indexing, latency), indexing_section(indexing), latency_section(latency)]
    sections.append((Path(__file__).parent / "missed.md").read_text(encoding="utf-8").rstrip())
    options.document.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    print(f"{options.document} is written.")


if __name__ == "__main__":
    main()
