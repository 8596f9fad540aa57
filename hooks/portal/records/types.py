"""The one table of record types: folder, model and German names."""

from __future__ import annotations

from dataclasses import dataclass

from portal.records.base import Record
from portal.records.bodies import Meeting, Organization, Person
from portal.records.figures import Event, Indicator
from portal.records.inquiries import Inquiry
from portal.records.papers import Paper
from portal.records.projects import Project
from portal.records.reference import Article, Source, Term, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """A kind of record. Its name is its folder in data/ and its place in every URL."""

    name: str
    model: type[Record]
    singular: str
    plural: str
    lead: str
    #: May lie together in one file, data/<name>.yml, as a mapping from id to fields.
    collected: bool = False
    #: Listed by date, newest first; otherwise by name.
    by_date: bool = False
    #: By what its list is sorted, as a sentence goes on after „Sortiert“.
    order: str = "nach Namen, von A bis Z"
    #: Its pages lie at the root of the site, as pages written for the whole portal do: /leichte-sprache/.
    at_root: bool = False


RECORD_TYPES: dict[str, RecordType] = {
    record_type.name: record_type
    for record_type in (
        RecordType(
            name="beschluesse",
            model=Paper,
            by_date=True,
            singular="Vorlage",
            plural="Beschlüsse",
            lead="Vorlagen, Anträge und Berichte: was vorgeschlagen wurde, wer darüber beraten und was die Politik entschieden hat.",
            order="nach der letzten bekannten Beratung, das Neueste zuerst",
        ),
        RecordType(
            name="roadmap",
            model=Project,
            by_date=True,
            singular="Vorhaben",
            plural="Roadmap",
            lead="Projekte, Phasen und Arbeitskreise: was versprochen wurde und wie weit es ist.",
            order="nach der letzten Nachricht, das Neueste zuerst",
        ),
        RecordType(
            name="fragen",
            model=Inquiry,
            by_date=True,
            singular="Anfrage",
            plural="Fragen",
            lead="Anfragen aus der Politik und die Antworten der Verwaltung, jede Frage einzeln.",
            order="nach dem Tag der Antwort, sonst dem der Anfrage, das Neueste zuerst",
        ),
        RecordType(
            name="sitzungen",
            model=Meeting,
            by_date=True,
            singular="Sitzung",
            plural="Sitzungen",
            lead="Wann welches Gremium getagt hat und worum es dort ging.",
            order="nach dem Tag der Sitzung, das Neueste zuerst",
        ),
        RecordType(
            name="gremien",
            model=Organization,
            singular="Gremium oder Stelle",
            plural="Gremien und Stellen",
            lead="Wer berät, entscheidet, umsetzt oder mitmacht.",
        ),
        RecordType(
            name="personen",
            model=Person,
            singular="Person",
            plural="Personen",
            lead="Menschen in öffentlichen Ämtern, mit Amt und Zeitraum.",
        ),
        RecordType(
            name="themen",
            model=Topic,
            singular="Thema",
            plural="Themen",
            lead="Alles, was zusammengehört, an einem Ort.",
            collected=True,
        ),
        RecordType(
            name="kennzahlen",
            model=Indicator,
            singular="Kennzahl",
            plural="Kennzahlen",
            lead="Zahlen im Lauf der Zeit, jede mit Quelle.",
        ),
        RecordType(
            name="ereignisse",
            model=Event,
            by_date=True,
            singular="Ereignis",
            plural="Ereignisse",
            lead="Was sonst noch geschah.",
            order="nach dem Tag des Ereignisses, das Neueste zuerst",
        ),
        RecordType(
            name="glossar",
            model=Term,
            singular="Begriff",
            plural="Glossar",
            lead="Wörter aus dem Rathaus, einfach erklärt.",
            order="nach dem Alphabet",
            collected=True,
        ),
        RecordType(
            name="quellen",
            model=Source,
            singular="Quelle",
            plural="Quellen",
            lead="Worauf sich die Angaben stützen.",
            order="nach dem Titel, von A bis Z",
            collected=True,
        ),
        RecordType(
            name="seiten",
            model=Article,
            singular="Hintergrund",
            plural="Hintergrund",
            lead="Gut zu wissen: Texte, die Zusammenhänge erklären.",
            order="so, wie man die Texte am besten nacheinander liest",
            at_root=True,
        ),
    )
}

TYPE_OF_MODEL: dict[type[Record], str] = {record_type.model: name for name, record_type in RECORD_TYPES.items()}
