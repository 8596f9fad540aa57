"""Every data file is named once, lies where it is said to lie, and belongs to a page."""

from __future__ import annotations

from pathlib import Path

from data_folder import DataFolder
from portal.follow.following import Following
from portal.outputs import exports, headers
from portal.outputs.datafiles import common, of_page, of_record, of_type
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.link import Register
from registers import NO_HISTORY, SITE, musterstadt

_HOSTING = Path(__file__).parents[3] / "betrieb"


def _written(register: Register | None = None) -> set[str]:
    register = register or musterstadt()
    sizes = {path: len(content) for path, content in exports.files(register, SITE, NO_HISTORY)}
    follow = {path for path, _ in Following(register, SITE).files() if not path.startswith("folgen/")}
    return set(sizes) | follow | {path for path, _ in exports.summaries(register, SITE, sizes)}


def test_every_named_file_is_written_and_every_name_means_one_file() -> None:
    named = [file.path for file in common()]
    named += [file.path for entry in musterstadt().entries.values() for file in of_record(entry)]
    assert len(named) == len(set(named))
    assert set(named) <= _written()


def test_a_town_that_has_hardly_begun_has_every_common_file_too(data: DataFolder) -> None:
    named = {file.path for file in common()} | {file.path for name in RECORD_TYPES for file in of_type(name)}
    assert named <= _written(data.register())


def test_every_file_for_machines_is_named_or_reached_through_oparl() -> None:
    named = {file.path for file in common()}
    named |= {file.path for entry in musterstadt().entries.values() for file in of_record(entry)}
    others = ("oparl/", "feeds/", "kalender/")  # reached through links, named by their pages
    rest = {path for path in _written() - named if not path.startswith(others)}
    assert rest == {"_headers"}


def test_a_page_offers_the_files_of_its_record_else_of_its_type_else_of_everything() -> None:
    paper = musterstadt().entries[Key("beschluesse", "stadtgarten")]
    figure = musterstadt().entries[Key("kennzahlen", "besucher")]
    assert [file.key for file in of_page(None, paper)] == ["json", "oparl", "feed", "calendar"]
    assert [file.key for file in of_page(None, figure)] == ["json", "csv", "feed"]
    assert [file.key for file in of_page(RECORD_TYPES["roadmap"], None)] == [
        "json",
        "csv",
        "schema",
        "feed",
        "calendar",
    ]
    assert [file.key for file in of_page(None, None)] == ["json", "sqlite", "feed", "calendar"]


def test_hosts_are_told_to_let_other_sites_read_every_data_file() -> None:
    lines = headers.content().decode().splitlines()
    open_folders = {line.strip("/*") for line in lines if line.startswith("/") and line != "/*"}
    assert lines.count("  Access-Control-Allow-Origin: *") == len(open_folders)
    assert {path.split("/")[0] for path in _written() if "/" in path} <= open_folders
    for name in ("nginx-daten.conf", "apache-daten.conf"):
        snippet = (_HOSTING / name).read_text(encoding="utf-8")
        assert f"^/({'|'.join(headers.FOLDERS)})/" in snippet
        assert 'Access-Control-Allow-Origin "*"' in snippet
        for suffix in {path.rpartition(".")[2] for path in _written() if "." in path}:
            assert suffix in snippet
