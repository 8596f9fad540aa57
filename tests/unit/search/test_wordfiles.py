"""Pagefind's word files in smaller pieces lose no word, and are refused where their form is not the known one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import cbor2
import pytest
from portal.search.wordfiles import UnknownFormat, divide


def _write(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(b"pagefind_dcd" + cbor2.dumps(content)))


def _read(path: Path) -> Any:
    return cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))


def _entry(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "pagefind-entry.json").read_bytes()))


def _listed(folder: Path) -> list[Any]:
    return list(_read(folder / f"pagefind.{_entry(folder)['languages']['de']['hash']}.pf_meta"))


@pytest.fixture
def words() -> list[Any]:
    """Many rare words, and one that stands often on each of very many pages."""
    rare = [
        [
            "wort" + "".join("abcdefghij"[int(digit)] for digit in f"{number:04}"),
            [[number, [-25, 3, 9, 12], [-3, 4]]],
            [],
        ]
        for number in range(2000)
    ]
    common = [
        "stadt",
        [[1, [-25, 3, 9, -13, 12, 500], [-3, 4]] for _ in range(5000)],
        [["städt", [[7, [-25, 1, 2, 3], []]]]],
    ]
    return [common, *rare]


@pytest.fixture
def index(tmp_path: Path, words: list[Any]) -> Path:
    _write(tmp_path / "index" / "de_1.pf_index", [words[:1200]])
    _write(tmp_path / "index" / "de_2.pf_index", [words[1200:]])
    chunks = [["stadt", words[1199][0], "de_1"], [words[1200][0], words[-1][0], "de_2"]]
    _write(tmp_path / "pagefind.de_0.pf_meta", ["1.5.2", [["de_a", 300]], chunks, [], [], ["title"]])
    (tmp_path / "pagefind-entry.json").write_text('{"version":"1.5.2","languages":{"de":{"hash":"de_0","wasm":"de"}}}')
    return tmp_path


def test_every_word_is_in_the_file_that_the_list_names_for_it(index: Path, words: list[Any]) -> None:
    divide(index, "de")
    found = []
    for first, last, name in _listed(index)[2]:
        (piece,) = _read(index / "index" / f"{name}.pf_index")
        assert piece[0][0].startswith(first)
        assert piece[-1][0] == last
        found += piece
    assert [word[0] for word in found] == [word[0] for word in words]
    assert found[1:] == words[1:]


def test_all_words_with_one_beginning_are_asked_for(index: Path, words: list[Any]) -> None:
    """Pagefind asks for the files from whose first to whose last word a term lies."""
    divide(index, "de")
    files = [
        (first, last, {word[0] for word in _read(index / "index" / f"{name}.pf_index")[0]})
        for first, last, name in _listed(index)[2]
    ]
    for beginning in ("wort", "wortb", "wortbc", "wortbcd", "wortbcde"):
        asked = set().union(*(held for first, last, held in files if first <= beginning <= last))
        assert asked >= {word[0] for word in words if word[0].startswith(beginning)}


def test_files_are_small_and_no_old_one_is_left(index: Path) -> None:
    divide(index, "de")
    files = sorted(file.stem for file in (index / "index").iterdir())
    assert files == sorted(name for _, _, name in _listed(index)[2])
    assert len(files) > 3
    sizes = {name: len(gzip.decompress((index / "index" / f"{name}.pf_index").read_bytes())) for name in files}
    assert max(size for name, size in sizes.items() if name != _listed(index)[2][0][2]) < 20_100
    assert len([*index.glob("*.pf_meta")]) == 1


def test_a_word_on_very_many_pages_keeps_all_pages_but_few_places(index: Path) -> None:
    divide(index, "de")
    (stadt,) = _read(index / "index" / f"{_listed(index)[2][0][2]}.pf_index")[0]
    assert len(stadt[1]) == 5000
    assert stadt[1][0] == [1, [-25, 3, 9], [-3, 4]]
    assert stadt[2] == [["städt", [[7, [-25, 1, 2], []]]]]


def test_the_rest_of_the_list_stays_as_it_was(index: Path) -> None:
    divide(index, "de")
    version, pages, _, *rest = _listed(index)
    assert (version, pages, rest) == ("1.5.2", [["de_a", 300]], [[], [], ["title"]])
    assert _entry(index)["languages"]["de"]["wasm"] == "de"


@pytest.mark.parametrize("content", [b"pagefind_xyz\x81\x80", b"pagefind_dcd\x82\x80\x80", b"pagefind_dcd\x81\xa0"])
def test_files_of_another_form_are_refused(index: Path, content: bytes) -> None:
    (index / "index" / "de_2.pf_index").write_bytes(gzip.compress(content))
    with pytest.raises(UnknownFormat):
        divide(index, "de")


def test_figures_are_cut_apart_wherever_a_file_is_full(index: Path) -> None:
    figures = [[f"d2022{number:04}", [[number, [-25, 3, 9, 12], []]], []] for number in range(2000)]
    _write(index / "index" / "de_1.pf_index", [figures])
    _write(index / "index" / "de_2.pf_index", [[["ende", [[1, [-25, 1], []]], []]]])
    divide(index, "de")
    ranges = [(first, last) for first, last, _ in _listed(index)[2]]
    assert [first <= "d20221234" <= last for first, last in ranges].count(True) == 1
    assert len(ranges) > 2
