"""What can be followed is offered on its page: in the head for programs, in words for people."""

from __future__ import annotations

import json
from urllib.parse import urljoin

from portal.follow.appointments import TYPES
from portal.follow.followset import TYPES as FOLLOWED
from portal.records import RECORD_TYPES

from build.html import Document
from build.sites import Site

_ALL = "feeds/alle.atom"


def _records(site: Site) -> dict[str, str]:
    """Every record by the address of its page."""
    index = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))
    return {item["url"].removeprefix(site.url): f"{item['type']}/{item['id']}" for item in index["records"]}


def _feeds_in_head(page: Document) -> list[str]:
    links = [link for link in page.elements("link") if link.get("type") == "application/atom+xml"]
    assert all(link.get("rel") == "alternate" and link.get("title") for link in links), f"/{page.address}"
    return [urljoin(f"https://x/{page.address}", link.get("href", "")).removeprefix("https://x/") for link in links]


def _hrefs(page: Document) -> set[str]:
    found = {link.get("href", "") for link in page.elements("a")}
    return {urljoin(f"https://x/{page.address}", href).removeprefix("https://x/") for href in found}


def test_every_page_of_a_record_leads_to_its_own_feed_and_calendar(site: Site) -> None:
    found = []
    for address, name in _records(site).items():
        page = site.document(address)
        if _feeds_in_head(page) != [f"feeds/{name}.atom", _ALL]:
            found.append(f"/{address}: im Kopf stehen {_feeds_in_head(page)}")
        has_calendar = name.split("/")[0] in TYPES
        wanted = {f"feeds/{name}.atom"} | ({f"kalender/{name}.ics"} if has_calendar else set())
        offered = {href for href in _hrefs(page) if href.startswith(("feeds/", "kalender/"))}
        webcal = f"webcal://{site.url.partition('://')[2]}kalender/{name}.ics"
        if offered != wanted or (webcal in _hrefs(page)) is not has_calendar:
            found.append(f"/{address} bietet {offered} an")
    assert not found, "\n".join(found[:20])


def test_lists_and_pages_across_all_lead_to_theirs(musterstadt: Site) -> None:
    for name in RECORD_TYPES:
        assert _feeds_in_head(musterstadt.document(f"{name}/")) == [f"feeds/{name}.atom", _ALL]
    for address in ("", "zeitleiste/", "suche/", "folgen/", "impressum/"):
        assert _feeds_in_head(musterstadt.document(address)) == [_ALL]
    assert _feeds_in_head(musterstadt.document("aenderungen/")) == ["feeds/aenderungen.atom", _ALL]
    assert _feeds_in_head(musterstadt.document("beschluesse/garten/")) == [], "Eine Weiterleitung hat nichts zu sagen"


def test_only_what_can_be_followed_has_a_star_and_each_has_its_file(site: Site) -> None:
    for address, name in _records(site).items():
        page = site.document(address)
        stars = [button for button in page.elements("button") if button.get("data-folgen")]
        assert len(stars) == (name.split("/")[0] in FOLLOWED), f"/{address} hat {len(stars)} Sterne"
        for star in stars:
            assert (star.get("data-folgen"), star.get("aria-pressed"), star.get("hidden")) == (name, "false", "")
            assert json.loads(site.files[f"folgen/{name}.json"].read_text(encoding="utf-8"))["id"] == name


def test_every_entry_of_every_feed_leads_to_an_existing_place(site: Site) -> None:
    anchors: dict[str, str] = {}
    found = []
    for path, file in site.files.items():
        if not path.startswith("folgen/") or not path.endswith(".json"):
            continue
        for news in json.loads(file.read_text(encoding="utf-8"))["neues"]:
            address, _, fragment = news["url"].partition("#")
            if address not in anchors:
                anchors[address] = site.files[f"{address}index.html"].read_text(encoding="utf-8")
            if fragment and f'id="{fragment}"' not in anchors[address]:
                found.append(f"{path}: {news['url']}")
    assert not found, "\n".join(sorted(set(found))[:20])
