"""The command line without a process of its own, which takes a hundredth of the time: for what depends on arguments only."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import cli


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def call(*arguments: str, lines: Sequence[str] = ()) -> Done:
    """What `portal` with these arguments says when these lines are typed; whoever calls it sets the environment."""
    out, err, typed = io.StringIO(), io.StringIO(), io.StringIO("".join(f"{line}\n" for line in lines))
    stdin = sys.stdin
    sys.stdin = typed
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = cli.main(arguments)
            except SystemExit as wrong_usage:
                code = int(wrong_usage.code or 0)
    finally:
        sys.stdin = stdin
    return Done(returncode=code, stdout=out.getvalue(), stderr=err.getvalue())
