"""The labels at the head of a paper, and which field each stands for."""

from __future__ import annotations

import re
from enum import Enum, auto


class Label(Enum):
    """What a label of the head announces."""

    NUMBER = auto()
    DATE = auto()
    LEAD = auto()
    AUTHOR = auto()
    FILE_NUMBER = auto()
    PUBLIC = auto()
    SUBJECT = auto()
    KIND = auto()
    MOVER = auto()
    RECEIVED = auto()
    #: Phone numbers, rooms, places: read so that they end what stands before them, and then left alone.
    IGNORED = auto()


_NUMBER_WORD = r"(?:Nr|Nummer|No)\.?"
_WORDS: tuple[tuple[Label, str], ...] = (
    (
        Label.NUMBER,
        rf"(?:(?:Beschluss|Mitteilungs|Informations|Sitzungs|Berichts)?vorlagen?[- ]?{_NUMBER_WORD}|Vorlagennummer|(?:Beschluss|Sitzungs|Mitteilungs|Informations|Berichts)?vorlage"
        rf"|Drucksachen?[- ]?{_NUMBER_WORD}|Drucksachennummer|Drucksache|Drs\.?(?:[- ]?{_NUMBER_WORD})?|DS(?:[- ]?{_NUMBER_WORD})?|(?:Antrags?|Anfragen?|Registrier|Dokumenten?|Beschluss)[- ]?{_NUMBER_WORD}"
        rf"|(?:Antrags|Anfragen?|Registrier|Dokument|Beschluss)nummer|lfd\.?\s*{_NUMBER_WORD}|Nummer|Nr\.|Kennung|V(?:orl)?\.-?Nr\.)",
    ),
    (Label.DATE, r"(?:Datum|Erstell(?:t\s+am|ungsdatum|datum)|Verfasst\s+am|Ausgabedatum|Vorlagendatum|Stand|Ausgegeben\s+am|Freigabe(?:datum)?|Datum\s+der\s+Vorlage)"),
    (Label.RECEIVED, r"(?:Eingang(?:sdatum)?|Eingegangen\s+am|Eingereicht\s+am|Gestellt\s+am|Anfrage\s+vom|Antrag\s+vom|Eingebracht\s+am)"),
    (
        Label.LEAD,
        r"(?:Federführen\w*(?:\s+(?:Amt|Stelle|Fachbereich|Dezernat|Organisationseinheit))?|Amt\s*/\s*Fachbereich|Fachbereich\s*/\s*Amt|(?:zuständige[rs]?\s+)?(?:Dezernat|Fachbereich|Fachdienst|Fachgebiet|Sachgebiet|Geschäftsbereich|Abteilung|Organisationseinheit|Stabsstelle|Dienststelle|Amt|Referat|Verwaltungsbereich)(?:\s*/\s*(?:Dezernat|Fachbereich|Fachdienst|Abteilung|Amt|Bereich|Stabsstelle|Stelle))?|FB|FD|Verantwortlich(?:\s*e?r?\s+Bereich)?|Vorlage(?:n)?erstell(?:er|ung)|Zuständig)",
    ),
    (Label.AUTHOR, r"(?:Bearb(?:eite[rt](?:\*?in|/-?in|in)?(?:\s+(?:von|durch))?|eitung)?\.?|Sachbearb(?:eiter(?:\*?in|/-?in|in)?|eitung|\.)?|Verfasser(?:\*?in|/-?in|in)?|Ansprechpartner(?:\*?in|/-?in|in)?|Berichterstatter(?:\*?in|/-?in|in)?|Auskunft\s+erteilt|Autor(?:in)?)"),
    (Label.FILE_NUMBER, r"(?:Az\.?|AZ\.?|Aktenzeichen|Geschäftszeichen|Gz\.?|(?:Mein|Unser)\s+Zeichen)"),
    (Label.PUBLIC, r"(?:Status|Öffentlichkeit(?:sstatus)?|Öffentlich(?=\s*:)|Sitzungsart|Behandlung|Beratungsart)"),
    (Label.SUBJECT, r"(?:Betreff|Betrifft|Betr\.|Titel|Gegenstand(?:\s+der\s+Vorlage)?|Bezeichnung|Thema|Tagesordnungspunkt|Beratungsgegenstand|Vorlagentitel|Überschrift)"),
    (Label.KIND, r"(?:Vorlagen?(?:art|typ)|Art(?:\s+der\s+Vorlage)?|Dokument(?:en)?(?:typ|art)|Drucksachenart|Papierart)"),
    (Label.MOVER, r"(?:Antragstell(?:er(?:\*?in|/-?in|in|innen)?|ende(?:r)?)|Einreicher(?:in)?|Eingereicht\s+(?:von|durch)|Eingebracht\s+(?:von|durch)|Fragestell(?:er(?:\*?in|/-?in|in)?|ende(?:r)?)|Anfrag(?:e)?steller(?:\*?in|/-?in|in)?|Anfragende(?:r)?|Anfrage\s+(?:von|der|des)|Antrag\s+(?:von|der|des)|Fraktion(?:en)?)"),
    (Label.IGNORED, r"(?:Tel(?:efon)?\.?|Fax|Telefax|E-?Mail|Durchwahl|Zimmer|Raum|Beteiligte?\s+\w+|Mitzeichnung|Wahlperiode|Legislaturperiode|Ort|Anlagen?|Bezug|Bezugsvorlage|Beteiligung|Seite|Priorität|Internet|Telefonnummer)"),
)  # fmt: skip
_ALL = "|".join(f"(?P<{label.name}>{words})" for label, words in _WORDS)
#: A label with its colon, wherever it stands in a line: several may share one.
INSIDE = re.compile(rf"(?<![\w/-])(?:{_ALL})\s*[:：]", re.IGNORECASE)
#: A cell that is nothing but a label.
ALONE = re.compile(rf"(?:{_ALL})\s*[:：]?", re.IGNORECASE)
#: A label without colon, and its value in the same cell.
_LEADING = re.compile(rf"(?:{_ALL})\s+(?P<value>\S.*)", re.IGNORECASE)


def label_of(match: re.Match[str]) -> Label:
    """Which label a match is."""
    return next(label for label, _ in _WORDS if match[label.name] is not None)


def lone_label(cell: str) -> Label | None:
    """The label that a cell consists of."""
    match = ALONE.fullmatch(cell.strip())
    return label_of(match) if match else None


def leading_label(cell: str) -> tuple[Label, str] | None:
    """The label that a cell begins with, without a colon, and what follows it."""
    match = _LEADING.fullmatch(cell.strip())
    return (label_of(match), match["value"]) if match else None
