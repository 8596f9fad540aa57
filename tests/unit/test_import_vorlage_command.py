"""`portal import vorlage` as people call it: where it writes, what it says, how it ends."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from command_line import run
from council_papers import TOWN, paper_text
from in_process import call


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented town's records and a paper beside them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.delenv("DATA", raising=False)
    shutil.copytree(TOWN, tmp_path / "data")
    (tmp_path / "papier.txt").write_text(paper_text("tabulatoren"), encoding="utf-8")
    return tmp_path


def test_a_draft_lands_in_its_place_and_the_report_names_what_is_left(town: Path) -> None:
    done = call("import", "vorlage", "papier.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Entwurf geschrieben: data/beschluesse/bv-24-0107.md\n")
    for sentence in (
        "  - Nummer BV 24/0107 (Zeile 6)\n",
        "  - 6\u00a0Beschlusspunkte (Zeile 19 bis 26)\n",
        "Die „kurzfassung“ fehlt",
        "Das Feld „text“ fehlt.",
    ):
        assert sentence in done.stdout
    draft = (town / "data/beschluesse/bv-24-0107.md").read_text(encoding="utf-8")
    told = [line.strip("- ").split(": ", 1) for line in done.stdout.splitlines() if line.startswith("  - Zeile ")]
    checked = call("check")
    mentioned = [line for line in checked.stderr.splitlines() if line.startswith("data/beschluesse/bv-24-0107.md:")]
    assert [line.partition(": ")[2] for line in mentioned] == [message for _, message in told]
    assert len(draft.splitlines()) > 40


@pytest.mark.parametrize("name", ["tabulatoren", "luecken", "antrag", "frage-antwort"])
def test_once_the_needed_fields_are_filled_in_the_check_is_silent(town: Path, name: str) -> None:
    (town / "papier.txt").write_text(paper_text(name), encoding="utf-8")
    path = call("import", "vorlage", "papier.txt").stdout.splitlines()[0].removeprefix("Entwurf geschrieben: ")
    draft = (town / path).read_text(encoding="utf-8")
    needed = re.sub(r"^( *)# (text|kurzfassung|frage|antwort): (.*)$", r"\1\2: \3", draft, flags=re.MULTILINE)
    (town / path).write_text(re.sub(r"# quellen: .*", "quellen: [blatt]", needed), encoding="utf-8")
    assert [line for line in call("check").stderr.splitlines() if line.startswith(path)] == []


def test_the_same_paper_twice_gets_two_names_and_a_warning(town: Path) -> None:
    call("import", "vorlage", "papier.txt")
    first = (town / "data/beschluesse/bv-24-0107.md").read_text(encoding="utf-8")
    done = call("import", "vorlage", "papier.txt")
    assert done.returncode == 0
    assert "data/beschluesse/bv-24-0107-2.md" in done.stdout
    assert (town / "data/beschluesse/bv-24-0107.md").read_text(encoding="utf-8") == first


def test_a_named_file_is_never_overwritten(town: Path) -> None:
    (town / "da.md").write_text("meins", encoding="utf-8")
    done = call("import", "vorlage", "papier.txt", "--to", "da.md")
    assert done.returncode == 2
    assert "„da.md“ gibt es schon und wird nicht überschrieben." in done.stderr
    assert (town / "da.md").read_text(encoding="utf-8") == "meins"
    assert call("import", "vorlage", "papier.txt", "--to", "neu/hier.md").returncode == 0
    assert (town / "neu/hier.md").read_text(encoding="utf-8").startswith("---\n# Entwurf aus „papier.txt“.")


def test_a_question_paper_can_be_drafted_as_a_paper_too(town: Path) -> None:
    (town / "antwort.txt").write_text(paper_text("frage-antwort"), encoding="utf-8")
    assert "data/fragen/anfrage-af-23-0012.md" in call("import", "vorlage", "antwort.txt").stdout
    done = call("import", "vorlage", "antwort.txt", "--als", "beschluesse")
    assert "data/beschluesse/af-23-0012.md" in done.stdout
    text = (town / "data/beschluesse/af-23-0012.md").read_text(encoding="utf-8")
    assert "art: Beantwortung einer Anfrage\n" in text
    assert "- gremium: bauausschuss\n" in text


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("fehlt.pdf",), "„fehlt.pdf“ gibt es nicht.", 2),
        (("brief.txt",), "sieht nicht wie eine Vorlage oder Anfrage aus", 1),
        (("papier.txt", "--data", "nirgends"), "Den Ordner „nirgends“ gibt es nicht.", 2),
        (("papier.txt", "--to", "/proc/nirgends/x.md"), "lässt sich nicht schreiben", 2),
        ((), "DATEI", 2),
    ],
    ids=["missing", "letter", "no-data", "no-place", "nothing"],
)
def test_what_does_not_work_is_said_and_leaves_nothing(
    town: Path, arguments: tuple[str, ...], said: str, code: int
) -> None:
    (town / "brief.txt").write_text("Liebe Leute,\nkommt alle!\n", encoding="utf-8")
    before = sorted(town.rglob("*"))
    done = call("import", "vorlage", *arguments)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(town.rglob("*")) == before


def test_import_without_a_source_is_wrong_usage(town: Path) -> None:
    done = call("import")
    assert done.returncode == 2
    assert "portal import vorlage" in done.stderr


def test_a_text_made_to_exhaust_the_patterns_is_answered_within_seconds(town: Path) -> None:
    words = ["1. ", "Ja 29 ", "12.000 € ", "(((", "Frage 1: Was? ", "a-", "16.05.2022 Rat ", "| ", "Die "]
    text = paper_text("tabulatoren") + "".join(word * 3_000 + f"\n{word * 40}" * 60 for word in words)
    (town / "lang.txt").write_text(text, encoding="utf-8")
    done = run("import", "vorlage", "lang.txt", timeout=60)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
