#!/usr/bin/env python3
"""Makes a zip of compressed tars out of the news in build/data: JSON Lines, pages, and pages as a web archive.

    make_archive.py OUT.zip COPIES

Each copy is a tar.gz of its own in the zip, its articles told from those of the other copies by their ids. Prints how
many articles and pages are in the whole, which is what `indexer add` has to account for."""
import gzip
import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path

LINES = sorted(Path("build/data/reuters-news").glob("*.jsonl"))
PAGES = sorted(Path("build/data/pages/html").glob("*.html"))
CRAWLED = sorted(Path("build/data/dates/html").glob("*.html"))


def lines_of(file, copy):
    """The lines, each with an id of this copy, and how many there are."""
    out = io.BytesIO()
    count = 0
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            article["id"] += f"-{copy}"
            out.write(json.dumps(article, ensure_ascii=False).encode() + b"\n")
            count += 1
    return out.getvalue(), count


def record(number, page):
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        b"WARC-Target-URI: https://www.example.org/%d\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        % (number, len(answer), answer)
    )


def web_archive(files):
    """Each record compressed on its own, as crawlers write it."""
    return b"".join(gzip.compress(record(n, file.read_bytes()), 1, mtime=0) for n, file in enumerate(files))


def add(tar, name, content):
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    tar.addfile(entry, io.BytesIO(content))


def write_copy(out, copy):
    articles = 0
    packed = gzip.GzipFile(fileobj=out, mode="wb", compresslevel=1, mtime=0)
    with packed, tarfile.open(fileobj=packed, mode="w|") as tar:
        for file in LINES:
            content, count = lines_of(file, copy)
            add(tar, f"lines/{file.name}", content)
            articles += count
        for file in PAGES:
            add(tar, f"pages/{file.name}", file.read_bytes())
        add(tar, "crawl.warc.gz", web_archive(CRAWLED))
    return articles, len(PAGES) + len(CRAWLED)


def main():
    out, copies = sys.argv[1], int(sys.argv[2])
    articles = pages = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for copy in range(copies):
            with archive.open(f"copy{copy}.tar.gz", "w", force_zip64=True) as member:
                counts = write_copy(member, copy)
            articles, pages = articles + counts[0], pages + counts[1]
    print(json.dumps({"articles": articles, "pages": pages, "bytes": Path(out).stat().st_size}))


if __name__ == "__main__":
    main()
