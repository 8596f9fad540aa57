"""Edits of a town's records, as editors make them: each is tried, and taken back if the check refuses it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from data_folder import DataFolder

Texts = dict[str, str]

_TITLE = re.compile(r"^titel: *(?=\w)", re.MULTILINE)
_FOLDERS = (
    "beschluesse",
    "roadmap",
    "fragen",
    "sitzungen",
    "gremien",
    "personen",
    "kennzahlen",
    "ereignisse",
    "seiten",
)


class Town:
    """A data folder that changes. All numbers are taken as they come: what is not there so often begins again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._texts = {path: (folder / path).read_text(encoding="utf-8") for path in self._files()}
        self._original = dict(self._texts)
        self._numbers = count(1)

    def edit(self, kind: str, first: int, second: int) -> bool:
        """Whether the check lets it pass; otherwise everything is as before."""
        changed = _EDITS[kind](self, dict(self._texts), first, second)
        before, self._texts = self._texts, changed
        self._write(before)
        if DataFolder.of(self.folder).read().problems:
            self._texts, wrong = before, changed
            self._write(wrong)
            return False
        return changed != before

    def restore(self) -> None:
        before, self._texts = self._texts, dict(self._original)
        self._write(before)

    def retitle(self, texts: Texts, first: int, second: int) -> Texts:
        path = _one([path for path, text in texts.items() if _TITLE.search(text)], first)
        titles = [*_TITLE.finditer(texts[path])]
        at = titles[second % len(titles)].end()
        return texts | {path: f"{texts[path][:at]}Neu {next(self._numbers)} {texts[path][at:]}"}

    def write_more(self, texts: Texts, first: int, second: int) -> Texts:
        path = _one([path for path in texts if path.endswith(".md") and "/" in path], first)
        return texts | {path: f"{texts[path].rstrip()}\n\nMehr dazu: [[{_one(_ids(texts), second)}]].\n"}

    def add(self, texts: Texts, first: int, second: int) -> Texts:
        number = next(self._numbers)
        day = f"2024-{first % 12 + 1:02}-{second % 28 + 1:02}"
        record = f"titel: Neues Fest {number}\ndatum: {day}\nstand: erfolgt\nzu: [{_one(_ids(texts), first)}]\nquellen: [blatt]\n"
        return texts | {f"ereignisse/fest-{number}.yml": record}

    def remove(self, texts: Texts, first: int, _: int) -> Texts:
        texts.pop(_one(_records(texts), first))
        return texts

    def rename(self, texts: Texts, first: int, _: int) -> Texts:
        path = _one(_records(texts), first)
        folder, old, ending = re.fullmatch(r"(.*/)(.*)(\..*)", path).groups()  # type: ignore[union-attr]
        new = f"umbenannt-{next(self._numbers)}"
        text = texts.pop(path)
        texts[f"{folder}{new}{ending}"] = _TITLE.sub(rf"fruehere-kennungen: [{old}]\n\g<0>", text, count=1)
        name = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])(?!\])")
        return {where: name.sub(new, each) for where, each in texts.items()}

    def relate_otherwise(self, texts: Texts, first: int, second: int) -> Texts:
        path = _one(_records(texts), first)
        ids = _ids(texts)
        named = [name for name in ids if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", texts[path])]
        if not named:
            return texts
        old = _one(named, second)
        same_type = [_bare(other) for other in _records(texts) if other.partition("/")[0] == _folder_of(texts, old)]
        new = _one(same_type, second // 7)
        return texts | {path: re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, texts[path], count=1)}

    def _files(self) -> Iterator[str]:
        for file in sorted(self.folder.rglob("*")):
            if file.suffix in (".md", ".yml") and file.name != "README.md":
                yield file.relative_to(self.folder).as_posix()

    def _write(self, before: Texts) -> None:
        for path in before.keys() - self._texts.keys():
            (self.folder / path).unlink()
        for path, text in self._texts.items():
            if before.get(path) != text:
                (self.folder / path).write_text(text, encoding="utf-8")


_EDITS: dict[str, Callable[[Town, Texts, int, int], Texts]] = {
    "umbetiteln": Town.retitle,
    "ergänzen": Town.write_more,
    "anlegen": Town.add,
    "löschen": Town.remove,
    "umbenennen": Town.rename,
    "umhängen": Town.relate_otherwise,
}
KINDS = tuple(_EDITS)


def _records(texts: Texts) -> list[str]:
    return [path for path in texts if path.partition("/")[0] in _FOLDERS]


def _ids(texts: Texts) -> list[str]:
    return [_bare(path) for path in _records(texts)]


def _bare(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _folder_of(texts: Texts, name: str) -> str:
    return next(path.partition("/")[0] for path in _records(texts) if _bare(path) == name)


def _one(choices: list[str], number: int) -> str:
    return choices[number % len(choices)]
