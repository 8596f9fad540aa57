"""A town that has nothing but its council system gets a whole portal from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line import run
from oparl_town import Town

from build.builds import Builds
from build.sites import SITE_URL, STANDING, Site


@pytest.fixture(scope="module")
def imported(builds: Builds, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Imported by the command into a folder that was not there, and built at once."""
    folder = tmp_path_factory.mktemp("oparl")
    data, site = folder / "x" / "data", folder / "site"
    done = run("import", "oparl", str(Town().write(folder / "quelle")), "--to", str(data))
    assert (done.returncode, done.stdout.splitlines()[1]) == (0, "Beschlüsse: 200 neu."), done.stderr
    checked = run("check", "--data", str(data))
    assert (checked.returncode, checked.stderr) == (0, "")
    return Site("oparl", data, site, SITE_URL, builds.make(data, site, **STANDING))


def test_it_builds_without_warnings(imported: Site) -> None:
    assert "WARNING" not in imported.output


def test_a_page_links_to_where_it_was_taken_from(imported: Site) -> None:
    text = imported.files["beschluesse/b-24-0101/index.html"].read_text(encoding="utf-8")
    assert (
        'href="https://rat.musterstadt.example/vorlage?id=101" rel="external noopener noreferrer">Dort ansehen</a>'
        in text
    )
    assert "Verwaltungsvorlage (alt)" in imported.files["beschluesse/b-22-0003/index.html"].read_text(encoding="utf-8")


def test_a_page_says_what_was_deleted_and_what_did_not_fit(imported: Site) -> None:
    text = imported.files["beschluesse/b-22-0003/index.html"].read_text(encoding="utf-8")
    assert "Im Ratsinformationssystem gelöscht, 1." in text
    assert "Dort ansehen" not in text
    text = imported.files["beschluesse/b-24-0011/index.html"].read_text(encoding="utf-8")
    assert "Er lag noch in der Zukunft." in text


def test_every_paper_of_the_system_has_a_page(imported: Site) -> None:
    pages = [path for path in imported.files if re.fullmatch("beschluesse/[^/]+/index.html", path)]
    assert len(pages) == len(list(Path(imported.data, "beschluesse").iterdir())) == 200
