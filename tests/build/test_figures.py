"""Figures: drawings that scale, a table for each, and a file for spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from build.html import Document, accessible_name, name_of, text_of
from build.sites import Site

_ADDRESS = "kennzahlen/besucher/"
#: Places along the plot are shares of it, so that nothing is stretched.
_ACROSS = {"x", "x1", "x2", "cx", "width"}


def _figures(site: Site) -> list[Document]:
    return [page for page in site.documents if re.fullmatch(r"kennzahlen/[^/]+/", page.address)]


def _plots(page: Document) -> Iterator[Element]:
    return (drawing for drawing in page.elements("svg") if drawing.get("role") == "img")


def _named(element: Element, *names: str) -> list[Element]:
    """The parts of a drawing, whose names carry a namespace."""
    return [part for part in element.iter() if isinstance(part.tag, str) and name_of(part) in names]


def _drawn(figure: Element) -> list[Element]:
    """Its courses over time; bars are drawings beside texts."""
    return [drawing for drawing in _named(figure, "svg") if drawing.get("role") == "img"]


def test_every_figure_can_be_downloaded_as_a_table(site: Site) -> None:
    pages = _figures(site)
    assert pages
    for page in pages:
        name = page.address.split("/")[1]
        links = [link.get("href") for link in page.elements("a") if text_of(link) == "Als Tabelle herunterladen (CSV)"]
        assert links == [f"{name}.csv"], f"/{page.address}"
        content = site.files[f"{page.address}{name}.csv"].read_bytes().decode("utf-8-sig")
        header, *rows = content.split("\r\n")
        assert header.startswith("Reihe;Stichtag;Wert;Einheit;Art;")
        assert len(rows) > 1


def test_every_drawing_has_a_name_a_sentence_and_a_table_in_its_section(site: Site) -> None:
    drawings = [(page, drawing) for page in _figures(site) for drawing in page.elements("figure")]
    assert drawings
    for page, figure in drawings:
        section = next(around for around in page.ancestors(figure) if name_of(around) == "section")
        assert list(section.iter("table")), f"/{page.address}: keine Tabelle neben der Zeichnung"
        (image,) = (each for each in figure.iter() if each.get("role") == "img")
        name = accessible_name(page, image)
        assert name.endswith("."), f"/{page.address}: „{name}“"
        assert name.startswith(text_of(next(section.iter("h2"))))


def test_drawings_are_shares_of_their_width_and_carry_no_style(site: Site) -> None:
    plots = [(page, plot) for page in _figures(site) for plot in _plots(page)]
    assert plots
    for page, plot in plots:
        assert plot.get("width") == "100%"
        assert plot.get("viewBox") is None, f"/{page.address}: eine viewBox verzerrt die Schrift"
        for part in plot.iter():
            assert part.get("style") is None
        for part in _named(plot, "line", "rect", "circle", "text"):
            places = {key: number for key, number in part.items() if key in _ACROSS}
            wrong = {key for key, number in places.items() if not (number.endswith("%") or number == "0")}
            assert not wrong, f"/{page.address}: {dict(part.items())}"
            assert all(0 <= float(number.rstrip("%")) <= 100 for number in places.values())


def test_the_unknown_is_a_hole_and_the_planned_is_hollow(musterstadt: Site) -> None:
    (first, _) = _plots(musterstadt.document(_ADDRESS))
    classes = [set(part.get("class", "").split()) for part in first.iter()]
    assert sum("d-luecke" in names for names in classes) == 1
    assert {"unbekannt", "?"} & {text_of(text) for text in _named(first, "text")}
    assert sum("d-ist" in names for names in classes) == 1
    assert sum("d-plan" in names for names in classes) == 1
    assert sum("d-sonst" in names for names in classes) == 1
    assert sum("pfeil" in names for names in classes) == 1


def test_what_was_counted_at_once_stands_side_by_side(musterstadt: Site) -> None:
    page = musterstadt.document("kennzahlen/vergleich/")
    bars = [figure for figure in page.elements("figure") if not _drawn(figure)]
    assert len(bars) == 3
    assert [text_of(part) for part in bars[0].iter("strong")] == ["60 Punkte", "rund 9 Punkte"]
    assert [text_of(part) for part in bars[1].iter("strong")] == ["Platz 11", "Platz 52"]
    assert len(_named(bars[1], "circle")) == 2
    assert [text_of(part) for part in bars[2].iter("strong")] == ["-5 Punkte", "mindestens 20 Punkte", "unbekannt"]


def test_ranks_say_that_the_first_is_on_top(musterstadt: Site) -> None:
    page = musterstadt.document("kennzahlen/vergleich/")
    assert "Platz 1 steht oben." in page.text.replace("\u00a0", " ")
    (plot,) = _plots(page)
    ticks = [text_of(text) for text in _named(plot, "text") if text.get("x") == "0"]
    assert ticks[0] == "1"
    assert [line for line in _named(plot, "line") if line.get("class") == "weg-ist"]


def test_a_single_value_is_large_and_has_no_drawing(musterstadt: Site) -> None:
    page = musterstadt.document(_ADDRESS)
    sections = {
        text_of(next(section.iter("h2"))): section for section in page.elements("section") if list(section.iter("h2"))
    }
    alone = sections["Am zweiten Tor gezählt"]
    assert not list(alone.iter("figure"))
    assert not list(alone.iter("table"))
    assert "12 Menschen" in text_of(alone)
    assert "Mai 2026" in text_of(alone)


def test_a_drawing_says_what_it_leaves_out(musterstadt: Site) -> None:
    text = musterstadt.document(_ADDRESS).text.replace("\u00a0", " ")
    assert "1 Wert ohne bekannten Stichtag steht nur in der Tabelle." in text
    assert "Eigene Reihe: Die Kamera zählt auch Hunde." in text
    assert "Gezählt: von Hand" in text
