"""Figures over time, and dated events that follow from no other record."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.dates import PartialDate
from portal.records.base import Fact, Model, Record
from portal.records.facts import Quantity
from portal.records.values import Inferred, Many, OrUnknown, Ref, Text
from portal.records.words import Accuracy, EventState, ValueKind


class Measurement(Fact):
    """One value of a series."""

    as_of: OrUnknown[PartialDate] = Field(alias="stichtag", title="Stichtag", description="Wann der Wert galt.")
    value: OrUnknown[Quantity] = Field(alias="wert", title="Wert", description="Die Zahl, mit Punkt statt Komma.")
    label: Text | None = Field(
        None,
        alias="bezeichnung",
        title="Bezeichnung",
        description="Was gezählt wurde, wenn eine Reihe mehreres aufzählt.",
    )
    kind: ValueKind = Field(ValueKind.ACTUAL, alias="art", title="Art", description="Soll oder Ist.")
    accuracy: Accuracy = Field(
        Accuracy.EXACT, alias="genauigkeit", title="Genauigkeit", description="Wenn die Quelle nur rundet."
    )


class Series(Model):
    """Values that were counted the same way and may be compared."""

    title: Text = Field(alias="titel", title="Titel", description="Was diese Reihe zählt.")
    unit: Text | None = Field(
        None, alias="einheit", title="Einheit", description="Nur, wenn sie von der Einheit des Eintrags abweicht."
    )
    counting: Text | None = Field(None, alias="zaehlung", title="Zählweise", description="Wie gezählt wurde.")
    separate_because: Text | None = Field(
        None,
        alias="getrennt-weil",
        title="Getrennt, weil",
        description="Warum die Reihe nicht mit den anderen verbunden werden darf.",
    )
    values: Annotated[tuple[Measurement, ...], Field(min_length=1)] = Field(
        alias="werte", title="Werte", description="Jeder Wert mit Stichtag und Quelle."
    )


class Indicator(Record):
    """A figure over time, plan against reality, with a source for each value."""

    unit: Text = Field(
        alias="einheit", title="Einheit", description="Wovon gezählt wird.", examples=["Vollzeitstellen"]
    )
    series: Annotated[Many[Series], Field(min_length=1)] = Field(
        alias="reihen", title="Reihen", description="Eine Reihe je Zählweise."
    )
    about: Many[Annotated[Text, Ref((), "Kennzahlen dazu", points=True)]] = Field(
        (), alias="zu", title="Gehört zu", description="Beschlüsse, Projekte oder Stellen, um die es geht."
    )
    caution: Text | None = Field(
        None, alias="vorsicht", title="Vorsicht", description="Was man beim Lesen wissen muss."
    )

    @property
    def dated(self) -> PartialDate | None:
        dates = [v.as_of for s in self.series for v in s.values if isinstance(v.as_of, PartialDate)]
        return max(dates, default=None)


class Event(Record):
    """Something dated that follows from no other record."""

    date: PartialDate = Field(alias="datum", title="Datum", description="So genau wie bekannt.")
    state: EventState = Field(alias="stand", title="Stand", description="Ob es geschehen ist.")
    inferred: Inferred = Field(
        False, alias="erschlossen", title="Erschlossen", description="Warum das Datum gefolgert ist."
    )
    place: Text | None = Field(None, alias="ort", title="Ort", description="Wo.")
    participants: Many[Annotated[Text, Ref(("gremien", "personen"), "Ereignisse")]] = Field(
        (), alias="beteiligte", title="Beteiligte", description="Wer dabei war."
    )
    about: Many[Annotated[Text, Ref((), "Ereignisse", points=True)]] = Field(
        (), alias="zu", title="Gehört zu", description="Worum es ging."
    )

    @property
    def dated(self) -> PartialDate | None:
        return self.date
