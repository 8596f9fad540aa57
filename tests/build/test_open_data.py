"""The data as others get it: over HTTP, from a site that knows no more than its own address."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from browser.server import serving
from portal.records import RECORD_TYPES

from build.builds import Builds
from build.html import Document, text_of
from build.sites import SITE_URL, STANDING, Site


@pytest.fixture(scope="module")
def served(town: Path, builds: Builds, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The invented town's portal, built for the address that it is served at."""
    folder = tmp_path_factory.mktemp("serviert") / "site"
    with serving(folder) as url:
        yield Site("serviert", town, folder, url, builds.make(town, folder, SITE_URL=url, **STANDING))


def _examples(site: Site, kind: str) -> list[str]:
    """Programs as the page prints them."""
    blocks = [element for element in site.document("daten/").elements("pre") if element.get("data-beispiel") == kind]
    assert blocks, f"Auf /daten/ steht kein Beispiel für {kind}."
    return ["".join(block.itertext()) for block in blocks]


def test_the_curl_examples_fetch_what_they_say(served: Site, tmp_path: Path) -> None:
    """With curl itself where it is installed; a bare machine asks for the same addresses itself."""
    for example in _examples(served, "curl"):
        if shutil.which("curl"):
            done = subprocess.run(
                ["sh", "-ec", example], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
            )
            assert done.returncode == 0, done.stderr
            continue
        for address in re.findall(r"http://[^\s'\"]+", example):
            with urlopen(address, timeout=60) as answer:  # noqa: S310 - only http:// gets here
                (tmp_path / address.rpartition("/")[2]).write_bytes(answer.read())
    assert json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))["count"] > 0
    assert (tmp_path / "portal.sqlite").read_bytes().startswith(b"SQLite format 3\0")


def test_the_python_examples_run_and_print_records(served: Site, tmp_path: Path) -> None:
    printed = []
    for example in _examples(served, "python"):
        done = subprocess.run(
            [sys.executable, "-I", "-c", example], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout.splitlines())
    decisions, stations, papers = printed
    assert any(line.endswith("| geändert beschlossen") for line in decisions)
    assert "2024-02-15 | stadtrat | stadtgarten | geändert beschlossen" in stations
    assert "B 01/0001 | Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>" in papers


def test_the_sql_examples_run_on_the_published_file(served: Site) -> None:
    with sqlite3.connect(served.folder / "api/v1/portal.sqlite") as database:
        votes, found, sources = (database.execute(example).fetchall() for example in _examples(served, "sql"))
    assert ("Ein „Stadtgarten“ für alle & jeden <b>Winkel</b>", "2024-02-15", 20, 0) in {
        (v[0], v[1], v[3], v[4]) for v in votes
    }
    assert 0 < len(found) <= 10
    assert any(row[:2] == ("beschluesse", "stadtgarten") and row[3] == "quelle" for row in sources)


def test_a_client_that_only_follows_links_reaches_every_oparl_object(served: Site) -> None:
    reached = _crawl(urljoin(served.url, "oparl/v1/system.json"))
    files = {served.url + path for path in served.files if path.startswith("oparl/")}
    assert reached == files
    lists = {url for url in files if "data" in _read(url)}
    assert len(files - lists) > 90


def _crawl(start: str) -> set[str]:
    """Every address that answers with JSON of the interface, from one address and what its answers name."""
    waiting, seen = [start], set()
    while waiting:
        address = waiting.pop()
        if address not in seen:
            seen.add(address)
            waiting += [text for text in _texts(_read(address)) if "/oparl/" in text and text.startswith("http://127.")]
    return seen


def _read(address: str) -> Any:
    with urlopen(address) as answer:  # noqa: S310 - our own server
        assert answer.headers["Content-Type"] == "application/json"
        return json.load(answer)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def test_the_index_names_every_file_and_its_true_size(site: Site) -> None:
    index = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))
    for file in index["files"]:
        path = file["url"].removeprefix(SITE_URL)
        assert path in site.files
        assert file["bytes"] in (None, site.files[path].stat().st_size)
    without_size = [file["url"].removeprefix(SITE_URL) for file in index["files"] if file["bytes"] is None]
    assert sorted(without_size) == ["api/v1/index.json", "daten/katalog.jsonld", "daten/katalog.ttl"]
    for record in index["records"]:
        for url in record["files"].values():
            assert url.removeprefix(SITE_URL) in site.files, url


def test_every_page_of_a_record_links_all_its_files(site: Site) -> None:
    index = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))
    pages = {document.address: document for document in site.documents}
    for record in index["records"]:
        page = pages[record["url"].removeprefix(SITE_URL)]
        linked = {urljoin(record["url"], link.get("href", "")) for link in page.elements("a")}
        missing = {record["json"], *record["files"].values()} - linked
        assert not missing, f"/{page.address} verweist nicht auf {sorted(missing)}"
        assert "Daten zu dieser Seite" in page.text


def test_every_other_page_links_data_too(site: Site) -> None:
    """All but those that are served under any address, or lead on at once."""
    for page in site.documents:
        if page.is_indexed and not page.address.startswith("entwicklung/"):
            targets = [link.get("href", "") for link in page.elements("a")]
            assert any("api/v1/" in target for target in targets), f"/{page.address} hat keine Daten"


def test_the_page_about_the_data_shows_every_common_file_and_its_size(site: Site) -> None:
    page = site.document("daten/")
    links = [link for link in page.elements("a") if link.get("href")]
    linked = {urljoin(SITE_URL + "daten/", link.get("href", "")) for link in links}
    index = json.loads(site.files["api/v1/index.json"].read_text(encoding="utf-8"))
    assert {file["url"] for file in index["files"]} <= linked
    assert {f"#felder-{name}" for name in RECORD_TYPES} <= {link.get("href") for link in links}
    assert {f"felder-{name}" for name in RECORD_TYPES} <= set(page.ids)


def test_the_page_about_the_data_explains_every_field(site: Site) -> None:
    page = Document("daten/", site.files["daten/index.html"])
    for name in RECORD_TYPES:
        schema = json.loads(site.files[f"api/v1/schema/{name}.json"].read_text(encoding="utf-8"))
        table = next(a for a in page.ancestors(page.ids[f"felder-{name}"]) if a.tag == "table")
        shown = {text_of(code).split(".")[0] for row in table.iter("th") for code in row.iter("code")}
        assert set(schema["properties"]) - {"id"} <= shown
