"""The page of a topic: everything that belongs to it, by kind."""

from __future__ import annotations

from data_folder import DataFolder
from portal.register.entries import Key
from portal.views.topics import topic_content

_TOPICS = "geld: {titel: Geld}\nsparen: {titel: Sparen, teil-von: geld}\n"
_PAPER = "titel: {0}\nart: Bericht\nthemen: {1}\nquellen: amtsblatt\n"


def test_what_belongs_to_a_topic_is_grouped_by_kind_with_the_way_to_all_of_it(data: DataFolder) -> None:
    register = data.write(
        {
            "themen.yml": _TOPICS,
            "roadmap/app.yml": "titel: App\nthemen: geld\nquellen: amtsblatt\n",
            "glossar.yml": "kasse: {begriff: Kasse, erklaerung: Da ist Geld drin., themen: geld}\n",
            **{f"beschluesse/p{n}.yml": _PAPER.format(f"P{n}", "geld") for n in range(30)},
        }
    ).register()
    found = topic_content(register, register.entries[Key("themen", "geld")])
    groups = [(group.title, group.total, len(group.rows), group.more) for group in found.groups]
    assert groups == [
        ("Beschlüsse", 30, 20, "beschluesse/?thema=geld"),
        ("Roadmap", 1, 1, "roadmap/als/liste/?thema=geld"),
        ("Glossar", 1, 1, "glossar/?thema=geld"),
    ]


def test_subtopics_say_how_much_they_hold_and_keep_it_to_themselves(data: DataFolder) -> None:
    register = data.write({"themen.yml": _TOPICS, "beschluesse/a.yml": _PAPER.format("A", "sparen")}).register()
    found = topic_content(register, register.entries[Key("themen", "geld")])
    assert [(part.key.id, part.total) for part in found.parts.shown] == [("sparen", 1)]
    assert found.groups == ()


def test_a_topic_with_very_many_subtopics_counts_them(data: DataFolder) -> None:
    topics = "geld: {titel: Geld}\n" + "".join(f"t{n}: {{titel: T{n}, teil-von: geld}}\n" for n in range(60))
    register = data.write({"themen.yml": topics}).register()
    found = topic_content(register, register.entries[Key("themen", "geld")]).parts
    assert (len(found.shown), found.total) == (40, 60)
