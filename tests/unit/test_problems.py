"""Problems as an editor, a terminal and GitHub see them."""

from __future__ import annotations

import pytest
from portal.problems import Problem, did_you_mean, in_order, summary


def _problem(path: str = "data/a.md", line: int = 1, message: str = "Falsch.") -> Problem:
    return Problem(path=path, line=line, message=message)


def test_a_problem_line_names_file_and_line() -> None:
    assert _problem(line=12).as_text() == "data/a.md:12: Falsch."


@pytest.mark.parametrize(
    ("path", "message", "annotation"),
    [
        ("data/a.md", "Falsch.", "::error file=data/a.md,line=1::Falsch."),
        ("data/a,b:c.md", "Ja: nein, oder?", "::error file=data/a%2Cb%3Ac.md,line=1::Ja: nein, oder?"),
        ("data/100%.md", "100 %\r\n::warning::", "::error file=data/100%25.md,line=1::100 %25%0D%0A::warning::"),
    ],
)
def test_an_annotation_escapes_what_github_would_misread(path: str, message: str, annotation: str) -> None:
    assert _problem(path=path, message=message).as_github() == annotation


def test_problems_are_sorted_by_file_then_line_then_text_and_appear_once() -> None:
    ordered = [
        _problem("data/a.md", 2, "A."),
        _problem("data/a.md", 10, "A."),
        _problem("data/a.md", 10, "B."),
        _problem("data/b.md", 1, "A."),
    ]
    assert in_order([*reversed(ordered), ordered[0]]) == ordered


@pytest.mark.parametrize(
    ("problems", "records", "sentence"),
    [
        ([], 0, "0 Einträge gelesen, keine Probleme gefunden."),
        ([], 1, "1 Eintrag gelesen, keine Probleme gefunden."),
        ([_problem()], 2, "2 Einträge gelesen, 1 Problem in 1 Datei."),
        ([_problem(), _problem(line=2), _problem("data/b.md")], 2, "2 Einträge gelesen, 3 Probleme in 2 Dateien."),
    ],
)
def test_the_summary_counts_in_good_german(problems: list[Problem], records: int, sentence: str) -> None:
    assert summary(problems, records) == sentence


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("titl", " Meinten Sie „titel“?"),
        ("TITEL", " Meinten Sie „titel“?"),
        ("beschlossn", " Meinten Sie „Beschlossen“?"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_a_near_word_is_suggested(word: str, hint: str) -> None:
    assert did_you_mean(word, ["titel", "Beschlossen", "quellen"]) == hint
