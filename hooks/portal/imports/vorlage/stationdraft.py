"""Consultations in a draft: body, day, role, what came out and how groups voted."""

from __future__ import annotations

from portal.imports.vorlage.register import Known
from portal.imports.vorlage.sheet import Sheet, where
from portal.imports.vorlage.stationrows import Station
from portal.imports.vorlage.votes import Tally
from portal.records.words import Result, Role
from portal.writing.yamltext import Placeholder, Value


def add_stations(sheet: Sheet, stations: tuple[Station, ...], known: Known) -> None:
    """The whole way, or an example of it."""
    if not stations:
        sheet.missing.append("Beratungsfolge")
        sheet.open(
            "beratungsfolge",
            "[{gremium: hauptausschuss, termin: 2026-03-02, rolle: Vorberatung}]",
            "Nicht gefunden: die Stationen mit Gremium, Termin und Zuständigkeit.",
        )
        return
    sheet.put("beratungsfolge", [_item(sheet, index, station, known) for index, station in enumerate(stations)])
    places = "; ".join(where(station.lines) for station in stations)
    sheet.found.append(
        f"{len(stations)} {'Station' if len(stations) == 1 else 'Stationen'} der Beratungsfolge ({places})"
    )


def sentence(station: Station, known: Known) -> str:
    """A station in words, for where a record has no field for it."""
    said = station.said
    role = f", {said.role}" if said.role and said.role is not Role.UNKNOWN else ""
    return f"{station.body or 'Gremium unbekannt'} ({known.directory.body(station.body).id}) am {said.date or 'unbekannt'}{role}, {where(station.lines)}"


def _item(sheet: Sheet, index: int, station: Station, known: Known) -> dict[str, Value]:
    said, outcome = station.said, station.said.outcome
    place = ("beratungsfolge", index)
    sheet.note(place, where(station.lines))
    item: dict[str, Value] = {"gremium": _body(sheet, index, station, known)}
    item["termin"] = said.date or "unbekannt"
    if not said.date:
        sheet.unsure.append(f"Termin der {index + 1}. Station: kein Tag gefunden ({where(station.lines)})")
    if said.role and said.role is not Role.UNKNOWN:
        item["rolle"] = str(said.role)
    else:
        item["rolle"] = Placeholder(example="Vorberatung")
        if said.role_wording:
            sheet.note((*place, "rolle"), f"Auf dem Papier steht „{said.role_wording}“.")
    if said.agenda:
        item["top"] = said.agenda
    if station.outcome_lines:
        doubt = (
            ""
            if station.outcome_is_sure
            else " Das Papier sagt dort nicht, zu welcher Station das gehört: Bitte prüfen."
        )
        sheet.note(place, f"Ergebnis: {where(station.outcome_lines)}.{doubt}")
        if doubt:
            sheet.unsure.append(f"zu welcher Station das Ergebnis gehört ({where(station.outcome_lines)})")
    if outcome.result:
        item["ergebnis"] = str(outcome.result)
        if said.role is Role.PREPARATION and outcome.result in {Result.ADOPTED, Result.ADOPTED_CHANGED}:
            sheet.note(
                (*place, "ergebnis"), "Ein vorberatendes Gremium empfiehlt: Bitte prüfen, ob „empfohlen“ gemeint ist."
            )
    else:
        item["ergebnis"] = Placeholder(example="beschlossen")
    if outcome.majority:
        item["mehrheit"] = str(outcome.majority)
    if votes := _votes(sheet, index, station, known):
        item["stimmen"] = votes
    if outcome:
        sheet.found.append(f"Ergebnis der {index + 1}. Station ({where(station.outcome_lines or station.lines)})")
    return item


def _body(sheet: Sheet, index: int, station: Station, known: Known) -> Value:
    if not station.body:
        sheet.unsure.append(f"Gremium der {index + 1}. Station ({where(station.lines)})")
        return Placeholder(example="hauptausschuss")
    match = known.directory.body(station.body)
    place = ("beratungsfolge", index, "gremium")
    if not match.known:
        sheet.note(
            place,
            f"„{station.body}“ steht nicht im Register. Vorschlag: anlegen mit „portal new gremien“, Kennung {match.id}.",
        )
        sheet.unsure.append(f"„{station.body}“ ist kein Gremium des Registers ({where(station.lines)})")
    elif not match.sure:
        sheet.note(place, f"Auf dem Papier: „{station.body}“. Bitte prüfen, ob dieses Gremium gemeint ist.")
        sheet.unsure.append(f"ob „{station.body}“ das Gremium {match.id} ist ({where(station.lines)})")
    return match.id


def _votes(sheet: Sheet, index: int, station: Station, known: Known) -> dict[str, Value]:
    votes: dict[str, Value] = {**_counts(station.said.outcome.tally)}
    if station.groups:
        groups: list[Value] = []
        for number, (name, tally) in enumerate(station.groups):
            match = known.directory.group(name)
            stance = {"haltung": str(tally.stance)} if tally.stance else {}
            groups.append({"fraktion": match.id, **_counts(tally), **stance})
            if not match.known:
                place = ("beratungsfolge", index, "stimmen", "nach-fraktion", number)
                sheet.note(place, f"„{name}“ steht nicht im Register. Vorschlag: anlegen mit „portal new gremien“.")
        votes["nach-fraktion"] = groups
    return votes


def _counts(tally: Tally) -> dict[str, Value]:
    named = (("ja", tally.yes), ("nein", tally.no), ("enthaltung", tally.abstained))
    return {key: str(count) for key, count in named if count is not None}
