"""Words of pages: how they are read, compared, and which others lead to them."""

from __future__ import annotations

import gzip
import json
from collections import Counter

import pytest
from data_folder import DataFolder
from portal.search.lexicon import Lexicon
from portal.search.synonyms import Synonyms
from portal.search.text import body_of, fold, text_of, words_of
from portal.search.vocabulary import PAGE_SIZE, TABLE, Vocabulary
from portal.search.wordweb import WordWeb

_GLOSSARY = """
cdo:
  begriff: Digitalisierungsbeauftragte oder Digitalisierungsbeauftragter
  erklaerung: Eine Person.
  kurzformen: [CDO]
  synonyme: [Chief Digital Officer]
  suchwoerter: [Digitalchefin]
rat:
  begriff: Stadtvertretung
  erklaerung: Das Parlament.
  synonyme: [Rat]
"""


@pytest.fixture
def web(data: DataFolder) -> WordWeb:
    register = data.write({"glossar.yml": _GLOSSARY}).register()
    return WordWeb(register, {"botschafter", "haushalt", "stelle", "plan"}, Lexicon())


@pytest.mark.parametrize(
    ("text", "word"), [("Der CDO kam", "Digitalisierungsbeauftragter"), ("Digitalisierungsbeauftragte", "CDO")]
)
def test_synonyms_lead_both_ways(text: str, word: str, web: WordWeb) -> None:
    assert word in web.beside(words_of(text)).strong


def test_words_of_a_longer_synonym_count_less(web: WordWeb) -> None:
    beside = web.beside(["CDO"])
    assert {"Chief", "Digital", "Officer"} <= beside.weak
    assert not {"Chief", "Digital", "Officer"} & beside.strong


def test_a_longer_synonym_is_only_known_as_a_whole(web: WordWeb) -> None:
    assert "CDO" in web.beside(words_of("Der Chief Digital Officer")).strong
    assert "CDO" not in web.beside(words_of("Digital ist der Officer")).strong


def test_a_search_word_leads_to_its_term_but_not_from_it_to_others(web: WordWeb) -> None:
    assert "Digitalchefin" in web.beside(["CDO"]).strong
    assert web.beside(["Digitalchefin"]).strong & {"CDO", "Digitalisierungsbeauftragte"} == set()


def test_synonyms_are_known_in_every_form(web: WordWeb) -> None:
    assert "Stadtvertretung" in web.beside(["Rates"]).strong


def test_a_word_that_stands_there_is_not_added(web: WordWeb) -> None:
    assert "CDO" not in web.beside(["CDO", "Digitalisierungsbeauftragte"]).strong


def test_irregular_forms_lead_to_their_basic_form(web: WordWeb) -> None:
    assert "beschließen" in web.beside(["beschlossen"]).strong


def test_the_noun_of_an_address_leads_to_its_page(web: WordWeb) -> None:
    assert "Einwohnerzahl" in web.nouns_of_address("kennzahlen/einwohnerzahl/", ["Menschen"])
    assert web.nouns_of_address("quellen/abl18a/", []) == set()


def test_a_glossary_without_terms_knows_no_synonyms(data: DataFolder) -> None:
    assert list(Synonyms.of(data.register(), fold).beside(["Rat"])) == []


@pytest.mark.parametrize(
    "spellings",
    [("Mängelmelder", "Maengelmelder", "MANGELMELDER"), ("Straße", "Strasse"), ("Röder", "Roeder", "roder")],
)
def test_spellings_of_a_word_are_one(spellings: tuple[str, ...]) -> None:
    assert len({fold(word) for word in spellings}) == 1


def test_hyphens_and_stars_join_words_whose_parts_count_too() -> None:
    assert words_of("Smart-City-Ranking der Botschafter*innen") == [
        "Smart-City-Ranking",
        "Smart",
        "City",
        "Ranking",
        "der",
        "Botschafter*innen",
        "Botschafter",
        "innen",
    ]


def test_only_the_marked_part_of_a_page_is_read_and_without_what_is_ignored() -> None:
    html = (
        '<header>Kopf</header><main><article data-pagefind-body><h1>Ti&shy;tel</h1><p class="vorspann">Kurz</p>'
        "<section data-pagefind-ignore>Hinweis</section><p>Text &amp; mehr</p></article></main><footer>Fuß</footer>"
    )
    text = text_of(body_of(html))
    assert (text.title, text.lead, text.all) == ("Titel", "Kurz", "Titel Kurz Text & mehr")
    assert body_of("<main><h1>Liste</h1></main>") == ""


def test_the_vocabulary_counts_pages_and_keeps_the_usual_spelling() -> None:
    vocabulary = Vocabulary()
    for words in (["Bücherei", "Bücherei"], ["Bücherei"], ["Buecherei"]):
        vocabulary.add(Counter(words))
    assert _lines(vocabulary, "vorn") == ["Bücherei 3"]


def test_the_vocabulary_forgets_pages_as_if_they_had_never_been() -> None:
    first, second, both = Vocabulary(), Vocabulary(), Vocabulary()
    one, other = Counter({"Bücherei": 1, "Rat": 2}), Counter({"Buecherei": 3, "Amt": 1})
    first.add(one)
    second.add(other)
    for words in (one, other):
        both.add(words)
    both.without(second)
    assert dict(both.files()) == dict(first.files())
    assert dict(Vocabulary.of(both.packed()).files()) == dict(first.files())
    both.without(first)
    assert dict(both.files()) == dict(Vocabulary().files())


def test_the_vocabulary_is_sorted_by_beginnings_and_by_ends_in_pages() -> None:
    vocabulary = Vocabulary()
    words = (f"w{chr(97 + a)}{chr(97 + b)}{chr(97 + c)}" for a in range(10) for b in range(10) for c in range(10))
    vocabulary.add(Counter(words))
    files = dict(vocabulary.files())
    table = json.loads(files[TABLE])
    assert len(table["vorn"]) == -(-1000 // PAGE_SIZE)
    assert [first for first, _ in table["vorn"]] == sorted(first for first, _ in table["vorn"])
    assert sorted(_lines(vocabulary, "vorn")) == sorted(_lines(vocabulary, "hinten"))
    assert _lines(vocabulary, "hinten")[0] == "waaa 1"


def _lines(vocabulary: Vocabulary, order: str) -> list[str]:
    files = dict(vocabulary.files())
    names = [name for _, name in json.loads(files[TABLE])[order]]
    return [line for name in names for line in gzip.decompress(files[name]).decode().splitlines()]
