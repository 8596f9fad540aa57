"""What a preview remembers of a folder: nothing that a change elsewhere has made untrue."""

from __future__ import annotations

import datetime as dt

import pytest
from data_folder import TODAY, DataFolder
from portal.pipeline import Memory, Reading, read, register_of
from portal.register.entries import Entry, Key
from portal.register.parts import KeptParts
from registers import all_known_to

_PAPER = """\
titel: Radweg
art: Antrag
fruehere-kennungen: [alt]
quellen: [amtsblatt]
beratungsfolge:
  - {gremium: rat, termin: 2024-03-05, rolle: Entscheidung, ergebnis: unbekannt}
beschlusspunkte: [Bauen, Zahlen]
"""
_EVENT = "---\ntitel: Fest\ndatum: 2026-01-05\nstand: erfolgt\nquellen: [amtsblatt]\n---\nMehr unter {}.\n"


def _read(data: DataFolder, memory: Memory | None = None, day: dt.date = TODAY) -> Reading:
    epoch = dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()
    return read(data.folder, {"SOURCE_DATE_EPOCH": str(int(epoch))}, lambda: day, memory=memory)


@pytest.mark.parametrize(
    ("link", "before", "after"),
    [
        ("[[radweg#punkt-2]]", {}, {"beschluesse/radweg.yml": _PAPER.replace(", Zahlen", "")}),
        ("[[alt]]", {}, {"beschluesse/radweg.yml": _PAPER.replace("alt]", "anders]")}),
        ("[[platz]]", {"beschluesse/platz.yml": _PAPER.replace("alt", "uralt")}, {"beschluesse/platz.yml": None}),
        ("[[platz]]", {}, {"roadmap/platz.yml": "titel: [offen"}),
    ],
)
def test_an_unchanged_record_is_checked_again_when_names_mean_something_else(
    data: DataFolder, link: str, before: dict[str, str], after: dict[str, str | None]
) -> None:
    memory = Memory()
    data.write({"beschluesse/radweg.yml": _PAPER, "ereignisse/fest.md": _EVENT.format(link)} | before)
    was = _read(data, memory).problems
    data.write({path: text for path, text in after.items() if text is not None})
    for path in (path for path, text in after.items() if text is None):
        (data.folder / path).unlink()
    again = _read(data, memory).problems
    assert again == _read(data).problems
    assert again != was


def test_a_day_later_everything_relative_is_worked_out_again(data: DataFolder) -> None:
    data.write({"beschluesse/radweg.yml": _PAPER})
    memory = Memory()
    before = register_of(_read(data, memory, dt.date(2024, 3, 4)), memory)
    after = register_of(_read(data, memory, dt.date(2024, 3, 6)), memory)
    assert before.states[Key("beschluesse", "radweg")].label == "Entscheidung steht aus"
    assert all_known_to(after) == all_known_to(register_of(_read(data, day=dt.date(2024, 3, 6))))
    assert before.states != after.states
    assert before.timeline != after.timeline


def test_parts_are_worked_out_once_for_an_entry_and_a_basis(data: DataFolder) -> None:
    first, other = (_read(data).entries[0] for _ in range(2))
    kept, asked = KeptParts(), 0

    def work() -> int:
        nonlocal asked
        asked += 1
        return asked

    def found(basis: str, *entries: Entry) -> list[int]:
        kept.begin(basis)
        return [kept.of("teil", entry, work) for entry in entries]

    assert found("heute", first) == [1]
    assert found("heute", first, other) == [1, 2]
    assert found("heute", other) == [2]
    assert found("heute", first) == [3]  # not among those of the last time
    assert found("morgen", first) == [4]
    assert found("heute", first) == [5]
