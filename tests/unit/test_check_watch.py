"""`portal check --watch` checks again after every change, and ends quietly."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import portal
from data_folder import DataFolder

_SCRIPT = Path(portal.__file__).parents[1] / "cli.py"


def test_a_change_is_checked_and_an_interruption_ends_with_0(data: DataFolder) -> None:
    watching = subprocess.Popen(
        [sys.executable, str(_SCRIPT), "check", "--watch"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        env={"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795219200", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert watching.stdout is not None
    lines: list[str] = []

    def read_until(sentence: str) -> None:
        while sentence not in (line := watching.stdout.readline()):  # type: ignore[union-attr]
            assert line, f"ended before „{sentence}“: {lines}"
            lines.append(line)

    try:
        read_until("3 Einträge gelesen, keine Probleme gefunden.")
        data.write({".versteckt.yml": "x"})
        data.write({"gremien/b.yml": "name: B\nart: Ausschus\nquellen: amtsblatt\n"})
        read_until("4 Einträge gelesen, 1 Problem in 1 Datei.")
        assert any(line.startswith("data/gremien/b.yml:2: „Ausschus“ ist bei „art“ nicht möglich.") for line in lines)
        (data.folder / "gremien/b.yml").unlink()
        read_until("3 Einträge gelesen, keine Probleme gefunden.")
    finally:
        watching.send_signal(signal.SIGINT)
        rest, _ = watching.communicate(timeout=60)
    assert watching.returncode == 0
    assert rest.endswith("Beendet.\n")
    assert "Traceback" not in rest
