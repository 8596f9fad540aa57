"""House rules: checked by `portal check`, but no reason to refuse a preview."""

from __future__ import annotations

from pathlib import Path

from data_folder import DataFolder
from portal.check import editorial
from portal.check.legal import placeholders

PAPER = """\
---
titel: Radweg
art: Antrag
{fields}
---
"""


def _messages(data: DataFolder) -> list[str]:
    return [problem.as_text() for problem in editorial.problems(data.read().entries) if "/a." in problem.path]


def test_a_paper_needs_a_summary(data: DataFolder) -> None:
    data.write({"beschluesse/a.md": PAPER.format(fields="quellen: [amtsblatt]")})
    assert _messages(data) == [
        "data/beschluesse/a.md:1: Die „kurzfassung“ fehlt: ein bis drei Sätze, die man mit 15 Jahren versteht."
    ]


def test_a_summary_that_is_too_long_is_named_with_its_length(data: DataFolder) -> None:
    data.write({"beschluesse/a.md": PAPER.format(fields=f"quellen: [amtsblatt]\nkurzfassung: {'Wort ' * 100}")})
    assert _messages(data) == [
        "data/beschluesse/a.md:5: Die „kurzfassung“ hat 499 Zeichen. Bitte auf höchstens 400 kürzen."
    ]


def test_a_source_that_backs_nothing_is_named(data: DataFolder) -> None:
    data.write({"quellen/a.yml": "titel: Zeitung\nart: Presse\nherausgeber: Verlag\n"})
    [message] = _messages(data)
    assert message.startswith("data/quellen/a.yml:1: Diese Quelle belegt nichts")


def test_an_amount_and_a_vote_need_a_source_where_the_record_names_none(data: DataFolder) -> None:
    fields = (
        "kurzfassung: Ein Radweg.\nfinanzen: [{betrag: 5.00}, {betrag: 6.00, quelle: amtsblatt}]\n"
        "beratungsfolge: [{gremium: rat, termin: 2022, stimmen: {ja: 3}}, {gremium: rat, termin: 2023}]"
    )
    data.write({"beschluesse/a.md": PAPER.format(fields=fields)})
    assert sorted(message.split(":")[1] for message in _messages(data)) == ["5", "6"]


def test_a_source_of_the_whole_record_covers_its_amounts(data: DataFolder) -> None:
    fields = "kurzfassung: Ein Radweg.\nquellen: [amtsblatt]\nfinanzen: {betrag: 5.00}"
    data.write({"beschluesse/a.md": PAPER.format(fields=fields)})
    assert _messages(data) == []


def test_places_for_the_operator_are_listed_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "impressum.md").write_text("# Impressum\n\n[Vom Betreiber auszufüllen: Anschrift]\n", encoding="utf-8")
    (tmp_path / "ueber.md").write_text("# Über\n\nFertig.\n", encoding="utf-8")
    [place] = placeholders(tmp_path)
    assert place.as_text() == f"{tmp_path.as_posix()}/impressum.md:3: Noch auszufüllen: Anschrift."
