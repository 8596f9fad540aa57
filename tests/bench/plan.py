"""What a run of the benchmark is asked for, from the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bench.checkout import ROOT

SIZES = (100, 1_000, 10_000, 30_000)
#: In the order in which they are measured.
PARTS = ("builds", "peers", "rebuild", "serve", "visits", "searches")
#: Everything but the builds is measured at the largest size up to this one.
_MOST = 10_000


@dataclass(frozen=True, kw_only=True)
class Plan:
    sizes: tuple[int, ...]
    parts: frozenset[str]
    out: Path

    @classmethod
    def from_environment(cls, *, sizes: tuple[int, ...] = SIZES, parts: frozenset[str] = frozenset(PARTS)) -> Plan:
        """BENCH_SIZES=100,1000 and BENCH_PARTS=builds,peers ask for less, BENCH_OUT= says where results go."""
        asked_sizes, asked_parts = _listed("BENCH_SIZES"), _listed("BENCH_PARTS")
        if unknown := set(asked_parts) - set(PARTS):
            raise SystemExit(f"BENCH_PARTS: {', '.join(sorted(unknown))}? There are {', '.join(PARTS)}.")
        if not all(size.isdecimal() and int(size) >= 100 for size in asked_sizes):
            raise SystemExit("BENCH_SIZES: whole numbers from 100 on, with commas between them.")
        return cls(
            sizes=tuple(sorted(set(map(int, asked_sizes)))) or sizes,
            parts=frozenset(asked_parts) or parts,
            out=Path(os.environ.get("BENCH_OUT") or ROOT / "build" / "bench"),
        )

    @property
    def size(self) -> int:
        """Where other generators, changes and visitors are looked at."""
        return max((size for size in self.sizes if size <= _MOST), default=self.sizes[0])

    def file_of(self, commit: str) -> Path:
        return self.out / f"{commit}.json"


def _listed(name: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]
