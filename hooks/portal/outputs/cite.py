"""How to cite a record's page: as a sentence, for BibTeX and for reference managers (CSL-JSON)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from portal.dates import PartialDate
from portal.german import NO_BREAK, in_words
from portal.records import RECORD_TYPES, Record
from portal.register.entries import Entry
from portal.register.link import Register
from portal.register.urls import url_of

#: What TeX reads as a command. Braces must not appear at all, even escaped: BibTeX counts them.
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_TEX_SIGN = re.compile("|".join(map(re.escape, _TEX)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One page in three notations, and the address that stays."""

    text: str
    bibtex: str
    csl: str
    url: str


def citation(entry: Entry[Record], register: Register, site_url: str) -> Citation:
    """The page is cited, not the paper it tells of: its publisher is the portal, its version the day of the data."""
    name, title = register.settings.name, entry.record.label()
    kind, url = RECORD_TYPES[entry.key.type].singular, site_url + url_of(entry.key)
    version = f"Stand {in_words(PartialDate.of_day(register.today)).replace(NO_BREAK, ' ')}"
    key = f"{entry.key.type}-{entry.key.id}"
    return Citation(
        text=f"{name} ({register.today.year}): {title}{'' if title[-1] in '.?!' else '.'} {kind}, {version}. {url}",
        bibtex=_bibtex(key, {"author": name, "title": title, "note": f"{kind}, {version}"}, register, url),
        csl=_csl(key, {"title": title, "genre": kind, "note": version}, register, url),
        url=url,
    )


def _bibtex(key: str, texts: dict[str, str], register: Register, url: str) -> str:
    """A second pair of braces keeps names in one piece and capital letters as they are."""
    fields = {name: f"{{{tex(text)}}}" for name, text in texts.items()}
    fields |= {"year": str(register.today.year), "month": str(register.today.month), "url": url}
    return "\n".join([f"@misc{{{key},", *(f"  {name} = {{{value}}}," for name, value in fields.items()), "}"])


def tex(text: str) -> str:
    """A text in which TeX finds no commands. Letters stay as they are: today's TeX reads UTF-8."""
    return _TEX_SIGN.sub(lambda match: _TEX[match[0]], text)


def _csl(key: str, texts: dict[str, str], register: Register, url: str) -> str:
    today = register.today
    item: dict[str, Any] = {
        "id": key,
        "type": "webpage",
        **texts,
        "author": [{"literal": register.settings.name}],
        "issued": {"date-parts": [[today.year, today.month, today.day]]},
        "language": "de",
        "URL": url,
    }
    lines = ",\n".join(f'  "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in item.items())
    return f"[{{\n{lines}\n}}]"
