"""A server on this machine that answers as the web does: fine, moved, gone, slow, rude."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Server:
    """Where it listens, and what it was asked, in order."""

    url: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)


_ANSWERS = {
    "/gut": (200, ""),
    "/weg": (404, ""),
    "/geloescht": (410, ""),
    "/umgezogen": (301, "/gut"),
    "/voruebergehend": (302, "/gut"),
    "/umgezogen-ins-leere": (301, "/weg"),
    "/im-kreis": (301, "/im-kreis"),
    "/verboten": (403, ""),
    "/kaputt": (500, ""),
}


@contextmanager
def running() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            server.asked.append((self.command, self.path, self.headers["User-Agent"]))
            code, to = _ANSWERS.get(self.path, (200, ""))
            if self.path == "/kein-head":
                code = 405 if self.command == "HEAD" else 200
            if self.path == "/langsam":
                time.sleep(1)
            self.send_response(code)
            if to:
                self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_HEAD(self) -> None:
            self._answer()

        def do_GET(self) -> None:
            self._answer()

        def log_message(self, *arguments: object) -> None:
            """Tests are quiet."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server = Server(url=f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()
