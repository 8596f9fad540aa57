"""Does something again whenever files of a folder change, until somebody presses Ctrl-C."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

#: Editors save in several steps; what follows within this time is one change.
_SETTLE = 0.3
#: Reading is an event, too, and would start the next round by itself.
_CHANGES = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}


class _Bell(FileSystemEventHandler):
    """Rings when something changes that is not hidden."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rung = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        places = [Path(str(place)) for place in (event.src_path, event.dest_path) if place]
        if event.event_type in _CHANGES and any(self._counts(place) for place in places):
            self.rung.set()

    def _counts(self, place: Path) -> bool:
        """Temporary files of editors and of the portal itself begin with a dot or end with a tilde."""
        parts = place.relative_to(self.folder).parts if place.is_relative_to(self.folder) else place.parts
        return not any(part.startswith(".") or part.endswith("~") for part in parts)


def watch(folder: Path, again: Callable[[], object]) -> None:
    """Call `again` now and after every change; returns when interrupted."""
    folder = folder.resolve()
    bell = _Bell(folder)
    observer = Observer()
    observer.schedule(bell, str(folder), recursive=True)
    observer.start()
    try:
        while True:
            again()
            bell.rung.wait()
            while bell.rung.is_set():
                bell.rung.clear()
                bell.rung.wait(_SETTLE)
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        observer.join()
