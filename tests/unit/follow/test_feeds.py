"""The feeds of the invented town, read by a reader that others wrote and by the rules of RFC 4287."""

from __future__ import annotations

import datetime as dt

import feedparser
import pytest
import town
from atom_rules import breaches
from data_folder import TODAY, DataFolder
from made import made
from portal.follow import feeds
from portal.follow.following import Following
from portal.records import RECORD_TYPES
from town import SITE_URL

_PROJECT = "titel: {title}\nquellen: amtsblatt\nverlauf: [{{datum: {date}, stand: in Arbeit}}]\n"


def _feeds(data: DataFolder, today: dt.date = TODAY) -> dict[str, bytes]:
    found = Following(data.register(today), SITE_URL).files()
    return {path: content for path, content in made(found).items() if path.endswith(".atom")}


def _titles(content: bytes) -> list[str]:
    read = feedparser.parse(content)
    assert not read.bozo, read.get("bozo_exception")
    return [entry.title for entry in read.entries]


def test_every_record_every_type_and_everything_has_a_feed() -> None:
    register = town.register()
    expected = {f"feeds/{key}.atom" for key in register.entries} | {f"feeds/{name}.atom" for name in RECORD_TYPES}
    expected |= {f"feeds/{old}.atom" for old in register.redirects} | {"feeds/alle.atom", "feeds/aenderungen.atom"}
    assert {path for path in town.files() if path.endswith(".atom")} == expected


def test_every_feed_of_the_town_keeps_the_rules_of_rfc_4287() -> None:
    former = {f"feeds/{old}.atom" for old in town.register().redirects}
    found = [
        f"{path}: {problem}"
        for path, content in town.files().items()
        if path.endswith(".atom") and path not in former
        for problem in breaches(content, SITE_URL + path, TODAY)
    ]
    assert not found, "\n".join(found[:30])


def test_a_feed_reader_reads_every_feed_of_the_town() -> None:
    for path, content in town.files().items():
        if path.endswith(".atom"):
            read = feedparser.parse(content)
            assert not read.bozo, f"{path}: {read.get('bozo_exception')}"
            assert read.version == "atom10"
            assert read.feed.title, path
            assert all(entry.updated_parsed and entry.link.startswith(SITE_URL) for entry in read.entries), path


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ((b"<updated>2", b"<updated>3"), "Zukunft"),
        ((b"</summary>", b"</summary><id>tag:x,2026:y</id>"), "<id> kommt 2-mal vor"),
        ((b'rel="self"', b'rel="via"'), "rel=self"),
        ((b"<name>Muster", b"<uri>Muster"), "mismatched"),
        ((b"T00:00:00Z", b""), "RFC 3339"),
        ((b"<entry><id>tag:portal.example,2026:roadmap/b", b"<entry><id>tag:portal.example,2026:roadmap/a"), "2-mal"),
    ],
)
def test_the_rules_notice(wrong: tuple[bytes, bytes], sentence: str, data: DataFolder) -> None:
    content = _feeds(
        data.write({f"roadmap/{name}.yml": _PROJECT.format(title=name, date="2024-01-01") for name in "ab"})
    )["feeds/alle.atom"]
    try:
        found = list(breaches(content.replace(*wrong), SITE_URL + "feeds/alle.atom", TODAY))
    except SyntaxError as error:
        found = [str(error)]
    assert any(sentence in problem for problem in found), found


def test_a_bodys_and_a_topics_feed_gather_the_news_of_what_belongs_to_them(data: DataFolder) -> None:
    found = _feeds(
        data.write(
            {
                "themen.yml": "geld: {titel: Geld}\nluft: {titel: Luft}\n",
                "roadmap/a.yml": _PROJECT.format(title="A", date="2024-01-01") + "themen: geld\nfederfuehrung: rat\n",
                "roadmap/b.yml": _PROJECT.format(title="B", date="2024-02-01") + "themen: luft\n",
            }
        )
    )
    titles = {path: _titles(content) for path, content in found.items()}
    assert titles["feeds/themen/geld.atom"] == titles["feeds/gremien/rat.atom"] == ["A: in Arbeit"]
    assert titles["feeds/themen/luft.atom"] == titles["feeds/roadmap/b.atom"] == ["B: in Arbeit"]
    assert titles["feeds/themen.atom"] == titles["feeds/alle.atom"] == ["B: in Arbeit", "A: in Arbeit"]
    assert titles["feeds/gremien/ausschuss.atom"] == []


def test_what_happened_in_a_meeting_stands_in_the_meetings_feed(data: DataFolder) -> None:
    paper = "titel: P\nart: Bericht\nquellen: amtsblatt\nberatungsfolge: [{gremium: rat, termin: 2024-01-01, ergebnis: vertagt}]\n"
    found = _feeds(data.write({"beschluesse/p.yml": paper}))
    assert _titles(found["feeds/sitzungen/rat-2024-01-01.atom"]) == ["P: vertagt (Stadtrat)"]


def test_one_changed_record_changes_only_the_feeds_it_belongs_to(data: DataFolder) -> None:
    topics = "geld: {titel: Geld}\nluft: {titel: Luft}\n"
    other = _PROJECT.format(title="B", date="2024-02-01") + "themen: luft\nfederfuehrung: ausschuss\n"
    project = _PROJECT + "themen: geld\nfederfuehrung: rat\n"
    data.write({"themen.yml": topics, "roadmap/b.yml": other})
    before = made(
        Following(
            data.write({"roadmap/a.yml": project.format(title="A", date="2024-01-01")}).register(), SITE_URL
        ).files()
    )
    changed = project.format(title="A", date="2024-01-01").replace("in Arbeit", "pausiert")
    register = data.write({"roadmap/a.yml": changed}).register(TODAY + dt.timedelta(days=300))
    after = made(Following(register, SITE_URL).files())
    assert before.keys() == after.keys()
    differing = {path for path in before if before[path] != after[path]}
    belonging = ("roadmap/a", "themen/geld", "gremien/rat", "roadmap", "themen", "gremien", "alle")
    assert {path for path in differing if path.startswith("feeds/")} == {f"feeds/{path}.atom" for path in belonging}
    assert {path for path in differing if path.startswith("folgen/")} == {
        f"folgen/{path}.json" for path in ("roadmap/a", "themen/geld", "gremien/rat")
    }


def test_ids_are_the_same_under_another_address_and_after_a_new_id(data: DataFolder) -> None:
    old = data.write({"roadmap/alt.yml": _PROJECT.format(title="Alt", date="2024-01-01")}).register()
    before = made(Following(old, SITE_URL).files())["feeds/roadmap/alt.atom"]
    (data.folder / "roadmap/alt.yml").unlink()
    new = _PROJECT.format(title="Neu", date="2024-01-01") + "fruehere-kennungen: alt\n"
    after = made(Following(data.write({"roadmap/neu.yml": new}).register(), "https://anderswo.example/x/").files())
    ids = [
        [feedparser.parse(text).feed.id, *(e.id for e in feedparser.parse(text).entries)]
        for text in (before, after["feeds/roadmap/neu.atom"])
    ]
    assert ids[0] == ids[1]
    assert after["feeds/roadmap/alt.atom"] == after["feeds/roadmap/neu.atom"], (
        "Wer die alte Adresse liest, bekommt nichts mehr"
    )


def test_a_partial_date_counts_from_its_first_day_and_claims_no_day_of_publication(data: DataFolder) -> None:
    found = _feeds(data.write({"roadmap/a.yml": _PROJECT.format(title="A", date="2024-Q3")}))["feeds/roadmap/a.atom"]
    (entry,) = feedparser.parse(found).entries
    assert entry.updated == "2024-07-01T00:00:00Z"
    assert "published" not in entry
    assert entry.summary.startswith("3. Quartal 2024: ")


def test_a_feed_of_many_is_cut_and_the_archives_hold_the_rest(data: DataFolder) -> None:
    years = range(2019, 2025)
    updates = ", ".join(f"{{datum: {year}-01-{day:02}, stand: geplant}}" for year in years for day in range(1, 29))
    found = _feeds(data.write({"roadmap/a.yml": f"titel: A\nquellen: amtsblatt\nverlauf: [{updates}]\n"}))
    total = len(years) * 28
    assert len(_titles(found["feeds/roadmap/a.atom"])) == feeds.LIMIT
    assert f"neuesten {feeds.LIMIT} von {total}" in found["feeds/roadmap/a.atom"].decode()
    ids, path, ways = set(), "feeds/alle.atom", []
    while path:
        read = feedparser.parse(found[path])
        assert not list(breaches(found[path], SITE_URL + path, TODAY))
        ids |= {entry.id for entry in read.entries}
        ways.append(path)
        following = [link.href for link in read.feed.links if link.rel == "prev-archive"]
        path = following[0].removeprefix(SITE_URL) if following else ""
    assert len(ids) == total, "Feed und Archive zusammen sind nicht alles"
    assert ways == ["feeds/alle.atom", "feeds/alle/2021.atom", "feeds/alle/2020.atom", "feeds/alle/2019.atom"]
    assert "fh_archive" in feedparser.parse(found["feeds/alle/2020.atom"]).feed
