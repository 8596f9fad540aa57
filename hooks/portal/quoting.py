"""Foreign text in comments and issues that the portal's own account writes on its hosting platform."""

from __future__ import annotations

from unicodedata import category


def quoted(text: str) -> str:
    """Foreign text as a code span.

    There, Markdown, HTML, mentions and links mean nothing. Signs that could end the span or turn the writing are left out.
    """
    plain = "".join(sign for sign in text if category(sign)[0] != "C" and sign not in "`\u2028\u2029")
    return f"`{' '.join(plain.split()) or 'ohne Titel'}`"
