"""From the first council paper about digitalisation to the answer that revealed the staff, by links alone.

With tests/test_live_data.py and the search queries, the only tests that know records of data/.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import pytest

from build.html import Document
from build.sites import Site

_STRATEGY = "beschluesse/b-22-0189/"
_OFFICE = "roadmap/pmo-norderstedt-go/"
_STAFF = "kennzahlen/personal-norderstedt-go/"
_INQUIRY = "fragen/smart-city-offensive-2023/"
#: The planned 3.5 jobs and the 2.3 and 3.0 that there really were stand on one page, in two series.
_WAY = [
    "beschluesse/schaffung-cdo-stelle-2019/",
    "beschluesse/auftrag-smart-city-strategie-2021/",
    _STRATEGY,
    _OFFICE,
    _STAFF,
    _INQUIRY,
    "sitzungen/hauptausschuss-2023-02-27/",
]


@pytest.mark.parametrize(("start", "end"), list(pairwise(_WAY)))
def test_each_step_can_be_walked_in_both_directions(live: Site, start: str, end: str) -> None:
    assert end in _links(live.document(start)), f"/{start} führt nicht nach /{end}"
    assert start in _links(live.document(end)), f"/{end} führt nicht zurück nach /{start}"


def test_the_planned_office_is_a_point_of_the_decision_with_a_place_of_its_own(live: Site) -> None:
    point = live.document(_STRATEGY).ids["punkt-3"]
    assert _OFFICE in _linked_from(_STRATEGY, point.iter("a"))
    back = _linked_from(_OFFICE, live.document(_OFFICE).elements("a"), with_fragment=True)
    assert f"{_STRATEGY}#punkt-3" in back


def test_plan_and_reality_of_the_staff_stand_side_by_side_with_their_sources(live: Site) -> None:
    text = live.document(_STAFF).text
    for number in ("3,5", "2,3", "3,0"):
        assert number in text, f"Auf /{_STAFF} fehlt {number}"


def test_the_question_that_revealed_the_staff_names_the_meeting_of_the_answer(live: Site) -> None:
    assert "27. Februar 2023" in live.document(_INQUIRY).text.replace("\N{NO-BREAK SPACE}", " ")


def _links(page: Document) -> set[str]:
    return _linked_from(page.address, page.elements("a"))


def _linked_from(address: str, links: Iterable[Element], *, with_fragment: bool = False) -> set[str]:
    """Addresses below the root that links on a page lead to."""
    targets = (urlsplit(urljoin(f"/{address}", link.get("href", ""))) for link in links)
    return {
        target.path.lstrip("/") + (f"#{target.fragment}" if with_fragment and target.fragment else "")
        for target in targets
        if not target.netloc
    }
