"""What is found between two built sites."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.comparing.broken import Broken, broken
from portal.comparing.compare import compare
from portal.comparing.differences import LONGEST_LINE, MOST_ITEMS, Differences
from portal.comparing.sites import NotASite, read_site
from unit.comparing.built import built

_RECORDS = {"beschluesse/a/": ("beschluesse", "Alter Beschluss"), "roadmap/b/": ("roadmap", "Projekt")}
_OLD = {
    "": "<h1>Start</h1>",
    "beschluesse/a/": "<h1>Alter Beschluss</h1>",
    "roadmap/b/": "<h1>Projekt</h1><h2>Verlauf</h2>läuft",
    "aenderungen/": "alt",
}
_MOMENT = ("2026-Q1", "Beratung", "Entscheidung", "roadmap", "b")


def _compared(tmp_path: Path, pages: dict[str, str], **changed: object) -> Differences:
    old = built(tmp_path / "alt", _OLD, _RECORDS, [_MOMENT])
    new = built(tmp_path / "neu", pages, **{"records": _RECORDS, "timeline": [_MOMENT], **changed})  # type: ignore[arg-type]
    return compare(read_site(old), read_site(new))


def test_equal_sites_differ_in_nothing(tmp_path: Path) -> None:
    found = _compared(tmp_path, _OLD)
    totals = [
        listing.total
        for changes in (found.records, found.others)
        for listing in (changes.added, changes.changed, changes.removed)
    ]
    assert (totals, found.along.total, found.timeline.total, found.timeline_lost, found.broken.total) == (
        [0] * 6,
        0,
        0,
        0,
        0,
    )


def test_pages_of_records_are_told_apart_from_others(tmp_path: Path) -> None:
    pages = {
        "": "<h1>Start</h1><p>Neu!</p>",
        "roadmap/b/": "<h1>Projekt</h1><h2>Verlauf</h2>fertig",
        "roadmap/c/": "<h1>Noch eins</h1>",
        "ueber/": "<h1>Über</h1>",
        "aenderungen/": "neu",
    }
    records = {"roadmap/b/": _RECORDS["roadmap/b/"], "roadmap/c/": ("roadmap", "Noch eins")}
    found = _compared(tmp_path, pages, records=records, written={"roadmap/b/": "neu"})
    changed = found.records.changed.items
    assert [(page.address, page.kind, page.title, page.sections) for page in changed] == [
        ("roadmap/b/", "Vorhaben", "Projekt", ("Verlauf",))
    ]
    assert [page.title for page in found.records.added.items] == ["Noch eins"]
    assert [page.title for page in found.records.removed.items] == ["Alter Beschluss"]
    assert [page.title for page in found.others.added.items] == ["Über"]
    assert [page.address for page in found.others.changed.items] == [""]


def test_a_record_that_nobody_edited_is_said_to_change_along(tmp_path: Path) -> None:
    found = _compared(tmp_path, _OLD | {"roadmap/b/": "<h1>Projekt</h1><h2>Verlauf</h2>anderswo erwähnt"})
    assert [page.address for page in found.along.items] == ["roadmap/b/"]
    assert found.records.changed.total == 0


def test_new_lines_of_the_timeline_are_told_in_german_words(tmp_path: Path) -> None:
    found = _compared(
        tmp_path, _OLD, timeline=[_MOMENT, _MOMENT, ("2026-03-03", "Beschluss", "Ja", "beschluesse", "a")]
    )
    assert [(m.date, m.kind, m.title, m.text) for m in found.timeline.items] == [
        ("1. Quartal 2026", "Beratung", "Projekt", "Entscheidung"),
        ("3. März 2026", "Beschluss", "Alter Beschluss", "Ja"),
    ]
    assert found.timeline_lost == 0


def test_lines_that_the_timeline_lost_are_counted(tmp_path: Path) -> None:
    assert _compared(tmp_path, _OLD, timeline=[]).timeline_lost == 1


def test_only_links_that_were_not_broken_before_are_told(tmp_path: Path) -> None:
    old = {"": '<a href="weg/">alt</a>', "x/": "<h2 id='y'>Y</h2>"}
    new = {
        "": '<a href="weg/">alt</a><a href="x/#z">neu</a><a href="https://anderswo.example/">fremd</a>',
        "x/": old["x/"],
    }
    found = compare(read_site(built(tmp_path / "alt", old)), read_site(built(tmp_path / "neu", new)))
    assert [(link.address, link.reference) for link in found.broken.items] == [("", "x/#z")]


def test_links_are_followed_as_browsers_do(tmp_path: Path) -> None:
    main = (
        '<h2 id="da">Da</h2><a href="#da"></a><a href="../?q=1"></a><a href="../api/v1/index.json"></a>'
        '<a href="webcal://portal.example/stadt/weg.ics"></a><a href="/stadt/"></a><a href="/woanders/"></a><a href="mailto:a"></a>'
    )
    site = read_site(built(tmp_path, {"": "", "x/": main}))
    assert [*broken(site)] == [Broken("x/", "webcal://portal.example/stadt/weg.ics"), Broken("x/", "/woanders/")]


def test_long_lists_and_long_words_are_cut_but_counted(tmp_path: Path) -> None:
    many = {f"seite-{number}/": f"<h1>{'lang ' * 99}</h1>" for number in range(MOST_ITEMS + 1)}
    added = _compared(tmp_path, _OLD | many).others.added
    assert (added.total, len(added.items)) == (MOST_ITEMS + 1, MOST_ITEMS)
    assert {len(page.title) for page in added.items} == {LONGEST_LINE}


def test_a_folder_without_a_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotASite, match=r"ist keine gebaute Seite dieses Portals: Es fehlt .*index\.json"):
        read_site(tmp_path)
