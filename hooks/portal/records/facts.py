"""Amounts of money and numbers of jobs, always with how they are meant."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from portal.dates import PartialDate
from portal.records.base import Fact
from portal.records.values import UNKNOWN, OrUnknown, Text
from portal.records.words import Accuracy, MoneyKind, Reality


def _number_schema(places: int) -> dict[str, Any]:
    """A number as YAML editors see it, or as a text that keeps every digit as written."""
    return {"anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^-?\d+(\.\d{{1,{places}}})?$"}]}


#: 12.000 and 1.000.000 are German thousands; read as decimals they would be wrong by a factor of a thousand.
_THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})*\.\d\d0|-?\d{1,3}(\.\d{3}){2,}", re.ASCII)
_WHOLE = re.compile(r"-?\d+", re.ASCII)
_DECIMAL = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def _written_as(pattern: re.Pattern[str], kind: str) -> BeforeValidator:
    """Only plain digits count as a number: no 1_000, no 1e3, no +5, and nothing ambiguous."""

    def validate(value: Any) -> Any:
        if isinstance(value, str) and value:
            if _THOUSANDS.fullmatch(value.strip()):
                raise PydanticCustomError("mehrdeutig", "thousands separators")
            if not pattern.fullmatch(value.strip()):
                raise PydanticCustomError(kind, "not a plain number")
        return value

    return BeforeValidator(validate)


Count = Annotated[int, Field(ge=0, le=100_000), _written_as(_WHOLE, "ganze_zahl")]
Amount = Annotated[
    Decimal,
    Field(max_digits=18, decimal_places=2),
    WithJsonSchema(_number_schema(2)),
    _written_as(_DECIMAL, "zahl"),
]
Quantity = Annotated[
    Decimal,
    Field(max_digits=18, decimal_places=4),
    WithJsonSchema(_number_schema(4)),
    _written_as(_DECIMAL, "zahl"),
]


class Money(Fact):
    """An amount with what it is for and under which condition."""

    amount: OrUnknown[Amount] = Field(
        UNKNOWN, alias="betrag", title="Betrag", description="Mit Punkt vor den Cent.", examples=["1374.64"]
    )
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(
        "EUR", alias="waehrung", title="Währung", description="Kürzel nach ISO 4217.", examples=["EUR"]
    )
    accuracy: Accuracy = Field(
        Accuracy.EXACT, alias="genauigkeit", title="Genauigkeit", description="Wenn die Quelle nur rundet."
    )
    kind: MoneyKind = Field(MoneyKind.UNKNOWN, alias="art", title="Art", description="Was für ein Betrag das ist.")
    reality: Reality = Field(
        Reality.UNKNOWN,
        alias="stand",
        title="Geplant oder tatsächlich",
        description="Ob das Geld geplant oder geflossen ist.",
    )
    budget_line: Text | None = Field(
        None, alias="haushaltsstelle", title="Haushaltsstelle", description="Das Konto im Haushalt."
    )
    period: PartialDate | None = Field(
        None,
        alias="zeitraum",
        title="Zeitraum",
        description="Für welches Jahr oder welche Jahre.",
        examples=["2022/2023"],
    )
    purpose: Text | None = Field(None, alias="zweck", title="Zweck", description="Wofür das Geld ist.")
    condition: Text | None = Field(None, alias="bedingung", title="Bedingung", description="Unter welchem Vorbehalt.")


class Position(Fact):
    """Jobs, counted in full-time equivalents; how they were counted matters as much as the number."""

    amount: OrUnknown[Quantity] = Field(
        UNKNOWN, alias="umfang", title="Umfang", description="Die Zahl, mit Punkt statt Komma.", examples=["3.5"]
    )
    unit: Text = Field(
        "Vollzeitstellen", alias="einheit", title="Einheit", description="Nur, wenn Köpfe statt Stellen gezählt sind."
    )
    accuracy: Accuracy = Field(
        Accuracy.EXACT, alias="genauigkeit", title="Genauigkeit", description="Wenn die Quelle nur rundet."
    )
    counting: Text | None = Field(
        None,
        alias="zaehlung",
        title="Zählweise",
        description="Was mitgezählt ist und was nicht.",
        examples=["ohne Leitung"],
    )
    as_of: PartialDate | None = Field(
        None, alias="stichtag", title="Stichtag", description="Für welchen Tag die Zahl gilt."
    )
    reality: Reality = Field(
        Reality.UNKNOWN, alias="stand", title="Geplant oder tatsächlich", description="Soll oder Ist."
    )
    purpose: Text | None = Field(None, alias="zweck", title="Zweck", description="Wofür die Stellen sind.")
