"""The history of records, read from real repositories."""

from __future__ import annotations

import datetime as dt
import subprocess
from pathlib import Path

import pytest
from data_folder import BASE
from portal.history import History, VersionKind, gitlog, read_history
from portal.pipeline import read
from portal.register.entries import Key
from repository import Repository

_STATION = """\
titel: Ein Platz für alle
art: Beschlussvorlage
quellen: [amtsblatt]
beratungsfolge:
  - {gremium: rat, termin: 2024-03-05, rolle: Entscheidung, ergebnis: unbekannt}
"""
_DECIDED = _STATION.replace("ergebnis: unbekannt", "ergebnis: beschlossen, stimmen: {ja: 29, nein: 6}")
_PAPER = Key("beschluesse", "platz")


@pytest.fixture
def past(tmp_path: Path) -> Repository:
    """A repository whose first commit holds the settings, two bodies and a source."""
    repository = Repository(tmp_path / "stadt")
    repository.commit("2024-01-01T10:00:00+01:00", "Anfang", BASE)
    return repository


def history_of(past: Repository, data: Path | None = None) -> History:
    folder = data or past.data
    reading = read(folder, {}, lambda: dt.date(2026, 1, 1))
    return read_history(folder, reading.entries)


def words(history: History, key: Key) -> list[list[str]]:
    """What each version changed, newest first."""
    return [[change.words for change in version.changes] for version in history.versions(key)]


def test_a_result_that_comes_in_is_told_field_by_field(past: Repository) -> None:
    created = past.commit("2024-02-01T18:30:00+01:00", "Vorlage eingetragen", {"beschluesse/platz.yml": _STATION})
    decided = past.commit(
        "2024-03-06T09:15:00+01:00", "Ergebnis laut Niederschrift", {"beschluesse/platz.yml": _DECIDED}
    )
    history = history_of(past)
    newest, oldest = history.versions(_PAPER)
    assert words(history, _PAPER) == [
        [
            "Beratungsfolge, Stadtrat, 5. März 2024, Ergebnis: unbekannt → beschlossen, 29 : 6".replace(
                ". M", ".\u00a0M"
            )
        ],
        [],
    ]
    assert (newest.kind, newest.commit, newest.reason) == (VersionKind.CHANGED, decided, "Ergebnis laut Niederschrift")
    assert (oldest.kind, oldest.commit, oldest.title) == (VersionKind.CREATED, created, "Ein Platz für alle")
    assert newest.path == "data/beschluesse/platz.yml"
    assert newest.time == dt.datetime(2024, 3, 6, 9, 15, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert history.created(_PAPER) == oldest.time
    assert history.modified(_PAPER) == newest.time
    assert history.revision(_PAPER) == 1


def test_what_is_not_in_the_history_has_no_dates(past: Repository) -> None:
    (past.data / "beschluesse").mkdir()
    (past.data / "beschluesse" / "platz.yml").write_text(_STATION, encoding="utf-8")
    history = history_of(past)
    assert history.exists
    assert history.versions(_PAPER) == ()
    assert history.created(_PAPER) is None
    assert history.modified(_PAPER) is None
    assert history.revision(_PAPER) == 0


def test_a_change_that_is_not_committed_is_no_history(past: Repository) -> None:
    past.commit("2024-02-01T18:30:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    (past.data / "beschluesse" / "platz.yml").write_text(_DECIDED, encoding="utf-8")
    assert [version.kind for version in history_of(past).versions(_PAPER)] == [VersionKind.CREATED]


def test_writing_the_same_otherwise_is_no_change(past: Repository) -> None:
    past.commit("2024-02-01T18:30:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    otherwise = (
        "# ein Kommentar\n"
        + _STATION.replace("[amtsblatt]", "amtsblatt").replace("Ein Platz für", "'Ein Platz  für")
        + "\n\n"
    )
    past.commit(
        "2024-02-02T18:30:00+01:00", "Form", {"beschluesse/platz.yml": otherwise.replace("alle\n", "alle'\n", 1)}
    )
    assert history_of(past).revision(_PAPER) == 0


def test_a_record_moved_into_a_shared_file_stays_the_same_record(past: Repository) -> None:
    source = "titel: Bericht\nart: Presse\nherausgeber: Blatt\n"
    past.commit("2024-02-01T10:00:00+01:00", "Quelle", {"quellen/bericht.yml": source})
    shared = "bericht:\n" + "".join(f"  {line}\n" for line in source.replace("Presse", "Studie").splitlines())
    old = BASE.get("quellen.yml", b"").decode()
    past.commit("2024-02-02T10:00:00+01:00", "Zusammengelegt", {"quellen.yml": old + shared}, ["quellen/bericht.yml"])
    history = history_of(past)
    assert words(history, Key("quellen", "bericht")) == [["Art: Presse → Studie"], []]
    assert history.versions(Key("quellen", "bericht"))[0].path == "data/quellen.yml"


def test_of_a_shared_file_only_the_changed_record_has_changed(past: Repository) -> None:
    terms = "rat:\n  begriff: Rat\n  erklaerung: Alle, die entscheiden.\n\n# Ämter\namt:\n  begriff: Amt\n  erklaerung: Ein Teil der Verwaltung.\n"
    past.commit("2024-02-01T10:00:00+01:00", "Glossar", {"glossar.yml": terms})
    past.commit("2024-02-02T10:00:00+01:00", "Klarer", {"glossar.yml": terms.replace("Ein Teil", "Ein Bereich")})
    past.commit("2024-02-03T10:00:00+01:00", "Weg damit", {"glossar.yml": terms[: terms.index("# Ämter")]})
    history = history_of(past)
    assert [version.kind for version in history.versions(Key("glossar", "rat"))] == [VersionKind.CREATED]
    gone = history.versions(Key("glossar", "amt"))
    assert [version.kind for version in gone] == [VersionKind.DELETED, VersionKind.CHANGED, VersionKind.CREATED]
    assert gone[0].title == "Amt"
    assert gone[0].readable_at == gone[1].commit
    assert [change.words for change in gone[1].changes] == [
        "Erklärung: Ein Teil der Verwaltung. → Ein Bereich der Verwaltung."
    ]


@pytest.mark.parametrize("declared", ["", "fruehere-kennungen: [platz]\n"])
def test_a_renamed_record_keeps_its_history(past: Repository, declared: str) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    files = {"beschluesse/marktplatz.yml": _STATION + declared}
    past.commit("2024-02-02T10:00:00+01:00", "Umbenannt", files, ["beschluesse/platz.yml"])
    history = history_of(past)
    assert history.versions(_PAPER) == ()
    versions = history.versions(Key("beschluesse", "marktplatz"))
    assert [version.kind for version in versions] == [VersionKind.RENAMED, VersionKind.CREATED]
    assert versions[0].changes[0].words == "Kennung: platz → marktplatz"
    assert {version.key.id for version in versions} == {"marktplatz"}
    assert versions[1].path == "data/beschluesse/platz.yml"


def test_a_former_id_joins_what_two_commits_have_torn_apart(past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    past.commit("2024-02-02T10:00:00+01:00", "Weg", without=["beschluesse/platz.yml"])
    other = _STATION.replace("Ein Platz", "Ein Markt") + "fruehere-kennungen: [platz]\n"
    past.commit("2024-02-03T10:00:00+01:00", "Wieder da", {"beschluesse/markt.yml": other})
    history = history_of(past)
    versions = history.versions(Key("beschluesse", "markt"))
    assert [version.kind for version in versions] == [VersionKind.RENAMED, VersionKind.CREATED]
    assert _PAPER not in history.of_record


def test_former_ids_join_whatever_was_renamed_before(past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/flaeche.yml": _STATION})
    past.commit(
        "2024-02-02T10:00:00+01:00", "Umbenannt", {"beschluesse/platz.yml": _STATION}, ["beschluesse/flaeche.yml"]
    )
    past.commit("2024-02-03T10:00:00+01:00", "Weg", without=["beschluesse/platz.yml"])
    other = _STATION.replace("Ein Platz", "Ein Markt") + "fruehere-kennungen: [flaeche, platz]\n"
    past.commit("2024-02-04T10:00:00+01:00", "Wieder da", {"beschluesse/markt.yml": other})
    history = history_of(past)
    kinds = [version.kind for version in history.versions(Key("beschluesse", "markt"))]
    assert kinds == [VersionKind.RENAMED, VersionKind.RENAMED, VersionKind.CREATED]
    assert words(history, Key("beschluesse", "markt"))[0] == ["Kennung: platz → markt"]


def test_when_git_goes_away_the_build_goes_on(past: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    past.commit("2024-02-02T10:00:00+01:00", "Nachtrag", {"beschluesse/platz.yml": _STATION + "nummer: A 1\n"})
    monkeypatch.setattr(gitlog.Contents, "_ask", _gone)
    history = history_of(past)
    assert history.created(_PAPER) is not None
    assert words(history, _PAPER)[0] == ["Angaben: nicht vergleichbar, eine der beiden Fassungen ist nicht lesbar"]


def test_a_clone_without_old_contents_does_not_make_them_up(past: Repository, tmp_path: Path) -> None:
    past.git("config", "uploadpack.allowFilter", "true")
    terms = "amt:\n  begriff: Amt\n  erklaerung: Ein Teil.\n"
    past.commit("2024-02-01T10:00:00+01:00", "Neu", {"beschluesse/platz.yml": _STATION, "glossar.yml": terms})
    files = {"beschluesse/platz.yml": _DECIDED, "glossar.yml": terms.replace("Teil", "Bereich")}
    past.commit("2024-02-02T10:00:00+01:00", "Ergebnis", files)
    data = past.clone(tmp_path / "teilweise", "--filter=blob:none")
    past.folder.rename(tmp_path / "umgezogen")  # nothing can be fetched any more, whatever Git would like
    history = read_history(data)
    assert "nicht vergleichbar" in words(history, _PAPER)[0][0]
    assert history.revision(Key("glossar", "amt")) == 0


def _gone(*_: object) -> None:
    raise BrokenPipeError


def test_two_records_that_share_nothing_are_no_rename(past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    other = "titel: Haushalt\nart: Antrag\nquellen: [amtsblatt]\n"
    past.commit("2024-02-02T10:00:00+01:00", "Anderes", {"beschluesse/haushalt.yml": other}, ["beschluesse/platz.yml"])
    history = history_of(past)
    assert history.versions(_PAPER)[0].kind is VersionKind.DELETED
    assert history.versions(Key("beschluesse", "haushalt"))[0].kind is VersionKind.CREATED


def test_a_deleted_person_is_forgotten(past: Repository) -> None:
    person = "name: Otto Normal\nrollen: [{funktion: Rat, von: 2018}]\nquellen: [amtsblatt]\n"
    paper = _STATION + "bearbeitung: [otto-normal]\n"
    past.commit(
        "2024-02-01T10:00:00+01:00", "Neu", {"personen/otto-normal.yml": person, "beschluesse/platz.yml": paper}
    )
    files = {"beschluesse/platz.yml": _STATION}
    past.commit("2024-02-02T10:00:00+01:00", "Weg", files, ["personen/otto-normal.yml"])
    history = history_of(past)
    assert not [version for version in history.all if version.key.type == "personen"]
    assert words(history, _PAPER)[0] == ["Bearbeitung entfernt: jemand, der hier nicht mehr geführt wird"]


@pytest.mark.parametrize(
    "broken",
    [
        b"titel: [offen\n",
        b"\xff\xfe\x00kein Text",
        b"",
        b"- nur\n- eine Liste\n",
        b"titel: &a Anker\nart: *a\n",
        b"titel: Doppelt\ntitel: Doppelt\n",
        b"beratungsfolge: [eins, {termin: [1, 2]}, [3]]\nstimmen: {ja: {nein: 1}}\n",
        b"beratungsfolge: nichts\nquellen: {a: b}\nfinanzen: [[1]]\nthemen: [[a, b], {c: d}]\n",
        "titel: Steuer\u0000zeichen\u202e und\ufeff mehr\n".encode(),
    ],
)
def test_whatever_an_old_version_holds_the_history_is_read(past: Repository, broken: bytes) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Kaputt", {"beschluesse/platz.yml": broken})
    past.commit("2024-02-02T10:00:00+01:00", "Heil", {"beschluesse/platz.yml": _STATION})
    past.commit("2024-02-03T10:00:00+01:00", "Wieder kaputt", {"beschluesse/platz.yml": broken})
    past.commit("2024-02-04T10:00:00+01:00", "Wieder heil", {"beschluesse/platz.yml": _DECIDED})
    history = history_of(past)
    assert [version.kind for version in history.versions(_PAPER)] == [*[VersionKind.CHANGED] * 3, VersionKind.CREATED]
    assert all(version.changes for version in history.versions(_PAPER)[:-1])


def test_fields_of_an_older_model_are_told_by_their_names(past: Repository) -> None:
    old = _STATION + "altes-feld: früher\nstimmen: {ja: 3}\n"
    past.commit("2024-02-01T10:00:00+01:00", "Alt", {"beschluesse/platz.yml": old})
    past.commit("2024-02-02T10:00:00+01:00", "Neu", {"beschluesse/platz.yml": _STATION})
    assert words(history_of(past), _PAPER)[0] == ["Altes feld entfernt: früher", "Stimmen entfernt: ja: 3"]


def test_files_that_are_no_records_have_no_history(past: Repository) -> None:
    files = {
        "README.md": "Liesmich",
        "beschluesse/README.md": "x",
        "beschluesse/bild.png": b"\x89PNG",
        "unfug/a.yml": "a: b",
    }
    past.commit(
        "2024-02-01T10:00:00+01:00", "Beiwerk", {**files, "beschluesse/Platz 1.yml": _STATION, ".entwurf.yml": "a: b"}
    )
    (past.data / "beschluesse" / "verweis.yml").symlink_to("platz.yml")
    past.commit("2024-02-02T10:00:00+01:00", "Verweis")
    history = read_history(past.data)
    assert {version.commit for version in history.all} == {history.all[-1].commit}


def test_a_merge_counts_once_when_it_was_merged(past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    past.git("checkout", "--quiet", "-b", "ergebnis")
    past.commit("2024-03-06T10:00:00+01:00", "Update platz.yml", {"beschluesse/platz.yml": _STATION + "nummer: A 1\n"})
    past.commit("2024-03-07T10:00:00+01:00", "Update platz.yml", {"beschluesse/platz.yml": _DECIDED + "nummer: A 1\n"})
    past.git("checkout", "--quiet", "main")
    past.commit("2024-03-08T10:00:00+01:00", "Anderes", {"themen.yml": "verkehr: {titel: Verkehr}\n"})
    message = "Merge pull request #7 from maria-muster/ergebnis\n\nErgebnis der Abstimmung"
    past.git("merge", "--no-ff", "--quiet", "-m", message, "ergebnis", when="2024-03-09T10:00:00+01:00")
    history = history_of(past)
    newest, oldest = history.versions(_PAPER)
    assert (newest.time.day, newest.reason) == (9, "Ergebnis der Abstimmung")
    assert [change.label for change in newest.changes] == ["Vorlage-Nr.", "Ergebnis"]
    assert oldest.kind is VersionKind.CREATED


def test_nobody_is_named_anywhere(past: Repository) -> None:
    message = "Neu\n\nVon @maria, siehe maria@muster.example\n\nSigned-off-by: Maria Muster <maria@muster.example>"
    past.commit("2024-02-01T10:00:00+01:00", message, {"beschluesse/platz.yml": _STATION})
    assert "aria" not in repr(history_of(past)).replace("variant", "")


def test_without_git_or_repository_or_commit_there_is_no_history(
    tmp_path: Path, past: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not read_history(tmp_path / "gibt-es-nicht").exists
    outside = tmp_path / "ausserhalb"
    outside.mkdir()
    assert not read_history(outside).exists
    assert not read_history(Repository(tmp_path / "leer").data).exists
    monkeypatch.setenv("PATH", str(outside))
    assert not read_history(past.data).exists


def test_a_shallow_clone_says_where_its_history_ends(past: Repository, tmp_path: Path) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION})
    past.commit("2024-03-06T10:00:00+01:00", "Ergebnis", {"beschluesse/platz.yml": _DECIDED})
    data = past.clone(tmp_path / "flach", "--depth", "2")
    history = history_of(past, data)
    assert history.is_cut
    assert history.since == dt.datetime(2024, 2, 1, 9, tzinfo=dt.UTC)
    assert [version.kind for version in history.versions(_PAPER)] == [VersionKind.CHANGED]
    assert history.created(_PAPER) is None
    assert history.revision(_PAPER) == 1
    assert len(history.all) == 1, "Was es beim Schnitt schon gab, ist nicht neu"
    assert not history_of(past).is_cut


def test_the_data_may_lie_anywhere_in_its_repository(tmp_path: Path) -> None:
    deep = Repository(tmp_path / "stadt", "portal/inhalt")
    deep.commit("2024-02-01T10:00:00+01:00", "Vorlage", {"beschluesse/platz.yml": _STATION, **BASE})
    (deep.folder / "anderes.txt").write_text("x", encoding="utf-8")
    deep.commit("2024-02-02T10:00:00+01:00", "Etwas anderes")
    history = read_history(deep.data)
    assert history.versions(_PAPER)[0].path == "portal/inhalt/beschluesse/platz.yml"
    assert {version.reason for version in history.all} == {"Vorlage"}


def test_all_changes_stand_newest_first_whatever_their_offsets(past: Repository) -> None:
    past.commit("2024-02-01T10:00:00+01:00", "Eins", {"beschluesse/platz.yml": _STATION})
    past.commit("2024-02-01T09:30:00+00:00", "Zwei", {"beschluesse/platz.yml": _STATION + "nummer: A 1\n"})
    past.commit("2024-02-01T09:30:00+00:00", "Drei", {"beschluesse/platz.yml": _STATION + "nummer: A 2\n"})
    history = history_of(past)
    assert [version.reason for version in history.all][:4] == ["Drei", "Zwei", "Eins", "Anfang"]
    assert [version.reason for version in history.versions(_PAPER)] == ["Drei", "Zwei", "Eins"]


def test_odd_settings_odd_names_and_odd_messages_do_not_matter(past: Repository) -> None:
    for name, value in {
        "log.showRoot": "false",
        "log.follow": "true",
        "diff.renames": "copies",
        "core.quotePath": "true",
        "log.date": "relative",
        "diff.noprefix": "true",
        "i18n.logOutputEncoding": "ISO-8859-1",
    }.items():
        past.git("config", name, value)
    files = {"beschluesse/platz.yml": _STATION, "beschluesse/ä\nö.yml": "titel: x\n"}
    past.commit("2024-02-01T10:00:00+01:00", "Grüße:\n:100644 100644 a b M\n\x1e\x1f", files)
    history = history_of(past)
    assert history.versions(_PAPER)[0].reason == "Grüße: :100644 100644 a b M"
    assert history.created(Key("gremien", "rat")) is not None


def test_git_is_asked_three_times_however_many_commits_there_are(
    past: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 9):
        past.commit(
            f"2024-02-0{day}T10:00:00+01:00", f"Nr. {day}", {"beschluesse/platz.yml": f"{_STATION}nummer: A {day}\n"}
        )
    started = []
    popen = subprocess.Popen.__init__
    monkeypatch.setattr(
        subprocess.Popen, "__init__", lambda self, *a, **k: (started.append(a or k["args"]), popen(self, *a, **k))[1]
    )
    history = read_history(past.data)
    assert len(history.versions(_PAPER)) == 8
    assert len(started) == 3, "rev-parse, log, cat-file"
