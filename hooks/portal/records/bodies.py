"""Who acts: meetings, organizations and people in public office."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from portal.dates import PartialDate
from portal.records.base import Fact, Imported, Shorthand
from portal.records.facts import Count
from portal.records.values import UNKNOWN, Many, OrUnknown, Ref, Text, Url
from portal.records.words import MeetingState, OrganizationKind


class AgendaItem(Fact, Shorthand):
    """One item of a meeting that is worth noting even without a paper of its own."""

    shorthand: ClassVar[str] = "titel"
    title: Text = Field(alias="titel", title="Titel", description="Wie der Punkt heißt.")
    number: Text | None = Field(None, alias="top", title="TOP", description="Nummer auf der Tagesordnung.")
    about: Many[Annotated[Text, Ref((), "Auf der Tagesordnung", points=True)]] = Field(
        (), alias="zu", title="Dazu gehört", description="Einträge, um die es ging."
    )


class Meeting(Imported):
    """A meeting; most are derived from consultations and need no file of their own."""

    body: Annotated[Text, Ref(("gremien",), "Sitzungen")] = Field(
        alias="gremium", title="Gremium", description="Wer getagt hat."
    )
    date: PartialDate = Field(alias="termin", title="Termin", description="Tag der Sitzung.")
    start: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] | None = Field(
        None, alias="beginn", title="Beginn", description="Uhrzeit.", examples=["18:15"]
    )
    place: Text | None = Field(None, alias="ort", title="Ort", description="Wo getagt wurde.")
    state: MeetingState = Field(
        MeetingState.UNKNOWN, alias="stand", title="Stand", description="Ob sie stattgefunden hat."
    )
    agenda: Many[AgendaItem] = Field(
        (), alias="tagesordnung", title="Tagesordnung", description="Nur Punkte, die nicht aus Vorlagen folgen."
    )

    @property
    def dated(self) -> PartialDate | None:
        return self.date


class Seats(Fact):
    """How large a body was, and when."""

    number: OrUnknown[Count] = Field(alias="zahl", title="Zahl", description="Mitglieder oder Sitze.")
    as_of: PartialDate | None = Field(None, alias="stichtag", title="Stichtag", description="Wann das galt.")
    counting: Text | None = Field(None, alias="zaehlung", title="Zählweise", description="Wer mitgezählt ist.")


class Organization(Imported):
    """A body, parliamentary group, office, company: anyone who acts but is not a person."""

    title: Text = Field(alias="name", title="Name", description="Der volle Name.")
    short_name: Text | None = Field(
        None, alias="kurzname", title="Kurzname", description="Wie man sie im Alltag nennt."
    )
    kind: OrganizationKind = Field(alias="art", title="Art", description="Was für eine Stelle das ist.")
    part_of: Annotated[Text, Ref(("gremien",), "Dazu gehören")] | None = Field(
        None, alias="teil-von", title="Teil von", description="Zu welcher größeren Einheit sie gehört."
    )
    seats: Many[Seats] = Field((), alias="sitze", title="Sitze", description="Größe mit Stichtag.")
    period: PartialDate | None = Field(
        None, alias="zeitraum", title="Zeitraum", description="Seit wann, bis wann es sie gab."
    )
    website: Url | None = Field(None, alias="webseite", title="Webseite", description="Die amtliche Seite.")


class Membership(Fact):
    """An office or mandate of a person, as long as it lasted."""

    office: Text = Field(
        alias="funktion", title="Funktion", description="Das Amt oder Mandat.", examples=["Oberbürgermeisterin"]
    )
    body: Annotated[Text, Ref(("gremien",), "Personen")] | None = Field(
        None, alias="gremium", title="Gremium", description="Wo."
    )
    start: OrUnknown[PartialDate] = Field(
        UNKNOWN, alias="von", title="Von", description="Beginn, so genau wie bekannt."
    )
    end: OrUnknown[PartialDate] | None = Field(
        None, alias="bis", title="Bis", description="Ende; weglassen, solange das Amt andauert."
    )
    attested: PartialDate | None = Field(
        None, alias="belegt", title="Belegt für", description="Wenn Anfang und Ende unbekannt sind: wann belegt."
    )


class Person(Imported):
    """Someone in a public office: name, office, period, nothing else."""

    title: Text = Field(alias="name", title="Name", description="Vor- und Nachname, ohne Anrede.")
    party: Text | None = Field(None, alias="partei", title="Partei", description="Nur, wenn öffentlich belegt.")
    memberships: Annotated[Many[Membership], Field(min_length=1)] = Field(
        alias="rollen",
        title="Rollen",
        description="Ämter mit Zeitraum. Ohne öffentliches Amt gehört niemand ins Portal.",
    )
