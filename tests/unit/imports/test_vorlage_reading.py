"""Files become lines that know where they stand; what cannot be read is said in one German sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from portal.imports.vorlage.lines import joined, paragraphs, spot, text_of
from portal.imports.vorlage.reading import CannotRead, document, from_text, read_document
from pypdf import PdfWriter

_LOCK = "geheim"


def _pdf(*, pages: int = 1, password: str = "", algorithm: str = "RC4-128") -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm=algorithm)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_pdf(), "„a.pdf“ enthält keinen Text, vermutlich ist es ein Scan."),
        (_pdf(password=_LOCK), "„a.pdf“ ist verschlüsselt."),
        (_pdf(pages=3)[:200], "„a.pdf“ ist beschädigt"),
        (b"%PDF-1.7\n" + b"\x00" * 5_000, "„a.pdf“ ist beschädigt"),
        (b"%PDF-1.7", "„a.pdf“ ist beschädigt"),
        (b"", "„a.pdf“ ist leer."),
        (b" \n\x00", "„a.pdf“ ist leer."),
        (b"<html>Seite nicht gefunden</html>", "„a.pdf“ heißt wie ein PDF, ist aber keines."),
        (b"PK\x03\x04" + b"\x00" * 30, "„a.pdf“ ist keine PDF- und keine Textdatei."),
    ],
    ids=["scan", "locked", "cut-off", "rubbish", "stump", "empty", "blank", "web-page", "word-file"],
)
def test_what_cannot_be_read_is_said_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(CannotRead) as caught:
        document(data, "a.pdf")
    assert str(caught.value).startswith(said)


def test_files_that_are_not_there_or_too_large_are_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="gibt es nicht"):
        read_document(tmp_path / "fehlt.pdf")
    with pytest.raises(CannotRead, match="ist ein Ordner"):
        read_document(tmp_path)
    large = tmp_path / "gross.pdf"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(CannotRead, match="größer als 40 MB"):
        read_document(large)
    with pytest.raises(CannotRead, match="zu groß für einen Text"):
        document(b"a" * 3_000_000, "a.txt")


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-1.4\n", b"%PDF-1.7\n1 0 obj\n<<"]))
def test_whatever_bytes_come_in_they_are_read_or_refused(data: bytes, start: bytes) -> None:
    try:
        document(start + data, "a.pdf")
    except CannotRead as refusal:
        said = str(refusal)
    else:
        said = "Gelesen."
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("Die Verwal-", "tung prüft", "Die Verwaltung prüft"),
        ("eine Smart-", "City-Strategie", "eine Smart-City-Strategie"),
        ("Vor- und", "Nachteile", "Vor- und Nachteile"),
        ("die Vor-", "und Nachteile", "die Vor- und Nachteile"),
        ("die IT-", "gestützte Verwaltung", "die IT-gestützte Verwaltung"),
        ("im Jahr 2022 -", "also später", "im Jahr 2022 - also später"),
        ("Gesamt-", "Kostenplan", "Gesamt-Kostenplan"),
        ("https://rat.example/a-", "b", "https://rat.example/a-b"),
        ("", "Anfang", "Anfang"),
    ],
)
def test_words_parted_at_a_line_end_are_joined_and_real_hyphens_stay(first: str, second: str, text: str) -> None:
    assert joined(first, second) == text


def test_soft_hyphens_and_ligatures_are_read_as_letters() -> None:
    lines = from_text("Die Be\u00adratung über den Haus\u00ad\nhalt be\ufb01ndet sich").lines
    assert text_of(lines) == "Die Beratung über den Haushalt befindet sich"


def test_places_are_told_as_readers_count() -> None:
    lines = from_text("eins\n\nzwei\ndrei\n").lines
    assert [str(spot(block)) for block in paragraphs(lines)] == ["Zeile 1", "Zeile 3 bis 4"]


def test_what_pages_repeat_and_their_numbers_are_left_out() -> None:
    texts = [
        "Es war Mai.\nDer Rat kam.\nEr sprach.\nEr ging.",
        "Im Juni\nkam er\nnoch\neinmal.",
        "Dann\nwar\nSommer.\nEnde.",
    ]
    pages = [
        f"Stadt Musterstadt – Vorlage 12/2024\n{text}\n- {number} -\n" for number, text in enumerate(texts, start=1)
    ]
    words = [line.words for line in from_text("\f".join(pages)).lines if line.words]
    # At the very top of the paper it may be all that names it.
    assert words == ["Stadt Musterstadt – Vorlage 12/2024", *"\n".join(texts).split("\n")]


def test_headings_spaced_out_are_read_as_words() -> None:
    assert [line.words for line in from_text("  V O R L A G E\nA B C\n").lines[:2]] == ["VORLAGE", "A B C"]


def test_marks_of_markdown_and_simple_tags_vanish_and_headings_are_known() -> None:
    lines = from_text("## **Mehr Bäume**\n<b>Datum: 04.06.2021</b>\n|---|---|\nStadtvertreter\\*innen\n").lines
    assert [(line.words, line.heading) for line in lines[:4]] == [
        ("Mehr Bäume", True),
        ("Datum: 04.06.2021", False),
        ("", False),
        ("Stadtvertreter*innen", False),
    ]
