"""What OParl 1.1 asks of objects, written down from the specification's chapters: fields, types, what must be there.

A trailing `!` marks what an object must have, `[]` a list; `@Type` is an object that stands inside, `>Type` the address
of one, `=Type` the address of an external list of such objects.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

NAMESPACE = "https://schema.oparl.org/1.1/"
VENDOR = "portal:"

_COMMON = "id:url! type:text! created:time! modified:time! license:url keyword:text[] web:url deleted:bool"
_RULES = {
    "System": "oparlVersion:text! otherOparlVersions:>System[] body:=Body! name:text contactEmail:text contactName:text "
    "website:url vendor:url product:url",
    "Body": "system:>System shortName:text name:text! website:url licenseValidSince:time oparlSince:time ags:text "
    "rgs:text equivalent:url[] contactEmail:text contactName:text organization:=Organization! person:=Person! "
    "meeting:=Meeting! paper:=Paper! legislativeTerm:@LegislativeTerm[]! agendaItem:=AgendaItem "
    "consultation:=Consultation file:=File locationList:=Location legislativeTermList:=LegislativeTerm "
    "membership:=Membership classification:text location:@Location mainOrganization:>Organization",
    "LegislativeTerm": "body:>Body name:text startDate:day endDate:day",
    "Organization": "body:>Body name:text membership:>Membership[] meeting:=Meeting consultation:=Consultation "
    "shortName:text post:text[] subOrganizationOf:>Organization organizationType:text classification:text "
    "startDate:day endDate:day website:url location:@Location externalBody:>Body memberCount:int votingMemberCount:int",
    "Person": "body:>Body name:text familyName:text givenName:text formOfAddress:text affix:text title:text[] "
    "gender:text phone:text[] email:text[] location:>Location locationObject:@Location status:text[] "
    "membership:@Membership[] image:@File life:text lifeSource:text",
    "Membership": "person:>Person organization:>Organization role:text votingRight:bool startDate:day endDate:day "
    "onBehalfOf:>Organization",
    "Meeting": "name:text meetingState:text cancelled:bool start:time end:time location:@Location "
    "organization:>Organization[] participant:>Person[] invitation:@File resultsProtocol:@File verbatimProtocol:@File "
    "auxiliaryFile:@File[] agendaItem:@AgendaItem[]",
    "AgendaItem": "meeting:>Meeting number:text order:int! name:text public:bool consultation:>Consultation result:text "
    "resolutionText:text resolutionFile:@File auxiliaryFile:@File[] start:time end:time",
    "Paper": "body:>Body name:text reference:text date:day paperType:text relatedPaper:>Paper[] "
    "superordinatedPaper:>Paper[] subordinatedPaper:>Paper[] mainFile:@File auxiliaryFile:@File[] location:@Location[] "
    "originatorPerson:>Person[] underDirectionOf:>Organization[] originatorOrganization:>Organization[] "
    "consultation:@Consultation[]",
    "Consultation": "paper:>Paper agendaItem:>AgendaItem meeting:>Meeting organization:>Organization[] "
    "authoritative:bool role:text",
    "File": "name:text fileName:text mimeType:text date:day size:int sha1Checksum:text sha512Checksum:text text:text "
    "accessUrl:url! downloadUrl:url externalServiceUrl:url masterFile:>File derivativeFile:>File[] fileLicense:url "
    "meeting:>Meeting[] agendaItem:>AgendaItem[] person:>Person paper:>Paper[]",
    "Location": "description:text geojson:object streetAddress:text room:text postalCode:text subLocality:text "
    "locality:text bodies:>Body[] organizations:>Organization[] persons:>Person[] meetings:>Meeting[] papers:>Paper[]",
}
TYPES = tuple(_RULES)

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN: dict[str, Callable[[Any], bool]] = {
    "url": lambda value: isinstance(value, str) and re.fullmatch(r"https?://\S+", value) is not None,
    "text": lambda value: isinstance(value, str) and value.strip() != "",
    "time": lambda value: isinstance(value, str) and _TIME.fullmatch(value) is not None,
    "day": lambda value: isinstance(value, str) and _DAY.fullmatch(value) is not None,
    "bool": lambda value: isinstance(value, bool),
    "int": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "object": lambda value: isinstance(value, dict),
}


def type_of(node: dict[str, Any]) -> str:
    return str(node.get("type", "")).removeprefix(NAMESPACE)


def rules(name: str) -> dict[str, str]:
    return dict(rule.split(":", 1) for rule in f"{_COMMON} {_RULES[name]}".split())


def violations(node: dict[str, Any], resolve: Callable[[str], dict[str, Any] | None]) -> Iterator[str]:
    """Where an object breaks the rules; `resolve` fetches what an address answers, None where nothing does."""
    name, where = type_of(node), node.get("id", "ohne id")
    if name not in _RULES:
        yield f"{where}: {node.get('type')} is no type of OParl 1.1"
        return
    known = rules(name)
    yield from (
        f"{where}: {field} is missing" for field, rule in known.items() if rule.endswith("!") and field not in node
    )
    for field, value in node.items():
        if not field.startswith(VENDOR):
            rule = known.get(field)
            yield from (
                _of_field(f"{where}: {field}", rule, value, resolve) if rule else [f"{where}: {field} is unknown"]
            )


def _of_field(where: str, rule: str, value: Any, resolve: Callable[[str], dict[str, Any] | None]) -> Iterator[str]:
    is_required, rule = rule.endswith("!"), rule.removesuffix("!")
    if rule.endswith("[]"):
        if not isinstance(value, list) or (not value and not is_required):
            yield f"{where} is no list, or an empty one that should be left out"
        else:
            for item in value:
                yield from _of_value(where, rule.removesuffix("[]"), item, resolve)
    else:
        yield from _of_value(where, rule, value, resolve)


def _of_value(where: str, rule: str, value: Any, resolve: Callable[[str], dict[str, Any] | None]) -> Iterator[str]:
    if rule[0] not in "@>=":
        if not _PLAIN[rule](value):
            yield f"{where} is no {rule}: {value!r}"
        return
    name = rule[1:]
    if rule[0] == "@":
        if not isinstance(value, dict) or type_of(value) != name:
            yield f"{where} holds no {name}"
            return
        alone = resolve(value["id"])
        if alone is None or {**alone, **value} != alone:
            yield f"{where}: {value['id']} says something else, or nothing, when asked for alone"
        yield from violations(value, resolve)
        return
    found = resolve(value) if isinstance(value, str) else None
    if found is None:
        yield f"{where}: {value} answers nothing"
    elif rule[0] == ">" and (type_of(found) != name or found["id"] != value):
        yield f"{where}: {value} is no {name}"
    elif rule[0] == "=":
        yield from of_list(where, found, name)


def of_list(where: str, page: dict[str, Any], name: str) -> Iterator[str]:
    """What is wrong with one page of an external list."""
    if not {"data", "pagination", "links"} <= set(page):
        yield f"{where}: a page of a list needs data, pagination and links"
        return
    numbers, links = page["pagination"], page["links"]
    if len(page["data"]) > numbers["elementsPerPage"]:
        yield f"{where}: more elements than announced"
    if (numbers["currentPage"] < numbers["totalPages"]) != ("next" in links):
        yield f"{where}: page {numbers['currentPage']} of {numbers['totalPages']}, next: {links.get('next')}"
    yield from (f"{where}: {node.get('id')} is no {name}" for node in page["data"] if type_of(node) != name)
