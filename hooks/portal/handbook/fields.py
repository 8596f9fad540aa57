"""The chapters of the reference: one per type of record, one for what all have, one for each file of settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from portal.check.editorial import NEEDS_SUMMARY
from portal.editing.description import in_order
from portal.handbook.examples import examples
from portal.handbook.refusal import why_not
from portal.records import RECORD_TYPES, Fact, Model, Portal, Record, RecordType
from portal.records.base import Shorthand
from portal.records.privacy import Privacy
from portal.records.samples.sample import Written
from portal.tables.annotations import Holding, holding
from portal.writing.yamltext import front_matter

BASE = "redaktion/felder/"
COMMON = "gemeinsam"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: what it means, what it holds, how it is written and how not."""

    anchor: str
    key: str
    title: str
    description: str
    needed: str
    holds: str
    #: The words of a closed list, or the types of records that may be named.
    words: tuple[str, ...]
    types: tuple[RecordType, ...]
    #: The section that tells the fields of its parts.
    part: str
    good: str
    bad: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The fields of a record itself, or of one kind of part in it."""

    anchor: str
    title: str
    fields: tuple[Field, ...]
    #: The key that a lone text fills.
    shorthand: str = ""
    #: Whether it may also carry a source, a reason and a note.
    is_fact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One page of the reference."""

    name: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    #: Where files of this kind lie.
    place: str = ""
    #: What every record has, and this one too: told on a page of its own.
    common: tuple[Field, ...] = ()

    @property
    def url(self) -> str:
        return f"{BASE}{self.name}/"


@cache
def chapters() -> tuple[Chapter, ...]:
    """Every chapter, in the order of the handbook."""
    return (*(_of_type(record_type) for record_type in RECORD_TYPES.values()), _common(), *_settings())


def content(name: str) -> Callable[[object], Chapter]:
    """What the page of a chapter shows; made when its turn comes."""
    return lambda _: next(chapter for chapter in chapters() if chapter.name == name)


def _of_type(record_type: RecordType) -> Chapter:
    model = record_type.model
    own = [name for name in in_order(model) if _is_own(model, name)]
    place = f"data/{record_type.name}/"
    return Chapter(
        name=record_type.name,
        title=record_type.plural,
        lead=record_type.lead,
        place=f"{place}<kennung>.md, ohne Text darunter auch .yml"
        + (f" oder data/{record_type.name}.yml" if record_type.collected else ""),
        sections=tuple(_sections(model, own, record_type.singular, without=_parts(Record))),
        common=tuple(_field(model, name, "") for name in model.model_fields if name not in own),
    )


def _common() -> Chapter:
    facts = Section(
        anchor="angabe", title="An jeder einzelnen Angabe", fields=_fields(Fact, [*Fact.model_fields], "angabe")
    )
    return Chapter(
        name=COMMON,
        title="Gemeinsame Felder",
        lead="Diese Felder kann jeder Eintrag haben, gleich welcher Art.",
        sections=(*_sections(Record, [*Record.model_fields], "Jeder Eintrag"), facts),
    )


def _settings() -> Iterator[Chapter]:
    for name, title, lead, model in (
        ("portal", "Einstellungen", "Was dieses Portal zum Portal einer Stadt macht.", Portal),
        ("datenschutz", "Ausnahmen beim Datenschutz", "Was privat aussieht, aber amtlich und öffentlich ist.", Privacy),
    ):
        sections = tuple(_sections(model, [*model.model_fields], "Die Datei"))
        yield Chapter(name=name, title=title, lead=lead, place=f"data/{name}.yml", sections=sections)


def _sections(
    model: type[Model], names: list[str], title: str, without: tuple[type[Model], ...] = ()
) -> Iterator[Section]:
    """The fields of a model, then those of its parts, in the order in which one meets them."""
    yield Section(anchor="eintrag", title=title, fields=_fields(model, names, "eintrag"))
    for part, found_at in _parts_with_titles(model).items():
        if part not in without:
            own = [name for name in part.model_fields if not (issubclass(part, Fact) and name in Fact.model_fields)]
            yield Section(
                anchor=_anchor(part),
                title=found_at,
                fields=_fields(part, own, _anchor(part)),
                shorthand=part.shorthand if issubclass(part, Shorthand) else "",
                is_fact=issubclass(part, Fact),
            )


@cache
def _parts_with_titles(model: type[Model]) -> dict[type[Model], str]:
    """Every kind of part, at any depth, with the title of the field where one meets it first."""
    found: dict[type[Model], str] = {}
    waiting = [model]
    for each in waiting:
        for info in each.model_fields.values():
            part = holding(info).model
            if part and part not in found:
                found[part] = info.title or ""
                waiting.append(part)
    return found


def _parts(model: type[Model]) -> tuple[type[Model], ...]:
    return tuple(_parts_with_titles(model))


def _is_own(model: type[Model], name: str) -> bool:
    """Whether a type has a field for itself, or speaks of a common one in its own way."""
    mine, common = model.model_fields[name], Record.model_fields.get(name)
    return common is None or (mine.alias, mine.description) != (common.alias, common.description)


def _fields(model: type[Model], names: list[str], section: str) -> tuple[Field, ...]:
    return tuple(_field(model, name, section) for name in names)


def _field(model: type[Model], name: str, section: str) -> Field:
    info = model.model_fields[name]
    key, held = info.alias or name, holding(info)
    sample = examples(model)[key]
    types = held.ref.types if held.ref else ()
    return Field(
        anchor=f"{section}-{key}",
        key=key,
        title=info.title or "",
        description=info.description or "",
        needed=_needed(model, name),
        holds=_holds(held),
        words=held.words,
        types=tuple(RECORD_TYPES[each] for each in types),
        part=_anchor(held.model) if held.model else "",
        good=_lines(key, sample.good),
        bad=_lines(key, sample.bad),
        why=why_not(model, key),
    )


def _needed(model: type[Model], name: str) -> str:
    if name == "id":
        return "ergibt sich aus dem Dateinamen"
    if model.model_fields[name].is_required():
        return "Pflicht"
    if name == "summary" and issubclass(model, NEEDS_SUMMARY):
        return "Pflicht"
    if name == "sources" and issubclass(model, Record) and model.needs_source:
        return "Pflicht, wenn nicht jede Angabe ihre eigene Quelle nennt"
    return "freiwillig"


def _holds(held: Holding) -> str:
    what = "Felder" if held.model else str(held.kind)
    if held.is_list:
        what = f"Liste: {what}"
    return f"{what}, auch „unbekannt“" if held.may_be_unknown and not held.words else what


def _lines(key: str, value: Written) -> str:
    return front_matter({key: value}).rstrip()


def _anchor(model: type[Model]) -> str:
    return f"teil-{model.__name__.lower()}"
