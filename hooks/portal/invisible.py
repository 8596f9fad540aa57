"""Characters that cannot be seen: which of them no record may hold, and how to do without them."""

from __future__ import annotations

import re

#: The last two of each plane are no characters, and never will be.
_NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_CONTROLS = rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef{_NO_CHARACTERS}]"
#: What reorders or hides text on screen, so that a reviewer reads something else than is stored.
_DECEPTIVE = (
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff]"
)
#: Joiners belong to some scripts and hold emojis together. They are refused where they join nothing.
_IDLE_JOINERS = (
    "(?<![^\u0000-\u02ff])[\u200c\u200d]|[\u200c\u200d](?![^\u0000-\u02ff])|[\u200c\u200d\ufe0e\ufe0f](?=[\u200c\ufe0e\ufe0f])"
    "|\u200d(?=\u200d)"
)
_INVISIBLE = re.compile(f"{_CONTROLS}|{_DECEPTIVE}|{_IDLE_JOINERS}")
#: Bytes of a file name that are no UTF-8 become halves of characters, which cannot be printed.
_NOT_PRINTABLE = re.compile(f"{_INVISIBLE.pattern}|[\ud800-\udfff]")


#: Anything but letters, signs and typography of western languages. Most texts have none of it, and need no closer look.
_UNUSUAL = re.compile("[^\\t\\n\\x20-\\x7e\\u00a0-\\u02ff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf]")


def first_invisible(text: str) -> re.Match[str] | None:
    """Where the first of them stands."""
    return _INVISIBLE.search(text) if _UNUSUAL.search(text) else None


def without_invisible(text: str) -> str:
    """The same text for showing what stood in a record before anybody refused such signs."""
    return _INVISIBLE.sub("", text) if first_invisible(text) else text


def in_one_line(text: str) -> str:
    """Foreign text inside a message: it can neither begin a line of its own nor hide anything."""
    return _NOT_PRINTABLE.sub(lambda found: f"<U+{ord(found[0]):04X}>", re.sub(r"[\t\n\r]", " ", text))
