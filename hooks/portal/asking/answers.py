"""What an answer means, and whether it is one: judged by the same models and checks as files are."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, TypeAlias

from pydantic import ValidationError

from portal.asking.fields import Field
from portal.records import UNKNOWN, RecordType
from portal.records.references import Location
from portal.records.values import SLUG_LENGTH, SLUG_PATTERN, SLUG_RULE
from portal.register.names import Names, UnknownName
from portal.validate import slugify
from portal.validate.explain import in_file, message

Answer: TypeAlias = str | list[str]
Answers: TypeAlias = Mapping[Location, Answer]


class Refused(Exception):
    """An answer that does not fit; the message says why, in German."""


def understood(field: Field, text: str) -> Answer:
    """The words of an answer as the file will hold them; choices may be named by their number."""
    words = " ".join(text.split())
    if field.choices and words.isdigit() and 1 <= int(words) <= len(field.choices):
        return field.choices[int(words) - 1]
    if field.choices:
        return next((choice for choice in field.choices if choice.lower() == words.lower()), words)
    return [part.strip() for part in words.strip("[]").split(",") if part.strip()] if field.many else words


def judge(record_type: RecordType, field: Field, answer: Answer, names: Names) -> None:
    """Refuse what the model or the register would refuse."""
    if not answer:
        raise Refused(f"Diese Angabe ist nötig. {field.help}".strip())
    if field.ref:
        for text in [answer] if isinstance(answer, str) else answer:
            _must_be_known(text, field.ref.types, names, points=field.ref.points)
    try:
        record_type.model.model_validate({"id": "entwurf", **nested({field.place: answer})})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            location = in_file(detail["loc"])
            if location[: len(field.place)] == field.place:
                raise Refused(message(record_type.model, detail, location)) from None


def _must_be_known(text: str, types: tuple[str, ...], names: Names, *, points: bool) -> None:
    if text == UNKNOWN:
        return  # the model says whether that is allowed
    try:
        names.resolve(text, types, points=points)
    except UnknownName as error:
        hint = f" Anlegen mit „portal new {types[0]}“." if len(types) == 1 else ""
        raise Refused(f"{error}{hint}") from None


def judge_id(record_type: RecordType, text: str, taken: frozenset[str]) -> None:
    """An id must be well formed, and nobody's yet."""
    if not SLUG_PATTERN.fullmatch(text) or len(text) > SLUG_LENGTH:
        suggestion = slugify(text)
        hint = f" Vorschlag: „{suggestion}“." if suggestion else ""
        raise Refused(f"„{text[:60]}“ ist keine gültige Kennung: {SLUG_RULE}.{hint}")
    if text in taken:
        raise Refused(
            f"Die Kennung „{text}“ ist unter „{record_type.name}“ schon vergeben. Kennungen werden nie neu vergeben."
        )


def suggested_id(record_type: RecordType, answers: Answers, taken: frozenset[str]) -> str:
    """From number, or body and day, or title; with a number behind it where it is taken."""
    parts = [answers.get((key,), "") for key in ("nummer",)]
    if not any(parts):
        parts = [answers.get((key,), "") for key in ("gremium", "termin")]
    if not all(parts):
        title = record_type.model.model_fields["title"].alias or "titel"
        parts = [answers.get((title,), "")]
    wanted = (
        slugify(" ".join(part for part in parts if isinstance(part, str)))[: SLUG_LENGTH - 4].strip("-") or "eintrag"
    )
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, 1000))
    return next(candidate for candidate in numbered if candidate not in taken)


def nested(answers: Answers) -> dict[str, Any]:
    """Answers by place as the fields of a file, in the order of the answers."""
    values: dict[str, Any] = {}
    for place, answer in answers.items():
        target: Any = values
        for step, following in pairwise(place):
            fresh: Any = [] if isinstance(following, int) else {}
            if isinstance(target, list):
                if len(target) <= int(step):
                    target.append(fresh)
                target = target[int(step)]
            else:
                target = target.setdefault(step, fresh)
        target[place[-1]] = answer
    return values
