"""Which properties of which objects are read, and how. What is not named here, such as telephone numbers, is never kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Plain(Enum):
    """A property that holds a value."""

    TEXT = auto()
    URL = auto()
    YES_NO = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class To:
    """A property that names other objects, or holds them."""

    type: str
    #: What an object inside says of the one around it, without saying so.
    back: str = ""


Property = Plain | To
_TEXT, _URL, _YES_NO = Plain.TEXT, Plain.URL, Plain.YES_NO
#: What portals like this one say of dates that are not known to the hour or day.
OWN_DATE = "portal:date"
#: Of every object.
COMMON: Mapping[str, Property] = {"created": _TEXT, "modified": _TEXT, "deleted": _YES_NO, "web": _URL}

SHAPES: Mapping[str, Mapping[str, Property]] = {
    "Body": {
        "name": _TEXT,
        "shortName": _TEXT,
        "ags": _TEXT,
        "license": _URL,
        "website": _URL,
        "mainOrganization": To("Organization"),
        "legislativeTerm": To("LegislativeTerm", "body"),
    },
    "LegislativeTerm": {"body": To("Body"), "name": _TEXT, "startDate": _TEXT, "endDate": _TEXT},
    "Organization": {
        "body": To("Body"),
        "name": _TEXT,
        "shortName": _TEXT,
        "organizationType": _TEXT,
        "classification": _TEXT,
        "subOrganizationOf": To("Organization"),
        "startDate": _TEXT,
        "endDate": _TEXT,
        "website": _URL,
        "membership": To("Membership", "organization"),
    },
    "Person": {
        "body": To("Body"),
        "name": _TEXT,
        "title": _TEXT,
        "givenName": _TEXT,
        "affix": _TEXT,
        "familyName": _TEXT,
        "membership": To("Membership", "person"),
    },
    "Membership": {
        "person": To("Person"),
        "organization": To("Organization"),
        "role": _TEXT,
        "startDate": _TEXT,
        "endDate": _TEXT,
    },
    "Meeting": {
        "name": _TEXT,
        "meetingState": _TEXT,
        "cancelled": _YES_NO,
        "start": _TEXT,
        OWN_DATE: _TEXT,
        "location": To("Location"),
        "organization": To("Organization"),
        "agendaItem": To("AgendaItem", "meeting"),
    },
    "Location": {"description": _TEXT, "room": _TEXT, "streetAddress": _TEXT, "locality": _TEXT},
    "AgendaItem": {
        "meeting": To("Meeting"),
        "number": _TEXT,
        "order": Plain.NUMBER,
        "name": _TEXT,
        "public": _YES_NO,
        "consultation": To("Consultation", "agendaItem"),
        "result": _TEXT,
        "resolutionText": _TEXT,
        "start": _TEXT,
    },
    "Paper": {
        "body": To("Body"),
        "name": _TEXT,
        "reference": _TEXT,
        "date": _TEXT,
        OWN_DATE: _TEXT,
        "paperType": _TEXT,
        "relatedPaper": To("Paper"),
        "superordinatedPaper": To("Paper"),
        "mainFile": To("File"),
        "auxiliaryFile": To("File"),
        "originatorPerson": To("Person"),
        "originatorOrganization": To("Organization"),
        "underDirectionOf": To("Organization"),
        "consultation": To("Consultation", "paper"),
    },
    "Consultation": {
        "paper": To("Paper"),
        "agendaItem": To("AgendaItem", "consultation"),
        "meeting": To("Meeting"),
        "organization": To("Organization"),
        "authoritative": _YES_NO,
        "role": _TEXT,
        OWN_DATE: _TEXT,
    },
    "File": {"name": _TEXT, "fileName": _TEXT, "accessUrl": _URL, "downloadUrl": _URL},
}
#: Only shows the way to the others.
SYSTEM = "System"

#: How the parts of a paper and of a meeting belong together; whichever side says it.
PAIRS = (
    ("Paper", "consultation", "Consultation", "paper"),
    ("Meeting", "agendaItem", "AgendaItem", "meeting"),
    ("AgendaItem", "consultation", "Consultation", "agendaItem"),
    ("Consultation", "agendaItem", "AgendaItem", "consultation"),
    ("Person", "membership", "Membership", "person"),
    ("Organization", "membership", "Membership", "organization"),
)


def kind_of(type_url: object) -> str:
    """`https://schema.oparl.org/1.1/Paper` and `…/1.0/Paper` are a Paper."""
    return type_url.rstrip("/").rpartition("/")[2] if isinstance(type_url, str) else ""
