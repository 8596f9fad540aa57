"""Which pages there are, and how they introduce themselves."""

from __future__ import annotations

from data_folder import DataFolder
from portal.parts.prose import Prose
from portal.records import RECORD_TYPES, Term
from portal.register.entries import Key
from portal.views.pages import describe, pages

_PAPER = "---\ntitel: {0}\nart: Bericht\nnummer: B 22/0189\nberatungsfolge: {{gremium: rat, termin: 2022-06-14}}\nquellen: amtsblatt\n---\nText.\n"


def _term(summary: str) -> Term:
    return Term.model_validate({"id": "a", "begriff": "A", "erklaerung": summary})


def test_every_type_has_a_list_and_every_record_a_page(data: DataFolder) -> None:
    register = data.write({"beschluesse/a.md": _PAPER.format("Strategie")}).register()
    made = {page.url: page for page in pages(register)}
    assert {f"{name}/" for name in RECORD_TYPES} <= set(made)
    assert {page.key for page in made.values() if page.key} == set(register.entries)
    assert len(made) == len(list(pages(register)))
    paper = made["beschluesse/a/"]
    assert (paper.title, paper.markdown, paper.source) == ("B 22/0189: Strategie", "Text.", "beschluesse/a.md")
    assert made["beschluesse/"].source == "beschluesse/index.md"
    assert made["sitzungen/rat-2022-06-14/"].markdown == ""


def test_an_old_address_leads_to_the_new_page(data: DataFolder) -> None:
    body = "name: Beirat\nart: Ausschuss\nfruehere-kennungen: [alt, aelter]\nquellen: amtsblatt\n"
    register = data.write({"gremien/beirat.yml": body}).register()
    redirects = {page.url: page.redirect_to for page in pages(register) if page.redirect_to}
    assert redirects == dict.fromkeys(["gremien/alt/", "gremien/aelter/"], Key("gremien", "beirat"))


def test_a_description_is_one_line_of_whole_words_without_markup(data: DataFolder) -> None:
    register = data.register()
    prose = Prose(register)
    assert describe(_term("Ein *Satz*\n  über zwei Zeilen."), prose) == "Ein Satz über zwei Zeilen."
    linked = _term("Siehe [[rat]] und [[rat|die Vertretung]].")
    assert (
        describe(linked, prose) == f"Siehe {register.entries[Key('gremien', 'rat')].record.title} und die Vertretung."
    )
    short = describe(_term("Wort " * 100), prose)
    assert len(short) <= 300
    assert short.endswith("Wort …")
