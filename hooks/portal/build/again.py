"""Pages and parts of lists that need not be drawn again, because all that they were made from is as it was."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from portal.build.knowledge import Build
from portal.build.links import PageLinks
from portal.recipes import digest
from portal.workers import batches

#: Answers that a worker compares at a time.
_BATCH = 5_000


class Made(NamedTuple):
    """What has been drawn: what it is apart from what was looked up for it, and where it leads."""

    name: str
    digest: bytes
    lookups: tuple[str, ...]
    links: PageLinks


class PageMemory:
    """What all of them were made from, in an earlier build and in this one."""

    def __init__(self, kept: Any, circumstances: bytes) -> None:
        """`kept` is what an earlier build left; of use if it was built under the same circumstances."""
        self._circumstances = circumstances
        self._answers: dict[str, bytes] = {}
        self._made: dict[str, Made] = {}
        self._before, self._answers_before = _unpacked(kept, circumstances)

    def questions(self) -> Iterator[dict[str, bytes]]:
        """All that was looked up, with what was answered, in parts for a worker each."""
        return (dict(part) for part in batches(self._answers_before.items(), _BATCH))

    def unchanged(self, changed: set[str]) -> dict[str, bytes]:
        """All that has not looked up anything that is answered otherwise now, by name, with its digest."""
        return {name: made.digest for name, made in self._before.items() if changed.isdisjoint(made.lookups)}

    def kept(self, names: Iterable[str]) -> Iterator[PageLinks]:
        """Takes over what is as it was; returns where it leads."""
        for name in names:
            made = self._made[name] = self._before[name]
            for text in made.lookups:
                self._answers[text] = self._answers_before[text]
            yield made.links

    def add(self, made: Iterable[Made], answers: dict[str, bytes]) -> None:
        """What was drawn, and what was answered to what it asked."""
        self._made |= {each.name: each for each in made}
        self._answers |= answers

    def packed(self) -> Any:
        """All that the next build needs, in basic types; lookups by numbers, for most are made for many pages."""
        numbers: dict[str, int] = {}
        pages = [
            (url, digest, array("I", [numbers.setdefault(text, len(numbers)) for text in lookups]).tobytes(), *links)
            for url, digest, lookups, (_, *links) in self._made.values()
        ]
        return self._circumstances, list(numbers), [self._answers[text] for text in numbers], pages


def _unpacked(kept: Any, circumstances: bytes) -> tuple[dict[str, Made], dict[str, bytes]]:
    if not kept or kept[0] != circumstances:
        return {}, {}
    _, lookups, answers, pages = kept
    made = {
        url: Made(url, digest, tuple(lookups[number] for number in array("I", numbers)), PageLinks(url, *links))
        for url, digest, numbers, *links in pages
    }
    return made, dict(zip(lookups, answers, strict=True))


def circumstances(build: Build, *others: object) -> bytes:
    """What all pages depend on."""
    register, history = build.register, build.history
    return digest(
        repr(
            (
                register.settings,
                register.today,
                build.freshness if build.freshness.is_stale else None,
                (history.exists, history.is_cut, history.since),
                build.site_url,
                build.repo_url,
                build.assets,
                others,
            )
        )
    )
