"""Step 1: from files to raw values. The only step that reads data/ from disk."""

from portal.load.disk import Loaded, RawRecord, load
from portal.load.positions import line_of

__all__ = ["Loaded", "RawRecord", "line_of", "load"]
