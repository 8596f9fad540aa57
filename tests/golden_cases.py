"""Golden cases: YAML files that hold a data folder and what the portal makes of it.

    files:       path below data/ -> content; or {text: …, encoding: latin-1}, or {link: target}
    remove:      files of golden/base/ that this case does without
    as_of:       the day the data stands at (2026-11-21)
    problems:    the exact lines that `portal check` prints
    values:      the raw values of the case's own records, one line each
    register:    views of the linked register, by name: `timeline`, `backlinks of gremien/rat`, …

The last three are expectations; they come last, and UPDATE_GOLDEN=1 rewrites them in place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from data_folder import TODAY, DataFolder
from portal.load import load
from portal.register.entries import Key
from portal.register.link import AgendaEntry, Register
from portal.register.timeline import Moment

FOLDER = Path(__file__).parent / "golden"
EXPECTATIONS = ("problems", "values", "register")
_EXPECTATION = re.compile(rf"^(?:{'|'.join(EXPECTATIONS)}):", re.MULTILINE)


def case_files() -> list[Path]:
    return [file for step in ("load", "check", "link") for file in sorted((FOLDER / step).glob("*.yml"))]


@dataclass(frozen=True)
class Case:
    """One case file."""

    file: Path
    content: dict[str, Any]

    @classmethod
    def read(cls, file: Path) -> Case:
        return cls(file, yaml.safe_load(file.read_text(encoding="utf-8")))

    @property
    def expected(self) -> dict[str, Any]:
        return {name: self.content[name] for name in EXPECTATIONS if name in self.content}

    def run(self, data: DataFolder) -> dict[str, Any]:
        """What the portal really makes of the case, in the shape of its expectations."""
        self._fill(data)
        today = self.content.get("as_of", TODAY)
        found: dict[str, Any] = {}
        for name, expected in self.expected.items():
            match name:
                case "problems":
                    found[name] = [problem.as_text() for problem in data.read(today).problems]
                case "values":
                    found[name] = list(self._values(data))
                case "register":
                    register = data.register(today)
                    found[name] = {view: show(register, view) for view in expected}
        return found

    def rewrite(self, found: dict[str, Any]) -> None:
        """Replace the expectations in the file, keeping all that stands above them."""
        text = self.file.read_text(encoding="utf-8")
        above = text[: match.start()] if (match := _EXPECTATION.search(text)) else text
        new = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=10_000)
        self.file.write_text(above + new, encoding="utf-8")

    def _fill(self, data: DataFolder) -> None:
        for path in self.content.get("remove", ()):
            (data.folder / path).unlink()
        for path, content in self.content.get("files", {}).items():
            match content:
                case {"link": target}:
                    link = data.folder / path
                    link.parent.mkdir(parents=True, exist_ok=True)
                    link.symlink_to(target)
                case {"text": text, "encoding": encoding}:
                    data.write({path: text.encode(encoding)})
                case text:
                    data.write({path: text})

    def _values(self, data: DataFolder) -> Iterator[str]:
        for raw in load(data.folder).records:
            if raw.path.removeprefix("data/") in self.content["files"]:
                for location, value in _leaves(raw.values):
                    yield f"{raw.type}/{raw.id}: {'.'.join(location)} = {value!r}"
                if raw.body:
                    yield f"{raw.type}/{raw.id}: text from line {raw.body_line} = {raw.body!r}"


def _leaves(value: Any, location: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict | list) and value:
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in steps:
            yield from _leaves(item, (*location, str(step)))
    else:
        yield location, value


# --- Views of the register ---------------------------------------------------------------------


def show(register: Register, view: str) -> list[str]:
    """A view by the name it has in a case: `states`, `timeline of beschluesse/x`."""
    name, _, subject = view.partition(" of ")
    return list(_VIEWS[name](register, subject))


def _key(text: str) -> Key:
    return Key(*text.split("/"))


def _states(register: Register, subject: str) -> Iterator[str]:
    for key, state in register.states.items():
        origin = f" by {state.consultation.body}, {state.consultation.date}" if state.consultation else ""
        yield f"{key}: {state.label} ({state.tone}){origin}"


def _meetings(register: Register, subject: str) -> Iterator[str]:
    for entry in register.by_type["sitzungen"]:
        yield f"{entry.key.id}: {entry.record.title}{'' if entry.raw else ' (derived)'}"


def _agenda(register: Register, subject: str) -> Iterator[str]:
    return map(_agenda_line, register.agendas.get(_key(subject), ()))


def _agenda_line(item: AgendaEntry) -> str:
    return (
        f"{item.key}: {f'{item.consultation.role}, {item.consultation.result}' if item.consultation else item.occasion}"
    )


def _backlinks(register: Register, subject: str) -> Iterator[str]:
    for link in register.incoming.get(_key(subject), ()):
        to = f" to #{link.target_fragment}" if link.target_fragment else ""
        yield f"{link.label}: {link.source}{_fragment(link.fragment)}{to}"


def _timeline(register: Register, subject: str) -> Iterator[str]:
    moments = register.moments.get(_key(subject), ()) if subject else register.timeline
    return map(_moment_line, moments)


def _moment_line(moment: Moment) -> str:
    where = f" in {moment.body}" if moment.body else ""
    inferred = ", inferred" if moment.inferred else ""
    return f"{moment.date} {moment.kind} {moment.key}{_fragment(moment.fragment)}{where}: {moment.text} ({moment.certainty}{inferred})"


def _fragment(fragment: str) -> str:
    return f"#{fragment}" if fragment else ""


def _redirects(register: Register, subject: str) -> Iterator[str]:
    return (f"{old} -> {new}" for old, new in register.redirects.items())


def _numbers(register: Register, subject: str) -> Iterator[str]:
    return (f"{number}: {', '.join(map(str, keys))}" for number, keys in register.numbers.items())


def _list(register: Register, subject: str) -> Iterable[str]:
    return (entry.key.id for entry in register.by_type[subject])


_VIEWS: dict[str, Callable[[Register, str], Iterable[str]]] = {
    "states": _states,
    "meetings": _meetings,
    "agenda": _agenda,
    "backlinks": _backlinks,
    "timeline": _timeline,
    "redirects": _redirects,
    "numbers": _numbers,
    "list": _list,
}
