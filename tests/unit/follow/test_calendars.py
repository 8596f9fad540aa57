"""The calendars, read by the library that writes them and by another one, and by rules of RFC 5545."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import icalendar
import pytest
import town
import vobject
from data_folder import TODAY, DataFolder
from made import made
from portal.follow.appointments import TYPES
from portal.follow.following import Following
from portal.history import History, Version, VersionKind
from portal.register.entries import Key
from town import SITE_URL

_SOURCE = "quellen: amtsblatt\n"


def _calendars(data: DataFolder, today: dt.date = TODAY) -> dict[str, bytes]:
    found = Following(data.register(today), SITE_URL).files()
    return {path: content for path, content in made(found).items() if path.endswith(".ics")}


def _events(content: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def _project(milestone: str) -> dict[str, str | bytes]:
    return {"roadmap/weg.yml": f"titel: Weg\n{_SOURCE}meilensteine: [{{titel: Plan, {milestone}}}]\n"}


def test_everything_that_can_have_dates_has_a_calendar() -> None:
    register = town.register()
    expected = {f"kalender/{key}.ics" for key in register.entries if key.type in TYPES}
    expected |= {f"kalender/{old}.ics" for old in register.redirects if old.type in TYPES}
    expected |= {"kalender/alle.ics", *(f"kalender/{name}.ics" for name in TYPES)}
    assert {path for path in town.files() if path.endswith(".ics")} == expected


def test_two_libraries_read_the_same_in_every_calendar_of_the_town() -> None:
    for path, content in town.files().items():
        if not path.endswith(".ics"):
            continue
        first = {str(event["uid"]): str(event["summary"]) for event in _events(content)}
        other = vobject.readOne(content.decode())
        other.validate(raiseException=True)
        second = {event.uid.value: event.summary.value for event in other.contents.get("vevent", [])}
        assert first == second, path
        assert not [error for event in _events(content) for error in event.errors], path


def test_every_calendar_of_the_town_keeps_the_rules_of_rfc_5545() -> None:
    calendars = {path: content for path, content in town.files().items() if path.endswith(".ics")}
    found = [f"{path}: {problem}" for path, content in calendars.items() for problem in _breaches(content)]
    assert not found, "\n".join(found[:30])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ((b"\r\n", b"\n"), "CRLF"),
        ((b"UID:roadmap/weg", b"UID:roadmap/weg" + b"x" * 80), "75"),
        ((b"DTEND;VALUE=DATE:20240602", b"DTEND;VALUE=DATE:20240601"), "Ende"),
        ((b"SEQUENCE:", b"X-SEQUENCE:"), "SEQUENCE"),
    ],
)
def test_the_rules_notice(wrong: tuple[bytes, bytes], sentence: str, data: DataFolder) -> None:
    content = _calendars(data.write(_project("geplant: 2024-06-01")))["kalender/alle.ics"]
    assert wrong[0] in content
    assert any(sentence in problem for problem in _breaches(content.replace(*wrong)))


@pytest.mark.parametrize(
    ("milestone", "days", "status"),
    [
        ("geplant: 2024-06-05", ("2024-06-05", "2024-06-06"), "TENTATIVE"),
        ("geplant: 2024-06", ("2024-06-01", "2024-07-01"), "TENTATIVE"),
        ("geplant: 2024-Q2", ("2024-04-01", "2024-07-01"), "TENTATIVE"),
        ("geplant: 2024-Winter", ("2024-12-01", "2025-03-01"), "TENTATIVE"),
        ("geplant: 2024-06-05/2024-06-09", ("2024-06-05", "2024-06-10"), "TENTATIVE"),
        ("geplant: 2024", None, ""),
        ("geplant: 2024/..", None, ""),
        ("geplant: unbekannt", None, ""),
        ("geplant: 2024-05, erreicht: 2024-06-05", ("2024-06-05", "2024-06-06"), "CONFIRMED"),
        ("geplant: 2024-05, erreicht: 2024-06", None, ""),
        ("geplant: 2024-05, erreicht: unbekannt", None, ""),
        (
            "geplant: 2024-05, umplanungen: [{datum: 2024-04-01, neu: 2024-08}]",
            ("2024-08-01", "2024-09-01"),
            "TENTATIVE",
        ),
        ("geplant: 2024-05, entfallen: 2024-04", ("2024-05-01", "2024-06-01"), "CANCELLED"),
    ],
)
def test_a_plan_fills_the_days_it_names_and_what_happened_only_a_known_day(
    milestone: str, days: tuple[str, str] | None, status: str, data: DataFolder
) -> None:
    register = data.write(_project(milestone)).register()
    following = Following(register, SITE_URL)
    events = _events(made(following.files())["kalender/roadmap/weg.ics"])
    shown = [(str(e["dtstart"].dt), str(e["dtend"].dt), str(e["status"])) for e in events]
    assert shown == ([(*days, status)] if days else [])
    offer = following.offer(Key("roadmap", "weg"))
    assert offer.left_out == (0 if days else 1)


def test_a_calendar_without_appointments_is_still_one_and_says_what_is_missing(data: DataFolder) -> None:
    content = _calendars(data.write(_project("geplant: 2024")))["kalender/roadmap/weg.ics"]
    assert not list(_breaches(content))
    assert vobject.readOne(content.decode()).contents.keys() >= {"vtimezone"}
    assert str(icalendar.Calendar.from_ical(content)["X-WR-CALDESC"]) == "Ein Termin ohne genauen Tag fehlt."


def test_a_meeting_stands_in_the_calendars_of_its_body_its_papers_and_their_topics(data: DataFolder) -> None:
    found = _calendars(
        data.write(
            {
                "themen.yml": "geld: {titel: Geld}\nluft: {titel: Luft}\n",
                "beschluesse/p.yml": f"titel: Papier\nart: Bericht\nthemen: geld\n{_SOURCE}"
                "beratungsfolge: [{gremium: rat, termin: 2024-02-15, top: Ö 3, ergebnis: vertagt}]\n",
                "sitzungen/rat-2024-02-15.yml": f'titel: Sondersitzung\ngremium: rat\ntermin: 2024-02-15\nbeginn: "18:15"\nort: Rathaus, Saal 1\n{_SOURCE}',
            }
        )
    )
    holding = {path for path, content in found.items() if _events(content)}
    places = (
        "alle",
        "sitzungen",
        "sitzungen/rat-2024-02-15",
        "gremien",
        "gremien/rat",
        "beschluesse",
        "beschluesse/p",
        "themen",
        "themen/geld",
    )
    assert holding == {f"kalender/{place}.ics" for place in places}
    (event,) = _events(found["kalender/themen/geld.ics"])
    assert event["dtstart"].dt == dt.datetime(2024, 2, 15, 17, 15, tzinfo=dt.UTC), (
        "18:15 Uhr im Winter ist 17:15 Uhr UTC"
    )
    assert (event["uid"], event["location"], event["status"]) == (
        "sitzungen/rat-2024-02-15/sitzung@portal.example",
        "Rathaus, Saal 1",
        "CONFIRMED",
    )
    assert "- Ö 3: Papier (vertagt)" in event["description"]


@pytest.mark.parametrize(
    ("state", "status"),
    [("abgesagt", "CANCELLED"), ("stattgefunden", "CONFIRMED"), ("geplant", "TENTATIVE"), ("unbekannt", "TENTATIVE")],
)
def test_whether_a_meeting_takes_place_is_said_as_its_record_says_it(state: str, status: str, data: DataFolder) -> None:
    record = f"titel: S\ngremium: rat\ntermin: 2024-02-15\nstand: {state}\n{_SOURCE}"
    (event,) = _events(
        _calendars(data.write({"sitzungen/rat-2024-02-15.yml": record}))["kalender/sitzungen/rat-2024-02-15.ics"]
    )
    assert event["status"] == status


def test_a_consultation_of_which_only_the_month_is_known_is_left_out_and_counted(data: DataFolder) -> None:
    paper = f"titel: P\nart: Bericht\n{_SOURCE}beratungsfolge: [{{gremium: rat, termin: 2024-02, ergebnis: vertagt}}]\n"
    following = Following(data.write({"beschluesse/p.yml": paper}).register(), SITE_URL)
    assert following.offer(Key("beschluesse", "p")).left_out == 1
    assert following.offer(Key("gremien", "rat")).left_out == 1
    assert following.offer(Key("gremien", "ausschuss")).left_out == 0


def test_revisions_come_from_the_history_where_it_knows_the_record(data: DataFolder) -> None:
    register = data.write(_project("geplant: 2024-06-05")).register()
    key, summer = Key("roadmap", "weg"), dt.timezone(dt.timedelta(hours=2))
    versions = tuple(
        Version(key=key, kind=kind, commit=f"{number:040x}", time=dt.datetime(2026, 5, number, 14, tzinfo=summer))
        for number, kind in ((3, VersionKind.CHANGED), (2, VersionKind.CHANGED), (1, VersionKind.CREATED))
    )
    history = History(exists=True, all=versions, of_record={key: versions})
    (event,) = _events(made(Following(register, SITE_URL, history).files())["kalender/roadmap/weg.ics"])
    modified = dt.datetime(2026, 5, 3, 12, tzinfo=dt.UTC)
    assert (event["sequence"], event["last-modified"].dt, event["dtstamp"].dt) == (2, modified, modified)


def test_without_a_history_they_follow_from_the_record_and_grow_with_what_is_appended(data: DataFolder) -> None:
    before = _calendars(data.write(_project("geplant: 2024-06-05")))
    after = _calendars(data.write(_project("geplant: 2024-06-05, umplanungen: [{datum: 2024-06-01, neu: 2024-07-01}]")))
    (old,), (new,) = (_events(found["kalender/roadmap/weg.ics"]) for found in (before, after))
    assert old["uid"] == new["uid"]
    assert (old["sequence"], new["sequence"]) == (0, 1)
    assert new["last-modified"].dt == dt.datetime(2024, 6, 1, tzinfo=dt.UTC)
    later = _calendars(data, TODAY + dt.timedelta(days=500))
    assert later == after, "Der Kalender ändert sich mit der Zeit statt mit den Daten"


def _breaches(content: bytes) -> Iterator[str]:
    """What a program may rely on: line ends, line lengths, required properties, honest lengths, unique names."""
    if b"\n" in content.replace(b"\r\n", b""):
        yield "Zeilen enden nicht mit CRLF"
    yield from (f"Zeile länger als 75 Bytes: {line!r}" for line in content.split(b"\r\n") if len(line) > 75)
    read = icalendar.Calendar.from_ical(content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    if {"VERSION", "PRODID"} - set(read) or not read.subcomponents:
        yield "VERSION, PRODID oder jeder Inhalt fehlt"
    uids = []
    for event in read.walk("VEVENT"):
        missing = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "LAST-MODIFIED", "URL", "STATUS"} - set(event)
        if missing:
            yield f"{event.get('uid')}: {sorted(missing)} fehlt"
        uids.append(event.get("uid"))
        if "DTEND" in event and event["dtend"].dt <= event["dtstart"].dt:
            yield f"{event.get('uid')}: Ende nicht nach dem Anfang"
    if len(set(uids)) < len(uids):
        yield "Eine UID kommt mehrmals vor"
