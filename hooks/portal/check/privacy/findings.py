"""What may be private: which kind of thing, and the words it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What was found; the value says what it is and what to write instead."""

    PHONE = (
        "Telefonnummer „{}“: Kontaktdaten stehen nicht im Portal. "
        "Schreiben Sie stattdessen, welche Stelle zuständig ist."
    )
    MAIL = (
        "E-Mail-Adresse „{}“: Kontaktdaten stehen nicht im Portal. "
        "Schreiben Sie stattdessen, welche Stelle zuständig ist."
    )
    ACCOUNT = "Bankverbindung „{}“: Sie gehört nicht ins Portal. Bitte löschen."
    ADDRESS = (
        "Anschrift „{}“: Private Anschriften gehören nicht ins Portal. "
        "Schreiben Sie stattdessen nur die Straße oder den Stadtteil."
    )
    NAME = (
        "„{}“: Niemand mit diesem Namen steht unter „Personen“. Genannt wird nur, wer ein öffentliches Amt hat. "
        "Schreiben Sie die Rolle ohne Namen, zum Beispiel „eine Anwohnerin“."
    )


@dataclass(frozen=True, slots=True)
class Finding:
    """One suspicious text, with single spaces between its words."""

    kind: Kind
    text: str
    #: If it is somebody's name, the words of it; who is known by one of them holds office.
    names: tuple[str, ...] = field(default=(), compare=False)
