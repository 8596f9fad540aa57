"""How far a long command is: one line that moves on a terminal, plain lines in logs."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

_WIDTH = 30
#: Terminals are drawn anew this often, logs get a line this often at most; seconds.
_BLINK, _PATIENCE = 0.1, 10.0


@dataclass(slots=True)
class Progress:
    """Called with what is being done, how far it is, and of how much."""

    out: TextIO = field(default_factory=lambda: sys.stderr)
    _label: str = ""
    _shown: float = 0.0
    _is_open: bool = False

    def __call__(self, label: str, done: int, total: int) -> None:
        now, is_over = time.monotonic(), done >= total
        if label != self._label:
            self.close()
            self._label, self._shown = label, now if not self.out.isatty() else 0.0
        if not is_over and now - self._shown < (_BLINK if self.out.isatty() else _PATIENCE):
            return
        self._shown = now
        if not self.out.isatty():
            self.out.write(f"{label}: {done} von {total}\n")
            return
        filled = _WIDTH * done // total if total else _WIDTH
        self.out.write(f"\r\x1b[K{label} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done} von {total}")
        self.out.flush()
        self._is_open = True

    def close(self) -> None:
        """End the line that moved."""
        if self._is_open:
            self.out.write("\n")
            self._is_open = False
