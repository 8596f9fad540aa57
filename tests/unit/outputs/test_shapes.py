"""Pieces of HTML without their repetitions: nothing is lost, whatever they are."""

from __future__ import annotations

from build.entries import unpacked
from hypothesis import given
from hypothesis import strategies as st
from portal.outputs.shapes import packed

_MARKUP = st.text(alphabet='<>"=/ab &;\n', max_size=30)


@given(st.lists(_MARKUP, max_size=8))
def test_pieces_come_out_as_they_went_in(pieces: list[str]) -> None:
    assert list(unpacked(packed(pieces))) == pieces


def test_pieces_of_the_same_template_share_their_markup() -> None:
    found = packed([f'<li class="x"><a href="{n}/">Nr. {n}</a></li>' for n in (1, 2)])
    assert found == {
        "formen": [
            {"html": ['<li class="x"><a href="', '">', "</a></li>"], "werte": [("1/", "2/"), ("Nr. 1", "Nr. 2")]}
        ],
        "folge": [0, 0],
    }


def test_pieces_that_differ_in_markup_keep_their_order() -> None:
    found = packed(["<p>a</p>", "<b>b</b>", "<p>c</p>"])
    assert found["folge"] == [0, 1, 0]
    assert found["formen"][1] == {"html": ["<b>b</b>"], "werte": []}


def test_escaped_signs_stay_escaped() -> None:
    piece = "<li>&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;</li>"
    assert next(unpacked(packed([piece, "<li>b</li>"]))) == piece
