"""The vocabulary: every type of record as a frozen, validated model.

Import models from here; validation, labels, JSON Schema and the editors' reference derive from them.
"""

from portal.records.base import Contradiction, Fact, Gap, Imported, Model, Origin, Record
from portal.records.bodies import AgendaItem, Meeting, Membership, Organization, Person, Seats
from portal.records.facts import Money, Position
from portal.records.figures import Event, Indicator, Measurement, Series
from portal.records.inquiries import Answered, Asked, Inquiry, Question
from portal.records.papers import (
    Attachment,
    Consultation,
    GroupVotes,
    Implementation,
    Mover,
    Paper,
    Resolution,
    Votes,
)
from portal.records.projects import Milestone, Project, Replanning, StatusUpdate
from portal.records.reference import Article, LegislativeTerm, Licence, Portal, Removal, Source, Term, Topic
from portal.records.types import RECORD_TYPES, TYPE_OF_MODEL, RecordType
from portal.records.values import UNKNOWN, Ref, Unknown

__all__ = [
    "RECORD_TYPES",
    "TYPE_OF_MODEL",
    "UNKNOWN",
    "AgendaItem",
    "Answered",
    "Article",
    "Asked",
    "Attachment",
    "Consultation",
    "Contradiction",
    "Event",
    "Fact",
    "Gap",
    "GroupVotes",
    "Implementation",
    "Imported",
    "Indicator",
    "Inquiry",
    "LegislativeTerm",
    "Licence",
    "Measurement",
    "Meeting",
    "Membership",
    "Milestone",
    "Model",
    "Money",
    "Mover",
    "Organization",
    "Origin",
    "Paper",
    "Person",
    "Portal",
    "Position",
    "Project",
    "Question",
    "Record",
    "RecordType",
    "Ref",
    "Removal",
    "Replanning",
    "Resolution",
    "Seats",
    "Series",
    "Source",
    "StatusUpdate",
    "Term",
    "Topic",
    "Unknown",
    "Votes",
]
