"""What was published stays: the records compared with an older state of theirs, for proposals."""

from portal.keeping.compare import problems
from portal.keeping.past import NoPast, Past, past

__all__ = ["NoPast", "Past", "past", "problems"]
