"""Whatever a council system sends, no error comes out but a German sentence, and the records pass every check."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from oparl_import import import_objects, problems_of
from portal.imports.oparl import folder
from portal.imports.oparl.notes import Notes
from portal.imports.oparl.shape import SHAPES, Plain

_IDS = st.sampled_from([f"https://rat.example/{number}" for number in range(6)] + ["", "a b", "x"])
_TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "N/A",
            "Rat",
            "B 1/22",
            "[[a]]",
            "[[",
            "---",
            "a: b # c",
            "&quot;",
            "\ud800",
            "\x07",
            "ja",
            "~",
            "unbekannt",
        ]
    ),
    st.sampled_from(
        [
            "beschlossen",
            "empfohlen",
            "Vorberatung",
            "Entscheidung",
            "abgesagt",
            "durchgeführt",
            "einstimmig beschlossen",
        ]
    ),
    st.text(max_size=12),
)
_DATES = st.one_of(
    st.sampled_from(
        [
            "0000-00-00",
            "2022-06-14",
            "2022-06-14T18:15:00+02:00",
            "2031-01-01",
            "14.06.2022",
            "9999-12-31T23:59:59-14:00",
        ]
    ),
    st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1)).map(str),
)
_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(_TEXTS, inner, max_size=2),
    max_leaves=4,
)


def _objects(kind: str, inner: st.SearchStrategy[Any] | None) -> st.SearchStrategy[dict[str, Any]]:
    """An object of a kind; values are mostly of the right type, and now and then anything."""
    fields = {
        "id": _IDS,
        "type": st.just(f"https://schema.oparl.org/1.1/{kind}"),
        "modified": _DATES,
        "deleted": st.booleans() | _JUNK,
    }
    for name, prop in SHAPES[kind].items():
        if name.endswith("Date") or name in ("start", "date"):
            value = _DATES | _JUNK
        elif isinstance(prop, Plain):
            value = {Plain.YES_NO: st.booleans() | _JUNK, Plain.URL: _IDS | _JUNK}.get(prop, _TEXTS | _JUNK)
        else:
            value = _IDS | st.lists(_IDS, max_size=3)
            value = value | inner | st.lists(inner, max_size=2) if inner is not None else value
        fields[name] = value
    return st.fixed_dictionaries({}, optional=fields)


_INNER = st.one_of([_objects(kind, None) for kind in SHAPES])
_ANY_OBJECT = st.one_of([_objects(kind, _INNER) for kind in SHAPES])
_PAPER = _objects("Paper", _INNER)
#: A case is told as it was found: making it smaller takes minutes.
_settings = settings(max_examples=40, phases=(Phase.explicit, Phase.generate))


@_settings
@given(st.lists(_ANY_OBJECT | _JUNK | _PAPER, max_size=12))
@example(
    [
        {
            "id": "https://rat.example/1",
            "type": "x/Paper",
            "name": "A",
            "consultation": [{"organization": "https://rat.example/2"}],
        }
    ]
)
def test_any_objects_become_records_without_problems(objects: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        data = Path(parent, "data")
        import_objects(objects, data, with_people=True)
        assert not problems_of(data)
        before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
        import_objects(objects, data, with_people=True)
        assert before == {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "objects",
    [
        [
            {
                "id": "https://rat.example/1",
                "type": "x/Organization",
                "name": "Unbekannt",
                "subOrganizationOf": "https://rat.example/2",
            },
            {"id": "https://rat.example/2", "type": "x/Organization", "name": "unbekannt"},
        ],
        [json.loads('{"data":[' * 400 + "]}" * 400)],
        [json.loads('{"id":"https://rat.example/1","type":"x/Paper","consultation":' * 400 + "1" + "}" * 400)],
        [{"id": "https://rat.example/1", "type": "x/Paper", "name": "A" * 100_000, "reference": "1" * 100_000}],
        [{"id": f"https://rat.example/{n}", "type": "x/Paper", "name": "Anfrage"} for n in range(300)],
    ],
    ids=["unknown-as-a-name", "pages-in-pages", "deep", "long", "one-name"],
)
def test_what_was_thought_of_is_met_too(objects: list[Any], tmp_path: Path) -> None:
    import_objects(objects, tmp_path / "data")
    assert not problems_of(tmp_path / "data")


@_settings
@given(st.lists(_ANY_OBJECT, max_size=8), st.lists(_ANY_OBJECT, max_size=8))
def test_any_later_objects_leave_records_without_problems(first: list[Any], second: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as parent:
        data = Path(parent, "data")
        import_objects(first, data, with_people=True)
        import_objects(second, data, with_people=True)
        assert not problems_of(data)


@given(st.binary(max_size=60) | _JUNK.map(lambda value: json.dumps(value).encode()))
def test_any_file_is_read_or_named(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as parent:
        Path(parent, "a.json").write_bytes(content)
        notes = Notes()
        found = list(folder.objects(Path(parent), folder.files(Path(parent)), notes))
        assert found or [note.where.partition(":")[0] for note in notes.failures] == ["a.json"]
