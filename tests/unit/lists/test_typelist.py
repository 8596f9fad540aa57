"""The lists of all types: their order, their groups, what a line says beside the title."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.lists.captions import caption
from portal.lists.typelist import ListPage, list_pages
from portal.records import RECORD_TYPES
from portal.register.entries import Key


def _lists(data: DataFolder, name: str, size: int = 100) -> tuple[ListPage, ...]:
    return list_pages(data.register(), RECORD_TYPES[name], size)


def _groups(pages: tuple[ListPage, ...]) -> list[tuple[str, list[str]]]:
    return [
        (group.heading.words if group.heading else "", [row.entry.record.title for row in group.items])
        for page in pages
        for group in page.sheet.groups
    ]


def _paper(title: str, date: str) -> str:
    return f"titel: {title}\nart: Antrag\ndatum: {date}\nquellen: amtsblatt\n"


def _terms(names: list[str]) -> dict[str, str]:
    text = "".join(f"b{number}:\n  begriff: {name}\n  erklaerung: X.\n" for number, name in enumerate(names))
    return {"glossar.yml": text}


def test_a_dated_list_has_a_group_for_every_year_and_one_for_what_has_no_date(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/a.yml": _paper("Alt", "2021"),
            "beschluesse/b.yml": _paper("Neu", "2023-05-01"),
            "beschluesse/c.yml": _paper("Nie", "unbekannt"),
        }
    )
    assert _groups(_lists(data, "beschluesse")) == [("2023", ["Neu"]), ("2021", ["Alt"]), ("Ohne Datum", ["Nie"])]
    pages = _lists(data, "beschluesse", size=2)
    assert [page.sheet.url for page in pages] == ["beschluesse/", "beschluesse/seite/2/"]
    assert [page.base for page in pages] == ["beschluesse/", "beschluesse/"]


def test_a_short_list_by_name_has_no_groups_a_long_one_has_letters(data: DataFolder) -> None:
    names = [f"Wort {number}" for number in range(28)]
    data.write(_terms([*names, "Ärger", "Aal"]))
    assert [words for words, _ in _groups(_lists(data, "glossar"))] == [""]
    data.write(_terms([*names, "Ärger", "Aal", "„Zitat“", "115", "Azubi"]))
    groups = _groups(_lists(data, "glossar"))
    assert [words for words, _ in groups] == ["Ziffern und Zeichen", "A", "W", "Z"]
    assert groups[1] == ("A", ["Aal", "Ärger", "Azubi"])


def test_an_order_set_by_hand_is_not_torn_into_letters(data: DataFolder) -> None:
    for number in range(31):
        data.write(
            {
                f"seiten/s{number}.md": f"---\ntitel: Seite {number}\nreihenfolge: {31 - number}\nquellen: amtsblatt\n---\nText.\n"
            }
        )
    pages = _lists(data, "seiten")
    assert [words for words, _ in _groups(pages)] == [""]
    assert pages[0].orders[0] == ("", "Wie empfohlen")


def test_an_empty_list_is_a_page_all_the_same(data: DataFolder) -> None:
    (page,) = _lists(data, "kennzahlen")
    assert (page.sheet.total, page.facets) == (0, ())


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_list_says_by_what_it_is_sorted(name: str) -> None:
    record_type = RECORD_TYPES[name]
    assert record_type.order
    assert record_type.by_date == ("das Neueste zuerst" in record_type.order)


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("beschluesse/x.yml", _paper("X", "2021") + "nummer: A 1\n", ("A 1", "Beratung unbekannt")),
        (
            "beschluesse/x.yml",
            "titel: X\nart: Antrag\nquellen: amtsblatt\nberatungsfolge: {gremium: rat, termin: 2022-06-14}\n",
            ("Stadtrat",),
        ),
        (
            "beschluesse/x.yml",
            "titel: X\nart: Antrag\nquellen: amtsblatt\nberatungsfolge: {gremium: unbekannt, termin: 2022-06-14}\n",
            ("Gremium unbekannt",),
        ),
        (
            "fragen/x.yml",
            "titel: X\ngestellt: {am: 2022}\nquellen: amtsblatt\nfragen: [{frage: A?, stand: offen}, {frage: B?, stand: offen}]\n",
            ("2\u00a0Fragen",),
        ),
        (
            "personen/x.yml",
            "name: X\nquellen: amtsblatt\nrollen: [{funktion: Rätin, gremium: rat}, {funktion: Rätin}, {funktion: Amtsleitung}]\n",
            ("Rätin und Amtsleitung",),
        ),
        ("quellen/x.yml", "titel: X\nart: Presse\nherausgeber: Blatt\n", ("Presse", "Blatt")),
    ],
)
def test_a_line_says_what_tells_the_entry_apart(path: str, text: str, words: tuple[str, ...], data: DataFolder) -> None:
    register = data.write({path: text}).register()
    assert caption(register.entries[Key(path.partition("/")[0], "x")], register).words == words


def test_a_date_in_the_list_says_when_it_is_inferred(data: DataFolder) -> None:
    text = "titel: X\nart: Antrag\nquellen: amtsblatt\nberatungsfolge:\n"
    station = "  - {{gremium: rat, termin: {0}, erschlossen: {1}}}\n"
    data.write({"beschluesse/x.yml": text + station.format("2021", "ja") + station.format("2022", "nein")})
    data.write({"beschluesse/y.yml": text + station.format("2021", "nein") + station.format("2022", "ja")})
    register = data.register()
    found = {name: caption(register.entries[Key("beschluesse", name)], register).inferred for name in "xy"}
    assert found == {"x": False, "y": True}


def test_pages_of_a_list_are_others_where_their_entries_or_the_whole_list_are(data: DataFolder) -> None:
    """So that a build can take over those that are not."""

    def digests(**titles: str) -> list[bytes]:
        days = {"a": 4, "b": 3, "c": 2, "d": 1}
        data.write({f"beschluesse/{name}.yml": _paper(text, f"2023-05-0{days[name]}") for name, text in titles.items()})
        return [page.digest() for page in _lists(data, "beschluesse", size=2)]

    before = digests(a="A", b="B", c="C")
    assert digests(a="A", b="B", c="C") == before
    first, second = digests(c="Anders")
    assert (first == before[0], second == before[1]) == (True, False)
    assert not set(digests(d="D")) & {*before, first, second}, "Wie viele Einträge es gibt, steht auf jeder Seite"
