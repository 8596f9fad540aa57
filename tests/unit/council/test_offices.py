"""The page of a person: offices in order, and what they did in them."""

from __future__ import annotations

from data_folder import DataFolder
from portal.council.offices import Offices, offices
from portal.register.entries import Key

_PERSON = "name: Ada\nquellen: amtsblatt\nrollen:\n{0}"


def _offices(data: DataFolder, *roles: str) -> Offices:
    data.write({"personen/ada.yml": _PERSON.format("".join(f"  - {{{role}}}\n" for role in roles))})
    register = data.register()
    return offices(register, register.entries[Key("personen", "ada")])


def test_offices_without_a_known_end_come_first_then_the_latest(data: DataFolder) -> None:
    found = _offices(
        data,
        "funktion: A, von: 2001, bis: 2004",
        "funktion: B, belegt: 2015",
        "funktion: C, von: 2020",
        "funktion: D, von: 2005, bis: unbekannt",
        "funktion: E",
    )
    assert [membership.office for membership in found.memberships] == ["C", "B", "E", "D", "A"]


def test_what_somebody_did_in_office_is_told_by_how(data: DataFolder) -> None:
    data.write(
        {
            "fragen/f.yml": "titel: F\ngestellt: {am: 2020, von: ada}\nquellen: amtsblatt\n"
            "beantwortet: {am: 2021, von: ada}\nfragen: [{frage: F?, stand: beantwortet, antwort: Ja.}]\n",
            "roadmap/app.yml": "titel: App\nleitung: ada\nquellen: amtsblatt\n",
            "seiten/x.md": "---\ntitel: X\nquellen: amtsblatt\n---\n[[ada]]\n",
        }
    )
    found = _offices(data, "funktion: A")
    assert [listing.title for listing in found.deeds] == ["Fragen gestellt", "Fragen beantwortet", "Verantwortlich für"]
    assert [listing.title for listing in found.others] == ["Erwähnt in"]
