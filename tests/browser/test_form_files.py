"""What the form makes of files, asked of its modules in the browser: nothing that nobody changed is touched."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

import pytest
from build.sites import Site
from data_folder import DataFolder
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from portal.check import editorial
from portal.dates import PartialDate
from portal.editing.places import places
from portal.load import load
from portal.load.text import split_front_matter
from portal.load.yamlevents import parse
from portal.validate import validate
from portal.writing.yamltext import front_matter

#: Loads every record of every type as the form does. `change(state)` is called for each before it is written.
_PRELUDE = """async () => {
    const load = async (path) => (await fetch(`bearbeiten/${path}`)).json();
    const all = [];
    const types = Object.keys((await load('beschluesse/formular.json')).types);
    for (const type of types) {
        const [form, names] = await Promise.all([load(`${type}/formular.json`), load(`${type}/verzeichnis.json`)]);
        for (const [id, , place] of names.records.filter(([, , place]) => place !== 2)) {
            const file = await load(`${type}/${place ? 'gemeinsam' : `eintraege/${id}`}.json`);
            const node = place ? file.fields.m.find(([key]) => key === id)[2] : file.fields;
            all.push({ type, id, form, file, node });
        }
    }
    window.all = all;
}"""


@pytest.fixture(scope="module")
def workshop(browser: Browser, portal: str, musterstadt: Site) -> Iterator[Page]:
    """A page with the form's modules as globals, and all records of the town in `all`."""
    page = browser.new_page()
    page.goto(portal)
    for name in ("schrift", "zustand", "einsetzen", "datum", "pruefung"):
        (script,) = (musterstadt.folder / "assets").glob(f"form-{name}-*.js")
        page.evaluate("async (path) => Object.assign(window, await import(path))", f"/assets/{script.name}")
    page.evaluate(_PRELUDE)
    yield page
    page.close()


def test_a_record_that_nobody_changed_is_written_sign_by_sign_as_it_was(workshop: Page, musterstadt: Site) -> None:
    found = workshop.evaluate(
        "() => all.map(({ type, id, form, file, node }) => [type, id, file.path, fileText(record(form, file, node), file)])"
    )
    assert len(found) == len(load(musterstadt.data).records)
    for name, identity, path, text in found:
        original = (musterstadt.data / path.removeprefix("data/")).read_bytes()
        assert text.encode() == original, f"{name}/{identity} ist nicht mehr gleich"


def test_changing_one_value_changes_its_line_and_no_other(workshop: Page) -> None:
    """Every single value of every record, one after the other."""
    found = workshop.evaluate(
        """() => all.flatMap(({ type, id, form, file, node }) => {
            const places = [...everyValue(record(form, file, node).fields)].map((state, number) => [state, number]);
            return places.filter(([state]) => state.node).map(([, number]) => {
                const now = record(form, file, node);
                const value = [...everyValue(now.fields)][number];
                value.text = value.text.replace(/.$/, 'x');
                return [`${type}/${id}: ${value.field.key}`, file.text, fileText(now, file), value.text];
            });
        })"""
    )
    assert len(found) > 800
    for name, before, after, value in found:
        difference = [*difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")][2:]
        added = [line for line in difference if line.startswith("+")]
        gone = [line for line in difference if line.startswith("-")]
        assert len(gone) == 1, f"{name} ändert {len(gone)} Zeilen:\n" + "\n".join(difference)
        assert len(added) == 1, f"{name} braucht {len(added)} Zeilen:\n" + "\n".join(difference)
        assert value.split("\n")[-1].split(" ")[-1].strip('"') in "".join(added), name


#: A file as somebody may write it by hand, with whatever YAML allows that the portal reads.
_ODD = """# Kopf
titel: 'Ein ''Titel'''   # bleibt stehen
art:   Antrag
kurzfassung: >-   # gefaltet
  Ein erster Satz, der lang genug ist, dass er in eine Zeile passt.
  Ein zweiter Satz
  und ein dritter.

# Über der Beratungsfolge
beratungsfolge:
- gremium: stadtrat   # der Rat
  termin: 2024-01-02

-
  # Diese Station hat ihren Strich für sich
  gremium: hauptausschuss
  termin: unbekannt
  stimmen: {ja: 1,   nein: 2}  # gezählt
beschlusspunkte:
    # vor dem ersten
    - Der erste Punkt

    # vor dem zweiten
    - text: |
        Zeile eins
        Zeile zwei
      quelle: [ blatt, niederschrift ]
themen: stadtgruen
quellen:
  - blatt
  # warum diese
  - niederschrift"""


def _changed(workshop: Page, change: str, text: str = _ODD) -> str:
    """The odd file after a change to `f`, the states of its fields."""
    file = {"path": "data/beschluesse/x.yml", "text": text, **places(text, has_prose=False)}
    changed: str = workshop.evaluate(
        f"""(file) => {{
            const {{ form }} = all.find(({{ type }}) => type === 'beschluesse');
            const made = record(form, file, file.fields);
            const f = made.fields.fields;
            const add = (list) => list.items[list.items.push(newItem(list, made.source)) - 1];
            {change}
            return fileText(made, file);
        }}""",
        file,
    )
    return changed


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ("", "", ""),
        ("add(f.beratungsfolge); add(f.beschlusspunkte.items[1].fields.quelle); add(f.themen); add(f.anlagen)", "", ""),
        ("f.titel.text = 'Neu'", "'Ein ''Titel'''", "Neu"),
        ("f.titel.text = 'Neu: alt #1'", "'Ein ''Titel'''", '"Neu: alt #1"'),
        ("f.art.text = 'Bericht'", "art:   Antrag", "art:   Bericht"),
        ("f.kurzfassung.text = f.kurzfassung.text.replace('zweiter', '2.')", "Ein zweiter Satz\n", "Ein 2. Satz\n"),
        (
            "f.kurzfassung.text = 'Kurz.'",
            "  Ein erster Satz, der lang genug ist, dass er in eine Zeile passt.\n  Ein zweiter Satz\n  und ein dritter.",
            "  Kurz.",
        ),
        ("f.nummer.text = 'B 1'", "   # bleibt stehen\n", "   # bleibt stehen\nnummer: B 1\n"),
        ("f.themen.items = []", "themen: stadtgruen\n", ""),
        ("add(f.themen).text = 'klima'", "themen: stadtgruen", "themen: [stadtgruen, klima]"),
        ("f.quellen.items.reverse()", "  - blatt\n  # warum diese\n  - niederschrift", "  # warum diese\n  - niederschrift\n  - blatt"),
        ("add(f.quellen).text = 'z'", "  - niederschrift", "  - niederschrift\n  - z"),
        ("f.quellen.items.pop()", "  - blatt\n  # warum diese\n  - niederschrift", "  - blatt"),
        (
            "f.beratungsfolge.items[1].fields.stimmen.fields.nein.text = ''",
            "{ja: 1,   nein: 2}  # gezählt",
            "{ja: 1}  # gezählt",
        ),
        (
            "f.beratungsfolge.items[1].fields.stimmen.fields.enthaltung.text = '3'",
            "{ja: 1,   nein: 2}  # gezählt",
            "{ja: 1, nein: 2, enthaltung: 3}  # gezählt",
        ),
        (
            "add(f.beratungsfolge.items[1].fields.stimmen.fields['nach-fraktion']).fields.fraktion.text = 'fraktion-mond'",
            "  stimmen: {ja: 1,   nein: 2}  # gezählt\n",
            "  stimmen:  # gezählt\n    ja: 1\n    nein: 2\n    nach-fraktion:\n      - fraktion: fraktion-mond\n",
        ),
        ("f.beratungsfolge.items[0].fields.gremium.text = ''", "- gremium: stadtrat   # der Rat\n  termin", "- termin"),
        ("f.beratungsfolge.items[0].fields.top.text = 'Ö 1'", "  termin: 2024-01-02\n", "  termin: 2024-01-02\n  top: Ö 1\n"),
        ("f.beschlusspunkte.items[0].fields.text.text = 'Punkt'", "Der erste Punkt", "Punkt"),
        (
            "f.beschlusspunkte.items[0].fields.titel.text = 'T'",
            "    - Der erste Punkt",
            "    - text: Der erste Punkt\n      titel: T",
        ),
        ("f.beschlusspunkte.items[1].fields.text.text = 'Zeile eins\\nund zwei'", "Zeile zwei", "und zwei"),
        ("f.beschlusspunkte.items[1].fields.text.text = 'Eine'", "|\n        Zeile eins\n        Zeile zwei", "Eine"),
        ("f.beschlusspunkte.items[1].fields.quelle.items.pop()", "[ blatt, niederschrift ]", "[blatt]"),
        (
            "f.beschlusspunkte.items.reverse()",
            "    # vor dem ersten\n    - Der erste Punkt\n\n    # vor dem zweiten\n    - text: |\n        Zeile eins\n        Zeile zwei\n      quelle: [ blatt, niederschrift ]\n",
            "    # vor dem zweiten\n    - text: |\n        Zeile eins\n        Zeile zwei\n      quelle: [ blatt, niederschrift ]\n\n    # vor dem ersten\n    - Der erste Punkt\n",
        ),
    ],
)  # fmt: skip
def test_a_file_in_an_unusual_hand_keeps_it(workshop: Page, change: str, old: str, new: str) -> None:
    expected = _ODD.replace(old, new, 1) if old else _ODD
    changed = _changed(workshop, change)
    if "beschlusspunkte.items.reverse" in change:  # the comment above the first item stays above the list's first line
        assert sorted(changed.split("\n")) == sorted(_ODD.split("\n"))
        assert changed.index("Zeile eins") < changed.index("Der erste Punkt")
    else:
        assert changed == expected
    assert parse(changed)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_stay(workshop: Page, end: str) -> None:
    written = workshop.evaluate(
        """(end) => { const { form, file, node } = all.find(({ id }) => id === 'stadtgarten');
        const other = { ...file, lineEnd: end, begins: '\\ufeff' };
        return [fileText(record(form, other, node), other), file.text]; }""",
        end,
    )
    assert written[0] == "\ufeff" + written[1].replace("\n", end)


_TEXTS = st.text(
    st.one_of(st.sampled_from("aäß -:#,[]{}'\"\\|>&*!%@`?~.\n\t/€…\u00a0😀"), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=150,
).filter(lambda text: text.strip() != "")
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-zäöü][a-z-]{0,12}", fullmatch=True), inner, min_size=1, max_size=4)
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(
    st.lists(
        st.dictionaries(st.from_regex(r"[a-z]{1,12}", fullmatch=True), _VALUES, min_size=1, max_size=5),
        min_size=5,
        max_size=10,
    )
)
def test_both_writers_write_the_same(workshop: Page, many: list[dict[str, Any]]) -> None:
    written = workshop.evaluate(
        "(many) => many.map((each) => mapping(each, 0, true).map((line) => line + '\\n').join(''))", many
    )
    assert written == [front_matter(each) for each in many]


@pytest.mark.parametrize(
    "text",
    [
        *("2022-06-14", "2021-06", "2021", "2022-Q3", "2022-Herbst", "2022-06/2023-12", "2024/..", "2024-02-29", "2024 / 2025"),
        *("2023-02-29", "2022-13", "2022-00", "2022-06-31", "1799", "2200", "2022-Q5", "2022-herbst", "14.06.2022", "32.1.2022"),
        *("2022-6-4", "2024/2023", "/2024", "2024/", "../2024", "Mai 2022", "2022-06-14T10:00", "2024/2025/2026", "2022-Winter/2023-01"),
    ],
)  # fmt: skip
def test_both_readers_of_dates_agree(workshop: Page, text: str) -> None:
    problem = workshop.evaluate("(text) => dateProblem(text)", text)
    try:
        PartialDate.parse(text)
    except ValueError as error:
        assert problem, f"„{text}“ ist dem Formular recht, dem Portal aber nicht"
        suggestion = str(error).partition("Meinten Sie ")[2].partition("?")[0]
        assert suggestion in problem
    else:
        assert problem == ""


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ({"kind": "count", "min": 0, "max": 100}, "29", ""),
        ({"kind": "count", "min": 0, "max": 100}, "-1", "zu klein"),
        ({"kind": "count", "min": 0, "max": 100}, "101", "zu groß"),
        ({"kind": "count", "min": 0, "max": 100_000}, "12.000", "12000"),
        ({"kind": "count", "min": 0, "max": 100}, "drei", "keine ganze Zahl"),
        ({"kind": "count", "min": 0, "max": 100, "unknown": True}, "unbekannt", ""),
        ({"kind": "count", "min": 0, "max": 100}, "unbekannt", "keine ganze Zahl"),
        ({"kind": "number", "places": 2}, "1374.64", ""),
        ({"kind": "number", "places": 2}, "1.374,64", "Meinten Sie 1374.64?"),
        ({"kind": "number", "places": 2}, "12.000.000", "Meinten Sie 12000000?"),
        ({"kind": "number", "places": 2}, "1.234", "zu viele|höchstens 2"),
        ({"kind": "url", "pattern": "^https?://[^\\s<>\"]+$"}, "www.x.de", "https://"),
        ({"kind": "text", "pattern": "^[0-9]{1,3}[a-z]?$", "help": "Eine Zahl."}, "2ab", "Eine Zahl."),
        ({"kind": "text", "required": True, "label": "Titel", "help": "Kurz."}, " ", "„Titel“ fehlt."),
        ({"kind": "choice", "words": ["Ja"]}, "ja", "nicht möglich"),
    ],
)  # fmt: skip
def test_values_are_told_what_is_wrong_with_them(workshop: Page, field: dict[str, Any], value: str, said: str) -> None:
    problem = workshop.evaluate("([field, text]) => valueProblem({ field, text }, null)", [field, value])
    assert any(part in problem for part in said.split("|")) if said else problem == ""


def test_the_form_finds_in_the_town_what_the_check_finds_and_nothing_else(workshop: Page, musterstadt: Site) -> None:
    found = workshop.evaluate(
        """() => { const everybody = { resolve: () => ({}) };
        return all.flatMap(({ type, id, form, file, node }) =>
            problems(record(form, file, node), form, everybody).map(({ message }) => [`${type}/${id}`, message])); }"""
    )
    entries, problems = validate(load(musterstadt.data).records)
    assert not problems
    needy = [e for e in entries if isinstance(e.record, editorial.NEEDS_SUMMARY) and not e.record.is_backed]
    missing = [str(e.key) for e in needy if not e.record.summary]
    assert missing
    assert sorted(name for name, _ in found) == sorted(missing)
    assert all(message.startswith("Die „Kurzfassung“ fehlt") for _, message in found)


_STATION = "beratungsfolge:\n  - gremium: rat\n    termin: 2024-01-02\n"
_PAPER = "titel: T\nart: Antrag\nkurzfassung: K.\nquellen: amtsblatt\n" + _STATION
_INQUIRY = "titel: T\nkurzfassung: K.\nquellen: amtsblatt\ngestellt: {am: 2024-01-02}\nfragen:\n  - frage: Wer?\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("beschluesse", "    rolle: Vorberatung\n    ergebnis: beschlossen"),
        ("beschluesse", "    rolle: Vorberatung\n    ergebnis: geändert beschlossen"),
        ("beschluesse", "    rolle: Entscheidung\n    ergebnis: empfohlen"),
        ("beschluesse", "    mehrheit: einstimmig\n    stimmen: {ja: 9, nein: 1}"),
        ("beschluesse", "    mehrheit: einstimmig\n    stimmen: {ja: 9, nein: 2}"),
        ("beschluesse", "    ergebnis: beschlossen\n    stimmen: {ja: 3, nein: 3}"),
        ("beschluesse", "    ergebnis: abgelehnt\n    stimmen: {ja: 5, nein: 3}"),
        ("beschluesse", "    ergebnis: abgelehnt\n    notiz: Zwei Drittel waren nötig.\n    stimmen: {ja: 5, nein: 3}"),
        ("beschluesse", "    stimmen: {ja: 0, nein: 0, enthaltung: 0}"),
        ("beschluesse", "    stimmen:\n      ja: 5\n      nach-fraktion:\n        - {fraktion: rat, ja: 6}"),
        ("beschluesse", "    stimmen:\n      ja: 5\n      nach-fraktion:\n        - {fraktion: rat, ja: 2}\n        - {fraktion: rat, ja: 2}"),
        ("beschluesse", "    stimmen:\n      ja: 5\n      nach-fraktion:\n        - {fraktion: rat, ja: 2}\n        - {fraktion: ausschuss}"),
        ("beschluesse", "    ergebnis: beschlossen\n    stimmen: {ja: 5, nein: unbekannt}"),
        ("fragen", "    stand: beantwortet"),
        ("fragen", "    stand: offen\n    antwort: Niemand."),
        ("fragen", "    stand: teilweise beantwortet\n    antwort: Niemand.\n    beantwortet-am: 2024-02"),
    ],
)  # fmt: skip
def test_rules_across_fields_are_those_of_the_check(workshop: Page, data: DataFolder, name: str, text: str) -> None:
    text = (_PAPER if name == "beschluesse" else _INQUIRY) + text + "\n"
    checked = data.write({f"{name}/x.yml": text}).read().problems
    said = workshop.evaluate(
        """([name, file]) => { const { form } = all.find(({ type }) => type === name);
        return problems(record(form, file, file.fields), form, { resolve: () => ({}) }).map(({ message }) => message); }""",
        [name, {"path": "x", "text": text, **places(text, has_prose=False)}],
    )
    assert sorted(said) == sorted(problem.message for problem in checked)


def test_a_new_record_begins_with_its_header(workshop: Page) -> None:
    text = workshop.evaluate(
        """() => { const { form } = all.find(({ type }) => type === 'glossar');
        const made = record(form);
        made.fields.fields.begriff.text = 'Ö: ein Buchstabe';
        made.fields.fields.erklaerung.text = 'Ein Umlaut. '.repeat(12).trim();
        made.prose.text = 'Mehr.';
        return fileText(made); }"""
    )
    header, prose, _ = split_front_matter(text)
    assert parse(header) == {"begriff": "Ö: ein Buchstabe", "erklaerung": ("Ein Umlaut. " * 12).strip()}
    assert prose == "Mehr."


def test_a_required_list_that_is_too_short_says_how_many_it_needs(workshop: Page) -> None:
    found = workshop.evaluate(
        """() => { const everybody = { resolve: () => ({}) };
        return all.flatMap(({ form, file, node }) => {
            const written = record(form, file, node);
            const disputes = written.fields.fields.widersprueche?.items ?? [];
            for (const { fields } of disputes) fields.angaben.items.length = 1;
            return disputes.length ? problems(written, form, everybody).map(({ message }) => message) : [];
        }); }"""
    )
    assert "„Angaben“ braucht mindestens 2 Angaben." in found
