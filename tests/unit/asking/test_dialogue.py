"""At a terminal, a wrong answer is asked for again until it fits."""

from __future__ import annotations

from collections.abc import Callable

from data_folder import DataFolder
from portal.asking.dialogue import Dialogue
from portal.asking.fields import fields_of
from portal.records import RECORD_TYPES
from portal.register.names import Names


def _dialogue(data: DataFolder, type_name: str, lines: list[str]) -> tuple[Dialogue, list[str]]:
    said: list[str] = []
    left = iter(lines)
    read: Callable[[str], str] = lambda prompt: next(left)  # noqa: E731
    dialogue = Dialogue(
        record_type=RECORD_TYPES[type_name],
        names=Names.of(data.read().entries),
        taken=frozenset({"bruecke"}),
        read=read,
        say=said.append,
    )
    return dialogue, said


def test_wrong_answers_are_explained_and_asked_for_again(data: DataFolder) -> None:
    lines = ["Brücke", "irgendwann", "2026-Q1", "17", "2", "amtsblat", "amtsblatt, amtsblatt"]
    dialogue, said = _dialogue(data, "ereignisse", lines)
    answers = dialogue.ask_all(fields_of(RECORD_TYPES["ereignisse"]), {})
    assert answers == {
        ("titel",): "Brücke",
        ("datum",): "2026-Q1",
        ("stand",): "geplant",
        ("quellen",): ["amtsblatt", "amtsblatt"],
    }
    complaints = " ".join(line for line in said if line.startswith("  "))
    for part in ("ist kein lesbares Datum", "„17“ ist bei „stand“ nicht möglich", "Meinten Sie „amtsblatt“?"):
        assert part in complaints


def test_choices_are_listed_with_numbers_and_help_is_given(data: DataFolder) -> None:
    dialogue, said = _dialogue(data, "gremien", ["Rat", "1", "amtsblatt"])
    dialogue.ask_all(fields_of(RECORD_TYPES["gremien"]), {})
    assert "Art – Was für eine Stelle das ist.\n   1 Vertretung\n   2 Ausschuss\n" in "".join(said)


def test_the_suggested_id_is_free_and_enter_takes_it(data: DataFolder) -> None:
    dialogue, _ = _dialogue(data, "ereignisse", [""])
    assert dialogue.ask_id({("titel",): "Brücke"}) == "bruecke-2"


def test_another_id_must_be_well_formed_and_free(data: DataFolder) -> None:
    dialogue, said = _dialogue(data, "ereignisse", ["Neue Brücke", "bruecke", "neue-bruecke"])
    assert dialogue.ask_id({("titel",): "Brücke"}) == "neue-bruecke"
    assert "Vorschlag: „neue-bruecke“." in said[1]
    assert "schon vergeben" in said[2]
