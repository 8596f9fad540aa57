"""Asking a council system: one request at a time, with patience, and nowhere else."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from typing import IO, Any
from urllib.parse import urlsplit

_AGENT = "Transparenzportal/1.0 (portal import oparl; OParl 1.1)"
#: Pages of lists have some hundreds of kilobytes.
MAX_BYTES = 100_000_000
_TIMEOUT = 60
_TRIES = 5
#: Seconds after the first failure; doubled after each further one.
_FIRST_WAIT, _LONGEST_WAIT = 1.0, 60.0
#: Answers that another try may change.
_AGAIN = {408, 425, 429, 500, 502, 503, 504}
_GONE = {404, 410}


class Unreachable(Exception):
    """No answer that could be used; the message says why, in German."""


class Gone(Unreachable):
    """There is nothing at this address."""


@dataclass(slots=True)
class Client:
    """Answers as values of JSON. Only hosts that were named, only http and https."""

    hosts: set[str]
    #: Between requests, in seconds, so that citizens can use the system at the same time.
    pause: float
    sleep: Callable[[float], None]
    requests: int = field(default=0)

    def allow(self, url: object) -> None:
        """Say that the system itself names another host."""
        if isinstance(url, str) and (host := _host(url)):
            self.hosts.add(host)

    def get(self, url: str) -> Any:
        self._refuse(url)
        wait, why = _FIRST_WAIT, ""
        for number in range(_TRIES):
            if self.requests:
                self.sleep(self.pause if number == 0 else min(wait, _LONGEST_WAIT))
                wait *= 1 if number == 0 else 2
            self.requests += 1
            try:
                return json.loads(self._read(url).decode("utf-8-sig"), strict=False)
            except urllib.error.HTTPError as error:
                error.close()
                if error.code in _GONE:
                    raise Gone(f"{url}: Dort ist nichts (Fehler {error.code}).") from None
                why = f"Fehler {error.code}"
                if error.code not in _AGAIN:
                    break
                wait = max(wait, _asked_to_wait(error.headers))
            except (OSError, http.client.HTTPException, zlib.error) as error:
                why = f"keine Verbindung ({getattr(error, 'reason', error)})"
            except (ValueError, RecursionError):
                why = "kein gültiges JSON"
        raise Unreachable(f"{url}: Das Ratsinformationssystem antwortet nicht brauchbar: {why}.")

    def _refuse(self, url: str) -> None:
        if not (host := _host(url)):
            raise Unreachable(f"{url}: Nur Adressen mit http und https werden gelesen.")
        if host not in self.hosts:
            raise Unreachable(f"{url}: Diesen Rechner nennt das System nicht als seinen. Er wird nicht gefragt.")

    def _read(self, url: str) -> bytes:
        headers = {"User-Agent": _AGENT, "Accept": "application/json", "Accept-Encoding": "gzip"}
        request = urllib.request.Request(url, headers=headers)  # noqa: S310 - `_refuse` has looked at the scheme
        opener = urllib.request.build_opener(_Redirects(self._refuse))
        with opener.open(request, timeout=_TIMEOUT) as response:
            data: bytes = response.read(MAX_BYTES + 1)
            if response.headers.get("Content-Encoding") == "gzip":
                data = zlib.decompressobj(wbits=31).decompress(data, MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValueError("too large")
        return data


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows only to where one may ask."""

    def __init__(self, refuse: Callable[[str], None]) -> None:
        self._refuse = refuse

    def redirect_request(  # noqa: PLR0917 - the library's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        self._refuse(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def host_of(url: str) -> str:
    """The host of an address of the system's; Unreachable where it has none."""
    if host := _host(url):
        return host
    raise Unreachable(f"{url}: Das ist keine Adresse mit http oder https.")


def _host(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    # Blanks and line ends have no place in a request.
    is_plain = url.isascii() and url.isprintable() and " " not in url
    return parts.netloc.lower() if parts.scheme in ("http", "https") and is_plain else ""


def _asked_to_wait(headers: Message | None) -> float:
    said = (headers.get("Retry-After") or "") if headers else ""
    return float(said) if said.isascii() and said.isdigit() else 0.0
