"""The ledger notices when a record was lost on the way from its file to the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from data_folder import DataFolder
from portal.history import History
from portal.outputs import exports, ledger
from portal.outputs.datafiles import INDEX
from portal.outputs.ledger import Ledger
from portal.outputs.sitefolder import SiteFolder
from portal.pipeline import register_of
from portal.register.link import Register
from portal.register.urls import url_of

_PAPER = "---\ntitel: A\nart: Bericht\nberatungsfolge: {gremium: rat, termin: 2022-06-14}\nquellen: amtsblatt\n---\n"


class Site:
    """What a build wrote, and what the search index knows of it."""

    def __init__(self, data: DataFolder, folder: Path) -> None:
        reading = data.write({"beschluesse/a.md": _PAPER}).read()
        self.read: Counter[str] = reading.read
        self.register: Register = register_of(reading)
        self.folder = folder
        self.found = [url_of(key) for key in self.register.entries]
        site = SiteFolder(folder)
        site.write(exports.files(self.register, "", History(exists=False)))
        site.write(exports.summaries(self.register, "", site.sizes()))
        site.write((f"{url}index.html", b"") for url in self.found)

    def count(self) -> Ledger:
        return ledger.count(self.register, self.read, self.folder, self.found)


@pytest.fixture
def site(data: DataFolder, tmp_path: Path) -> Site:
    """A site of five records, one of them a derived meeting, on which everything is in its place."""
    return Site(data, tmp_path / "site")


def _lose_a_page(site: Site) -> None:
    (site.folder / "gremien" / "rat" / "index.html").unlink()


def _lose_a_file(site: Site) -> None:
    site.read["beschluesse"] += 1


def _lose_a_page_from_search(site: Site) -> None:
    site.found.remove("quellen/amtsblatt/")


def test_a_whole_site_balances(site: Site) -> None:
    balance = site.count()
    assert balance.balances
    assert (balance.total.read, balance.total.derived, balance.total.pages) == (4, 1, 5)
    assert "stimmt nicht" not in balance.table()
    assert len(balance.table().splitlines()) == 14


@pytest.mark.parametrize("lose", [_lose_a_page, _lose_a_file, _lose_a_page_from_search])
def test_a_loss_anywhere_shows(site: Site, lose: Callable[[Site], None]) -> None:
    lose(site)
    balance = site.count()
    assert not balance.balances
    assert [line for line in balance.table().splitlines() if line.endswith("← stimmt nicht überein")] != []


def test_a_record_missing_from_the_index_shows(site: Site) -> None:
    index = site.folder / INDEX
    index.write_text(index.read_text(encoding="utf-8").replace('"type": "quellen"', '"type": "weg"'), encoding="utf-8")
    balance = site.count()
    assert [row.name for row in balance.rows if not row.balances] == ["quellen"]


def test_a_page_found_twice_counts_once(site: Site) -> None:
    site.found += site.found
    assert site.count().balances
