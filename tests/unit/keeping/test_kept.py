"""What was published stays: every way to lose something is named, and every honest way to mend something is open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from data_folder import DataFolder
from portal.keeping import NoPast, past, problems

_APP = """titel: Stadt-App
art: Projekt
quellen: amtsblatt
verlauf:
  - {datum: 2024-03-01, stand: geplant, notiz: Die Stadt sucht einen Anbieter., quelle: amtsblatt}
  - {datum: 2024-09, stand: in Arbeit}
meilensteine:
  - titel: App veröffentlicht
    geplant: 2025-06
    umplanungen:
      - {datum: 2025-05-02, neu: 2025-12, grund: Der Anbieter hat gewechselt.}
  - {titel: Tausend Nutzende, geplant: unbekannt}
korrekturen:
  - {datum: 2024-10-01, text: Hier stand ein falscher Anbieter.}
"""
_PAPER = """titel: Eine App für die Stadt
art: Beschlussvorlage
quellen: amtsblatt
beratungsfolge:
  - {gremium: rat, termin: 2024-02-15, rolle: Entscheidung, ergebnis: beschlossen, stimmen: {ja: 32, nein: 3}}
  - {gremium: ausschuss, termin: 2027-02-01, rolle: Kenntnisnahme}
beschlusspunkte:
  - {titel: App bauen, text: Die Stadt baut eine App.}
  - {titel: Bericht geben, text: Die Verwaltung berichtet jährlich.}
"""
_INQUIRY = """titel: Anfrage zur App
quellen: amtsblatt
gestellt: {am: 2024-05-01}
beantwortet: {am: 2024-06}
fragen:
  - {frage: Was kostet die App?, stand: beantwortet, antwort: 40.000 Euro im Jahr.}
"""
_FIGURE = """titel: Nutzende
einheit: Personen
quellen: amtsblatt
reihen:
  - titel: Angemeldete
    werte:
      - {stichtag: 2025-12-31, wert: 1200}
      - {stichtag: 2024-12-31, wert: 300}
"""
_FILES = {
    "roadmap/app.yml": _APP,
    "beschluesse/app.yml": _PAPER,
    "fragen/app.yml": _INQUIRY,
    "kennzahlen/app.yml": _FIGURE,
    "glossar.yml": "app:\n  begriff: App\n  erklaerung: Ein Programm.\nnetz:\n  begriff: Netz\n  erklaerung: Leitungen.\n",
}
_CORRECTED = "korrekturen:\n  - {datum: 2024-10-01, text: Hier stand ein falscher Anbieter.}\n"
_TODAY = "  - {datum: 2026-11-20, text: %s}\n"


def _found(data: DataFolder, old: Path) -> list[str]:
    with past(data.folder, str(old)) as before:
        assert before.not_compared == ()
        return sorted(problem.as_text() for problem in problems(before, data.read()))


@pytest.fixture
def old(data: DataFolder, tmp_path: Path) -> Path:
    """The state that was published; `data` is a copy to change."""
    data.write(_FILES)
    assert not data.read().problems
    return shutil.copytree(data.folder, tmp_path / "alt")


def _change(data: DataFolder, path: str, *pairs: tuple[str, str]) -> None:
    text = (data.folder / path).read_text(encoding="utf-8")
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after)
    data.write({path: text})


def test_nothing_changed_is_nothing_lost(data: DataFolder, old: Path) -> None:
    assert _found(data, old) == []


@pytest.mark.parametrize(
    ("path", "before", "after", "line", "message"),
    [
        ("roadmap/app.yml", "geplant: 2025-06", "geplant: 2025-12", 9, "Basisdatum darf nicht überschrieben werden, bitte Umplanung anfügen. Bei „App veröffentlicht“: „geplant“ war „2025-06“ und ist jetzt „2025-12“"),
        ("roadmap/app.yml", "geplant: 2025-06", "geplant: 2025-06-30", 9, "Basisdatum darf nicht überschrieben werden, bitte Umplanung anfügen."),
        ("roadmap/app.yml", "    geplant: 2025-06\n", "", 8, "Basisdatum darf nicht überschrieben werden, bitte Umplanung anfügen. Bei „App veröffentlicht“: „geplant“ war „2025-06“ und fehlt jetzt"),
        ("roadmap/app.yml", "  - {datum: 2024-09, stand: in Arbeit}\n", "", 4, "Unter „verlauf“ fehlt jetzt „2024-09“."),
        ("roadmap/app.yml", "stand: geplant", "stand: pausiert", 5, "Bei „2024-03-01“: „stand“ war „geplant“ und ist jetzt „pausiert“. Bitte den alten Eintrag stehen lassen"),
        ("roadmap/app.yml", "Die Stadt sucht einen Anbieter.", "Die Stadt sucht keinen Anbieter.", 5, "Bei „2024-03-01“: „notiz“ ist umgeschrieben."),
        ("roadmap/app.yml", ", notiz: Die Stadt sucht einen Anbieter.", "", 5, "Bei „2024-03-01“: „notiz“ ist verschwunden."),
        ("roadmap/app.yml", "    umplanungen:\n      - {datum: 2025-05-02, neu: 2025-12, grund: Der Anbieter hat gewechselt.}\n", "", 8, "Unter „umplanungen“ fehlt jetzt „2025-05-02“."),
        ("roadmap/app.yml", "neu: 2025-12", "neu: 2026-12", 11, "Bei „2025-05-02“: „neu“ war „2025-12“ und ist jetzt „2026-12“."),
        ("roadmap/app.yml", _CORRECTED, "", 1, "Unter „korrekturen“ fehlt jetzt „2024-10-01“."),
        ("roadmap/app.yml", "  - {titel: Tausend Nutzende, geplant: unbekannt}\n", "", 7, "Unter „meilensteine“ fehlt jetzt „Tausend Nutzende“. Bitte stehen lassen; ein aufgegebener Meilenstein bekommt „entfallen“"),
        ("roadmap/app.yml", "meilensteine:\n", "meilensteine:\n  - {titel: Vorab, geplant: 2025}\n", 9, "„App veröffentlicht“ hatte die Adresse „#meilenstein-1“ und bekäme „#meilenstein-2“"),
        ("beschluesse/app.yml", "ja: 32", "ja: 33", 5, "Bei „rat“: „ja“ war „32“ und ist jetzt „33“."),
        ("beschluesse/app.yml", ", stimmen: {ja: 32, nein: 3}", "", 5, "Bei „rat“: „stimmen“ fehlt jetzt."),
        ("beschluesse/app.yml", "ergebnis: beschlossen", "ergebnis: abgelehnt", 5, "Bei „rat“: „ergebnis“ war „beschlossen“ und ist jetzt „abgelehnt“."),
        ("beschluesse/app.yml", "termin: 2024-02-15", "termin: 2024-02-22", 5, "Bei „rat“: „termin“ war „2024-02-15“"),
        ("beschluesse/app.yml", "  - {gremium: ausschuss, termin: 2027-02-01, rolle: Kenntnisnahme}\n", "", 4, "Unter „beratungsfolge“ fehlt jetzt „ausschuss“."),
        ("beschluesse/app.yml", "  - {titel: Bericht geben, text: Die Verwaltung berichtet jährlich.}\n", "", 7, "Unter „beschlusspunkte“ fehlt jetzt „Bericht geben“."),
        ("beschluesse/app.yml", "beschlusspunkte:\n", "beschlusspunkte:\n  - {text: Zuerst dies.}\n", 9, "„App bauen“ hatte die Adresse „#punkt-1“ und bekäme „#punkt-2“: Links führten woandershin. Bitte die Reihenfolge lassen und Neues ans Ende setzen, oder die Nummer mit „nr“ festhalten."),
        ("fragen/app.yml", "stand: beantwortet, antwort: 40.000 Euro im Jahr.", "stand: offen", 6, "Bei „Was kostet die App?“: „antwort“ fehlt jetzt."),
        ("fragen/app.yml", "am: 2024-05-01", "am: 2024-05-02", 3, "„am“ war „2024-05-01“"),
        ("kennzahlen/app.yml", "wert: 1200", "wert: 1500", 7, "Bei „2025-12-31“: „wert“ war „1200“ und ist jetzt „1500“."),
        ("kennzahlen/app.yml", "      - {stichtag: 2024-12-31, wert: 300}\n", "", 6, "Unter „werte“ fehlt jetzt „2024-12-31“."),
        ("glossar.yml", "netz:\n  begriff: Netz\n  erklaerung: Leitungen.\n", "", 4, "Den Eintrag „glossar/netz“ gibt es nicht mehr"),
    ],
)  # fmt: skip
def test_what_is_lost_is_named_with_its_line(
    data: DataFolder, old: Path, *, path: str, before: str, after: str, line: int, message: str
) -> None:
    _change(data, path, (before, after))
    found = _found(data, old)
    assert len(found) == 1, found
    assert found[0].startswith(f"data/{path}:{line}: {message}")


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("roadmap/app.yml", "{titel: Tausend Nutzende, geplant: unbekannt}", "{titel: Tausend Nutzende, geplant: 2026}"),
        ("roadmap/app.yml", "{titel: Tausend Nutzende,", "{titel: Tausend angemeldete Nutzende,"),
        ("roadmap/app.yml", "datum: 2024-09,", "datum: 2024-09-14,"),
        ("roadmap/app.yml", "sucht einen Anbieter.", "sucht, endlich, einen Anbiter!".replace(", endlich,", "")),
        ("roadmap/app.yml", "  - {datum: 2024-09, stand: in Arbeit}\n", "  - {datum: 2024-09, stand: in Arbeit, notiz: Neu.}\n  - {datum: 2025, stand: in Betrieb}\n"),
        ("roadmap/app.yml", "    umplanungen:\n", "    erreicht: 2025-11\n    umplanungen:\n"),
        ("roadmap/app.yml", "titel: Stadt-App", "titel: Die App der Stadt"),
        ("beschluesse/app.yml", "termin: 2027-02-01", "termin: 2027-03-01"),
        ("beschluesse/app.yml", "nein: 3}", "nein: 3, enthaltung: 0}"),
        ("beschluesse/app.yml", "Die Stadt baut eine App.", "Die Stadt lässt eine App bauen."),
        ("fragen/app.yml", "40.000 Euro im Jahr.", "40.000 Euro, jedes Jahr."),
        ("fragen/app.yml", "am: 2024-06}", "am: 2024-06-30}"),
    ],
)  # fmt: skip
def test_what_is_added_or_mended_is_no_loss(data: DataFolder, old: Path, path: str, before: str, after: str) -> None:
    _change(data, path, (before, after))
    assert _found(data, old) == []


def test_all_losses_are_named_at_once(data: DataFolder, old: Path) -> None:
    _change(data, "roadmap/app.yml", ("geplant: 2025-06", "geplant: 2025-12"), ("stand: in Arbeit", "stand: geplant"))
    _change(data, "beschluesse/app.yml", ("ja: 32", "ja: 33"))
    assert [line.split(": ")[0] for line in _found(data, old)] == [
        "data/beschluesse/app.yml:5", "data/roadmap/app.yml:6", "data/roadmap/app.yml:9",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "before", "after", "said"),
    [
        ("roadmap/app.yml", "geplant: 2025-06", "geplant: 2025-09", "Als erster Termin stand hier Juni 2025."),
        ("roadmap/app.yml", "  - {datum: 2024-09, stand: in Arbeit}\n", "", "Der Stand vom 2024-09 gehörte nicht hierher."),
        ("roadmap/app.yml", "stand: geplant", "stand: pausiert", "Hier stand „geplant“; richtig ist „pausiert“."),
        ("kennzahlen/app.yml", "wert: 1200", "wert: 1500", "Hier standen 1.200 Personen."),
        ("beschluesse/app.yml", "ja: 32", "ja: 33", "Hier standen 32 Ja-Stimmen. Richtig sind 33."),
        ("beschluesse/app.yml", "termin: 2024-02-15", "termin: 2024-02-22", "Getagt wurde nicht am 15.02.2024."),
    ],
)  # fmt: skip
def test_a_correction_on_the_page_that_names_what_stood_there_opens_the_way(
    data: DataFolder, old: Path, *, path: str, before: str, after: str, said: str
) -> None:
    _change(data, path, (before, after))
    (lost,) = _found(data, old)
    assert "War es von Anfang an falsch, sagen Sie das unter „korrekturen“" in lost
    text = (data.folder / path).read_text(encoding="utf-8")
    begin = "" if "korrekturen:" in text else "korrekturen:\n"
    data.write({path: text + begin + _TODAY % "Etwas anderes war falsch."})
    assert _found(data, old) == [lost]
    data.write({path: text + begin + _TODAY % f'"{said}"'})
    assert _found(data, old) == []


def test_a_correction_that_stood_there_before_excuses_nothing_new(data: DataFolder, old: Path) -> None:
    said = "Hier standen 32 Ja-Stimmen, richtig sind 31."
    for folder in (data, DataFolder.of(old)):
        folder.write({"beschluesse/app.yml": _PAPER + "korrekturen:\n" + _TODAY % f'"{said}"'})
    assert _found(data, old) == []
    _change(data, "beschluesse/app.yml", ("ja: 32", "ja: 33"))
    assert len(_found(data, old)) == 1


def test_a_renamed_record_leads_on_from_its_old_address(data: DataFolder, old: Path) -> None:
    file = data.folder / "roadmap" / "app.yml"
    file.rename(file.with_name("stadt-app.yml"))
    (lost,) = _found(data, old)
    assert lost.startswith("data/roadmap/app.yml:1: Den Eintrag „roadmap/app“ gibt es nicht mehr, und seine Adresse")
    assert "„fruehere-kennungen: [app]“" in lost
    data.write({"roadmap/stadt-app.yml": _APP + "fruehere-kennungen: [app]\n"})
    assert _found(data, old) == []
    data.write({"roadmap/stadt-app.yml": _APP.replace("2025-06", "2025-07") + "fruehere-kennungen: [app]\n"})
    (changed,) = _found(data, old)
    assert changed.startswith("data/roadmap/stadt-app.yml:9: Basisdatum")


def test_a_former_id_stays_and_may_move_on_with_its_record(data: DataFolder, old: Path) -> None:
    (old / "roadmap" / "app.yml").write_text(_APP + "fruehere-kennungen: [die-app]\n", encoding="utf-8")
    (lost,) = _found(data, old)
    assert lost.startswith("data/roadmap/app.yml:1: Die frühere Kennung „die-app“ fehlt jetzt")
    (data.folder / "roadmap" / "app.yml").unlink()
    data.write({"roadmap/neu.yml": _APP + "fruehere-kennungen: [app, die-app]\n"})
    assert _found(data, old) == []


def test_two_records_for_one_thing_may_become_one(data: DataFolder, old: Path) -> None:
    (old / "roadmap" / "doppelt.yml").write_text(_APP.replace("Stadt-App", "Dieselbe App"), encoding="utf-8")
    assert len(_found(data, old)) == 1
    data.write({"roadmap/app.yml": _APP + "fruehere-kennungen: [doppelt]\n"})
    assert _found(data, old) == []


def test_a_record_that_should_never_have_been_there_is_listed_with_its_reason(data: DataFolder, old: Path) -> None:
    (data.folder / "roadmap" / "app.yml").unlink()
    settings = (data.folder / "portal.yml").read_text(encoding="utf-8")
    removal = "entfernt:\n  - {eintrag: roadmap/app, datum: 2026-11-20, grund: Gab es nie.}\n"
    assert len(_found(data, old)) == 1
    data.write({"portal.yml": settings + removal})
    assert _found(data, old) == []
    (old / "portal.yml").write_text(settings + removal.replace("/app", "/frueher"), encoding="utf-8")
    (lost,) = _found(data, old)
    assert "Unter „entfernt“ fehlt jetzt „roadmap/frueher“. Kennungen werden nie neu vergeben" in lost


def test_people_may_leave_without_a_trace(data: DataFolder, old: Path) -> None:
    person = "titel: Eva Muster\nquellen: amtsblatt\naemter: []\n"
    (old / "personen").mkdir()
    (old / "personen" / "eva-muster.yml").write_text(person, encoding="utf-8")
    assert _found(data, old) == []


def test_what_a_council_system_says_of_its_consultations_may_change_there(data: DataFolder, old: Path) -> None:
    origin = "herkunft: {kennung: https://rat.example/17, stand: 2024-02-%s}\n"
    (old / "beschluesse" / "app.yml").write_text(_PAPER + origin % "16", encoding="utf-8")
    data.write({"beschluesse/app.yml": _PAPER.replace("ja: 32", "ja: 33") + origin % "16"})
    assert len(_found(data, old)) == 1
    data.write({"beschluesse/app.yml": _PAPER.replace("ja: 32", "ja: 33") + origin % "20"})
    assert _found(data, old) == []


def test_a_record_moves_between_files_without_being_lost(data: DataFolder, old: Path) -> None:
    (data.folder / "roadmap" / "app.yml").unlink()
    data.write({"roadmap/app.md": f"---\n{_APP.replace('2025-06', '2025-07')}---\nText.\n"})
    (changed,) = _found(data, old)
    assert changed.startswith("data/roadmap/app.md:10: Basisdatum")


def test_a_record_that_cannot_be_read_now_is_not_called_lost(data: DataFolder, old: Path) -> None:
    data.write({"roadmap/app.yml": "titel: [offen\n", "glossar.yml": "app: [\n"})
    assert _found(data, old) == []


@pytest.mark.parametrize(
    "text",
    [
        "titel: [offen\n",
        b"\xff\xfe\x00",
        "titel: !!python/object:os.system x\n",
        "",
        "verlauf: kein Verlauf\nmeilensteine: {a: b}\nkorrekturen: [1, [2]]\nfruehere-kennungen: {a: b}\n",
        "verlauf: [[[]], {datum: [], stand: {a: b}}]\nmeilensteine: [[], {titel: {}, geplant: [a]}]\n",
    ],
)
def test_an_old_state_that_nobody_can_read_is_told_and_stops_nothing(
    data: DataFolder, old: Path, text: str | bytes
) -> None:
    DataFolder.of(old).write({"roadmap/app.yml": text})
    with past(data.folder, str(old)) as before:
        found = [problem.as_text() for problem in problems(before, data.read())]
        told = [problem.as_text() for problem in before.not_compared]
    if "verlauf" in str(text):
        assert told == []
    else:
        assert found == []
        assert len(told) == 1
        assert told[0].startswith("data/roadmap/app.yml:1: Nicht verglichen: Im alten Stand war die Datei nicht lesbar")


def test_an_older_model_is_compared_as_far_as_it_goes(data: DataFolder, old: Path) -> None:
    DataFolder.of(old).write(
        {
            "roadmap/app.yml": _APP + "farbe: rot\n",
            "rezepte/kuchen.yml": "titel: Kuchen\n",
            "roadmap/app/tief.yml": "a: b\n",
        }
    )
    _change(data, "roadmap/app.yml", ("geplant: 2025-06", "geplant: 2025-07"))
    with past(data.folder, str(old)) as before:
        assert len([*problems(before, data.read())]) == 1
        assert [problem.path for problem in before.not_compared] == [
            "data/rezepte/kuchen.yml",
            "data/roadmap/app/tief.yml",
        ]


def test_the_folder_itself_is_no_older_state(data: DataFolder) -> None:
    with pytest.raises(NoPast, match="der Ordner selbst"), past(data.folder, "data"):
        pass
