"""Small indicators for tests, written as editors write them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from portal.records import Indicator, Measurement, Series


def value(as_of: str, number: object, **fields: object) -> Measurement:
    """`value("2022", "3.5", art="Plan")`"""
    return Measurement.model_validate({"stichtag": as_of, "wert": str(number), **fields})


def series(*values: Measurement | tuple[str, object], title: str = "Reihe", **fields: object) -> Series:
    """`series(("2022", 1), ("2023", 2))`"""
    made = [each if isinstance(each, Measurement) else value(*each) for each in values]
    return Series.model_validate({"titel": title, "werte": [_plain(each) for each in made], **fields})


def indicator(*all_series: Series, unit: str = "Geräte") -> Indicator:
    return Indicator.model_validate(
        {"id": "a", "titel": "Kennzahl", "einheit": unit, "reihen": [_plain(each) for each in all_series]}
    )


def _plain(model: Measurement | Series) -> Mapping[str, Any] | Sequence[Any]:
    return model.model_dump(by_alias=True, exclude_unset=True)
