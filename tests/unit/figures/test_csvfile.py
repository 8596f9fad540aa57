"""Tables for spreadsheets, and those of the indicators."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from data_folder import DataFolder
from hypothesis import given
from hypothesis import strategies as st
from portal.figures import figuretable
from portal.figures.csvfile import Cell, table
from portal.register.entries import Key


def _read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_table_is_as_spreadsheets_in_germany_expect_it() -> None:
    assert table(["Größe", "Zahl"], [["ä; „b“", 1]]) == '\ufeffGröße;Zahl\r\n"ä; „b“";1\r\n'.encode()


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("＝1+1", "'＝1+1"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("1=1", "1=1"),
        (-5, "-5"),
        (Decimal("-19.85"), "-19,85"),
        (Decimal("1E+3"), "1000"),
        (Decimal("12000000.00"), "12000000,00"),
        (0, "0"),
        (True, "ja"),
        (False, "nein"),
        (None, ""),
        ("", ""),
    ],
)
def test_texts_never_become_formulas_and_numbers_stay_numbers(cell: Cell, written: str) -> None:
    assert _read(table(["a", "b"], [[cell, "x"]]))[1][0] == written


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_no_text_cell_begins_like_a_formula_and_all_can_be_read_back(rows: list[tuple[str, str]]) -> None:
    rows = [(one.replace("\0", ""), two.replace("\0", "")) for one, two in rows]
    found = _read(table(["a", "b"], rows))[1:]
    assert [tuple(cell.removeprefix("'") for cell in row) for row in found] == [
        tuple(cell.removeprefix("'") for cell in row) for row in rows
    ]
    assert not [cell for row in found for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_an_indicator_is_a_table_of_all_its_values(data: DataFolder) -> None:
    data.write(
        {
            "kennzahlen/plus.yml": "titel: Plus\neinheit: Euro\nquellen: amtsblatt\nreihen:\n"
            "  - titel: =Plan\n    werte:\n"
            "      - {stichtag: 2022-Q3, wert: -19.85, art: Plan, genauigkeit: rund, bezeichnung: Rat,"
            " erschlossen: 'Siehe [[rat|dort]].', notiz: 'Für [[rat]].', quelle: [amtsblatt, netz]}\n"
            "      - {stichtag: unbekannt, wert: unbekannt}\n",
            "quellen/netz.yml": "titel: Seite\nart: Webseite\nherausgeber: Netz\nurl: https://netz.example/a\n",
        }
    )
    register = data.register()
    ((path, content),) = figuretable.files(register, "https://portal.example/")
    assert path == "kennzahlen/plus/plus.csv" == figuretable.table_of(Key("kennzahlen", "plus"))
    header, full, empty = _read(content)
    assert header[:9] == [
        "Reihe",
        "Stichtag",
        "Wert",
        "Einheit",
        "Art",
        "Genauigkeit",
        "Bezeichnung",
        "erschlossen",
        "Notiz",
    ]
    assert header[9:] == ["Quelle", "Quelle-Adresse"]
    body = register.entries[Key("gremien", "rat")].record.title
    assert full[:9] == ["'=Plan", "2022-Q3", "-19,85", "Euro", "Plan", "rund", "Rat", "Siehe dort.", f"Für {body}."]
    assert full[9:] == [
        "Amtsblatt 2022 | Seite",
        "https://portal.example/quellen/amtsblatt/ | https://netz.example/a",
    ]
    assert empty == ["'=Plan", "unbekannt", "unbekannt", "Euro", "Ist", "genau", "", "nein", "", "", ""]
