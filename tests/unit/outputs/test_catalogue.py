"""The catalogue for data portals: the same statements in both notations, and all that DCAT-AP.de asks for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from data_folder import DataFolder
from portal.outputs import catalogue, exports
from portal.outputs.catalogue.licences import licence_uri
from portal.outputs.catalogue.turtle import turtle
from portal.records import RECORD_TYPES
from portal.register.link import Register
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from registers import NO_HISTORY, SITE, musterstadt

DCATDE = Namespace("http://dcat-ap.de/def/dcatde/")
_SHAPES = Path(__file__).parents[2] / "dcat_shapes.ttl"


def _files(register: Register) -> dict[str, bytes]:
    sizes = {path: len(content) for path, content in exports.files(register, SITE, NO_HISTORY)}
    return dict(exports.summaries(register, SITE, sizes))


def _graph(register: Register) -> Graph:
    return Graph().parse(data=_files(register)["daten/katalog.ttl"].decode(), format="turtle")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_both_notations_make_the_same_statements() -> None:
    files = _files(musterstadt())
    linked = Graph().parse(data=files["daten/katalog.jsonld"].decode(), format="json-ld")
    assert len(linked) > 300
    assert isomorphic(linked, _graph(musterstadt()))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_catalogue_has_all_that_the_standard_asks_for() -> None:
    conforms, _, report = validate(_graph(musterstadt()), shacl_graph=str(_SHAPES), advanced=False)
    assert conforms, report


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(
    ("subject", "lost"),
    [
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Dataset, DCTERMS.title),
        (DCAT.Dataset, DCTERMS.description),
        (DCAT.Distribution, DCAT.accessURL),
        (DCAT.Distribution, DCTERMS.license),
        (DCAT.Distribution, DCAT.byteSize),
        (DCAT.DataService, DCAT.endpointURL),
    ],
)
def test_the_shapes_notice_what_is_missing(subject: URIRef, lost: URIRef) -> None:
    graph = _graph(musterstadt())
    first = min(graph.subjects(RDF.type, subject))
    graph.remove((first, lost, None))
    conforms, _, _ = validate(graph, shacl_graph=str(_SHAPES), advanced=False)
    assert not conforms


def test_there_is_a_data_set_for_every_type_and_one_for_all() -> None:
    graph = _graph(musterstadt())
    assert set(graph.subjects(RDF.type, DCAT.Dataset)) == {
        URIRef(f"{SITE}daten/#{name}") for name in ("gesamt", *RECORD_TYPES)
    }


def test_sizes_are_those_of_the_files() -> None:
    sizes = {path: len(content) for path, content in exports.files(musterstadt(), SITE, NO_HISTORY)}
    graph = _graph(musterstadt())
    for path in ("api/v1/fragen.csv", "api/v1/portal.sqlite", "api/v1/fragen.json"):
        assert graph.value(URIRef(f"{SITE}{path}#datei"), DCAT.byteSize).toPython() == sizes[path]


def test_town_and_contributor_are_named_where_the_settings_name_them(data: DataFolder) -> None:
    town, nameless = _graph(musterstadt()), _graph(data.register())
    whole = URIRef(f"{SITE}daten/#gesamt")
    assert str(town.value(whole, DCATDE.politicalGeocodingURI)).endswith("/municipalityKey/99999001")
    assert str(town.value(whole, DCATDE.contributorID)).endswith("/contributors/musterstadt")
    assert not list(nameless.objects(None, DCATDE.politicalGeocodingURI))
    assert not list(nameless.objects(None, DCATDE.contributorID))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/deed.de", "http://dcat-ap.de/def/licenses/cc-by/4.0"),
        ("http://creativecommons.org/licenses/by/4.0/", "http://dcat-ap.de/def/licenses/cc-by/4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/legalcode.de", "http://dcat-ap.de/def/licenses/cc-zero"),
        ("https://www.govdata.de/dl-de/by-2-0", "http://dcat-ap.de/def/licenses/dl-by-de/2.0"),
        ("https://lizenz.example/eigene", "https://lizenz.example/eigene"),
    ],
)
def test_licences_go_by_the_names_of_the_german_list(url: str, name: str) -> None:
    assert licence_uri(url) == name


def test_turtle_keeps_every_sign_of_a_text_and_of_an_address() -> None:
    text, address = 'Zeile\nmit "Zitat", \\ und \t\u0001 „€“', "https://x.example/{a}|b"
    document = {
        "@context": {"dct": "http://purl.org/dc/terms/"},
        "@graph": [{"@id": address, "@type": "dct:Agent", "dct:title": {"@value": text, "@language": "de"}}],
    }
    graph = Graph().parse(data=turtle(document), format="turtle")
    ((subject, title),) = graph.subject_objects(DCTERMS.title)
    assert (title, str(subject)) == (Literal(text, lang="de"), "https://x.example/%7Ba%7D%7Cb")


def test_the_same_records_give_the_same_bytes() -> None:
    assert _files(musterstadt()) == _files(musterstadt())
    assert json.loads(_files(musterstadt())["daten/katalog.jsonld"])
    assert list(catalogue.files(musterstadt(), SITE, {})) == list(catalogue.files(musterstadt(), SITE, {}))
