"""Nothing about private people: what the privacy lint finds, where, and what it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from data_folder import DataFolder
from portal import known
from portal.check import privacy
from portal.check.privacy import suspects
from portal.load import texts
from portal.store import Store
from portal.workers import Crew

_PERSON = """---
name: Petra Müller-Schönemann
rollen:
  - {funktion: Oberbürgermeisterin, quelle: amtsblatt}
quellen: amtsblatt
---
"""
_RECORD = "---\ntitel: Radweg\ndatum: 2026-01-05\nstand: erfolgt\nquellen: amtsblatt\n---\n"


def _found(data: DataFolder, prose: str = "", **files: str) -> list[str]:
    data.write({"personen/petra-mueller-schoenemann.md": _PERSON, "ereignisse/radweg.md": _RECORD + prose + "\n"})
    data.write(files)
    reading = data.read()
    assert not reading.problems, "\n".join(problem.as_text() for problem in reading.problems)
    found = privacy.problems(texts(data.folder), reading.entries, reading.privacy, reading.privacy_file)
    return [problem.as_text() for problem in sorted(found)]


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Rufen Sie an: 040 535 95-123.", "Telefonnummer „040 535 95-123“"),
        ("Handy 0171/1234567 am Abend", "Telefonnummer „0171/1234567“"),
        ("+49 40 53595123", "Telefonnummer „+49 40 53595123“"),
        ("Tel. 535 95 222", "Telefonnummer „535 95 222“"),
        ("(Tel. -222)", "Telefonnummer „-222“"),
        ("0 40 / 5 35 95-1 23", "Telefonnummer „0 40 / 5 35 95-1 23“"),
        ("max [at] web [dot] de", "E-Mail-Adresse „max [at] web [dot] de“"),
        ("an max.muster@web.example schreiben", "E-Mail-Adresse „max.muster@web.example“"),
        ("an max(at)web.example schreiben", "E-Mail-Adresse „max(at)web.example“"),
        ("auf DE89 3704 0044 0532 0130 00 überweisen", "Bankverbindung „DE89 3704 0044 0532 0130 00“"),
        ("Er lebt in der Ulzburger Straße 12a.", "Anschrift „Ulzburger Straße 12a“"),
        ("Musterweg 3, 22846 Norderstedt", "Anschrift „Musterweg 3“"),
        ("Am Exerzierplatz 3, 22846 Norderstedt", "Anschrift „Am Exerzierplatz 3“"),
        ("Sie wohnt Im Winkel 7.", "Anschrift „Im Winkel 7“"),
        ("Bürgerin Frau Meier klagt.", "„Bürgerin Frau Meier“"),
        ("Anwohner Herr Dr. Klaus Schulze schrieb.", "„Anwohner Herr Dr. Klaus Schulze“"),
        ("Frau von der Heide wies darauf hin.", "„Frau von der Heide“"),
        ("Die Mieterin Anna Beispiel klagt.", "„Mieterin Anna Beispiel“"),
        ("Anwohnerin M. Schulz schrieb.", "„Anwohnerin M. Schulz“"),
        ("Frau Stadtpräsidentin Meyer-Huber dankte.", "„Frau Stadtpräsidentin Meyer-Huber“"),
        ("Max Müller (Anwohner) sprach.", "„Max Müller“"),
        ("Einwohnerfragestunde: Max Müller fragt nach dem Radweg.", "„Max Müller“"),
    ],
)
def test_what_is_private_is_named_with_its_line(prose: str, words: str, data: DataFolder) -> None:
    (line,) = _found(data, f"Ein Satz.\n\n{prose}")
    assert line.startswith(f"data/ereignisse/radweg.md:9: {words}: ")


@pytest.mark.parametrize(
    "prose",
    [
        "B 22/0189 vom 14.06.2022, A 19/0012, M 07/0034, TOP Ö 5, Az. 10-024.12",
        "von 2022-2027, 2022–2027, 2022/2023, 07/2022-09/2023 und 01.01.2022-31.12.2023",
        "12.000.000,00 Euro, 1 374,64 €, 0,75 Stellen, 100.000, 0 000 000",
        "2022-06-14/2023-12-31, 18:15 Uhr, 08:00-12:00 Uhr, Gemeindeschlüssel 01060063, PLZ 01234",
        "am 03.03.2026, am 04-10-2010, vom 08.-10.02.2026, 08.30-12.00 Uhr, am 05.01.2026, 18:15 Uhr",
        "DS 0846/2012, Drucksache 0433/2010, VO/0846/12, 05075/2008, Az. 0741-06/15, Nr. 07155123456",
        "Platz 8 im Ranking, auf Platz 12 von 403; ein Radweg 3 km lang, auf dem Schulweg 12 Kinder; Bahnhofstraße 2022",
        "Bürgerinnen und Bürger, Einwohner Norderstedts, eine Frau Mitte 40, Frau und Mann, Bürger Norderstedt Mitte",
        "Frau Müller-Schönemann, Frau Oberbürgermeisterin Müller-Schönemann, Herr Bürgermeister, Müller-Schönemanns",
        "https://x.example/Musterweg/3/040-5359512345 und https://x.example/0405359512345",
        "Haushaltsstelle 05730.0110000, ISBN 978-3-16-148410-0, Arbeitsplatz 4.0, Fax 2022",
        "Einwohnerfragestunde: Ausbau Rathausallee und Frage Radverkehr. Herr K. sprach.",
        "DE12 3456 7890 1234 5678 90 ist kein Konto",
    ],
)
def test_numbers_dates_and_public_people_pass(prose: str, data: DataFolder) -> None:
    assert _found(data, prose) == []


def test_a_name_that_runs_over_the_end_of_a_line_is_found_where_it_begins(data: DataFolder) -> None:
    (line,) = _found(data, "Es schrieb Herr\nSchulze.")
    assert line.startswith("data/ereignisse/radweg.md:7: „Herr Schulze“: ")


def test_comments_and_fields_are_as_public_as_prose(data: DataFolder) -> None:
    event = "titel: Fest\ndatum: 2026-01-05\nstand: erfolgt\nquellen: amtsblatt # von Frau Meier\nkurzfassung: >-\n  Es gab\n  0171/1234567.\n"
    found = _found(data, **{"ereignisse/fest.yml": event, "README.md": "Fragen an a@b.example\n"})
    assert [line.partition(": ")[0] for line in found] == [
        "data/README.md:1",
        "data/ereignisse/fest.yml:4",
        "data/ereignisse/fest.yml:7",
    ]


def test_where_a_meeting_took_place_is_public(data: DataFolder) -> None:
    assert _found(data, **{"ereignisse/fest.yml": _RECORD.strip("-\n") + "\nort: Rathausallee 50\n"}) == []


def test_nobody_stands_among_the_people_without_a_public_office(data: DataFolder) -> None:
    person = _PERSON.replace("Oberbürgermeisterin", "Anwohnerin").replace("Petra", "Anna")
    (line,) = _found(data, **{"personen/anna.md": person})
    assert line.startswith("data/personen/anna.md:4: „Anwohnerin“ ist kein öffentliches Amt.")


def test_an_exemption_lets_its_text_pass_in_its_record_only(data: DataFolder) -> None:
    exempt = "ausnahmen:\n  - {text: Rathausallee 50, grund: Das Rathaus., eintrag: radweg}\n"
    fest = _RECORD.replace("Radweg", "Fest") + "Ort ist die Rathausallee 50.\n"
    found = _found(data, "In der Rathausallee\n50.", **{"datenschutz.yml": exempt, "ereignisse/fest.md": fest})
    assert [line.partition(": ")[0] for line in found] == ["data/ereignisse/fest.md:7"]
    everywhere = exempt.replace(", eintrag: radweg", "")
    assert _found(data, "Rathausallee 50", **{"datenschutz.yml": everywhere}) == []


def test_an_exemption_in_a_shared_file_is_for_one_of_its_records(data: DataFolder) -> None:
    terms = "a-b:\n  begriff: A\n  erklaerung: Frau Meier.\nb:\n  begriff: B\n  erklaerung: Frau Meier.\n"
    exempt = "ausnahmen:\n  - {text: Frau Meier, grund: Ein Stück im Theater., eintrag: a-b}\n"
    found = _found(data, **{"glossar.yml": terms, "datenschutz.yml": exempt})
    assert [line.partition(": ")[0] for line in found] == ["data/glossar.yml:6"]


def test_an_exemption_that_nobody_needs_is_a_problem(data: DataFolder) -> None:
    (line,) = _found(data, **{"datenschutz.yml": "ausnahmen:\n  - text: Rathausallee 50\n    grund: Das Rathaus.\n"})
    assert line.startswith("data/datenschutz.yml:2: Die Ausnahme „Rathausallee 50“ wird nicht gebraucht")


def test_an_exemption_needs_a_reason_and_an_existing_record(data: DataFolder) -> None:
    data.write({"datenschutz.yml": "ausnahmen:\n  - {text: A, eintrag: nichts}\n"})
    (missing,) = [problem.as_text() for problem in data.read().problems]
    assert missing.startswith("data/datenschutz.yml:2: Das Feld „grund“ fehlt.")
    data.write({"datenschutz.yml": "ausnahmen:\n  - {text: A, grund: B, eintrag: nichts}\n"})
    assert [problem.as_text() for problem in data.read().problems] == [
        "data/datenschutz.yml:2: eintrag: „nichts“ gibt es nicht."
    ]


def test_what_is_remembered_of_a_text_says_nothing_of_who_holds_office(
    data: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "MANY", 1)
    monkeypatch.setattr(suspects, "MANY", 1)
    store = Store(tmp_path / "gemerkt", "diese Fassung")
    data.write({"ereignisse/radweg.md": _RECORD + "Frau Müller-Schönemann kam. Tel. 535 95 222\n"})

    def found() -> list[str]:
        reading = data.read()
        files = texts(data.folder)
        with Crew(2) as crew:
            lines = privacy.problems(
                files, reading.entries, reading.privacy, reading.privacy_file, store=store, crew=crew
            )
            return sorted(problem.message.partition(":")[0] for problem in lines)

    phone = "Telefonnummer „535 95 222“"
    assert found() == [phone, "„Frau Müller-Schönemann“"]
    monkeypatch.setattr(suspects, "suspects", lambda _: [])  # only for texts that are new
    data.write({"personen/petra-mueller-schoenemann.md": _PERSON})
    assert found() == [phone]
