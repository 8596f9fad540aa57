"""The command line `portal`: for editors and maintainers, without MkDocs.

Exit codes: 0 clean, 1 problems in records, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

from portal.workers import collect_rarely

#: Each with its module, in the order in which `portal --help` lists them.
_COMMANDS = {
    "check": "check",
    "new": "new",
    "import": "imports",
    "init": "init",
    "schema": "schema",
    "compare": "compare",
    "links": "links",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Only the command that is asked for is loaded: to load all takes half a second, more than most have to do."""
    arguments = sys.argv[1:] if arguments is None else arguments
    asked = [name for name in arguments[:1] if name in _COMMANDS]
    parser = argparse.ArgumentParser(prog="portal", description="Werkzeug für die Einträge des Transparenzportals.")
    commands = parser.add_subparsers(dest="command", metavar="Befehl")
    for name in asked or _COMMANDS:
        import_module(f"commands.{_COMMANDS[name]}").add_to(commands)
    options = parser.parse_args(arguments)
    if not options.command:
        parser.print_help(sys.stderr)
        return 2
    collect_rarely()
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
