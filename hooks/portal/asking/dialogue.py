"""The questions one after the other, each asked until its answer fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from portal.asking.answers import Answer, Refused, judge, judge_id, suggested_id, understood
from portal.asking.fields import Field
from portal.records import RecordType
from portal.records.references import Location
from portal.register.names import Names

#: Reads one line; EOFError where there is none.
Read = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """Somebody to ask, and what their answers are measured by."""

    record_type: RecordType
    names: Names
    taken: frozenset[str]
    read: Read
    say: Say
    #: Lines from a program: a wrong one is an error, since nobody would see the question a second time.
    strict: bool = False

    def ask_all(self, fields: Sequence[Field], given: Mapping[str, str]) -> dict[Location, Answer]:
        """The answers in the order of the fields. Who gives some beforehand is asked for the needed rest only."""
        answers: dict[Location, Answer] = {}
        for field in fields:
            if field.name in given:
                answer = understood(field, given[field.name])
                judge(self.record_type, field, answer, self.names)
                answers[field.place] = answer
            elif not (field.optional and given):
                answer = self.ask(field)
                if answer:
                    answers[field.place] = answer
        return answers

    def ask(self, field: Field) -> Answer:
        """One answer that fits; empty where the field may be left out."""
        self.say(_question(field))

        def accept(text: str) -> Answer:
            answer = understood(field, text)
            if answer or not field.optional:
                judge(self.record_type, field, answer, self.names)
            return answer

        return self._until_it_fits("> ", accept)

    def ask_id(self, answers: Mapping[Location, Answer]) -> str:
        """The id, with a suggestion that Enter accepts."""
        suggestion = suggested_id(self.record_type, answers, self.taken)
        self.say("\nKennung – So heißt die Datei und die Adresse, für immer. Enter übernimmt den Vorschlag.")

        def accept(text: str) -> str:
            record_id = text.strip() or suggestion
            judge_id(self.record_type, record_id, self.taken)
            return record_id

        return str(self._until_it_fits(f"[{suggestion}] > ", accept))

    def _until_it_fits(self, prompt: str, accept: Callable[[str], Answer]) -> Answer:
        while True:
            text = self.read(prompt)
            try:
                return accept(text)
            except Refused as refusal:
                if self.strict:
                    raise
                self.say(f"  {refusal}")


def _question(field: Field) -> str:
    lines = [f"\n{field.title}{' (kann leer bleiben)' if field.optional else ''} – {field.help}"]
    if field.choices:
        lines += [f"  {number:2} {choice}" for number, choice in enumerate(field.choices, start=1)]
    elif field.example:
        lines.append(f"  Beispiel: {field.example}")
    if field.many:
        lines.append("  Mehrere mit Komma trennen.")
    return "\n".join(lines)
