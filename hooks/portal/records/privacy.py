"""data/datenschutz.yml: what looks private and may stand there all the same, each with its reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.records.base import Model
from portal.records.values import Many, Ref, Text


class Exemption(Model):
    """One text that the privacy lint lets pass."""

    text: Text = Field(
        alias="text",
        title="Text",
        description="Genau so, wie die Prüfung ihn nennt.",
        examples=["Rathausallee 50"],
    )
    reason: Text = Field(
        alias="grund",
        title="Grund",
        description="Warum die Angabe öffentlich sein darf, in einem Satz.",
        examples=["Anschrift des Rathauses"],
    )
    entry: Annotated[Text, Ref((), "Ausnahme beim Datenschutz")] | None = Field(
        None,
        alias="eintrag",
        title="Eintrag",
        description="Kennung, wenn die Ausnahme nur dort gelten soll.",
    )


class Privacy(Model):
    """All exemptions of a town."""

    exemptions: Many[Exemption] = Field(
        (), alias="ausnahmen", title="Ausnahmen", description="Was privat aussieht, aber amtlich und öffentlich ist."
    )
