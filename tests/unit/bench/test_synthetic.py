"""The made-up town of the benchmark must stay a town without problems, or `make bench` measures nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench import synthetic
from command_line import run
from portal.load import load
from portal.records import RECORD_TYPES

SIZES = (100, 1_000)
#: Fields and marks that make the portal count, link, or keep two sides of something.
_COSTLY = (
    "nach-fraktion:", "enthaltung:", "umplanungen:", "erreicht:", "entfallen:", "widersprueche:", "korrekturen:",
    "fruehere-kennungen:", "anlagen:", "vorgaenger:", "teil-von:", "umsetzung:", "tagesordnung:", "#punkt-1", "[[",
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_portal_check_accepts_the_made_up_town(size: int, tmp_path: Path) -> None:
    synthetic.write(tmp_path, size)
    done = run("check", "--data", str(tmp_path), SOURCE_DATE_EPOCH="1780272000")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("size", SIZES)
def test_the_made_up_town_has_as_many_records_as_asked_for_and_some_of_every_type(size: int, tmp_path: Path) -> None:
    synthetic.write(tmp_path, size)
    records = load(tmp_path).records
    assert len(records) == size
    assert {record.type for record in records} == set(RECORD_TYPES)


def test_the_made_up_town_has_what_costs_time() -> None:
    town = "".join(text for _, text in synthetic.files(1_000))
    assert [trait for trait in _COSTLY if trait not in town] == []


def test_some_questions_have_several_sources() -> None:
    answers = [text for path, text in synthetic.files(300) if path.startswith("fragen/")]
    lists = [line for text in answers for line in text.splitlines() if line.strip().startswith("quelle: [")]
    assert any("," in line for line in lists)


def test_every_source_is_named() -> None:
    texts = "".join(text for path, text in synthetic.files(500) if not path.startswith("quellen/"))
    wanted = {f"quelle-{number}" for number in range(synthetic.Town(500).amounts["quellen"])}
    assert set(re.findall(r"quelle-\d+", texts)) == wanted


def test_the_made_up_town_is_the_same_every_time() -> None:
    assert list(synthetic.files(100)) == list(synthetic.files(100))


def test_towns_of_different_sizes_differ() -> None:
    assert (
        dict(synthetic.files(100))["beschluesse/vorlage-0.md"] != dict(synthetic.files(200))["beschluesse/vorlage-0.md"]
    )


def test_a_town_without_room_for_papers_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        synthetic.Town(50)
