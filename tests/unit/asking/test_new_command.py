"""`portal new` asks for what is needed and writes only what the check accepts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from data_folder import DataFolder
from in_process import Done, call
from portal.asking.fields import fields_of
from portal.records import RECORD_TYPES

_SCRIPT = Path(sys.modules["portal"].__path__[0]).parent / "cli.py"
_ENVIRON = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795219200"}

_ANSWERS = {
    "beschluesse": ["Bänke am Teich", "B 26/0042", "Antrag", "2026-03-02", "Zwei neue Bänke.", "amtsblatt"],
    "roadmap": ["Eine App", "Sie hilft beim Parken.", "amtsblatt"],
    "fragen": ["Frage zum Teich", "2026-01-16", "rat", "Wie tief ist er?", "offen", "Es geht um den Teich.", "amtsblatt"],
    "sitzungen": ["Sitzung des Rats", "rat", "2026-01-16", "stattgefunden", "amtsblatt"],
    "gremien": ["Beirat für Senioren", "Ausschuss", "amtsblatt"],
    "personen": ["Erika Beispiel", "Bürgermeisterin", "amtsblatt"],
    "themen": ["Grün"],
    "kennzahlen": ["Bäume", "Bäume", "Gezählt", "2025", "120", "So viele Bäume gibt es.", "amtsblatt"],
    "ereignisse": ["Fest", "2025-06", "erfolgt", "amtsblatt"],
    "glossar": ["Haushalt", "Der Plan für das Geld."],
    "quellen": ["Vorlage B 26/0042", "1", "Stadt Musterstadt", "2026-03-02", "https://rat.example/42"],
    "seiten": ["Wie der Rat entscheidet", "amtsblatt"],
}  # fmt: skip
_IDS = {"beschluesse": "b-26-0042", "sitzungen": "rat-2026-01-16"}


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", _ENVIRON["SOURCE_DATE_EPOCH"])
    monkeypatch.delenv("DATA", raising=False)


def _answer(type_name: str, lines: list[str], *options: str) -> Done:
    return call("new", type_name, *options, lines=lines)


def test_there_is_an_example_for_every_type() -> None:
    assert {*_ANSWERS} == {*RECORD_TYPES}


@pytest.mark.parametrize("type_name", sorted(_ANSWERS))
def test_answers_become_a_file_that_the_check_accepts(data: DataFolder, type_name: str) -> None:
    done = _answer(type_name, [*_ANSWERS[type_name], ""])
    assert (done.returncode, done.stderr) == (0, "")
    written = [*(data.folder / type_name).glob(f"{_IDS.get(type_name, '*')}.*")]
    new = [file for file in written if str(file.relative_to(data.folder.parent)) in done.stdout]
    assert len(new) == 1
    checked = call("check")
    # A source that no record names yet is the one thing the check goes on to mention.
    allowed = 1 if type_name == "quellen" else 0
    assert len(checked.stderr.splitlines()) == allowed, checked.stderr


@pytest.mark.parametrize("type_name", sorted(_ANSWERS))
def test_answers_may_be_given_as_options(data: DataFolder, type_name: str) -> None:
    names = [field.name for field in fields_of(RECORD_TYPES[type_name])]
    options = [f"--feld={name}={answer}" for name, answer in zip(names, _ANSWERS[type_name], strict=True)]
    record_id = _IDS.get(type_name, "ganz-neu")
    done = _answer(type_name, [], *options, "--id", record_id)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"data/{type_name}/{record_id}." in done.stdout


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["Bänke", "B 1", "Beschluß"], "„Beschluß“ ist bei „art“ nicht möglich."),
        (["Bänke", "B 1", "Antrag", "02.03.2026"], "Meinten Sie 2026-03-02?"),
        (["Bänke", "B 1", "Antrag", "", "Kurz.", "amtsblat"], "Meinten Sie „amtsblatt“?"),
        (["Bänke", "B 1", "Antrag", "", "Kurz.", ""], "Diese Angabe ist nötig."),
        (["Bänke", "B 1", "Antrag", "", "Kurz.", "amtsblatt", "Groß Und Klein"], "Vorschlag: „gross-und-klein“."),
        (["Bänke", "B 1", "Antrag", "", "x" * 500, "amtsblatt", ""], "Bitte auf höchstens 400 kürzen."),
        (["Bänke"], "Es fehlen noch Antworten."),
    ],
    ids=["choice", "date", "source", "needed", "id", "too-long", "end"],
)
def test_a_wrong_answer_says_why_and_leaves_nothing(data: DataFolder, lines: list[str], said: str) -> None:
    before = sorted(data.folder.rglob("*"))
    done = _answer("beschluesse", lines)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Es ist nichts geschrieben." in done.stderr
    assert sorted(data.folder.rglob("*")) == before


def test_an_id_that_is_taken_or_was_once_gets_a_number_or_is_refused(data: DataFolder) -> None:
    data.write({"themen/neu.yml": "titel: Neu\nfruehere-kennungen: [alt]\n"})
    assert "[neu-2] > " in _answer("themen", ["Neu", ""]).stdout
    done = _answer("themen", ["Alt", "alt"])
    assert "Die Kennung „alt“ ist unter „themen“ schon vergeben." in done.stderr


@pytest.mark.parametrize("option", ["--feld=farbe=rot", "--feld=titel"])
def test_a_field_that_is_none_names_those_there_are(data: DataFolder, option: str) -> None:
    done = _answer("beschluesse", [], option)
    assert done.returncode == 2
    assert "Erwartet: --feld name=wert, mit einem dieser Namen: art, datum, kurzfassung" in done.stderr


def test_interrupting_leaves_nothing(data: DataFolder) -> None:
    before = sorted(data.folder.rglob("*"))
    asking = subprocess.Popen(
        [sys.executable, str(_SCRIPT), "new", "themen"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**_ENVIRON, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert asking.stdout is not None
    while "Titel" not in asking.stdout.readline():
        pass
    asking.send_signal(signal.SIGINT)
    _, complaint = asking.communicate(timeout=60)
    assert asking.returncode == 130
    assert complaint == "\nAbgebrochen. Es ist nichts geschrieben.\n"
    assert sorted(data.folder.rglob("*")) == before
