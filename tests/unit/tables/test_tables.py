"""The tables hold what the records say, in columns that spreadsheets and databases can use."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from data_folder import DataFolder
from portal.records import RECORD_TYPES
from portal.register.link import Register
from portal.tables import csvfiles, sqlite
from portal.tables.rows import rows_of
from portal.tables.schema import FIXED
from portal.tables.shape import part_tables, record_tables
from registers import SITE, musterstadt

_PAPER = (
    "titel: =SUMME(A1)\nart: Antrag\nthemen: [a, b]\nquellen: amtsblatt\ndatum: unbekannt\n"
    "beratungsfolge:\n  - {gremium: rat, termin: 2024-Q2, stimmen: {ja: 29, nach-fraktion: [{fraktion: rot, ja: 29}]}}\n"
    "  - {gremium: unbekannt, termin: 2024-06-01, quelle: amtsblatt}\n"
    "beschlusspunkte:\n  - {text: 'Siehe [[rat]].', geld: [{betrag: 1374.64}, {betrag: unbekannt}], umsetzung: "
    "{stand: offen, belege: 'p#punkt-1'}}\n"
)
_RECORDS = {
    "beschluesse/p.yml": _PAPER,
    "gremien/rot.yml": "name: Rot\nart: Fraktion\nquellen: amtsblatt\n",
    "themen.yml": "a: {titel: A}\nb: {titel: B}\n",
    "glossar/wort.yml": "begriff: Wort\nerklaerung: Etwas.\nsynonyme: [Vokabel, Begriff]\n",
}


def _csv(register: Register) -> dict[str, list[dict[str, str]]]:
    files = csvfiles.files(register, rows_of(register), SITE)
    return {
        path: list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
        for path, content in files
    }


@contextmanager
def _database(register: Register) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(sqlite.database(register, rows_of(register), SITE))
    yield connection
    connection.close()


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - our own names


def test_every_type_and_every_part_has_a_table_and_no_two_share_a_name() -> None:
    names = [*record_tables(), *part_tables(), *FIXED, "suche"]
    assert list(record_tables()) == list(RECORD_TYPES)
    assert len(names) == len(set(names))
    parts = {part.model for part in part_tables().values()}
    assert len(parts) == len(part_tables())


def test_csv_is_utf8_with_a_mark_and_ends_lines_as_rfc_4180_wants(data: DataFolder) -> None:
    register = data.write(_RECORDS).register()
    content = dict(csvfiles.files(register, rows_of(register), SITE))["api/v1/beschluesse.csv"]
    assert content.startswith(b"\xef\xbb\xbfid,titel,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 2


def test_a_row_of_csv_says_what_the_record_declares_and_what_is_computed(data: DataFolder) -> None:
    (row,) = _csv(data.write(_RECORDS).register())["api/v1/beschluesse.csv"]
    assert (row["id"], row["titel"]) == ("p", "'=SUMME(A1)")
    assert (row["datum"], row["datum_von"], row["themen"]) == ("unbekannt", "", "a | b")
    assert (row["berechneter_stand"], row["abgeleitet"]) == ("Ergebnis unbekannt", "nein")
    assert row["adresse"] == f"{SITE}beschluesse/p/"


def test_parts_name_their_record_their_place_and_their_row(data: DataFolder) -> None:
    tables = _csv(data.write(_RECORDS).register())
    first, second = tables["api/v1/tabellen/beratungsfolge.csv"]
    assert (first["id"], first["pfad"], first["gremium"]) == ("p", "beratungsfolge/1", "rat")
    assert (first["termin"], first["termin_von"], first["termin_bis"]) == ("2024-Q2", "2024-04-01", "2024-06-30")
    assert (second["gremium"], second["stimmen_ja"]) == ("", "")
    (votes,) = tables["api/v1/tabellen/nach_fraktion.csv"]
    assert (votes["in_beratungsfolge"], votes["ja"], votes["nein"]) == (first["zeile"], "29", "unbekannt")
    (point,) = tables["api/v1/tabellen/beschlusspunkte.csv"]
    assert point["stelle"] == "punkt-1"
    assert [money["betrag"] for money in tables["api/v1/tabellen/betraege.csv"]] == ["1374.64", "unbekannt"]


def test_in_the_database_numbers_are_numbers_and_unknown_ones_are_null(data: DataFolder) -> None:
    with _database(data.write(_RECORDS).register()) as db:
        assert db.execute("SELECT betrag FROM betraege ORDER BY zeile").fetchall() == [(1374.64,), (None,)]
        assert db.execute("SELECT stimmen_ja, stimmen_nein FROM beratungsfolge").fetchone() == (29, None)
        assert db.execute("SELECT termin, gremium FROM beratungsfolge WHERE zeile = 2").fetchone() == (
            "2024-06-01",
            None,
        )
        kinds = db.execute("SELECT DISTINCT typeof(betrag) FROM betraege").fetchall()
    assert sorted(kinds) == [("null",), ("real",)]


def test_references_name_the_part_and_the_field_they_stand_in(data: DataFolder) -> None:
    with _database(data.write(_RECORDS).register()) as db:
        found = set(db.execute("SELECT pfad, feld, ziel_typ, ziel_id, ziel_stelle FROM verweise WHERE id = 'p'"))
        joined = db.execute(
            "SELECT q.titel FROM verweise v JOIN beratungsfolge b USING (typ, id, pfad) JOIN quellen q ON q.id = v.ziel_id"
        ).fetchall()
        words = db.execute("SELECT feld, position, wort FROM woerter").fetchall()
    assert ("beratungsfolge/2", "quelle", "quellen", "amtsblatt", None) in found
    assert ("beratungsfolge/1/stimmen_nach_fraktion/1", "fraktion", "gremien", "rot", None) in found
    assert ("beschlusspunkte/1", "umsetzung_belege", "beschluesse", "p", "punkt-1") in found
    assert (None, "themen", "themen", "a", None) in found
    assert (None, None, "gremien", "rat", None) not in found  # the consultation names the body already
    assert joined == [("Amtsblatt 2022",)]
    assert words == [("synonyme", 1, "Vokabel"), ("synonyme", 2, "Begriff")]


@pytest.mark.parametrize("pragma", ["foreign_key_check", "integrity_check"])
def test_the_database_is_sound(pragma: str) -> None:
    with _database(musterstadt()) as db:
        found = db.execute(f"PRAGMA {pragma}").fetchall()
    assert found in ([], [("ok",)])


def test_every_reference_between_tables_is_declared() -> None:
    with _database(musterstadt()) as db:
        for name in [*record_tables(), *part_tables()]:
            targets = {row[2] for row in db.execute(f'PRAGMA foreign_key_list("{name}")')}
            assert "eintraege" in targets, name
        votes = {row[2] for row in db.execute("PRAGMA foreign_key_list(nach_fraktion)")}
    assert votes == {"eintraege", "beratungsfolge", "gremien"}


def test_the_database_holds_every_record_part_and_moment() -> None:
    register = musterstadt()
    with _database(register) as db:
        assert db.execute("SELECT count(*) FROM eintraege").fetchone() == (len(register.entries),)
        assert db.execute("SELECT count(*) FROM zeitleiste").fetchone() == (len(register.timeline),)
        for name in RECORD_TYPES:
            assert _count(db, name) == len(register.by_type[name])
        for name, parts in rows_of(register).parts.items():
            assert parts
            assert _count(db, name) == len(parts)
        meta = dict(db.execute("SELECT schluessel, wert FROM meta"))
    assert (meta["stand"], meta["lizenz_url"]) == ("2026-11-21", register.settings.licence.url)


def test_full_text_finds_words_of_titles_parts_and_prose_without_umlauts(data: DataFolder) -> None:
    data.write(
        {
            "beschluesse/a.md": "---\ntitel: Die Bücherei\nart: Bericht\nquellen: amtsblatt\n---\nIm Fließtext steht Kran.\n",
            "roadmap/b.yml": "titel: B\nquellen: amtsblatt\nmeilensteine: Ein Leuchtturm\n",
        }
    )
    with _database(data.register()) as db:
        find = "SELECT typ, id FROM suche WHERE suche MATCH ?"
        assert db.execute(find, ("bucherei",)).fetchall() == [("beschluesse", "a")]
        assert db.execute(find, ("kran",)).fetchall() == [("beschluesse", "a")]
        assert db.execute(find, ("leucht*",)).fetchall() == [("roadmap", "b")]


def test_the_same_records_give_the_same_bytes() -> None:
    register = musterstadt()
    assert sqlite.database(register, rows_of(register), SITE) == sqlite.database(register, rows_of(register), SITE)
    one, two = (dict(csvfiles.files(register, rows_of(register), SITE)) for _ in range(2))
    assert one == two


def test_an_open_end_has_no_last_day(data: DataFolder) -> None:
    data.write({"gremien/amt.yml": "name: Amt\nart: Amt\nzeitraum: 2024/..\nquellen: amtsblatt\n"})
    row = next(row for row in _csv(data.register())["api/v1/gremien.csv"] if row["id"] == "amt")
    assert (row["zeitraum"], row["zeitraum_von"], row["zeitraum_bis"]) == ("2024/..", "2024-01-01", "")
