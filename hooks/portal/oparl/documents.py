"""Files: the documents behind papers and meetings, as far as they can be read on the web."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from portal.oparl.base import Node, World, day, embedded
from portal.oparl.stations import paper_steps
from portal.records import Paper, Source
from portal.records.words import SourceKind
from portal.register.entries import Entry, Key

#: What a council writes itself. A newspaper's article is no file of the council's.
_OF_THE_COUNCIL = {SourceKind.PAPER, SourceKind.AGENDA_PAGE, SourceKind.MINUTES}

#: Nobody has told the portal under which terms the documents stand that it leads to.
_LICENCE = "unbekannt; das Portal verweist nur"


@dataclass(slots=True)
class Documents:
    """Every file of the register. Objects that show one say so here, which gives the references back."""

    world: World
    _of_paper: Mapping[Key, tuple[Entry[Source], ...]] = field(init=False)
    _shown: dict[str, Node] = field(default_factory=dict)
    _back: defaultdict[str, defaultdict[str, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def __post_init__(self) -> None:
        found: defaultdict[Key, list[Entry[Source]]] = defaultdict(list)
        for entry in self._sources():
            self._add(entry)
            if entry.record.paper:
                found[self.world.register.resolve(entry.record.paper, "beschluesse").key].append(entry)
        self._of_paper = {key: tuple(entries) for key, entries in found.items()}

    def of_paper(self, key: Key, paper: Paper, owner: str) -> Iterator[tuple[Node, bool]]:
        """The files of a paper, and whether it is the paper itself."""
        main = [entry for entry in self._of_paper.get(key, ()) if entry.record.kind is SourceKind.PAPER]
        for entry in self._of_paper.get(key, ()):
            yield self._show(entry.key, owner, "paper"), entry in main and len(main) == 1
        for number, attachment in enumerate(paper.attachments, start=1):
            if attachment.url:
                steps = (*paper_steps(key), str(number))
                node = self.world.node(
                    "file",
                    steps,
                    [key],
                    name=attachment.title,
                    accessUrl=attachment.url,
                    portal_fileLicense=_LICENCE,
                    web=self.world.web(key),
                )
                self._shown[node["id"]] = node
                self._back[node["id"]]["paper"].append(owner)
                yield embedded(node), False

    def named(self, names: Iterable[str], owner: str, relation: str) -> Iterator[tuple[Node, Source]]:
        """Those of a record's sources that are files of the council."""
        for key in dict.fromkeys(self.world.register.resolve(name, "quellen").key for name in names):
            source = self.world.register.entries[key].record
            if isinstance(source, Source) and self._id(key) in self._shown:
                yield self._show(key, owner, relation), source

    def nodes(self) -> list[Node]:
        """Every file by itself, with what it belongs to."""
        return [
            {**node, **{k: sorted(set(v)) for k, v in self._back[name].items()}} for name, node in self._shown.items()
        ]

    def _show(self, key: Key, owner: str, relation: str) -> Node:
        name = self._id(key)
        self._back[name][relation].append(owner)
        return embedded(self._shown[name])

    def _id(self, key: Key) -> str:
        return self.world.url("file", key.id)

    def _add(self, entry: Entry[Source]) -> None:
        source = entry.record
        self._shown[self._id(entry.key)] = self.world.node(
            "file",
            (entry.key.id,),
            [entry.key],
            name=source.title,
            date=None if source.date_inferred else day(source.date),
            accessUrl=source.url,
            portal_publisher=source.publisher,
            portal_fileLicense=_LICENCE,
            web=self.world.web(entry.key),
        )

    def _sources(self) -> Iterator[Entry[Source]]:
        for entry in sorted(self.world.register.by_type["quellen"], key=lambda entry: entry.key):
            source = entry.record
            if isinstance(source, Source) and is_file(source):
                yield entry  # type: ignore[misc]


def is_file(source: Source) -> bool:
    """A document of the council that can be read on the web; the standard requires an address."""
    return bool(source.url) and (source.paper is not None or source.kind in _OF_THE_COUNCIL)
