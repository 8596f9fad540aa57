"""The roadmap and the control of decisions say the same as the records, and stay small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from build.html import Document, name_of, text_of
from build.sites import Site


@pytest.fixture(scope="module")
def roadmap(musterstadt: Site) -> Document:
    return musterstadt.document("roadmap/")


@pytest.fixture(scope="module")
def control(musterstadt: Site) -> Document:
    return musterstadt.document("beschlusskontrolle/")


def _section(page: Document, heading: str) -> Element:
    return next(e for e in page.elements("section") if e.get("aria-labelledby") == heading)


def _of_class(element: Element, name: str) -> list[Element]:
    return [child for child in element.iter() if name in str(child.get("class", "")).split()]


def _inside(element: Element, *names: str) -> Iterator[Element]:
    return (child for child in element.iter() if isinstance(child.tag, str) and name_of(child) in names)


def test_the_roadmap_answers_which_projects_are_late(roadmap: Document) -> None:
    text = text_of(_section(roadmap, "verspaetet"))
    assert "2 Vorhaben" in text
    assert "Die ersten Beete verspätet mindestens 12, höchstens 42 Tage nach dem ersten Termin" in text
    assert "Termin vorbei seit 235 Tagen" in text
    assert "Eröffnung. Grund: Lieferung neu geplant jetzt: Mai 2027 bis Juni 2027" in text
    assert "am Stand 21. November 2026" in text


def test_the_totals_of_the_roadmap_count_every_milestone(roadmap: Document) -> None:
    totals = _of_class(_section(roadmap, "plan"), "bilanz")[0]
    counts = {text_of(row[0]): int(next(text_of(e) for e in row.iter() if name_of(e) == "strong")) for row in totals}
    assert counts == {
        "Termin vorbei": 1,
        "verspätet": 1,
        "neu geplant": 1,
        "offen": 1,
        "pünktlich": 1,
        "entfallen": 1,
        "unbekannt": 1,
    }
    rows = list(_inside(_section(roadmap, "meilensteine"), "tr"))
    assert len(rows) - 1 == sum(counts.values()), "every milestone has a row in the table"


def test_every_project_is_on_the_board_once(roadmap: Document, musterstadt: Site) -> None:
    cards = [link.get("href") for card in _of_class(_section(roadmap, "stand"), "karte") for link in _inside(card, "a")]
    records = {path.stem for path in (musterstadt.data / "roadmap").iterdir()}
    assert sorted(str(href).strip("/") for href in cards) == sorted(records)


def test_the_drawings_repeat_nothing_to_screen_readers_and_stay_inside(site: Site) -> None:
    """Every coordinate is a share of the width; the words of a row stand beside its drawing."""
    for page in (site.document("roadmap/"), *(d for d in site.documents if re.fullmatch(r"roadmap/[^/]+/", d.address))):
        for drawing in page.elements("svg"):
            if drawing.get("class") != "bahn":
                continue
            assert drawing.get("aria-hidden") == "true"
            for shape in _inside(drawing, "rect", "line", "svg"):
                for key in ("x", "x1", "x2", "width"):
                    value = shape.get(key, "0")
                    assert 0 <= float(value.removesuffix("%")) <= 100, f"/{page.address}: {key}={value}"
                    assert value == "0" or value.endswith("%"), f"/{page.address}: {key}={value}"


def test_the_project_page_says_how_old_its_news_is_and_what_came_of_its_promises(musterstadt: Site) -> None:
    page = musterstadt.document("roadmap/roter-faden/")
    text = page.text
    assert "Letzte Nachricht: 22. April 2025" in text
    assert "Am Stand 21. November 2026 ist das 578 Tage her." in text
    assert "Zuletzt geprüft: 20. November 2026 , 1 Tag her" in text
    rows = {text_of(row[0]).split(" ")[0]: text_of(row[-1]) for row in page.elements("tr")}
    assert rows["Konzept"] == "pünktlich"
    assert rows["Brücke"] == "entfallen 15. Januar 2025"
    assert rows["Überfällig"].startswith("Termin vorbei seit 235")
    updates = [text_of(e) for e in _inside(_section(page, "verlauf"), "time")]
    assert updates == ["22. April 2025", "Februar 2024", "2023"], "the newest comes first; a quarter has no <time>"


def test_a_project_without_dates_or_news_says_so(musterstadt: Site) -> None:
    page = musterstadt.document("roadmap/brunnen/")
    assert "Eine Nachricht dazu ist nicht bekannt." in page.text
    assert "Zuletzt geprüft: unbekannt" in page.text
    assert not [e for e in page.elements("svg") if e.get("class") == "bahn"]


def test_the_control_lists_decided_points_only(control: Document) -> None:
    links = {str(link.get("href")) for link in control.elements("a")}
    assert "../beschluesse/stadtgarten/#punkt-2b" in links
    assert not [href for href in links if "boeses-html" in href], "a rejected paper is in the control"
    states = [item.get("data-stand") for item in control.elements("li") if item.get("data-stand")]
    assert len(states) == 7
    assert "7 Punkte aus 1 Beschluss" in control.text


def test_where_evidence_ends_the_chain_breaks_visibly(control: Document) -> None:
    for item in control.elements("li"):
        if state := item.get("data-stand"):
            chains = _of_class(item, "kettchen")
            assert chains, f"{text_of(item)[:60]} hat keine Kette"
            if state in ("nicht nachvollziehbar", "unbekannt"):
                assert all(_of_class(found, "gerissen") for found in chains), f"{text_of(item)[:60]} reißt nicht"


def test_decided_papers_without_points_are_named_as_missing(control: Document) -> None:
    missing = text_of(_section(control, "fehlt"))
    assert "Schlicht beschlossen" in missing
    assert "Nur zum Teil beschlossen" in missing
