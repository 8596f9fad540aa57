"""One value as YAML: plain where that is safe, quoted where not, folded where it is long.

The portal reads YAML without implicit types, so `nein`, `18:15` and `2022-06-14` need no quotes.
"""

from __future__ import annotations

import re
import textwrap

WIDTH = 120

_FIRST = "-?:,[]{}#&*!|>'\"%@`"
_NOTHING = {"~", "null", "Null", "NULL", ""}
_PRINTABLE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]*")
#: What would end a value early: a comment, the colon of a key.
_ENDS = re.compile(r"\s#|:(?:\s|$)")


def inline(text: str) -> str:
    """On one line, after a key or a dash."""
    if _is_plain(text):
        return text
    if _PRINTABLE.fullmatch(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(_escaped(character) for character in text) + '"'


def fits_flow(text: str) -> bool:
    """Whether a value may stand as it is between brackets and commas."""
    return _is_plain(text) and not any(character in text for character in ",[]{}:#")


def block(text: str, indent: int) -> str | None:
    """As a folded or literal block below its key; None where it belongs on the line of its key."""
    lines = text.split("\n")
    if not _PRINTABLE.fullmatch(text.replace("\n", "")):
        return None
    if len(lines) > 1:
        if any(line != line.strip() for line in lines) or not lines[0] or not lines[-1]:
            return None
        return "|-\n" + "\n".join(textwrap.indent(line, " " * indent) for line in lines)
    if indent + len(text) <= WIDTH - 20 or " ".join(text.split()) != text:
        return None
    folded = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return ">-\n" + "\n".join(" " * indent + line for line in folded) if len(folded) > 1 else None


def _is_plain(text: str) -> bool:
    if text in _NOTHING or text != text.strip() or not _PRINTABLE.fullmatch(text):
        return False
    if text[0] in _FIRST and not re.match(r"-\d", text):
        return False
    return not text.startswith(("---", "...")) and not _ENDS.search(text)


def _escaped(character: str) -> str:
    if character in '\\"':
        return "\\" + character
    if character == "\n":
        return "\\n"
    return character if _PRINTABLE.fullmatch(character) else f"\\U{ord(character):08x}"
