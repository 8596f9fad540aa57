"""`make bench`: how long the portal takes, how that grows, how others compare, and what visitors pay.

Prints Markdown, and stores it with all figures as JSON under the commit's name. Figures of one run on one machine: compare
the ratios, not the seconds. BENCH_SIZES=100,1000 makes a quick run; `plan.py` says what else can be asked for.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "hooks")]

from bench.checkout import ROOT, Checkout  # noqa: E402
from bench.compare import compare  # noqa: E402
from bench.costs import Failed  # noqa: E402
from bench.plan import Plan  # noqa: E402
from bench.report import report  # noqa: E402
from bench.run import run  # noqa: E402


def main() -> int:
    plan = Plan.from_environment()
    try:
        results = run(Checkout(root=ROOT), plan)
    except Failed as error:
        print(error, file=sys.stderr)
        return 1
    print(report(results))
    print(f"Stored as {plan.file_of(results.commit)} and .md", file=sys.stderr)
    if "searches" in plan.parts:
        from bench.searchbench import search_benchmark

        with tempfile.TemporaryDirectory() as folder:
            search_benchmark(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(compare(sys.argv[2:]) if sys.argv[1:2] == ["compare"] else main())
