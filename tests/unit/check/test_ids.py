"""Ids: what is one, and the nearest one to what is not."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from portal.validate import slugify

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


@given(st.text() | st.text("aB3-äß_ .", max_size=200))
@example("-" * 300)
@example("a" * 99 + "-b")
@example("ẞ İ ﬀ")
def test_a_suggested_id_is_valid_or_empty(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or _SLUG.fullmatch(slug)
    assert len(slug) <= 100
    assert slugify(slug) == slug


@given(st.from_regex(_SLUG, fullmatch=True).filter(lambda slug: len(slug) <= 100))
def test_a_valid_id_is_its_own_suggestion(slug: str) -> None:
    assert slugify(slug) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Straßen & Grünflächen", "strassen-gruenflaechen"),
        ("B 22/0189", "b-22-0189"),
        ("ÄÖÜ", "aeoeue"),
        ("  --  ", ""),
        ("東京", ""),
    ],
)
def test_umlauts_are_spelt_out_and_the_rest_becomes_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug
