"""Whether a process still runs, so that what it left unfinished can be told from what it is working on."""

from __future__ import annotations

import os


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True
