#!/usr/bin/env python3
"""measure_server.py [--index DIR] [--seconds N] [--requests N]: how `searcher serve` bears a load.

Needs wrk (apt-get install wrk), the articles of `reuters-news` in build/data, and the programs of build/release. Asks
2,000 recorded queries, mixed: words, phrases, any words, words in a span of days, counted words. Prints one JSON object:

  first_answer_ms   from the start of the process to the end of its first answer, the best of three
  engine_qps        queries a second in one process and thread without HTTP (`searcher bench --snippets`), the mean of
                    each query's best of four
  server_cpu_us     processor time of a request, all threads of the server together; bears other work on the machine
                    better than queries a second do
  server_qps        the same by HTTP, server with one worker and the engine on the same processor, wrk on another
  both_qps          with a worker a processor, wrk beside it
  latency_ms        of every request at half of server_qps, as sent by a schedule
  memory_mb         of the server after the first tenth and after all of so many requests
  writing           requests and errors while `indexer add` publishes every second
"""
import argparse
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

SEED = 1987
QUERIES = 2000
ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"
ARTICLES = ROOT / "build/data/reuters-news"
STOP = set("a an and are as at be but by for from had has have he his if in into is it its not of on or said she that the "
           "their they this to was were which will with would".split())


def words_of(article):
    return [word for word in re.findall("[a-z]{3,}", article["body"].lower()) if word not in STOP]


def recorded_queries():
    """CLASS, NUMBER, QUERY; words that stand in one article, so that most find something."""
    chance = random.Random(SEED)
    articles = []
    for path in sorted(ARTICLES.glob("*.jsonl")):
        with open(path, encoding="utf-8") as lines:
            articles += [json.loads(line) for line in lines if chance.random() < 0.05]
    articles = [article for article in articles if len(words_of(article)) > 20]
    queries = []
    for number in range(QUERIES):
        article = chance.choice(articles)
        words = words_of(article)
        some = chance.sample(words, chance.randint(1, 3))
        name = ("words", "words", "phrase", "any", "date", "facet")[number % 6]
        if name == "phrase":
            phrases = [phrase for phrase in re.findall("(?=\\b([a-z]+ [a-z]+(?: [a-z]+)?)\\b)", article["body"].lower())
                       if not STOP & set(phrase.split())]
            query = f'"{chance.choice(phrases)}"'
        elif name == "date":
            year, month = chance.randint(2006, 2008), chance.randint(1, 9)
            query = f"{' '.join(some[:2])} date:{year}-{month:02}..{year}-{month + 3:02}"
        else:
            query = " ".join(some)
        queries.append((name, number, query))
    return queries


def target_of(name, query):
    target = "/api/search?q=" + urllib.parse.quote(query)
    if name == "any":
        target += "&match=any"
    if name == "facet":
        target += "".join(f"&facet={facet}" for facet in ("year", "month", "day", "section"))
    return target


WRK_SCRIPT = """
local targets = {}
for line in io.lines(os.getenv("TARGETS")) do targets[#targets + 1] = line end
local started = 0
function setup(thread) thread:set("at", started * 997 % #targets); started = started + 1 end
function request()
  at = at % #targets + 1
  return wrk.format("GET", targets[at])
end
function done(summary, latency, requests)
  io.stderr:write(string.format('{"requests": %d, "seconds": %f, "errors": %d, "p50_ms": %f, "p99_ms": %f}\\n',
    summary.requests, summary.duration / 1e6,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
"""


class Server:
    def __init__(self, index, *options, cpus=None):
        command = [str(BIN / "searcher"), "-q", "serve", "--index", str(index), "--listen", "127.0.0.1:0", *options]
        if cpus:
            command = ["taskset", "-c", cpus, *command]
        self.begin = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            sys.exit(f"the server did not start: {line}")
        self.port = int(found[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(10)

    def get(self, target):
        with socket.create_connection(("127.0.0.1", self.port)) as client:
            client.sendall(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            answer = b""
            while piece := client.recv(1 << 16):
                answer += piece
        return int(answer.split(b" ", 2)[1]), answer

    def cpu_s(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def wrk(server, folder, seconds, connections, cpus=None, threads=1):
    script = folder / "wrk.lua"
    script.write_text(WRK_SCRIPT, encoding="ascii")
    command = ["wrk", "-t", str(threads), "-c", str(connections), "-d", f"{seconds}s", "-s", str(script),
               f"http://127.0.0.1:{server.port}"]
    if cpus:
        command = ["taskset", "-c", cpus, *command]
    done = subprocess.run(command, check=True, capture_output=True, text=True,
                          env={**os.environ, "TARGETS": str(folder / "targets")})
    return json.loads(done.stderr.strip().splitlines()[-1])


def engine_us(index, folder):
    """Mean microseconds of a query without HTTP."""
    done = subprocess.run(["taskset", "-c", "0", str(BIN / "searcher"), "bench", "--index", str(index), "--queries",
                           str(folder / "queries.tsv"), "--snippets"], check=True, capture_output=True, text=True)
    classes = [json.loads(line) for line in done.stdout.splitlines()]
    return sum(line["mean_us"] * line["n"] for line in classes) / sum(line["n"] for line in classes)


def on_schedule(server, targets, rate, seconds):
    """Latencies in milliseconds of requests sent at their time, whatever became of those before."""
    latencies, errors = [], []
    lock = threading.Lock()
    total = int(rate * seconds)
    begin = time.monotonic() + 0.1
    turn = iter(range(total))

    def client():
        import http.client
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        while True:
            with lock:
                number = next(turn, None)
            if number is None:
                return
            due = begin + number / rate
            time.sleep(max(0, due - time.monotonic()))
            connection.request("GET", targets[number % len(targets)], headers={"Host": "localhost"})
            answer = connection.getresponse()
            answer.read()
            took = (time.monotonic() - due) * 1e3
            with lock:
                latencies.append(took)
                if answer.status != 200:
                    errors.append(answer.status)

    clients = [threading.Thread(target=client) for _ in range(16)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    latencies.sort()
    return {"rate": round(rate), "n": len(latencies), "errors": len(errors), "p50": round(latencies[len(latencies) // 2], 2),
            "p99": round(latencies[len(latencies) * 99 // 100], 2), "most": round(latencies[-1], 2)}


def while_writing(index, folder, seconds):
    copy = folder / "written.index"
    shutil.copytree(index, copy)
    stop = threading.Event()
    published = [0]

    def write():
        while not stop.is_set():
            begin = time.monotonic()
            article = {"id": f"written-{published[0]}", "title": "A new article", "date": "2009-01-01",
                       "body": f"The summit of this very second, number {published[0]}, ended in agreement."}
            subprocess.run([str(BIN / "indexer"), "-q", "add", "--index", str(copy), "--format", "json", "-"], check=True, text=True,
                           input=json.dumps(article) + "\n")
            published[0] += 1
            time.sleep(max(0, 1 - (time.monotonic() - begin)))

    with Server(copy) as server:
        writer = threading.Thread(target=write)
        writer.start()
        figures = wrk(server, folder, seconds, 16)
        stop.set()
        writer.join()
        time.sleep(1)
        status, answer = server.get("/healthz")
        figures["published"] = published[0]
        figures["last_seen"] = status == 200 and f"written-{published[0] - 1}".encode() in server.get(
            f"/api/articles/written-{published[0] - 1}")[1]
    return figures


def first_answer_ms(index, target):
    times = []
    for _ in range(3):
        with Server(index) as server:
            status, _ = server.get(target)
            times.append((time.monotonic() - server.begin) * 1e3)
            assert status == 200
    return round(min(times), 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--index", type=Path, help="of reuters-news; made where none is given")
    parser.add_argument("--seconds", type=int, default=20, help="of each load")
    parser.add_argument("--requests", type=int, default=200_000, help="over which memory is watched")
    options = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("this needs wrk: apt-get install wrk")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        index = options.index or folder / "reuters-news.index"
        if not index.exists():
            subprocess.run([str(BIN / "indexer"), "-q", "add", "--index", str(index), *sorted(ARTICLES.glob("*.jsonl"))],
                           check=True)
        queries = recorded_queries()
        targets = [target_of(name, query) for name, _, query in queries]
        (folder / "targets").write_text("\n".join(targets) + "\n", encoding="utf-8")
        (folder / "queries.tsv").write_text("".join(f"{name}-{number}\t{query}\n" for name, number, query in queries),
                                            encoding="utf-8")
        figures = {"load_before": round(os.getloadavg()[0], 2),
                   "first_answer_ms": first_answer_ms(index, targets[0])}
        with Server(index, "--threads", "1", cpus="0") as server:
            for target in targets:
                status, _ = server.get(target)
                assert status == 200, target
            wrk(server, folder, 3, 8, cpus="1")
            figures["engine_qps"] = round(1e6 / engine_us(index, folder))
            cpu_before = server.cpu_s()
            alone = wrk(server, folder, options.seconds, 8, cpus="1")
            figures["server_cpu_us"] = round((server.cpu_s() - cpu_before) / alone["requests"] * 1e6)
            figures["server_qps"] = round(alone["requests"] / alone["seconds"])
            figures["server"] = alone
            figures["share"] = round(figures["server_qps"] / figures["engine_qps"], 3)
            figures["latency_ms"] = on_schedule(server, targets, figures["server_qps"] / 2, options.seconds)
        with Server(index) as server:
            both = wrk(server, folder, options.seconds, 16)
            figures["both_qps"] = round(both["requests"] / both["seconds"])
            after_tenth, asked = None, both["requests"]
            while asked < options.requests:
                asked += wrk(server, folder, options.seconds, 16)["requests"]
                if after_tenth is None and asked >= options.requests / 10:
                    after_tenth = server.memory_mb()
            figures["memory_mb"] = {"after_a_tenth": round(after_tenth or 0), "after_all": round(server.memory_mb()),
                                    "requests": asked}
        figures["writing"] = while_writing(index, folder, options.seconds)
        print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
