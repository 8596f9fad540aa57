"""The verdicts on all cases, and the town that holds all that is accepted; each made once per run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from build.builds import Builds
from build.fixtures import alone, once
from build.sites import FIXTURE, ROOT, STANDING, Site, environment
from data_folder import BASE

from hostile.case import write
from hostile.corpus import harmless
from hostile.judge import Verdict
from hostile.records import TWINS


@pytest.fixture(scope="session")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    """What `portal check` said to each case."""
    with alone(tmp_path_factory, "urteile") as folder:
        result = folder / "urteile.json"
        if not result.exists():
            path = os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))
            command = [sys.executable, "-m", "hostile.judge", str(result)]
            done = subprocess.run(
                command, env=environment(PYTHONPATH=path), cwd=folder, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
    return {name: Verdict(**found) for name, found in json.loads(result.read_text(encoding="utf-8")).items()}


@pytest.fixture(scope="session")
def hostile_town(tmp_path_factory: pytest.TempPathFactory, builds: Builds) -> Site:
    """The invented town and, beside its own records, all that strangers could add."""
    data = tmp_path_factory.mktemp("feindlich") / "data"
    shutil.copytree(FIXTURE, data)
    write(data, {name: content for name, content in BASE.items() if not (data / name).exists()})
    for files in TWINS.values():
        write(data, files)
    for case in harmless():
        write(data, case.files)
    return once("feindlich", data, builds, tmp_path_factory, **STANDING)
