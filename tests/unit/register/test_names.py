"""Who is meant by an id."""

from __future__ import annotations

import pytest
from data_folder import DataFolder
from portal.register.entries import Key
from portal.register.names import Names, Target, UnknownName


@pytest.fixture
def names(data: DataFolder) -> Names:
    """Two records and a term called `rat`, one that used to be called `beirat`, and a paper with points."""
    data.write(
        {
            "roadmap/rat.yml": "titel: Rat und Tat\nfruehere-kennungen: hilfe\nquellen: amtsblatt\n",
            "glossar.yml": "rat: {begriff: Rat, erklaerung: Die Vertretung.}\nvorlage: {begriff: Vorlage, erklaerung: Ein Papier.}\n",
            "beschluesse/vorlage.yml": "titel: V\nart: Bericht\nbeschlusspunkte: [Eins, {nr: 2a, text: Zwei}]\nquellen: amtsblatt\n",
        }
    )
    return data.register().names


@pytest.mark.parametrize(
    ("text", "types", "target"),
    [
        ("ausschuss", (), Target(Key("gremien", "ausschuss"))),
        ("  ausschuss ", (), Target(Key("gremien", "ausschuss"))),
        ("rat", ("gremien",), Target(Key("gremien", "rat"))),
        ("rat", ("roadmap", "personen"), Target(Key("roadmap", "rat"))),
        ("rat", ("glossar",), Target(Key("glossar", "rat"))),
        ("roadmap/rat", (), Target(Key("roadmap", "rat"))),
        ("glossar/rat", (), Target(Key("glossar", "rat"))),
        # A term steps back behind a record of the same name.
        ("vorlage", (), Target(Key("beschluesse", "vorlage"))),
        ("vorlage#punkt-1", (), Target(Key("beschluesse", "vorlage"), "punkt-1")),
        ("beschluesse/vorlage#punkt-2a", (), Target(Key("beschluesse", "vorlage"), "punkt-2a")),
    ],
)
def test_a_name_finds_the_one_record_it_can_mean(
    names: Names, text: str, types: tuple[str, ...], target: Target
) -> None:
    assert names.resolve(text, types) == target


@pytest.mark.parametrize(
    ("text", "types", "reason"),
    [
        ("rat", (), "„rat“ ist mehrdeutig. Bitte „gremien/rat“ oder „roadmap/rat“ schreiben."),
        ("ratt", ("gremien",), "„ratt“ gibt es unter „Gremien und Stellen“ nicht. Meinten Sie „rat“?"),
        ("xyz", (), "„xyz“ gibt es nicht."),
        ("hilfe", (), "„hilfe“ heißt jetzt „rat“. Bitte die neue Kennung schreiben."),
        ("hilfe", ("gremien",), "„hilfe“ gibt es unter „Gremien und Stellen“ nicht."),
        (
            "ausschuss",
            ("quellen",),
            "„ausschuss“ steht unter „Gremien und Stellen“, hier wird aber etwas aus „Quellen“ erwartet.",
        ),
        ("gremien/rat", ("gremien",), "„gremien/rat“: Hier genügt die Kennung „rat“."),
        ("gremium/rat", (), "„gremium/“ ist keine Art von Einträgen. Meinten Sie „gremien“?"),
        ("vorlage#punkt-2", (), "„vorlage“ hat keine Stelle „#punkt-2“. Meinten Sie „punkt-2a“?"),
        ("rat#punkt-1", ("gremien",), "„rat“ hat keine Stelle „#punkt-1“. Der Eintrag hat keine nummerierten Teile."),
    ],
)
def test_a_name_that_finds_none_says_why(names: Names, text: str, types: tuple[str, ...], reason: str) -> None:
    with pytest.raises(UnknownName) as refused:
        names.resolve(text, types)
    assert str(refused.value) == reason


def test_where_a_whole_record_belongs_a_point_is_refused(names: Names) -> None:
    with pytest.raises(UnknownName, match="Bitte ohne „#punkt-1“ schreiben"):
        names.resolve("vorlage#punkt-1", ("beschluesse",), points=False)
