"""Step 1: from files to raw values. The only step that reads data/ from disk."""

from portal.load.disk import Files, load, shown, texts
from portal.load.positions import line_of
from portal.load.raw import DataFile, Loaded, RawRecord, Unread

__all__ = ["DataFile", "Files", "Loaded", "RawRecord", "Unread", "line_of", "load", "shown", "texts"]
