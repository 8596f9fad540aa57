"""The kinds of values fields hold, and the marks that say what a text refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Discriminator, GetJsonSchemaHandler, StringConstraints, Tag, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

Unknown = Literal["unbekannt"]
UNKNOWN: Unknown = "unbekannt"

SLUG_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
SLUG_LENGTH = 100
SLUG_RULE = (
    "nur Kleinbuchstaben a–z, Ziffern und einzelne Bindestriche, höchstens 100 Zeichen, zum Beispiel „b-22-0189“"
)


#: Tags show up in the locations of errors. No key of a file can hold a control character, so they are told apart.
TAG_SIGN = "\x00"
_TAG_VALUE, _TAG_UNKNOWN = f"{TAG_SIGN}wert", f"{TAG_SIGN}unbekannt"


def _which(value: Any) -> str:
    return _TAG_UNKNOWN if value == UNKNOWN else _TAG_VALUE


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


_YES_OR_NO = {"ja": True, "true": True, "nein": False, "false": False}


def _yes_no_or_reason(value: Any) -> Any:
    if isinstance(value, str) and value.strip():
        return _YES_OR_NO.get(value.strip().lower(), value.strip())
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("ja_nein_grund", "Hier steht „ja“, „nein“ oder der Grund in einem Satz.")


def _yes_or_no(value: Any) -> Any:
    value = _YES_OR_NO.get(value.strip().lower(), value) if isinstance(value, str) else value
    if isinstance(value, bool):
        return value
    raise PydanticCustomError("ja_nein", "Hier steht „ja“ oder „nein“.")


class _OneOrMany:
    """Tells JSON Schema what `_listed` accepts: a list, or one item without brackets."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed, listed["items"]]}


class _EitherMayFit:
    """The tags that tell the two apart stay inside: to JSON Schema, „unbekannt“ is a text like others."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        found = handler(schema)
        return {"anyOf": found["oneOf"], **{key: value for key, value in found.items() if key != "oneOf"}}


T = TypeVar("T")

#: A value that may be explicitly unknown, which is never the same as zero or as not applicable.
OrUnknown = Annotated[
    Annotated[T, Tag(_TAG_VALUE)] | Annotated[Unknown, Tag(_TAG_UNKNOWN)], Discriminator(_which), _EitherMayFit()
]

#: A list; where it has one item only, the brackets may be left out.
Many = Annotated[tuple[T, ...], BeforeValidator(_listed), _OneOrMany()]

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": ["ja", "nein", True, False]})]
#: Not said by the source but concluded: yes, or better the reason.
Inferred = Annotated[bool | str, BeforeValidator(_yes_no_or_reason)]
#: The host comes first: a name before an @ would pass for it, and browsers read backslashes as slashes.
Url = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s<>\"/?#@\\]+([/?#][^\s<>\"\\]*)?$")
]
Slug = Annotated[str, StringConstraints(pattern=rf"^{SLUG_PATTERN.pattern}$", max_length=SLUG_LENGTH)]


# --- References --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field whose text names other records by id.

    `types` are the folders searched; empty means any. `back` is how the named record's page
    introduces this one. With `points`, an id may go on: `b-22-0189#punkt-3`.
    """

    types: tuple[str, ...]
    back: str
    points: bool = False


SourceRef = Annotated[Text, Ref(("quellen",), "Belegt Angaben in")]
TopicRef = Annotated[Text, Ref(("themen",), "Einträge zum Thema")]
