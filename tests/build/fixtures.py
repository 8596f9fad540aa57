"""The built sites as pytest fixtures, shared by the tests of files and those in the browser."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench import synthetic
from hostile.strange_settings import settings

from build.builds import Builds
from build.past import remember
from build.sites import FIXTURE, ROOT, SITE_URL, STANDING, Site

_built: dict[str, Site] = {}


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of the invented town, outside any repository; not to be changed."""
    return shutil.copytree(FIXTURE, tmp_path_factory.mktemp("stadt") / "data")


@pytest.fixture(scope="session")
def musterstadt(town: Path, tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Site:
    """The invented town: one of everything."""
    return once("musterstadt", town, builds, tmp_path_factory, **STANDING)


@pytest.fixture(scope="session")
def remembered(town: Path, tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Site:
    """The invented town with a past: the same records, in a repository."""
    past = remember(town, tmp_path_factory.mktemp("vergangen") / "stadt")
    return once("vergangen", past.data, builds, tmp_path_factory, **STANDING)


@pytest.fixture(scope="session")
def strange_settings(tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Site:
    """The invented town with the worst settings that are accepted, far down in somebody else's site."""
    data = shutil.copytree(FIXTURE, tmp_path_factory.mktemp("fremd") / "data")
    file = data / "portal.yml"
    file.write_text(settings(file.read_text(encoding="utf-8")), encoding="utf-8")
    return once("fremd", data, builds, tmp_path_factory, url="https://x.example/tief/unten/", **STANDING)


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Site:
    """A made-up town with so many records that its lists take several pages."""
    data = tmp_path_factory.mktemp("voll") / "data"
    synthetic.write(data, 450)
    return once("voll", data, builds, tmp_path_factory, **STANDING)


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory, builds: Builds, request: pytest.FixtureRequest) -> Site:
    """The records of this repository, whatever folder `DATA` names."""
    data = ROOT / "data"
    named = ROOT / (os.environ.get("DATA") or "data")
    if named.resolve() == data:
        found: Site = request.getfixturevalue("live")
        return found
    return once("own", data, builds, tmp_path_factory)


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Site:
    """The records of this repository, or of the folder that `make test DATA=…` names."""
    return once("live", ROOT / (os.environ.get("DATA") or "data"), builds, tmp_path_factory)


@pytest.fixture(scope="session", params=["musterstadt", "live"])
def site(request: pytest.FixtureRequest) -> Site:
    """One after the other."""
    found: Site = request.getfixturevalue(request.param)
    return found


def once(
    name: str, data: Path, builds: Builds, factory: pytest.TempPathFactory, *, url: str = SITE_URL, **environ: str
) -> Site:
    """A site built once per run, however many workers the run has: the first to ask builds, the others wait."""
    with alone(factory, name) as folder:
        output = folder / "ausgabe.txt"
        if not output.exists():
            done = builds.try_to_make(data, folder / "site", SITE_URL=url, **environ)
            if done.code:
                pytest.fail(f"{name} lässt sich nicht bauen:\n{done.said}", pytrace=False)
            output.write_text(done.said, encoding="utf-8")
    if name not in _built:
        _built[name] = Site(name, data, folder / "site", url, output.read_text(encoding="utf-8"))
    return _built[name]


@contextmanager
def alone(factory: pytest.TempPathFactory, name: str) -> Iterator[Path]:
    """A folder that all workers of a run have in common. While one is at it, the others wait."""
    own = factory.getbasetemp()
    folder = (own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own) / name
    folder.mkdir(exist_ok=True)
    with (folder / "sperre").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
