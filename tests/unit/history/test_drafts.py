"""Old files are cut into fields without being understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from portal.history.drafts import Draft, IsBroken, differing, drafts_of, keys_in
from portal.register.entries import Key

_KEY = Key("roadmap", "faden")


def draft(text: str, path: str = "roadmap/faden.md") -> Draft:
    return drafts_of(path, None, text.encode())[1][_KEY]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("beschluesse/platz.md", Key("beschluesse", "platz")),
        ("quellen/blatt.yml", Key("quellen", "blatt")),
        ("quellen.yml", "quellen"),
        ("glossar.yml", "glossar"),
        ("roadmap.yml", None),
        ("portal.yml", None),
        ("beschluesse/tief/platz.md", None),
        ("beschluesse/platz.txt", None),
        ("beschluesse/README.md", None),
        ("beschluesse/.platz.md", None),
        ("unfug/platz.md", None),
        ("platz.md", None),
    ],
)
def test_the_path_says_what_a_file_holds(path: str, found: object) -> None:
    assert keys_in(path) == found


def test_fields_and_prose_are_cut_apart() -> None:
    found = draft(
        "---\ntitel: Faden\nverlauf:\n- datum: 2024\n  stand: geplant\n'alter name': x\n---\n\nText: mit Doppelpunkt\n"
    )
    assert list(found.fields) == ["titel", "verlauf", "alter name"]
    assert found.body == "Text: mit Doppelpunkt"
    assert found.title == "Faden"


@pytest.mark.parametrize(
    ("text", "fields", "body"),
    [
        ("Nur Text", [], "Nur Text"),
        ("---\ntitel: offen\n", ["titel"], ""),
        ("---\n---\nText", [], "Text"),
        ("", [], ""),
        ("\ufeff---\r\ntitel: Faden\r\n---\r\nText\r\n", ["titel"], "Text"),
    ],
)
def test_a_header_may_be_missing_or_open(text: str, fields: list[str], body: str) -> None:
    found = draft(text)
    assert (list(found.fields), found.body) == (fields, body)


def test_only_fields_that_are_written_otherwise_are_read() -> None:
    before = draft("---\ntitel: [kaputt\nart: Projekt\nanzahl: 3\n---\n")
    after = draft("---\ntitel: [kaputt\nart: Phase\n---\n")
    assert differing(before, after) == ({"art": "Projekt", "anzahl": "3"}, {"art": "Phase"})


def test_a_field_that_cannot_be_read_is_said_to_be_broken() -> None:
    with pytest.raises(IsBroken):
        differing(draft("---\ntitel: [kaputt\n---\n"), draft("---\ntitel: heil\n---\n"))


def test_of_a_shared_file_only_what_differs_is_handed_on() -> None:
    before = b"eins:\n  titel: Eins\n\n# Kommentar\nzwei:\n    titel: Zwei\n    art: Thema\n"
    was, became = drafts_of("themen.yml", before, before.replace(b"Zwei", b"Drei"))
    assert list(was) == list(became) == [Key("themen", "zwei")]
    assert (was[Key("themen", "zwei")].title, became[Key("themen", "zwei")].title) == ("Zwei", "Drei")


@given(st.text(), st.text())
def test_whatever_text_comes_in_nothing_but_broken_comes_out(one: str, other: str) -> None:
    for path in ("roadmap/faden.md", "roadmap/faden.yml"):
        was, became = drafts_of(path, one.encode(errors="replace"), other.encode(errors="replace"))
        assert isinstance(was[_KEY].title, str)
        try:
            before, after = differing(was[_KEY], became[_KEY])
        except IsBroken:
            continue
        assert isinstance(before, dict)
        assert isinstance(after, dict)
    drafts_of("themen.yml", one.encode(errors="replace"), other.encode(errors="replace"))
