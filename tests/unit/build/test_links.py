"""What a page links to, gathered at the lowest price, and what of it leads nowhere."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from portal.build.links import Broken, broken, links_of, links_of_file, told

_SITE = "https://portal.example/stadt/"


def _targets(html: str, url: str = "roadmap/x/", site_url: str = _SITE) -> list[str]:
    return links_of(url, html, site_url).targets.split("\n")


def _site(folder: Path, files: dict[str, str]) -> list[Broken]:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    pages = [
        links_of(path.removesuffix("index.html"), text, _SITE)
        if path.endswith(".html")
        else links_of_file(path, text, _SITE)
        for path, text in files.items()
    ]
    return broken(folder, pages, _SITE)


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("../y/", "roadmap/y/"),
        ("../../", ""),
        ("../..", ""),
        (".", "roadmap/x/"),
        ("./", "roadmap/x/"),
        ("..", "roadmap/"),
        ("#da", "roadmap/x/#da"),
        ("?q=1#da", "roadmap/x/#da"),
        ("../y/?q=1", "roadmap/y/"),
        ("../y/#", "roadmap/y/"),
        ("z.svg#a", "roadmap/x/z.svg#a"),
        ("../y/./../z/index.html", "roadmap/z/"),
        ("../../index.html", ""),
        ("../../mit%20Leerzeichen.pdf#%C3%BC", "mit Leerzeichen.pdf#ü"),
        ("../../a&amp;b/#c&amp;d", "a&b/#c&d"),
        ("/stadt/y/", "y/"),
        ("/woanders/", "/woanders/"),
        ("../../../hinaus/", "/../../../hinaus/"),
        ("../../a/../../hinaus/", "/a/../../hinaus/"),
        ("https://portal.example/stadt/y/#z", "y/#z"),
        ("webcal://portal.example/stadt/alle.ics", "alle.ics"),
    ],
)
def test_links_are_read_as_browsers_do(reference: str, target: str) -> None:
    assert _targets(f'<p><a class="a" href="{reference}">x</a></p>') == [target]


@pytest.mark.parametrize(
    "reference",
    [
        "https://anderswo.example/",
        "//anderswo.example/",
        "mailto:a@b.example",
        "tel:+49",
        "webcal://fremd.example/a.ics",
        "data:,",
    ],
)
def test_other_hosts_and_schemes_are_nobodys_business(reference: str) -> None:
    assert _targets(f'<a href="{reference}">x</a>') == [""]


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="stylesheet" href="a">',
        '<img alt="" src="a">',
        '<form method="get" action="a"></form>',
        '<div data-index="a"></div>',
        '<svg><use href="a"/></svg>',
        '<meta http-equiv="refresh" content="0; url=a">',
    ],
)
def test_all_that_a_page_loads_or_leads_to_is_a_link(html: str) -> None:
    assert _targets(html) == ["roadmap/x/a"]


def test_what_is_handed_over_is_small_and_the_same_for_the_same_page() -> None:
    html = '<h2 id="b">B</h2><h2 id="a">A</h2>' + '<a href="../y/"></a>' * 1000
    found = links_of("roadmap/x/", html, _SITE)
    assert (found.targets, found.places) == ("roadmap/y/", "b\na")
    assert len(pickle.dumps(found)) < 200
    assert links_of("roadmap/x/", html, _SITE) == found


def test_links_of_the_error_page_begin_at_the_root() -> None:
    assert _targets('<a href="/stadt/y/"></a><a href="#da"></a>', "404.html") == ["404.html#da", "y/"]
    assert _targets('<a href="y/"></a>', "404.html") == ["gibt/es/nicht/y/"]


def test_what_leads_nowhere_is_named_with_its_page_in_their_order(tmp_path: Path) -> None:
    found = _site(
        tmp_path,
        {
            "index.html": '<h1 id="inhalt">A</h1><a href="x/#da">gut</a><a href="x/#weg"></a><a href="x/#weg"></a><a href="#inhalt"></a>',
            "x/index.html": '<b id="da"></b><a href="../y/"></a><a href="../bild.svg#da"></a><a href="../bild.svg#weg"></a>',
            "404.html": '<a href="/stadt/x/"></a><a href="/stadt/x"></a><a href="/fremd/"></a>',
            "bild.svg": '<svg><symbol id="da"/></svg>',
            "stil.css": "a { background: url('bild.svg') } b { background: url(weg.svg) } c { mask: url(data:,) }",
            "sitemap.xml": f"<loc>{_SITE}x/</loc><loc>{_SITE}z/</loc><loc>https://anderswo.example/</loc>",
        },
    )
    assert found == [
        Broken("", "x/#weg", lacks_place=True),
        Broken("x/", "../y/"),
        Broken("x/", "../bild.svg#weg", lacks_place=True),
        Broken("404.html", "/stadt/x"),
        Broken("404.html", "/fremd/"),
        Broken("stil.css", "weg.svg"),
        Broken("sitemap.xml", f"{_SITE}z/"),
    ]


def test_text_about_html_is_no_link(tmp_path: Path) -> None:
    assert _site(tmp_path, {"index.html": '<p>Schreiben Sie &lt;a href="weg/"&gt;.</p>'}) == []
    found = _site(tmp_path, {"index.html": '<p>&lt;a href="weg/"&gt;</p><a href="weg/">x</a>'})
    assert found == [Broken("", "weg/")]


def test_addresses_no_disk_could_hold_lead_nowhere(tmp_path: Path) -> None:
    odd = ["a%00b/", "x" * 300, "%FF"]
    found = _site(tmp_path, {"index.html": "".join(f'<a href="{one}">x</a>' for one in odd)})
    assert [link.reference for link in found] == odd


def test_long_lists_are_cut_and_counted() -> None:
    assert told([]) == ""
    some = [Broken("x/", "../y/"), Broken("", "#z", lacks_place=True)]
    assert told(some) == (
        "/x/: Der Link „../y/“ führt ins Leere, das gibt es nicht.\n"
        "/: Der Link „#z“ führt ins Leere, diese Stelle hat die Seite nicht."
    )
    assert told(some * 20).splitlines()[20:] == ["… und 20 weitere."]
