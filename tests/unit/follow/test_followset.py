"""What a browser is told of the records it follows."""

from __future__ import annotations

import json
from typing import Any

import town
from data_folder import DataFolder
from made import made
from portal.follow import followset
from portal.follow.following import Following
from town import SITE_URL

_PROJECT = (
    "titel: {title}\nkurzfassung: {summary}\nquellen: amtsblatt\nverlauf: [{{datum: 2024-01-01, stand: {state}}}]\n"
)


def _told(data: DataFolder, **fields: str) -> dict[str, Any]:
    values = {"title": "Weg", "summary": "Kurz.", "state": "in Arbeit"} | fields
    register = data.write({"roadmap/weg.yml": _PROJECT.format(**values)}).register()
    found: dict[str, Any] = json.loads(made(Following(register, SITE_URL).files())["folgen/roadmap/weg.json"])
    return found


def test_everything_that_can_be_followed_has_a_file_under_all_its_ids() -> None:
    register = town.register()
    expected = {f"folgen/{key}.json" for key in register.entries if key.type in followset.TYPES}
    expected |= {f"folgen/{old}.json" for old in register.redirects if old.type in followset.TYPES}
    assert {path for path in town.files() if path.startswith("folgen/")} == expected
    renamed = json.loads(town.files()["folgen/roadmap/gelber-faden.json"])
    assert renamed["id"] == "roadmap/roter-faden"


def test_a_file_names_what_the_browser_needs(data: DataFolder) -> None:
    found = _told(data)
    assert (found["titel"], found["url"], found["feed"], found["kalender"], found["alle"]) == (
        "Weg",
        "roadmap/weg/",
        "feeds/roadmap/weg.atom",
        "kalender/roadmap/weg.ics",
        1,
    )
    (news,) = found["neues"]
    assert (news["id"], news["feld"], news["wann"], news["url"]) == (
        "roadmap/weg/verlauf/2024-01-01",
        "Verlauf",
        "1. Januar 2024",
        "roadmap/weg/#verlauf-1",
    )


def test_each_change_shows_in_the_digest_of_its_field_and_no_other(data: DataFolder) -> None:
    before = _told(data)
    for fields, name in (
        ({"title": "Pfad"}, "Titel"),
        ({"summary": "Lang."}, "Kurzfassung"),
        ({"state": "pausiert"}, "Verlauf"),
    ):
        after = _told(data, **fields)
        assert {key for key in after["felder"] if after["felder"][key] != before["felder"][key]} == {name}


def test_news_change_their_digest_with_what_they_say(data: DataFolder) -> None:
    before, after, renamed = (
        _told(data, **fields)["neues"][0] for fields in ({}, {"state": "pausiert"}, {"title": "Pfad"})
    )
    assert before["id"] == after["id"] == renamed["id"]
    assert before["h"] != after["h"]
    assert before["h"] == renamed["h"]
