#!/usr/bin/env python3
"""check_server.py --bin DIR --corpus DIR [--connections N]: `searcher serve` asked over sockets.

Clients that are slow, that go away, that send far too much, that send no HTTP, and what comes meanwhile from
`indexer`. Each check is a function whose name says what holds; all share one server, which must be there at the end.
"""
import argparse
import json
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

HEAD_TIME_S = 10  # in which the head of a request must have come (searcher/http/server.h)

options = None


class Server:
    def __init__(self, index, *arguments):
        self.process = subprocess.Popen(
            [options.bin / "searcher", "serve", "--index", index, "--listen", "127.0.0.1:0", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(re.search(r"http://[^ ]*:(\d+)", line)[1])
        self.log = []
        self.reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr))
        self.reader.start()

    def connect(self, timeout=20):
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def raw(self, request, timeout=20):
        """All that comes back until the server closes."""
        answer = b""
        with self.connect(timeout) as client:
            try:
                client.sendall(request)
                while piece := client.recv(1 << 16):
                    answer += piece
            except ConnectionError:
                pass
        return answer

    def get(self, target, headers=""):
        answer = self.raw(f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n".encode())
        head, _, body = answer.partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1]) if head.startswith(b"HTTP/1.1 ") else 0
        return status, head.decode("latin-1"), body

    def json(self, target):
        return json.loads(self.get(target)[2])

    def memory_mb(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        """The exit code, and how many seconds it took."""
        begin = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(20)
        took = time.monotonic() - begin
        self.reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return code, took


def index_of_corpus(folder):
    index = folder / "news.index"
    subprocess.run([options.bin / "indexer", "-q", "-q", "add", "--index", index, options.corpus], check=True)
    return index


def add(index, *articles):
    subprocess.run([options.bin / "indexer", "-q", "add", "--index", index, "--format", "json", "-"], check=True, text=True,
                   input="".join(json.dumps(article) + "\n" for article in articles))


class OneServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.index = index_of_corpus(Path(cls.folder.name))
        cls.server = Server(cls.index)
        # Slow clients are there all the while; what has become of them is looked at last.
        cls.slow_since = time.monotonic()
        cls.slow = [cls.server.connect() for _ in range(100)]
        cls.stop_slowness = threading.Event()
        cls.slowness = threading.Thread(target=cls.send_slowly)
        cls.slowness.start()

    @classmethod
    def send_slowly(cls):
        request = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + b"x" * 1000
        for byte in request:
            if cls.stop_slowness.wait(0.4):
                return
            for client in cls.slow:
                try:
                    client.send(bytes([byte]))
                except OSError:
                    pass

    @classmethod
    def tearDownClass(cls):
        cls.stop_slowness.set()
        cls.slowness.join()
        for client in cls.slow:
            client.close()
        code, _ = cls.server.stop()
        cls.folder.cleanup()
        assert code == 0, f"exit code {code}: {cls.server.log[-5:]}"

    def tearDown(self):
        self.assertEqual(self.server.get("/healthz")[0], 200)

    def test_answers_keep_their_connection(self):
        with self.server.connect() as client:
            for _ in range(3):
                client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                self.assertIn(b"200 OK", client.recv(1 << 16))

    def test_requests_in_a_row_are_answered_in_a_row(self):
        answer = self.server.raw(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20 +
                                 b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        self.assertEqual(answer.count(b"HTTP/1.1 200 OK"), 20)
        self.assertEqual(answer.count(b"HTTP/1.1 404"), 1)

    def test_head_has_no_body(self):
        answer = self.server.raw(b"HEAD /api/search?q=japan HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        self.assertTrue(answer.endswith(b"\r\n\r\n"))
        self.assertIn(b"Content-Length: ", answer)

    def test_other_hosts_names_are_refused(self):
        answer = self.server.raw(b"GET /api/search?q=japan HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        self.assertIn(b" 421 ", answer.splitlines()[0])

    def test_nothing_of_a_request_becomes_a_header(self):
        injected = "%0d%0aSet-Cookie:%20a=b%0d%0a%0d%0a<script>"
        for target in (f"/api/search?q={injected}", f"/api/articles/{injected}", f"/{injected}", f"/api/search?{injected}=1",
                       f"/feed.atom?q={injected}", f"/api/search?q=japan&limit=1&zone={injected}",
                       f"/api/search?q=japan&limit=1&facet={injected}", f"/api/search?q=japan{injected}&limit=1&match=any"):
            status, head, _ = self.server.get(target)
            self.assertIn(status, (200, 400, 404), target)
            self.assertNotIn("\nSet-Cookie", head, target)
            self.assertIn("nosniff", head)

    def test_no_path_leads_to_a_file(self):
        for target in ("/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "//etc/passwd",
                       "/api/articles/../../../etc/passwd", "/assets/..%2f..%2f..%2fetc/passwd", "/%5c..%5c..%5cetc%5cpasswd"):
            status, _, body = self.server.get(target)
            self.assertIn(status, (400, 404), target)
            self.assertNotIn(b"root:", body)

    def test_what_is_no_http_is_refused(self):
        for bytes_sent in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 1000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                           b"GET / HTTP/1.1\r\n\r\n", b"\r\n" * 1000, b"GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
                           b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                           b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                           b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999999\r\n\r\n",
                           b"GET http://[ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                           b"\xf0\x9f" * 300 + b"\r\n\r\n"):
            with self.server.connect() as client:
                client.sendall(bytes_sent)
                client.shutdown(socket.SHUT_WR)
                try:
                    answer = client.recv(1 << 16)
                except ConnectionError:
                    answer = b""
            self.assertNotIn(b" 200 ", answer.split(b"\r\n")[0], bytes_sent)

    def test_a_head_has_an_end(self):
        for head in (b"GET /?q=" + b"x" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-Y: z\r\n" * 10_000 + b"\r\n"):
            answer = self.server.raw(head)
            self.assertNotIn(b" 200 ", answer.split(b"\r\n")[0])

    def test_a_body_has_an_end(self):
        before = self.server.memory_mb()
        announced = self.server.raw(b"POST /api/search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1073741824\r\n\r\n" +
                                    b"x" * 100_000)
        self.assertTrue(announced == b"" or b" 413 " in announced.splitlines()[0])
        sent = 0
        with self.server.connect() as client:
            try:
                client.sendall(b"POST /api/search HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n")
                piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
                while sent < 1 << 30:
                    client.sendall(piece)
                    sent += len(piece)
            except (ConnectionError, TimeoutError):
                pass
        self.assertLess(sent, 64 << 20)
        self.assertLess(self.server.memory_mb(), before + 100)

    def test_connections_that_are_dropped_leave_nothing(self):
        before = self.server.memory_mb()
        request = b"GET /api/search?q=japan HTTP/1.1\r\nHost: localhost\r\n\r\n"
        for number in range(options.connections):
            with self.server.connect() as client:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
                if number % 2:
                    client.sendall(request[:number % len(request)] if number % 4 == 1 else request)
        self.assertEqual(self.server.get("/healthz")[0], 200)
        self.assertLess(self.server.memory_mb(), before + 100)
        time.sleep(0.5)
        open_now = int(re.search(rb"dateline_connections (\d+)", self.server.get("/metrics")[2])[1])
        self.assertLess(open_now, 150)  # the slow ones, and this one

    def test_an_export_comes_whole_and_ends_with_its_client(self):
        status, head, body = self.server.get("/api/export?q=after:1900")
        self.assertEqual(status, 200)
        self.assertIn("chunked", head)
        self.assertIn(b"0\r\n\r\n", body[-10:])
        for _ in range(20):
            with self.server.connect() as client:
                client.sendall(b"GET /api/export?q=after:1900 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                client.recv(100)

    def test_what_is_published_is_seen_and_no_request_fails_meanwhile(self):
        failed, asked = [], [0]
        stop = threading.Event()

        def ask():
            while not stop.is_set():
                status, _, body = self.server.get("/api/search?q=japan&limit=2")
                asked[0] += 1
                if status != 200:
                    failed.append(body)

        clients = [threading.Thread(target=ask) for _ in range(4)]
        for client in clients:
            client.start()
        try:
            for number in range(5):
                word = "zyxw" + "abcde"[number]
                add(self.index, {"id": f"live-{number}", "title": f"News of {word}",
                                 "body": f"What {word} is nobody could say on Friday, though many had an opinion."})
                begin = time.monotonic()
                while self.server.json(f"/api/search?q={word}&match=all")["total"] != 1:
                    self.assertLess(time.monotonic() - begin, 3)  # a second on a machine at rest
                    time.sleep(0.02)
        finally:
            stop.set()
            for client in clients:
                client.join()
        self.assertEqual(failed, [])
        self.assertGreater(asked[0], 10)

    def test_aliases_are_taken_while_it_runs(self):
        add(self.index, {"id": "zella-1", "title": "A visit", "date": "2012-08-30",
                         "body": "President Barack Obama met Angela Merkel in Berlin on 29 August 2012."})
        self.soon("/api/search?q=id:zella-1", lambda answer: answer.get("total") == 1)
        self.assertEqual(self.server.json("/api/entities/angela%20merkel?query=id:zella-1")["name"], "Angela Merkel")
        self.assertEqual(self.server.json("/api/told?q=id:zella-1")["dates"][0]["value"], "2012-08-29")
        aliases = self.index / "aliases.toml"
        aliases.write_text('[person.names]\n"Chancellor Zyx" = ["Angela Merkel"]\n', encoding="utf-8")
        self.soon("/api/entities/chancellor%20zyx", lambda answer: answer.get("aliases") == ["Angela Merkel"])
        aliases.unlink()
        self.soon("/api/entities/angela%20merkel", lambda answer: answer.get("name") == "Angela Merkel")

    def soon(self, target, holds):
        begin = time.monotonic()
        while not holds(self.server.json(target)):
            self.assertLess(time.monotonic() - begin, 3)  # a second on a machine at rest
            time.sleep(0.02)

    def test_scripts_in_articles_stay_text(self):
        shapes = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "]]><x>", "'-alert(1)-'"]
        for number, shape in enumerate(shapes):
            add(self.index, {"id": f"xss-{number}", "title": f"Qxqx {shape}", "author": shape, "url": shape,
                             "body": f"A body with {shape} in it, qxqx as well, for all who want to see what becomes of it."})
        begin = time.monotonic()
        while self.server.json("/api/search?q=qxqx&match=all")["total"] < len(shapes):
            self.assertLess(time.monotonic() - begin, 3)
            time.sleep(0.05)
        _, head, feed = self.server.get("/feed.atom?q=qxqx")
        self.assertIn("script-src 'self'", head)
        for live in (b"<script", b"<img", b"href=\"javascript"):
            self.assertNotIn(live, feed)

    def test_zz_slow_clients_are_gone_and_hindered_nobody(self):
        time.sleep(max(0, HEAD_TIME_S + 3 - (time.monotonic() - self.slow_since)))
        closed = 0
        for client in self.slow:
            client.settimeout(5)
            try:
                closed += client.recv(1) == b""
            except ConnectionError:
                closed += 1
        self.assertEqual(closed, len(self.slow))


class Starting(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.index = index_of_corpus(Path(cls.folder.name))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def refused(self, *arguments):
        done = subprocess.run([options.bin / "searcher", "serve", "--index", self.index, *arguments], timeout=20,
                              capture_output=True, text=True)
        return done.returncode, done.stderr

    def test_a_port_that_is_taken_is_an_error_with_a_way_out(self):
        server = Server(self.index)
        code, said = self.refused("--listen", f"127.0.0.1:{server.port}")
        server.stop()
        self.assertEqual(code, 7)
        self.assertIn("--listen", said)

    def test_who_may_ask_has_to_be_said_where_others_can_reach_the_address(self):
        code, said = self.refused("--listen", "0.0.0.0:0")
        self.assertEqual(code, 2)
        self.assertIn("--public", said)

    def test_wrong_options_are_named(self):
        for arguments in (("--listen", "here"), ("--listen", "127.0.0.1:99999"), ("--query-timeout", "soon"),
                          ("--token-file", "/nowhere")):
            code, said = self.refused(*arguments)
            self.assertIn(code, (2, 7), arguments)
            self.assertIn(arguments[1], said)
        done = subprocess.run([options.bin / "searcher", "serve", "--index", "/nowhere"], timeout=20, capture_output=True)
        self.assertEqual(done.returncode, 3)

    def test_a_token_lets_in(self):
        tokens = Path(self.folder.name) / "tokens"
        tokens.write_text("0123456789abcdef\n", encoding="ascii")
        server = Server(self.index, "--token-file", tokens)
        self.assertEqual(server.get("/api/search?q=japan")[0], 401)
        self.assertEqual(server.get("/api/search?q=japan", "Authorization: Bearer 0123456789abcdef\r\n")[0], 200)
        server.stop()

    def test_the_log_can_keep_what_was_asked_to_itself(self):
        for arguments, is_told in (((), True), (("--private-log",), False)):
            server = Server(self.index, *arguments)
            server.get("/api/search?q=secretword%1b%5b31m")
            server.raw(b"GET /\x1b[31m HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            server.stop()
            log = "".join(server.log)
            self.assertIn("/api/search", log)
            self.assertEqual("secretword" in log, is_told)
            self.assertNotIn("\x1b", log)

    def test_it_ends_in_time_whatever_its_clients_do(self):
        server = Server(self.index)
        idle = [server.connect() for _ in range(50)]
        export = server.connect()
        export.sendall(b"GET /api/export?q=after:1900 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        half = server.connect()
        half.sendall(b"GET /api/search?q=ja")
        time.sleep(0.2)
        code, took = server.stop()
        self.assertEqual(code, 0)
        self.assertLess(took, 7)  # 5 s on a machine at rest
        for client in (*idle, export, half):
            client.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=lambda text: Path(text).resolve(), required=True)
    parser.add_argument("--corpus", type=lambda text: Path(text).resolve(), default=Path("corpus").resolve())
    parser.add_argument("--connections", type=int, default=2000)
    options, rest = parser.parse_known_args()
    unittest.main(argv=[sys.argv[0], *rest])
