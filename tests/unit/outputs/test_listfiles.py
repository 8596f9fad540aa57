"""Files for narrowing long lists: one for each year or letter, and only where a list has several pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import accumulate
from typing import Any

import pytest
from data_folder import DataFolder
from portal.outputs.listfiles import list_files
from portal.register.link import Register
from portal.views.pages import pages


def _paper(title: str, year: str) -> str:
    return f"titel: {title}\nart: Antrag\nquellen: amtsblatt\nberatungsfolge: {{gremium: rat, termin: {year}}}\n"


@pytest.fixture
def register(data: DataFolder) -> Register:
    papers = [("A", "2022-03-01"), ("B", "2022-02-01"), ("C", "2021"), ("D", "2021-05-05"), ("E", "unbekannt")]
    return data.write({f"beschluesse/{title.lower()}.yml": _paper(title, year) for title, year in papers}).register()


def _made(register: Register, size: int) -> dict[str, Any]:
    """Paths and contents; an entry is drawn as its macro, where it is seen from, and its title."""
    seen_from: list[str] = []

    def macros(template: str, name: str) -> Callable[..., str]:
        def drawn(thing: Any, *_: object) -> str:
            title = thing.record.title if hasattr(thing, "record") else f"{thing.date} {thing.kind}"
            return f"<li>{template} {name} {seen_from[-1]} {title}</li>"

        return drawn

    found = list_files(pages(register, size), register)
    return {each.path: json.loads(each.made(seen_from.append, macros)) for each in found}


def test_each_year_of_a_long_list_has_a_file(register: Register) -> None:
    found = _made(register, 2)
    assert [path for path in found if path.startswith("beschluesse/")] == [
        "beschluesse/teile/jahr-2022.json",
        "beschluesse/teile/jahr-2021.json",
        "beschluesse/teile/ohne-datum.json",
    ]
    year = found["beschluesse/teile/jahr-2022.json"]
    drawn = "<li>partials/eintrag.html eintrag beschluesse/teile/ "
    assert year == {
        "gruppen": [["2022", 2]],
        "formen": [{"html": ["<li>", "</li>"], "werte": [[f"{drawn[4:]}{t}" for t in "AB"]]}],
        "folge": [0, 0],
    }


def test_a_list_on_one_page_has_no_files(register: Register) -> None:
    assert _made(register, 100) == {}


def test_the_timeline_has_files_once_with_both_orders(register: Register) -> None:
    found = {path: file for path, file in _made(register, 2).items() if path.startswith("zeitleiste/")}
    assert [*found] == ["zeitleiste/teile/jahr-2022.json", "zeitleiste/teile/jahr-2021.json"]
    orders = [[*accumulate(file["andersherum"])] for file in found.values()]
    assert orders == [[1, 0], [0, 1]], "Ungenaues steht immer am Ende"


def test_a_list_without_groups_is_one_file(data: DataFolder) -> None:
    register = data.write(
        {f"gremien/g{n}.yml": f"name: Gremium {n}\nart: Ausschuss\nquellen: amtsblatt\n" for n in range(3)}
    ).register()
    found = [path for path in _made(register, 2) if path.startswith("gremien/")]
    assert found == ["gremien/teile/alle.json"]


def test_letters_with_few_names_share_a_file(data: DataFolder) -> None:
    names = [f"{letter}{number}" for letter in "ABC" for number in range(40)]
    register = data.write(
        {f"quellen/{name.lower()}.yml": f"titel: {name}\nart: Presse\nherausgeber: Blatt\n" for name in names}
    ).register()
    found = {path: file for path, file in _made(register, 50).items() if path.startswith("quellen/")}
    (path,) = found
    assert path == "quellen/teile/buchstabe-a-bis-buchstabe-c.json"
    assert found[path]["gruppen"] == [["A", 41], ["B", 40], ["C", 40]], "mit dem Amtsblatt"
