"""A past for the invented town: how its records came to be what the fixture says."""

from __future__ import annotations

from pathlib import Path

from hostile.past import commit_all
from repository import Repository

_VOTES = """\
    ergebnis: geändert beschlossen
    mehrheit: mehrheitlich
    stimmen:
      ja: 29
      nein: 6
      enthaltung: unbekannt
      nach-fraktion:
        - {fraktion: fraktion-sonne, ja: 20, nein: 0, enthaltung: 0}
        - {fraktion: fraktion-mond, ja: 9, nein: 6, haltung: uneinheitlich}
        - {fraktion: fraktion-stern, ja: 0, nein: 0, enthaltung: unbekannt}
"""
_FORMER = "fruehere-kennungen: [gelber-faden]\n"
_PAPER, _PROJECT, _GONE = "beschluesse/stadtgarten.md", "roadmap/roter-faden.md", "ereignisse/abgesagt.yml"
_BROKEN = "ereignisse/monat.yml"
#: 2 March 2025, when strangers begin to commit what they like.
_STRANGERS = 1740916800


def remember(town: Path, folder: Path) -> Repository:
    """A repository whose last commit holds the town as it is; `town` stays as it was."""
    files = {file.relative_to(town).as_posix(): file.read_bytes() for file in sorted(town.rglob("*")) if file.is_file()}
    paper, project = files[_PAPER].decode(), files[_PROJECT].decode()
    assert _VOTES in paper
    assert _FORMER in project
    early = files | {
        _PAPER: paper.replace(_VOTES, "    ergebnis: unbekannt\n"),
        "roadmap/gelber-faden.md": project.replace(_FORMER, "").replace("roter Weg", "gelber Weg"),
        _GONE: "titel: Laternenfest\ndatum: 2024-11-11\nstand: geplant\nquellen: [blatt]\n",
        _BROKEN: "titel: [nicht geschlossen\n",
    }
    del early[_PROJECT]
    past = Repository(folder)
    past.commit("2025-03-01T09:00:00+01:00", "Initial commit", early)
    commit_all(past, _STRANGERS)
    past.commit(
        "2025-03-20T18:30:00+01:00",
        "Ergebnis der Abstimmung nachgetragen (#12)\n\nDie Niederschrift liegt vor.\n\n"
        "Co-authored-by: Erika Muster <erika@muster.example>",
        {_PAPER: paper, _BROKEN: files[_BROKEN]},
    )
    past.commit("2025-05-02T10:00:00+02:00", "Update roter-faden.md", {_PROJECT: project}, ["roadmap/gelber-faden.md"])
    past.commit("2025-06-01T08:15:00+02:00", "Das Fest fiel aus, ehe es angekündigt war", without=[_GONE])
    return past
