"""`mkdocs serve`: what an editor sees while writing, mistakes included."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from build.sites import ROOT, environment
from playwright.sync_api import Browser

_PATIENCE = 30


class Preview:
    """A running preview of a copy of the invented town."""

    def __init__(self, data: Path, port: int, log: Path, process: subprocess.Popen[bytes]) -> None:
        self.data = data
        self.root = f"http://127.0.0.1:{port}/"
        self.log = log
        self.process = process

    def text(self, address: str) -> str:
        """What a page says now; nothing while the preview is busy."""
        try:
            with urlopen(self.root + address, timeout=2) as answer:  # noqa: S310 - our own address
                return str(answer.read().decode())
        except OSError:
            return ""

    def shows(self, address: str, words: str) -> None:
        """Wait until a page contains the words."""
        for _ in self._moments():
            if words in self.text(address):
                return
        pytest.fail(f"/{address} zeigt nach {_PATIENCE} s nicht „{words}“.\n{self.said()}")

    def says(self, words: str) -> None:
        """Wait until the command has said something."""
        for _ in self._moments():
            if words in self.said():
                return
        pytest.fail(f"Nach {_PATIENCE} s hat mkdocs serve nicht „{words}“ gesagt:\n{self.said()}")

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def save(self, name: str, old: str, new: str) -> None:
        """What an editor does: change a word, save the file."""
        file = self.data / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def _moments(self) -> Iterator[None]:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, f"mkdocs serve ist nicht mehr da:\n{self.said()}"
            yield
            time.sleep(0.1)


@pytest.fixture(scope="module")
def preview(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("vorschau")
    data = copytree(town, folder / "data")
    port = _free_port()
    log = folder / "gesagt.txt"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment(DATA=str(data), TMPDIR=str(folder)),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        found = Preview(data, port, log, process)
        found.shows("", "Was Musterstadt beschlossen hat")
        yield found
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(_PATIENCE)


def test_the_preview_shows_a_change_of_a_record(preview: Preview) -> None:
    preview.shows("ereignisse/gartenfest/", "Es gab Kuchen.")
    preview.save("ereignisse/gartenfest.md", "Es gab Kuchen.", "Es gab Torte.")
    preview.shows("ereignisse/gartenfest/", "Es gab Torte.")


def test_the_preview_shows_a_new_record_and_forgets_a_deleted_one(preview: Preview) -> None:
    file = preview.data / "ereignisse" / "neues-fest.yml"
    file.write_text("titel: Neues Fest\ndatum: 2026-10\nstand: erfolgt\nquellen: [blatt]\n", encoding="utf-8")
    preview.shows("ereignisse/", "Neues Fest")
    preview.shows("zeitleiste/", "Neues Fest")
    file.unlink()
    preview.save("ereignisse/gartenfest.md", "Stadtgarten", "Marktplatz")
    preview.shows("ereignisse/gartenfest/", "Marktplatz")
    assert "Neues Fest" not in preview.text("ereignisse/")


def test_a_broken_record_is_named_and_the_next_good_save_is_shown(preview: Preview) -> None:
    preview.save("ereignisse/gartenfest.md", "stand: erfolgt", "stnad: erfolgt")
    preview.says("gartenfest.md:4: Das Feld „stnad“ gibt es hier nicht.")
    preview.shows("ereignisse/gartenfest/", "Gartenfest")
    preview.save("ereignisse/gartenfest.md", "stnad: erfolgt", "stand: erfolgt")
    preview.save("ereignisse/gartenfest.md", "titel: Gartenfest", "titel: Sommerfest")
    preview.shows("ereignisse/gartenfest/", "Sommerfest")
    preview.save("ereignisse/gartenfest.md", "titel: Sommerfest", "titel: Gartenfest")
    preview.shows("ereignisse/gartenfest/", "Gartenfest")


def test_the_search_works_in_the_preview(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{preview.root}suche/?q=Xylophonquartett")
    page.get_by_text("Nichts gefunden für „Xylophonquartett“.").wait_for()
    page.goto(f"{preview.root}suche/?q=Gartenfest")
    page.locator("#treffer").get_by_role("link", name="Gartenfest").first.wait_for()
    page.close()


def test_a_page_written_by_hand_tells_of_changed_records_at_once(preview: Preview) -> None:
    preview.save("beschluesse/stadtgarten.md", "titel: Ein „", "titel: Neu benannt - Ein „")
    preview.shows("beschluesse/stadtgarten/", "Neu benannt - ")
    preview.shows("", "Neu benannt - ")
    preview.save("beschluesse/stadtgarten.md", "titel: Neu benannt - Ein „", "titel: Ein „")


def test_search_and_data_files_follow_a_change(preview: Preview, browser: Browser) -> None:
    with (preview.data / "roadmap" / "roter-faden.md").open("a", encoding="utf-8") as file:
        file.write("\nDazu gab es Quittenbrot.\n")
    preview.shows("api/v1/roadmap/roter-faden.json", "Quittenbrot")
    page = browser.new_page()
    page.goto(f"{preview.root}suche/?q=Quittenbrot")
    page.locator("#treffer").get_by_role("link", name="Faden").first.wait_for()
    page.close()


def test_pages_lists_and_files_that_are_not_there_are_missed(preview: Preview) -> None:
    for address in ("beschluesse/nirgends/", "api/v1/beschluesse/nirgends.json", "nirgends.txt"):
        with pytest.raises(HTTPError, match="404"):
            urlopen(preview.root + address, timeout=_PATIENCE)  # noqa: S310


def test_an_address_without_its_last_slash_leads_to_the_page(preview: Preview) -> None:
    assert "<h1" in preview.text("beschluesse/stadtgarten")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
