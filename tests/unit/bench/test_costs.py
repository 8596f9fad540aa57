from __future__ import annotations

import sys

import psutil
import pytest
from bench.costs import Failed, measured

#: Long enough to be looked at several times even where the machine has much else to do.
_WHILE = 3
#: Holds so many megabytes for a while.
_HOLD = f"import sys, time; held = bytearray(int(sys.argv[1]) * 1_000_000); time.sleep({_WHILE})"
_WITH_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_HOLD!r}, '80', 'apart'])"


def test_memory_counts_what_children_hold_and_leaves_out_those_kept_apart() -> None:
    cost = measured([sys.executable, "-c", _WITH_CHILD], without="apart")
    assert cost.memory > 70
    assert cost.memory_apart < 70


@pytest.mark.skipif(not psutil.LINUX, reason="other systems do not tell what is shared")
def test_forks_that_share_memory_count_it_once() -> None:
    code = f"import os, time; held = bytearray(100_000_000); os.fork(); time.sleep({_WHILE})"
    cost = measured([sys.executable, "-c", code])
    assert 100 < cost.memory < 180


def test_a_command_that_fails_says_why() -> None:
    with pytest.raises(Failed, match=r"exit 3: Das ging schief\."):
        measured([sys.executable, "-c", "import sys; print('Das ging schief.'); sys.exit(3)"])


def test_a_command_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Failed, match="not done after 0 s"):
        measured([sys.executable, "-c", "import time; time.sleep(60)"], timeout=0.3)


def test_processors_work_for_a_command_and_its_children() -> None:
    busy = "import time; end = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    assert measured([sys.executable, "-c", code]).processor >= 0.3
