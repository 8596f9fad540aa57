from __future__ import annotations

import pytest
from bench.growth import exponent, extrapolated, figures, in_order, times
from measurements import built


def test_a_cost_that_doubles_with_the_size_is_linear() -> None:
    assert exponent((500, 2.0), (1_000, 4.0)) == pytest.approx(1)


def test_a_cost_that_quadruples_when_the_size_doubles_is_quadratic() -> None:
    assert exponent((500, 2.0), (1_000, 8.0)) == pytest.approx(2)
    assert extrapolated((500, 2.0), (1_000, 8.0), 10_000) == pytest.approx(800)


def test_figures_split_a_build_into_phases_and_what_is_left() -> None:
    known = figures(built(1_000, phases={"load": 1.0, "check": 0.5, "link": 0.5, "pages": 1.0}, seconds=4.0))
    assert (known["load, s"], known["pages, s"]) == (1.0, 1.0)
    assert known["rest (MkDocs, start of Python), s"] == pytest.approx(1.0)
    assert known["core (load, check, link), ms a record"] == pytest.approx(2.0)
    assert known["ms a record"] == pytest.approx(4.0)


def test_the_phase_check_and_the_command_check_are_told_apart() -> None:
    known = figures(built(1_000, phases={"check": 0.25}, check=3.0, check_again=1.5))
    assert (known["check, s"], known["make check, s"], known["make check once more, s"]) == (0.25, 3.0, 1.5)


def test_a_build_that_told_no_phases_has_no_core_and_no_rest() -> None:
    known = figures(built(1_000, phases={}))
    assert not [name for name in known if name.startswith(("core", "rest"))]


def test_nothing_is_a_multiple_of_nothing() -> None:
    assert times(2, 5) == 2.5
    assert times(None, 5) is None
    assert times(5, None) is None
    assert times(0, 5) is None


def test_phases_of_several_builds_keep_their_order() -> None:
    assert in_order([{"load": 1, "pages": 1}, {"load": 1, "cache": 1, "pages": 1, "publish": 1}]) == [
        "load",
        "cache",
        "pages",
        "publish",
    ]
