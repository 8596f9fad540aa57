"""Asking for an address as politely as a program can: rarely, one question a host at a time, without taking the content."""

from __future__ import annotations

import socket
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

_HOSTS_AT_ONCE = 8
_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_GONE = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


class Finding(Enum):
    """What is known of an address after asking."""

    FINE = "erreichbar"
    MOVED = "dauerhaft umgezogen"
    #: Nobody can read it there.
    DEAD = "tot"
    #: Perhaps only programs are turned away, or the server rests.
    UNCLEAR = "unklar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of asking, in German."""

    finding: Finding
    words: str
    #: Whether any server said anything at all.
    was_heard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How to ask."""

    #: Who is asking, for the servers' logs.
    agent: str
    #: Seconds between two questions to one host.
    pause: float = 1.0
    #: Seconds to wait for an answer.
    patience: float = 20.0


def ask_all(
    addresses: Iterable[str], manners: Manners, sleep: Callable[[float], None] = time.sleep
) -> Mapping[str, Answer]:
    """Every address once; different hosts side by side, each host slowly."""
    by_host: defaultdict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(addresses):
        by_host[_host(address)].append(address)
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda of_host: _ask_host(of_host, manners, sleep), by_host.values())
        return {address: answer for of_host in answers for address, answer in of_host.items()}


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return address


def _ask_host(addresses: list[str], manners: Manners, sleep: Callable[[float], None]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    with requests.Session() as session:
        session.headers["User-Agent"] = manners.agent
        for address in addresses:
            if answers:
                sleep(manners.pause)
            answer = _ask(session, "HEAD", address, manners)
            if answer.finding in {Finding.DEAD, Finding.UNCLEAR}:  # some servers know no HEAD, some stumble once
                sleep(manners.pause)
                answer = _ask(session, "GET", address, manners)
            answers[address] = answer
    return answers


def _ask(session: requests.Session, method: str, address: str, manners: Manners) -> Answer:
    try:
        with session.request(method, address, timeout=manners.patience, allow_redirects=True, stream=True) as response:
            return _read(response)
    except requests.exceptions.SSLError:
        return Answer(finding=Finding.DEAD, words="Das Zertifikat ist ungültig, Browser warnen davor.")
    except requests.exceptions.Timeout:
        return Answer(finding=Finding.UNCLEAR, words=f"Keine Antwort in {manners.patience:g} Sekunden.")
    except requests.exceptions.TooManyRedirects:
        return Answer(finding=Finding.DEAD, words="Die Adresse leitet im Kreis weiter.")
    except requests.exceptions.ConnectionError as error:
        return _not_connected(error)
    except (requests.exceptions.RequestException, ValueError):
        return Answer(finding=Finding.DEAD, words="Das ist keine Adresse, die man aufrufen kann.")


def _read(response: requests.Response) -> Answer:
    code = response.status_code
    finding, words = Finding.FINE, ""
    if code in _GONE:
        finding, words = Finding.DEAD, f"Die Seite gibt es nicht mehr (Antwort {code})."
    elif not response.ok:
        finding, words = Finding.UNCLEAR, f"Der Server zeigt die Seite diesem Programm nicht (Antwort {code})."
    elif response.history and all(step.status_code in _PERMANENT for step in response.history):
        finding, words = Finding.MOVED, f"Dauerhaft umgezogen nach {response.url}"
    return Answer(finding=finding, words=words, was_heard=True)


def _not_connected(error: BaseException) -> Answer:
    """A name that nobody knows is dead; a server that does not answer may be back tomorrow."""
    step: BaseException | None = error
    while step and not isinstance(step, socket.gaierror):
        step = step.__cause__ or step.__context__
    if isinstance(step, socket.gaierror) and step.errno != socket.EAI_AGAIN:
        return Answer(finding=Finding.DEAD, words="Den Server gibt es nicht: Sein Name ist unbekannt.")
    return Answer(finding=Finding.UNCLEAR, words="Der Server war nicht zu erreichen.")
