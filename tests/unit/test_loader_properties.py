"""Whatever comes in, either a record or a problem comes out: never a traceback, never silence."""

from __future__ import annotations

import copy
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from data_folder import TODAY, DataFolder
from fuzzing import some
from golden_cases import FOLDER, Case
from hypothesis import example, given
from hypothesis import strategies as st
from portal.check import check
from portal.load import load
from portal.problems import Problem
from portal.records import RECORD_TYPES, Model
from portal.records.words import Result
from portal.register.entries import Key
from portal.validate import validate, validate_settings

_FULL_CASE = Case.read(FOLDER / "load" / "every-field-of-every-type-is-read.yml")
_ENGLISH = re.compile(r"\b(Input|should|valid|expected|found|while|None|True|False|literal|function|Error)\b")
_QUOTED = re.compile(r"„[^“]*“")


# --- What must hold ----------------------------------------------------------------------------


def assert_answered(path: str, content: bytes) -> None:
    """Alone in a folder, the file becomes a record, or there is a problem that names it and a line it has."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "data")
        file = folder / path
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        loaded = load(folder)
        entries, problems = validate(loaded.records)
        if loaded.settings:
            problems += validate_settings(loaded.settings)[1]
        problems += loaded.problems
        # Messages look up their lines in the files, so they are made while the folder is still there.
        problems += check(entries, TODAY, unread=loaded.unreadable)

    # However wrong its fields are, a record goes through the checks: who names it is not told it does not exist.
    assert [entry.key for entry in entries] == [Key(raw.type, raw.id) for raw in loaded.records]
    own = [problem for problem in problems if problem.path.endswith(f"/data/{path}")]
    assert own or entries
    lines = max(1, len(re.split(rb"\r\n|\r|\n", content)))
    for problem in own:
        assert 1 <= problem.line <= lines, problem.as_text()
        assert_readable(problem)


def assert_readable(problem: Problem) -> None:
    """A German sentence, without a word of the libraries beneath."""
    assert problem.message.endswith((".", "?")), problem.message
    assert not _ENGLISH.search(_QUOTED.sub("", problem.message)), problem.message


# --- Anything at all ---------------------------------------------------------------------------

_NAMES = st.binary(min_size=1, max_size=60).filter(lambda name: not re.search(rb"[/\0]|^\.", name)).map(os.fsdecode)
_IN_FOLDERS = st.sampled_from([*RECORD_TYPES, "bilder"]).flatmap(
    lambda folder: _NAMES.map(lambda name: f"{folder}/{name}")
)
_RECORD_FILES = st.sampled_from([f"{name}/a{suffix}" for name in RECORD_TYPES for suffix in (".md", ".yml")])
_SHARED_FILES = st.sampled_from(
    [f"{record_type.name}.yml" for record_type in RECORD_TYPES.values() if record_type.collected]
)

#: Text that looks enough like a record to get past the first checks.
_YAML_PIECES = (
    st.sampled_from(
        ["---\n", "titel: ", "art: Bericht\n", "x: y\n", "id", "- ", "  ", "\n", "\r\n", "\r", "\t", ": ", "#", " # "]
    )
    | st.sampled_from(
        ["'", '"', "[", "]", "{", "}", ", ", "&a ", "*a", "!!str ", "!x ", "<<: ", "| \n", ">-\n", "? ", "...\n"]
    )
    | st.sampled_from(
        ["%YAML 1.1\n", "\\", '"\\x07"', "~", "null", "ä", "„", "\ufeff", "\u200b", "\u2028", "\x85", "\x00"]
    )
    | st.sampled_from(["\U0001f333", "[[", "]]", "[[a]]", "a|b", "=wert"])
)
_YAML_LIKE = st.lists(_YAML_PIECES | st.text(max_size=5), max_size=40).map("".join)


@some(300)
@given(_IN_FOLDERS | _NAMES | _RECORD_FILES | _SHARED_FILES | st.just("portal.yml"), st.binary(max_size=200))
def test_any_bytes_under_any_name_are_a_record_or_a_problem(path: str, content: bytes) -> None:
    if path == "portal.yml":
        content += b"\xff"  # valid settings would rightly be neither
    assert_answered(path, content)


@some(400)
@given(_RECORD_FILES | _SHARED_FILES, _YAML_LIKE)
@example("themen.yml", "{}")
@example("themen.yml", "a: b")
@example("gremien/a.yml", "=wert: 1\nname: Rat")
@example("gremien/a.yml", "? [a]\n: b")
@example("gremien/a.md", "---\nname: a\u2028b\nart: x\n---\n")
@example("gremien/a.md", "---\nname: a\x85b\nart: x\n---\n")
def test_text_that_looks_like_yaml_is_a_record_or_a_problem(path: str, text: str) -> None:
    assert_answered(path, text.encode("utf-8", "surrogatepass"))


# --- Trees of values in place of a record ------------------------------------------------------


def _keys(model: type[Model]) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()}


_ALL_KEYS = sorted(
    {
        key
        for model in [*Model.__subclasses__(), *(kind.model for kind in RECORD_TYPES.values())]
        for key in _keys(model)
    }
)
_TREE_KEYS = st.sampled_from([*_ALL_KEYS, "", "=wert", "=unbekannt", "<<", "Titel", "0"]) | st.text(max_size=5)
_SCALARS = (
    st.sampled_from(
        ["", "~", "nein", "unbekannt", "rat", "a", "a#punkt-1", "[[a]]", "[[a", "2022-06-14", "2022", "2022/2020"]
    )
    | st.sampled_from(
        ["14.06.2022", "29", "-1", "1e3", "1.000", "1.374,64", "NaN", "9" * 5000, "https://a.example", "18:15"]
    )
    | st.sampled_from(list(Result)).map(str)
    | st.text(max_size=8)
)
_TREES = st.recursive(
    _SCALARS, lambda trees: st.lists(trees, max_size=4) | st.dictionaries(_TREE_KEYS, trees, max_size=5), max_leaves=25
)


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dump(values: Any) -> bytes:
    return yaml.dump(values, allow_unicode=True, Dumper=_Dumper, sort_keys=False).encode("utf-8", "surrogatepass")


@some(400)
@given(st.sampled_from(list(RECORD_TYPES)), st.dictionaries(_TREE_KEYS, _TREES, max_size=8))
def test_any_tree_of_values_is_a_record_or_a_problem(type_name: str, tree: dict[str, Any]) -> None:
    assert_answered(f"{type_name}/a.yml", _dump(tree))


@some(200)
@given(st.dictionaries(st.sampled_from(["a", "b", "A b", "=wert", "0"]), _TREES, max_size=4))
def test_any_tree_of_values_in_a_shared_file_is_records_or_problems(tree: dict[str, Any]) -> None:
    assert_answered("themen.yml", _dump(tree))


# --- Valid records with something wrong in them ------------------------------------------------


def _full_records() -> list[tuple[str, dict[str, Any]]]:
    """Type and values of at least one valid record of every type, with every field there is."""
    with tempfile.TemporaryDirectory() as parent:
        folder = DataFolder(Path(parent, "data")).write(_FULL_CASE.content["files"]).folder
        return [(raw.type, raw.values) for raw in load(folder).records]


FULL_RECORDS = _full_records()


def _places(value: Any) -> Iterator[tuple[Any, str | int]]:
    """Every list or mapping of a tree with each of its keys."""
    if isinstance(value, dict | list):
        for key, item in list(value.items()) if isinstance(value, dict) else list(enumerate(value)):
            yield value, key
            yield from _places(item)


@st.composite
def mutated_records(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A full record in which up to four values were replaced, dropped, renamed or doubled."""
    type_name, values = copy.deepcopy(draw(st.sampled_from(FULL_RECORDS)))
    for _ in range(draw(st.integers(1, 4))):
        places = list(_places(values))
        if not places:
            break
        parent, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["replace", "drop", "rename", "wrap"])):
            case "replace":
                parent[key] = draw(_TREES)
            case "drop":
                parent.pop(key)
            case "rename" if isinstance(parent, dict):
                parent[draw(_TREE_KEYS)] = parent.pop(key)
            case _:
                parent[key] = [parent[key], parent[key]]
    return type_name, values


@some(400)
@given(mutated_records())
def test_a_valid_record_with_something_wrong_in_it_is_a_record_or_a_problem(record: tuple[str, dict[str, Any]]) -> None:
    type_name, values = record
    assert_answered(f"{type_name}/a.yml", _dump(values))


# --- The starting point itself -----------------------------------------------------------------


def _used_keys(value: Any) -> Iterator[str]:
    return (key for _, key in _places(value) if isinstance(key, str))


def _keys_below(model: type[Model]) -> set[str]:
    """All keys that a record may hold at any depth, off its JSON Schema."""
    schema = model.model_json_schema(by_alias=True)
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}


def test_the_full_records_leave_out_no_field() -> None:
    known = {key for record_type in RECORD_TYPES.values() for key in _keys_below(record_type.model)}
    assert known - {key for _, values in FULL_RECORDS for key in _used_keys(values)} == set()
    assert {type_name for type_name, _ in FULL_RECORDS} == set(RECORD_TYPES)
