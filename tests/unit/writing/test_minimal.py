"""The least that a portal needs passes every check."""

from __future__ import annotations

from pathlib import Path

import pytest
from oparl_import import read_data
from portal.writing.minimal import settings


@pytest.mark.parametrize("town", ["Musterstadt", "Bad Muster: an der „Au“ # 3"])
def test_settings_of_a_new_portal_pass_every_check(town: str, tmp_path: Path) -> None:
    (tmp_path / "portal.yml").write_text(settings(town), encoding="utf-8")
    reading = read_data(tmp_path)
    assert not reading.problems
    assert reading.settings
    assert reading.settings.town == town
