"""Which feeds a record's news belong to: its own, and those of the bodies, people and topics that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from portal.register.entries import Key
from portal.register.link import Register

#: The relations, by the words that introduce them, through which a record belongs to another one. A mention in
#: prose is not enough, nor is how a group voted: that would make every paper news of every group.
BELONGS = frozenset(
    {
        "Beratungen in diesem Gremium",
        "Sitzungen",
        "Federführend bei",
        "Beteiligt an",
        "Beantragt",
        "Bearbeitet",
        "Verantwortlich für",
        "Hier gestellte Anfragen",
        "Hier beantwortete Anfragen",
        "Fragen gestellt",
        "Fragen beantwortet",
        "Fragen dazu",
        "Ereignisse",
        "Einträge zum Thema",
    }
)

#: For every record the pages where its news are to be found, itself first.
Homes = Mapping[Key, tuple[Key, ...]]


def homes(register: Register) -> Homes:
    """Read off the register's links in one pass."""
    found: defaultdict[Key, set[Key]] = defaultdict(set)
    for target, links in register.incoming.items():
        for link in links:
            if link.label in BELONGS and link.source != target:
                found[link.source].add(target)
    return MappingProxyType({key: (key, *sorted(found[key])) for key in register.entries})


def unique(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Each key once, in the order of first mention."""
    return tuple(dict.fromkeys(keys))
