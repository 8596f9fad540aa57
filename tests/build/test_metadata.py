"""What machines and others' link previews see of every page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from portal.dates import PartialDate
from schemaorg import problems

from build.builds import Builds
from build.html import Document, text_of
from build.sites import SITE_URL, STANDING, Site

_OLD = "Die jüngste Nachricht in diesem Portal"
_PAGE_TYPES = {"WebPage", "CollectionPage", "QAPage", "ProfilePage"}
_MAIN_TYPES = {
    "beschluesse/": {"Legislation"},
    "roadmap/": {"Project"},
    "fragen/": {"Question"},
    "sitzungen/": {"Event"},
    "ereignisse/": {"Event"},
    "gremien/": {"Organization", "GovernmentOrganization"},
    "personen/": {"Person"},
    "themen/": {"DefinedTerm"},
    "glossar/": {"DefinedTerm"},
    "kennzahlen/": {"Dataset"},
    "quellen/": {"CreativeWork"},
    "seiten/": {"Article"},
}


def test_every_listed_page_speaks_json_ld_and_a_library_expands_it_without_loss(site: Site) -> None:
    found = []
    for page in site.documents:
        blocks = _blocks(page)
        if len(blocks) != int(page.is_indexed or bool(blocks)):
            found.append(f"/{page.address}: {len(blocks)} Blöcke statt eines")
        found += [f"/{page.address}: {problem}" for block in blocks for problem in problems(block)]
    assert not found, f"{len(found)} Verstöße:\n" + "\n".join(found[:40])


def test_every_record_is_described_as_what_it_is(site: Site) -> None:
    index = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))
    pages = {page.address: page for page in site.documents}
    for record in index["records"]:
        [block] = _blocks(pages[record["url"].removeprefix(site.url)])
        nodes = {node["@id"]: node for node in block["@graph"]}
        page = block["@graph"][0]
        main = page["mainEntity"] if isinstance(page["mainEntity"], list) else [page["mainEntity"]]
        kinds = {nodes[thing["@id"]]["@type"] for thing in main}
        assert kinds <= _MAIN_TYPES[f"{record['type']}/"], f"{record['url']}: {kinds}"
        assert kinds, record["url"]


def test_the_page_and_its_block_tell_the_same(site: Site) -> None:
    for page in _listed(site):
        [block] = _blocks(page)
        about = block["@graph"][0]
        assert about["@type"] in _PAGE_TYPES, f"/{page.address}"
        assert about["@id"] == about["url"] == site.url + page.address
        assert page.title.startswith(_spaced(about["name"])), f"/{page.address}: {about['name']}"


def test_the_breadcrumbs_name_pages_that_exist(site: Site) -> None:
    for page in _listed(site):
        crumbs = [node for node in _blocks(page)[0]["@graph"] if node["@type"] == "BreadcrumbList"]
        if not page.address:
            assert not crumbs, "Zur Startseite führt kein Weg über andere Seiten"
            continue
        items = crumbs[0]["itemListElement"]
        assert [item["position"] for item in items] == [*range(1, len(items) + 1)]
        assert items[0]["item"] == site.url
        assert items[-1]["item"] == site.url + page.address
        for item in items:
            assert site.path_of(item["item"]) in site.files, f"/{page.address}: {item['item']} gibt es nicht"


def test_downloads_named_for_machines_exist(site: Site) -> None:
    named = [
        part["contentUrl"]
        for page in site.documents
        for block in _blocks(page)
        for node in block["@graph"]
        for part in node.get("distribution", ())
    ]
    assert len(named) == 2 * len([path for path in site.files if re.fullmatch(r"api/v1/kennzahlen/[^/]+", path)])
    missing = [url for url in named if site.path_of(url) not in site.files]
    assert not missing, f"Es fehlen: {missing}"


def test_what_is_hostile_in_a_title_stays_text(musterstadt: Site) -> None:
    page = musterstadt.document("beschluesse/boeses-html/")
    source = musterstadt.files["beschluesse/boeses-html/index.html"].read_text(encoding="utf-8")
    raw = source.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(raw)
    assert "<script>" in json.loads(raw)["@graph"][1]["name"]
    assert len(list(page.elements("script"))) == source.count("<script ")


def test_every_listed_page_has_a_preview_with_whole_addresses(site: Site) -> None:
    for page in _listed(site):
        about = {meta.get("property"): meta.get("content") for meta in page.elements("meta") if meta.get("property")}
        assert about["og:url"] == site.url + page.address
        assert about["og:image"] == f"{site.url}assets/bilder/vorschau.png"
        assert site.path_of(about["og:image"]) in site.files
        assert about["og:locale"] == "de_DE"
        assert about["og:type"] in {"article", "website"}
        for name in ("title", "description", "site_name", "image:alt", "image:width", "image:height"):
            assert (about[f"og:{name}"] or "").strip(), f"/{page.address}: og:{name} ist leer"
        assert page.title.startswith(_spaced(about["og:title"] or "?")), f"/{page.address}: {about['og:title']}"


def test_browsers_find_icons_manifest_and_robots(site: Site) -> None:
    for page in site.documents:
        relations = {link.get("rel") for link in page.elements("link")}
        assert relations >= {"icon", "apple-touch-icon", "manifest"}, f"/{page.address}: {relations}"
    assert {"favicon.ico", "manifest.webmanifest", "robots.txt"} <= set(site.files)
    assert f"Sitemap: {site.url}sitemap.xml" in site.files["robots.txt"].read_text(encoding="utf-8")


def test_the_sitemap_dates_pages_by_their_records_and_never_after_the_stand(site: Site) -> None:
    as_of = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))["as_of"]
    dates = dict(_sitemap(site))
    given = {date for date in dates.values() if date}
    assert len(given) > 1, "Alle Seiten tragen dasselbe Datum"
    for date in given:
        assert PartialDate.parse(date).first.isoformat() <= as_of, f"{date} liegt nach dem Stand {as_of}"
    assert dates[site.url] == max(given, key=PartialDate.parse)
    assert dates[f"{site.url}impressum/"] == ""


@pytest.mark.parametrize(
    ("address", "date"),
    [("beschluesse/stadtgarten/", "2026-11-20"), ("ereignisse/quartal/", ""), ("ereignisse/monat/", "2021-06")],
)
def test_the_sitemap_knows_when(address: str, date: str, musterstadt: Site) -> None:
    assert dict(_sitemap(musterstadt))[musterstadt.url + address] == date
    [block] = _blocks(musterstadt.document(address))
    assert block["@graph"][0].get("dateModified", "") == date


def test_every_record_page_can_be_cited(site: Site) -> None:
    index = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))
    pages = {page.address: page for page in site.documents}
    for record in index["records"]:
        page = pages[record["url"].removeprefix(site.url)]
        fields = {field.get("id"): field.text or "" for field in page.elements("textarea")}
        assert set(fields) == {"zitat-text", "zitat-bibtex", "zitat-csl"}, record["url"]
        assert all(record["url"] in text for text in fields.values()), record["url"]
        [item] = json.loads(fields["zitat-csl"])
        assert item["title"].endswith(record["title"]), f"{record['url']}: {item['title']}"


def test_news_of_this_month_are_not_called_old(musterstadt: Site) -> None:
    assert not [page.address for page in musterstadt.documents if _OLD in page.text]


def test_old_news_are_called_old_at_the_top_of_the_start_page_and_in_every_footer(
    town: Path, builds: Builds, tmp_path: Path
) -> None:
    folder = tmp_path / "site"
    later = str(int(STANDING["SOURCE_DATE_EPOCH"]) + 400 * 86_400)
    site = Site("spaeter", town, folder, SITE_URL, builds.make(town, folder, SOURCE_DATE_EPOCH=later))
    for page in site.documents:
        assert page.text.count(_OLD) == (1 if page.address else 2), f"/{page.address}"
    start = site.document("")
    said = text_of(next(line for line in start.elements("p") if "frische" in line.get("class", "")))
    assert re.fullmatch(rf"{_OLD} ist vom .+ und damit am Stand 26. Dezember 2027 schon \d+ Tage alt\..*", said), said


def test_the_start_page_can_compare_its_stand_with_the_visitors_clock(musterstadt: Site) -> None:
    line = musterstadt.document("").ids["veraltet"]
    assert "hidden" in line.keys()  # noqa: SIM118 - an Element is no dict
    assert line.get("data-stand") == "2026-11-21"


def _spaced(text: str) -> str:
    """With plain spaces, as `Document` has titles."""
    return " ".join(text.split())


def _listed(site: Site) -> Iterator[Document]:
    return (page for page in site.documents if page.is_indexed)


def _blocks(page: Document) -> list[dict[str, Any]]:
    scripts = (script for script in page.elements("script") if script.get("type") == "application/ld+json")
    return [json.loads(script.text or "") for script in scripts]


def _sitemap(site: Site) -> Iterator[tuple[str, str]]:
    """Address and date of every page in the sitemap."""
    root = ElementTree.fromstring(site.files["sitemap.xml"].read_bytes())  # noqa: S314 - our own file
    name = root.tag.removesuffix("urlset")
    for url in root:
        yield url.findtext(f"{name}loc", ""), url.findtext(f"{name}lastmod", "")
