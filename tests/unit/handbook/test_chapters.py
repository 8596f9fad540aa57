"""The hand-written chapters tell the truth: their examples pass the check, their messages are what the check says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from data_folder import DataFolder
from handbook.chapters import COLOURS, FIRST, FOLDER, all_chapters, blocks, example_files
from portal.check import editorial, privacy
from portal.dates import PartialDate
from portal.handbook.refusal import refusal
from portal.load import texts
from portal.load.yamlevents import parse
from portal.problems import in_order, summary
from portal.records import RECORD_TYPES, Portal
from portal.records.privacy import Privacy
from portal.views.filters import date_words
from portal.writing.files import write_folder
from portal.writing.newtown import files

_MODELS = (*(record_type.model for record_type in RECORD_TYPES.values()), Portal, Privacy)
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)")


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A new town in which somebody has done what the first chapter says."""
    monkeypatch.chdir(tmp_path)
    write_folder(tmp_path / "data", {**files("Musterstadt"), **example_files()})
    return DataFolder.of(tmp_path / "data")


def _told(town: DataFolder) -> list[str]:
    """What `portal check` says."""
    reading = town.read()
    private = privacy.problems(texts(town.folder), reading.entries, reading.privacy, reading.privacy_file)
    found = in_order([*reading.problems, *editorial.problems(reading.entries), *private])
    return [problem.as_text() for problem in found]


def test_who_follows_the_first_chapter_has_a_record_in_order(town: DataFolder) -> None:
    assert _told(town) == []
    assert {"beschluesse/b-26-0042", "gremien/stadtvertretung", "quellen/vorlage-b-26-0042"} <= {
        str(entry.key) for entry in town.read().entries
    }


def test_the_slips_of_the_first_chapter_are_told_as_it_says(town: DataFolder) -> None:
    text = example_files()["beschluesse/b-26-0042.md"]
    text = text.replace("kurzfassung:", "kurzfasung:").replace("termin: 2026-03-03", "termin: 03.03.2026")
    town.write({"beschluesse/b-26-0042.md": text})
    told = [block.splitlines() for block in blocks(FIRST, "text")]
    assert _told(town) in told


def test_the_check_ends_with_the_sentence_of_the_first_chapter() -> None:
    assert summary([], 153) in [block.strip() for block in blocks(FIRST, "text")]


@pytest.mark.parametrize("chapter", all_chapters(), ids=lambda chapter: chapter.stem)
def test_every_example_is_taken_by_some_type_of_record(chapter: Path) -> None:
    for block in blocks(chapter, "yaml"):
        if block.startswith("---"):
            continue  # a whole record, tried above
        for key, value in parse(block).items():
            owners = [model for model in _MODELS if any(info.alias == key for info in model.model_fields.values())]
            assert owners, key
            assert "" in [refusal(model, key, value) for model in owners], (key, value)


def test_dates_are_shown_as_the_table_says() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| ([^|(]+?) (?:\(.*)?\|$", (FOLDER / "angaben.md").read_text("utf-8"), re.MULTILINE
    )
    dates = [(written, shown) for written, shown in rows if written != "unbekannt"]
    assert len(dates) == 7
    words = [date_words(PartialDate.parse(written)).replace("\xa0", " ") for written, _ in dates]
    assert words == [shown for _, shown in dates]


@pytest.mark.parametrize("chapter", all_chapters(), ids=lambda chapter: chapter.stem)
def test_every_picture_is_there_small_and_told_in_words(chapter: Path) -> None:
    for match in _IMAGE.finditer(chapter.read_text(encoding="utf-8")):
        data = (FOLDER / match["path"]).read_bytes()
        assert len(match["alt"]) > 40
        assert len(data) < 60_000
        palette = data.index(b"PLTE")
        assert int.from_bytes(data[palette - 4 : palette], "big") <= COLOURS * 3


def test_no_picture_is_left_over() -> None:
    shown = {match["path"] for chapter in all_chapters() for match in _IMAGE.finditer(chapter.read_text("utf-8"))}
    assert shown == {f"bilder/{path.name}" for path in (FOLDER / "bilder").iterdir()}


def test_no_chapter_names_a_town() -> None:
    """Every town that takes the portal over has this handbook."""
    assert [chapter.name for chapter in all_chapters() if "norderstedt" in chapter.read_text("utf-8").lower()] == []
