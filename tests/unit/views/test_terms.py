"""Glossary in context: which words are explained on a page, and that nothing else about it changes."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

import pytest
from data_folder import DataFolder
from hypothesis import given
from hypothesis import strategies as st
from portal.register.entries import Key
from portal.views.terms import Terms

_GLOSSARY = """
ausschuss: {begriff: Ausschuss, erklaerung: Eine kleinere Runde.}
cdo: {begriff: Chief Digital Officer, erklaerung: Leitet die Digitalisierung., kurzformen: [CDO, X], synonyme: [Digitalchefin, zuständig]}
rat: {begriff: Rat, erklaerung: Er entscheidet.}
bericht: {begriff: Bericht, erklaerung: Wie weit etwas ist.}
smart-city: {begriff: Smart City, erklaerung: Eine schlaue Stadt.}
charta: {begriff: Smart City Charta, erklaerung: Eine Vereinbarung.}
einstimmig: {begriff: Einstimmig, erklaerung: Niemand war dagegen.}
etat: {begriff: Etat, erklaerung: Das Geld eines Jahres., synonyme: [Plan]}
fahrplan: {begriff: Fahrplan, erklaerung: Was wann kommt., synonyme: [Plan, Etats]}
botschafter: {begriff: Botschafter, erklaerung: Wirbt für etwas., synonyme: ["Botschafter*innen", Rathaus.2030]}
mehr: {begriff: Lärm & Licht, erklaerung: Was stört., kurzformen: [Az.]}
bau: {begriff: Bauausschuss Süd, erklaerung: Ein Gremium.}
"""

_APP = Key("roadmap", "app")


def _with_glossary(data: DataFolder) -> DataFolder:
    return data.write({"glossar.yml": _GLOSSARY, "roadmap/app.yml": "titel: App\nquellen: amtsblatt\n"})


@pytest.fixture
def terms(data: DataFolder) -> Terms:
    return Terms.of(_with_glossary(data).register())


def _explained(terms: Terms, html: str, about: Key = _APP) -> str:
    """The page with every marked word as `[word](id)`."""
    done = terms.explain(html, terms.register.entries[about], lambda url: f"../../{url}")
    marked = r'<a class="wort" href="\.\./\.\./glossar/([\w-]+)/" aria-describedby="wort-\1">(.*?)</a>'
    found = [match[1] for match in re.finditer(marked, done.html, re.DOTALL)]
    assert found == [entry.key.id for entry in done.terms], "Markiert ist etwas anderes als erklärt"
    return re.sub(marked, r"[\2](\1)", done.html, flags=re.DOTALL)


def _text(terms: Terms, text: str) -> str:
    return (
        _explained(terms, f'<p class="vorspann">{text}</p>').removeprefix('<p class="vorspann">').removesuffix("</p>")
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Der Ausschuss tagt.", "Der [Ausschuss](ausschuss) tagt."),
        ("(Ausschuss)", "([Ausschuss](ausschuss))"),
        ("Die CDO kommt.", "Die [CDO](cdo) kommt."),
        ("Die Digitalchefin kommt.", "Die [Digitalchefin](cdo) kommt."),
        # Simple endings, also those of words that are no nouns, and the beginning of a sentence.
        ("Berichte, Berichts, Berichten", "[Berichte](bericht), Berichts, Berichten"),
        ("die zuständige Stelle", "die [zuständige](cdo) Stelle"),
        ("Zuständig ist sie.", "[Zuständig](cdo) ist sie."),
        ("einstimmig beschlossen", "[einstimmig](einstimmig) beschlossen"),
        # The longest form wins, also where its parts are terms and where it has been explained.
        ("Smart City Charta", "[Smart City Charta](charta)"),
        ("Smart City Charta, Smart City Charta", "[Smart City Charta](charta), Smart City Charta"),
        ("Smart City Charta und Smart City", "[Smart City Charta](charta) und [Smart City](smart-city)"),
        ("Smart\n  City", "[Smart\n  City](smart-city)"),
        ("Smart&nbsp;City", "[Smart&nbsp;City](smart-city)"),
        # Other signs between the words of a form.
        ("Lärm &amp; Licht", "[Lärm &amp; Licht](mehr)"),
        ("Az. 10.1", "[Az](mehr). 10.1"),
        ("bei Rathaus.2030", "bei [Rathaus.2030](botschafter)"),
        ("die Botschafter*innen", "die [Botschafter*innen](botschafter)"),
        ("Nach dem Ausschuss.", "Nach dem [Ausschuss](ausschuss)."),
        ("&amp;Ausschuss", "&amp;[Ausschuss](ausschuss)"),
    ],
)
def test_a_term_is_explained_in_each_of_its_forms(terms: Terms, text: str, shown: str) -> None:
    assert _text(terms, text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Hauptausschuss, Ausschussmitglied, Ausschuss-Vorsitz, Haupt-Ausschuss, Ausschuss- und Ratsarbeit",
        "Stadt- und -rat",
        "die Botschafter:innen, Botschafter/innen",
        "cdo, Cdo, CDOs, ein X",
        # Of short words, endings make other words; of headwords, a small letter makes verbs.
        "Raten, Rate",
        "Sie berichten.",
        "Smart-City, Smart, City, Smart. City",
        # Two terms share the form, and who would know which is meant?
        "Der Plan gilt.",
        "&Rat; &#x52;at",
    ],
)
def test_what_only_looks_like_a_term_is_left_alone(terms: Terms, text: str) -> None:
    assert _text(terms, text) == text


def test_a_form_written_down_counts_more_than_one_with_an_ending(terms: Terms) -> None:
    """„Etats“ is a synonym of one term and the genitive of another."""
    assert _text(terms, "des Etats") == "des [Etats](fahrplan)"
    assert _text(terms, "der Etat") == "der [Etat](etat)"


def test_a_form_that_two_terms_share_does_not_give_way_to_its_parts(data: DataFolder) -> None:
    data.write(
        {
            "glossar.yml": "a: {begriff: Plan, erklaerung: Eins.}\n"
            "b: {begriff: Bau, erklaerung: Zwei., synonyme: [Plan B]}\n"
            "c: {begriff: Boot, erklaerung: Drei., synonyme: [Plan B]}\n",
            "roadmap/app.yml": "titel: App\nquellen: amtsblatt\n",
        }
    )
    assert _text(Terms.of(data.register()), "Plan B, Plan") == "Plan B, [Plan](a)"


def test_only_the_first_use_on_the_page_is_marked_in_the_order_of_the_page(terms: Terms) -> None:
    html = (
        '<p>Rat</p><p class="vorspann">Der Rat.</p><div class="inhalt prosa"><p>Rat, <em>Ausschuss</em></p></div>'
        '<div class="punkt-text"><p>CDO, Ausschuss</p></div>'
    )
    assert _explained(terms, html) == (
        '<p>Rat</p><p class="vorspann">Der [Rat](rat).</p><div class="inhalt prosa"><p>Rat, <em>[Ausschuss](ausschuss)'
        '</em></p></div><div class="punkt-text"><p>[CDO](cdo), Ausschuss</p></div>'
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p class="klein">Rat</p>',
        '<p class="prosaisch vorspann-nicht">Rat</p>',
        '<p title="prosa">Rat</p><!-- <p class="prosa"> -->',
        '<div class="prosa"></div><p>Rat</p>',
        '<div class="prosa"><div><p>x</p></div></div>Rat',
        *(f'<div class="prosa"><{name}>Rat <em>Rat</em></{name}></div>' for name in ("h2", "a", "code", "pre", "span")),
        *(f'<div class="prosa"><{name}>Rat</{name}></div>' for name in ("button", "summary", "time", "svg", "label")),
        '<div class="prosa"><table><tr><th>Rat</th></tr></table></div>',
        '<div class="prosa"><p title="Rat > Rat">x</p><img alt=\'Rat > "Rat"\'><!-- Rat --></div>',
    ],
)
def test_headings_links_labels_and_attributes_stay_as_they_are(terms: Terms, html: str) -> None:
    assert _explained(terms, html) == html


def test_prose_goes_on_after_what_is_left_out(terms: Terms) -> None:
    html = '<div class="prosa"><h2>Rat</h2><div>x</div><p>Rat<br>CDO</p></div>'
    assert _explained(terms, html) == (
        '<div class="prosa"><h2>Rat</h2><div>x</div><p>[Rat](rat)<br>[CDO](cdo)</p></div>'
    )


def test_a_page_does_not_explain_what_it_is_about(data: DataFolder) -> None:
    data.write({"gremien/sued.yml": "name: Bauausschuss Süd\nart: Ausschuss\nquellen: amtsblatt\n"})
    terms = Terms.of(_with_glossary(data).register())
    html = '<p class="vorspann">Rat, Bauausschuss Süd</p>'
    assert _explained(terms, html, Key("glossar", "rat")).startswith('<p class="vorspann">Rat, [Bau')
    # The body of the same id, and one of the same name.
    assert _explained(terms, html, Key("gremien", "rat")).startswith('<p class="vorspann">Rat, [Bau')
    assert _explained(terms, html, Key("gremien", "sued")).endswith("[Rat](rat), Bauausschuss Süd</p>")


def test_a_link_to_the_term_or_its_record_is_explanation_enough(terms: Terms) -> None:
    for href in ("../../glossar/rat/", "../rat/", "../../gremien/rat/#punkt-1"):
        html = f'<div class="prosa"><p><a href="{href}">Räte</a> und Rat</p></div>'
        assert _explained(terms, html) == html
    other = '<div class="prosa"><p><a href="https://rat.example/rat/">Räte</a> und Rat</p></div>'
    assert _explained(terms, other).endswith("und [Rat](rat)</p></div>")


def test_a_glossary_without_terms_marks_nothing(data: DataFolder) -> None:
    data.write({"roadmap/app.yml": "titel: App\nquellen: amtsblatt\n"})
    assert _text(Terms.of(data.register()), "Rat") == "Rat"


# --- Whatever somebody writes ------------------------------------------------------------------

_WORDS = st.sampled_from(
    ["Rat", "Ausschuss", "Smart", "City", "Charta", "CDO", " ", " ", " ", "-", ".", "*innen", "&", "<", "\u00a0", "Az."]
)
_NAMES = st.sampled_from(["p", "div", "em", "a", "span", "h2", "ul", "td"])
_CLASSES = st.sampled_from(["", ' class="prosa"', ' class="x vorspann"', ' class="klein" title="Rat &gt; >"'])


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda name, kind, text: f"<{name}{kind}>{text}</{name}>", _NAMES, _CLASSES, inner)


_PAGES = st.recursive(
    st.lists(_WORDS, max_size=8).map(lambda words: escape("".join(words), quote=False)),
    lambda inner: st.lists(_element(inner) | inner, max_size=4).map("".join),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> Terms:
    """The same terms for all examples of the properties."""
    folder: Path = tmp_path_factory.mktemp("glossar") / "data"
    return Terms.of(_with_glossary(DataFolder(folder)).register())


@given(html=_PAGES)
def test_marking_changes_no_text_and_only_wraps_words_in_links(fixed: Terms, html: str) -> None:
    done = fixed.explain(html, fixed.register.entries[_APP], str)
    assert re.sub(r'<a class="wort" [^<>]*>([^<]*)</a>', r"\1", done.html) == html
    assert unescape(re.sub(r"<[^>]*>", "", done.html)) == unescape(re.sub(r"<[^>]*>", "", html))
    assert done.html.count('class="wort"') == len({entry.key for entry in done.terms})


@given(html=_PAGES)
def test_marking_twice_is_marking_once(fixed: Terms, html: str) -> None:
    about = fixed.register.entries[_APP]
    once = fixed.explain(html, about, str).html
    assert fixed.explain(once, about, str).html == once
