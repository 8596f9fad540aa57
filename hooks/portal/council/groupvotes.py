"""How a parliamentary group voted, paper by paper."""

from __future__ import annotations

from dataclasses import dataclass

from portal.dates import PartialDate
from portal.parts.rows import named_by
from portal.records import Consultation, GroupVotes, Paper
from portal.records.words import Stance
from portal.register.entries import Key
from portal.register.link import Register

#: How a paper's vote names a group.
VOTES = "Stimmverhalten bei"


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupVote:
    """How a group voted on a paper, and on which occasion."""

    key: Key
    consultation: Consultation
    votes: GroupVotes
    stance: Stance


def votes_of(register: Register, group: Key) -> list[GroupVote]:
    """Every vote of a group that is known, the newest first."""
    found = [
        GroupVote(key=target.key, consultation=station, votes=votes, stance=stance(votes))
        for target in named_by(register, group, VOTES)
        for station in stations(register, target.key)
        for votes in (station.votes.by_group if station.votes else ())
        if register.resolve(votes.group, group.type).key == group
    ]
    return sorted(found, key=lambda vote: newest_first(vote.consultation))


def stance(votes: GroupVotes) -> Stance:
    """How a group voted as a whole: as its record says, else as its numbers show if all of them are known."""
    if votes.stance is not Stance.UNKNOWN:
        return votes.stance
    counts = {Stance.YES: votes.yes, Stance.NO: votes.no, Stance.ABSTAINED: votes.abstained}
    used = [kind for kind, count in counts.items() if count]
    if not used or not all(isinstance(count, int) for count in counts.values()):
        return Stance.UNKNOWN
    return used[0] if len(used) == 1 else Stance.SPLIT


def stations(register: Register, paper: Key) -> tuple[Consultation, ...]:
    record = register.entries[paper].record
    return record.consultations if isinstance(record, Paper) else ()


def newest_first(consultation: Consultation) -> tuple[bool, int]:
    """What has no date comes last."""
    date = consultation.date
    return not isinstance(date, PartialDate), -date.first.toordinal() if isinstance(date, PartialDate) else 0
