"""The dictionary is large, and read only for what nobody knows yet."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from portal.search import lexicon
from portal.search.lexicon import Lexicon

_ASKED: list[Callable[[Lexicon], object]] = [
    lambda words: words.noun("häuser"),
    lambda words: words.noun("gehen"),
    lambda words: words.noun("xyzzy"),
    lambda words: words.basic_form("häuser"),
    lambda words: words.basic_form("xyzzy"),
    lambda words: words.is_verb("gehen"),
    lambda words: words.is_verb("haus"),
    lambda words: words.basic_forms("beschlossen"),
    lambda words: words.dictionary({"haus"}).is_noun("haus"),
]


def _forbidden() -> None:
    pytest.fail("Das Wörterbuch wird gelesen", pytrace=False)


def test_what_was_asked_once_is_answered_the_same_without_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Lexicon()
    said = [ask(words) for ask in _ASKED]
    answers = words.learned()
    assert said[0] == answers["Häuser"] == "Haus"
    assert answers["Xyzzy"] == ""
    assert not words.learned()
    monkeypatch.setattr(lexicon, "shipped", _forbidden)
    later = Lexicon(answers)
    assert [ask(later) for ask in _ASKED] == said
    assert not later.learned()
