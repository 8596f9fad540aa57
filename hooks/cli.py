"""The command line `portal`: for editors and maintainers, without MkDocs.

Exit codes: 0 clean, 1 problems in records, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from commands import check, compare, imports, init, links, new, schema
from portal.workers import collect_rarely

#: In the order in which `portal --help` lists them.
_COMMANDS = (check, new, imports, init, schema, compare, links)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="portal", description="Werkzeug für die Einträge des Transparenzportals.")
    commands = parser.add_subparsers(dest="command", metavar="Befehl")
    for command in _COMMANDS:
        command.add_to(commands)
    options = parser.parse_args(arguments)
    if not options.command:
        parser.print_help(sys.stderr)
        return 2
    collect_rarely()
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
