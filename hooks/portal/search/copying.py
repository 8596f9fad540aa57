"""From finished pages to copies for Pagefind: of those pages that the index before does not have as they are now.

What leads to a page depends on its own text, on the glossary, and on what other pages show to be a noun: a word is
taken apart with more confidence where its parts are nouns of the site.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from portal.outputs.sitefolder import SiteFolder, write
from portal.search.cards import Card, Cards
from portal.search.copies import SAMPLE, Additions, copy_of, names_of, sample
from portal.search.figures import figures_of
from portal.search.lexicon import Lexicon
from portal.search.memory import PageWords, SearchMemory, fingerprint
from portal.search.text import END_OF_NAME, Text, body_of, text_of, words_of
from portal.search.vocabulary import Vocabulary
from portal.search.wordweb import WordWeb, parts_among, words_of_address
from portal.store import Store
from portal.workers import Crew, Shared

#: Files of pages, by the pages' addresses.
Paths = Mapping[str, Path]

#: Pages are read, and their words are kept, in so many groups.
_GROUPS = 64
#: Where more nouns than these have come or gone, looking for the words they matter to is not worth it.
_FEW_NOUNS = 200
_PAGE = "index.html"


class Desk(NamedTuple):
    """What every task needs."""

    cards: Cards
    folder: SiteFolder
    store: Store


class Copies(NamedTuple):
    """Copies that Pagefind has to read."""

    #: One at least, if only with the sample.
    folders: set[Path]
    #: Of every page that was read and can be found, by its address: the digest of its copy.
    digests: dict[str, bytes]
    #: Of which pages there is a copy; those of others are as they were.
    written: set[str]


@dataclass(slots=True, kw_only=True)
class _Group:
    """Pages that are read together."""

    #: Where their words are kept.
    part: str
    changed: dict[str, Path] = field(default_factory=dict)
    same: dict[str, Path] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    #: Digests of the copies that the index has.
    copies: dict[str, bytes] = field(default_factory=dict)

    @property
    def has_changed(self) -> bool:
        return bool(self.changed or self.removed)


class _Known(NamedTuple):
    """What is known of words."""

    #: Answers of the dictionary.
    answers: Path
    #: The nouns of the whole site.
    nouns: Path
    #: Words that may be taken apart in another way than before, since some nouns are new or gone.
    apart: frozenset[str] = frozenset()


class _Found(NamedTuple):
    """What can be found of a page; text and words in basic types, to be noted down."""

    url: str
    body: str
    title: str
    lead: str
    all: str
    words: list[str]

    @property
    def text(self) -> Text:
        return Text(self.title, self.lead, self.all)


class _Done(NamedTuple):
    part: str
    gained: Vocabulary
    lost: Vocabulary
    digests: dict[str, bytes]
    written: list[str]
    learned: dict[str, str]


def copy_pages(
    desk: Shared[Desk], crew: Crew, memory: SearchMemory, paths: Paths, *, in_index: Mapping[str, bool], folder: Path
) -> Copies:
    """Copies of all pages but those `in_index` whose copy there is theirs; brings the memory of words up to date.

    Which pages `in_index` says and for each whether it is made from what it was made from before.
    """
    lanes = [folder / f"seiten-{number}" for number in range(crew.size)]
    for lane in lanes:
        write(lane, [(f"{SAMPLE}{_PAGE}", sample().encode())])
    notes = folder / "gelesen"
    notes.mkdir()
    groups = _groups(memory, paths, in_index)
    work = {number: group for number, group in groups.items() if group.has_changed}
    before = {*memory.nouns}
    for delta in crew.run("Wörter", [partial(_read, desk, group, notes / str(key)) for key, group in work.items()]):
        memory.nouns.update(delta)
    memory.nouns = +memory.nouns
    known = _Known(notes / "antworten", notes / "nomen")
    known.answers.write_bytes(marshal.dumps(memory.answers))
    known.nouns.write_bytes(marshal.dumps({*memory.nouns}))
    if in_index and (other := memory.nouns.keys() ^ before):
        words = {*memory.vocabulary.words(), *(word for url in in_index for word in words_of_address(url))}
        for apart, learned in crew.run("Nomen", [partial(_apart, frozenset(other), words, known)]):
            known = known._replace(apart=apart)
            memory.answers |= learned
    if known.apart:
        work = groups
    lane_of = dict(zip(work, cycle(lanes)))
    tasks = [partial(_copy, desk, group, known, notes / str(key), lane_of[key]) for key, group in work.items()]
    copies = Copies({lanes[0]}, {}, set())
    for key, done in zip(work, crew.run("Suche", tasks), strict=True):
        memory.words_of_pages[key] = done.part
        memory.vocabulary.merge(done.gained)
        memory.vocabulary.without(done.lost)
        memory.answers |= done.learned
        copies.digests.update(done.digests)
        copies.written.update(done.written)
        if done.written:
            copies.folders.add(lane_of[key])
    return copies


def _groups(memory: SearchMemory, paths: Paths, in_index: Mapping[str, bool]) -> dict[int, _Group]:
    groups = {number: _Group(part=memory.words_of_pages.get(number, "")) for number in range(_GROUPS)}
    for url, path in paths.items():
        group = groups[_group_of(url)]
        (group.same if in_index.get(url) else group.changed)[url] = path
        if url in in_index:
            group.copies[url] = memory.pages[url].copy
    for url in memory.pages.keys() - paths.keys():
        groups[_group_of(url)].removed.add(url)
    return groups


def _group_of(url: str) -> int:
    return crc32(url.encode()) % _GROUPS


def _read(desk: Shared[Desk], group: _Group, notes: Path) -> Counter[str]:
    """Notes down what can be found on changed pages; returns how many pages more, or less, each noun stands on."""
    found = [_found(url, body) for url, body in _bodies(group.changed)]
    notes.write_bytes(marshal.dumps([tuple(page) for page in found]))
    delta: Counter[str] = Counter()
    for page in found:
        delta.update(PageWords(Counter(page.words), Counter()).nouns())
    for words in _words_before(desk, group, [*group.changed, *group.removed]).values():
        delta.subtract(words.nouns())
    return delta


def _apart(nouns: frozenset[str], words: Iterable[str], known: _Known) -> tuple[frozenset[str], dict[str, str]]:
    """Which words a change of the site's nouns matters to; see `Compounds`, which asks for parts of basic forms."""
    lexicon = _lexicon(known.answers)
    parts = parts_among(nouns, lexicon)
    if len(parts) > _FEW_NOUNS:
        return frozenset(words), lexicon.learned()
    basic = {word: lexicon.basic_form(word.lower()).lower() for word in words if parts and word.isalpha()}
    found = frozenset(word for word, form in basic.items() if any(part in form for part in parts))
    return found, lexicon.learned()


def _copy(desk: Shared[Desk], group: _Group, known: _Known, notes: Path, lane: Path) -> _Done:
    """Copies changed pages, and those with a word that is now taken apart in another way."""
    cards, _, store = desk.it
    kept = store.load_part(group.part) if group.part else {}
    changed = _noted(notes)
    others = {url: path for url, path in group.same.items() if _has_one_of(known.apart, url, kept[url])}
    done = _Done("", Vocabulary(), Vocabulary(), {}, [], {})
    for url in (*group.changed, *group.removed, *others):
        if url in kept:
            done.lost.add(PageWords.of(kept.pop(url)).all())
    for page in (*changed, *(_found(url, body) for url, body in _bodies(others))):
        url = page.url
        words, copy = _copied(page, cards[url], _web(desk, known.nouns, known.answers))
        kept[url] = words.packed()
        done.gained.add(words.all())
        done.digests[url] = fingerprint(copy.encode(), repr(cards[url]).encode())
        if done.digests[url] != group.copies.get(url):
            write(lane, [(f"{url}{_PAGE}", copy.encode())])
            done.written.append(url)
    return done._replace(part=store.keep_part(kept), learned=_lexicon(known.answers).learned())


def _words_before(desk: Shared[Desk], group: _Group, urls: Iterable[str]) -> dict[str, PageWords]:
    kept = desk.it.store.load_part(group.part) if group.part else {}
    return {url: PageWords.of(kept[url]) for url in urls if url in kept}


def _noted(notes: Path) -> list[_Found]:
    """Of groups that have not changed there are none."""
    found = marshal.loads(notes.read_bytes()) if notes.exists() else []  # noqa: S302 - our own
    return [_Found(*page) for page in found]


def _bodies(paths: Paths) -> Iterator[tuple[str, str]]:
    for url, path in paths.items():
        if body := body_of(path.read_text(encoding="utf-8")):
            yield url, body


def _found(url: str, body: str) -> _Found:
    text = text_of(body)
    return _Found(url, body, *text, words=words_of(text.all))


def _copied(page: _Found, card: Card, web: WordWeb) -> tuple[PageWords, str]:
    text, words = page.text, page.words
    title, beside = web.beside(words_of(text.title)), web.beside(words)
    strong = title.strong | web.nouns_of_address(page.url, words)
    hidden = strong | beside.strong | beside.weak
    added = Additions(title=strong, text=hidden - strong, figures=figures_of(text.all))
    others = Counter([*sorted(hidden), *(name + END_OF_NAME for name in names_of(text, card))])
    return PageWords(Counter(words), others), copy_of(page.body, text, card, added)


@lru_cache(maxsize=1)
def _lexicon(answers: Path) -> Lexicon:
    return Lexicon(marshal.loads(answers.read_bytes()))  # noqa: S302 - our own


@lru_cache(maxsize=1)
def _web(desk: Shared[Desk], nouns: Path, answers: Path) -> WordWeb:
    """Every worker makes its own, once: most of it are words that it comes to know on the way."""
    return WordWeb(desk.it.cards.register, marshal.loads(nouns.read_bytes()), _lexicon(answers))  # noqa: S302


def _has_one_of(words: frozenset[str], url: str, kept: tuple[str, bytes, str, bytes]) -> bool:
    return bool(words) and not words.isdisjoint((*kept[0].split("\n"), *words_of_address(url)))
