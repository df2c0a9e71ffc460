#!/usr/bin/env python3
"""How long one saved page takes, from its bytes to its record.

  measure_pages.py INDEXER FOLDER [--rounds 3] [--copies 10] [--every 1]

Extracts a folder with one copy of a page and one with that many more: the difference is what a page takes in a process
that has begun to work. Processor time, which other work on the machine changes less than the clock; of the rounds the
quickest counts.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile


def processor_ms(command):
    """Milliseconds of processor time, user and system, of one run."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def page_ms(indexer, page, copies, rounds):
    with tempfile.TemporaryDirectory() as scratch:
        one, more = pathlib.Path(scratch, "one"), pathlib.Path(scratch, "more")
        one.mkdir()
        more.mkdir()
        shutil.copy(page, one / "0.html")
        for i in range(copies + 1):
            shutil.copy(page, more / f"{i}.html")
        command = [str(indexer), "extract", "--keep-all"]
        least = [min(processor_ms(command + [str(folder)]) for _ in range(rounds)) for folder in (one, more)]
    return max(0.0, least[1] - least[0]) / copies


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("indexer", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=10)
    parser.add_argument("--every", type=int, default=1, help="only every so manieth page")
    args = parser.parse_args()
    pages = sorted(path for path in args.folder.iterdir() if path.suffix == ".html")[::args.every]
    times = sorted(page_ms(args.indexer, page, args.copies, args.rounds) for page in pages)
    print(f"{len(times)} pages: median {statistics.median(times):.1f} ms, mean {statistics.mean(times):.1f} ms, "
          f"nine of ten under {times[len(times) * 9 // 10]:.1f} ms, slowest {times[-1]:.1f} ms")


if __name__ == "__main__":
    main()
