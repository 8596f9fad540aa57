"""Wordings of council systems mean what they say, or nothing."""

from __future__ import annotations

import pytest
from portal.imports.oparl.words import body_kind_of, in_role, kind_of, meeting_state_of, result_of, role_of
from portal.records.words import Majority, MeetingState, OrganizationKind, PaperKind, Result, Role


@pytest.mark.parametrize(
    ("wording", "result", "majority"),
    [
        ("ungeändert beschlossen", Result.ADOPTED, Majority.UNKNOWN),
        ("Geändert beschlossen.", Result.ADOPTED_CHANGED, Majority.UNKNOWN),
        ("einstimmig beschlossen", Result.ADOPTED, Majority.UNANIMOUS),
        ("beschlossen, mehrheitlich", Result.ADOPTED, Majority.MAJORITY),
        ("mit Stimmenmehrheit abgelehnt", Result.REJECTED, Majority.MAJORITY),
        ("zurückgestellt", Result.POSTPONED, Majority.UNKNOWN),
        ("vertagt", Result.POSTPONED, Majority.UNKNOWN),
        ("an Verwaltung zurück verwiesen", Result.REFERRED, Majority.UNKNOWN),
        ("zur Kenntnis genommen (öffentlich)", Result.NOTED, Majority.UNKNOWN),
        ("nicht empfohlen", Result.NOT_RECOMMENDED, Majority.UNKNOWN),
        ("nicht ungeändert beschlossen", Result.UNKNOWN, Majority.UNKNOWN),
        ("einstimmig irgendwie", Result.UNKNOWN, Majority.UNKNOWN),
        ("einstimmig", Result.UNKNOWN, Majority.UNKNOWN),
        ("Ja 20, Nein 3", Result.UNKNOWN, Majority.UNKNOWN),
        (None, Result.UNKNOWN, Majority.UNKNOWN),
    ],
)
def test_a_result_is_known_by_its_whole_wording(wording: str | None, result: Result, majority: Majority) -> None:
    assert result_of(wording) == (result, majority)


@pytest.mark.parametrize("word", [*Result, *Role, *PaperKind, *OrganizationKind, *MeetingState])
def test_the_portals_own_words_are_read_back(word: Result | Role | PaperKind | OrganizationKind | MeetingState) -> None:
    match word:
        case Result():
            assert result_of(word)[0] is word
        case Role():
            assert role_of(word, None)[0] is word
        case PaperKind():
            assert kind_of(word) == (word, None)
        case OrganizationKind():
            assert body_kind_of("Name", word) is word
        case MeetingState():
            assert meeting_state_of(word) is word


def test_a_role_that_no_list_knows_keeps_its_wording() -> None:
    assert role_of("Einbringung", authoritative=True) == (Role.UNKNOWN, "Einbringung")
    assert role_of("Vorberatung (öffentlich)", authoritative=True) == (Role.PREPARATION, None)
    assert role_of(None, authoritative=True) == (Role.DECISION, None)
    assert role_of(None, authoritative=False) == (Role.UNKNOWN, None)


def test_a_body_that_prepares_recommends() -> None:
    assert in_role(Result.ADOPTED, Role.PREPARATION) is Result.RECOMMENDED
    assert in_role(Result.REJECTED, Role.PREPARATION) is Result.NOT_RECOMMENDED
    assert in_role(Result.ADOPTED, Role.DECISION) is Result.ADOPTED
    assert in_role(Result.RECOMMENDED, Role.DECISION) is Result.UNKNOWN


@pytest.mark.parametrize(
    ("name", "wordings", "kind"),
    [
        ("Rat der Stadt Musterstadt", ("Gremium",), OrganizationKind.COUNCIL),
        ("Haupt- und Finanzausschuss", (None, "Gremium"), OrganizationKind.COMMITTEE),
        ("Ausschuß für Sport", (), OrganizationKind.COMMITTEE),
        ("Aufsichtsrat der Stadtwerke", ("Gremium",), OrganizationKind.OTHER),
        ("Die Bunten", ("Fraktion",), OrganizationKind.GROUP),
    ],
)
def test_a_body_is_known_by_its_kind_or_its_name(
    name: str, wordings: tuple[str | None, ...], kind: OrganizationKind
) -> None:
    assert body_kind_of(name, *wordings) is kind
