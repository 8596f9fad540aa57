"""The closed lists: every word a record may use where only certain words make sense.

The German value is what editors write and citizens read; labels, filters, JSON Schema and error
messages are all derived from here.
"""

from __future__ import annotations

from enum import StrEnum


class PaperKind(StrEnum):
    RESOLUTION_PAPER = "Beschlussvorlage"
    NOTICE = "Mitteilungsvorlage"
    REPORT = "Bericht"
    MOTION = "Antrag"
    AMENDMENT = "Änderungsantrag"
    ANSWER = "Beantwortung einer Anfrage"
    BUDGET = "Haushaltsbeschluss"
    MANDATE = "Auftrag"
    ELECTION = "Wahl oder Besetzung"
    STATUTE = "Satzung"
    UNKNOWN = "unbekannt"


class Role(StrEnum):
    """What a body is asked to do with a paper; only `DECISION` settles its fate."""

    PREPARATION = "Vorberatung"
    DECISION = "Entscheidung"
    HEARING = "Anhörung"
    NOTICE = "Kenntnisnahme"
    DELIBERATION = "Beratung"
    UNKNOWN = "unbekannt"


class Result(StrEnum):
    ADOPTED = "beschlossen"
    ADOPTED_CHANGED = "geändert beschlossen"
    PARTLY_ADOPTED = "teilweise beschlossen"
    RECOMMENDED = "empfohlen"
    RECOMMENDED_CHANGED = "geändert empfohlen"
    NOT_RECOMMENDED = "nicht empfohlen"
    REJECTED = "abgelehnt"
    POSTPONED = "vertagt"
    REFERRED = "verwiesen"
    WITHDRAWN = "zurückgezogen"
    SETTLED = "erledigt"
    NOTED = "zur Kenntnis genommen"
    NOT_TAKEN_UP = "nicht behandelt"
    UNKNOWN = "unbekannt"


class Majority(StrEnum):
    UNANIMOUS = "einstimmig"
    MAJORITY = "mehrheitlich"
    UNKNOWN = "unbekannt"


class Stance(StrEnum):
    """How a group voted, where that is known without a number."""

    YES = "Ja"
    NO = "Nein"
    ABSTAINED = "Enthaltung"
    SPLIT = "uneinheitlich"
    UNKNOWN = "unbekannt"


class Delivery(StrEnum):
    """What became of one point of a decision."""

    DONE = "umgesetzt"
    PARTLY = "teilweise"
    UNDER_WAY = "in Arbeit"
    OPEN = "offen"
    DROPPED = "aufgegeben"
    UNTRACEABLE = "nicht nachvollziehbar"


class MoneyKind(StrEnum):
    SPENDING = "Ausgabe"
    INCOME = "Einnahme"
    CEILING = "Obergrenze"
    BUDGET = "Ansatz"
    ESTIMATE = "Schätzung"
    GRANT = "Zuschuss"
    SURPLUS = "Überschuss"
    RESERVE = "Zuführung zur Rücklage"
    TRANSFER = "Abführung"
    DEFICIT = "Fehlbetrag"
    UNKNOWN = "unbekannt"


class Reality(StrEnum):
    """Whether a figure was intended or happened."""

    PLANNED = "geplant"
    ACTUAL = "tatsächlich"
    UNKNOWN = "unbekannt"


class Accuracy(StrEnum):
    EXACT = "genau"
    ABOUT = "rund"
    ALMOST = "knapp"
    MORE_THAN = "mehr als"
    AT_LEAST = "mindestens"
    AT_MOST = "höchstens"


class ProjectKind(StrEnum):
    PROGRAMME = "Programm"
    PHASE = "Phase"
    WORKING_GROUP = "Arbeitskreis"
    PILOT = "Pilotprojekt"
    PROJECT = "Projekt"
    STRUCTURE = "Organisation"
    PRINCIPLE = "Leitlinie"


class ProjectState(StrEnum):
    SUGGESTED = "angeregt"
    PLANNED = "geplant"
    DECIDED = "beschlossen"
    UNDER_WAY = "in Arbeit"
    PAUSED = "pausiert"
    RUNNING = "in Betrieb"
    DONE = "abgeschlossen"
    DROPPED = "nicht weiterverfolgt"
    UNKNOWN = "unbekannt"


class InquiryKind(StrEnum):
    INQUIRY = "Anfrage"
    CITIZEN = "Einwohnerfrage"
    SUGGESTION = "Vorschlag"
    OPEN = "Offene Fragen"


class AnswerState(StrEnum):
    ASKED = "gestellt"
    ANSWERED = "beantwortet"
    PARTLY = "teilweise beantwortet"
    OPEN = "offen"
    UNKNOWN = "unbekannt"


class OrganizationKind(StrEnum):
    COUNCIL = "Vertretung"
    COMMITTEE = "Ausschuss"
    GROUP = "Fraktion"
    PARTY = "Partei"
    ADMINISTRATION = "Verwaltung"
    DEPARTMENT = "Dezernat"
    OFFICE = "Amt"
    STAFF_UNIT = "Stabsstelle"
    UTILITY = "Kommunales Unternehmen"
    COMPANY = "Unternehmen"
    AUTHORITY = "Behörde"
    TERRITORY = "Gebietskörperschaft"
    FACILITY = "Einrichtung"
    ASSOCIATION = "Verein oder Initiative"
    OTHER = "Sonstige"


class MeetingState(StrEnum):
    PLANNED = "geplant"
    HELD = "stattgefunden"
    CANCELLED = "abgesagt"
    UNKNOWN = "unbekannt"


class EventState(StrEnum):
    HAPPENED = "erfolgt"
    PLANNED = "geplant"
    CANCELLED = "abgesagt"
    UNKNOWN = "unbekannt"


class ValueKind(StrEnum):
    TARGET = "Soll"
    ACTUAL = "Ist"
    PLAN = "Plan"
    ANNOUNCED = "angekündigt"
    ESTIMATE = "Schätzung"
    UNKNOWN = "unbekannt"


class SourceKind(StrEnum):
    PAPER = "Vorlage"
    AGENDA_PAGE = "Seite im Ratsinformationssystem"
    MINUTES = "Niederschrift"
    OFFICIAL_PAGE = "Amtliche Webseite"
    PRESS_RELEASE = "Pressemitteilung"
    PRESS = "Presse"
    TRADE_PRESS = "Fachpresse"
    PARTY = "Mitteilung einer Partei oder Fraktion"
    STUDY = "Studie"
    WEBSITE = "Webseite"
    RESEARCH = "Eigene Recherche"


class Access(StrEnum):
    FREE = "frei"
    PAID = "bezahlpflichtig"
    NOT_ONLINE = "nicht im Netz"
    UNKNOWN = "unbekannt"


class TopicKind(StrEnum):
    TOPIC = "Thema"
    FIELD = "Handlungsfeld"


class Style(StrEnum):
    """How a page is written."""

    EVERYDAY = "Alltagssprache"
    EASY = "Leichte Sprache"
