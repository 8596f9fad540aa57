"""What a file says it is made from is all that it is made from: no edit changes the one without the other."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from data_folder import DataFolder
from fuzzing import some
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from portal.editing import files as forms
from portal.follow.following import Following
from portal.recipes import Recipe
from town import SITE_URL

from again.edits import KINDS, Town

_REPOSITORY = "https://github.com/stadt/portal"


@pytest.fixture(scope="module")
def edited(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(shutil.copytree(town, tmp_path_factory.mktemp("rezepte") / "data"))


def _recipes(folder: Path) -> dict[str, Recipe]:
    register = DataFolder.of(folder).register()
    found = (*Following(register, SITE_URL).files(), *forms.files(register, _REPOSITORY))
    return {path: content for path, content in found if isinstance(content, Recipe)}


@settings(some(2), phases=[Phase.generate])
@given(chance=st.integers(0, 2**32))
def test_what_is_made_from_the_same_has_the_same_content(edited: Town, chance: int) -> None:
    moments = random.Random(chance)  # noqa: S311
    edited.restore()
    before = {path: (recipe.made_from, recipe.make()) for path, recipe in _recipes(edited.folder).items()}
    for kind in moments.sample(KINDS, len(KINDS)):
        while not edited.edit(*(edit := (kind, moments.randrange(1000), moments.randrange(1000)))):
            pass
        after = {path: (recipe.made_from, recipe.make()) for path, recipe in _recipes(edited.folder).items()}
        both = before.keys() & after.keys()
        assert len(both) > 0.8 * len(before)
        lying = [path for path in both if before[path][0] == after[path][0] and before[path][1] != after[path][1]]
        assert not lying, edit
        assert sum(before[path][0] == after[path][0] for path in both) > 0.3 * len(both), edit
        before = after
