"""The timeline: every date where it belongs and no more exact than it is known, in both directions."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.dates import PartialDate
from portal.lists.chronicle import TimelinePage, density, excerpts, place, somewhen, timeline_pages
from portal.lists.paging import Jump
from portal.register.entries import Key
from portal.register.link import Register

_DATES = ["2022", "2022-06-01", "2022-06", "2022-06-30", "2022-Q3", "2022-07-04", "2021-12-31", "2022-06-02/2022-06-05"]


def _events(dates: list[str]) -> dict[str, str]:
    return {
        f"ereignisse/e{number}.yml": f"titel: '{date}'\ndatum: {date}\nstand: erfolgt\nquellen: amtsblatt\n"
        for number, date in enumerate(dates)
    }


@pytest.fixture
def register(data: DataFolder) -> Register:
    return data.write(_events(_DATES)).register()


def _titles(pages: tuple[TimelinePage, ...]) -> list[str]:
    return [dated.moment.text for page in pages for dated in page.sheet.items]


def _headings(pages: tuple[TimelinePage, ...]) -> list[list[str]]:
    return [
        [part.heading.words if part.heading else "" for part in group.groups]
        for page in pages
        for group in page.sheet.groups
    ]


def test_the_newest_stand_first_and_inexact_dates_after_those_they_could_be(register: Register) -> None:
    assert _titles(timeline_pages(register)) == [
        "2022-07-04",
        "2022-06-30",
        "2022-06-02/2022-06-05",
        "2022-06-01",
        "2022-06",
        "2022-Q3",
        "2022",
        "2021-12-31",
    ]


def test_the_oldest_stand_first_in_the_other_direction_and_inexact_dates_still_last(register: Register) -> None:
    assert _titles(timeline_pages(register, oldest_first=True)) == [
        "2021-12-31",
        "2022-06-01",
        "2022-06-02/2022-06-05",
        "2022-06-30",
        "2022-06",
        "2022-07-04",
        "2022",
        "2022-Q3",
    ]


def test_what_is_known_to_the_year_only_stands_under_its_own_heading(register: Register) -> None:
    assert _headings(timeline_pages(register)) == [["", "2022, genauer Tag unbekannt"], [""]]


def test_long_years_have_months(data: DataFolder) -> None:
    days = [f"2022-06-{day:02}" for day in range(1, 13)]
    register = data.write(_events([*days, "2022-03", "2022", "2021-05-01"])).register()
    pages = timeline_pages(register, size=10)
    assert _headings(pages) == [
        ["Juni 2022"],
        ["Juni 2022", "März 2022", "2022, genauer Tag unbekannt"],
        [""],
    ]
    (year, _) = pages[1].sheet.groups
    assert [part.continued for part in year.groups] == [True, False, False]
    assert year.continued


def test_both_directions_have_pages_of_their_own(register: Register) -> None:
    assert [page.sheet.url for page in timeline_pages(register, size=5)] == ["zeitleiste/", "zeitleiste/seite/2/"]
    assert [page.sheet.url for page in timeline_pages(register, oldest_first=True, size=5)] == [
        "zeitleiste/aelteste-zuerst/",
        "zeitleiste/aelteste-zuerst/seite/2/",
    ]


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("2022-06-14", (2022, 6, 14), ""),
        ("2021-06", (2021, 6, None), "irgendwann im "),
        ("2022-Q3", (2022, None, None), "irgendwann im "),
        ("2021", (2021, None, None), "irgendwann "),
        ("2022-06-03/2022-06-05", (2022, 6, 3), ""),
        ("2022-06/2023-12", (2022, 6, None), ""),
        ("2022/2023", (2022, None, None), ""),
        ("2024/..", (2024, None, None), ""),
    ],
)
def test_a_date_stands_no_more_exactly_than_it_is_known(text: str, where: tuple[object, ...], words: str) -> None:
    date = PartialDate.parse(text)
    assert (place(date), somewhen(date)) == (where, words)


def _jumps(**amounts: int) -> list[Jump]:
    return [Jump(words=year[1:], amount=amount, url=f"zeitleiste/#jahr-{year[1:]}") for year, amount in amounts.items()]


def test_the_strip_runs_from_the_oldest_year_and_shows_years_without_entries() -> None:
    strip = density(_jumps(_2024=3, _2022=1))
    assert [(bar.words, bar.amount, bar.strokes, bool(bar.url)) for bar in strip.bars] == [
        ("2022", 1, 1, True),
        ("2023", 0, 0, False),
        ("2024", 3, 3, True),
    ]
    assert strip.step == 1


def test_the_strip_stays_low_when_a_year_is_full_and_shows_every_year_that_has_anything() -> None:
    strip = density(_jumps(_2024=1300, _2023=1))
    assert strip.step == 109
    assert [bar.strokes for bar in strip.bars] == [1, 12]


def test_a_strip_over_centuries_leaves_out_the_empty_years() -> None:
    assert [bar.words for bar in density(_jumps(_2024=1, _1865=1)).bars] == ["1865", "2024"]
    assert density([]).bars == ()


def test_bodies_and_topics_show_their_newest_moments_and_the_way_to_all(data: DataFolder) -> None:
    stations = "".join(
        f"  - {{gremium: rat, termin: 2022-{month:02}-01, ergebnis: vertagt}}\n" for month in range(1, 13)
    )
    data.write(
        {
            "themen.yml": "gruen:\n  titel: Grünes\n",
            "beschluesse/a.yml": f"titel: A\nart: Antrag\nthemen: gruen\ndatum: 2021\nquellen: amtsblatt\nberatungsfolge:\n{stations}",
        }
    )
    found = excerpts(data.register())
    body, topic = found[Key("gremien", "rat")], found[Key("themen", "gruen")]
    assert (len(body), body.total, body.url) == (10, 12, "zeitleiste/?gremium=rat")
    assert [str(moment.date) for moment in body][:2] == ["2022-12-01", "2022-11-01"]
    assert (topic.total, topic.url) == (13, "zeitleiste/?thema=gruen")
    assert Key("gremien", "ausschuss") not in found
