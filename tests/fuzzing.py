"""How many examples property tests try: a few on every run, and as many as one likes with `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import settings

#: Set by `make fuzz`.
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES") or 0)


def some(examples: int) -> settings:
    """So many examples, always the same; or what `make fuzz` asks for."""
    return settings() if EXAMPLES else settings(max_examples=examples)
