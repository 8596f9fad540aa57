"""A council system on this machine: the made-up town over HTTP, in pages, with the failures that a test asks for."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from oparl_town import BASE, SCHEMA, Town

_PAGE = 10
_LISTS = ("organization", "meeting", "paper", "consultation", "person")


class Council:
    """What the server answers. Tests change the town and say what fails."""

    def __init__(self, town: Town, url: str) -> None:
        self.town, self.url = town, url
        self.requests: list[str] = []
        self.agents: set[str] = set()
        #: Answers in place of the real ones, by path or path with query, each once.
        self.failures: defaultdict[str, list[int | bytes]] = defaultdict(list)

    def answer(self, path: str, query: dict[str, list[str]]) -> Any:
        """The object or page at an address; None where there is nothing."""
        steps = path.strip("/").split("/")
        if steps == ["system"]:
            return {"id": f"{self.url}/system", "type": SCHEMA + "System", "body": f"{self.url}/body"}
        if steps == ["body"]:
            return {"data": [self._body()], "links": {}}
        if steps[:2] == ["body", "1"] and len(steps) == 3:
            return self._page(steps[2], int(query.get("page", ["1"])[0]), query.get("modified_since", [""])[0])
        return next((node for node in self._nodes() if node["id"] == f"{BASE}{path}"), None)

    def _body(self) -> dict[str, Any]:
        body = next(self.town.of_type("Body"))
        return {**body, **{name: f"{self.url}/body/1/{name}" for name in _LISTS}}

    def _nodes(self) -> list[dict[str, Any]]:
        return [node for node in self.town.files.values() if isinstance(node, dict)]

    def _page(self, kind: str, page: int, since: str) -> dict[str, Any] | None:
        found = [node for node in self._nodes() if node["type"].rpartition("/")[2].lower() == kind]
        if since:
            found = [node for node in found if str(node.get("modified", "")) >= since]
            if not found:
                return None  # as some systems do
        part, rest = found[(page - 1) * _PAGE : page * _PAGE], found[page * _PAGE :]
        more = f"&modified_since={since}" if since else ""
        return {"data": part, "links": {"next": f"{self.url}/body/1/{kind}?page={page + 1}{more}"} if rest else {}}


@contextmanager
def serving(town: Town) -> Iterator[Council]:
    """The town under an address of its own."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            council.requests.append(self.path)
            council.agents.add(self.headers["User-Agent"])
            waiting = council.failures[self.path] or council.failures[parts.path]
            planned = waiting.pop(0) if waiting else None
            if isinstance(planned, int):
                self._send(planned, b"{}")
                return
            found = council.answer(parts.path, parse_qs(parts.query))
            text = json.dumps(found).replace(BASE, council.url).encode()
            self._send(200 if found is not None else 404, planned if planned is not None else text)

        def _send(self, status: int, content: bytes) -> None:
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", "http://anderswo.example/")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Nothing: the test says what it wants to know."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    council = Council(town, f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield council
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
