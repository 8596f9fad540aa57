from __future__ import annotations

from pathlib import Path

import pytest
from bench.plan import PARTS, SIZES, Plan


@pytest.fixture(autouse=True)
def _asks_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BENCH_SIZES", "BENCH_PARTS", "BENCH_OUT"):
        monkeypatch.delenv(name, raising=False)


def test_everything_is_measured_unless_less_is_asked_for() -> None:
    plan = Plan.from_environment()
    assert (plan.sizes, plan.parts) == (SIZES, frozenset(PARTS))
    assert plan.file_of("abc").parts[-3:] == ("build", "bench", "abc.json")


def test_a_quick_run_names_its_sizes_in_any_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BENCH_SIZES", "1000, 100,1000")
    monkeypatch.setenv("BENCH_PARTS", "builds")
    monkeypatch.setenv("BENCH_OUT", str(tmp_path))
    plan = Plan.from_environment()
    assert plan.sizes == (100, 1_000)
    assert plan.parts == {"builds"}
    assert plan.file_of("abc") == tmp_path / "abc.json"


def test_others_are_measured_at_ten_thousand_at_most() -> None:
    assert Plan(sizes=SIZES, parts=frozenset(), out=Path()).size == 10_000
    assert Plan(sizes=(100, 1_000), parts=frozenset(), out=Path()).size == 1_000
    assert Plan(sizes=(30_000,), parts=frozenset(), out=Path()).size == 30_000


@pytest.mark.parametrize(("name", "value"), [("BENCH_SIZES", "viele"), ("BENCH_SIZES", "20"), ("BENCH_PARTS", "alles")])
def test_what_cannot_be_measured_is_refused(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit, match=name):
        Plan.from_environment()
