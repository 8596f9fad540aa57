"""Addresses, and the way from one page to another."""

from __future__ import annotations

import pytest
from portal.register.entries import Key
from portal.register.urls import json_of, relative, url_of


def test_a_record_has_a_page_and_a_machine_readable_form() -> None:
    key = Key("beschluesse", "b-22-0189")
    assert url_of(key) == "beschluesse/b-22-0189/"
    assert url_of(key, "punkt-3") == "beschluesse/b-22-0189/#punkt-3"
    assert json_of(key) == "api/v1/beschluesse/b-22-0189.json"


@pytest.mark.parametrize(
    ("page", "target", "way"),
    [
        ("beschluesse/a/", "beschluesse/b/", "../b/"),
        ("beschluesse/a/", "gremien/rat/#punkt-1", "../../gremien/rat/#punkt-1"),
        ("beschluesse/a/", "beschluesse/", "../"),
        ("beschluesse/a/", "", "../../"),
        ("beschluesse/a/", "api/v1/index.json", "../../api/v1/index.json"),
        ("beschluesse/a/", "beschluesse/a/", "."),
        ("beschluesse/a/", "beschluesse/a/#punkt-1", "#punkt-1"),
        ("", "gremien/rat/", "gremien/rat/"),
        ("", "", "."),
        ("", "#unten", "#unten"),
        ("beschluesse/a.md", "beschluesse/b.md", "b.md"),
    ],
)
def test_the_way_from_page_to_page(page: str, target: str, way: str) -> None:
    assert relative(page, target) == way
