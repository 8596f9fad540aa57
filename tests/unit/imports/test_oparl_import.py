"""A whole council system taken over, again and again: nothing is lost, nothing doubled, nothing overwritten."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from oparl_import import content, import_folder, import_objects, problems_of, read_data, run_import
from oparl_town import BASE, Node, Town
from portal.dates import PartialDate
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.run import Outcome
from portal.load.yamlevents import parse
from portal.oparl import files
from portal.oparl.times import Times
from portal.records import UNKNOWN, Consultation, Meeting, Organization, Paper, Person
from portal.records.words import OrganizationKind, PaperKind, Result, Role
from portal.register.entries import Key
from registers import NO_HISTORY, SITE, musterstadt

_LATER = "2025-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def town() -> Town:
    """Not to be changed."""
    return Town()


@pytest.fixture(scope="module")
def imported(town: Town, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The town, imported once; not to be changed."""
    folder = tmp_path_factory.mktemp("oparl")
    return folder / "data", import_folder(town.write(folder / "quelle"), folder / "data")


def _papers(data: Path) -> dict[str, Paper]:
    """Each paper by the number in its OParl id."""
    found = {}
    for entry in read_data(data).entries:
        if isinstance(entry.record, Paper) and entry.record.origin:
            found[entry.record.origin.id.rpartition("/")[2]] = entry.record
    return found


def _state(data: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in data.rglob("*") if path.is_file()}


# --- Once --------------------------------------------------------------------------------------


def test_everything_is_there_and_passes_every_check(imported: tuple[Path, Outcome]) -> None:
    data, outcome = imported
    assert not problems_of(data)
    assert not outcome.notes.failures
    assert outcome.tally.amounts["beschluesse", "neu"] == len(_papers(data)) == 200
    assert not list(data.rglob("*.neu"))


def test_no_contact_data_and_no_people_come_along(imported: tuple[Path, Outcome], town: Town, tmp_path: Path) -> None:
    everything = b"".join(content(imported[0]).values()).decode()
    assert "Mustermann" not in everything
    assert "Meier" not in everything  # in a matter that is not public
    import_objects(town.files.values(), tmp_path / "data", with_people=True)
    people = [entry.record for entry in read_data(tmp_path / "data").entries if isinstance(entry.record, Person)]
    assert [(person.title, person.memberships[0].office) for person in people] == [("Erika Mustermann", "Ratsmitglied")]
    everything = b"".join(content(tmp_path / "data").values()).decode()
    assert "privat.example" not in everything
    assert "123456" not in everything


def test_what_is_deleted_is_kept_as_such(imported: tuple[Path, Outcome]) -> None:
    papers = _papers(imported[0])
    origin = papers["3"].origin
    assert origin
    assert str(origin.deleted) == "2024-03-01"
    assert "4" not in papers, "Über das Gelöschte ist nichts bekannt."
    assert any("paper/4 ist gelöscht" in note.message for note in imported[1].notes.hints)


def test_one_number_may_be_that_of_several_papers(imported: tuple[Path, Outcome]) -> None:
    papers = _papers(imported[0])
    same = [papers[number] for number in "567"]
    assert len({paper.number for paper in same}) == 1
    assert [paper.id for paper in same] == ["b-24-0005", "b-24-0005-2", "b-24-0005-3"]


def test_what_is_missing_is_said_and_not_invented(imported: tuple[Path, Outcome]) -> None:
    papers, messages = _papers(imported[0]), [note.message for note in imported[1].notes.hints]
    assert (papers["8"].title, papers["9"].title) == (papers["8"].number, "Vorlage ohne Titel")
    assert papers["11"].date == papers["12"].date == papers["13"].date == UNKNOWN
    assert papers["11"].origin
    assert "1. Januar 2031" in papers["11"].origin.remarks[0]
    assert papers["14"].title == 'Mit Zeilen, Steuerzeichen, [ [Klammern]], "Entitäten" und ---: # allem'
    assert [station.body for station in papers["17"].consultations] == [UNKNOWN]
    assert not papers["18"].attachments[1:], "Eine Adresse, die keine ist, wird nicht verlinkt."
    for missing in (
        "paper/8 hat keinen Namen",
        "consultation/gibt-es-nicht",
        "organization/gibt-es-nicht",
        "x1 hat keinen Tag",
    ):
        assert any(missing in message for message in messages), missing


def test_a_station_is_found_from_whichever_side_names_it(imported: tuple[Path, Outcome], town: Town) -> None:
    """The paper holds it, the paper names it, or only its agenda item does."""
    papers, wanted = _papers(imported[0]), {}
    for meeting in town.meetings:
        for item in meeting["agendaItem"]:
            if "consultation" in item:
                paper = item["id"].rpartition("/")[2].partition("-")[0]
                wanted.setdefault(paper, []).append((str(meeting["start"])[:10], item["number"]))
    changed = {str(number) for number in range(3, 20)}
    for number, stations in wanted.items():
        if number not in changed:
            found = [(str(station.date), station.agenda_number) for station in papers[number].consultations]
            assert sorted(found) == sorted(stations), number
    assert len(wanted) > 100


def test_results_and_roles_are_known_or_kept_in_their_words(imported: tuple[Path, Outcome]) -> None:
    stations = [station for paper in _papers(imported[0]).values() for station in paper.consultations]
    odd = [station for station in stations if station.result_wording == "einvernehmlich so gesehen"]
    assert odd
    assert {station.result for station in odd} == {Result.UNKNOWN}
    advice = [
        station
        for station in stations
        if station.result_wording == "ungeändert beschlossen" and station.role is Role.PREPARATION
    ]
    assert advice
    assert {station.result for station in advice} == {Result.RECOMMENDED}
    assert {station.role_wording for station in stations if station.role is Role.UNKNOWN} == {"Einbringung", None}
    assert not any(station.votes for station in stations), "Stimmen nennt OParl nicht."
    assert not any("im Wortlaut, sehr lang" in (station.result_wording or "") for station in stations)


def test_kinds_addresses_and_files_are_taken_over(imported: tuple[Path, Outcome]) -> None:
    paper = _papers(imported[0])["101"]
    assert (paper.kind, paper.kind_wording) == (
        PaperKind.UNKNOWN,
        "Verwaltungsvorlage (alt)",
    ) or paper.kind is not PaperKind.UNKNOWN
    assert paper.origin
    assert paper.origin.url == "https://rat.musterstadt.example/vorlage?id=101"
    assert [file.url for file in paper.attachments] == [
        f"{BASE}/file/101.pdf",
        f"{BASE}/file/101-0.pdf",
        f"{BASE}/file/101-1.pdf",
    ]
    assert paper.lead == ("dezernat-ii",)
    bodies = {
        entry.key.id: entry.record for entry in read_data(imported[0]).entries if isinstance(entry.record, Organization)
    }
    assert bodies["stadtrat"].kind is OrganizationKind.COUNCIL
    assert bodies["ausschuss-fuer-schule-und-sport"].part_of == "stadtrat"
    assert {key for key, body in bodies.items() if body.part_of in ("kreis-a", "kreis-b")} == {"kreis-a"}


def test_two_meetings_of_one_day_stay_two(imported: tuple[Path, Outcome], town: Town) -> None:
    day = str(town.meetings[1]["start"])[:10]
    meetings = [entry for entry in read_data(imported[0]).entries if isinstance(entry.record, Meeting)]
    assert sorted(entry.key.id for entry in meetings if entry.key.id.startswith(f"hauptausschuss-{day}")) == [
        f"hauptausschuss-{day}",
        f"hauptausschuss-{day}-2",
    ]
    named = [
        s.meeting
        for p in _papers(imported[0]).values()
        for s in p.consultations
        if s.body == "hauptausschuss" and str(s.date) == day
    ]
    assert named
    assert set(named) == {f"hauptausschuss-{day}"}


def test_a_new_folder_gets_settings_from_the_body(imported: tuple[Path, Outcome]) -> None:
    settings = read_data(imported[0]).settings
    assert settings
    assert (settings.town, settings.municipality_key) == ("Musterstadt", "01999001")
    assert settings.licence.url == "https://www.govdata.de/dl-de/zero-2-0"
    assert [term.title for term in settings.terms] == ["2018–2023"]


# --- Again -------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> tuple[Town, Path]:
    """A small town of a test's own, already imported."""
    town = Town(40)
    import_objects(town.files.values(), tmp_path / "data")
    return town, tmp_path / "data"


def _paper(town: Town, number: int) -> Node:
    return next(node for node in town.of_type("Paper") if node["id"] == f"{BASE}/paper/{number}")


def _file(data: Path, number: int) -> Path:
    line = f"kennung: {BASE}/paper/{number}\n"
    return next(path for path in data.glob("beschluesse/*.md") if line in path.read_text(encoding="utf-8"))


def _again(town: Town, data: Path, **options: Any) -> Outcome:
    outcome = import_objects(town.files.values(), data, **options)
    assert outcome
    assert not problems_of(data)
    return outcome


def test_a_second_run_changes_no_byte(small: tuple[Town, Path]) -> None:
    town, data = small
    before = _state(data)
    _again(town, data)
    assert _state(data) == before


def test_another_order_of_files_gives_the_same_records(small: tuple[Town, Path], tmp_path: Path) -> None:
    town, data = small
    import_objects(reversed(town.files.values()), tmp_path / "andersherum")
    assert content(data) == content(tmp_path / "andersherum")


def test_only_what_changed_is_written(small: tuple[Town, Path]) -> None:
    town, data = small
    before = _state(data)
    _paper(town, 30).update(name="Ein neuer Name", reference="B 99/9999", modified=_LATER)
    file = _file(data, 30)
    outcome = _again(town, data)
    changed = {path for path, state in _state(data).items() if before.get(path) != state}
    assert changed == {str(file), str(data / ".oparl" / "stand.jsonl")}
    assert "titel: Ein neuer Name\n" in file.read_text(encoding="utf-8"), "Die Kennung bleibt, auch unter neuer Nummer."
    assert outcome.tally.total("geändert") == 1


def test_what_is_deleted_later_keeps_everything_but_gets_a_mark(small: tuple[Town, Path]) -> None:
    town, data = small
    file, paper = _file(data, 30), _paper(town, 30)
    before = file.read_text(encoding="utf-8")
    for key in [key for key in paper if key not in ("id", "type", "created")]:
        del paper[key]
    paper.update(deleted=True, modified=_LATER)
    _again(town, data)
    after = file.read_text(encoding="utf-8")
    assert after.replace("  geloescht: 2025-01-01\n", "") == before.replace("  adresse", "  adresse")
    assert "geloescht: 2025-01-01" in after
    state = _state(data)
    _again(town, data)
    assert _state(data) == state
    del paper["deleted"]
    paper.update(name="Wieder da", modified="2025-02-01T00:00:00Z")
    _again(town, data)
    assert "geloescht" not in file.read_text(encoding="utf-8")


def test_what_editors_wrote_stays(small: tuple[Town, Path]) -> None:
    town, data = small
    number = next(n for n in range(20, 40) if len(_papers(data)[str(n)].consultations) == 3)
    file, paper = _file(data, number), _paper(town, number)
    text = file.read_text(encoding="utf-8").replace("art: ", "kurzfassung: In einfachen Worten.\nart: ", 1)
    text = text.replace("    rolle:", "    # Laut Niederschrift\n    stimmen: {ja: 3}\n    rolle:", 1)
    text = text.replace(f"titel: {paper['name']}\n", "titel: Verständlicher Titel\n") + "\nEin eigener Absatz.\n"
    file.write_text(text, encoding="utf-8")
    outcome = _again(town, data)
    assert file.read_text(encoding="utf-8") == text
    assert not outcome.tally.conflicts

    paper.update(name="Noch ein Name", date="2018-01-01", modified=_LATER)
    outcome = _again(town, data)
    assert outcome.tally.conflicts == 1
    assert any("Bei „titel“" in note.message and "Noch ein Name" in note.message for note in outcome.notes.hints)
    values = parse(file.read_text(encoding="utf-8").split("---\n")[1])
    assert (values["titel"], values["datum"]) == ("Verständlicher Titel", "2018-01-01")
    assert file.read_text(encoding="utf-8").count("# Laut Niederschrift\n    stimmen: {ja: 3}\n") == 1
    assert not _again(town, data).tally.conflicts, "Was einmal gesagt ist, wird nicht jedes Mal gesagt."


def test_a_station_follows_its_consultation(small: tuple[Town, Path]) -> None:
    town, data = small
    item = next(
        i
        for m in town.meetings
        for i in m["agendaItem"]
        if i["id"].rpartition("/")[2].startswith("2") and "consultation" in i
    )
    number = int(item["id"].rpartition("/")[2].partition("-")[0])
    item.update(result="zurückgestellt", number="Ö 77", modified=_LATER)
    before = _papers(data)[str(number)].consultations
    _again(town, data)
    after = _papers(data)[str(number)].consultations
    changed = [station for station in after if station.agenda_number == "Ö 77"]
    assert [station.result for station in changed] == [Result.POSTPONED]
    assert [s for s in after if s not in changed] == [s for s in before if s in after]


def test_a_meeting_that_is_moved_is_found_under_its_old_address(small: tuple[Town, Path]) -> None:
    town, data = small
    meeting = town.meetings[4]
    old = f"{str(meeting['start'])[:10]}"
    meeting.update(start="2019-12-24T18:00:00+01:00", modified=_LATER)
    _again(town, data)
    records = {entry.key: entry.record for entry in read_data(data).entries}
    moved = records[Key("sitzungen", "kulturausschuss-2019-12-24")]
    assert moved.former_ids == (f"kulturausschuss-{old}",)
    assert Key("sitzungen", f"kulturausschuss-{old}") not in records
    state = _state(data)
    _again(town, data)
    assert _state(data) == state


def test_a_meeting_that_was_about_to_be_renamed_gets_its_new_name_with_the_next_run(
    small: tuple[Town, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    town, data = small
    town.meetings[4].update(start="2019-12-24T18:00:00+01:00", modified=_LATER)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fail)
        with pytest.raises(OSError, match="No space"):
            _again(town, data)
    _again(town, data)
    assert (data / "sitzungen" / "kulturausschuss-2019-12-24.md").exists()
    assert not problems_of(data)


def test_a_record_that_editors_deleted_does_not_come_back(small: tuple[Town, Path]) -> None:
    town, data = small
    file = _file(data, 31)
    file.unlink()
    outcome = _again(town, data)
    assert not file.exists()
    assert outcome.tally.amounts["beschluesse", "hier gelöscht"] == 1


def test_an_older_copy_changes_nothing(small: tuple[Town, Path]) -> None:
    town, data = small
    before = _state(data)
    _paper(town, 30).update(name="Von gestern", modified="2020-01-01T00:00:00Z")
    assert _again(town, data).tally.total("älter") == 1
    assert _state(data) == before


def test_a_few_objects_are_enough_for_an_update(small: tuple[Town, Path]) -> None:
    """What is not delivered this time stays as it is."""
    town, data = small
    number = next(n for n in range(20, 40) if len(_papers(data)[str(n)].consultations) > 1)
    before = _papers(data)[str(number)]
    paper = {**_paper(town, number), "name": "Nur dieses eine", "modified": _LATER}
    bodies = list(town.of_type("Organization"))
    import_objects([paper, *bodies], data)
    assert not problems_of(data)
    after = _papers(data)[str(number)]
    assert after.title == "Nur dieses eine"
    assert after.consultations == before.consultations


def test_records_without_the_ledger_are_recognised_by_their_origin(small: tuple[Town, Path]) -> None:
    town, data = small
    records = {path: path.read_bytes() for path in data.rglob("*.md")}
    (data / ".oparl" / "stand.jsonl").unlink()
    outcome = _again(town, data)
    assert outcome.tally.total("neu") == 0
    assert {path: path.read_bytes() for path in data.rglob("*.md")} == records


def test_a_record_that_was_there_before_is_taken_for_the_paper_with_its_number(tmp_path: Path) -> None:
    town, data = Town(40), tmp_path / "data"
    number = _paper(town, 30)["reference"]
    file = data / "beschluesse" / "unser-garten.md"
    file.parent.mkdir(parents=True)
    file.write_text(f"---\ntitel: Unser Garten\nnummer: {number}\nart: Bericht\n---\n", encoding="utf-8")
    outcome = _again(town, data)
    values = parse(file.read_text(encoding="utf-8").split("---\n")[1])
    assert (values["titel"], values["art"]) == ("Unser Garten", "Bericht")
    assert values["herkunft"]["kennung"] == f"{BASE}/paper/30"
    assert outcome.tally.conflicts >= 1


# --- Trouble -----------------------------------------------------------------------------------


def test_a_crash_leaves_whole_files_and_the_next_run_goes_on(tmp_path: Path) -> None:
    town = Town(40)
    import_objects(town.files.values(), tmp_path / "ganz")

    class Stopped(Exception):
        pass

    def stop(label: str, done: int, _total: int) -> None:
        if (label, done) == ("Vorlagen", 17):
            raise Stopped

    with pytest.raises(Stopped):
        run_import([(node, "x.json") for node in town.files.values()], tmp_path / "data", Notes(), progress=stop)
    written = list((tmp_path / "data" / "beschluesse").iterdir())
    assert len(written) == 17
    assert not problems_of(tmp_path / "data") or all(path.suffix == ".md" for path in written)
    import_objects(town.files.values(), tmp_path / "data")
    assert content(tmp_path / "data") == content(tmp_path / "ganz")


def test_a_line_cut_off_in_a_crash_does_no_harm(small: tuple[Town, Path]) -> None:
    town, data = small
    before = _state(data)
    journal = data / ".oparl" / "laufend.jsonl"
    journal.write_text((data / ".oparl" / "stand.jsonl").read_text(encoding="utf-8")[:-40], encoding="utf-8")
    _again(town, data)
    assert {path: state[0] for path, state in _state(data).items()} == {
        path: state[0] for path, state in before.items()
    }


def test_what_the_portal_says_in_oparl_it_can_read_back(tmp_path: Path) -> None:
    register = musterstadt()
    exported = [json.loads(content) for _, content in files(register, SITE, Times(register, NO_HISTORY))]
    import_objects(exported, tmp_path / "data", with_people=True)
    assert not problems_of(tmp_path / "data")
    back = {
        entry.record.origin.id.rpartition("/")[2].removesuffix(".json"): entry.record
        for entry in read_data(tmp_path / "data").entries
        if isinstance(entry.record, Paper) and entry.record.origin
    }
    for entry in register.by_type["beschluesse"]:
        paper, found = entry.record, back[entry.key.id]
        assert isinstance(paper, Paper)
        assert (found.title, found.number, found.kind) == (paper.title, paper.number, paper.kind)
        assert found.kind_wording == paper.kind_wording
        if not (found.origin and found.origin.remarks):
            assert str(found.date) == str(paper.date)
        said = sorted(_said(s) for s in paper.consultations)
        assert sorted(_said(s) for s in found.consultations) == said, entry.key


def _said(station: Consultation) -> tuple[str, ...]:
    """A result is an agenda item's, and there is none without a day."""
    has_day = isinstance(station.date, PartialDate) and station.date.day
    return (str(station.date), station.role, station.role_wording or "", station.result if has_day else "")
