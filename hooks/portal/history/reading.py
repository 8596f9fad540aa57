"""From commits to the versions of each record: what was added, changed, renamed and deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from portal.history.compare import compare, compare_prose
from portal.history.drafts import Draft, Drafts, IsBroken, differing, drafts_of, keys_in, lost
from portal.history.gitlog import Commit, Contents, FileChange, Log, read_log
from portal.history.model import Change, ChangeKind, History, Version, VersionKind
from portal.history.phrases import Phrases
from portal.history.reason import reason
from portal.history.renames import renames
from portal.records import RECORD_TYPES, Record
from portal.records.values import SLUG_PATTERN
from portal.register.entries import Entry, Key

#: Who is no longer in the register is not kept in its history either: people have a right to that.
_FORGOTTEN = "personen"

Lines = defaultdict[Key, list[Version]]


def read_history(folder: Path, entries: Iterable[Entry[Record]] = ()) -> History:
    """The history of a data folder. The entries of today say what ids mean, and which ids records had before."""
    entries = [*entries]
    return history_of(read_past(folder, Phrases(titles_of(entries))), entries)


@dataclass(frozen=True, slots=True)
class ReadPast:
    """What Git tells, in words that name records as they are called today."""

    log: Log
    #: The versions of every record, oldest first.
    lines: Mapping[Key, list[Version]]
    phrases: Phrases


def titles_of(entries: Iterable[Entry[Record]]) -> dict[Key, str]:
    return {entry.key: entry.record.title for entry in entries}


def read_past(folder: Path, phrases: Phrases) -> ReadPast | None:
    """None where there is no history."""
    log = read_log(folder)
    return ReadPast(log, _Reader(log, folder, phrases).lines, phrases) if log else None


def history_of(past: ReadPast | None, entries: Iterable[Entry[Record]]) -> History:
    """What was read, joined with the records of today."""
    if past is None:
        return History(exists=False)
    today = {entry.key: entry for entry in entries}
    lines: Lines = defaultdict(list, past.lines)
    _join_former(lines, today.values())
    return _history(past.log, lines, titles_of(today.values()))


class _Reader:
    """Goes through the commits once, oldest first."""

    def __init__(self, log: Log, folder: Path, phrases: Phrases) -> None:
        #: The versions of every record, oldest first.
        self.lines: Lines = defaultdict(list)
        self._prefix = log.prefix
        self._phrases = phrases
        # What a shallow clone begins with was there before: it is no change.
        known = (commit for commit in log.commits if commit.hash not in log.cut_at)
        with Contents(folder) as contents:
            for commit in known:
                self._take(commit, *_drafts(commit.files, contents.read(_wanted(commit.files))))

    def _take(self, commit: Commit, before: Drafts, after: Drafts) -> None:
        """Add to each record's line what one commit did to it."""
        gone = {key: draft for key, draft in before.items() if key not in after}
        came = {key: draft for key, draft in after.items() if key not in before}
        renamed = renames(gone, came)
        for new, old in renamed.items():
            self.lines[new] += self.lines.pop(old, [])
        why = reason(commit.message)
        for key in sorted(before.keys() | after.keys()):
            if key in renamed.values():
                continue
            kind, changes = self._what(key, before, after, renamed)
            if kind is VersionKind.CHANGED and not changes:
                continue  # written otherwise, saying the same
            draft = after.get(key) or before[key]
            self.lines[key].append(self._version(commit, draft, kind, changes, why))

    def _what(
        self, key: Key, before: Drafts, after: Drafts, renamed: Mapping[Key, Key]
    ) -> tuple[VersionKind, tuple[Change, ...]]:
        if key in renamed:
            old = before[renamed[key]]
            return VersionKind.RENAMED, (_new_id(old.key, key), *self._compare(old, after[key]))
        if key not in after:
            return VersionKind.DELETED, ()
        if key not in before:
            return VersionKind.CREATED, ()
        return VersionKind.CHANGED, tuple(self._compare(before[key], after[key]))

    def _compare(self, before: Draft, after: Draft) -> Iterator[Change]:
        try:
            old, new = differing(before, after)
            yield from compare(RECORD_TYPES[after.key.type].model, old, new, self._phrases)
        except IsBroken:
            yield Change(label="Angaben", kind=ChangeKind.UNREADABLE)
        yield from compare_prose(before.body, after.body, self._phrases)

    def _version(
        self, commit: Commit, draft: Draft, kind: VersionKind, changes: tuple[Change, ...], why: str
    ) -> Version:
        is_gone = kind is VersionKind.DELETED
        return Version(
            key=draft.key,
            kind=kind,
            commit=commit.hash,
            time=commit.time,
            reason=why,
            changes=changes,
            title=draft.title if is_gone else "",
            path=self._prefix + draft.path,
            readable_at=(commit.parent or "") if is_gone else commit.hash,
        )


def _wanted(files: Sequence[FileChange]) -> Iterator[str]:
    """The contents worth reading: not those of new records, unless one of them may be an old one renamed."""
    has_removed = any(file.after is None for file in files)
    for file in files:
        if found := keys_in(file.path):
            is_new = file.before is None and isinstance(found, Key) and not has_removed
            yield from filter(None, (file.before, None if is_new else file.after))


def _drafts(files: Sequence[FileChange], contents: Mapping[str, bytes]) -> tuple[Drafts, Drafts]:
    """All records of the changed files, as they were and as they became."""
    before: Drafts = {}
    after: Drafts = {}
    for file in files:
        if file.before and file.after and not {file.before, file.after} <= contents.keys():
            was = became = lost(file.path)
        else:
            sides = (None if name is None else contents.get(name, b"") for name in (file.before, file.after))
            was, became = drafts_of(file.path, *sides)
        before |= was
        after |= became
    return before, after


def _join_former(lines: Lines, entries: Iterable[Entry[Record]]) -> None:
    """A record that says today what it was called, although the commit that renamed it did not."""
    for entry in entries:
        for former in entry.record.former_ids:
            key = Key(entry.key.type, former)
            old, new = lines.get(key, []), lines.get(entry.key, [])
            if old and new and old[-1].kind is VersionKind.DELETED and new[0].kind is VersionKind.CREATED:
                first = replace(new[0], kind=VersionKind.RENAMED, changes=(_new_id(key, entry.key),))
                lines[entry.key] = [*old[:-1], first, *new[1:]]
                del lines[key]


def _new_id(old: Key, new: Key) -> Change:
    return Change(label="Kennung", before=old.id, after=new.id)


def _history(log: Log, lines: Lines, titles: Mapping[Key, str]) -> History:
    of_record = {}
    for key, line in sorted(lines.items()):
        if not line or not SLUG_PATTERN.fullmatch(key.id):
            continue  # renamed, or never published: the checks refuse such a name
        if key.type == _FORGOTTEN and line[-1].kind is VersionKind.DELETED:
            continue
        title = titles.get(key) or line[-1].title or key.id
        of_record[key] = tuple(replace(version, key=key, title=title) for version in reversed(line))
    order = {commit.hash: number for number, commit in enumerate(log.commits)}
    every = [version for line in of_record.values() for version in line]
    return History(
        exists=True,
        is_cut=bool(log.cut_at),
        since=log.commits[0].time,
        all=tuple(sorted(every, key=lambda version: (version.time, order[version.commit]), reverse=True)),
        of_record=MappingProxyType(of_record),
    )
