"""Who hangs on whom on the way from a decision to its delivery: papers, projects, questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain as joined
from typing import Any

from portal.records import Inquiry, Paper, Project, Question, Record
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Target


class Chain:
    """The neighbours of every record on the chain; made once from a register, asked for every page."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._joints = register.worked_out("Kette", lambda: _Joints(register).found)

    def projects_of(self, paper: Key) -> list[Key]:
        """The projects that carry out a decision."""
        return list(self._joints.get((_Kind.PROJECTS, paper), ()))

    def papers_of(self, project: Key) -> list[Key]:
        """The decisions behind a project."""
        return list(self._joints.get((_Kind.PAPERS, project), ()))

    def subjects_of(self, inquiry: Key) -> list[Key]:
        """The papers and projects that an inquiry's questions are about."""
        return list(self._joints.get((_Kind.SUBJECTS, inquiry), ()))

    def questions_about(self, keys: Iterable[Key]) -> dict[Target, Question]:
        return dict(joined.from_iterable(self._joints.get((_Kind.QUESTIONS, key), {}).items() for key in keys))

    def questions_on(self, entry: Entry[Record]) -> dict[Target, Question]:
        """What was asked about a record; of a decision, also what was asked about its projects."""
        projects = self.projects_of(entry.key) if isinstance(entry.record, Paper) else []
        return self.questions_about([entry.key, *projects])


class _Kind(StrEnum):
    """What hangs on a record."""

    PROJECTS = "Projekte"
    PAPERS = "Vorlagen"
    QUESTIONS = "Fragen"
    SUBJECTS = "Gegenstände"


class _Joints:
    """What hangs on what, read off the records one by one."""

    def __init__(self, register: Register) -> None:
        self._register = register
        #: A record's neighbours of one kind; of questions with what was asked.
        self.found: dict[tuple[_Kind, Key], dict[Any, Any]] = defaultdict(dict)
        for entry in register.entries.values():
            match entry.record:
                case Project() as project:
                    for text in project.basis:
                        self._join(register.resolve(text, "beschluesse").key, entry.key)
                case Paper() as paper:
                    for text in _evidence(paper):
                        target = register.resolve(text)
                        if target.key.type == "roadmap":
                            self._join(entry.key, target.key)
                case Inquiry() as inquiry:
                    self._ask(entry.key, inquiry)

    def _join(self, paper: Key, project: Key) -> None:
        self.found[_Kind.PROJECTS, paper][project] = None
        self.found[_Kind.PAPERS, project][paper] = None

    def _ask(self, key: Key, inquiry: Inquiry) -> None:
        for anchor, question in zip(anchors(inquiry), inquiry.questions, strict=True):
            for text in (*question.papers, *question.projects):
                subject = self._register.resolve(text, "beschluesse", "roadmap").key
                self.found[_Kind.QUESTIONS, subject][Target(key, anchor)] = question
                self.found[_Kind.SUBJECTS, key][subject] = None


def _evidence(paper: Paper) -> Iterable[str]:
    return joined.from_iterable(point.implementation.evidence for point in paper.resolutions if point.implementation)
