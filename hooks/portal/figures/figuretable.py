"""Every indicator as a table to download, each value with its source."""

from __future__ import annotations

from collections.abc import Iterator

from portal.dates import PartialDate
from portal.figures import csvfile
from portal.figures.csvfile import Cell
from portal.figures.panels import unit_of
from portal.parts.prose import Prose
from portal.records import Indicator, Measurement, Series, Source
from portal.register.entries import Key
from portal.register.link import Register
from portal.register.urls import url_of

_HEADER = (
    *("Reihe", "Stichtag", "Wert", "Einheit", "Art", "Genauigkeit", "Bezeichnung", "erschlossen", "Notiz"),
    *("Quelle", "Quelle-Adresse"),
)


def table_of(key: Key) -> str:
    """The address of an indicator's table."""
    return f"{url_of(key)}{key.id}.csv"


def files(register: Register, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every table."""
    prose = Prose(register)
    for entry in register.by_type["kennzahlen"]:
        assert isinstance(entry.record, Indicator)
        yield table_of(entry.key), csvfile.table(_HEADER, _rows(entry.record, register, site_url, prose))


def _rows(indicator: Indicator, register: Register, site_url: str, prose: Prose) -> Iterator[tuple[Cell, ...]]:
    for series in indicator.series:
        for value in series.values:
            yield (*_statement(series, value, indicator, prose), *_sources(value, register, site_url))


def _statement(series: Series, value: Measurement, indicator: Indicator, prose: Prose) -> tuple[Cell, ...]:
    inferred = value.inferred
    return (
        series.title,
        value.as_of.iso() if isinstance(value.as_of, PartialDate) else value.as_of,
        value.value,
        unit_of(series, indicator),
        value.kind.value,
        value.accuracy.value,
        value.label,
        prose.words(inferred) if isinstance(inferred, str) else inferred,
        prose.words(value.note) if value.note else None,
    )


def _sources(value: Measurement, register: Register, site_url: str) -> tuple[str, str]:
    """Titles and addresses, several with a bar between them; where it is not online, the portal's page on it."""
    titles, addresses = [], []
    for name in value.sources:
        entry = register.entries[register.resolve(name, "quellen").key]
        assert isinstance(entry.record, Source)
        titles.append(entry.record.title)
        addresses.append(entry.record.url or site_url + url_of(entry.key))
    return " | ".join(titles), " | ".join(addresses)
