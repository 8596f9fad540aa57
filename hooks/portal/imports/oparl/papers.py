"""Papers of the council system as papers of the portal. Results stay with the consultations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from portal.dates import PartialDate
from portal.german import NO_BREAK, in_words
from portal.imports.oparl import clean
from portal.imports.oparl.draft import Draft, StationDraft, Values, filled
from portal.imports.oparl.index import Node
from portal.imports.oparl.shape import OWN_DATE
from portal.imports.oparl.stations import stations
from portal.imports.oparl.words import kind_of
from portal.imports.oparl.world import World, without_cycles
from portal.records import UNKNOWN
from portal.register.link import normal_number

PAPERS = "beschluesse"
_UNTITLED = "Vorlage ohne Titel"


def papers(world: World) -> Iterator[Draft]:
    found = [node for node in world.of_body("Paper") if _says_something(node, world)]
    _give_ids(found, world)
    consultations = _consultations(world)
    before = _predecessors(found, world)
    for node in found:
        yield _draft(node, consultations.get(node.id, []), before.get(node.id, []), world)


def _says_something(node: Node, world: World) -> bool:
    if node.is_deleted and not world.is_there(node) and not (node.text("name") or node.text("reference")):
        world.hint(node, "ist gelöscht und war hier nie verzeichnet. Sie wurde nicht übernommen.")
        return False
    # One that is only named, and never delivered by itself or inside another, is no node at all.
    return True


def _give_ids(nodes: list[Node], world: World) -> None:
    """By number, else by name. A paper that editors have written down already is that paper, if one alone has its number."""
    free: defaultdict[str, list[str]] = defaultdict(list)
    for key, raw in world.shelf.free().items():
        if key.type == PAPERS and isinstance(number := raw.values.get("nummer"), str):
            free[normal_number(number)].append(key.id)
    numbers = [normal_number(number) for node in nodes if (number := node.text("reference"))]
    amounts = Counter(numbers)
    known = {key.id: key for key in world.shelf.records if key.type == PAPERS}
    for node in nodes:
        number = normal_number(node.text("reference") or "")
        if number and not world.is_there(node) and amounts[number] == 1 and len(free[number]) == 1:
            world.shelf.claim(node.id, known[free[number][0]])
            world.hint(node, f"gehört zum Eintrag „{free[number][0]}“, den es schon gab. Was dort steht, bleibt.")
        world.shelf.name_for(node.id, PAPERS, node.text("reference"), node.text("name"))


def _consultations(world: World) -> dict[str, list[str]]:
    """Each paper's consultations: those it names, then those that name it."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for paper in world.index.of("Paper"):
        found[paper.id] = dict.fromkeys(paper.all("consultation"))
    for consultation in world.index.of("Consultation"):
        if paper_id := consultation.one("paper"):
            found[paper_id][consultation.id] = None
    return {name: list(names) for name, names in found.items()}


def _predecessors(nodes: list[Node], world: World) -> dict[str, list[str]]:
    """What a paper belongs to, and what is related to it and certainly older; related papers have no direction."""
    own = {node.id: node for node in nodes if not world.shelf.was_deleted_here(node.id)}
    edges: dict[str, list[str]] = {}
    for node in own.values():
        above = [name for name in node.all("superordinatedPaper") if name in own and name != node.id]
        older = [name for name in node.all("relatedPaper") if name in own and _is_older(own[name], node)]
        if named := list(dict.fromkeys(above + older)):
            edges[node.id] = named
    kept, dropped = without_cycles(edges)
    for name, other in dropped:
        world.hint(own[name], f"wäre über {other} ihr eigener Vorgänger. Diese Angabe fehlt.")
    return kept


def _is_older(node: Node, other: Node) -> bool:
    day, other_day = clean.day(node.text("date")), clean.day(other.text("date"))
    return bool(day and other_day and day < other_day)


def _draft(node: Node, consultations: list[str], before: list[str], world: World) -> Draft:
    way = stations(node, consultations, world)
    key = world.shelf.by_origin[node.id]
    kind, kind_wording = kind_of(node.text("paperType"))
    if kind_wording:
        world.notes.unknown_wording("Art der Vorlage", kind_wording)
    day, remarks = _date(node, way, world)
    if not node.text("name") and not node.is_deleted:
        title = node.text("reference")
        world.hint(node, f"hat keinen Namen. Ihr Titel ist „{title or _UNTITLED}“.")
    values = filled(
        {
            "titel": node.text("name") or node.text("reference") or _UNTITLED,
            "nummer": node.text("reference"),
            "art": str(kind),
            "art-wortlaut": kind_wording,
            "datum": day,
            "federfuehrung": world.known_bodies(node.all("underDirectionOf")),
            "eingebracht-von": _movers(node, world),
            "oeffentlich": "nein" if _is_secret(consultations, world) else None,
            "beratungsfolge": [station.values for station in way if "gremium" in station.values],
            "vorgaenger": [world.shelf.by_origin[name].id for name in before],
            "anlagen": list(_attachments(node, world)),
        }
    )
    return Draft(
        key=key,
        node=node,
        values=values,
        stations=way,
        gone=frozenset(_gone(node, consultations, world)),
        is_frozen=node.is_deleted and key in world.shelf.records,
        remarks=remarks,
    )


def _gone(node: Node, names: list[str], world: World) -> Iterator[str]:
    """Stations written earlier whose consultation is another paper's now, or had no name but its place in this one.

    Others that are not delivered any more stay: what is deleted, the standard says, is marked as such.
    """
    line = world.shelf.ledger.lines.get(node.id)
    for name in line.stations if line else ():
        had_no_name = name.startswith(f"{node.id}#") and "consultation" in node.values
        if name not in names and (had_no_name or world.index.get("Consultation", name)):
            yield name


def _date(node: Node, way: list[StationDraft], world: World) -> tuple[str | None, list[str]]:
    """The day of the paper, unless it cannot be: then it is said in a remark."""
    day = clean.day(node.text("date"))
    if not day:
        if inexact := clean.partial(node.text(OWN_DATE)):
            return inexact, []
        if "date" in node.values:
            world.hint(node, f"hat ein unlesbares Datum: „{node.text('date')}“. Es bleibt unbekannt.")
        return None, []
    words = in_words(PartialDate.of_day(day)).replace(NO_BREAK, " ")
    if day > world.today:
        world.hint(node, f"hat ein Datum in der Zukunft ({day}). Es bleibt unbekannt.")
        return None, [f"Als Datum des Papiers ist dort der {words} angegeben. Er lag noch in der Zukunft."]
    first = next((found for station in way if (found := station.values.get("termin", UNKNOWN)) != UNKNOWN), None)
    if first and str(first) < day.isoformat():
        world.hint(node, f"ist nach der ersten Beratung datiert ({day}, beraten {first}). Das Datum bleibt unbekannt.")
        return None, [f"Als Datum des Papiers ist dort der {words} angegeben. Er liegt nach der ersten Beratung."]
    return day.isoformat(), []


def _movers(node: Node, world: World) -> list[str]:
    """Organizations; people only where they were asked for."""
    people = [world.people[name] for name in node.all("originatorPerson") if name in world.people]
    return [*world.known_bodies(node.all("originatorOrganization")), *dict.fromkeys(people)]


def _is_secret(consultations: list[str], world: World) -> bool:
    """Not public only where every agenda item says so."""
    said = []
    for name in consultations:
        consultation = world.index.get("Consultation", name)
        item = world.index.get("AgendaItem", consultation.one("agendaItem")) if consultation else None
        said.append(item.values.get("public") if item else None)
    return bool(said) and all(public is False for public in said)


def _attachments(node: Node, world: World) -> Iterator[Values]:
    """The paper itself and what belongs to it: linked, never copied."""
    main = node.all("mainFile")
    seen: set[str] = set()
    for name in dict.fromkeys((*main, *node.all("auxiliaryFile"))):
        file = world.index.get("File", name)
        address = (file.text("accessUrl") or file.text("downloadUrl")) if file else None
        if file is None or file.is_deleted or not address or address in seen:
            continue
        seen.add(address)
        title = file.text("name") or file.text("fileName") or ("Vorlage" if name in main else "Anlage")
        yield {"titel": title, "url": address}
