"""Lists of what belongs to a record: sorted, cut, with dates and states."""

from __future__ import annotations

from data_folder import DataFolder
from portal.parts.rows import list_of, listing, named_by, others, row
from portal.register.entries import Key
from portal.register.names import Target

_PAPER = "titel: {0}\nart: Bericht\ndatum: {1}\nthemen: geld\nquellen: amtsblatt\n"
_TOPIC = Key("themen", "geld")


def _with(data: DataFolder, **dates: str) -> DataFolder:
    papers = {f"beschluesse/{name}.yml": _PAPER.format(name.upper(), date) for name, date in dates.items()}
    return data.write({"themen.yml": "geld: {titel: Geld}\n", **papers})


def test_the_newest_comes_first_and_what_has_no_date_last(data: DataFolder) -> None:
    register = _with(data, a="2020", b="unbekannt", c="2022-03", d="2020").register()
    found = listing(register, "Zum Thema", named_by(register, _TOPIC, "Einträge zum Thema"))
    assert [item.target.key.id for item in found.rows] == ["c", "a", "d", "b"]
    assert found.rows[-1].date is None
    assert (found.total, found.hidden, found.anchor) == (4, 0, "zum-thema")


def test_a_long_list_is_cut_and_knows_how_much_it_hides(data: DataFolder) -> None:
    register = _with(data, **{f"p{n}": "2020" for n in range(25)}).register()
    found = listing(register, "Alle", named_by(register, _TOPIC, "Einträge zum Thema"), more="beschluesse/?thema=geld")
    assert (len(found.rows), found.total, found.hidden) == (20, 25, 5)


def test_a_record_that_names_another_twice_is_listed_once(data: DataFolder) -> None:
    project = "titel: App\ngrundlage: ['a#punkt-1', 'a#punkt-2']\nquellen: amtsblatt\n"
    paper = _PAPER.format("A", "2020") + "beschlusspunkte: [Eins, Zwei]\n"
    register = _with(data).write({"beschluesse/a.yml": paper, "roadmap/app.yml": project}).register()
    assert named_by(register, Key("beschluesse", "a"), "Daraus wurde") == [Target(Key("roadmap", "app"))]


def test_each_type_brings_its_own_state(data: DataFolder) -> None:
    register = (
        _with(data, a="2020")
        .write(
            {
                "roadmap/app.yml": "titel: App\nquellen: amtsblatt\n"
                "verlauf: [{datum: 2020, stand: geplant}, {datum: 2021, stand: unbekannt}]\n",
                "roadmap/still.yml": "titel: Still\nquellen: amtsblatt\n",
                "fragen/f.yml": "titel: F\ngestellt: {am: 2020}\nquellen: amtsblatt\n"
                "fragen: [{frage: F?, stand: offen}]\n",
                "ereignisse/e.yml": "titel: E\ndatum: 2020\nstand: erfolgt\nquellen: amtsblatt\n",
            }
        )
        .register()
    )
    states = {
        name: row(register, Target(Key(*name.split("/")))).state
        for name in ("beschluesse/a", "roadmap/app", "roadmap/still", "fragen/f", "ereignisse/e", "gremien/rat")
    }
    assert states == {
        "beschluesse/a": "Beratung unbekannt",
        "roadmap/app": "geplant",
        "roadmap/still": "",
        "fragen/f": "offen",
        "ereignisse/e": "erfolgt",
        "gremien/rat": "",
    }


def test_the_others_are_whoever_has_not_been_shown(data: DataFolder) -> None:
    register = (
        _with(data, a="2020").write({"seiten/x.md": "---\ntitel: X\nquellen: amtsblatt\n---\n[[geld]]\n"}).register()
    )
    assert [found.title for found in others(register, _TOPIC)] == ["Einträge zum Thema", "Erwähnt in"]
    assert [found.title for found in others(register, _TOPIC, "Einträge zum Thema")] == ["Erwähnt in"]


def test_the_address_of_a_list_carries_its_filters() -> None:
    assert list_of("beschluesse") == "beschluesse/"
    assert list_of("beschluesse", thema="geld", jahr="2022") == "beschluesse/?thema=geld&jahr=2022"
