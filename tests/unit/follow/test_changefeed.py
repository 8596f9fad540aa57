"""The feed of all changes, made from the version history."""

from __future__ import annotations

import datetime as dt

import feedparser
from atom_rules import breaches
from data_folder import TODAY, DataFolder
from made import made
from portal.follow import feeds
from portal.follow.following import Following
from portal.history import Change, History, Version, VersionKind
from portal.register.entries import Key
from town import SITE_URL

_PATH = "feeds/aenderungen.atom"
_KEY, _GONE = Key("roadmap", "weg"), Key("roadmap", "fort")


def _version(
    key: Key, hour: int, kind: VersionKind = VersionKind.CHANGED, *changes: Change, reason: str = ""
) -> Version:
    time = dt.datetime(2026, 5, 1 + hour // 24, hour % 24, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    return Version(
        key=key, kind=kind, commit=f"{hour:040}"[::-1], time=time, changes=changes, title=key.id, reason=reason
    )


def _feed(data: DataFolder, *versions: Version, record: str = "titel: Weg\nquellen: amtsblatt\n") -> bytes:
    of_record = {key: tuple(v for v in versions if v.key == key) for key in {v.key for v in versions}}
    history = History(exists=bool(versions), all=versions, of_record=of_record)
    register = data.write({"roadmap/weg.yml": record}).register()
    content = made(Following(register, SITE_URL, history).files())[_PATH]
    assert not list(breaches(content, SITE_URL + _PATH, TODAY))
    return content


def test_each_change_says_which_fields_and_why_and_leads_to_its_version(data: DataFolder) -> None:
    change = Change(place=("Beratungsfolge",), label="Ergebnis", before="unbekannt", after="beschlossen")
    content = _feed(
        data,
        _version(_GONE, 30, VersionKind.DELETED),
        _version(_KEY, 20, VersionKind.CHANGED, change, reason="Die Niederschrift liegt vor."),
    )
    first, second = feedparser.parse(content).entries
    assert (first.title, first.summary) == ("fort: gelöscht", "Eintrag gelöscht.")
    assert second.title == "weg: geändert"
    assert (
        second.summary == "Beratungsfolge, Ergebnis: unbekannt → beschlossen. Begründung: Die Niederschrift liegt vor."
    )
    assert second.link == f"{SITE_URL}roadmap/weg/#{_version(_KEY, 20).anchor}"
    assert second.updated == second.published == "2026-05-01T18:00:00Z"


def test_many_changes_are_cut_and_many_fields_counted(data: DataFolder) -> None:
    fields = [Change(label=f"Feld {number}", before="a", after="b") for number in range(11)]
    versions = [_version(_KEY, hour, VersionKind.CHANGED, *fields) for hour in range(149, -1, -1)]
    entries = feedparser.parse(_feed(data, *versions)).entries
    assert len(entries) == feeds.LIMIT
    assert entries[0].summary.endswith("Feld 7: a → b; und 3 weitere Angaben.")


def test_a_new_id_of_the_record_gives_no_change_a_new_name(data: DataFolder) -> None:
    before = feedparser.parse(_feed(data, _version(_KEY, 1))).entries[0].id
    (data.folder / "roadmap/weg.yml").unlink()
    renamed = Key("roadmap", "pfad")
    data.write({"roadmap/pfad.yml": "titel: Weg\nquellen: amtsblatt\nfruehere-kennungen: weg\n"})
    versions = (_version(renamed, 1),)
    history = History(exists=True, all=versions, of_record={renamed: versions})
    after = made(Following(data.register(), SITE_URL, history).files())[_PATH]
    assert feedparser.parse(after).entries[0].id == before


def test_without_a_history_the_feed_keeps_its_address_and_tells_nothing(data: DataFolder) -> None:
    assert feedparser.parse(_feed(data)).entries == []
