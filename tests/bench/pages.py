"""The records of a made-up town as plain Markdown, a page for each, for generators that know no records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench import synthetic

_TITLES = ("titel", "name", "begriff")


@dataclass(frozen=True, kw_only=True)
class Page:
    #: Below the folder of pages, without an ending.
    path: str
    title: str
    #: All that the record says, without its title.
    text: str


def pages(count: int) -> Iterator[Page]:
    for path, content in synthetic.files(count):
        name, _, ending = path.rpartition(".")
        if name == "portal":
            continue
        head, _, prose = content.removeprefix("---\n").partition("---\n") if ending == "md" else (content, "", "")
        fields = yaml.load(head, _LOADER)  # noqa: S506 - a loader that makes strings, lists and mappings only
        records = {name: fields} if "/" in name else {f"{name}/{key}": value for key, value in fields.items()}
        for address, record in records.items():
            title = next(record[key] for key in _TITLES if key in record)
            lines = [line for key, value in record.items() if key not in _TITLES for line in _said(key, value, "")]
            yield Page(path=address, title=title, text="\n".join(lines) + f"\n\n{prose}")


def _said(key: str, value: object, indent: str) -> Iterator[str]:
    """A field as an item of a list, with what lies in it as items below."""
    match value:
        case dict():
            yield f"{indent}- {key}"
            for name, part in value.items():
                yield from _said(name, part, f"{indent}    ")
        case list():
            yield f"{indent}- {key}"
            for part in value:
                if isinstance(part, dict):
                    yield from _said(key, part, f"{indent}    ")
                else:
                    yield f"{indent}    - {part}"
        case _:
            yield f"{indent}- {key}: {value}"


def write(folder: Path, listed: list[Page], *, front_matter: bool) -> None:
    """As files, the title as a heading or in front matter."""
    for page in listed:
        target = folder / f"{page.path}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        head = (
            f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n"
            if front_matter
            else f"# {page.title}\n\n"
        )
        target.write_text(head + page.text, encoding="utf-8")


_LOADER = yaml.CBaseLoader
