"""A commit's message gives a reason, or none; it never gives a name."""

from __future__ import annotations

import pytest
from portal.history.reason import reason


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Ergebnis nachgetragen", "Ergebnis nachgetragen"),
        ("Ergebnis nachgetragen (#12)\n", "Ergebnis nachgetragen"),
        ("Ergebnis\n\nDie Niederschrift\nliegt jetzt vor.\n\nMehr nicht.", "Ergebnis\nDie Niederschrift liegt jetzt vor.\nMehr nicht."),
        ("Update b-22-0189.md", ""),
        ("Update data/beschluesse/b-22-0189.md", ""),
        ("Create themen.yml", ""),
        ("b-22-0189.md aktualisiert", ""),
        ("Add files via upload", ""),
        ("Initial commit", ""),
        ("Merge branch 'main' of https://git.example/maria/portal", ""),
        ("Merge pull request #7 from maria/patch-1\n\nErgebnis der Abstimmung", "Ergebnis der Abstimmung"),
        ("Merge branch 'x' into 'main'\n\nStand berichtigt\n\nSee merge request maria/portal!3", "Stand berichtigt"),
        ("Stand berichtigt\n\nSigned-off-by: Maria Muster <maria@muster.example>\nCo-authored-by: Otto <o@x.de>", "Stand berichtigt"),
        ("Von maria@muster.example gemeldet, danke @maria-muster!", "Von … gemeldet, danke …!"),
        ("Zwei Änderungen\n\n* Update a.md\n\n* Termin verschoben", "Zwei Änderungen\n* Termin verschoben"),
        ("Updates zum Haushalt 2026.", "Updates zum Haushalt 2026."),
        ("", ""),
        ("Steuer\u202ezeichen\u0007", "Steuerzeichen"),
    ],
)  # fmt: skip
def test_the_reason_is_what_somebody_wrote_on_purpose(message: str, expected: str) -> None:
    assert reason(message) == expected


def test_an_essay_is_cut_between_words() -> None:
    text = reason("Wort " * 500)
    assert len(text) <= 600
    assert text.endswith("Wort …")


@pytest.mark.parametrize(
    "piece",
    ["W", "@", "a@", "a@b.", "<a", "a-", "a.md ", "a\n ", "\n", "(#1) ", "x-by: ", "add ", "merge ", "* ", "\u202e"],
)
def test_a_message_made_to_exhaust_the_patterns_is_cut_first(piece: str) -> None:
    """Uncut, a word of 50,000 letters took ten seconds; this would take an hour."""
    assert len(reason(piece * (1_000_000 // len(piece)))) <= 602


def test_an_address_at_the_cut_is_not_shown_by_half() -> None:
    text = reason("Update a.md\n\n" * 153 + "Danke an erika.mustermann@muster.example fürs Melden")
    assert "erika" not in text
