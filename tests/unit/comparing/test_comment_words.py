"""The comment under a proposal: short where little changed, and harmless whatever titles say."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from portal.comparing.differences import (
    MOST_ITEMS,
    MOST_SECTIONS,
    BrokenLink,
    Changes,
    Differences,
    Listing,
    NewMoment,
    PageChange,
    line,
)
from portal.comparing.words import LONGEST, markdown
from portal.quoting import quoted

_NONE: Listing = Listing(total=0, items=())  # type: ignore[type-arg]
_NO_CHANGES = Changes(added=_NONE, changed=_NONE, removed=_NONE)


def _page(title: str, sections: tuple[str, ...] = ()) -> PageChange:
    return PageChange(address="roadmap/b/", title=line(title), kind="Projekt", sections=sections)


def _differences(**parts: object) -> Differences:
    given_parts = {
        "version": 1, "records": _NO_CHANGES, "along": _NONE, "others": _NO_CHANGES, "timeline": _NONE, "timeline_lost": 0, "broken": _NONE,
    }  # fmt: skip
    return Differences(**{**given_parts, **parts})  # type: ignore[arg-type]


def test_a_change_that_readers_do_not_notice_says_so() -> None:
    text = markdown(_differences())
    assert "Nichts: Alle Seiten lesen sich wie vorher. Kein Link ist kaputtgegangen." in text
    assert "###" not in text


def test_what_changed_is_named_with_its_page_and_headings() -> None:
    records = Changes(added=_NONE, changed=Listing(total=1, items=(_page("Stadt-App", ("Verlauf",)),)), removed=_NONE)
    moment = NewMoment(date="3. März 2026", kind="Stand", title="Stadt-App", text="läuft")
    link = BrokenLink(address="roadmap/b/", reference="../weg/")
    text = markdown(
        _differences(
            records=records, timeline=Listing(total=1, items=(moment,)), broken=Listing(total=1, items=(link,))
        )
    )
    assert "1\xa0geänderter Eintrag, 1\xa0neue Zeile in der Zeitleiste. 1\xa0Link führt neu ins Leere." in text
    assert "- `Stadt-App`, `Projekt`, `/roadmap/b/`, anders unter: `Verlauf`\n" in text
    assert "- `3. März 2026`, `Stand`, `Stadt-App`, `läuft`\n" in text
    assert "- `/roadmap/b/` verweist auf `../weg/`\n" in text


def test_long_lists_are_folded_and_what_is_left_out_is_counted() -> None:
    added = Listing(total=1234, items=(_page("A"),) * MOST_ITEMS)
    text = markdown(_differences(records=Changes(added=added, changed=_NONE, removed=_NONE)))
    assert "<details><summary>Neue Einträge (1234)</summary>" in text
    assert "- und 1.209 mehr\n" in text


def test_the_longest_possible_comment_fits_and_closes_what_it_opens() -> None:
    page = PageChange(
        address=f"{'a' * 194}.html", title="t" * 120, kind="k" * 120, sections=("s" * 120,) * MOST_SECTIONS
    )
    full = Listing(total=1_000_000, items=(page,) * MOST_ITEMS)
    changes = Changes(added=full, changed=full, removed=full)
    text = markdown(_differences(records=changes, others=changes))
    assert len(text) <= LONGEST + 100
    assert text.count("<details>") == text.count("</details>")
    assert text.endswith("Der Rest ist zu lang für diese Übersicht.\n")


def test_titles_cannot_leave_their_code_span() -> None:
    for hostile in (
        "`` @alle [klick](https://boese.example) <img src=x> #1 ```",
        "Zeile\n\n# Überschrift\n- [ ] Haken",
        "\u202eumgedreht\u2066 \u200b",
        "<!-- Kommentar --> </details>",
    ):
        assert re.fullmatch(r"`[^`\n\r\u200b\u202e\u2066]+`", quoted(hostile))


@given(st.text(max_size=120))
def test_whatever_a_title_says_the_comment_keeps_its_shape(title: str) -> None:
    shown = quoted(title)
    assert re.fullmatch(r"`[^`]+`", shown)
    assert shown.splitlines() == [shown]
    assert shown.isprintable() or " " in shown or "\xa0" in shown


def test_a_title_of_nothing_but_signs_that_are_removed_still_stands_for_a_page() -> None:
    assert quoted("`\u200b`") == "`ohne Titel`"
