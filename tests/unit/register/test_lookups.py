"""What is made from a register can say what it asked, and whether it would be answered otherwise today."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.register.entries import Key
from portal.register.lookups import Answers, NotingRegister, noting

_PAPER = "titel: {title}\nart: Antrag\nquellen: [amtsblatt]\n"
_GARDEN, _BRIDGE = Key("beschluesse", "garten"), Key("beschluesse", "bruecke")


@pytest.fixture
def town(data: DataFolder) -> DataFolder:
    return data.write(
        {
            "beschluesse/garten.yml": _PAPER.format(title="Der Garten"),
            "beschluesse/bruecke.yml": _PAPER.format(title="Die Brücke"),
            "ereignisse/fest.yml": "titel: Das Fest\ndatum: 2024-05-01\nstand: erfolgt\nzu: [garten]\nquellen: [amtsblatt]\n",
        }
    )


def _asked(register: NotingRegister) -> dict[str, bytes]:
    return Answers(register).noted()


def _changed(town: DataFolder, before: dict[str, bytes], files: dict[str, str]) -> bool:
    return bool(Answers(noting(town.write(files).register())).changed(before))


def test_nothing_asked_is_nothing_noted(town: DataFolder) -> None:
    register = noting(town.register())
    register.entries[_GARDEN]
    answers = Answers(register)
    answers.forget()
    assert answers.noted() == {}


def test_who_asked_for_a_record_sees_its_changes_and_no_others(town: DataFolder) -> None:
    register = noting(town.register())
    assert register.entries[_GARDEN].record.title == "Der Garten"
    asked = _asked(register)
    assert not _changed(town, asked, {"beschluesse/bruecke.yml": _PAPER.format(title="Der Steg")})
    assert _changed(town, asked, {"beschluesse/garten.yml": _PAPER.format(title="Der Park")})


def test_who_asked_for_all_sees_every_change(town: DataFolder) -> None:
    register = noting(town.register())
    assert len(list(register.entries.values())) > 3
    assert _changed(town, _asked(register), {"beschluesse/bruecke.yml": _PAPER.format(title="Der Steg")})


def test_who_asked_who_names_a_record_sees_new_names(town: DataFolder) -> None:
    register = noting(town.register())
    assert not register.incoming.get(_BRIDGE, ())
    asked = _asked(register)
    assert not _changed(town, asked, {"beschluesse/garten.yml": _PAPER.format(title="Der Park")})
    feast = "titel: Noch ein Fest\ndatum: 2024-06-01\nstand: erfolgt\nzu: [bruecke]\nquellen: [amtsblatt]\n"
    assert _changed(town, asked, {"ereignisse/noch-eins.yml": feast})


def test_who_asked_what_an_id_means_sees_when_it_means_something_else(town: DataFolder) -> None:
    register = noting(town.register())
    assert register.resolve("fest").key == Key("ereignisse", "fest")
    asked = _asked(register)
    assert not _changed(town, asked, {"beschluesse/garten.yml": _PAPER.format(title="Der Park")})
    assert _changed(town, asked, {"beschluesse/fest.yml": _PAPER.format(title="Das Fest als Antrag")})


def test_who_looked_at_the_timeline_sees_new_dates(town: DataFolder) -> None:
    register = noting(town.register())
    assert len(register.timeline) == len(list(reversed(register.timeline))) > 0
    asked = _asked(register)
    feast = "titel: Das Fest\ndatum: 2024-05-02\nstand: erfolgt\nquellen: [amtsblatt]\n"
    assert _changed(town, asked, {"ereignisse/fest.yml": feast})


def test_what_was_worked_out_is_asked_for_name_by_name(town: DataFolder) -> None:
    def titles(register: NotingRegister) -> None:
        lengths = register.worked_out("Längen", lambda: {k: len(e.record.title) for k, e in register.entries.items()})
        assert lengths[_GARDEN] == 10

    register = noting(town.register())
    titles(register)
    asked = _asked(register)
    assert len(asked) == 1, "Was beim Ausrechnen gefragt wurde, zählt nicht"
    other = noting(town.write({"beschluesse/bruecke.yml": _PAPER.format(title="Der lange Steg")}).register())
    titles(other)
    assert not Answers(other).changed(asked)
    third = noting(town.write({"beschluesse/garten.yml": _PAPER.format(title="Der Kurpark")}).register())
    third.worked_out("Längen", lambda: {k: len(e.record.title) for k, e in third.entries.items()})
    assert Answers(third).changed(asked)


def test_a_part_that_is_not_worked_out_any_more_has_changed(town: DataFolder) -> None:
    register = noting(town.register())
    assert register.worked_out("Einst", lambda: {_GARDEN: 1})[_GARDEN] == 1
    assert Answers(noting(town.register())).changed(_asked(register))
