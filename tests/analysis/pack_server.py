"""A web server on this machine that misbehaves as it is told, for downloads."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Behaviour:
    """What the server does: hand out ``data``, cut the connection after ``cuts[0]`` bytes, ..."""

    data: bytes
    etag: str = '"one"'
    ranges: bool = True
    lengths: bool = True
    cuts: list[int] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """The Range header of every request, empty where there was none."""

    redirect: str = ""
    stall: threading.Event | None = None


class _Handler(BaseHTTPRequestHandler):
    server: "PackServer"

    def do_GET(self) -> None:
        how = self.server.behaviour
        if self.path == "/old" and how.redirect:
            self.send_response(302)
            self.send_header("Location", how.redirect)
            self.end_headers()
            return
        asked = self.headers.get("Range", "")
        how.asked.append(asked)
        if how.statuses and (status := how.statuses.pop(0)) != 200:
            self.send_error(status)
            return
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        condition = self.headers.get("If-Range")
        if not how.ranges or (condition and condition != how.etag):
            start = 0
        if start and start >= len(how.data):
            self.send_error(416)
            return
        body = how.data[start:]
        self.send_response(206 if start else 200)
        if start:
            end = len(how.data)
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{end}")
        if how.lengths:
            self.send_header("Content-Length", str(len(body)))
        if how.etag:
            self.send_header("ETag", how.etag)
        self.end_headers()
        if how.stall is not None:
            self.wfile.write(body[:1000])
            self.wfile.flush()
            how.stall.wait(10)
            return
        self.wfile.write(body[: how.cuts.pop(0)] if how.cuts else body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
        return


class PackServer(ThreadingHTTPServer):
    """Serves what ``behaviour`` says under every path."""

    daemon_threads = True

    def __init__(self, behaviour: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behaviour = behaviour

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/pack.zip"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away are part of the tests."""


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[PackServer]:
    """Run a server while the block runs."""
    server = PackServer(behaviour)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
