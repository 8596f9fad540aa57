"""Scripts and styles are named by their content, and scripts find each other under those names."""

from __future__ import annotations

from pathlib import Path

import pytest
from portal.outputs.assets import assets


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in (
        ("css/01-eins.css", "a {}"),
        ("js/seite.js", 'import { rechne } from "./rechnen.js";\nconst spaeter = () => import("./rechnen.js");\n'),
        ("js/rechnen.js", 'import { zahl } from "./zahlen.js";\n'),
        ("js/zahlen.js", "export const zahl = 1;\n"),
    ):
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def test_scripts_import_each_other_by_their_published_names(folder: Path) -> None:
    found = assets(folder)
    name = found["rechnen.js"][0].removeprefix("assets/")
    assert found["seite.js"][1] == (
        f'import {{ rechne }} from "./{name}";\nconst spaeter = () => import("./{name}");\n'
    )


def test_a_change_renames_every_script_that_depends_on_it(folder: Path) -> None:
    before = assets(folder)
    (folder / "js" / "zahlen.js").write_text("export const zahl = 2;\n", encoding="utf-8")
    after = assets(folder)
    assert all(before[name][0] != after[name][0] for name in ("zahlen.js", "rechnen.js", "seite.js"))
    assert before["portal.css"] == after["portal.css"]
