"""A council system is asked politely, survives its own failures, and nothing is asked twice without need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from data_folder import TODAY
from oparl_import import content, import_objects, problems_of
from oparl_server import Council, serving
from oparl_town import BASE, Town
from portal.imports.oparl.client import Client, Unreachable, host_of
from portal.imports.oparl.endpoint import Endpoint
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.run import Impossible, Outcome, run
from portal.imports.oparl.spool import Spool


@pytest.fixture
def council() -> Iterator[Council]:
    with serving(Town(40)) as found:
        yield found


class Importer:
    """The way of the command, without its pauses."""

    def __init__(self, council: Council, folder: Path) -> None:
        self.council, self.data, self.copy = council, folder / "data", folder / "kopie"
        self.waits: list[float] = []
        self.notes = Notes()

    def run(self, address: str = "/system", stadt: str | None = None) -> Outcome:
        url = self.council.url + address
        self.notes = Notes()
        endpoint = Endpoint(
            url=url,
            client=Client(hosts={host_of(url)}, pause=0.5, sleep=self.waits.append),
            spool=Spool.at(self.copy),
            notes=self.notes,
            progress=lambda *_: None,
            now=lambda: dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
        )
        endpoint.sync(stadt)
        return run(
            endpoint.objects(),
            self.data,
            today=TODAY,
            notes=self.notes,
            progress=lambda *_: None,
            missing=endpoint.missing,
        )


@pytest.fixture
def importer(council: Council, tmp_path: Path) -> Importer:
    return Importer(council, tmp_path)


def test_an_endpoint_gives_the_same_records_as_a_folder(importer: Importer, tmp_path: Path) -> None:
    importer.run()
    assert not problems_of(importer.data)
    import_objects(importer.council.town.files.values(), tmp_path / "ordner")
    base = importer.council.url.encode()
    records = {path: text.replace(base, BASE.encode()) for path, text in _records(importer.data).items()}
    assert records == _records(tmp_path / "ordner")


def _records(data: Path) -> dict[str, bytes]:
    """Without the fingerprints, which differ with the addresses."""
    return {path: text for path, text in content(data).items() if not path.startswith(".oparl")}


@pytest.mark.parametrize("address", ["/system", "/body"])
def test_one_may_begin_at_the_system_or_at_its_body(importer: Importer, address: str) -> None:
    assert importer.run(address).counts["Paper"] == 41


def test_requests_come_one_by_one_with_pauses_and_a_name(importer: Importer) -> None:
    importer.run()
    assert set(importer.waits) == {0.5}
    assert len(importer.waits) == len(importer.council.requests) - 1
    assert all("portal import oparl" in agent for agent in importer.council.agents)


def test_a_second_run_asks_only_for_what_changed(importer: Importer) -> None:
    importer.run()
    before, asked = content(importer.data), len(importer.council.requests)
    importer.run()
    assert content(importer.data) == before
    later = importer.council.requests[asked:]
    assert len(later) == 6
    assert all("modified_since=2026-11-20T23:50:00Z" in path for path in later[2:])

    paper = next(node for node in importer.council.town.of_type("Paper") if node["id"].endswith("/30"))
    paper.update(name="Geändert über das Netz", modified="2026-11-21T12:00:00Z")
    outcome = importer.run()
    assert outcome.tally.total("geändert") == 1


def test_failures_that_pass_are_waited_for(importer: Importer) -> None:
    importer.council.failures["/body/1/paper"] += [500, b"{ abgebrochen", 503]
    importer.run()
    assert [wait for wait in importer.waits if wait != 0.5] == [1.0, 2.0, 4.0]
    assert not problems_of(importer.data)


def test_failures_that_stay_stop_it_and_the_next_run_goes_on(importer: Importer) -> None:
    importer.council.failures["/body/1/paper"] += [500] * 5
    with pytest.raises(Unreachable, match="Fehler 500"):
        importer.run()
    assert not importer.data.exists()
    asked = len(importer.council.requests)
    importer.run()
    later = importer.council.requests[asked:]
    assert not [path for path in later if path.startswith("/body/1/organization") and "modified_since" not in path]
    assert not problems_of(importer.data)


def test_a_page_that_was_read_is_not_read_again(importer: Importer) -> None:
    importer.council.failures["/body/1/paper?page=3"] += [500] * 5
    with pytest.raises(Unreachable):
        importer.run()
    asked = len(importer.council.requests)
    importer.run()
    assert "/body/1/paper" not in importer.council.requests[asked:]
    assert not problems_of(importer.data)


def test_other_hosts_are_not_asked(importer: Importer) -> None:
    importer.council.failures["/system"] += [302]
    with pytest.raises(Unreachable, match="anderswo"):
        importer.run()
    with pytest.raises(Unreachable, match="http"):
        host_of("file:///etc/passwd")


def test_what_is_no_council_system_is_said(importer: Importer) -> None:
    with pytest.raises(Impossible, match="kein OParl-System"):
        importer.run("/paper/30")
    with pytest.raises(Unreachable, match="404"):
        importer.run("/nichts")
    with pytest.raises(Impossible, match="Anderswo"):
        importer.run(stadt="Anderswo")


def test_a_copy_that_was_cut_off_is_still_good(importer: Importer) -> None:
    importer.run()
    before = content(importer.data)
    with (importer.copy / "objekte.jsonl").open("ab") as file:
        file.write(b'{"id": "abgeschn')
    importer.run()
    assert content(importer.data) == before


def test_a_list_that_leads_back_to_itself_comes_to_an_end(importer: Importer) -> None:
    page = f'{{"data": [], "links": {{"next": "{importer.council.url}/body/1/paper?page=2"}}}}'.encode()
    importer.council.failures["/body/1/paper?page=2"] += [page] * 3
    assert importer.run().counts["Paper"] == 10


@pytest.mark.parametrize("answer", [b"null", b'{"type": 5}', b'{"data": [[]]}', b"[" * 100_000], ids=len)
def test_any_answer_is_met_with_a_sentence(importer: Importer, answer: bytes) -> None:
    importer.council.failures["/system"] += [answer] * 5
    with pytest.raises((Unreachable, Impossible), match=r"\.$"):
        importer.run()
    importer.council.failures.clear()
    for name in ("organization", "meeting", "consultation"):
        importer.council.failures[f"/body/1/{name}"] += [answer] * 5
    try:
        importer.run()
    except Unreachable:
        return
    assert not problems_of(importer.data)
