"""What servers say, and how they are asked."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from itertools import pairwise

import pytest
from portal.weblinks.asking import Finding, Manners, ask_all
from unit.weblinks.server import Server, running

_MANNERS = Manners(agent="Test (+https://portal.example)", pause=0, patience=30)


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as started:
        yield started


@pytest.mark.parametrize(
    ("path", "finding", "words"),
    [
        ("/gut", Finding.FINE, ""),
        ("/voruebergehend", Finding.FINE, ""),
        ("/kein-head", Finding.FINE, ""),
        ("/umgezogen", Finding.MOVED, "Dauerhaft umgezogen nach http://127.0.0.1:"),
        ("/weg", Finding.DEAD, "Die Seite gibt es nicht mehr (Antwort 404)."),
        ("/geloescht", Finding.DEAD, "Die Seite gibt es nicht mehr (Antwort 410)."),
        ("/umgezogen-ins-leere", Finding.DEAD, "Die Seite gibt es nicht mehr (Antwort 404)."),
        ("/im-kreis", Finding.DEAD, "Die Adresse leitet im Kreis weiter."),
        ("/verboten", Finding.UNCLEAR, "Der Server zeigt die Seite diesem Programm nicht (Antwort 403)."),
        ("/kaputt", Finding.UNCLEAR, "Der Server zeigt die Seite diesem Programm nicht (Antwort 500)."),
    ],
)
def test_an_answer_is_told_in_german(server: Server, path: str, finding: Finding, words: str) -> None:
    answer = ask_all([server.url + path], _MANNERS)[server.url + path]
    assert answer.finding is finding
    assert answer.words.startswith(words)
    assert bool(answer.words) == bool(words)


def test_who_does_not_answer_in_time_is_unclear(server: Server) -> None:
    address = f"{server.url}/langsam"
    answer = ask_all([address], Manners(agent="Test", pause=0, patience=0.2))[address]
    assert (answer.finding, answer.words) == (Finding.UNCLEAR, "Keine Antwort in 0.2 Sekunden.")


@pytest.mark.parametrize("address", ["http://[::1", "http://", "http://ä" + "ö" * 70 + ".de/"])
def test_what_is_no_address_is_dead(address: str) -> None:
    assert ask_all([address], _MANNERS)[address].finding is Finding.DEAD


def _no_such_name(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def _no_answer_now(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")


def test_a_name_that_nobody_knows_is_dead_but_a_silent_name_server_tells_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for lookup, finding in ((_no_such_name, Finding.DEAD), (_no_answer_now, Finding.UNCLEAR)):
        monkeypatch.setattr(socket, "getaddrinfo", lookup)
        answer = ask_all(["http://gibt-es-nicht.de/"], _MANNERS)["http://gibt-es-nicht.de/"]
        assert (answer.finding, answer.was_heard) == (finding, False)


def test_a_refused_connection_is_unclear() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert ask_all([address], _MANNERS)[address].finding is Finding.UNCLEAR


def test_each_address_is_asked_once_by_name_and_without_taking_the_page(server: Server) -> None:
    ask_all([server.url + "/gut", server.url + "/auch-gut", server.url + "/gut"], _MANNERS)
    assert server.asked == [("HEAD", path, _MANNERS.agent) for path in ("/gut", "/auch-gut")]


def test_before_every_further_question_to_a_host_there_is_a_pause(server: Server) -> None:
    log: list[object] = server.asked  # type: ignore[assignment]
    manners = Manners(agent="Test", pause=7, patience=5)
    ask_all([server.url + path for path in ("/gut", "/weg", "/auch-gut")], manners, sleep=log.append)
    assert [entry if isinstance(entry, int) else entry[:2] for entry in log] == [  # type: ignore[index]
        ("HEAD", "/gut"), 7, ("HEAD", "/weg"), 7, ("GET", "/weg"), 7, ("HEAD", "/auch-gut"),
    ]  # fmt: skip
    assert all(7 in pair for pair in pairwise(log))
