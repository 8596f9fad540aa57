"""Who hangs on whom on the way from a decision to its delivery: papers, projects, questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain as joined

from portal.records import Inquiry, Paper, Project, Question, Record
from portal.register.anchors import anchors
from portal.register.entries import Entry, Key
from portal.register.link import Register
from portal.register.names import Target


class Chain:
    """The neighbours of every record on the chain; made once from a register, asked for every page."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._projects: dict[Key, dict[Key, None]] = defaultdict(dict)
        self._papers: dict[Key, dict[Key, None]] = defaultdict(dict)
        self._questions: dict[Key, dict[Target, Question]] = defaultdict(dict)
        self._subjects: dict[Key, dict[Key, None]] = defaultdict(dict)
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
        self._projects[paper][project] = None
        self._papers[project][paper] = None

    def _ask(self, key: Key, inquiry: Inquiry) -> None:
        for anchor, question in zip(anchors(inquiry), inquiry.questions, strict=True):
            for text in (*question.papers, *question.projects):
                subject = self.register.resolve(text, "beschluesse", "roadmap").key
                self._questions[subject][Target(key, anchor)] = question
                self._subjects[key][subject] = None

    def projects_of(self, paper: Key) -> list[Key]:
        """The projects that carry out a decision."""
        return list(self._projects.get(paper, ()))

    def papers_of(self, project: Key) -> list[Key]:
        """The decisions behind a project."""
        return list(self._papers.get(project, ()))

    def subjects_of(self, inquiry: Key) -> list[Key]:
        """The papers and projects that an inquiry's questions are about."""
        return list(self._subjects.get(inquiry, ()))

    def questions_about(self, keys: Iterable[Key]) -> dict[Target, Question]:
        return dict(joined.from_iterable(self._questions.get(key, {}).items() for key in keys))

    def questions_on(self, entry: Entry[Record]) -> dict[Target, Question]:
        """What was asked about a record; of a decision, also what was asked about its projects."""
        projects = self.projects_of(entry.key) if isinstance(entry.record, Paper) else []
        return self.questions_about([entry.key, *projects])


def _evidence(paper: Paper) -> Iterable[str]:
    return joined.from_iterable(point.implementation.evidence for point in paper.resolutions if point.implementation)
