"""What templates may ask for: links, words and groupings, prepared so that Jinja only displays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

from portal.council.agenda import Neighbours, neighbours
from portal.lists.chronicle import Excerpt, excerpts
from portal.parts.cut import UNFOLDED, Cut, cut
from portal.parts.prose import Prose
from portal.records import RECORD_TYPES, Inquiry, Paper, Question, Record, Resolution, Votes
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import AgendaEntry, Register
from portal.register.names import GLOSSARY, Target
from portal.register.states import PaperState
from portal.register.timeline import Certainty, Moment
from portal.register.urls import relative, url_of
from portal.views.chain import Chain
from portal.views.chainlinks import ChainLink, chain_links, example
from portal.views.revealing import questions_about
from portal.views.terms import Explained, Terms

#: Records that name another one in the same way, as far as its page lists them.
_NAMED = 30


@dataclass(frozen=True, slots=True)
class Link:
    """Another record as a page shows it: what kind, which words, which address below the root."""

    type: str
    words: str
    url: str
    entry: Entry[Record]

    @property
    def kind(self) -> str:
        return RECORD_TYPES[self.type].singular


@dataclass(frozen=True, slots=True)
class NumberedSource:
    """A source in the list at the end of a page, with the number that statements refer to."""

    number: int
    link: Link


class View:
    """One register, seen from one page after the other."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._prose = Prose(register)
        self._chain = Chain(register)
        self._neighbours = register.worked_out("Sitzungen davor und danach", lambda: neighbours(register))
        self._excerpts = register.worked_out("Auszüge", lambda: excerpts(register))
        self._terms = register.worked_out("Begriffe", lambda: {GLOSSARY: Terms.of(register)})
        self._page = ""
        self._root = ""
        self._first_step = self._to_root = ""
        self._source_numbers: dict[str, int] = {}

    def turn_to(self, page: str, entry: Entry[Record] | None = None) -> None:
        """Links and source numbers from now on are those of this page."""
        self._page, self._root = page, ""
        self._first_step, self._to_root = page.partition("/")[0], "../" * page.count("/")
        self._source_numbers = {s.link.entry.key.id: s.number for s in self.sources(entry)} if entry else {}

    def turn_to_anywhere(self, root: str) -> None:
        """The same for a page that is served under any address, such as the error page."""
        self._page, self._root, self._source_numbers = "", root, {}

    # --- Links ---------------------------------------------------------------------------------

    def href(self, url: str) -> str:
        """The address of something below the site's root, as seen from the current page."""
        if self._root:
            return self._root + url
        # Nearly all links lead out of the folder that the page is in; they need no comparing step by step.
        if self._to_root and not url.startswith(self._first_step):
            return self._to_root + url
        return relative(self._page, url)

    def prose(self, text: str) -> str:
        return self._prose.html(text, self._page)

    def prose_words(self, text: str) -> str:
        return self._prose.words(text)

    def prose_line(self, text: str) -> str:
        return self._prose.inline(text, self._page)

    def explained(self, html: str, about: Entry[Record]) -> Explained:
        """The page of a record with the first use of each glossary term marked."""
        return self._terms[GLOSSARY].explain(str(html), about, self.href)  # Jinja hands over Markup, which escapes

    def link(self, text: str, *types: str) -> Link:
        """The record that a field names."""
        return self.to(self.register.resolve(text, *types))

    def to(self, target: Target | Key) -> Link:
        if isinstance(target, Key):
            target = Target(target)
        entry = self.register.entries[target.key]
        part = f", {_part(target.fragment)}" if target.fragment else ""
        return Link(target.key.type, entry.record.title + part, url_of(target.key, target.fragment), entry)

    def meeting(self, body: str | None, date: object, meeting: str | None = None) -> Link | None:
        key = self.register.meeting_of(body, date, meeting)
        return self.to(key) if key else None

    # --- Relations -----------------------------------------------------------------------------

    def backlinks(self, key: Key, *shown: str, shown_at_parts: str = "") -> list[tuple[str, Cut[Link]]]:
        """Who names this record, grouped by how; what the page has `shown` elsewhere is left out."""
        links = [
            link
            for link in self.register.incoming.get(key, ())
            if link.label not in shown and not (link.label == shown_at_parts and link.target_fragment)
        ]
        return [
            (label, self._unique(Target(link.source, link.fragment) for link in group))
            for label, group in groupby(links, key=lambda link: link.label)
        ]

    def naming(self, key: Key, label: str, fragment: str = "") -> Cut[Link]:
        """The records that name this one, or one part of it, in a given way."""
        return self._unique(self._naming(key, label, fragment))

    def outcomes(self, key: Key, anchor: str, point: Resolution) -> Cut[Link]:
        """What shows that a decided point was carried out, and what was made of it."""
        evidence = (
            [self.register.resolve(text) for text in point.implementation.evidence] if point.implementation else []
        )
        return self._unique([*evidence, *self._naming(key, "Daraus wurde", anchor)], UNFOLDED)

    def _naming(self, key: Key, label: str, fragment: str) -> Iterator[Target]:
        for link in self.register.incoming.get(key, ()):
            if link.label == label and (not fragment or link.target_fragment == fragment):
                yield Target(link.source, link.fragment)

    def _unique(self, targets: Iterable[Target], room: int = _NAMED) -> Cut[Link]:
        return cut(dict.fromkeys(targets), room).each(self.to)

    def agenda(self, key: Key) -> tuple[AgendaEntry, ...]:
        return self.register.agendas.get(key, ())

    def revealed(self, entry: Entry[Record]) -> Cut[tuple[Link, Question]]:
        """The questions that brought a figure to light."""
        return cut(questions_about(entry, self.register)).each(lambda each: (self.to(each.target), each.question))

    def chain(self, entry: Entry[Record]) -> tuple[ChainLink, ...]:
        return chain_links(self._chain, entry)

    def example_chain(self) -> tuple[ChainLink, ...]:
        return example(self.register, self.register.settings.example)

    def questions(self, entry: Entry[Record]) -> Cut[tuple[Link, Question]]:
        """What was asked about a record, and about what follows from it."""
        return cut(self._chain.questions_on(entry).items()).each(lambda pair: (self.to(pair[0]), pair[1]))

    def neighbours(self, meeting: Key) -> Neighbours:
        """The meetings of the same body before and after this one."""
        return self._neighbours[meeting]

    def state(self, key: Key) -> PaperState:
        return self.register.states[key]

    # --- Sources -------------------------------------------------------------------------------

    def sources(self, entry: Entry[Record]) -> list[NumberedSource]:
        """Every source the record leans on, in the order of first mention."""
        named = dict.fromkeys(m.text for m in entry.mentions if m.ref.types == ("quellen",))
        return [NumberedSource(number, self.link(text, "quellen")) for number, text in enumerate(named, start=1)]

    def source_number(self, text: str) -> int:
        return self._source_numbers[text]

    # --- What happened when --------------------------------------------------------------------

    def moments_of_body(self, key: Key) -> Excerpt:
        """The newest things that happened in a body, and the way to all of them."""
        return self._excerpts.get(key, Excerpt())

    def moments_of_topic(self, key: Key) -> Excerpt:
        """The newest things that happened to the records of a topic, and the way to all of them."""
        return self._excerpts.get(key, Excerpt())

    def latest(self, amount: int) -> list[Moment]:
        """The newest things that have happened."""
        happened = (moment for moment in reversed(self.register.timeline) if moment.certainty is Certainty.HAPPENED)
        return list(islice(happened, amount))

    def upcoming(self, amount: int) -> list[Moment]:
        """The next things that are planned."""
        return [moment for moment in self.register.timeline if moment.certainty is Certainty.PLANNED][:amount]


def anchored(record: Paper | Inquiry) -> list[tuple[str, str]]:
    """Anchor and printed number of each point or question."""
    return [(anchor, anchor.partition("-")[2]) for anchor in anchors(record)]


def vote_fields(votes: Votes) -> list[tuple[str, int]]:
    """The known votes as (kind, count), for drawing one field a vote."""
    counts = (("ja", votes.yes), ("nein", votes.no), ("ent", votes.abstained))
    return [(kind, count) for kind, count in counts if isinstance(count, int)]


def _part(fragment: str) -> str:
    word, _, number = fragment.partition("-")
    return f"{word.capitalize()} {number}"
