"""The closing report to the editor: what was found, what was not, what needs a second look, what is to do."""

from __future__ import annotations

from collections.abc import Sequence

from portal.imports.vorlage.draft import Draft
from portal.problems import Problem


def report(draft: Draft, path: str, to_fill: Sequence[Problem], check_command: str) -> str:
    """A few lines in German, without a word of the paper's text."""
    lines = [f"Entwurf geschrieben: {path}", ""]
    lines += _list("Gefunden", draft.found)
    lines += _list("Nicht gefunden", draft.missing)
    lines += _list("Unsicher", draft.unsure)
    lines += _list("Noch zu ergänzen", [f"Zeile {problem.line}: {problem.message}" for problem in to_fill])
    lines.append(f"Als Nächstes: {path} öffnen, mit dem Papier vergleichen, ergänzen, dann prüfen: {check_command}")
    return "\n".join(lines)


def _list(title: str, items: Sequence[str]) -> list[str]:
    return [f"{title}:", *(f"  - {item}" for item in dict.fromkeys(items)), ""] if items else []
