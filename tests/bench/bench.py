"""What both measurements share: running a program and taking its time, finding things, keeping figures."""
import argparse
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

BENCH = Path("build/bench")
INDEXER = BENCH / "bin/indexer"
SEARCHER = BENCH / "bin/searcher"
LOG = BENCH / "log"
QUERIES = BENCH / "our_queries.tsv"
PEERS_QUERIES = BENCH / "peers_queries.tsv"


@dataclass
class Run:
    """A process and all it waited for, from start to end."""

    code: int
    wall_s: float
    cpu_s: float  # user and system
    peak_mb: float  # of the largest process
    output: str

    def json_lines(self):
        return [json.loads(line) for line in self.output.splitlines() if line.startswith("{")]


def run(command, env=None):
    """Runs COMMAND to its end; what it writes to standard error is kept in LOG."""
    command = [str(word) for word in command]
    os.sync()  # what earlier runs wrote must not be written during this one
    captured = BENCH / "output"
    with open(captured, "w+", encoding="utf-8") as output, open(LOG, "a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(command)}\n")
        log.flush()
        begin = time.monotonic()
        process = subprocess.Popen(command, stdout=output, stderr=log, env={**os.environ, **(env or {})})
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return Run(process.returncode, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read())


def run_or_die(command):
    done = run(command)
    if done.code != 0:
        sys.exit(f"bench: exit code {done.code}, see {LOG}: {' '.join(map(str, command))}")
    return done


def peer(name):
    return Path(os.environ["DATELINE_PEERS"]) / name / "run"


def peer_index(name, collection):
    return Path(os.environ["PEERS_WORK"]) / "index" / f"{collection}.{name}"


def peer_data(collection):
    return BENCH / f"{collection}.jsonl"


def peers_that_run(names):
    """Has each driver index a few articles: that builds it, and shows whether it works here."""
    few = BENCH / "few.jsonl"
    with open(peer_data("reuters21578"), encoding="utf-8") as lines:
        few.write_text("".join(line for _, line in zip(range(100), lines)), encoding="utf-8")
    working = []
    for name in names:
        peer_index(name, "few").parent.mkdir(parents=True, exist_ok=True)
        if run([peer(name), "index", few, peer_index(name, "few")]).code == 0:
            working.append(name)
        else:
            say(f"{name} does not run here, see {LOG}")
    return working


def size_mb(folder):
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6


def say(text):
    print(f"{datetime.now():%H:%M:%S} {text}", flush=True)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("peers", nargs="*")
    return parser.parse_args()


def busy_s():
    """Seconds all cores have worked since boot, and those of this process and what it has waited for."""
    user, nice, system, _, _, irq, softirq, steal, *_ = map(int, Path("/proc/stat").read_text().split()[1:11])
    everyone = (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")
    ours = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return everyone, ours


class Circumstances:
    """What has to be known to read the figures: begins to watch at once."""

    def __init__(self, options):
        self.begin = time.monotonic(), *busy_s()
        self.known = {
            "date": f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC",
            "load": round(os.getloadavg()[0], 2),
            "rounds": options.rounds,
            "cap_s": float(os.environ["PEER_CAP"]),
        }
        self.peers = options.peers

    def at_the_end(self, measured):
        """As JSON. An engine that has failed on the way is not among those MEASURED."""
        seconds, everyone, ours = (now - then for now, then in zip((time.monotonic(), *busy_s()), self.begin))
        self.known["other_work"] = max(0, everyone - ours) / (seconds * os.cpu_count())
        self.known["missing"] = [name for name in self.peers if name not in measured]
        return self.known


def keep(options, part, figures):
    (options.results / f"{part}.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
