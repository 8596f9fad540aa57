"""The public history of the records: who reads the log once need not ask Git for every page."""

from portal.history.again import HistoryAgain
from portal.history.model import Change, ChangeKind, History, Version, VersionKind
from portal.history.reading import read_history

__all__ = ["Change", "ChangeKind", "History", "HistoryAgain", "Version", "VersionKind", "read_history"]
