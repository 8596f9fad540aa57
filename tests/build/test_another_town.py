"""A town that has just begun gets a whole portal, which speaks of no other town."""

from __future__ import annotations

import pytest
from portal.writing.files import write_folder
from portal.writing.newtown import files

from build.builds import Builds
from build.sites import STANDING, Site


@pytest.fixture(scope="module")
def begun(builds: Builds, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("neu")
    write_folder(folder / "data", files("Anderswo"))
    said = builds.make(folder / "data", folder / "site", **STANDING)
    return Site("neu", folder / "data", folder / "site", "https://portal.example/", said)


def test_no_file_of_the_site_names_the_town_that_this_portal_was_made_for(begun: Site) -> None:
    named = [path for path, file in begun.files.items() if b"norderstedt" in file.read_bytes().lower()]
    assert named == []


def test_the_start_page_and_the_example_are_the_new_towns(begun: Site) -> None:
    assert "Was die Politik in Anderswo beschlossen hat" in begun.document("").text
    assert "Beispiel: Ein Radweg zum Bahnhof" in begun.document("beschluesse/beispiel-beschluss/").text
