"""Why something was changed, from a commit's message: nobody's name, no address, nothing a platform wrote by itself."""

from __future__ import annotations

import re

from portal.history.model import shortened
from portal.invisible import without_invisible

#: Longer explanations are read where the commit lies.
_LIMIT = 600
#: So much of a message is looked at: patterns take ten seconds for a word of 50,000 letters.
_READ = 2_000

#: What platforms fill in when an editor writes nothing: it names a file, not a reason.
_BY_ITSELF = re.compile(
    r"(update|create|delete|edit|add|new file|rename|upload)(d? )?(file )?[^ ]*\.(md|ya?ml)( (to|via) .*)?"
    r"|[^ ]*\.(md|ya?ml) (aktualisiert|hinzugefügt|gelöscht|geändert)"
    r"|add(ed)? (new )?files?( via upload)?|merge .*|initial commit|see merge request .*|wip",
    re.IGNORECASE,
)
#: „Signed-off-by: …“, „Co-authored-by: …“ and their like.
_BY_SOMEBODY = re.compile(r"[A-Za-z][A-Za-z-]*-(by|to): .*|(cc|change-id|on-behalf-of): .*", re.IGNORECASE)
_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?|(?<!\w)@[\w-]+")
_NUMBER = re.compile(r"\s*\((#|!)\d+\)$")


def reason(message: str) -> str:
    """The message's own words, paragraphs kept apart by a line feed; empty if it has none."""
    text = without_invisible(message).replace("\r", "")
    if len(text) > _READ:
        text = text[: text.rfind(" ", 0, _READ) if " " in text[:_READ] else _READ]  # no address is cut in two
    paragraphs = re.split(r"\n\s*\n", text)
    kept = (_paragraph(text) for text in paragraphs)
    return shortened("\n".join(filter(None, kept)), _LIMIT)


def _paragraph(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    kept = [_NUMBER.sub("", line) for line in lines if line and not _BY_SOMEBODY.fullmatch(line)]
    kept = [line for line in kept if not _BY_ITSELF.fullmatch(line.lstrip("*- ").strip())]
    return " ".join(_ADDRESS.sub("…", " ".join(kept)).split())
