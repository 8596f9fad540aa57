"""Council papers: what was proposed, what each body did with it, what was decided."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from portal.dates import PartialDate
from portal.records.base import Fact, Imported, Model, Shorthand
from portal.records.facts import Count, Money, Position
from portal.records.values import UNKNOWN, Many, OrUnknown, Ref, Text, Url, YesNo
from portal.records.words import Delivery, Majority, MeetingState, PaperKind, Result, Role, Stance


class GroupVotes(Model):
    """How one parliamentary group voted."""

    group: Annotated[Text, Ref(("gremien",), "Stimmverhalten bei")] = Field(
        alias="fraktion", title="Fraktion", description="Kennung der Fraktion."
    )
    yes: OrUnknown[Count] = Field(UNKNOWN, alias="ja", title="Ja", description="Ja-Stimmen.")
    no: OrUnknown[Count] = Field(UNKNOWN, alias="nein", title="Nein", description="Nein-Stimmen.")
    abstained: OrUnknown[Count] = Field(UNKNOWN, alias="enthaltung", title="Enthaltung", description="Enthaltungen.")
    stance: Stance = Field(
        Stance.UNKNOWN,
        alias="haltung",
        title="Haltung",
        description="Nur, wenn bekannt ist, wie, aber nicht, wie viele.",
    )


class Votes(Model):
    """A vote. A number that is left out is unknown, not zero."""

    yes: OrUnknown[Count] = Field(UNKNOWN, alias="ja", title="Ja", description="Ja-Stimmen.", examples=["29"])
    no: OrUnknown[Count] = Field(UNKNOWN, alias="nein", title="Nein", description="Nein-Stimmen.")
    abstained: OrUnknown[Count] = Field(UNKNOWN, alias="enthaltung", title="Enthaltung", description="Enthaltungen.")
    by_group: tuple[GroupVotes, ...] = Field(
        (), alias="nach-fraktion", title="Nach Fraktion", description="Eine Zeile je Fraktion."
    )


class Consultation(Fact):
    """One station of a paper: a body, a date, a role and what came out. Results belong here, never to the paper."""

    body: OrUnknown[Annotated[Text, Ref(("gremien",), "Beratungen in diesem Gremium")]] = Field(
        alias="gremium", title="Gremium", description="Kennung des Gremiums.", examples=["hauptausschuss"]
    )
    date: OrUnknown[PartialDate] = Field(
        alias="termin", title="Termin", description="Tag der Sitzung, so genau wie bekannt."
    )
    role: Role = Field(Role.UNKNOWN, alias="rolle", title="Zuständigkeit", description="Was das Gremium tun soll.")
    role_wording: Text | None = Field(
        None, alias="rolle-wortlaut", title="Zuständigkeit im Wortlaut", description="Wenn die Liste nicht passt."
    )
    subject: Text | None = Field(
        None,
        alias="gegenstand",
        title="Gegenstand",
        description="Worüber abgestimmt wurde, wenn es mehrere Abstimmungen gab.",
    )
    agenda_number: Text | None = Field(
        None, alias="top", title="TOP", description="Nummer des Tagesordnungspunkts.", examples=["Ö 5"]
    )
    state: MeetingState = Field(
        MeetingState.UNKNOWN,
        alias="stand",
        title="Stand",
        description="Ob die Beratung stattgefunden hat; nur nötig, solange das Ergebnis unbekannt ist.",
    )
    result: Result = Field(Result.UNKNOWN, alias="ergebnis", title="Ergebnis", description="Was herauskam.")
    result_wording: Text | None = Field(
        None, alias="ergebnis-wortlaut", title="Ergebnis im Wortlaut", description="Wenn die Liste nicht passt."
    )
    change: Text | None = Field(
        None, alias="aenderung", title="Änderung", description="Was am Vorschlag geändert wurde."
    )
    majority: Majority = Field(
        Majority.UNKNOWN, alias="mehrheit", title="Mehrheit", description="Einstimmig heißt: keine Gegenstimme."
    )
    votes: Votes | None = Field(
        None, alias="stimmen", title="Stimmen", description="Nur, was bekannt ist.", examples=["{ja: 29, nein: 6}"]
    )
    meeting: Annotated[Text, Ref(("sitzungen",), "Auf der Tagesordnung")] | None = Field(
        None,
        alias="sitzung",
        title="Sitzung",
        description="Nur nötig, wenn ein Gremium an einem Tag zweimal getagt hat.",
    )


class Implementation(Fact):
    """What became of one point, as far as there is evidence."""

    state: Delivery = Field(alias="stand", title="Stand der Umsetzung", description="Was daraus wurde.")
    as_of: PartialDate | None = Field(None, alias="datum", title="Datum", description="Wann das festgestellt wurde.")
    evidence: Many[Annotated[Text, Ref((), "Beleg für die Umsetzung von", points=True)]] = Field(
        (), alias="belege", title="Belege", description="Projekte, Kennzahlen oder Beschlüsse, die das zeigen."
    )


class Resolution(Fact, Shorthand):
    """One numbered point of a decision, in own words, with its own anchor on the page."""

    shorthand: ClassVar[str] = "text"
    text: Text = Field(alias="text", title="Text", description="Der Punkt in eigenen Worten.")
    title: Text | None = Field(None, alias="titel", title="Überschrift", description="Drei bis fünf Wörter.")
    number: Annotated[str, Field(pattern=r"^[0-9]{1,3}[a-z]?$")] | None = Field(
        None,
        alias="nr",
        title="Nummer",
        description="Eine Zahl, auch mit Buchstabe; nur nötig, wenn sie von der Reihenfolge abweicht.",
        examples=["2a"],
    )
    money: Many[Money] = Field((), alias="geld", title="Geld", description="Beträge in diesem Punkt.")
    positions: Many[Position] = Field((), alias="stellen", title="Stellen", description="Stellen in diesem Punkt.")
    due: PartialDate | None = Field(None, alias="frist", title="Frist", description="Bis wann es erledigt sein soll.")
    implementation: Implementation | None = Field(
        None, alias="umsetzung", title="Umsetzung", description="Was daraus wurde."
    )


class Attachment(Shorthand):
    """A document that belongs to a paper."""

    shorthand: ClassVar[str] = "titel"
    title: Text = Field(alias="titel", title="Titel", description="Wie die Anlage heißt.")
    url: Url | None = Field(None, alias="url", title="Adresse", description="Wo sie zu lesen ist.")
    note: Text | None = Field(None, alias="notiz", title="Notiz", description="Etwa: lag nicht vor.")


class Mover(Fact, Shorthand):
    """Who brought a paper in; sometimes only one side says so."""

    shorthand: ClassVar[str] = "wer"
    who: Annotated[Text, Ref(("gremien", "personen"), "Beantragt")] = Field(
        alias="wer", title="Wer", description="Kennung der Fraktion, Stelle oder Person."
    )


class Paper(Imported):
    """A council paper (Vorlage, Antrag, Bericht …) with its way through the bodies."""

    number: Text | None = Field(
        None, alias="nummer", title="Vorlage-Nr.", description="Wie auf dem Papier gedruckt.", examples=["B 22/0189"]
    )
    kind: PaperKind = Field(alias="art", title="Art", description="Was für ein Papier das ist.")
    kind_wording: Text | None = Field(
        None, alias="art-wortlaut", title="Art im Wortlaut", description="Wenn die Liste nicht passt."
    )
    date: OrUnknown[PartialDate] = Field(
        UNKNOWN, alias="datum", title="Datum", description="Wann das Papier verfasst wurde."
    )
    lead: Many[Annotated[Text, Ref(("gremien",), "Federführend bei")]] = Field(
        (), alias="federfuehrung", title="Federführung", description="Wer in der Verwaltung zuständig ist."
    )
    author: Many[Annotated[Text, Ref(("personen",), "Bearbeitet")]] = Field(
        (), alias="bearbeitung", title="Bearbeitung", description="Nur Personen in öffentlicher Funktion."
    )
    movers: Many[Mover] = Field(
        (), alias="eingebracht-von", title="Eingebracht von", description="Wer den Antrag gestellt hat."
    )
    is_public: YesNo = Field(True, alias="oeffentlich", title="Öffentlich", description="Ob öffentlich beraten wurde.")
    file_number: Text | None = Field(
        None, alias="aktenzeichen", title="Aktenzeichen", description="Wenn eines auf dem Papier steht."
    )
    consultations: Many[Consultation] = Field(
        (), alias="beratungsfolge", title="Beratungsfolge", description="Jede Station in der richtigen Reihenfolge."
    )
    resolutions: Many[Resolution] = Field(
        (), alias="beschlusspunkte", title="Beschlusspunkte", description="Jeder Punkt in eigenen Worten."
    )
    money: Many[Money] = Field(
        (), alias="finanzen", title="Finanzen", description="Beträge, die nicht zu einem einzelnen Punkt gehören."
    )
    positions: Many[Position] = Field(
        (), alias="stellen", title="Stellen", description="Stellen, die nicht zu einem einzelnen Punkt gehören."
    )
    predecessors: Many[Annotated[Text, Ref(("beschluesse",), "Darauf folgte", points=True)]] = Field(
        (), alias="vorgaenger", title="Vorgänger", description="Frühere Papiere, auf denen dieses aufbaut."
    )
    attachments: Many[Attachment] = Field(
        (), alias="anlagen", title="Anlagen", description="Dokumente, die dazugehören."
    )

    @property
    def dated(self) -> PartialDate | None:
        dates = [c.date for c in self.consultations if isinstance(c.date, PartialDate)]
        return max(dates, default=None) or (self.date if isinstance(self.date, PartialDate) else None)

    def label(self) -> str:
        return f"{self.number}: {self.title}" if self.number else self.title
