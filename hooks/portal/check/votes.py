"""Votes that cannot have been counted like that."""

from __future__ import annotations

from collections.abc import Iterator

from portal.problems import Problem
from portal.records import Consultation, Paper, Record, Votes
from portal.records.references import Location
from portal.records.words import Majority, Result, Role
from portal.register.entries import Entry

_FINAL = {Result.ADOPTED, Result.ADOPTED_CHANGED, Result.PARTLY_ADOPTED}
_ADVICE = {Result.RECOMMENDED, Result.RECOMMENDED_CHANGED, Result.NOT_RECOMMENDED}
_COUNTS = (("ja", "yes"), ("nein", "no"), ("enthaltung", "abstained"))


def problems(entry: Entry[Record]) -> Iterator[Problem]:
    if not isinstance(entry.record, Paper):
        return
    for index, consultation in enumerate(entry.record.consultations):
        location = ("beratungsfolge", index)
        for sub_location, message in _result_problems(consultation):
            yield entry.problem((*location, *sub_location), message)
        if consultation.votes:
            for sub_location, message in _sum_problems(consultation.votes):
                yield entry.problem((*location, "stimmen", *sub_location), message)


def _result_problems(consultation: Consultation) -> Iterator[tuple[Location, str]]:
    role, result, votes = consultation.role, consultation.result, consultation.votes
    if role is Role.PREPARATION and result in _FINAL:
        advice = "geändert empfohlen" if result is Result.ADOPTED_CHANGED else "empfohlen"
        yield ("ergebnis",), f"Ein vorberatendes Gremium beschließt nicht, es empfiehlt. Meinten Sie „{advice}“?"
    if role is Role.DECISION and result in _ADVICE:
        yield (
            ("ergebnis",),
            f"Ein entscheidendes Gremium empfiehlt nicht („{result}“). Meinten Sie „beschlossen“ oder „abgelehnt“?",
        )
    if not votes:
        return
    yes, no = votes.yes, votes.no
    if consultation.majority is Majority.UNANIMOUS and isinstance(no, int) and no > 0:
        against = "einer Nein-Stimme" if no == 1 else f"{no} Nein-Stimmen"
        yield (
            ("mehrheit",),
            f"„einstimmig“ passt nicht zu {against}. Enthaltungen sind erlaubt, Nein-Stimmen nicht.",
        )
    if result in _FINAL and isinstance(yes, int) and isinstance(no, int) and no >= yes:
        yield ("stimmen",), f"„{result}“ passt nicht zu {yes} Ja und {no} Nein. Bitte Ergebnis oder Stimmen prüfen."
    if (
        result is Result.REJECTED
        and isinstance(yes, int)
        and isinstance(no, int)
        and yes > no
        and not consultation.note
    ):
        yield (
            ("stimmen",),
            f"„abgelehnt“ passt nicht zu {yes} Ja und {no} Nein. Brauchte es eine größere Mehrheit, bitte in „notiz“ sagen.",
        )


def _sum_problems(votes: Votes) -> Iterator[tuple[Location, str]]:
    if votes.yes == votes.no == votes.abstained == 0:
        yield (
            (),
            "0 Ja, 0 Nein, 0 Enthaltungen hieß in den Unterlagen bisher immer: nicht gezählt. Bitte „stimmen“ löschen; was fehlt, gilt als unbekannt.",
        )
    seen: set[str] = set()
    for index, group in enumerate(votes.by_group):
        if group.group in seen:
            yield ("nach-fraktion", index), f"Die Fraktion „{group.group}“ steht doppelt."
        seen.add(group.group)
    for key, attribute in _COUNTS:
        total = getattr(votes, attribute)
        known = [count for group in votes.by_group if isinstance(count := getattr(group, attribute), int)]
        if isinstance(total, int) and known:
            complete = len(known) == len(votes.by_group)
            if sum(known) > total or (complete and sum(known) != total):
                yield (
                    (key,),
                    f"Die Fraktionen kommen bei „{key}“ zusammen auf {sum(known)}, angegeben ist insgesamt {total}. Bitte nachrechnen.",
                )
