"""What pages tell of the history: enough, not too much, and where it ends."""

from __future__ import annotations

import datetime as dt
import json
from types import MappingProxyType

import pytest
from data_folder import DataFolder
from portal.history import Change, ChangeKind, History, Version, VersionKind
from portal.history.changelist import change_pages, gone
from portal.history.telling import Host, in_lists, note, page_history
from portal.outputs.listfiles import list_files
from portal.register.entries import Key

_KEY = Key("gremien", "rat")
_HOST = Host("https://github.com/stadt/portal", "edit/main")
_CET = dt.timezone(dt.timedelta(hours=1))


def version(
    day: int, kind: VersionKind = VersionKind.CHANGED, key: Key = _KEY, changes: int = 1, length: int = 1
) -> Version:
    return Version(
        key=key,
        kind=kind,
        commit=f"{day:040x}",
        time=dt.datetime(2024, 3, day, 18, 30, tzinfo=_CET),
        changes=tuple(Change(label=f"Feld {n}", before="a" * length, after="b" * length) for n in range(changes)),
        title="Stadtrat",
        path=f"data/{key}.yml",
        readable_at=f"{day:040x}",
    )


def history_of(*versions: Version, is_cut: bool = False) -> History:
    """Of versions given newest first."""
    keys = dict.fromkeys(version.key for version in versions)
    of_record = {key: tuple(version for version in versions if version.key == key) for key in keys}
    since = dt.datetime(2024, 3, 1, tzinfo=_CET)
    return History(exists=True, is_cut=is_cut, since=since, all=versions, of_record=MappingProxyType(of_record))


def test_a_version_has_an_address_that_stays_and_leads_to_its_file() -> None:
    (line,) = page_history(history_of(version(7)), _KEY, _HOST).lines
    assert line.url == "gremien/rat/#fassung-0000000000"
    assert line.commit_url == f"https://github.com/stadt/portal/commit/{7:040x}"
    assert line.file_url == f"https://github.com/stadt/portal/blob/{7:040x}/data/gremien/rat.yml"
    assert line.when == "7.\u00a0März 2024, 18:30\u00a0Uhr"


def test_without_a_repository_there_are_no_links_to_it() -> None:
    (line,) = page_history(history_of(version(7)), _KEY, Host("", "edit/main")).lines
    assert (line.commit_url, line.file_url) == ("", "")


def test_the_newest_versions_get_the_room_there_is() -> None:
    found = page_history(history_of(*(version(day, changes=20, length=200) for day in range(28, 1, -1))), _KEY, _HOST)
    assert len(found.lines) == 27, "Jede Fassung behält ihre Zeile und ihre Adresse"
    assert [len(line.told) for line in found.lines[:3]] == [15, 15, 0]
    assert all(len(line.told) + line.hidden == 20 for line in found.lines)
    assert sum(len(told.change.before) for line in found.lines for told in line.told) <= 12_000


def test_a_list_tells_a_few_fields_in_a_few_words() -> None:
    line = in_lists(version(7, changes=9, length=5000), _HOST)
    assert (len(line.told), line.hidden) == (4, 5)
    assert all(len(told.change.before) <= 200 for told in line.told)


def test_a_rewritten_text_is_told_as_a_difference_on_its_page_and_by_name_in_lists() -> None:
    text = Change(label="Text", kind=ChangeKind.TEXT, before="eins zwei", after="eins drei")
    changed = Version(key=_KEY, kind=VersionKind.CHANGED, commit="a" * 40, time=version(7).time, changes=(text,))
    (line,) = page_history(history_of(changed), _KEY, _HOST).lines
    assert [(piece.mark, piece.text) for piece in line.told[0].pieces] == [
        ("gleich", "eins"),
        ("weg", "zwei"),
        ("neu", "drei"),
    ]
    brief = in_lists(changed, _HOST).told[0]
    assert (brief.pieces, brief.change.words) == ((), "Text geändert")


@pytest.mark.parametrize(
    ("versions", "summary"),
    [
        ((), "Noch keine Änderung in der Versionsgeschichte"),
        ((version(2, VersionKind.CREATED),), "Angelegt am 2.\u00a0März 2024"),
        ((version(7), version(2, VersionKind.CREATED)), "1\u00a0Änderung, angelegt am 2.\u00a0März 2024, zuletzt geändert am 7.\u00a0März 2024"),
        ((version(7), version(5)), "2\u00a0Änderungen, zuletzt geändert am 7.\u00a0März 2024"),
    ],
)  # fmt: skip
def test_one_sentence_says_how_often_and_since_when(versions: tuple[Version, ...], summary: str) -> None:
    assert page_history(history_of(*versions), _KEY, _HOST).summary == summary


def test_readers_are_told_where_the_history_ends() -> None:
    assert note(History(exists=False)).startswith("Diese Fassung wurde ohne Versionsgeschichte gebaut.")
    assert note(history_of(is_cut=True)).startswith(
        "Die Versionsgeschichte reicht hier nur bis 1.\u00a0März 2024 zurück."
    )
    assert note(history_of()) == ""


def test_all_changes_take_as_many_pages_as_they_need(data: DataFolder) -> None:
    history = history_of(*(version(day) for day in range(9, 1, -1)))
    pages = [*change_pages(history, data.register(), _HOST, size=3)]
    assert [page.url for page in pages] == ["aenderungen/", "aenderungen/seite/2/", "aenderungen/seite/3/"]
    assert [page.title for page in pages] == ["Änderungen", "Änderungen, Seite 2", "Änderungen, Seite 3"]


def test_many_changes_have_a_file_for_each_year_with_what_their_pages_tell(data: DataFolder) -> None:
    register = data.register()
    pages = [*change_pages(history_of(*(version(day) for day in range(5, 1, -1))), register, _HOST, size=3)]
    (file,) = list_files(pages, register)
    assert file.path == "aenderungen/teile/jahr-2024.json"
    content = file.made(lambda _: None, lambda *_: lambda item, line: f"{item.date.iso()} {line.url}")
    first = json.loads(content)["formen"][0]["html"][0]
    assert first == "2024-03-05 gremien/rat/#fassung-0000000000"


def test_changes_can_be_narrowed_by_kind_of_record_and_of_change(data: DataFolder) -> None:
    source = version(5, VersionKind.CREATED, Key("quellen", "amtsblatt"))
    (page,) = change_pages(history_of(version(7), source), data.register(), _HOST)
    assert page.content
    found = page.content(data.register())
    assert [(facet.label, [option.value.words for option in facet.options]) for facet in found.facets] == [
        ("Bereich", ["Gremien und Stellen", "Quellen"]),
        ("Was geschah", ["angelegt", "geändert"]),
    ]


def test_without_history_there_is_still_a_page_that_says_so(data: DataFolder) -> None:
    register = data.register()
    (page,) = change_pages(History(exists=False), register, _HOST)
    assert page.url == "aenderungen/"
    assert page.content
    found = page.content(register)
    assert found.sheet.total == 0
    assert "ohne Versionsgeschichte" in found.note


def test_a_deleted_record_keeps_a_page_unless_somebody_lives_there(data: DataFolder) -> None:
    data.write(
        {"gremien/beirat.yml": "name: Beirat\nart: Ausschuss\nquellen: amtsblatt\nfruehere-kennungen: [kreis]\n"}
    )
    keys = [Key("gremien", name) for name in ("rat", "kreis", "weg")]
    history = history_of(*(version(day, VersionKind.DELETED, key) for day, key in enumerate(keys, start=2)))
    register = data.register()
    assert gone(history, register) == [Key("gremien", "weg")]
    pages = [page for page in change_pages(history, register, _HOST) if page.template == "entfernt.html"]
    assert [(page.url, page.is_variant) for page in pages] == [("gremien/weg/", True)]
