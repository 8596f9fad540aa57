"""The history on the pages: of a town with a past, of one without, and of a shallow clone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

from repository import Repository

from build.builds import Builds
from build.html import Document, text_of
from build.html_rules import RULES
from build.links import broken
from build.past import remember
from build.sites import STANDING, Site, build


def test_every_page_of_a_town_with_a_past_follows_the_rules(remembered: Site) -> None:
    pages = [
        page for page in remembered.documents if page.address.startswith("aenderungen/") or "fassung-" in str(page.ids)
    ]
    assert len(pages) > 60
    found = [f"/{page.address}: {problem}" for page in pages for rule in RULES for problem in rule(page)]
    assert not found, "\n".join(found[:20])


def test_no_link_of_a_town_with_a_past_is_broken(remembered: Site) -> None:
    found = list(broken(remembered))
    assert not found, "\n".join(found[:20])


def test_a_result_that_came_in_stands_on_the_page_with_reason_and_links(remembered: Site) -> None:
    page = remembered.document("beschluesse/stadtgarten/")
    (item,) = [
        element
        for anchor, element in page.ids.items()
        if anchor.startswith("fassung-") and "geändert" in text_of(element)
    ]
    said = text_of(item)
    assert "Stand vom 20. März 2025, 18:30 Uhr" in said.replace("\u00a0", " ")
    assert "Ergebnis: unbekannt →, jetzt geändert beschlossen, 29 : 6" in said
    assert "Ergebnis der Abstimmung nachgetragen" in said
    links = [link.get("href", "") for link in page.elements("a")]
    commit = next(link for link in links if "/commit/" in link)
    assert commit.startswith("https://git.example/musterstadt/portal/commit/")
    assert (
        f"https://git.example/musterstadt/portal/blob/{commit.rpartition('/')[2]}/data/beschluesse/stadtgarten.md"
        in links
    )


def test_all_changes_are_listed_once_and_lead_to_their_place(remembered: Site) -> None:
    pages = [page for page in remembered.documents if page.address.startswith("aenderungen/")]
    links = [
        urljoin(f"/{page.address}", link.get("href", ""))
        for page in pages
        for link in page.elements("a")
        if "#fassung-" in link.get("href", "")
    ]
    assert len(links) == len(set(links))
    anchors = {
        f"/{page.address}#{anchor}"
        for page in remembered.documents
        for anchor in page.ids
        if anchor.startswith("fassung-")
    }
    assert set(links) == anchors
    assert {"/roadmap/roter-faden/", "/ereignisse/abgesagt/"} <= {link.partition("#")[0] for link in links}


def test_nobody_who_committed_is_named(remembered: Site) -> None:
    named = [
        path
        for path, file in remembered.files.items()
        if path.endswith(".html") and b"muster.example" in file.read_bytes()
    ]
    assert not named


def test_a_deleted_record_says_so_at_its_old_address(remembered: Site) -> None:
    page = remembered.document("ereignisse/abgesagt/")
    assert "Diesen Eintrag gibt es nicht mehr." in page.text
    assert "Das Fest fiel aus" in page.text
    assert not page.is_indexed
    assert "ereignisse/abgesagt/" not in remembered.files["sitemap.xml"].read_text(encoding="utf-8")


def test_a_renamed_record_tells_its_former_name_and_redirects(remembered: Site) -> None:
    assert "Kennung: gelber-faden" in remembered.document("roadmap/roter-faden/").text
    assert "roadmap/gelber-faden/index.html" in remembered.files


def test_without_git_every_page_says_so_and_the_site_is_whole(musterstadt: Site) -> None:
    sentence = "Diese Fassung wurde ohne Versionsgeschichte gebaut."
    for address in ("aenderungen/", "beschluesse/stadtgarten/"):
        assert sentence in musterstadt.document(address).text.replace("\u00a0", " ")
    assert "auswahl" not in musterstadt.document("aenderungen/").ids


def test_a_shallow_clone_says_where_its_history_ends(town: Path, builds: Builds, tmp_path: Path) -> None:
    data = remember(town, tmp_path / "stadt").clone(tmp_path / "flach", "--depth", "3")
    builds.make(data, tmp_path / "site", **STANDING)
    page = Document("aenderungen/", tmp_path / "site" / "aenderungen" / "index.html")
    assert "reicht nur bis 20. März 2025".replace("nur", "hier nur") in page.text.replace("\u00a0", " ")
    assert "Ergebnis der Abstimmung" not in page.text, "Was am Schnitt geschah, ist nicht bekannt"


def test_a_town_with_a_past_is_built_alike_twice(remembered: Site, town: Path, tmp_path: Path) -> None:
    past: Repository = remember(town, tmp_path / "anderswo")
    done = build(past.data, tmp_path / "site", TZ="Pacific/Auckland", PYTHONHASHSEED="4711", **STANDING)
    assert done.returncode == 0, done.stderr
    for address in ("aenderungen/index.html", "beschluesse/stadtgarten/index.html"):
        assert (tmp_path / "site" / address).read_bytes() == remembered.files[address].read_bytes(), address
