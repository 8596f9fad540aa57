"""The roadmap: projects with their promises (milestones) and their progress (status updates)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from portal.dates import PartialDate
from portal.records.base import Fact, Record, Shorthand
from portal.records.facts import Money, Position
from portal.records.values import UNKNOWN, Many, OrUnknown, Ref, Text
from portal.records.words import ProjectKind, ProjectState


class StatusUpdate(Fact):
    """What was known about a project on one day. Append, never change."""

    date: PartialDate = Field(alias="datum", title="Datum", description="Von wann die Nachricht ist.")
    state: ProjectState = Field(alias="stand", title="Stand", description="Wie weit das Vorhaben da war.")


class Replanning(Fact):
    """A new date for a milestone. The first promise stays where it is."""

    date: PartialDate = Field(alias="datum", title="Datum", description="Wann umgeplant wurde.")
    new: OrUnknown[PartialDate] = Field(alias="neu", title="Neuer Termin", description="Der neue Zieltermin.")
    reason: Text | None = Field(None, alias="grund", title="Grund", description="Warum umgeplant wurde.")


class Milestone(Fact, Shorthand):
    """A promise with a date: first planned, perhaps re-planned, perhaps reached."""

    shorthand: ClassVar[str] = "titel"
    title: Text = Field(alias="titel", title="Titel", description="Was erreicht sein soll.")
    planned: OrUnknown[PartialDate] = Field(
        UNKNOWN, alias="geplant", title="Geplant", description="Der erste Zieltermin. Bleibt für immer stehen."
    )
    replannings: Many[Replanning] = Field(
        (), alias="umplanungen", title="Umplanungen", description="Nur anhängen, nie ändern."
    )
    reached: OrUnknown[PartialDate] | None = Field(
        None, alias="erreicht", title="Erreicht", description="Wann es so weit war; weglassen, solange es offen ist."
    )
    dropped: PartialDate | None = Field(
        None, alias="entfallen", title="Entfallen", description="Wann der Meilenstein aufgegeben wurde."
    )


class Project(Record):
    """Anything on the roadmap: the programme, a phase, a working group, a project."""

    kind: ProjectKind = Field(
        ProjectKind.PROJECT, alias="art", title="Art", description="Was für ein Vorhaben das ist."
    )
    part_of: Annotated[Text, Ref(("roadmap",), "Dazu gehören")] | None = Field(
        None, alias="teil-von", title="Teil von", description="Das größere Vorhaben."
    )
    working_group: OrUnknown[Annotated[Text, Ref(("roadmap",), "Projekte dieses Arbeitskreises")]] | None = Field(
        None, alias="arbeitskreis", title="Arbeitskreis", description="Kennung oder „unbekannt“."
    )
    lead: Many[Annotated[Text, Ref(("gremien",), "Federführend bei")]] = Field(
        (), alias="federfuehrung", title="Federführung", description="Wer es leitet."
    )
    partners: Many[Annotated[Text, Ref(("gremien",), "Beteiligt an")]] = Field(
        (), alias="partner", title="Partner", description="Wer mitmacht."
    )
    people: Many[Annotated[Text, Ref(("personen",), "Verantwortlich für")]] = Field(
        (), alias="leitung", title="Leitung", description="Nur Personen in öffentlicher Funktion."
    )
    basis: Many[Annotated[Text, Ref(("beschluesse",), "Daraus wurde", points=True)]] = Field(
        (), alias="grundlage", title="Grundlage", description="Der Beschluss dahinter.", examples=["b-22-0189#punkt-1"]
    )
    period: PartialDate | None = Field(None, alias="zeitraum", title="Zeitraum", description="Wann es läuft.")
    period_inferred: Text | None = Field(
        None,
        alias="zeitraum-erschlossen",
        title="Zeitraum erschlossen",
        description="Warum der Zeitraum gefolgert ist.",
    )
    count: Annotated[int, Field(ge=2, le=1000)] | None = Field(
        None,
        alias="anzahl",
        title="Anzahl",
        description="Wenn der Eintrag für mehrere nicht einzeln bekannte Vorhaben steht.",
    )
    updates: Many[StatusUpdate] = Field((), alias="verlauf", title="Verlauf", description="Nur anhängen, nie ändern.")
    milestones: Many[Milestone] = Field(
        (), alias="meilensteine", title="Meilensteine", description="Was bis wann versprochen ist."
    )
    money: OrUnknown[Many[Money]] = Field(UNKNOWN, alias="geld", title="Geld", description="Beträge oder „unbekannt“.")
    positions: Many[Position] = Field((), alias="stellen", title="Stellen", description="Stellen für dieses Vorhaben.")

    @property
    def last_news(self) -> StatusUpdate | None:
        """The last update that knew something."""
        known = [update for update in self.updates if update.state is not ProjectState.UNKNOWN]
        return known[-1] if known else None

    @property
    def dated(self) -> PartialDate | None:
        return self.last_news.date if self.last_news else self.period
