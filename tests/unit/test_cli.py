"""The command line as people and CI call it: what it says, and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import portal
import pytest
from command_line import run
from data_folder import DataFolder

_BROKEN = {"gremien/b.yml": "name: B\nart: Ausschus\nquellen: amtsblatt\n", "gremien/a.yml": "name: A\nart: Amt\n"}
_PROBLEMS = [
    ("data/gremien/a.yml", 1, "Der Eintrag nennt keine Quelle."),
    ("data/gremien/b.yml", 2, "„Ausschus“ ist bei „art“ nicht möglich. Meinten Sie „Ausschuss“?"),
]


def test_records_in_order_exit_with_0(data: DataFolder) -> None:
    done = run("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "3 Einträge gelesen, keine Probleme gefunden.\n"


def test_problems_exit_with_1_and_go_to_standard_error(data: DataFolder) -> None:
    data.write(_BROKEN)
    done = run("check")
    assert done.returncode == 1
    assert done.stdout == "5 Einträge gelesen, 2 Probleme in 2 Dateien.\n"
    lines = done.stderr.splitlines()
    assert len(lines) == len(_PROBLEMS)
    for line, (path, number, message) in zip(lines, _PROBLEMS, strict=True):
        assert line.startswith(f"{path}:{number}: {message}")


def test_github_gets_annotations(data: DataFolder) -> None:
    data.write(_BROKEN)
    done = run("check", "--format", "github")
    assert done.returncode == 1
    for line, (path, number, message) in zip(done.stderr.splitlines(), _PROBLEMS, strict=True):
        assert line.startswith(f"::error file={path},line={number}::{message}")


def test_another_folder_is_named_by_option_or_environment(data: DataFolder) -> None:
    data.folder.rename("stadt")
    for done in (run("check", "--data", "stadt"), run("check", DATA="stadt")):
        assert (done.returncode, done.stderr) == (0, "")
    Path("stadt", "portal.yml").unlink()
    assert run("check", DATA="stadt").stderr.startswith("stadt/portal.yml:1: ")


def test_a_folder_outside_the_working_directory_is_named_in_full(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data.folder / "portal.yml").unlink()
    elsewhere = data.folder.parent / "anderswo"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert run("check", "--data", str(data.folder)).stderr.startswith(f"{data.folder}/portal.yml:1: ")


@pytest.mark.parametrize(
    "arguments",
    [(), ("prüfen",), ("check", "--format", "html"), ("check", "--unbekannt"), ("check", "--data", "gibts-nicht")],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(data: DataFolder, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr != ""
    assert "Traceback" not in done.stderr


def test_a_day_that_is_none_is_wrong_usage(data: DataFolder) -> None:
    done = run("check", SOURCE_DATE_EPOCH="heute")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_help_lists_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "check" in done.stdout


def test_the_installed_command_is_this_script(data: DataFolder) -> None:
    command = [str(Path(sys.prefix, "bin", "portal")), "check"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout) == (0, "3 Einträge gelesen, keine Probleme gefunden.\n")


def test_a_file_name_that_is_no_text_does_not_stop_the_check(data: DataFolder) -> None:
    data.write({os.fsdecode(b"gremien/\xff.yml"): "name: A\nart: Amt\nquellen: amtsblatt\n"})
    done = run("check")
    assert done.returncode == 1
    assert "ist keine gültige Kennung" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[ #]\n  " * 1_200 + " #[\n " + "]" * 1_200,
        "a: " + "[ #]\n  " * 100_000,
        "#" + "]" * 500_000 + "\na: " + "[" * 500_000 + "]" * 500_000,
        "a:\n" + "".join(f"{' ' * depth}-\n" for depth in range(1, 1_200)),
        "a: " + "- " * 100_000,
        "a: b\n" + "\n" * 1_000_000 + "c: d",
        "a: b\n" + " " * 1_000_000 + "\n",
        "? " * 100_000,
    ],
    ids=["hidden", "many-hidden", "closed-before", "steps", "stacked", "blank-lines", "spaces", "keys"],
)
def test_a_file_made_to_exhaust_the_parser_is_a_problem_within_seconds(data: DataFolder, text: str) -> None:
    data.write({"gremien/a.yml": text})
    done = run("check", timeout=10)
    assert done.returncode == 1, "crashed"
    assert done.stderr.startswith("data/gremien/a.yml:")
    assert "Traceback" not in done.stderr


def test_a_file_of_thousands_of_slips_is_answered_within_seconds(data: DataFolder) -> None:
    slips = "".join(f"feld-{number}: x\n" for number in range(3_000))
    data.write({"gremien/a.yml": f"name: A\nart: Amt\nquellen: amtsblatt\n{slips}"})
    done = run("check", timeout=10)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 3_000
    assert "data/gremien/a.yml:3003: Das Feld „feld-2999“ gibt es hier nicht." in done.stderr


def test_a_command_is_there_without_the_others(data: DataFolder) -> None:
    """Loading all of them takes longer than most have to do."""
    code = "import sys, cli; code = cli.main(['check']); sys.exit(code or 'commands.imports' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        capture_output=True,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(portal.__file__).parents[1])},
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_help_lists_every_command() -> None:
    said = run("--help").stdout
    assert all(f"    {name} " in said for name in ("check", "new", "import", "init", "schema", "compare", "links"))
