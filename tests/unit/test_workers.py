"""Tasks give the same results however many processes share them."""

from __future__ import annotations

import os
import signal
from concurrent.futures.process import BrokenProcessPool
from functools import partial

import pytest
from portal.workers import Crew, Meanwhile, Shared, processors


def _square(number: int) -> int:
    return number * number


def _fail() -> int:
    raise ValueError("Das ging schief.")


def _who_knows(known: Shared[set[str]]) -> tuple[int, set[str]]:
    return os.getpid(), known.it


def _die_unless(process: int) -> int:
    return process if os.getpid() == process else _die()


def _die() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    with Crew(workers) as crew:
        for _ in range(2):
            found = [*crew.run("Quadrate", [partial(_square, number) for number in range(20)])]
            assert found == [number**2 for number in range(20)]


def test_several_workers_are_other_processes_that_know_what_is_shared_with_them() -> None:
    known = Shared({"Rat"})
    with Crew(2) as crew:
        answers = [*crew.run("Wissen", [partial(_who_knows, known)] * 8)]
    assert os.getpid() not in {process for process, _ in answers}
    assert all(found == {"Rat"} for _, found in answers)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_task_that_fails_ends_them_all_with_its_reason(workers: int) -> None:
    with Crew(workers) as crew, pytest.raises(ValueError, match="Das ging schief"):
        [*crew.run("Fehler", [partial(_square, 2), _fail, partial(_square, 3)])]


def test_a_worker_that_is_killed_is_missed() -> None:
    with Crew(2) as crew, pytest.raises(BrokenProcessPool):
        [*crew.run("Unglück", [partial(_square, 2), _die, partial(_square, 3)])]


def test_what_is_done_meanwhile_is_done_by_another_process() -> None:
    assert Meanwhile(os.getpid).result() != os.getpid()


@pytest.mark.parametrize("processors", [1, 2])
def test_what_fails_meanwhile_says_why(monkeypatch: pytest.MonkeyPatch, processors: int) -> None:
    monkeypatch.setattr("portal.workers.processors", lambda: processors)
    assert Meanwhile(partial(_square, 3)).result() == 9
    with pytest.raises(ValueError, match="Das ging schief"):
        Meanwhile(_fail).result()


def test_what_was_killed_meanwhile_is_done_all_the_same() -> None:
    begun = os.getpid()
    assert Meanwhile(partial(_die_unless, begun)).result() == begun


def test_there_is_at_least_one_processor() -> None:
    assert processors() >= 1


@pytest.mark.parametrize("workers", [1, 2])
def test_somebody_is_told_how_far_the_tasks_are(workers: int) -> None:
    told: list[tuple[str, int, int]] = []
    with Crew(workers, lambda *news: told.append(news)) as crew:
        [*crew.run("Quadrate", [partial(_square, number) for number in range(3)])]
    assert told == [("Quadrate", 1, 3), ("Quadrate", 2, 3), ("Quadrate", 3, 3)]
