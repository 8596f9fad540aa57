"""Each hostile case ends in a clear problem with file and line, or is accepted for a reason that is given."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from hostile.case import Case, Harmless, Problem
from hostile.corpus import cases, harmless
from hostile.judge import MEGABYTES, SECONDS, Verdict
from hostile.report import report

_LINE = re.compile(r"data/[^\n]*?:(?P<line>\d+): (?P<message>[^\n]+[.?])")
_ENGLISH = re.compile(r"\b(Input|should|valid|expected|found|while|None|literal|function|Error)\b")
_QUOTED = re.compile(r"„[^“]*“")


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_a_case_ends_as_it_is_declared(case: Case, verdicts: dict[str, Verdict]) -> None:
    verdict = verdicts[case.id]
    assert not verdict.is_crash, verdict.said
    assert not verdict.is_hang, f"{verdict.seconds} s statt höchstens {SECONDS}"
    assert not verdict.is_too_large, f"{verdict.megabytes} MB statt höchstens {MEGABYTES}"
    match case.expected:
        case Problem(word, line):
            assert verdict.exit == 1, "still angenommen"
            found = [match for told in verdict.said.splitlines() if (match := _LINE.fullmatch(told))]
            assert found, verdict.said
            matching = [match for match in found if any(each in match[0] for each in word.split("|"))]
            assert matching, verdict.said
            assert not line or any(int(match["line"]) == line for match in matching), verdict.said
            assert not any(_ENGLISH.search(_QUOTED.sub("", match["message"])) for match in found), verdict.said
        case Harmless(because):
            assert verdict.exit == 0, verdict.said
            assert because.endswith("."), "ohne Begründung angenommen"


@pytest.mark.parametrize(
    "case", [case for case in cases() if isinstance(case.expected, Problem)], ids=lambda case: case.id
)
def test_what_is_said_of_a_case_can_be_printed_anywhere(case: Case, verdicts: dict[str, Verdict]) -> None:
    """No line of its own for a foreign text, nothing that turns or hides what stands beside it."""
    said = verdicts[case.id].said
    *told, summary = said.splitlines()
    assert all(_LINE.fullmatch(line) for line in told), said
    assert re.fullmatch(r"\d+ Einträge? gelesen, .+ gefunden\.|\d+ Einträge? gelesen, .+ in .+\.", summary), said
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", said), said


def test_the_corpus_is_large_and_each_case_has_a_name_of_its_own() -> None:
    found = Counter(case.id for case in cases())
    assert len(found) >= 300
    assert max(found.values()) == 1, found.most_common(3)
    files = Counter(name for case in harmless() for name in case.files)
    assert max(files.values()) == 1, f"In einer Stadt überschreiben sich: {files.most_common(3)}"


def test_nothing_crashes_hangs_or_is_accepted_without_a_reason(verdicts: dict[str, Verdict]) -> None:
    table = report(verdicts)
    print(f"\n{table}")
    sums = [int(cell) for cell in table.splitlines()[-3].split("|")[2:-1]]
    tried, problems, argued, *wrong = sums
    assert tried == len(cases()) == problems + argued
    assert wrong == [0, 0, 0, 0]
