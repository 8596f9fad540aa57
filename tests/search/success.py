"""How often a search finds what was looked for: by group, for a list of queries with the records that answer them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
#: Queries that nothing answers: finding nothing is success.
NONSENSE = "nonsense"
FIRST = 3


@dataclass(frozen=True)
class Query:
    group: str
    text: str
    #: Addresses of records that answer it.
    expected: tuple[str, ...]
    #: Whether only the first place will do.
    is_exact: bool

    def is_answered_by(self, found: list[str]) -> bool:
        if self.group == NONSENSE:
            return not found
        return any(f"{address}/" in found[: 1 if self.is_exact else FIRST] for address in self.expected)


def queries(name: str) -> list[Query]:
    groups = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return [
        Query(group, query["query"], tuple(query.get("expect", ())), "first" in query)
        for group, members in groups.items()
        for query in members
    ]


@dataclass(frozen=True)
class Outcome:
    """What was found for each query."""

    found: dict[Query, list[str]]

    @property
    def missed(self) -> list[Query]:
        return [query for query, addresses in self.found.items() if not query.is_answered_by(addresses)]

    @property
    def shares(self) -> dict[str, float]:
        """The share of answered queries, by group and of all."""
        groups = [*dict.fromkeys(query.group for query in self.found), ""]
        return {group or "all": self._share(group) for group in groups}

    def _share(self, group: str) -> float:
        members = [query for query in self.found if group in {"", query.group}]
        return 1 - sum(query in self.missed for query in members) / len(members)

    def table(self) -> Iterator[str]:
        for group, share in self.shares.items():
            amount = sum(group in {"all", query.group} for query in self.found)
            yield f"  {group:<12} {share:6.1%} of {amount}"
        for query in self.missed:
            yield f"  missed: {query.text!r} ({query.group}): {', '.join(self.found[query][:FIRST]) or 'nothing'}"


def outcome(name: str, find: Callable[[str], list[str]]) -> Outcome:
    """`find` gives the addresses of results below the site's root, the best first."""
    return Outcome({query: find(query.text) for query in queries(name)})
