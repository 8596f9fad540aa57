"""`portal import oparl` as people call it: what it says, and how it ends."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cli
import pytest
from commands.progress import Progress
from oparl_import import content
from oparl_town import Town


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, in this process: starting another takes longer than what it does."""

    def call(*arguments: str) -> Done:
        code = cli.main(arguments)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a small council system in `quelle/`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATA", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    Town(30).write(tmp_path / "quelle")
    return tmp_path


def test_the_default_is_the_folder_data(run: Run, folder: Path) -> None:
    done = run("import", "oparl", "quelle")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["293 OParl-Objekte gelesen, davon 31 Vorlagen.", "Beschlüsse: 30 neu."]
    assert run("check").returncode == 0
    before = content(folder / "data")
    again = run("import", "oparl", "quelle")
    assert "Beschlüsse: 30 unverändert." in again.stdout
    assert content(folder / "data") == before


def test_invalid_json_is_named_with_file_and_line_and_the_rest_is_taken_over(run: Run, folder: Path) -> None:
    (folder / "quelle" / "kaputt.json").write_text(
        '{\n "id": "https://a.example/1",\n "type": Paper\n}', encoding="utf-8"
    )
    (folder / "quelle" / "latin.json").write_bytes('{\n"name": "Größe"}'.encode("latin-1"))
    (folder / "quelle" / "kein.json").write_text('"nur Text"', encoding="utf-8")
    done = run("import", "oparl", "quelle")
    assert done.returncode == 1
    assert "kaputt.json:3: Das ist kein gültiges JSON" in done.stderr
    assert "latin.json:2: Die Datei ist nicht in UTF-8" in done.stderr
    assert "kein.json: Hier wird ein OParl-Objekt" in done.stderr
    assert "Beschlüsse: 30 neu." in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("gibts-nicht",),
        ("leer",),
        ("ftp://rat.example/",),
        ("http://[kaputt/",),
        ("quelle", "--stadt", "Anderswo"),
        ("quelle", "--to", "quelle/koerperschaft.json/x"),
    ],
    ids=" ".join,
)
def test_what_cannot_work_is_said_in_a_sentence(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "leer").mkdir()
    done = run("import", "oparl", *arguments)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    assert done.stderr != ""
    assert "Traceback" not in done.stderr
    assert not (folder / "data" / "beschluesse").exists()


def test_records_that_cannot_be_read_are_not_written_over(run: Run, folder: Path) -> None:
    broken = folder / "data" / "beschluesse" / "kaputt.md"
    broken.parent.mkdir(parents=True)
    broken.write_text("---\ntitel: [\n---\n", encoding="utf-8")
    done = run("import", "oparl", "quelle")
    assert done.returncode == 2
    assert "data/beschluesse/kaputt.md:3" in done.stderr
    assert [path.name for path in (folder / "data").rglob("*.*")] == ["kaputt.md"]


def test_a_system_of_several_towns_wants_to_know_which(run: Run, folder: Path) -> None:
    (folder / "quelle" / "zweite.json").write_text(
        '{"id": "https://a.example/b", "type": "https://schema.oparl.org/1.1/Body", "name": "Nachbarstadt"}',
        encoding="utf-8",
    )
    done = run("import", "oparl", "quelle")
    assert done.returncode == 2
    assert "„Nachbarstadt“" in done.stderr
    assert run("import", "oparl", "quelle", "--stadt", "Musterstadt").returncode == 0


def test_stopped_by_hand_it_says_so_and_leaves_whole_files(run: Run, folder: Path) -> None:
    script = (
        "import os, signal, sys\n"
        f"sys.path.insert(0, {str(Path(sys.modules['commands'].__path__[0]).parent)!r})\n"
        "import cli, portal.imports.oparl.write as write\n"
        "create = write.write_new\n"
        "def stop(path, text):\n"
        "    create(path, text)\n"
        "    if path.parent.name == 'beschluesse': os.kill(os.getpid(), signal.SIGINT)\n"
        "write.write_new = stop\n"
        "sys.exit(cli.main(['import', 'oparl', 'quelle']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 128 + signal.SIGINT
    assert "der nächste Lauf macht weiter" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((folder / "data").rglob("*.neu"))
    assert "Beschlüsse: 29 neu, 1 unverändert." in run("import", "oparl", "quelle").stdout


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_one_line_that_moves() -> None:
    out = _Terminal()
    progress = Progress(out)
    for number in range(1, 4):
        progress("Vorlagen", number, 3)
    progress.close()
    assert out.getvalue().count("\n") == 1
    assert out.getvalue().endswith("] 3 von 3\n")


def test_a_log_gets_plain_lines() -> None:
    out = io.StringIO()
    progress = Progress(out)
    for number in range(1, 1_001):
        progress("Vorlagen", number, 1_000)
    assert out.getvalue() == "Vorlagen: 1000 von 1000\n"
