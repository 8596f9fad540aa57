"""What is written or counted: figures, terms, sources, articles."""

from __future__ import annotations

from portal.dates import PartialDate
from portal.figures.figuretable import table_of
from portal.outputs.schemaorg.base import Node, Things, iso, known
from portal.records import RECORD_TYPES, TYPE_OF_MODEL, Article, Indicator, Source, Term
from portal.records.words import Access
from portal.register.entries import Key
from portal.register.urls import json_of


def indicator(record: Indicator, key: Key, things: Things) -> Node:
    dates = sorted(v.as_of for series in record.series for v in series.values if isinstance(v.as_of, PartialDate))
    return {
        "variableMeasured": [
            known(
                {
                    "@type": "PropertyValue",
                    "name": series.title,
                    "unitText": series.unit or record.unit,
                    "measurementTechnique": things.words(series.counting),
                }
            )
            for series in record.series
        ],
        "temporalCoverage": "/".join(dict.fromkeys(filter(None, map(iso, dates[:1] + dates[-1:])))),
        "isAccessibleForFree": True,
        "license": things.register.settings.licence.url,
        "about": things.named(record.about),
        "distribution": [
            {"@type": "DataDownload", "contentUrl": things.site_url + path, "encodingFormat": kind}
            for path, kind in ((json_of(key), "application/json"), (table_of(key), "text/csv"))
        ],
    }


def term(record: Term, _: Key, things: Things) -> Node:
    name = TYPE_OF_MODEL[Term]
    glossary = {"@type": "DefinedTermSet", "@id": f"{things.site_url}{name}/#liste", "name": RECORD_TYPES[name].plural}
    return {"alternateName": [*record.short_forms, *record.synonyms], "inDefinedTermSet": glossary}


def source(record: Source, _: Key, things: Things) -> Node:
    return {
        "genre": record.kind,
        "publisher": {"@type": "Organization", "name": record.publisher},
        "datePublished": "" if record.date_inferred else iso(record.date),
        "url": record.url,
        "isAccessibleForFree": {Access.FREE: True, Access.PAID: False}.get(record.access),
        "about": things.named(record.paper, "beschluesse"),
    }


def article(record: Article, _: Key, __: Things) -> Node:
    return {"headline": record.title, "inLanguage": "de"}
