"""How long the data files take, and what they weigh: `.venv/bin/python tests/bench/exports.py 1000 10000`.

Seconds of processor time, of one run on one machine: compare the shares.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "hooks")]

from portal import oparl  # noqa: E402
from portal.history import History  # noqa: E402
from portal.oparl.times import Times  # noqa: E402
from portal.outputs import catalogue  # noqa: E402
from portal.outputs.api import index, openapi, records, schemas  # noqa: E402
from portal.pipeline import read, register_of  # noqa: E402
from portal.register.link import Register  # noqa: E402
from portal.tables import csvfiles, sqlite  # noqa: E402
from portal.tables.rows import rows_of  # noqa: E402

from bench import synthetic  # noqa: E402

_SITE = "https://portal.example/"
_EPOCH = {"SOURCE_DATE_EPOCH": str(int(dt.datetime(2026, 6, 1, tzinfo=dt.UTC).timestamp()))}


def main(sizes: list[int]) -> None:
    print(f"{'records':>8} {'what':<10} {'files':>7} {'MB':>8} {'s':>7}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder, "daten")
            synthetic.write(data, size)
            register = register_of(read(data, _EPOCH, dt.date.today))
        total = 0.0
        for name, files in _parts(register).items():
            start = time.process_time()
            weights = [len(content) for _, content in files()]
            seconds = time.process_time() - start
            total += seconds
            print(f"{size:>8} {name:<10} {len(weights):>7} {sum(weights) / 1e6:>8.1f} {seconds:>7.2f}")
        print(f"{size:>8} {'together':<10} {'':>7} {'':>8} {total:>7.2f}\n")


def _parts(register: Register) -> dict[str, Callable[[], Iterable[tuple[str, bytes]]]]:
    rows = rows_of(register)
    return {
        "rows": lambda: [("", b"") for _ in rows_of(register).texts],
        "json": lambda: [*records.files(register, _SITE), *schemas.files()],
        "openapi": lambda: [("", openapi.description(register, _SITE))],
        "csv": lambda: csvfiles.files(register, rows, _SITE),
        "sqlite": lambda: [("", sqlite.database(register, rows, _SITE))],
        "oparl": lambda: oparl.files(register, _SITE, Times(register, History(exists=False))),
        "index": lambda: [("", index.index(register, _SITE, {}))],
        "catalogue": lambda: catalogue.files(register, _SITE, {}),
    }


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1_000, 10_000])
