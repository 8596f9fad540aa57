"""The exports described for data portals, after DCAT-AP.de 3.0: a catalogue, a data set per type, two services."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal import oparl
from portal.oparl.base import SPECIFICATION
from portal.outputs.api import openapi
from portal.outputs.catalogue.licences import licence_uri
from portal.outputs.catalogue.values import Node, german, plain, ref, typed, without_gaps
from portal.outputs.datafiles import INDEX, DataFile, Format, of_type
from portal.records import RECORD_TYPES, RecordType
from portal.register.link import Register
from portal.tables import sqlite

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatde": "http://dcat-ap.de/def/dcatde/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types/"
_GEOCODING = "http://dcat-ap.de/def/politicalGeocoding"
#: Formats in which a type's records are all in one file.
_BULK = (Format.CSV, Format.JSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What the descriptions are made from."""

    register: Register
    site_url: str
    sizes: Mapping[str, int]

    def document(self) -> Node:
        return {"@context": CONTEXT, "@graph": list(self._nodes())}

    def _nodes(self) -> Iterator[Node]:
        yield self._catalogue()
        yield without_gaps({"@id": self._publisher, "@type": "foaf:Agent", "foaf:name": plain(self._attribution)})
        yield from self._services()
        yield self._whole()
        yield from (self._of_type(record_type) for record_type in RECORD_TYPES.values())
        yield from (self._distribution(file) for file in self._files())

    def _catalogue(self) -> Node:
        settings = self.register.settings
        return without_gaps(
            {
                "@id": self._id("katalog"),
                "@type": "dcat:Catalog",
                "dct:title": german(f"{settings.name}: offene Daten"),
                "dct:description": german(settings.tagline),
                "dct:publisher": ref(self._publisher),
                "dct:language": ref(f"{_EU}/language/DEU"),
                "dct:license": ref(licence_uri(settings.licence.url)),
                "dct:modified": self._standing,
                "dct:spatial": self._place,
                "foaf:homepage": ref(self.site_url),
                "dcat:dataset": [ref(self._id("gesamt")), *(ref(self._id(name)) for name in RECORD_TYPES)],
                "dcat:service": [ref(self._id("oparl")), ref(self._id("schnittstelle"))],
            }
        )

    def _services(self) -> Iterator[Node]:
        served = [ref(self._id(name)) for name in RECORD_TYPES]
        papers = [ref(self._id(name)) for name in RECORD_TYPES if any(f.key == "oparl" for f in of_type(name))]
        common = {
            "@type": "dcat:DataService",
            "dct:publisher": ref(self._publisher),
            "dct:license": ref(licence_uri(self.register.settings.licence.url)),
            "dct:accessRights": ref(f"{_EU}/access-right/PUBLIC"),
        }
        yield {
            "@id": self._id("oparl"),
            **common,
            "dct:title": german("Ratsinformationen nach OParl 1.1"),
            "dct:conformsTo": ref(SPECIFICATION),
            "dcat:endpointURL": ref(self.site_url + oparl.SYSTEM),
            "dcat:endpointDescription": ref(f"{self.site_url}daten/"),
            "dcat:servesDataset": papers,
        }
        yield {
            "@id": self._id("schnittstelle"),
            **common,
            "dct:title": german("Alle Einträge als JSON und CSV"),
            "dcat:endpointURL": ref(self.site_url + INDEX),
            "dcat:endpointDescription": ref(self.site_url + openapi.PATH),
            "dcat:servesDataset": served,
        }

    def _whole(self) -> Node:
        settings = self.register.settings
        return self._dataset(
            "gesamt",
            title=f"{settings.name}: alle Einträge",
            description=f"{settings.tagline} Alle Arten von Einträgen mit ihren Verweisen, in einer Datei.",
            page="daten/",
            keywords=(record_type.plural for record_type in RECORD_TYPES.values()),
            files=self._whole_files(),
        )

    def _of_type(self, record_type: RecordType) -> Node:
        settings = self.register.settings
        return self._dataset(
            record_type.name,
            title=f"{record_type.plural}: {settings.programme}, {settings.town}",
            description=record_type.lead,
            page=f"{record_type.name}/",
            keywords=(record_type.singular, record_type.plural),
            files=_bulk(record_type.name),
        )

    def _dataset(
        self, name: str, *, title: str, description: str, page: str, keywords: Iterable[str], files: Iterable[DataFile]
    ) -> Node:
        settings = self.register.settings
        words = dict.fromkeys([settings.town, settings.programme, *keywords])
        return without_gaps(
            {
                "@id": self._id(name),
                "@type": "dcat:Dataset",
                "dct:title": german(title),
                "dct:description": german(description),
                "dct:publisher": ref(self._publisher),
                "dct:identifier": plain(self._id(name)),
                "dct:modified": self._standing,
                "dct:language": ref(f"{_EU}/language/DEU"),
                "dct:accessRights": ref(f"{_EU}/access-right/PUBLIC"),
                "dct:accrualPeriodicity": ref(f"{_EU}/frequency/IRREG"),
                "dct:spatial": self._place,
                "dcatde:contributorID": ref(settings.contributor) if settings.contributor else None,
                "dcatde:politicalGeocodingLevelURI": ref(f"{_GEOCODING}/Level/municipality"),
                "dcatde:politicalGeocodingURI": self._place,
                "dcat:theme": ref(f"{_EU}/data-theme/GOVE"),
                "dcat:keyword": [german(word) for word in words],
                "dcat:landingPage": ref(self.site_url + page),
                "foaf:page": ref(f"{self.site_url}daten/"),
                "dcat:distribution": [ref(self._of_file(file)) for file in files],
            }
        )

    def _distribution(self, file: DataFile) -> Node:
        url, size = self.site_url + file.path, self.sizes.get(file.path)
        return without_gaps(
            {
                "@id": self._of_file(file),
                "@type": "dcat:Distribution",
                "dct:title": german(file.title),
                "dct:license": ref(licence_uri(self.register.settings.licence.url)),
                "dcatde:licenseAttributionByText": german(self._attribution),
                "dct:format": ref(f"{_EU}/file-type/{file.format.eu_type}") if file.format.eu_type else None,
                "dct:modified": self._standing,
                "dcat:mediaType": ref(_IANA + file.format.media_type),
                "dcat:accessURL": ref(url),
                "dcat:downloadURL": ref(url),
                "dcat:byteSize": typed(str(size), "xsd:nonNegativeInteger") if size is not None else None,
            }
        )

    def _files(self) -> Iterator[DataFile]:
        yield from self._whole_files()
        for name in RECORD_TYPES:
            yield from _bulk(name)

    @staticmethod
    def _whole_files() -> Iterator[DataFile]:
        yield DataFile(key="sqlite", title="Alles in einer Datei (SQLite)", path=sqlite.PATH, format=Format.SQLITE)
        yield DataFile(key="json", title="Verzeichnis aller Einträge (JSON)", path=INDEX)

    def _id(self, name: str) -> str:
        return f"{self.site_url}daten/#{name}"

    def _of_file(self, file: DataFile) -> str:
        return f"{self.site_url}{file.path}#datei"

    @property
    def _publisher(self) -> str:
        return f"{self.site_url}#herausgeber"

    @property
    def _attribution(self) -> str:
        """Whom the licence says to name is who publishes; the settings know nobody else."""
        return self.register.settings.licence.attribution

    @property
    def _standing(self) -> Node:
        return typed(self.register.today.isoformat(), "xsd:date")

    @property
    def _place(self) -> Node | None:
        key = self.register.settings.municipality_key
        return ref(f"{_GEOCODING}/municipalityKey/{key}") if key else None


def _bulk(name: str) -> Iterator[DataFile]:
    """All records of a type in one file; the list after OParl is a service's."""
    yield from (file for file in of_type(name) if file.format in _BULK and file.key != "oparl")
