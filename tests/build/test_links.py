"""Every link inside the site leads somewhere, and nothing is fetched from anywhere else."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from build.builds import Builds
from build.links import broken, broken_in_files, count_in_files, in_css, loaded
from build.sites import ROOT, STANDING, Site


def test_every_internal_link_and_anchor_leads_somewhere(site: Site) -> None:
    found = list(broken(site))
    assert not found, f"{len(found)} Links führen ins Leere:\n" + "\n".join(found[:40])


@pytest.mark.parametrize("name", ["remembered", "live"])
def test_every_address_of_the_site_in_feeds_calendars_tables_and_json_leads_somewhere(
    name: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(name)
    found = list(broken_in_files(site))
    assert not found, f"{len(found)} Adressen führen ins Leere:\n" + "\n".join(found[:40])
    named = count_in_files(site)
    assert all(named[suffix] for suffix in (".atom", ".ics", ".csv", ".json", ".jsonld", ".xml")), named


def test_a_feed_or_table_that_leads_nowhere_would_be_found(tmp_path: Path) -> None:
    files = {
        "da/index.html": '<p id="hier">x</p>',
        "a.atom": '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://x.example/weg/"/><id>https://x.example/da/#hier</id></feed>',
        "b.json": '{"url": ["https://x.example/da/#dort"]}',
        "c.csv": "a;b\nhttps://x.example/auch-weg.csv;https://andere.example/\n",
        "d.ics": "BEGIN:VCALENDAR\r\nURL:https://x.example/we\r\n it/\r\nEND:VCALENDAR\r\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8", newline="")
    found = [
        said.partition(" ")[2] for said in broken_in_files(Site("klein", tmp_path, tmp_path, "https://x.example/", ""))
    ]
    assert found == [
        "„https://x.example/weg/“ führt zu /weg/index.html, das es nicht gibt",
        "„https://x.example/da/#dort“ führt zur Stelle #dort, die /da/index.html nicht hat",
        "„https://x.example/auch-weg.csv“ führt zu /auch-weg.csv, das es nicht gibt",
        "„https://x.example/weit/“ führt zu /weit/index.html, das es nicht gibt",
    ]


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    found = [
        f"/{page.address}: {url}"
        for page in site.documents
        for url in loaded(page)
        if urlsplit(url).netloc or urlsplit(url).scheme
    ]
    found += [
        f"/{path}: {url}"
        for path, file in site.files.items()
        if path.endswith(".css")
        for url in in_css(file.read_text(encoding="utf-8"))
        if urlsplit(url).netloc or urlsplit(url).scheme not in {"", "data"}
    ]
    assert not found, "Von anderen Rechnern würde geladen:\n" + "\n".join(found)


def test_no_file_tells_where_on_which_machine_it_was_built(site: Site) -> None:
    private = {str(ROOT), str(site.folder), str(Path.home()) + "/", tempfile.gettempdir() + "/"}
    found = [
        f"/{path} enthält „{place}“"
        for path, file in site.files.items()
        for place in sorted(private)
        if place.encode() in _unpacked(file)
    ]
    assert not found, "\n".join(found)


@pytest.fixture(scope="module")
def below(town: Path, builds: Builds, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose address was given without a slash at its end."""
    folder = tmp_path_factory.mktemp("unterpfad") / "site"
    said = builds.make(town, folder, SITE_URL="https://x.example/portal", **STANDING)
    return Site("unterpfad", town, folder, "https://x.example/portal/", said)


@pytest.mark.parametrize("name", ["below", "strange_settings"])
def test_links_work_below_a_path_too(name: str, request: pytest.FixtureRequest) -> None:
    found: Site = request.getfixturevalue(name)
    root = found.url
    problems = list(broken(found))
    assert not problems, f"Unter {root} führen {len(problems)} Links ins Leere:\n" + "\n".join(problems[:20])
    error_page = found.document("404.html")
    links = [element.get("href", "") for element in error_page.elements("a")]
    below = urlsplit(root).path
    astray = [href for href in links if not href.startswith((below, "#", "https://", "mailto:"))]
    assert not astray, f"Diese Links der Fehlerseite beginnen nicht mit {below}: {astray}"
    canonical = [
        element.get("href")
        for element in found.document("suche/").elements("link")
        if element.get("rel") == "canonical"
    ]
    assert canonical == [f"{root}suche/"]


def _unpacked(file: Path) -> bytes:
    """The content, unpacked where it is compressed: the parts of the search index."""
    content = file.read_bytes()
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
