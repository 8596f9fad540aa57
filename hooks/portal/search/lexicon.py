"""What is a German word: simplemma's dictionary, and the words of the site itself."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from portal.search.compounds import Dictionary

#: For forms that the dictionary does not have.
_NOTHING = ""


@cache
def shipped() -> Mapping[str, str]:
    """Basic forms by forms. It is large and takes a second to read; a process does that once, if it has to."""
    return DefaultDictionaryFactory().get_dictionary("de")


class Lexicon:
    """What the dictionary says, asked only about forms that nobody has asked about before."""

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        """`answers` are those to earlier questions, perhaps of an earlier build."""
        self._answers = dict(answers or {})
        self._learned: dict[str, str] = {}

    def learned(self) -> dict[str, str]:
        """All answers that were not known and have not been handed out yet."""
        learned, self._learned = self._learned, {}
        return learned

    def noun(self, word: str) -> str | None:
        """The basic form if the word can be a noun."""
        found = self._of(word.capitalize())
        return found if found and found[0].isupper() else None

    def basic_form(self, word: str) -> str:
        return self._of(word.capitalize()) or self._of(word) or word

    def is_verb(self, word: str) -> bool:
        return self._of(word) == word

    def basic_forms(self, word: str) -> set[str]:
        """Every basic form of a word in small letters: of `Beschlüsse` the noun, of `beschlossen` the verb."""
        return {found.lower() for form in (word.capitalize(), word) if (found := self._of(form))}

    def dictionary(self, used_nouns: Container[str]) -> Dictionary:
        return Dictionary(
            is_noun=lambda word: self.noun(word) is not None,
            is_verb=self.is_verb,
            is_used=used_nouns.__contains__,
            basic_form=self.basic_form,
        )

    def _of(self, form: str) -> str:
        """The basic form, or nothing."""
        if (answer := self._answers.get(form)) is None:
            answer = self._answers[form] = self._learned[form] = shipped().get(form) or _NOTHING
        return answer
