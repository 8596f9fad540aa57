"""The report on how hard texts are to read: what is counted, and how the table looks."""

from __future__ import annotations

import pytest
from command_line import run
from data_folder import DataFolder
from portal.check.readability import Measured, Row, measure, measured, report, split, syllables

EASY = "Die Stadt baut einen neuen Weg. Er führt vom Park bis zur Schule. Im Mai ist er fertig."
HARD = (
    "Die verwaltungsinterne Verfahrensbeschleunigung infolge der ressortübergreifenden Digitalisierungsinitiative "
    "erfordert vorbehaltlich entsprechender Haushaltsermächtigungen eine Neupriorisierung sämtlicher Personalressourcen."
)


def one(text: str) -> Measured:
    result = measure([text])
    assert result
    return result


def rows(data: DataFolder, body: str, summary: str = "Ein Weg.") -> list[Row]:
    """The report's rows for a single paper with this text."""
    head = f"titel: Weg\nart: Antrag\nquellen: [amtsblatt]\nkurzfassung: {summary}"
    data.write({"beschluesse/weg.md": f"---\n{head}\n---\n{body}\n"})
    return [row for row in measured(data.read().entries, ["Stadt GO!"]) if row.key.id == "weg"]


def test_short_sentences_of_short_words_are_easy() -> None:
    assert one(EASY).in_words == "leicht"


def test_a_sentence_from_a_council_paper_is_hard() -> None:
    assert one(HARD).in_words == "schwer"
    assert one(HARD).index > 20


def test_the_index_is_the_fourth_wiener_sachtextformel() -> None:
    text = Measured(sentences=10, words=120, long_words=30)
    assert text.index == pytest.approx(0.2656 * 12 + 0.2744 * 25 - 1.693)
    assert (text.in_words, round(text.index, 1)) == ("mittel", 8.4)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Rad", 1),
        ("Schule", 2),
        ("Abend", 2),
        ("Über", 2),
        ("Übergang", 3),
        ("Bürgerinnen", 4),
        ("Straßenlampen", 4),
        ("räumen", 2),
        ("Mäuse", 2),
        ("Ideen", 3),
        ("Gremium", 3),
        ("Museum", 3),
        ("beeilen", 3),
        ("Quelle", 2),
        ("Quartal", 2),
        ("Café", 2),
        ("HAUPTAUSSCHUSS", 3),
        ("hm", 1),
        ("2022", 1),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "Das gilt z. B. Am Rathaus.",
        "Es kostet ca. Eine Mio. Euro.",
        "Dafür war Dr. Meier zuständig.",
        "Am 14. Juni 2022 tagte der Rat.",
        "Der 3. Nachtrag kam vom 2. Amt.",
        "5. Mai, 18.15 Uhr, 1.374,64 Euro.",
        "14. Änderung der Satzung.",
        "Das Netz betreibt wilhelm.tel in der Stadt.",
        "„Wie viel?“, fragte jemand.",
    ],
)
def test_a_dot_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert list(split(sentence)) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Wer zahlt? Die Stadt!", ["Wer zahlt?", "Die Stadt!"]),
        ("So war es bis 2022. Danach nicht mehr.", ["So war es bis 2022.", "Danach nicht mehr."]),
        ("Sie liegt auf Platz 8. Verglichen wurde viel.", ["Sie liegt auf Platz 8.", "Verglichen wurde viel."]),
        ("Er sagte „Nein.“ Alle lachten.", ["Er sagte „Nein.“", "Alle lachten."]),
        ("Das gilt. „Ja“, sagte sie.", ["Das gilt.", "„Ja“, sagte sie."]),
        ("Ende der Liste. Überall. Ämter auch.", ["Ende der Liste.", "Überall.", "Ämter auch."]),
        ("", []),
    ],
)
def test_sentences_end_where_readers_stop(text: str, sentences: list[str]) -> None:
    assert list(split(text)) == sentences


def test_compounds_with_hyphens_are_read_in_their_parts() -> None:
    assert one("Die Smart-City-Strategie kommt.") == Measured(sentences=1, words=5, long_words=1)


def test_words_with_a_gender_star_and_numbers_stay_whole() -> None:
    assert one("Alle Bürger*innen geben 12.000,50 Euro.").words == 5


@pytest.mark.parametrize("blocks", [[], [""], ["– …"], ["*** !"]])
def test_a_text_without_words_is_not_measured(blocks: list[str]) -> None:
    assert measure(blocks) is None


def test_markup_is_not_measured(data: DataFolder) -> None:
    plain = rows(data, "Der Rat baut den Weg.\n\nDas gilt ab Mai.\n\nAlle sind froh.")
    marked = rows(
        data,
        "Der **Rat** baut den <b>Weg</b>.\n\n- Das [gilt](https://stadt.example/wirtschaftsplanung) ab\n  Mai.\n\n> Alle sind `froh`.",
    )
    assert marked[0].text == plain[0].text == Measured(sentences=4, words=14, long_words=0)


def test_tables_and_code_are_left_out(data: DataFolder) -> None:
    [row] = rows(
        data, "Der Rat baut.\n\n| Jahr | Verwaltung |\n| --- | --- |\n| 2022 | 3 |\n\n```\nWirtschaftsplan\n```"
    )
    assert row.text == Measured(sentences=2, words=5, long_words=0)


def test_headings_and_items_without_a_mark_are_sentences_of_their_own(data: DataFolder) -> None:
    [row] = rows(data, "## Der Weg\n\n- im Park\n- im Wald")
    assert row.text.sentences == 4


def test_links_are_read_as_the_words_they_show(data: DataFolder) -> None:
    paper = "---\ntitel: Wer zahlt? Alle!\nart: Antrag\nquellen: [amtsblatt]\n---\n"
    data.write({"beschluesse/wirtschaftsplanung.md": paper})
    [row] = rows(data, "Das steht bei [[wirtschaftsplanung]] und im\n[[wirtschaftsplanung|Plan der Stadt]].")
    assert row.text == Measured(sentences=2, words=13, long_words=0)


def test_a_mark_in_the_name_of_the_programme_ends_no_sentence(data: DataFolder) -> None:
    [row] = rows(data, "Was kostet Stadt GO! Euro für Euro?")
    assert row.text.sentences == 2


def test_the_summary_has_an_index_of_its_own(data: DataFolder) -> None:
    [row] = rows(data, EASY, HARD)
    assert row.summary == one(HARD)
    assert row.text.sentences == 4


def test_the_table_begins_with_the_hardest_record_and_ends_with_the_median(data: DataFolder) -> None:
    rows(data, EASY, HARD)
    page = "---\ntitel: Leicht\nquellen: [amtsblatt]\n---\n"
    data.write({"seiten/leicht.md": f"{page}{EASY} {EASY}\n", "seiten/kurz.md": f"{page}Verwaltungsvorlage.\n"})
    lines = report(data.read().entries).splitlines()
    assert [line.split() for line in lines[:3]] == [
        ["Eintrag", "Sätze", "Wörter", "Index", "Stufe", "Kurzfassung"],
        ["beschluesse/weg", "4", "33", "10,5", "schwer", "24,2"],
        ["seiten/leicht", "6", "36", "-0,1", "leicht", "–"],
    ]
    assert lines[3] == "Texte unter 20 Wörtern; hier ist der Index nur ein Anhaltspunkt:"
    assert lines[4].split() == ["seiten/kurz", "1", "1", "26,0", "schwer", "–"]
    assert lines[5] == "Median: 10,5 (schwer). 3 Einträge mit Text: 1 leicht, 0 mittel, 2 schwer."


def test_without_any_text_the_report_says_so() -> None:
    assert report([]) == "Kein Eintrag hat einen Text."


def test_the_command_prints_the_report_and_exits_with_0_whatever_it_says(data: DataFolder) -> None:
    rows(data, HARD)
    data.write({"gremien/falsch.yml": "name: B\nart: Ausschus\nquellen: amtsblatt\n"})
    done = run("check", "--lesbarkeit")
    assert (done.returncode, done.stderr) == (0, "")
    assert "beschluesse/weg" in done.stdout


def test_only_one_report_is_printed_at_a_time(data: DataFolder) -> None:
    assert run("check", "--lesbarkeit", "--legal").returncode == 2
