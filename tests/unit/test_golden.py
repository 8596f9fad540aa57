"""Every file below golden/load, golden/check and golden/link is one test; see golden_cases.py."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from data_folder import DataFolder
from golden_cases import FOLDER, Case, case_files


@pytest.mark.parametrize("file", case_files(), ids=lambda file: file.relative_to(FOLDER).with_suffix("").as_posix())
def test_the_portal_finds_exactly_what_the_case_expects(file: Path, data: DataFolder) -> None:
    case = Case.read(file)
    assert case.expected, "a case without expectations shows nothing"
    found = case.run(data)
    if os.environ.get("UPDATE_GOLDEN"):
        case.rewrite(found)
        case = Case.read(file)
    assert found == case.expected


def test_every_expected_problem_names_a_line_and_is_a_whole_sentence() -> None:
    lines = [line for file in case_files() for line in Case.read(file).expected.get("problems", [])]
    assert len(lines) > 200
    assert [line for line in lines if not re.fullmatch(r"data/[^:]+:[1-9]\d*: \S.*\S[.?]", line)] == []


def test_a_record_broken_in_ten_ways_has_ten_problems_in_one_run(data: DataFolder) -> None:
    case = Case.read(FOLDER / "check" / "a-record-broken-in-ten-ways-has-ten-problems.yml")
    assert len(case.run(data)["problems"]) == 10
