"""From commits to the versions of each record: what was added, changed, renamed and deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from portal.history.drafts import Draft, drafts_of, keys_in
from portal.history.gitlog import Commit, FileChange, Log, read_blobs, read_log
from portal.history.model import Change, History, Version, VersionKind
from portal.records import Record
from portal.register.entries import Entry, Key

Drafts = dict[Key, Draft]


def read_history(folder: Path, entries: Iterable[Entry[Record]] = ()) -> History:
    """The history of a data folder. The entries of today say what ids mean, and which ids records had before."""
    log = read_log(folder)
    if log is None:
        return History(exists=False)
    known = [commit for commit in log.commits if commit.hash not in log.cut_at]
    blobs = read_blobs(folder, _wanted(known))
    lines: defaultdict[Key, list[Version]] = defaultdict(list)
    for commit in known:
        _take(commit, blobs, log, lines)
    return _history(log, lines)


def _wanted(commits: Iterable[Commit]) -> Iterator[str]:
    """The contents worth reading: not those of new records, which have nothing to be compared with."""
    for commit in commits:
        has_removed = any(file.after is None for file in commit.files)
        for file in commit.files:
            found = keys_in(file.path)
            if found is None:
                continue
            is_new_record = isinstance(found, Key) and file.before is None
            if file.before:
                yield file.before
            if file.after and (has_removed or not is_new_record):
                yield file.after


def _take(commit: Commit, blobs: Mapping[str, bytes], log: Log, lines: dict[Key, list[Version]]) -> None:
    """Add to each record's line what one commit did to it."""
    before, after = _drafts(commit.files, blobs, "before"), _drafts(commit.files, blobs, "after")
    for key in sorted(before.keys() | after.keys()):
        kind = (
            VersionKind.DELETED
            if key not in after
            else VersionKind.CREATED
            if key not in before
            else VersionKind.CHANGED
        )
        draft = after.get(key) or before[key]
        lines[key].append(_version(commit, log, draft, kind, ()))


def _drafts(files: Iterable[FileChange], blobs: Mapping[str, bytes], side: str) -> Drafts:
    found: Drafts = {}
    for file in files:
        name: str | None = getattr(file, side)
        if name:
            found |= drafts_of(file.path, blobs.get(name))
    return found


def _version(commit: Commit, log: Log, draft: Draft, kind: VersionKind, changes: tuple[Change, ...]) -> Version:
    return Version(
        key=draft.key,
        kind=kind,
        commit=commit.hash,
        time=commit.time,
        changes=changes,
        path=log.prefix + draft.path,
        readable_at=(commit.parent or "") if kind is VersionKind.DELETED else commit.hash,
    )


def _history(log: Log, lines: Mapping[Key, list[Version]]) -> History:
    of_record = {
        key: tuple(version if version.key == key else replace(version, key=key) for version in reversed(line))
        for key, line in sorted(lines.items())
    }
    every = [version for line in of_record.values() for version in line]
    return History(
        exists=True,
        is_cut=bool(log.cut_at),
        since=log.commits[0].time,
        all=tuple(sorted(every, key=lambda version: version.time, reverse=True)),
        of_record=MappingProxyType(of_record),
    )
