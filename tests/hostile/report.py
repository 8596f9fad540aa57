"""The summary: what became of all hostile input, family by family, and of everything that was broken on purpose.

make hostile
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from faults import report as faults
from faults.forks import NONE

from hostile import judge
from hostile.case import Case, Harmless, Problem
from hostile.corpus import cases
from hostile.judge import Verdict

_HEAD = (
    "| Familie | Fälle | als Problem gemeldet | harmlos, begründet | Abstürze | zu lang | zu groß | still angenommen |"
)


def report(verdicts: Mapping[str, Verdict]) -> str:
    """A table in Markdown, with the sum of all families at the end."""
    together = sorted(cases(), key=lambda case: case.family)
    rows = [(name, list(group)) for name, group in groupby(together, key=lambda case: case.family)]
    lines = [_HEAD, "|---" + "|--:" * (_HEAD.count("|") - 2) + "|"]
    for name, group in [*rows, ("**zusammen**", together)]:
        lines.append(f"| {name} | " + " | ".join(map(str, _counts(group, verdicts))) + " |")
    slowest = max(verdicts, key=lambda name: verdicts[name].seconds)
    largest = max(verdict.megabytes for verdict in verdicts.values())
    told = f"Der längste Fall ({slowest}) rechnete {verdicts[slowest].seconds:.1f} s, der größte brauchte {largest:.0f} MB."
    return "\n".join([*lines, "", told])


def _counts(group: list[Case], verdicts: Mapping[str, Verdict]) -> Iterator[int]:
    found = [(case, verdicts[case.id]) for case in group]
    yield len(found)
    yield sum(verdict.exit == 1 for _, verdict in found)
    yield sum(verdict.exit == 0 and isinstance(case.expected, Harmless) for case, verdict in found)
    yield sum(verdict.is_crash for _, verdict in found)
    yield sum(verdict.is_hang for _, verdict in found)
    yield sum(verdict.is_too_large for _, verdict in found)
    yield sum(verdict.exit == 0 and not isinstance(case.expected, Harmless) for case, verdict in found)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "urteile.json")
        judge.main(str(result))
        found = {name: Verdict(**said) for name, said in json.loads(result.read_text(encoding="utf-8")).items()}
        print(f"## Feindliche Eingaben\n\n{report(found)}\n", flush=True)
        work = Path(folder, "fehlschlaege")
        work.mkdir()
        trials = faults.made(work)
    print(f"## Herbeigeführte Fehlschläge\n\n{faults.table(trials)}\n\n{faults.summary(trials)}")
    silent = any(isinstance(case.expected, Problem) and found[case.id].exit == 0 for case in cases())
    wrong = any(verdict.is_crash or verdict.is_hang or verdict.is_too_large for verdict in found.values())
    harmed = any(not trial.is_intact or (trial.fault == NONE and trial.exit not in (0, 2)) for trial in trials)
    sys.exit(silent or wrong or harmed)


if __name__ == "__main__":
    main()
