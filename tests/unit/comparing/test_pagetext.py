"""What counts as the text of a page."""

from __future__ import annotations

from portal.comparing.pagetext import TOP, differing, page_text

_PAGE = """<header><h1>Nicht dies</h1></header><main><h1>Der <em>Titel</em></h1><p>Vor&shy;spann &amp; mehr</p>
<h2 id="a">Weg durch die <b>Gremien</b></h2><p>Erst <a href="../x/">hier</a>.<svg><text>Bild</text></svg></p>
<section data-pagefind-ignore><section><h2>Zu dieser Seite</h2></section> Stand </section><p>Dann dort.</p></main><p>Fuß</p>"""


def test_only_the_main_part_is_read_section_by_section() -> None:
    text = page_text(_PAGE)
    assert text.title == "Der Titel"
    assert text.sections == {
        TOP: "Der Titel Vorspann & mehr",
        "Weg durch die Gremien": "Weg durch die Gremien Erst ../x/hier. Dann dort.",
    }


def test_what_is_marked_as_no_text_of_the_page_makes_no_difference() -> None:
    assert (
        differing(page_text(_PAGE), page_text(_PAGE.replace("Stand", "Stand: heute").replace("Bild", "Zeichen"))) == []
    )


def test_a_changed_link_is_a_difference_under_its_heading() -> None:
    assert differing(page_text(_PAGE), page_text(_PAGE.replace("../x/", "../y/"))) == ["Weg durch die Gremien"]


def test_a_renamed_section_is_named_as_it_is_and_as_it_was() -> None:
    new = page_text(_PAGE.replace("Weg durch die", "Lauf durch die"))
    assert differing(page_text(_PAGE), new) == ["Lauf durch die Gremien", "Weg durch die Gremien"]
