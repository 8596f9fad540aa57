"""What is a German word: simplemma's dictionary, and the words of the site itself."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from portal.search.compounds import Dictionary


class Lexicon:
    """The dictionary is large; it is read once per process, and only if a site has words to ask it about."""

    def __init__(self) -> None:
        self._forms = DefaultDictionaryFactory().get_dictionary("de")

    def noun(self, word: str) -> str | None:
        """The basic form if the word can be a noun."""
        found = self._forms.get(word.capitalize())
        return found if found and found[0].isupper() else None

    def basic_form(self, word: str) -> str:
        return self._forms.get(word.capitalize()) or self._forms.get(word) or word

    def is_verb(self, word: str) -> bool:
        return self._forms.get(word) == word

    def basic_forms(self, word: str) -> set[str]:
        """Every basic form of a word in small letters: of `Beschlüsse` the noun, of `beschlossen` the verb."""
        return {found.lower() for form in (word.capitalize(), word) if (found := self._forms.get(form))}


@cache
def lexicon() -> Lexicon:
    return Lexicon()


def dictionary(used_nouns: Container[str]) -> Dictionary:
    words = lexicon()
    return Dictionary(
        is_noun=lambda word: words.noun(word) is not None,
        is_verb=words.is_verb,
        is_used=used_nouns.__contains__,
        basic_form=words.basic_form,
    )
