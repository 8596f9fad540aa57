"""Questions put to the administration, each with its own answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portal.dates import PartialDate
from portal.records.base import Fact, Model, Record
from portal.records.facts import Money, Position
from portal.records.values import Many, OrUnknown, Ref, SourceRef, Text
from portal.records.words import AnswerState, InquiryKind


class Asked(Fact):
    """Who asked, and when."""

    date: OrUnknown[PartialDate] = Field(alias="am", title="Am", description="Wann die Anfrage gestellt wurde.")
    by: Many[Annotated[Text, Ref(("personen", "gremien"), "Fragen gestellt")]] = Field(
        (), alias="von", title="Von", description="Kennung einer Person in öffentlicher Funktion, Fraktion oder Stelle."
    )
    capacity: Text | None = Field(
        None, alias="als", title="Als", description="In welcher Rolle.", examples=["Landtagsabgeordneter"]
    )
    body: Annotated[Text, Ref(("gremien",), "Hier gestellte Anfragen")] | None = Field(
        None, alias="gremium", title="Gremium", description="Wo die Anfrage gestellt wurde."
    )


class Answered(Fact):
    """Who answered, when and before which body."""

    date: OrUnknown[PartialDate] = Field(alias="am", title="Am", description="Wann geantwortet wurde.")
    body: Annotated[Text, Ref(("gremien",), "Hier beantwortete Anfragen")] | None = Field(
        None, alias="gremium", title="Gremium", description="Wo die Antwort vorlag."
    )
    by: Many[Annotated[Text, Ref(("gremien", "personen"), "Fragen beantwortet")]] = Field(
        (), alias="von", title="Von", description="Wer geantwortet hat."
    )


class Question(Model):
    """One question with its answer, separately citable."""

    number: Annotated[str, Field(pattern=r"^[0-9]{1,3}[a-z]?$")] | None = Field(
        None, alias="nr", title="Nummer", description="Nummer auf dem Papier; sonst zählt die Reihenfolge."
    )
    text: Text = Field(alias="frage", title="Frage", description="Die Frage in eigenen Worten.")
    state: AnswerState = Field(alias="stand", title="Stand", description="Ob es eine Antwort gibt.")
    answer: Text | None = Field(None, alias="antwort", title="Antwort", description="Die Antwort in eigenen Worten.")
    answered_on: PartialDate | None = Field(
        None, alias="beantwortet-am", title="Beantwortet am", description="Nur, wenn abweichend."
    )
    still_open: Text | None = Field(
        None, alias="offen", title="Noch offen", description="Was die Antwort nicht beantwortet."
    )
    money: Many[Money] = Field((), alias="geld", title="Geld", description="Beträge in der Antwort.")
    positions: Many[Position] = Field((), alias="stellen", title="Stellen", description="Stellen in der Antwort.")
    projects: Many[Annotated[Text, Ref(("roadmap",), "Fragen dazu")]] = Field(
        (), alias="projekte", title="Projekte", description="Worum es geht."
    )
    papers: Many[Annotated[Text, Ref(("beschluesse",), "Fragen dazu", points=True)]] = Field(
        (), alias="beschluesse", title="Beschlüsse", description="Worum es geht."
    )
    figures: Many[Annotated[Text, Ref(("kennzahlen",), "Fragen dazu")]] = Field(
        (), alias="kennzahlen", title="Kennzahlen", description="Worum es geht."
    )
    events: Many[Annotated[Text, Ref(("ereignisse",), "Fragen dazu")]] = Field(
        (), alias="ereignisse", title="Ereignisse", description="Worum es geht."
    )
    note: Text | None = Field(
        None, alias="notiz", title="Notiz", description="Etwas zur Frage, das kein Teil der Antwort ist."
    )
    sources: Many[SourceRef] = Field((), alias="quelle", title="Quelle", description="Nur, wenn abweichend.")


class Inquiry(Record):
    """A set of questions put to the administration, with the answers."""

    kind: InquiryKind = Field(
        InquiryKind.INQUIRY,
        alias="art",
        title="Art",
        description="„Offene Fragen“ stellt das Portal selbst: Niemand hat sie gestellt, aber die Antwort fehlt.",
    )
    asked: Asked = Field(alias="gestellt", title="Gestellt", description="Wann und von wem.")
    answered: Answered | None = Field(
        None, alias="beantwortet", title="Beantwortet", description="Weglassen, solange die Antwort aussteht."
    )
    due: OrUnknown[PartialDate] | None = Field(
        None, alias="frist", title="Frist", description="Bis wann zu antworten war."
    )
    papers: Many[Annotated[Text, Ref(("beschluesse",), "Gehört zur Anfrage")]] = Field(
        (), alias="vorlage", title="Vorlage", description="Das Papier mit der Antwort."
    )
    questions: Annotated[Many[Question], Field(min_length=1)] = Field(
        alias="fragen", title="Fragen", description="Jede Frage einzeln."
    )

    @property
    def dated(self) -> PartialDate | None:
        for part in (self.answered, self.asked):
            if part and isinstance(part.date, PartialDate):
                return part.date
        return None
