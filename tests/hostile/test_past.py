"""Commits from the hand of a stranger: their messages stand as text on the pages of the history, their names nowhere."""

from __future__ import annotations

import re

import pytest
from build.html import Document, name_of
from build.sites import Site
from lxml import etree

from hostile.past import COMMITS, RECORD

_PAGE = f"{RECORD.rpartition('.')[0]}/"
_ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def pages(remembered: Site) -> list[Document]:
    """Where the commits are told: the record's own page and the list of all changes."""
    listed = [page for page in remembered.documents if page.address.startswith("aenderungen/")]
    return [remembered.document(_PAGE), *listed]


@pytest.mark.parametrize("name", COMMITS)
def test_what_a_commit_says_is_shown_as_text(name: str, pages: list[Document]) -> None:
    wanted = " ".join(COMMITS[name].shown.split())
    for page in pages:
        assert wanted in " ".join(page.text.split()), page.address


def test_no_message_becomes_a_part_of_a_page(pages: list[Document], remembered: Site) -> None:
    told = {page.address for page in pages}
    others = [page for page in remembered.documents if page.address not in told]
    known = {(name_of(e), key) for page in others for e in page.elements() for key in ("", *e.keys())}
    for page in pages:
        found = {(name_of(e), key) for e in page.elements() for key in ("", *e.keys())}
        assert not {key for _, key in found if key.startswith("on") or key == "style"}, page.address
        assert {name for name, _ in found} <= {name for name, _ in known}, page.address
        assert page.address.startswith("aenderungen/") or found <= known, found - known
        for link in page.elements("a"):
            assert "boese.example" not in link.get("href", ""), page.address
            assert not link.get("href", "").startswith(("javascript:", "data:")), page.address
        for item in page.elements("img"):
            assert "boese.example" not in item.get("src", ""), page.address


def test_feeds_of_changes_are_sound_and_hold_what_was_said(remembered: Site) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    told = ""
    for path in ("feeds/aenderungen.atom", f"feeds/{_PAGE.strip('/')}.atom"):
        root = etree.fromstring(remembered.files[path].read_bytes(), parser)
        assert {etree.QName(e).namespace for e in root.iter() if isinstance(e.tag, str)} <= {
            *_ATOM.values(),
            "http://purl.org/syndication/history/1.0",
        }, path
        assert not root.xpath("//a:*[starts-with(local-name(), 'x')]", namespaces=_ATOM)
        told += " ".join("".join(root.itertext()).split())
    assert "<script>alert(1)</script>" in told
    assert "{{ 7 * 7 }}" in told
    assert "</summary></entry><entry>" in told


def test_nobodys_name_is_shown_however_it_is_spelled(remembered: Site) -> None:
    for path, file in remembered.files.items():
        if path.endswith((".html", ".atom", ".json", ".csv", ".ics")):
            content = file.read_bytes()
            assert b"boese.example>" not in content, path
            assert b"x@boese" not in content, path
            assert b"maria@muster" not in content, path


def test_no_sign_that_hides_or_turns_text_comes_from_a_message(pages: list[Document]) -> None:
    for page in pages:
        assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", page.text), (
            page.address
        )
