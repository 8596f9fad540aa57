"""Lists and the timeline on many pages: complete, small, and connected without JavaScript."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from portal.load import load
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.urls import list_url, url_of

from build.entries import entries_of_files, entries_of_pages
from build.html import Document, text_of
from build.html_rules import RULES
from build.links import broken
from build.sites import Site

#: Entries that a page holds at most, and what they may weigh.
_FULL, _LIMIT = 100, 200_000
_TIMELINES = ("zeitleiste/", "zeitleiste/aelteste-zuerst/")


def test_the_crowded_town_is_worth_testing(crowded: Site) -> None:
    assert len(_pages(crowded, "beschluesse/")) >= 3
    assert len(_pages(crowded, "zeitleiste/")) >= 3


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_the_pages_of_a_list_hold_every_record_once(name: str, crowded: Site) -> None:
    found = Counter(link for page in _pages(crowded, list_url(name)) for link in _entries(page))
    wanted = {url_of(Key(raw.type, raw.id)) for raw in load(crowded.data).records if raw.type == name}
    assert wanted <= set(found), f"Es fehlen: {sorted(wanted - set(found))[:10]}"
    assert set(found.values()) <= {1}, f"Mehrmals: {[link for link in found if found[link] > 1][:10]}"


def test_both_timelines_hold_the_same_entries(crowded: Site) -> None:
    newest, oldest = ([link for page in _pages(crowded, base) for link in _entries(page)] for base in _TIMELINES)
    assert len(newest) > 2 * _FULL
    assert Counter(newest) == Counter(oldest)
    assert newest[0] == oldest[-1]


def test_no_page_of_a_list_is_overfull(crowded: Site) -> None:
    assert max(len(_entries(page)) for page in _all(crowded)) == _FULL


def test_no_page_weighs_more_than_200_kilobytes(crowded: Site) -> None:
    sizes = {path: file.stat().st_size for path, file in crowded.files.items() if path.endswith(".html")}
    assert sizes
    assert not {path: size for path, size in sizes.items() if size > _LIMIT}


def test_every_page_leads_to_the_one_before_and_the_one_after(crowded: Site) -> None:
    for base in ("beschluesse/", *_TIMELINES):
        pages = _pages(crowded, base)
        addresses = [page.address for page in pages]
        for name in ("a", "link"):
            assert [_target(page, name, "next") for page in pages] == [*addresses[1:], None]
            assert [_target(page, name, "prev") for page in pages] == [None, *addresses[:-1]]


def test_a_group_that_goes_on_says_so(crowded: Site) -> None:
    """Every page but the first begins in the middle of a year, or at the beginning of one."""
    for before, page in zip(_pages(crowded, "beschluesse/"), _pages(crowded, "beschluesse/")[1:], strict=False):
        last, first = _headings(before)[-1], _headings(page)[0]
        goes_on = last.split()[0] == first.split()[0]
        assert first.endswith("Fortsetzung") == goes_on, f"Nach „{last}“ kommt „{first}“"


def test_jumps_lead_to_every_group_and_know_how_much_is_in_it(crowded: Site) -> None:
    pages = _pages(crowded, "beschluesse/")
    amounts: Counter[str] = Counter()
    for page in pages:
        for section in page.elements("section"):
            amounts[section.get("data-gruppe", "")] += sum(1 for _ in section.iter("li"))
    (jumps,) = (nav for nav in pages[1].elements("nav") if nav.get("aria-label") == "Jahre")
    words = [text_of(link) for link in jumps.iter("a")]
    assert words == [
        f"{year} ({amount} {'Eintrag' if amount == 1 else 'Einträge'})" for year, amount in amounts.items()
    ]


def test_choices_of_the_filter_count_what_the_pages_hold(crowded: Site) -> None:
    pages = _pages(crowded, "beschluesse/")
    form = pages[-1].ids["auswahl"]
    assert form.get("hidden") is not None, "Ohne JavaScript darf der Filter nicht zu sehen sein"
    numbers_of = {name: number for number, name in enumerate(form.get("data-teile", "").split(), start=1)}
    items = [(numbers_of[f"jahr-{item.get('data-jahr')}"], item) for page in pages for item in _items(page)]
    options = [(select.get("name", ""), option) for select in form.iter("select") for option in select.iter("option")]
    counted = 0
    for name, option in options:
        if not (value := option.get("value")) or name == "ordnung":
            continue
        numbers = [number for number, item in items if value in item.get(f"data-{name}", "").split()]
        assert text_of(option).endswith(f"({len(numbers)})"), f"{name}={value}: {text_of(option)}"
        parts = _spelt_out(option.get("data-in", "")) or [*numbers_of.values()]
        assert parts == sorted(set(numbers)), f"{name}={value}"
        counted += 1
    assert counted > 20


def test_files_for_narrowing_hold_the_entries_of_the_pages_as_they_are(crowded: Site) -> None:
    for base in ("beschluesse/", "sitzungen/", "zeitleiste/"):
        assert entries_of_files(crowded, base) == entries_of_pages(crowded, base), base


def test_both_timelines_have_the_same_files_and_each_its_own_order(crowded: Site) -> None:
    newest, oldest = (_pages(crowded, base)[0].ids["auswahl"] for base in _TIMELINES)
    assert (newest.get("data-ordner"), oldest.get("data-ordner")) == ("teile/", "../teile/")
    assert str(newest.get("data-teile")).split()[::-1] == str(oldest.get("data-teile")).split()
    assert (newest.get("data-andersherum"), oldest.get("data-andersherum")) == (None, "")
    assert entries_of_files(crowded, _TIMELINES[1]) == entries_of_pages(crowded, _TIMELINES[1])
    assert not [path for path in crowded.files if path.startswith(f"{_TIMELINES[1]}teile/")]


def test_a_list_on_one_page_needs_no_files(crowded: Site) -> None:
    (page,) = _pages(crowded, "gremien/")
    assert page.ids["auswahl"].get("data-ordner") is None
    assert not [path for path in crowded.files if path.startswith("gremien/teile/")]


def test_search_engines_are_told_of_one_direction_only(crowded: Site) -> None:
    sitemap = crowded.files["sitemap.xml"].read_text(encoding="utf-8")
    assert f"<loc>{crowded.url}zeitleiste/seite/2/</loc>" in sitemap
    assert f"<loc>{crowded.url}beschluesse/seite/2/</loc>" in sitemap
    assert "aelteste-zuerst" not in sitemap
    newest, oldest = (_pages(crowded, base) for base in _TIMELINES)
    assert all(page.is_indexed for page in newest)
    assert not any(page.is_indexed for page in oldest)


def test_lists_on_many_pages_are_valid_and_lead_nowhere_wrong(crowded: Site) -> None:
    found = [f"/{page.address}: {problem}" for page in _all(crowded) for rule in RULES for problem in rule(page)]
    titles = Counter(page.title for page in _all(crowded))
    found += [f"„{title}“ heißen mehrere Seiten" for title, amount in titles.items() if amount > 1]
    found += list(broken(crowded))
    assert not found, "\n".join(found[:30])


def test_what_is_known_to_the_year_only_stands_apart_and_says_so(musterstadt: Site) -> None:
    page = musterstadt.document("zeitleiste/")
    parts = [text_of(heading) for heading in page.elements("h3")]
    assert [part for part in parts if part.endswith(", genauer Tag unbekannt")], parts
    assert "irgendwann 20" in page.text
    assert "irgendwann im 2. Quartal 2023" in page.text
    for words in ("geplant", "Vollzug unbekannt", "abgesagt", "erfolgt", "erschlossen"):
        assert words in page.text, f"„{words}“ steht nicht auf der Zeitleiste"


def test_every_list_says_by_what_it_is_sorted(site: Site) -> None:
    for name, record_type in RECORD_TYPES.items():
        assert f"Sortiert {record_type.order}" in site.document(list_url(name)).text


def _pages(site: Site, base: str) -> list[Document]:
    """The pages of one list, in order."""
    by_address = {page.address: page for page in site.documents}
    found = [by_address[base]]
    while more := by_address.get(f"{base}seite/{len(found) + 1}/"):
        found.append(more)
    return found


def _all(site: Site) -> list[Document]:
    return [page for base in [*map(list_url, RECORD_TYPES), *_TIMELINES] for page in _pages(site, base)]


def _items(page: Document) -> list[Element]:
    """The entries of a page."""
    lists = (
        element for element in page.elements("ul", "ol") if {"liste", "strahl"} & set(element.get("class", "").split())
    )
    return [item for found in lists for item in found]


def _entries(page: Document) -> list[str]:
    """Where the entries of a page lead, below the site's root, each by its first link."""
    links = [next(item.iter("a")).get("href", "") for item in _items(page)]
    return [urljoin(f"/{page.address}", link)[1:] for link in links]


def _headings(page: Document) -> list[str]:
    return [text_of(heading) for heading in page.elements("h2")]


def _target(page: Document, name: str, relation: str) -> str | None:
    found = [element.get("href", "") for element in page.elements(name) if element.get("rel") == relation]
    return urljoin(f"/{page.address}", found[0])[1:] if found else None


def _spelt_out(runs: str) -> list[int]:
    """`1-3 7` is 1, 2, 3 and 7."""
    spans = [[int(number) for number in run.split("-")] for run in runs.split()]
    return [number for span in spans for number in range(span[0], span[-1] + 1)]
