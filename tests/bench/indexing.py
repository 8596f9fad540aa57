"""Builds the search index of a finished site in a process of its own, so that its time and memory can be measured."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "hooks"))

from portal.outputs.sitefolder import SiteFolder
from portal.pipeline import read, register_of
from portal.search import Cards, Desk, build_index
from portal.store import Store
from portal.workers import Shared

if __name__ == "__main__":
    data, site = map(Path, sys.argv[1:])
    register = register_of(read(data, os.environ, dt.date.today))
    build_index(Shared(Desk(Cards(register), SiteFolder(site), Store(None, ""))))
