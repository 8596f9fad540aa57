"""Citing a page: a sentence, BibTeX and CSL-JSON, each readable by the programs it is meant for."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from data_folder import DataFolder
from hypothesis import given
from hypothesis import strategies as st
from portal.outputs.cite import Citation, citation, tex
from portal.register.entries import Key
from pybtex.database import Entry, parse_string

_SITE = "https://portal.example/"
#: The fields of CSL-JSON that a web page uses; https://docs.citationstyles.org/en/stable/specification.html
_CSL_FIELDS = {"id", "type", "title", "genre", "note", "author", "issued", "language", "URL"}


def test_the_sentence_names_portal_title_stand_and_address(data: DataFolder) -> None:
    assert _cited(data, "Strategie").text == (
        "Musterportal (2026): B 22/0189: Strategie. Vorlage, Stand 21. November 2026. "
        "https://portal.example/beschluesse/a/"
    )


def test_a_title_that_ends_a_sentence_needs_no_second_full_stop(data: DataFolder) -> None:
    assert "Wohin? Vorlage" in _cited(data, "Wohin?").text
    assert "GO! Vorlage" in _cited(data, "Norderstedt GO!").text


def test_the_day_is_that_of_the_data_and_no_other(data: DataFolder) -> None:
    data.write({"beschluesse/a.yml": _paper("A")})
    register = data.register(dt.date(2027, 1, 2))
    cited = citation(register.entries[Key("beschluesse", "a")], register, _SITE)
    assert "Stand 2. Januar 2027" in cited.text
    assert json.loads(cited.csl)[0]["issued"] == {"date-parts": [[2027, 1, 2]]}
    assert _parsed(cited).fields["year"] == "2027"


@pytest.mark.parametrize(
    "title",
    [
        "100 % für {alle} & jeden",
        r"Ein \Befehl{x} und $\pi$",
        "Preis: 5 $ # 3 ~ ^ _ <b>",
        "Offene { Klammer",
        "„Anführung“ und ß, ä, Ö",
        '"Gerade" Anführung, @Klammeraffe',
    ],
)
def test_a_bibtex_parser_reads_the_title_as_it_was_written(title: str, data: DataFolder) -> None:
    entry = _parsed(_cited(data, title))
    assert entry.type == "misc"
    assert _read(entry.fields["title"]) == f"B 22/0189: {title}"
    assert entry.fields["url"] == f"{_SITE}beschluesse/a/"
    assert entry.fields["note"] == "{Vorlage, Stand 21. November 2026}"
    assert (entry.fields["year"], entry.fields["month"]) == ("2026", "11")


def test_the_portal_is_one_author_and_not_a_person_with_first_names(data: DataFolder) -> None:
    [author] = _parsed(_cited(data, "A")).persons["author"]
    assert str(author) == "{Musterportal}"


@given(st.text(alphabet="a ä\\{}$&%#_^~<>\"'@,=-", max_size=30))
def test_whatever_is_escaped_keeps_braces_in_balance(text: str) -> None:
    escaped = tex(text)
    depth = 0
    for sign in escaped:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth in (0, 1), escaped
    assert depth == 0
    parsed = parse_string(f"@misc{{a, title = {{{{{escaped}}}}}}}", "bibtex").entries["a"]
    assert " ".join(parsed.fields["title"].split()) == " ".join(f"{{{escaped}}}".split())


def test_reference_managers_get_the_fields_they_know(data: DataFolder) -> None:
    [item] = json.loads(_cited(data, "A „B“ & {C}").csl)
    assert set(item) == _CSL_FIELDS
    assert item["type"] == "webpage"
    assert item["title"] == "B 22/0189: A „B“ & {C}"
    assert item["author"] == [{"literal": "Musterportal"}]
    assert item["URL"] == f"{_SITE}beschluesse/a/"
    assert item["note"] == "Stand 21. November 2026"


def _paper(title: str) -> str:
    quoted = title.replace("'", "''")
    return f"titel: '{quoted}'\nart: Bericht\nnummer: B 22/0189\nquellen: amtsblatt\n"


def _cited(data: DataFolder, title: str) -> Citation:
    register = data.write({"beschluesse/a.yml": _paper(title)}).register()
    return citation(register.entries[Key("beschluesse", "a")], register, _SITE)


def _parsed(cited: Citation) -> Entry:
    [entry] = parse_string(cited.bibtex, "bibtex").entries.values()
    assert entry.key == "beschluesse-a"
    return entry


def _read(value: str) -> str:
    """What TeX would print, without the braces that keep capital letters."""
    text: str = value[1:-1]
    for command, sign in (("textless", "<"), ("textgreater", ">"), ("textasciitilde", "~"), ("textasciicircum", "^")):
        text = text.replace(f"\\{command}{{}}", f"\0{sign}\0")
    for command, sign in (("textbackslash", "\\"), ("textbraceleft", "{"), ("textbraceright", "}")):
        text = text.replace(f"\\{command}{{}}", f"\0{sign}\0")
    for sign in "&%$#_":
        text = text.replace(f"\\{sign}", sign)
    return text.replace("\0", "")
