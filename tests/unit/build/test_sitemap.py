"""The sitemap names what search engines should know, in as many files as the protocol asks for."""

from __future__ import annotations

from xml.etree import ElementTree

from portal.build.face import Face
from portal.build.sitemap import files
from portal.parts.page import Page
from portal.register.entries import Key

_NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_SITE = "https://portal.example/"


def _face(url: str, changed: str = "", page: Page | None = None) -> Face:
    return Face(url=url, title=url, canonical_url=_SITE + url, update_date=changed, generated=page)


def _listed(content: bytes) -> list[str | None]:
    root = ElementTree.fromstring(content)  # noqa: S314 - our own file
    return [found.text for found in root.iter(f"{_NAMESPACE}loc")]


def test_a_page_is_listed_with_the_day_of_its_last_change() -> None:
    ((path, content),) = files([_face("roadmap/", "2026-11-21"), _face("impressum/")], _SITE)
    assert path == "sitemap.xml"
    assert b"<url><loc>https://portal.example/roadmap/</loc><lastmod>2026-11-21</lastmod></url>" in content
    assert b"<url><loc>https://portal.example/impressum/</loc></url>" in content


def test_old_addresses_and_other_orders_are_left_out() -> None:
    old = Page(url="alt/", template="weiterleitung.html", title="", redirect_to=Key("roadmap", "neu"))
    other = Page(url="zeitleiste/alt/", template="zeitleiste.html", title="", is_variant=True)
    ((_, content),) = files([_face("alt/", page=old), _face("zeitleiste/alt/", page=other)], _SITE)
    assert not _listed(content)


def test_more_pages_than_a_file_may_name_go_into_several() -> None:
    found = dict(files([_face(f"{number}/") for number in range(5)], _SITE, most=2))
    assert _listed(found["sitemap.xml"]) == [f"{_SITE}sitemap-{number}.xml" for number in (1, 2, 3)]
    assert [_listed(found[f"sitemap-{number}.xml"]) for number in (1, 2, 3)] == [
        [f"{_SITE}0/", f"{_SITE}1/"],
        [f"{_SITE}2/", f"{_SITE}3/"],
        [f"{_SITE}4/"],
    ]
