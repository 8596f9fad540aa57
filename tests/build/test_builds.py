"""Building: the same data gives the same bytes, and a build that fails leaves the published site alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build.builds import Builds
from build.sites import ROOT, SITE_URL, STANDING, Site, build, environment, fingerprint, mkdocs


def test_two_builds_of_the_same_data_are_the_same_byte_for_byte(site: Site, tmp_path: Path) -> None:
    settings = STANDING if site.name == "musterstadt" else {}
    again = tmp_path / "ganz" / "woanders"
    done = build(site.data, again, PYTHONHASHSEED="4711", TZ="Pacific/Auckland", LC_ALL="C", **settings)
    assert done.returncode == 0, done.stderr
    first, second = fingerprint(site.folder), fingerprint(again)
    assert sorted(first) == sorted(second), f"Nur in einem der Ordner: {sorted(set(first) ^ set(second))}"
    differing = [path for path in first if first[path] != second[path]]
    assert not differing, f"Diese Dateien unterscheiden sich: {', '.join(differing[:20])}"


def test_a_copy_of_the_data_elsewhere_gives_the_same_site(
    musterstadt: Site, data: Path, site_folder: Path, builds: Builds
) -> None:
    builds.make(data, site_folder, **STANDING)
    assert fingerprint(site_folder) == fingerprint(musterstadt.folder)


def test_make_build_and_plain_mkdocs_build_give_the_same_site(musterstadt: Site, town: Path, site_folder: Path) -> None:
    command = ["make", "build", f"DATA={town}", f"SITE={site_folder}", f"SITE_URL={SITE_URL}"]
    done = subprocess.run(command, cwd=ROOT, env=environment(**STANDING), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert fingerprint(site_folder) == fingerprint(musterstadt.folder)


def test_an_empty_address_counts_as_none_given(town: Path, tmp_path: Path, builds: Builds) -> None:
    """`make build` hands its variables on even where nobody has set them."""
    without, empty = (tmp_path / name / "site" for name in ("ohne", "leer"))
    done = mkdocs("build", "--strict", DATA=str(town), SITE=str(without), **STANDING)
    assert done.returncode == 0, done.stderr
    builds.make(town, empty, SITE_URL="", **STANDING)
    found = [fingerprint(without), fingerprint(empty)]
    differing = [path for path in found[0] if found[0][path] != found[1].get(path)]
    assert not differing, (
        f"Ohne Adresse und mit leerer Adresse gebaut, unterscheiden sich {len(differing)} Dateien: {differing[:5]}"
    )


def test_relative_folders_are_meant_from_where_the_command_runs(
    musterstadt: Site, town: Path, site_folder: Path
) -> None:
    here = Path(os.path.relpath(site_folder, ROOT))
    done = build(Path(os.path.relpath(town, ROOT)), here, **STANDING)
    assert done.returncode == 0, done.stderr
    assert fingerprint(site_folder) == fingerprint(musterstadt.folder)


def test_a_new_build_replaces_the_old_site_as_a_whole(town: Path, site_folder: Path, builds: Builds) -> None:
    old = _publish_something(site_folder)
    builds.make(town, site_folder)
    assert not old.exists(), "Die alte Fassung steht noch zwischen der neuen"
    assert (site_folder / "index.html").is_file()
    assert _beside(site_folder) == []


def test_a_build_of_a_broken_record_names_file_and_line_and_changes_nothing(data: Path, site_folder: Path) -> None:
    (data / "roadmap" / "brunnen.yml").write_text("titel: Brunnen\nstnad: offen\nquellen: [blatt]\n", encoding="utf-8")
    done = _failing(data, site_folder)
    assert "roadmap/brunnen.yml:2: " in done.stderr, done.stderr
    assert "stnad" in done.stderr, done.stderr
    assert "Traceback" not in done.stderr, done.stderr


def test_a_link_that_leads_nowhere_is_named_with_its_page_and_changes_nothing(data: Path, site_folder: Path) -> None:
    """The checks know which pages there are; which places a page has is only known once it is built."""
    record = data / "roadmap" / "roter-faden.md"
    with record.open("a", encoding="utf-8") as file:
        file.write('\n[gut](/roadmap/brunnen/) [weg](/roadmap/brunnen/#gibt-es-nicht) <a href="#weg">weg</a>\n')
    done = _failing(data, site_folder)
    assert "/roadmap/roter-faden/: Der Link „../brunnen/#gibt-es-nicht“ führt ins Leere" in done.stderr
    assert "/roadmap/roter-faden/: Der Link „#weg“ führt ins Leere, diese Stelle hat die Seite nicht." in done.stderr
    assert "../brunnen/“" not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A configuration whose pages written by hand hold a link that leads nowhere."""
    docs = shutil.copytree(ROOT / "docs", tmp_path / "docs")
    (docs / "ueber.md").write_text("# Über\n\n[Nirgends](gibt-es-nicht.md)\n", encoding="utf-8")
    settings = (
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: {docs}\nhooks: [{ROOT}/hooks/main.py]\n"
        f"theme: {{name: material, custom_dir: {ROOT}/overrides}}\nwatch: []\n"
    )
    config = tmp_path / "mkdocs.yml"
    config.write_text(settings, encoding="utf-8")
    return config


def test_a_strict_build_with_a_warning_changes_nothing(warned: Path, town: Path, site_folder: Path) -> None:
    old = _publish_something(site_folder)
    done = mkdocs("build", "--strict", "-f", str(warned), DATA=str(town), SITE=str(site_folder), SITE_URL=SITE_URL)
    assert done.returncode != 0
    assert "gibt-es-nicht.md" in done.stderr, done.stderr
    assert old.exists()
    assert _beside(site_folder) == []


def test_without_strict_a_warning_is_only_said(warned: Path, town: Path, site_folder: Path) -> None:
    done = mkdocs("build", "-f", str(warned), DATA=str(town), SITE=str(site_folder), SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    assert "gibt-es-nicht.md" in done.stderr, done.stderr
    assert (site_folder / "index.html").is_file()
    assert _beside(site_folder) == []


def test_a_search_index_that_cannot_be_built_changes_nothing(town: Path, site_folder: Path, tmp_path: Path) -> None:
    done = _failing(town, site_folder, PYTHONPATH=_pagefind(tmp_path, "sys.exit('Platte voll')"))
    assert "Platte voll" in done.stdout + done.stderr, done.stdout + done.stderr


def test_a_ledger_that_does_not_add_up_changes_nothing(town: Path, site_folder: Path, tmp_path: Path) -> None:
    losing_a_page = """
copies = pathlib.Path(sys.argv[sys.argv.index("--site") + 1])
for lost in copies.glob("beschluesse/stadtgarten/*"):
    lost.unlink()
sys.exit(subprocess.run([sys.executable, "-E", "-m", "pagefind_bin", *sys.argv[1:]]).returncode)
"""
    done = _failing(town, site_folder, PYTHONPATH=_pagefind(tmp_path, losing_a_page))
    said = done.stdout + done.stderr
    assert "stimmt nicht überein" in said, said
    assert "verloren" in said, said


def test_a_build_that_is_interrupted_changes_nothing(town: Path, site_folder: Path, tmp_path: Path) -> None:
    started = tmp_path / "sucht"
    waiting = f"pathlib.Path({str(started)!r}).touch(); time.sleep(60)"
    settings = environment(
        DATA=str(town), SITE=str(site_folder), SITE_URL=SITE_URL, PYTHONPATH=_pagefind(tmp_path, waiting)
    )
    old = _publish_something(site_folder)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs us in the background may have turned it off
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    with subprocess.Popen(command, cwd=ROOT, env=settings, stderr=subprocess.PIPE, start_new_session=True) as process:
        while not started.exists() and process.poll() is None:
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)
    assert process.returncode != 0
    assert old.read_text() == "alt"
    assert _beside(site_folder) == []


@pytest.fixture
def data(town: Path, tmp_path: Path) -> Path:
    """A copy of the invented town, to break."""
    return shutil.copytree(town, tmp_path / "daten")


@pytest.fixture
def site_folder(tmp_path: Path) -> Path:
    """Where to build to, in a folder of its own."""
    return tmp_path / "ausgabe" / "site"


def _failing(data: Path, site: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """A build that must fail, over a published site that it must not touch."""
    old = _publish_something(site)
    done = build(data, site, **STANDING, **settings)
    assert done.returncode != 0, f"Der Bau hätte scheitern müssen:\n{done.stdout}\n{done.stderr}"
    assert [path.name for path in site.iterdir()] == [old.name], "Die veröffentlichte Fassung ist nicht mehr die alte"
    assert old.read_text() == "alt"
    assert _beside(site) == [], "Der gescheiterte Bau hat etwas liegen lassen"
    return done


def _publish_something(site: Path) -> Path:
    site.mkdir(parents=True)
    old = site / "alt.html"
    old.write_text("alt")
    return old


def _beside(site: Path) -> list[str]:
    """What lies beside the site: nothing may."""
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def _pagefind(folder: Path, text: str) -> str:
    """A folder for PYTHONPATH with a search engine that does something else."""
    fake = folder / "statt-pagefind"
    fake.mkdir()
    (fake / "pagefind_bin.py").write_text(f"import pathlib, subprocess, sys, time\n{text}\n")
    return str(fake)
