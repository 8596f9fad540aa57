"""How a made-up town is composed, and the ids that its records call each other by."""

from __future__ import annotations

import datetime as dt
import random
from functools import cached_property

_COMMITTEES = 11
COUNCIL = "stadtvertretung"
#: Groups and their seats: together one vote fewer than twice twenty, so that twenty are a majority.
GROUPS = {"fraktion-rot": 12, "fraktion-blau": 9, "fraktion-gold": 8, "fraktion-weiss": 6, "fraktion-grau": 4}
OFFICES = ["stadtverwaltung", "stadtwerke", *(f"amt-{number}" for number in range(1, 6))]
COMMITTEES = [f"ausschuss-{number}" for number in range(1, _COMMITTEES + 1)]
_FIRST_DAY = dt.date(2010, 1, 1)
_DAYS = 5_400

#: How many in a thousand, and how many at most. Council papers are what is left.
_SHARES = {
    "quellen": (120, None),
    "fragen": (100, None),
    "roadmap": (80, None),
    "ereignisse": (40, None),
    "personen": (30, None),
    "sitzungen": (20, 1_500),
    "kennzahlen": (10, 300),
    "glossar": (10, 200),
    "gremien": (5, None),
}
_FEW = 3
TOPICS = 15
ARTICLES = 4


class Town:
    """A town of `count` records."""

    def __init__(self, count: int) -> None:
        amounts = {
            name: max(_FEW, min(count * share // 1000, count if most is None else most))
            for name, (share, most) in _SHARES.items()
        }
        amounts["gremien"] = max(amounts["gremien"], len(self.standing_bodies))
        amounts |= {"themen": TOPICS, "seiten": ARTICLES}
        amounts["beschluesse"] = count - sum(amounts.values())
        if amounts["beschluesse"] < 1:
            raise ValueError(f"A town of {count} records has no room for council papers.")
        self.amounts = amounts

    @property
    def standing_bodies(self) -> list[str]:
        """Those that towns of every size have."""
        return [COUNCIL, *COMMITTEES, *GROUPS, *OFFICES]

    @cached_property
    def paper_days(self) -> list[dt.date]:
        """The days of all papers, oldest first."""
        papers = self.amounts["beschluesse"]
        return [_FIRST_DAY + dt.timedelta(days=number * _DAYS // papers) for number in range(papers)]

    @cached_property
    def paper_numbers(self) -> list[str]:
        """What is printed on the papers; each year begins with 1."""
        numbers: list[str] = []
        year, place = 0, 0
        for day in self.paper_days:
            year, place = day.year, place + 1 if day.year == year else 1
            numbers.append(f"B {day:%y}/{place:04}")
        return numbers

    def any(self, type_name: str, prefix: str, dice: random.Random) -> str:
        """The id of one record of a type."""
        return f"{prefix}-{dice.randrange(self.amounts[type_name])}"

    def paper(self, dice: random.Random) -> str:
        return self.any("beschluesse", "vorlage", dice)

    def point(self, dice: random.Random) -> str:
        """A point of a decision; notices have none."""
        number = dice.randrange(self.amounts["beschluesse"])
        return f"vorlage-{number}" if is_notice(number) else f"vorlage-{number}#punkt-1"

    def project(self, dice: random.Random) -> str:
        return self.any("roadmap", "projekt", dice)

    def source(self, dice: random.Random) -> str:
        return self.any("quellen", "quelle", dice)

    def sources(self, dice: random.Random, number: int) -> str:
        """The sources of the record with this number, as a list. Every source is named by some record."""
        own = f"quelle-{number % self.amounts['quellen']}"
        return ", ".join(dict.fromkeys([own, *(self.source(dice) for _ in range(dice.randrange(3)))]))

    def person(self, dice: random.Random) -> str:
        return self.any("personen", "person", dice)

    def figure(self, dice: random.Random) -> str:
        return self.any("kennzahlen", "kennzahl", dice)


def is_notice(number: int) -> bool:
    """Whether a paper only tells something."""
    return number % 7 == 6


def topic(dice: random.Random) -> str:
    return f"thema-{dice.randrange(TOPICS)}"


def day(dice: random.Random) -> dt.date:
    return _FIRST_DAY + dt.timedelta(days=dice.randrange(_DAYS))


def sitting(after: dt.date, number: int) -> dt.date:
    """The next month's meeting. Bodies meet once a month, so that a meeting has several papers."""
    return (after.replace(day=28) + dt.timedelta(days=4)).replace(day=number)


def sitting_of(body: str, after: dt.date) -> dt.date:
    """Each body has its own day of the month."""
    return sitting(after, 20 if body == COUNCIL else COMMITTEES.index(body) + 1)
