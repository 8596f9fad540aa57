"""What others rely on is where it was promised: pages, machine-readable files, redirects, edit links."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from portal.load import RawRecord, load
from portal.records import RECORD_TYPES
from portal.register.entries import Key
from portal.register.urls import list_url, relative, url_of

from build.html import Document, text_of
from build.sites import Site

#: What checks and people outside this repository rely on.
PROMISED = [
    *(f"{name}/index.html" for name in RECORD_TYPES),
    *(
        f"{name}/index.html"
        for name in ("zeitleiste", "aenderungen", "suche", "impressum", "datenschutz", "barrierefreiheit")
    ),
    *(f"api/v1/schema/{name}.json" for name in RECORD_TYPES),
    *(f"api/v1/{name}.{suffix}" for name in RECORD_TYPES for suffix in ("csv", "json")),
    *("api/v1/portal.sqlite", "api/v1/openapi.json", "oparl/v1/system.json", "_headers"),
    *("daten/index.html", "daten/katalog.ttl", "daten/katalog.jsonld", "daten/aenderungen/index.html"),
    *("index.html", "404.html", "sitemap.xml", "api/v1/index.json", "pagefind/pagefind.js"),
]


def test_every_promised_address_is_there(site: Site) -> None:
    missing = [path for path in PROMISED if path not in site.files]
    assert not missing, f"In {site.name} fehlen: {', '.join(missing)}"


def test_every_record_has_a_page_and_a_json_file(site: Site) -> None:
    missing = [
        path
        for raw in _records(site)
        for path in (f"{_address(raw)}index.html", f"api/v1/{raw.type}/{raw.id}.json")
        if path not in site.files
    ]
    assert not missing, f"In {site.name} fehlen: {', '.join(missing)}"


def test_every_list_leads_to_every_record_of_its_type(site: Site) -> None:
    for name in RECORD_TYPES:
        start = list_url(name)
        pages = [page for page in site.documents if page.address == start or page.address.startswith(f"{start}seite/")]
        linked = {(page.address, element.get("href")) for page in pages for element in page.elements("a")}
        missing = [
            raw.id
            for raw in _records(site)
            if raw.type == name
            and not any((page.address, relative(page.address, _address(raw))) in linked for page in pages)
        ]
        assert not missing, f"Auf /{start} und den Seiten danach fehlen: {', '.join(missing)}"


def test_the_index_names_every_record_with_addresses_that_exist(site: Site) -> None:
    index = _json(site, "api/v1/index.json")
    listed = {(item["type"], item["id"]): item for item in index["records"]}
    assert index["count"] == len(index["records"]) == len(listed)
    assert {(raw.type, raw.id) for raw in _records(site)} <= set(listed)
    for item in index["records"]:
        assert set(item) >= {"id", "type", "title", "url", "date", "json"}, f"{item['id']}: {sorted(item)}"
        for key in ("url", "json"):
            assert site.path_of(item[key]) in site.files, (
                f"{item['type']}/{item['id']}: {key} {item[key]} gibt es nicht"
            )


def test_the_sitemap_lists_every_page_that_wants_to_be_found_and_no_other(site: Site) -> None:
    sitemap = site.files["sitemap.xml"].read_text(encoding="utf-8")
    wanted = {site.url + page.address for page in site.documents if page.is_indexed}
    listed = {part.partition("</loc>")[0] for part in sitemap.split("<loc>")[1:]}
    assert not wanted - listed, f"In der Sitemap fehlen: {sorted(wanted - listed)}"
    assert not listed - wanted, f"In der Sitemap steht zu viel: {sorted(listed - wanted)}"


def test_every_schema_describes_the_fields_of_its_records(site: Site) -> None:
    for name in RECORD_TYPES:
        schema = _json(site, f"api/v1/schema/{name}.json")
        unknown = {key for raw in _records(site) if raw.type == name for key in raw.values} - set(schema["properties"])
        assert not unknown, f"Im Schema für {name} fehlen: {', '.join(sorted(unknown))}"


def test_a_record_keeps_its_words_in_its_json_file(musterstadt: Site) -> None:
    record = _json(musterstadt, "api/v1/beschluesse/stadtgarten.json")
    declared = record["declared"]
    assert declared["titel"] == "Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>"
    assert declared["beratungsfolge"][3]["stimmen"]["enthaltung"] == "unbekannt"
    assert declared["beschlusspunkte"][1]["nr"] == "2a"
    assert declared["beschlusspunkte"][1]["frist"] == "2025-Q4"
    assert record["text"].startswith("Der Weg zum Garten")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("beschluesse/garten/", "beschluesse/stadtgarten/"),
        ("beschluesse/alter-garten/", "beschluesse/stadtgarten/"),
        ("roadmap/gelber-faden/", "roadmap/roter-faden/"),
        ("personen/erika-beispiel/", "personen/erika-mustermann/"),
        ("quellen/protokoll/", "quellen/niederschrift/"),
    ],
)
def test_a_former_address_leads_on_to_the_new_one(old: str, new: str, musterstadt: Site) -> None:
    page = musterstadt.document(old)
    name = new.split("/")[1]
    refresh = [meta.get("content") for meta in page.elements("meta") if meta.get("http-equiv") == "refresh"]
    assert refresh == [f"0; url=../{name}/"], f"/{old} leitet nicht weiter: {refresh}"
    assert _hrefs(page, "link", rel="canonical") == [musterstadt.url + new]
    assert not page.is_indexed, f"/{old} darf nicht in Suchmaschinen stehen"
    assert f"../{name}/" in _hrefs(page, "a"), f"/{old} braucht einen Link für alle, deren Browser nicht weiterleitet"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("beschluesse/stadtgarten/", "beschluesse/stadtgarten.md"),
        ("beschluesse/vertagt/", "beschluesse/vertagt.yml"),
        ("themen/klima/", "themen.yml"),
        ("quellen/blatt/", "quellen.yml"),
        ("quellen/vorlage-stadtgarten/", "quellen/vorlage-stadtgarten.yml"),
        ("sitzungen/stadtrat-2024-02-15/", "sitzungen/stadtrat-2024-02-15.md"),
    ],
)
def test_the_edit_link_leads_to_the_file_of_the_record(address: str, source: str, musterstadt: Site) -> None:
    assert _edit_links(musterstadt.document(address)) == [
        f"https://git.example/musterstadt/portal/edit/haupt/data/{source}"
    ]


def test_a_meeting_without_a_file_is_derived_from_the_papers_before_it(musterstadt: Site) -> None:
    page = musterstadt.document("sitzungen/stadtrat-2023-06-01/")
    assert _edit_links(page) == [], "Was keine Datei hat, lässt sich nicht bearbeiten"
    assert "abgeleitet" in page.text
    assert "Stadtrat Musterstadt, 1. Juni 2023" in page.text.replace("\u00a0", " ")
    assert "../../beschluesse/vertagt/" in _hrefs(page, "a")
    assert "TOP 1" in page.text
    data = _json(musterstadt, "api/v1/sitzungen/stadtrat-2023-06-01.json")
    assert data["computed"]["derived"] is True
    assert data["declared"] == {}


def test_two_meetings_on_one_day_keep_their_papers_apart(musterstadt: Site) -> None:
    first, second = (musterstadt.document(f"sitzungen/hauptausschuss-2024-01-22{suffix}/") for suffix in ("", "-2"))
    assert "../../beschluesse/stadtgarten/" in _hrefs(second, "a")
    assert "../../beschluesse/stadtgarten/" not in _hrefs(first, "a")


def test_a_number_that_two_papers_carry_links_to_neither(musterstadt: Site) -> None:
    linked = {
        text_of(element): element.get("href")
        for element in musterstadt.document("beschluesse/stadtgarten/").elements("a")
    }
    assert linked.get("B 02/0002") == "../boeses-html/"
    assert "B 09/0009" not in linked


def test_the_ledger_is_printed_and_adds_up(site: Site) -> None:
    for name in [*RECORD_TYPES, "zusammen"]:
        rows = [line.split()[1:] for line in site.output.splitlines() if line.startswith(f"{name} ")]
        assert len(rows) == 1, f"Der Kassensturz zeigt {name} nicht genau einmal:\n{site.output}"
        read, derived, *written = map(int, rows[0])
        assert set(written) == {read + derived}, f"{name}: {rows[0]}"


def test_the_strict_build_warns_of_nothing(site: Site) -> None:
    found = [line for line in site.output.splitlines() if "WARNING" in line or "ERROR" in line]
    assert not found, "\n".join(found)


def _records(site: Site) -> list[RawRecord]:
    return load(site.data).records


def _json(site: Site, path: str) -> Any:
    return json.loads(Path(site.folder, path).read_text(encoding="utf-8"))


def _hrefs(page: Document, name: str, **attributes: str) -> list[str | None]:
    found = [e for e in page.elements(name) if all(e.get(key) == value for key, value in attributes.items())]
    return [element.get("href") for element in found]


def _edit_links(page: Document) -> list[str | None]:
    return [element.get("href") for element in page.elements("a") if text_of(element) == "Diese Seite bearbeiten"]


def _address(raw: RawRecord) -> str:
    return url_of(Key(raw.type, raw.id))
