"""The settings of a portal from the hand of a stranger: every text that is free wants to run, break out or forge."""

from __future__ import annotations

import json

#: Nothing of this is refused: these are sentences and names. Each has its place in heads, feeds, calendars and tables.
NAME = "Portal</title><script>alert(1)</script>{{ 7 * 7 }}\" ' & ]]> <b>"
TOWN = 'Stadt" onmouseover="alert(1)\' <img src=x onerror=alert(1)> &xxe;'
PROGRAMME = '=HYPERLINK("https://boese.example/") </style> GO!'
TAGLINE = "</h1></main><script>alert(2)</script> [Klick](javascript:alert(1)) ; BEGIN:VEVENT"
INTRODUCTION = "<style>body{display:none}</style> {% include 'base.html' %} [[stadtgarten]] %n \\n,;"
LICENCE = 'CC <svg onload=alert(1)> " 4.0'
ATTRIBUTION = "Stadt, </script><base href='//boese.example/'>"
QUERY = '"><script>alert(3)</script>&q=1#x'
TERM = 'Wahlperiode <b> ]]> & "1"'

FREE = (NAME, TOWN, PROGRAMME, TAGLINE, INTRODUCTION, LICENCE, ATTRIBUTION, QUERY)


def settings(innocent: str) -> str:
    """The settings of a town with other words in every free place."""
    lines = innocent.splitlines()
    changed = {
        "name": NAME,
        "programm": PROGRAMME,
        "stadt": TOWN,
        "leitsatz": TAGLINE,
        "einleitung": INTRODUCTION,
        "  name": LICENCE,
        "  nennung": ATTRIBUTION,
    }
    made = [_line(line, changed) for line in lines]
    assert sorted(made) != sorted(lines)
    assert all(any(line.startswith(f"{key}:") for line in lines) for key in changed)
    return "\n".join(made) + "\n"


def _line(line: str, changed: dict[str, str]) -> str:
    key = line.partition(":")[0]
    if key in changed:
        return f"{key}: {json.dumps(changed[key], ensure_ascii=False)}"
    if key == "suchbeispiele":
        return f"suchbeispiele: [{json.dumps(QUERY, ensure_ascii=False)}]"
    return line.replace("Wahlperiode 2023–2028", f"'{TERM}'")
