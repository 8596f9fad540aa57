"""What other records lean on: sources, topics, terms, and the portal's own settings."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from portal.dates import PartialDate
from portal.records.base import Fact, Model, Record
from portal.records.values import SLUG_PATTERN, UNKNOWN, Many, OrUnknown, Ref, Slug, Text, Url
from portal.records.words import Access, SourceKind, Style, TopicKind

#: Pages that name no place come after those that do.
LAST_PLACE = 1001


class Source(Record):
    """A document that backs a statement: who published it, when, where it can be read."""

    needs_source: ClassVar[bool] = False

    kind: SourceKind = Field(alias="art", title="Art", description="Was für eine Quelle das ist.")
    publisher: Text = Field(alias="herausgeber", title="Herausgeber", description="Wer sie veröffentlicht hat.")
    date: OrUnknown[PartialDate] = Field(UNKNOWN, alias="datum", title="Datum", description="Wann sie erschienen ist.")
    date_inferred: Text | None = Field(
        None, alias="datum-erschlossen", title="Datum erschlossen", description="Warum das Datum gefolgert ist."
    )
    url: Url | None = Field(None, alias="url", title="Adresse", description="Wo sie zu lesen ist.")
    retrieved: PartialDate | None = Field(
        None, alias="abgerufen", title="Abgerufen", description="Wann sie gelesen wurde."
    )
    access: Access = Field(Access.UNKNOWN, alias="zugang", title="Zugang", description="Ob alle sie lesen können.")
    supports: Text | None = Field(None, alias="belegt", title="Belegt", description="Was sich mit ihr belegen lässt.")
    caution: Text | None = Field(
        None, alias="vorsicht", title="Vorsicht", description="Was man beim Lesen wissen muss."
    )
    paper: Annotated[Text, Ref(("beschluesse",), "Ist dokumentiert in")] | None = Field(
        None, alias="vorlage", title="Vorlage", description="Wenn die Quelle ein Papier aus diesem Portal ist."
    )

    @property
    def dated(self) -> PartialDate | None:
        return self.date if isinstance(self.date, PartialDate) else None


class Topic(Record):
    """A subject that groups records."""

    needs_source: ClassVar[bool] = False

    kind: TopicKind = Field(
        TopicKind.TOPIC, alias="art", title="Art", description="Thema oder Handlungsfeld einer Strategie."
    )
    part_of: Annotated[Text, Ref(("themen",), "Unterthemen")] | None = Field(
        None, alias="teil-von", title="Teil von", description="Das größere Thema."
    )


class Term(Record):
    """A word council papers use, explained in one plain sentence."""

    needs_source: ClassVar[bool] = False

    title: Text = Field(alias="begriff", title="Begriff", description="Das Wort, das erklärt wird.")
    summary: Text = Field(alias="erklaerung", title="Erklärung", description="Ein einfacher Satz.")
    short_forms: Many[Text] = Field(
        (), alias="kurzformen", title="Kurzformen", description="Abkürzungen.", examples=["CDO"]
    )
    synonyms: Many[Text] = Field(
        (),
        alias="synonyme",
        title="Synonyme",
        description="Andere Wörter für genau dasselbe; Texte erklären sie, und die Suche kennt sie.",
    )
    search_words: Many[Text] = Field(
        (),
        alias="suchwoerter",
        title="Suchwörter",
        description="Wörter, mit denen man es sucht, die sonst aber auch anderes heißen; nur die Suche kennt sie.",
        examples=["[Karte, Stadtplan]"],
    )
    see: Many[Annotated[Text, Ref((), "Begriffe dazu", points=True)]] = Field(
        (), alias="siehe", title="Siehe auch", description="Einträge dazu."
    )


class Article(Record):
    """A page of its own that explains how things hang together in this town."""

    language: Style = Field(
        Style.EVERYDAY, alias="sprache", title="Sprache", description="Alltagssprache oder Leichte Sprache."
    )
    place: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None, alias="reihenfolge", title="Reihenfolge", description="An welcher Stelle die Seite in Listen steht."
    )

    @property
    def rank(self) -> int:
        return self.place or LAST_PLACE


class Licence(Model):
    """Under which terms the records may be reused."""

    name: Text = Field(alias="name", title="Name", description="Name der Lizenz.")
    url: Url = Field(alias="url", title="Adresse", description="Wo der Lizenztext steht.")
    attribution: Text = Field(alias="nennung", title="Namensnennung", description="Wie die Daten zu nennen sind.")


class LegislativeTerm(Fact):
    """A term of the town's council, for those who take the data by council."""

    id: Slug = Field(alias="kennung", title="Kennung", description="Kurz und für immer gleich.", examples=["2023"])
    title: Text = Field(
        alias="name", title="Name", description="Wie man sie nennt.", examples=["Wahlperiode 2023–2028"]
    )
    start: PartialDate = Field(alias="von", title="Von", description="Ihr erster Tag.")
    end: PartialDate | None = Field(None, alias="bis", title="Bis", description="Ihr letzter Tag, wenn er feststeht.")


class Removal(Model):
    """A record that should never have been there. Its id stays taken, and others can read why it is gone."""

    entry: Annotated[str, Field(pattern=rf"^[a-z]+/{SLUG_PATTERN.pattern}$")] = Field(
        alias="eintrag", title="Eintrag", description="Seine Art und seine Kennung.", examples=["roadmap/doppelt"]
    )
    date: PartialDate = Field(alias="datum", title="Datum", description="Wann er entfernt wurde.")
    reason: Text = Field(
        alias="grund",
        title="Grund",
        description="Warum er nicht ins Portal gehörte, ohne Namen und ohne Privates.",
        examples=["Doppelt, siehe stadt-app"],
    )


class Portal(Model):
    """data/portal.yml: what makes this portal one town's portal."""

    name: Text = Field(alias="name", title="Name", description="Name des Portals.")
    programme: Text = Field(alias="programm", title="Programm", description="Worum es geht.")
    town: Text = Field(alias="stadt", title="Stadt", description="Name der Stadt.")
    tagline: Text = Field(alias="leitsatz", title="Leitsatz", description="Ein Satz, was das Portal zeigt.")
    introduction: Text = Field(
        alias="einleitung", title="Einleitung", description="Zwei, drei Sätze für die Startseite."
    )
    address: Url = Field(
        "https://portal.example/",
        alias="adresse",
        title="Adresse",
        description="Wo das Portal zu lesen ist; SITE_URL geht vor.",
    )
    municipality_key: Annotated[str, Field(pattern=r"^[0-9]{8}$")] | None = Field(
        None,
        alias="gemeindeschluessel",
        title="Gemeindeschlüssel",
        description="Die acht Ziffern des amtlichen Gemeindeschlüssels; Datenportale erkennen daran die Stadt.",
        examples=["01060063"],
    )
    contributor: Url | None = Field(
        None,
        alias="datenbereitsteller",
        title="Datenbereitsteller",
        description="Die Kennung aus der Liste von GovData, wenn das Portal dort gemeldet ist.",
        examples=["http://dcat-ap.de/def/contributors/schleswigHolstein"],
    )
    terms: Many[LegislativeTerm] = Field(
        (), alias="wahlperioden", title="Wahlperioden", description="Die Wahlperioden der Vertretung, mit Quelle."
    )
    licence: Licence = Field(alias="lizenz", title="Lizenz", description="Lizenz der Daten.")
    repository: Url = Field(
        alias="repository", title="Repository", description="Wo die Dateien liegen und geändert werden."
    )
    edit_path: Text = Field(
        "edit/main",
        alias="bearbeiten",
        title="Bearbeiten-Pfad",
        description="Was zwischen Repository und Dateipfad steht.",
    )
    start_with: Many[Annotated[Text, Ref((), "Auf der Startseite")]] = Field(
        (), alias="einstieg", title="Einstieg", description="Einträge, mit denen Lesende anfangen können."
    )
    example: Many[Annotated[Text, Ref((), "Auf der Startseite", points=True)]] = Field(
        (),
        alias="kette",
        title="Kette",
        description="Ein Beispiel für die Startseite: vom Beschluss bis zur Frage, Glied für Glied.",
        examples=["[b-22-0189, stadt-app, stadt-app#meilenstein-1]"],
    )
    figures: Many[Annotated[Text, Ref(("kennzahlen",), "Auf der Startseite")]] = Field(
        (), alias="zahlen", title="Zahlen", description="Kennzahlen für die Startseite."
    )
    queries: Many[Text] = Field(
        (), alias="suchbeispiele", title="Suchbeispiele", description="Wonach man hier suchen kann.", examples=["App"]
    )
    removed: Many[Removal] = Field(
        (),
        alias="entfernt",
        title="Entfernt",
        description="Einträge, die es nicht mehr gibt; ihre Kennungen werden nie neu vergeben.",
    )
