"""How old what the portal knows is, measured at the day the data stands at."""

from __future__ import annotations

import datetime as dt

import pytest
from data_folder import TODAY, DataFolder
from portal.parts.page import Page
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.views.freshness import LIMIT, Changes, freshness
from portal.views.pages import OVERVIEWS, pages

_SOURCE = "quellen: amtsblatt\n"


def _event(date: str, state: str = "erfolgt") -> str:
    return f"titel: Fest\ndatum: {date}\nstand: {state}\n{_SOURCE}"


@pytest.mark.parametrize(("days", "is_stale"), [(0, False), (LIMIT, False), (LIMIT + 1, True)])
def test_knowledge_is_old_after_ninety_days(days: int, is_stale: bool, data: DataFolder) -> None:
    date = TODAY - dt.timedelta(days=days)
    found = freshness(data.write({"ereignisse/fest.yml": _event(date.isoformat())}).register())
    assert (found.age, found.is_stale, found.is_exact) == (days, is_stale, True)


def test_the_age_grows_with_the_data_and_not_with_the_clock(data: DataFolder) -> None:
    data.write({"ereignisse/fest.yml": _event("2026-11-01")})
    assert freshness(data.register(dt.date(2026, 11, 21))).age == 20
    assert freshness(data.register(dt.date(2027, 11, 21))).age == 385


@pytest.mark.parametrize(
    ("date", "state"), [("2027-01-01", "geplant"), ("2026-11-01", "abgesagt"), ("2026-11-01", "geplant")]
)
def test_what_did_not_happen_is_no_news(date: str, state: str, data: DataFolder) -> None:
    data.write({"ereignisse/alt.yml": _event("2020-01-01"), "ereignisse/fest.yml": _event(date, state)})
    found = freshness(data.register())
    assert str(found.news) == "2020-01-01"
    assert found.is_stale


def test_a_month_is_as_old_as_its_last_day_at_least(data: DataFolder) -> None:
    found = freshness(data.write({"ereignisse/fest.yml": _event("2026-06")}).register())
    assert (str(found.news), found.age, found.is_exact) == ("2026-06", 144, False)


def test_that_somebody_looked_is_said_beside_the_news(data: DataFolder) -> None:
    data.write(
        {
            "ereignisse/fest.yml": _event("2020") + "geprueft: 2026-10-01\n",
            "quellen/seite.yml": "titel: Seite\nart: Webseite\nherausgeber: Stadt\nabgerufen: 2026-11-02\n",
        }
    )
    found = freshness(data.register())
    assert str(found.checked) == "2026-11-02"
    assert found.is_stale, "Nachsehen macht aus alten Nachrichten keine neuen"


def test_a_portal_in_which_nothing_happened_yet_is_not_old(data: DataFolder) -> None:
    found = freshness(data.register())
    assert (found.news, found.checked, found.is_stale) == (None, None, False)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("datum: 2024-05-14", "2024-05-14"),
        ("datum: 2024-05-14\ngeprueft: 2025-01-02", "2025-01-02"),
        ("datum: 2024-05-14\nkorrekturen: {datum: 2026-03, text: Anders}", "2026-03"),
        ("datum: 2027-01-01", ""),
        ("datum: 2024-Q2", ""),
        ("datum: 2024/2025\ngeprueft: 2024", "2024"),
    ],
)
def test_a_page_changed_on_the_newest_of_its_own_dates(fields: str, expected: str, data: DataFolder) -> None:
    register = data.write({"ereignisse/fest.yml": f"titel: Fest\nstand: unbekannt\n{fields}\n{_SOURCE}"}).register()
    page = next(page for page in pages(register) if page.key == Key("ereignisse", "fest"))
    assert Changes(register).of(page.url, page) == expected


def test_updates_and_looking_things_up_count_as_changes(data: DataFolder) -> None:
    register = data.write(
        {
            "roadmap/weg.yml": f"titel: Weg\nverlauf: [{{datum: 2025-02-03, stand: unbekannt}}]\n{_SOURCE}",
            "quellen/seite.yml": "titel: Seite\nart: Webseite\nherausgeber: Stadt\ndatum: 2020\nabgerufen: 2026-11-02\n",
        }
    ).register()
    changes, made = Changes(register), {page.url: page for page in pages(register)}
    assert changes.of("roadmap/weg/", made["roadmap/weg/"]) == "2025-02-03"
    assert changes.of("quellen/seite/", made["quellen/seite/"]) == "2026-11-02"


def test_a_list_changed_with_its_newest_entry_and_pages_across_all_with_the_newest_of_all(data: DataFolder) -> None:
    register = data.write(
        {"ereignisse/a.yml": _event("2024-01-01"), "ereignisse/b.yml": _event("2025-01-01"),
         "roadmap/weg.yml": f"titel: Weg\ngeprueft: 2026-01-01\n{_SOURCE}"}
    ).register()  # fmt: skip
    changes = Changes(register)
    listing = Page(url="ereignisse/", template="x", title="x", record_type=RECORD_TYPES["ereignisse"])
    assert changes.of("ereignisse/", listing) == "2025-01-01"
    assert changes.of(OVERVIEWS[0].url, OVERVIEWS[0]) == "2026-01-01"
    assert changes.of("", None) == "2026-01-01"
    assert changes.of("impressum/", None) == "", "Eine Seite von Hand hat keinen Eintrag, der ihr Alter nennt"


def test_where_nothing_is_known_to_the_day_the_start_page_is_as_old_as_the_data(data: DataFolder) -> None:
    (data.folder / "quellen/amtsblatt.yml").write_text(
        "titel: Blatt\nart: Presse\nherausgeber: V\ndatum: 2026-10\n", encoding="utf-8"
    )
    assert Changes(data.register()).of("", None) == "2026-11-21"
