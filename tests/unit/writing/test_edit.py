"""A changed record file differs only where it was changed."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.load.yamlevents import parse
from portal.writing.edit import rewritten
from portal.writing.yamltext import front_matter, record_text

_FILE = """\
---
# Ganz oben steht ein Hinweis.
titel: Der Garten    # noch ein Arbeitstitel
nummer: "B 1/22"
beratungsfolge:
  # Dieser Termin ist umstritten.
  - gremium: rat
    termin: 2022-06-14
    stimmen: {ja: 3, nein: 1}   # laut Zeitung

  - gremium: ausschuss
    termin: 2022-07-01
    notiz: >-
      Ein langer Satz, der
      über Zeilen geht.
# Ab hier folgt Herkunft.
quellen: [blatt]
---

Der Text bleibt: --- auch so.
"""
_ORDER = ("titel", "nummer", "art", "beratungsfolge", "anlagen", "quellen")


def _values() -> dict[str, Any]:
    return parse(_FILE.split("---\n")[1])


def _changed(values: dict[str, Any]) -> list[str]:
    """The lines that went and came."""
    text = rewritten(_FILE, values, _ORDER, is_markdown=True)
    assert parse(text.split("---\n")[1]) == values
    return [line for line in difflib.ndiff(_FILE.splitlines(), text.splitlines()) if line[:1] in "+-"]


def test_the_same_values_leave_the_same_file() -> None:
    assert rewritten(_FILE, _values(), _ORDER, is_markdown=True) == _FILE


def test_a_field_changes_its_own_line() -> None:
    assert _changed(_values() | {"nummer": "B 2/22"}) == ['- nummer: "B 1/22"', "+ nummer: B 2/22"]


def test_a_new_field_stands_behind_those_before_it() -> None:
    assert _changed(_values() | {"art": "Bericht"}) == ["+ art: Bericht"]


def test_a_field_that_is_gone_takes_its_line_along() -> None:
    values = _values()
    del values["quellen"]
    assert _changed(values) == ["- quellen: [blatt]"]


def test_a_field_of_a_station_changes_alone() -> None:
    values = _values()
    values["beratungsfolge"][1]["termin"] = "2022-07-02"
    values["beratungsfolge"][1]["ergebnis"] = "vertagt"
    assert _changed(values) == ["-     termin: 2022-07-01", "+     termin: 2022-07-02", "+     ergebnis: vertagt"]


def test_a_new_station_leaves_the_others_with_their_comments() -> None:
    values = _values()
    values["beratungsfolge"].insert(1, {"gremium": "beirat", "termin": "2022-06-20"})
    assert _changed(values) == ["+ ", "+   - gremium: beirat", "+     termin: 2022-06-20"]


def test_a_station_that_is_gone_leaves_the_others() -> None:
    values = _values()
    del values["beratungsfolge"][1]
    gone = ["-   - gremium: ausschuss", "-     termin: 2022-07-01", "-     notiz: >-"]
    assert [line for line in _changed(values) if line.strip() != "-"][:3] == gone


@pytest.mark.parametrize(
    "text",
    [
        "titel: A\nberatungsfolge: [{gremium: rat, termin: 2022}, {gremium: amt, termin: 2023}]\nquellen: x\n",
        "quellen: x\nberatungsfolge:\n- termin: 2022\n  gremium: rat\n- {gremium: amt, termin: 2023}\ntitel: A\n",
    ],
    ids=["flow", "mixed"],
)
def test_other_styles_come_out_right_too(text: str) -> None:
    values = parse(text)
    values["beratungsfolge"][0]["gremium"] = "stadtrat"
    values["beratungsfolge"].append({"gremium": "beirat"})
    changed = rewritten(text, values, _ORDER, is_markdown=False)
    assert parse(changed) == values
    assert "quellen: x\n" in changed


_KEYS = st.sampled_from(["titel", "nummer", "art", "neu", "beratungsfolge"])
_TEXTS = st.text(st.sampled_from("abä: #-[]{}'\"|>\n,"), min_size=1, max_size=12).filter(
    lambda text: text.strip() != ""
)
_ROWS = st.lists(st.dictionaries(_KEYS, _TEXTS, min_size=1, max_size=3), min_size=1, max_size=4)
_RECORDS = st.dictionaries(_KEYS, _TEXTS | _ROWS | st.lists(_TEXTS, min_size=1, max_size=3), min_size=1, max_size=4)


@given(_RECORDS, _RECORDS)
def test_any_values_can_become_any_others(before: dict[str, Any], after: dict[str, Any]) -> None:
    text = rewritten(record_text(before, "Text."), after, _ORDER, is_markdown=True)
    assert text.endswith("---\n\nText.\n")
    assert parse(text.removeprefix("---\n").partition("\n---\n")[0] + "\n") == after
    assert parse(rewritten(front_matter(before), after, _ORDER, is_markdown=False)) == after
