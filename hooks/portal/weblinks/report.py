"""The result of asking: problems at their lines, and an issue that can be worked through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.german import count
from portal.problems import Problem, in_order
from portal.quoting import quoted
from portal.weblinks.asking import Answer, Finding
from portal.weblinks.places import Place

#: An issue may hold 65,536 characters; whoever has more dead links than fit begins with these.
_LONGEST = 60_000
_HEADINGS = {
    Finding.DEAD: "Führt ins Leere",
    Finding.MOVED: "Umgezogen",
    Finding.UNCLEAR: "Unklar: bitte im Browser ansehen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was found, by how bad it is."""

    asked: int
    answered: int
    found: Mapping[Finding, list[Problem]]

    @property
    def dead(self) -> list[Problem]:
        return self.found[Finding.DEAD]

    @property
    def nobody_answered(self) -> bool:
        """Then it is not the links that are broken, but the way to them."""
        return self.asked > 0 and not self.answered


def report(places: Iterable[Place], answers: Mapping[str, Answer]) -> Report:
    found: dict[Finding, list[Problem]] = {finding: [] for finding in Finding}
    for place in places:
        answer = answers[place.address]
        if answer.finding is not Finding.FINE:
            found[answer.finding].append(place.complain(f"{place.address}: {answer.words}"))
    answered = sum(answer.was_heard for answer in answers.values())
    return Report(
        asked=len(answers),
        answered=answered,
        found={finding: in_order(problems) for finding, problems in found.items()},
    )


def summary(done: Report) -> str:
    amounts = [f"{len(done.found[finding])} {finding.value}" for finding in _HEADINGS if done.found[finding]]
    return f"{count(done.asked, 'Adresse', 'Adressen')} gefragt: {', '.join(amounts) or 'alle erreichbar'}."


def markdown(done: Report) -> str:
    """What stands in the issue."""
    text = f"{summary(done)}\n\nWas tot ist, braucht eine neue Adresse oder eine Kopie im Archiv. Der Eintrag bleibt: Die Quelle hat es gegeben.\n"
    for block in _blocks(done):
        if len(text) + len(block) > _LONGEST:
            return f"{text}\nDer Rest ist zu lang. `portal links` zeigt alles.\n"
        text += block
    return text


def _blocks(done: Report) -> Iterator[str]:
    for finding, heading in _HEADINGS.items():
        if done.found[finding]:
            yield f"\n## {heading}\n\n"
        for problem in done.found[finding]:
            box = "[ ] " if finding is Finding.DEAD else ""
            yield f"- {box}{quoted(f'{problem.path}:{problem.line}')} {quoted(problem.message)}\n"
