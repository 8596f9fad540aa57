"""The form as editors use it: from an empty page to a file that the portal accepts, by mouse, by keyboard, on a phone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from build.sites import STANDING, Site
from command_line import run
from playwright.sync_api import Locator, Page, expect
from portal.records import RECORD_TYPES

from browser.visitor import PHONE, Visitor

_HOST = "https://git.example/musterstadt/portal"
_STORED = "Object.keys(localStorage)"


def _form(visitor: Visitor, address: str) -> Page:
    """The form, when it is ready to be filled in."""
    visitor.page.context.route("https://git.example/**", lambda route: route.fulfill(body="Die Plattform"))
    page = visitor.goes_to(f"bearbeiten/{address}")
    expect(page.locator("#formular")).to_be_visible()
    return page


def _inside(page: Page | Locator, name: str) -> Locator:
    """An open part of the form, such as „Station 2“."""
    return page.get_by_role("group", name=name, exact=True)


def _add(part: Page | Locator, what: str) -> None:
    part.get_by_role("button", name=f"{what} hinzufügen", exact=True).click()


def _submit(page: Page) -> str:
    """Presses the button; the address that opens."""
    with page.context.expect_page() as waiting:
        page.locator("#abschicken").click()
    opened = waiting.value
    opened.wait_for_load_state()
    address = opened.url
    opened.close()
    return address


def _problems(data: Path) -> list[str]:
    """What the check says of a folder, without the folder's name and the sum."""
    lines = run("check", "--data", str(data), **STANDING).stderr.splitlines()
    return [line.removeprefix(str(data)) for line in lines if line.startswith(str(data))]


def test_a_decision_with_two_stations_and_votes_by_group_passes_the_check_unchanged(
    visitor: Visitor, musterstadt: Site, tmp_path: Path
) -> None:
    page = _form(visitor, "beschluesse/")
    page.get_by_label("Titel (Pflicht)").fill("Eine Brücke über den Bach: Entwurf #2")
    page.get_by_label("Vorlage-Nr.").fill("B 24/0815")
    page.locator("#felder").get_by_label("Art (Pflicht)").select_option("Beschlussvorlage")
    page.locator("#felder > * > .eingabe").get_by_label("Datum", exact=True).fill("2024-03")
    _add(page, "Themen")
    page.get_by_label("Themen 1", exact=True).fill("klima")
    page.get_by_label("Kurzfassung").fill(
        "Die Stadt baut eine Brücke über den Bach. Sie soll breit genug für Fahrräder und Kinderwagen sein und im Sommer fertig werden."
    )

    _add(page, "Station")
    first = _inside(page, "Station 1")
    first.get_by_label("Gremium (Pflicht)").press_sequentially("haupt")
    first.get_by_role("option", name="Hauptausschuss").click()
    first.get_by_label("Termin (Pflicht)").fill("2024-04-08")
    first.get_by_label("Zuständigkeit", exact=True).select_option("Vorberatung")
    first.get_by_label("Ergebnis", exact=True).select_option("empfohlen")

    _add(page, "Station")
    second = _inside(page, "Station 2")
    second.get_by_label("Gremium (Pflicht)").fill("stadtrat")
    second.get_by_label("Termin (Pflicht)").fill("2024-05-02")
    second.get_by_label("Zuständigkeit", exact=True).select_option("Entscheidung")
    second.get_by_label("Ergebnis", exact=True).select_option("beschlossen")
    second.get_by_label("Mehrheit").select_option("mehrheitlich")
    second.get_by_text("Stimmen", exact=True).first.click()
    votes = _inside(second, "Stimmen")
    for label, count in (("Ja", "29"), ("Nein", "6")):
        votes.get_by_label(label, exact=True).fill(count)
    for number, (group, yes, no) in enumerate((("fraktion-sonne", "20", "0"), ("fraktion-mond", "9", "6")), start=1):
        _add(votes, "Fraktion")
        row = _inside(votes, f"Fraktion {number}")
        row.get_by_label("Fraktion (Pflicht)").fill(group)
        row.get_by_label("Ja", exact=True).fill(yes)
        row.get_by_label("Nein", exact=True).fill(no)

    _add(page, "Beschlusspunkt")
    _inside(page, "Beschlusspunkt 1").get_by_label("Text (Pflicht)").fill("Die Brücke wird gebaut.")
    _add(page, "Quellen")
    page.get_by_label("Quellen 1", exact=True).fill("niederschrift")
    page.locator("#fliesstext").fill("Mehr dazu bei [[brunnen|dem Brunnen]].")
    expect(page.locator("#kennung")).to_have_value("eine-bruecke-ueber-den-bach-entwurf-2")
    expect(page.locator("#vorschau")).to_contain_text("nach-fraktion:")

    address = urlsplit(_submit(page))
    assert f"https://{address.netloc}{address.path}" == f"{_HOST}/new/haupt"
    sent = parse_qs(address.query)
    (path,), (text,) = sent["filename"], sent["value"]
    assert path == "data/beschluesse/eine-bruecke-ueber-den-bach-entwurf-2.md"
    assert text == page.locator("#vorschau").inner_text()
    assert "        - fraktion: fraktion-mond\n          ja: 9\n          nein: 6\n" in text
    data = shutil.copytree(musterstadt.data, tmp_path / "data")
    (tmp_path / path).write_text(text, encoding="utf-8")
    assert _problems(data) == _problems(musterstadt.data)
    expect(page.locator("#weiter")).to_be_focused()
    expect(page.locator("#schritte")).to_contain_text("alles schon eingetragen")


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_an_existing_record_opened_and_left_alone_shows_its_own_file(
    name: str, visitor: Visitor, musterstadt: Site
) -> None:
    """The richest record of each kind, on the page itself; test_form_files.py does it for every record."""
    files = sorted((musterstadt.data / name).glob("*.*"), key=lambda file: -file.stat().st_size)
    file = files[0] if files else musterstadt.data / f"{name}.yml"
    record = file.stem if files else next(iter(_ids(file)))
    page = _form(visitor, f"{name}/?id={record}")
    assert (page.locator("#vorschau").text_content() or "").rstrip("\n") == file.read_text(encoding="utf-8").rstrip(
        "\n"
    )
    assert page.locator("#umfang").inner_text() == "Noch ist nichts geändert."
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Datei herunterladen").click()
    assert waiting.value.path().read_bytes() == file.read_bytes()
    assert waiting.value.suggested_filename == file.name
    page.locator("#abschicken").click()
    expect(page.locator("#rueckmeldung")).to_have_text("Sie haben noch nichts geändert.")


def _ids(file: Path) -> list[str]:
    return [line[:-1] for line in file.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]


def test_an_edited_file_is_copied_and_its_editor_opened(
    visitor_with: Callable[..., Visitor], musterstadt: Site, tmp_path: Path
) -> None:
    visitor = visitor_with(permissions=["clipboard-read"])
    page = visitor.goes_to("beschluesse/stadtgarten/")
    page.get_by_role("link", name="Im Formular bearbeiten").click()
    page = _form(visitor, "beschluesse/?id=stadtgarten")
    expect(page.locator("h1")).to_contain_text("Vorlage ändern:")
    page.get_by_label("Aktenzeichen").fill("10.1/24")
    expect(page.locator("#vorschau mark")).to_have_text("aktenzeichen: 10.1/24\n")
    expect(page.locator("#umfang")).to_have_text("Eine Zeile ist neu oder anders, sie sind markiert.")
    assert _submit(page) == f"{_HOST}/edit/haupt/data/beschluesse/stadtgarten.md"
    expect(page.locator("#schritte")).to_contain_text("Zwischenablage")
    page.bring_to_front()
    copied = page.evaluate("navigator.clipboard.readText()")
    before = (musterstadt.data / "beschluesse/stadtgarten.md").read_text(encoding="utf-8")
    assert copied == before.replace("aktenzeichen: 10.1/23", "aktenzeichen: 10.1/24")
    data = shutil.copytree(musterstadt.data, tmp_path / "data")
    (data / "beschluesse/stadtgarten.md").write_text(copied, encoding="utf-8")
    assert _problems(data) == _problems(musterstadt.data)


def test_a_text_too_long_for_an_address_is_copied_instead(visitor_with: Callable[..., Visitor]) -> None:
    page = _form(visitor_with(permissions=["clipboard-read"]), "glossar/")
    page.get_by_label("Begriff (Pflicht)").fill("Überlänge")
    page.get_by_label("Erklärung (Pflicht)").fill("Ein Wort für etwas, das zu lang ist.")
    page.locator("#fliesstext").fill("Größe überall. " * 200)
    address = _submit(page)
    assert address == f"{_HOST}/new/haupt?filename=data%2Fglossar%2Fueberlaenge.md"
    expect(page.locator("#schritte")).to_contain_text("data/glossar/ueberlaenge.md")
    page.bring_to_front()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#vorschau").inner_text()
    assert copied.count("Größe") == 200


def test_a_second_file_joins_a_proposal_begun_before(visitor: Visitor) -> None:
    page = _form(visitor, "ereignisse/")
    page.get_by_label("Titel (Pflicht)").fill("Fest")
    page.locator("#felder").get_by_label("Datum (Pflicht)").fill("2024-05")
    page.locator("#felder").get_by_label("Stand (Pflicht)").select_option("erfolgt")
    _add(page, "Quellen")
    page.get_by_label("Quellen 1", exact=True).fill("gerade-vorgeschlagen")
    page.locator("#abschicken").click()
    expect(page.locator("#fehler")).to_contain_text("„gerade-vorgeschlagen“ gibt es unter „Quellen“ nicht.")
    page.locator("summary", has_text="Gehört zu einem Vorschlag").click()
    branch = page.get_by_label("Adresse des Zweigs")
    branch.fill("https://anderswo.example/ich/portal/tree/vorschlag-1")
    page.locator("#abschicken").click()
    expect(page.locator("#fehler")).to_contain_text("Das ist keine Adresse eines Zweigs auf git.example.")
    branch.fill("https://git.example/ich/portal/tree/vorschlag-1")
    address = _submit(page)
    assert address.startswith(
        "https://git.example/ich/portal/new/vorschlag-1?filename=data%2Fereignisse%2Ffest.md&value=---%0Atitel"
    )


def test_what_is_missing_or_wrong_is_listed_and_said_at_the_field(visitor: Visitor) -> None:
    page = _form(visitor, "beschluesse/")
    page.get_by_label("Titel (Pflicht)").fill("Stadtgarten")
    page.locator("#felder > * > .eingabe").get_by_label("Datum", exact=True).fill("14.06.2022")
    _add(page, "Federführung")
    page.get_by_label("Federführung 1", exact=True).fill("nirgendwer")
    _add(page, "Station")
    page.locator("#abschicken").click()
    summary = page.locator("#fehlerliste")
    expect(summary).to_be_focused()
    said = summary.get_by_role("listitem").all_inner_texts()
    assert said[0].startswith("Kennung: Die Kennung „stadtgarten“ ist schon vergeben")
    assert any(text.startswith("Art: „Art“ fehlt.") for text in said)
    assert any("Meinten Sie 2022-06-14?" in text for text in said)
    assert any("„nirgendwer“ gibt es unter „Gremien und Stellen“ nicht" in text for text in said)
    assert any(text.startswith("Station 1, Gremium: „Gremium“ fehlt.") for text in said)
    assert said[-2].startswith("Quellen: Der Eintrag nennt keine Quelle.")
    assert said[-1].startswith("Kurzfassung: Die „Kurzfassung“ fehlt")
    page.locator("summary", has_text="Station 1").click()
    summary.get_by_role("link", name="Station 1, Termin").click()
    field = page.get_by_label("Termin (Pflicht)")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    described = (field.get_attribute("aria-describedby") or "").split()
    assert "„Termin“ fehlt." in page.locator(f"#{described[-1]}").inner_text()
    page.keyboard.type("2022-06-14")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_items_are_added_moved_and_removed_by_keyboard_and_the_focus_stays_with_them(visitor: Visitor) -> None:
    page = _form(visitor, "roadmap/?id=roter-faden")
    page.locator("summary", has_text="Meilenstein 2").press("Enter")
    tools = _inside(page, "Meilenstein 2")
    before = page.locator("summary:has-text('Meilenstein 1')").inner_text()
    tools.get_by_role("button", name="Meilenstein 2 nach oben").press("Enter")
    expect(page.locator("#meldung")).to_contain_text("Meilenstein steht jetzt an Stelle 1 von")
    expect(page.get_by_role("button", name="Meilenstein 1 nach unten")).to_be_focused()
    assert page.locator("summary:has-text('Meilenstein 2')").inner_text().partition(":")[2] == before.partition(":")[2]
    page.get_by_role("button", name="Meilenstein 1 entfernen").press("Space")
    expect(page.locator("#meldung")).to_have_text("Meilenstein 1 entfernt.")
    page.get_by_role("button", name="Meilenstein hinzufügen").press("Enter")
    assert page.evaluate("document.activeElement.labels[0].textContent") == "Titel (Pflicht)"


def test_records_are_found_by_their_names_with_the_arrow_keys(visitor: Visitor) -> None:
    page = _form(visitor, "ereignisse/")
    _add(page, "Gehört zu")
    field = page.get_by_label("Gehört zu 1", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("roter")
    chosen = page.locator(".vorschlaege:visible [role=option]").first
    expect(chosen).to_contain_text("roter-faden")
    page.keyboard.press("ArrowDown")
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(chosen.get_attribute("id")))
    page.keyboard.press("Enter")
    expect(field).to_have_value("roter-faden")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("#")
    expect(page.get_by_role("option", name="meilenstein-2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".vorschlaege:visible")).to_have_count(0)
    field.fill("brunnen")
    field.press("Tab")
    expect(page.locator(".fehler:visible")).to_have_count(0)


def test_a_draft_is_kept_only_when_asked_and_can_be_deleted(visitor: Visitor) -> None:
    page = _form(visitor, "personen/?id=erika-mustermann")
    page.get_by_label("Partei").fill("Die Probe")
    expect(page.locator("#vorschau mark")).to_have_count(1)
    assert page.evaluate(_STORED) == []
    page.get_by_label("Entwurf in diesem Browser aufbewahren").check()
    assert page.evaluate(_STORED) == ["entwurf:/personen/erika-mustermann"]
    text = page.locator("#vorschau").inner_text()
    page = _form(visitor, "personen/?id=erika-mustermann")
    expect(page.locator("#entwurfstand")).to_contain_text("Ihr Entwurf ist wieder da.")
    assert page.locator("#vorschau").inner_text() == text
    expect(page.get_by_label("Partei")).to_have_value("Die Probe")
    page.get_by_role("button", name="Entwurf löschen").click()
    expect(page.locator("#umfang")).to_have_text("Noch ist nichts geändert.")
    assert page.evaluate(_STORED) == []


def test_a_draft_for_a_file_that_has_changed_since_is_shown_as_text(visitor: Visitor) -> None:
    page = _form(visitor, "personen/?id=erika-mustermann")
    page.get_by_label("Partei").fill("Die Probe")
    expect(page.locator("#vorschau mark")).to_have_count(1)  # from now on the page itself keeps nothing more
    page.get_by_label("Entwurf in diesem Browser aufbewahren").check()
    page.evaluate(
        """() => { const [[key, text]] = Object.entries(localStorage);
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), base: "eine ältere Fassung" })); }"""
    )
    page = _form(visitor, "personen/?id=erika-mustermann")
    expect(page.locator("#entwurfstand")).to_contain_text("Er passt nicht mehr ins Formular")
    expect(page.locator("#entwurftext")).to_contain_text("partei: Die Probe")
    expect(page.get_by_label("Partei")).not_to_have_value("Die Probe")


def test_names_that_are_gone_derived_or_unknown_are_explained(visitor: Visitor) -> None:
    for address, said in (
        ("beschluesse/?id=garten", "heißt jetzt „stadtgarten“"),
        ("sitzungen/?id=stadtrat-2023-06-01", "aus anderen abgeleitet"),
        ("personen/?id=niemand", "Einen Eintrag „niemand“ gibt es hier nicht."),
    ):
        page = visitor.goes_to(f"bearbeiten/{address}")
        expect(page.locator("#formstand")).to_contain_text(said)
        assert page.locator("#formular").is_hidden()


def test_without_javascript_the_page_says_what_to_do(visitor_with: Callable[..., Visitor]) -> None:
    page = visitor_with(java_script_enabled=False).goes_to("bearbeiten/fragen/")
    link = page.get_by_role("link", name="Neue Datei auf der Plattform anlegen")
    assert link.get_attribute("href") == f"{_HOST}/new/haupt/data/fragen"
    assert page.locator("main").get_by_role("link", name="Handbuch").is_visible()
    assert page.locator("#formular").is_hidden()


def test_on_a_phone_every_field_fits_with_all_parts_open(visitor_with: Callable[..., Visitor]) -> None:
    page = _form(visitor_with(viewport=PHONE), "beschluesse/?id=stadtgarten")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
