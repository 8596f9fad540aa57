"""What the wordings of council systems mean. A wording that stands in no table means nothing: it is carried as it is.

Whole wordings only, never parts of them: „ungeändert beschlossen“ holds „geändert beschlossen“, and „nicht empfohlen“
holds „empfohlen“.
"""

from __future__ import annotations

import re

from portal.imports.oparl.wordtable import plain, table
from portal.records.words import Majority, MeetingState, OrganizationKind, PaperKind, Result, Role

_ROLES = table(
    Role,
    {
        Role.PREPARATION: "vorberatend|zur Vorberatung|Empfehlung|zur Empfehlung|Beschlussempfehlung|Vorberatung/Empfehlung",
        Role.DECISION: "zur Entscheidung|entscheidend|Beschlussfassung|zur Beschlussfassung|Beschluss|zum Beschluss|"
        "beschließend|endgültige Entscheidung|abschließende Entscheidung|abschließende Beschlussfassung|endgültiger Beschluss",
        Role.HEARING: "zur Anhörung|anhörend|Stellungnahme|zur Stellungnahme",
        Role.NOTICE: "zur Kenntnisnahme|zur Kenntnis|Kenntnis|Information|zur Information|Mitteilung|Bericht|Berichterstattung",
        Role.DELIBERATION: "zur Beratung|beratend|Mitberatung|zur Mitberatung|mitberatend",
    },
)

_RESULTS = table(
    Result,
    {
        Result.ADOPTED: "ungeändert beschlossen|unverändert beschlossen|wie vorgeschlagen beschlossen|beschlossen wie vorgeschlagen|"
        "laut Beschlussvorschlag|laut Beschlussvorschlag beschlossen|gemäß Beschlussvorschlag beschlossen|gemäß Vorlage beschlossen|"
        "laut Vorlage beschlossen|antragsgemäß beschlossen|angenommen|unverändert angenommen|ungeändert angenommen|"
        "Antrag angenommen|zugestimmt|Zustimmung|ungeändert zugestimmt|unverändert zugestimmt|genehmigt|Beschluss gefasst",
        Result.ADOPTED_CHANGED: "verändert beschlossen|abgeändert beschlossen|mit Änderung beschlossen|mit Änderungen beschlossen|"
        "in geänderter Fassung beschlossen|in geänderter Form beschlossen|mit Ergänzung beschlossen|mit Ergänzungen beschlossen|"
        "ergänzt beschlossen|abweichend beschlossen|geändert zugestimmt|geändert angenommen|mit Änderungen angenommen",
        Result.PARTLY_ADOPTED: "teilweise angenommen|teilweise zugestimmt|in Teilen beschlossen",
        Result.RECOMMENDED: "zur Beschlussfassung empfohlen|zur Annahme empfohlen|ungeändert empfohlen|unverändert empfohlen|"
        "Empfehlung beschlossen|Empfehlung ausgesprochen|Beschluss empfohlen|Annahme empfohlen",
        Result.RECOMMENDED_CHANGED: "mit Änderung empfohlen|mit Änderungen empfohlen|verändert empfohlen|"
        "in geänderter Fassung empfohlen|geänderte Empfehlung",
        Result.NOT_RECOMMENDED: "Ablehnung empfohlen|zur Ablehnung empfohlen",
        Result.REJECTED: "Ablehnung|Antrag abgelehnt|nicht beschlossen|nicht angenommen|nicht zugestimmt|keine Zustimmung",
        Result.POSTPONED: "Vertagung|zurückgestellt|Zurückstellung|verschoben|geschoben|ohne Beschlussfassung geschoben|"
        "in die nächste Sitzung vertagt|auf die nächste Sitzung vertagt|in die nächste Sitzung verschoben",
        Result.REFERRED: "Verweisung|überwiesen|zurückverwiesen|zurück verwiesen|an Verwaltung zurück verwiesen|"
        "an Verwaltung zurückverwiesen|an die Verwaltung zurückverwiesen|an die Verwaltung verwiesen|an Verwaltung verwiesen|"
        "in Ausschuss verwiesen|in den Ausschuss verwiesen|an Ausschuss verwiesen|an den Ausschuss verwiesen|in Fachausschuss verwiesen|"
        "an Ausschuss überwiesen|an Fachausschuss verwiesen|an Fachausschuss überwiesen|an andere Gremien verwiesen|"
        "in anderes Gremium verwiesen|an die Fraktionen verwiesen|in die Fraktionen verwiesen",
        Result.WITHDRAWN: "zurückgenommen|Antrag zurückgezogen|vom Antragsteller zurückgezogen|von der Verwaltung zurückgezogen|"
        "durch die Verwaltung zurückgezogen|durch Verwaltung zurückgezogen|von Verwaltung zurückgezogen",
        Result.SETTLED: "für erledigt erklärt|hat sich erledigt|anderweitig erledigt|durch Verwaltungshandeln erledigt|gegenstandslos",
        Result.NOTED: "Kenntnis genommen|zur Kenntnis|Kenntnisnahme|Kenntnisnahme erfolgt|ohne Beschluss zur Kenntnis genommen|"
        "ohne Abstimmung zur Kenntnis genommen|zustimmend zur Kenntnis genommen|wurde zur Kenntnis genommen|"
        "Bericht zur Kenntnis genommen|Mitteilung zur Kenntnis genommen",
        Result.NOT_TAKEN_UP: "abgesetzt|von der Tagesordnung abgesetzt|von Tagesordnung abgesetzt|nicht beraten|nicht aufgerufen|"
        "Absetzung|Tagesordnungspunkt abgesetzt",
    },
)
#: Said in place of a result that is not there yet.
_NO_RESULT = {"", "offen", "unbekannt", "ohne", "kein ergebnis", "k. a"}

_MAJORITIES = table(
    Majority,
    {
        Majority.MAJORITY: "mit Mehrheit|mit Stimmenmehrheit|mit großer Mehrheit|bei Gegenstimmen",
    },
)
_MAJORITY = "|".join(
    sorted((re.escape(word) for word in _MAJORITIES if word != Majority.UNKNOWN), key=len, reverse=True)
)
_MAJORITY_FIRST = re.compile(rf"({_MAJORITY})[ ,:;–-]+(.+)")
_MAJORITY_LAST = re.compile(rf"(.+?)[ ,:;–-]+({_MAJORITY})")

_KINDS = table(
    PaperKind,
    {
        PaperKind.RESOLUTION_PAPER: "Beschlußvorlage|Entscheidungsvorlage|Beschlussvorlage der Verwaltung|Vorlage zur Beschlussfassung",
        PaperKind.NOTICE: "Mitteilung|Mitteilung der Verwaltung|Informationsvorlage|Kenntnisnahmevorlage|Vorlage zur Kenntnisnahme",
        PaperKind.REPORT: "Berichtsvorlage|Bericht der Verwaltung|Sachstandsbericht",
        PaperKind.MOTION: "Fraktionsantrag|Antrag der Fraktion|Antrag einer Fraktion|gemeinsamer Antrag|Dringlichkeitsantrag|"
        "interfraktioneller Antrag|Antrag aus der Politik",
        PaperKind.AMENDMENT: "Änderungs- und Ergänzungsantrag|Ergänzungsantrag|Ergänzungs- und Änderungsantrag",
        PaperKind.ANSWER: "Beantwortung von Anfragen|Anfragebeantwortung|Antwort auf Anfrage|Antwort auf eine Anfrage|Antwort|"
        "Antwort der Verwaltung|Beantwortung Anfrage",
        PaperKind.ELECTION: "Wahl|Wahlvorlage|Besetzung",
        PaperKind.STATUTE: "Satzungsvorlage|Satzungsbeschluss",
    },
)

_STATES = table(
    MeetingState,
    {
        MeetingState.PLANNED: "terminiert|eingeladen|Einladung versendet|in Vorbereitung|vorgesehen",
        MeetingState.HELD: "durchgeführt|beendet|abgeschlossen|Sitzung beendet",
        MeetingState.CANCELLED: "ausgefallen|entfallen|entfällt|fällt aus|abgesetzt",
    },
)

_COUNCIL = (
    "Parlament|Rat|Stadtrat|Gemeinderat|Stadtvertretung|Gemeindevertretung|Stadtverordnetenversammlung|Ratsversammlung|"
    "Bürgerschaft|Kreistag|Marktgemeinderat|Verbandsgemeinderat|Samtgemeinderat"
)
_BODIES = table(
    OrganizationKind,
    {
        OrganizationKind.COUNCIL: _COUNCIL,
        OrganizationKind.COMMITTEE: "Fachausschuss|Unterausschuss|Betriebsausschuss|Werkausschuss|Pflichtausschuss",
        OrganizationKind.GROUP: "Ratsfraktion|Gruppe|Ratsgruppe|Fraktionen",
        OrganizationKind.ADMINISTRATION: "Verwaltungsbereich|Verwaltungseinheit",
        OrganizationKind.OFFICE: "Fachbereich|Fachamt|Abteilung|Referat|Fachdienst",
        OrganizationKind.ASSOCIATION: "Verein",
        OrganizationKind.OTHER: "Sonstiges",
    },
)
_IS_COMMITTEE = re.compile(r"ausschu(?:ss|ß)\b", re.IGNORECASE)
_IS_COUNCIL = re.compile(
    rf"(?:{_COUNCIL})(?: (?:der|des) (?:Hansestadt|Landeshauptstadt|Stadt|Gemeinde|Kreises)\b.*)?", re.IGNORECASE
)


def role_of(wording: str | None, authoritative: bool | None) -> tuple[Role, str | None]:
    """What a body shall do, and the wording where the list has no word for it."""
    if wording:
        found = _ROLES.get(plain(wording))
        return (found, None) if found else (Role.UNKNOWN, wording)
    # „Not authoritative“ says what a body does not do, not what it does.
    return (Role.DECISION if authoritative else Role.UNKNOWN), None


def result_of(wording: str | None) -> tuple[Result, Majority]:
    """What came out, and by which majority, where the wording says nothing else."""
    said = plain(wording or "")
    majority = Majority.UNKNOWN
    if match := _MAJORITY_FIRST.fullmatch(said):
        majority, said = _MAJORITIES[match[1]], match[2]
    elif match := _MAJORITY_LAST.fullmatch(said):
        said, majority = match[1], _MAJORITIES[match[2]]
    result = _RESULTS.get(said, Result.UNKNOWN)
    return (result, majority) if result is not Result.UNKNOWN else (result, Majority.UNKNOWN)


def says_result(wording: str | None) -> bool:
    return plain(wording or "") not in _NO_RESULT


def is_said_by(wording: str, result: Result, majority: Majority) -> bool:
    """Whether the portal's own words repeat the wording, so that nothing is lost without it."""
    return plain(wording) in {plain(result), plain(f"{majority} {result}")}


_AS_ADVICE = {
    Result.ADOPTED: Result.RECOMMENDED,
    Result.ADOPTED_CHANGED: Result.RECOMMENDED_CHANGED,
    Result.PARTLY_ADOPTED: Result.UNKNOWN,
    Result.REJECTED: Result.NOT_RECOMMENDED,
}


def in_role(result: Result, role: Role) -> Result:
    """A result as a body in this role can have it. Systems write „beschlossen“ also where a body only recommends."""
    if role is Role.PREPARATION:
        return _AS_ADVICE.get(result, result)
    if role is Role.DECISION and result in set(_AS_ADVICE.values()):
        return Result.UNKNOWN
    return result


def kind_of(wording: str | None) -> tuple[PaperKind, str | None]:
    if not wording:
        return PaperKind.UNKNOWN, None
    found = _KINDS.get(plain(wording))
    return (found, None) if found else (PaperKind.UNKNOWN, wording)


def meeting_state_of(wording: str | None) -> MeetingState:
    return _STATES.get(plain(wording or ""), MeetingState.UNKNOWN)


def body_kind_of(name: str, *wordings: str | None) -> OrganizationKind:
    """What a body is: by what the system calls its kind, the most special first; a mere „Gremium“ by its own name."""
    for wording in wordings:
        found = _BODIES.get(plain(wording or ""))
        if found and found is not OrganizationKind.OTHER:
            return found
    if _IS_COUNCIL.fullmatch(name):
        return OrganizationKind.COUNCIL
    return OrganizationKind.COMMITTEE if _IS_COMMITTEE.search(name) else OrganizationKind.OTHER
