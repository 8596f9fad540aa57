"""What every page must obey, beyond parsing without errors. Each rule yields one sentence per violation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from build.html import Document, accessible_name, children, name_of, text_of
from build.html_words import (
    ARIA,
    ATTRIBUTES,
    ELEMENTS,
    EVERYWHERE,
    INTERACTIVE,
    NOT_PHRASING,
    PHRASING_ONLY,
    ROLES,
    SECTIONING,
)

Rule = Callable[[Document], Iterator[str]]
RULES: list[Rule] = []

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_DATETIME = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?|\d{2}:\d{2}|P[\dYMDTHS]+")


def rule(function: Rule) -> Rule:
    RULES.append(function)
    return function


# --- The document ------------------------------------------------------------------------------


@rule
def it_parses_without_errors(page: Document) -> Iterator[str]:
    yield from page.errors


@rule
def it_says_its_language_and_has_a_title(page: Document) -> Iterator[str]:
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", page.root.get("lang", "")):
        yield f"<html lang=„{page.root.get('lang', '')}“> nennt keine Sprache"
    titles = list(page.elements("title"))
    if len([t for t in titles if not any(name_of(a) == "svg" for a in page.ancestors(t))]) != 1 or not page.title:
        yield "die Seite braucht genau einen <title> mit Text"


@rule
def it_has_one_main_part_and_one_main_heading(page: Document) -> Iterator[str]:
    for name in ("main", "h1"):
        if (count := len(list(page.elements(name)))) != 1:
            yield f"{count} <{name}> statt eines"


@rule
def headings_skip_no_level_and_none_is_empty(page: Document) -> Iterator[str]:
    headings = list(page.elements(*_HEADINGS))
    yield from (f"{page.where(heading)} ist leer" for heading in headings if not text_of(heading))
    for before, heading in pairwise(headings):
        if int(name_of(heading)[1]) > int(name_of(before)[1]) + 1:
            yield f"{page.where(heading)} folgt auf {page.where(before)} und überspringt eine Ebene"


# --- Names and references ----------------------------------------------------------------------


@rule
def ids_are_unique_and_have_no_spaces(page: Document) -> Iterator[str]:
    counts = Counter(element.get("id") for element in page.elements() if element.get("id") is not None)
    for key, count in counts.items():
        if count > 1:
            yield f"die id „{key}“ steht {count}-mal da"
        if not key or re.search(r"\s", key):
            yield f"die id „{key}“ ist leer oder enthält Leerzeichen"


@rule
def references_inside_the_page_lead_somewhere(page: Document) -> Iterator[str]:
    names = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "for", "form", "list")
    for element in page.elements():
        for name in names:
            for key in element.get(name, "").split():
                if key not in page.ids:
                    yield f"{name}=„{key}“ an {page.where(element)} führt ins Leere"
        if name_of(element) == "a" and (href := element.get("href", "")).startswith("#") and href[1:] not in page.ids:
            yield f"{page.where(element)} führt ins Leere"


@rule
def fields_have_labels(page: Document) -> Iterator[str]:
    labelled = {label.get("for") for label in page.elements("label")}
    for field in page.elements("input", "select", "textarea"):
        if field.get("type") in {"hidden", "submit", "button"}:
            continue
        inside = any(name_of(ancestor) == "label" for ancestor in page.ancestors(field))
        if not (inside or field.get("id") in labelled or field.get("aria-label") or field.get("aria-labelledby")):
            yield f"{page.where(field)} hat keine Beschriftung"
    yield from (f"{page.where(label)} ist leer" for label in page.elements("label") if not text_of(label))


@rule
def links_and_buttons_have_names(page: Document) -> Iterator[str]:
    for element in page.elements("a", "button", "summary"):
        if (name_of(element) != "a" or "href" in element.keys()) and not accessible_name(page, element):  # noqa: SIM118 - an Element is no dict
            yield f"{page.where(element)} hat keinen Namen"
        if name_of(element) == "a" and element.get("href") == "":
            yield f"{page.where(element)} hat ein leeres Ziel"


@rule
def images_have_texts_or_say_that_they_need_none(page: Document) -> Iterator[str]:
    yield from (
        f"<img src=„{image.get('src')}“> ohne alt" for image in page.elements("img") if image.get("alt") is None
    )
    for drawing in page.elements("svg"):
        if drawing.get("aria-hidden") != "true" and not (
            drawing.get("role") == "img" and accessible_name(page, drawing)
        ):
            yield f"{page.where(drawing)} ist weder versteckt (aria-hidden) noch ein benanntes Bild"


@rule
def landmarks_of_one_kind_have_names_of_their_own(page: Document) -> Iterator[str]:
    named = Counter(
        (_landmark(element), accessible_name(page, element) if _is_labelled(element) else "")
        for element in page.elements()
        if _landmark(element)
    )
    for (kind, label), count in named.items():
        if count > 1:
            yield f"{count} <{kind}> heißen „{label}“"
    yield from (
        f"{page.where(element)} ist ein Bereich ohne Namen"
        for element in page.elements()
        if element.get("role") == "region" and not _is_labelled(element)
    )


# --- What may stand where ----------------------------------------------------------------------


@rule
def lists_hold_items_only(page: Document) -> Iterator[str]:
    for element in page.elements("ul", "ol", "menu"):
        for child in children(element):
            if name_of(child) not in {"li", "script", "template"}:
                yield f"{page.where(child)} steht in einer Liste, ist aber kein <li>"
        if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
            yield f"{page.where(element)} enthält Text außerhalb von <li>"
    for item in page.elements("li"):
        if name_of(next(page.ancestors(item))) not in {"ul", "ol", "menu"}:
            yield f"{page.where(item)} steht in keiner Liste"


@rule
def description_lists_pair_terms_with_descriptions(page: Document) -> Iterator[str]:
    for element in page.elements("dl"):
        inner = children(element)
        grouped = [child for child in inner if name_of(child) == "div"]
        if grouped and len(grouped) != len(inner):
            yield f"{page.where(element)} mischt <div> mit <dt> und <dd>"
        for group in grouped or [element]:
            names = "".join({"dt": "t", "dd": "d"}.get(name_of(child), "x") for child in children(group))
            if not re.fullmatch(r"(t+d+)+" if grouped else r"(t+d+)*", names):
                yield f"{page.where(group)} ist keine Folge von <dt> und <dd>"
    for part in page.elements("dt", "dd"):
        if not any(name_of(ancestor) == "dl" for ancestor in page.ancestors(part)):
            yield f"{page.where(part)} steht in keiner <dl>"


@rule
def tables_have_captions_and_headers_with_a_scope(page: Document) -> Iterator[str]:
    for table in page.elements("table"):
        inner = children(table)
        prose = any("prosa" in ancestor.get("class", "").split() for ancestor in page.ancestors(table))
        if not (inner and name_of(inner[0]) == "caption" and text_of(inner[0])) and not prose:
            yield f"{page.where(table)} hat keine Überschrift <caption> an erster Stelle"
        heads = list(table.iter("th"))
        if not heads:
            yield f"{page.where(table)} hat keine Kopfzellen <th>"
        yield from (f"{page.where(th)} hat kein scope" for th in heads if not th.get("scope") and not prose)
        widths = {sum(int(cell.get("colspan", "1")) for cell in children(row)) for row in table.iter("tr")}
        if len(widths) > 1 and not any(cell.get("rowspan") for cell in table.iter()):
            yield f"{page.where(table)} hat Zeilen mit {sorted(widths)} Spalten"


@rule
def phrasing_holds_no_blocks(page: Document) -> Iterator[str]:
    for element in page.elements(*PHRASING_ONLY):
        for inner in element.iter():
            if inner is not element and isinstance(inner.tag, str) and name_of(inner) in NOT_PHRASING:
                yield f"{page.where(inner)} steht in {page.where(element)}"
    for element in page.elements("th", "dt"):
        for inner in element.iter():
            if isinstance(inner.tag, str) and name_of(inner) in {*_HEADINGS, *SECTIONING}:
                yield f"{page.where(inner)} steht in {page.where(element)}"


@rule
def controls_hold_no_controls(page: Document) -> Iterator[str]:
    for element in page.elements("a", "button", "label", "summary"):
        allowed = {"input", "select", "textarea"} if name_of(element) == "label" else set()
        for inner in element.iter():
            if inner is not element and isinstance(inner.tag, str) and name_of(inner) in INTERACTIVE - allowed:
                yield f"{page.where(inner)} steht in {page.where(element)}"


@rule
def captions_open_or_close_their_figures(page: Document) -> Iterator[str]:
    for figure in page.elements("figure"):
        at = [index for index, child in enumerate(children(figure)) if name_of(child) == "figcaption"]
        if len(at) > 1 or (at and at[0] not in {0, len(children(figure)) - 1}):
            yield f"{page.where(figure)}: <figcaption> steht weder am Anfang noch am Ende"


# --- Words -------------------------------------------------------------------------------------


@rule
def elements_and_attributes_are_those_of_html(page: Document) -> Iterator[str]:
    for element in page.elements():
        name = name_of(element)
        if any(name_of(outer) == "svg" for outer in (element, *page.ancestors(element))):
            continue
        if name not in ELEMENTS:
            yield f"<{name}> gibt es in HTML nicht oder nicht mehr"
            continue
        for key in element.keys():  # noqa: SIM118
            known = key in EVERYWHERE or key in ATTRIBUTES.get(name, ()) or key in ARIA or key.startswith("data-")
            if not known:
                yield f"{page.where(element)}: das Attribut „{key}“ gehört nicht an <{name}>"


@rule
def roles_and_dates_are_known(page: Document) -> Iterator[str]:
    for element in page.elements():
        if (role := element.get("role")) is not None and role not in ROLES:
            yield f"{page.where(element)}: role=„{role}“ gibt es nicht"
        if (date := element.get("datetime")) is not None and not _DATETIME.fullmatch(date):
            yield f"{page.where(element)}: datetime=„{date}“ ist kein Datum"
        if (order := element.get("tabindex")) is not None and order not in {"0", "-1"}:
            yield f"{page.where(element)}: tabindex=„{order}“ stört die Reihenfolge"


@rule
def nothing_runs_or_styles_inline(page: Document) -> Iterator[str]:
    for element in page.elements():
        if name_of(element) == "style":
            yield "<style> im Text"
        if name_of(element) == "script" and not element.get("src") and element.get("type") != "application/ld+json":
            yield f"<script> ohne src: {(element.text or '')[:40]}"
        for key, value in element.items():
            if key == "style" or key.startswith("on") or value.strip().lower().startswith(("javascript:", "vbscript:")):
                yield f"{page.where(element)}: {key}=„{value[:40]}“"


def _landmark(element: Element) -> str:
    """The kind of landmark that an element is: sections count only with a name."""
    name, role = name_of(element), element.get("role", "")
    if role == "region" or (name == "section" and _is_labelled(element)):
        return "region"
    return role or name if name in {"nav", "form", "aside", "search"} else ""


def _is_labelled(element: Element) -> bool:
    return bool(element.get("aria-label") or element.get("aria-labelledby"))
