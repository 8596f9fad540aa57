"""Every page of both sites is valid, accessible HTML as far as its source can show."""

from __future__ import annotations

from collections import defaultdict

import pytest

from build.html import Document
from build.html_rules import RULES, Rule
from build.sites import Site


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_of_every_page_it_is_true_that(rule: Rule, site: Site) -> None:
    found = [f"/{page.address}: {problem}" for page in site.documents for problem in rule(page)]
    assert not found, f"{len(found)} Verstöße:\n" + "\n".join(found[:40])


def test_every_listed_page_has_a_title_of_its_own(site: Site) -> None:
    by_title: defaultdict[str, list[str]] = defaultdict(list)
    for page in site.documents:
        if page.is_indexed:
            by_title[page.title].append(f"/{page.address}")
    shared = [f"„{title}“: {', '.join(pages)}" for title, pages in by_title.items() if len(pages) > 1]
    assert not shared, "Diese Seiten heißen gleich:\n" + "\n".join(shared)


def test_every_listed_page_describes_itself_and_names_its_own_address(site: Site) -> None:
    found = []
    for page in site.documents:
        if not page.is_indexed:
            continue
        about = {meta.get("name"): meta.get("content") or "" for meta in page.elements("meta")}
        if not about.get("description", "").strip():
            found.append(f"/{page.address}: <meta name=description> fehlt oder ist leer")
        canonical = [link.get("href") for link in page.elements("link") if link.get("rel") == "canonical"]
        if canonical != [site.url + page.address]:
            found.append(f"/{page.address}: canonical ist {canonical}")
    assert not found, "\n".join(found)


#: A body, and the rule that must complain of it.
BAD = {
    "<p>eins</div>": "it_parses_without_errors",
    '<p class="a" class="b">doppeltes Attribut</p>': "it_parses_without_errors",
    "<h1>Noch eine</h1>": "it_has_one_main_part_and_one_main_heading",
    "<h2>Zwei</h2><h4>Vier</h4>": "headings_skip_no_level_and_none_is_empty",
    "<h2> </h2>": "headings_skip_no_level_and_none_is_empty",
    '<p id="a">1</p><p id="a">2</p>': "ids_are_unique_and_have_no_spaces",
    '<section aria-labelledby="weg"><p>x</p></section>': "references_inside_the_page_lead_somewhere",
    '<a href="#weg">x</a>': "references_inside_the_page_lead_somewhere",
    '<input name="q">': "fields_have_labels",
    '<a href="/"><svg aria-hidden="true"></svg></a>': "links_and_buttons_have_names",
    "<button></button>": "links_and_buttons_have_names",
    '<a href="">x</a>': "links_and_buttons_have_names",
    '<img src="x.png">': "images_have_texts_or_say_that_they_need_none",
    "<svg></svg>": "images_have_texts_or_say_that_they_need_none",
    "<nav><p>1</p></nav><nav><p>2</p></nav>": "landmarks_of_one_kind_have_names_of_their_own",
    '<section aria-label="a">1</section><div role="region" aria-label="a">2</div>': "landmarks_of_one_kind_have_names_of_their_own",
    '<div role="region">x</div>': "landmarks_of_one_kind_have_names_of_their_own",
    "<ul><p>x</p></ul>": "lists_hold_items_only",
    "<ul>x</ul>": "lists_hold_items_only",
    "<div><li>x</li></div>": "lists_hold_items_only",
    "<dl><dd>x</dd></dl>": "description_lists_pair_terms_with_descriptions",
    "<dl><div><dt>x</dt></div></dl>": "description_lists_pair_terms_with_descriptions",
    "<div><dd>x</dd></div>": "description_lists_pair_terms_with_descriptions",
    "<table><tr><th>x</th></tr></table>": "tables_have_captions_and_headers_with_a_scope",
    "<table><caption>t</caption><tr><td>x</td></tr></table>": "tables_have_captions_and_headers_with_a_scope",
    '<table><caption>t</caption><tr><th scope="col">x</th></tr><tr><td>1</td><td>2</td></tr></table>': "tables_have_captions_and_headers_with_a_scope",
    "<span><div>x</div></span>": "phrasing_holds_no_blocks",
    "<dl><dt><h2>x</h2></dt><dd>y</dd></dl>": "phrasing_holds_no_blocks",
    '<a href="/"><span><input></span>x</a>': "controls_hold_no_controls",
    "<figure><p>1</p><figcaption>2</figcaption><p>3</p></figure>": "captions_open_or_close_their_figures",
    "<center>x</center>": "elements_and_attributes_are_those_of_html",
    '<p align="left">x</p>': "elements_and_attributes_are_those_of_html",
    '<p role="absatz">x</p>': "roles_and_dates_are_known",
    '<time datetime="gestern">x</time>': "roles_and_dates_are_known",
    '<p tabindex="3">x</p>': "roles_and_dates_are_known",
    '<p style="color: red">x</p>': "nothing_runs_or_styles_inline",
    '<p onclick="x()">x</p>': "nothing_runs_or_styles_inline",
    '<a href=" javascript:x()">x</a>': "nothing_runs_or_styles_inline",
    "<script>x()</script>": "nothing_runs_or_styles_inline",
}


@pytest.mark.parametrize(("body", "name"), BAD.items(), ids=BAD)
def test_the_rules_notice(body: str, name: str) -> None:
    page = _page(body)
    assert list(next(rule for rule in RULES if rule.__name__ == name)(page)), f"{name} bemerkt nichts an {body}"


def test_the_rules_have_nothing_against_a_plain_page() -> None:
    page = _page('<ul><li><a href="#inhalt">Ziel</a></li></ul><dl><div><dt>a</dt><dd>b</dd></div></dl>')
    assert [problem for rule in RULES for problem in rule(page)] == []


def test_the_rules_ask_for_a_language_and_a_title() -> None:
    page = Document("x/", "<!doctype html><html><head></head><body><main><h1>x</h1></main></body></html>")
    found = [rule.__name__ for rule in RULES if list(rule(page))]
    assert found == ["it_says_its_language_and_has_a_title"]


def _page(body: str) -> Document:
    text = f"""<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Titel</title></head>
<body><main id="inhalt"><h1>Titel</h1>{body}</main></body></html>"""
    return Document("seite/", text)
