"""What all tests share: a data folder to fill, builds of whole sites, and reproducible property tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from build.builds import Builds
from data_folder import DataFolder
from fuzzing import EXAMPLES
from hypothesis import HealthCheck, settings

# The same examples on every run: a red test stays red until the code changes.
settings.register_profile("reproducible", derandomize=True, deadline=None, database=None)
# `make fuzz`: new ones on every run, as many as one has time for.
settings.register_profile(
    "fuzz", max_examples=EXAMPLES or 1, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck)
)
settings.load_profile("fuzz" if EXAMPLES else "reproducible")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """A valid `data/` folder in an empty working directory outside any repository."""
    monkeypatch.chdir(tmp_path)
    return DataFolder(tmp_path / "data")


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builds]:
    """Makes sites, in each worker by a process that has imported everything."""
    with Builds(tmp_path_factory.mktemp("bau")) as found:
        yield found
