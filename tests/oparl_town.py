"""A council information system made up for tests: as many papers as asked for, the same every time, with all the oddities
that real systems show. Written as a folder of JSON files, or handed out as objects.

`.venv/bin/python tests/oparl_town.py FOLDER 15000` writes a large one, for measuring.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BASE = "https://rat.musterstadt.example/oparl"
SCHEMA = "https://schema.oparl.org/1.1/"
TOWN = "Musterstadt"
Node = dict[str, Any]

_BODIES = (
    "Stadtrat",
    "Hauptausschuss",
    "Bauausschuss",
    "Ausschuss für Schule und Sport",
    "Kulturausschuss",
    "Jugendbeirat",
)
_KINDS = ("Beschlussvorlage", "Mitteilungsvorlage", "Antrag", "Verwaltungsvorlage (alt)", "Anfrage", "Bericht", None)
_ROLES = ("Vorberatung", "zur Kenntnis", "Vorberatung (öffentlich)", "Einbringung", None)
_RESULTS = (
    "ungeändert beschlossen",
    "einstimmig beschlossen",
    "mit Änderungen beschlossen",
    "zurückgestellt",
    "vertagt",
    "abgelehnt",
    "an Verwaltung zurück verwiesen",
    "zur Kenntnis genommen",
    "einvernehmlich so gesehen",
    "(offen)",
    "von der Tagesordnung abgesetzt",
    None,
)
_SUBJECTS = (
    "Radweg",
    "Schulhof",
    "Brunnen",
    "Haushalt",
    "Bücherei",
    "Spielplatz",
    "Feuerwehr",
    "Marktplatz",
    "Kita",
    "Brücke",
)
_FIRST_DAY = dt.date(2019, 1, 7)


class Town:
    """All objects by the path of their file."""

    def __init__(self, papers: int = 200) -> None:
        self.dice = random.Random(papers)  # noqa: S311 - the same town every time, not a secret
        self.files: dict[str, Node | list[Node]] = {}
        self._bodies()
        days = max(30, papers // 8)
        self.meetings = [self._meeting(number) for number in range(days)]
        for number in range(papers):
            self._paper(number)
        self._oddities()

    def write(self, folder: Path) -> Path:
        for path, node in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(json.dumps(node, ensure_ascii=False, indent=1), encoding="utf-8")
        return folder

    def of_type(self, name: str) -> Iterator[Node]:
        """Every object of a type that has a file of its own."""
        for node in self.files.values():
            if isinstance(node, dict) and node.get("type") == SCHEMA + name:
                yield node

    # --- What there is -------------------------------------------------------------------------

    def _put(self, path: str, kind: str, of: object, /, **fields: Any) -> Node:
        node = self.node(kind, of, **fields)
        self.files[path] = node
        return node

    @staticmethod
    def node(kind: str, of: object, /, **fields: Any) -> Node:
        known = {key: value for key, value in fields.items() if value is not None}
        stamps = {"created": "2019-01-01T08:00:00+01:00", "modified": "2024-03-01T08:00:00+01:00"}
        return {"id": f"{BASE}/{kind.lower()}/{of}", "type": SCHEMA + kind, **stamps, **known}

    def _bodies(self) -> None:
        self._put(
            "koerperschaft.json",
            "Body",
            1,
            name=TOWN,
            ags="1999001",
            license="https://www.govdata.de/dl-de/zero-2-0",
            organization=f"{BASE}/body/1/organization",
            legislativeTerm=[
                self.node("LegislativeTerm", 1, name="2018–2023", startDate="2018-06-01", endDate="2023-05-31")
            ],
            contactEmail="ris@musterstadt.example",
        )
        for number, name in enumerate(_BODIES):
            self._put(
                f"gremien/{number}.json",
                "Organization",
                number,
                name=name,
                organizationType="Gremium",
                classification="Parlament" if number == 0 else None,
                subOrganizationOf=f"{BASE}/organization/0" if number else None,
                startDate="2018-06-01",
                body=f"{BASE}/body/1",
                web=f"https://rat.musterstadt.example/gremium?id={number}&a=1",
            )
        self._put("gremien/f.json", "Organization", "f", name="Fraktion Grün & Bunt", organizationType="Fraktion")
        self._put(
            "gremien/v.json",
            "Organization",
            "v",
            name="Dezernat II",
            organizationType="Verwaltungsbereich",
            classification="Dezernat",
        )
        self._put(
            "personen/1.json",
            "Person",
            1,
            name="Erika Mustermann",
            email=["erika@privat.example"],
            phone=["040 123456"],
            membership=[
                self.node(
                    "Membership", 1, organization=f"{BASE}/organization/0", role="Ratsmitglied", startDate="2018-06-01"
                )
            ],
        )
        self._put(
            "personen/2.json",
            "Person",
            2,
            name="Otto Gast",
            membership=[self.node("Membership", 2, organization=f"{BASE}/organization/1", role="Gast")],
        )

    def _meeting(self, number: int) -> Node:
        day, body = _FIRST_DAY + dt.timedelta(days=7 * number % 2_600), number % (len(_BODIES) - 1)
        return self._put(
            f"sitzungen/{day.year}/sitzung {number}.json",
            "Meeting",
            number,
            name=f"Sitzung: {_BODIES[body]}",
            start=f"{day}T{'18:15:00' if number % 5 else '00:00:00'}+01:00",
            organization=[f"{BASE}/organization/{body}"],
            meetingState="durchgeführt" if number % 9 else "Nachbereitung",
            cancelled=True if number % 31 == 7 else None,
            location={"id": f"{BASE}/location/1", "type": SCHEMA + "Location", "description": "Rathaus, Saal 1"},
            agendaItem=[
                self.node(
                    "AgendaItem", f"{number}-e", number="Ö 1", order=1, name="Eröffnung", public=True, result="(offen)"
                ),
                self.node("AgendaItem", f"{number}-n", number="N 9", order=9, name="Personalsache Meier", public=False),
            ],
        )

    def _paper(self, number: int) -> None:
        dice, year = self.dice, 2019 + number % 6
        name = (
            f"{dice.choice(_SUBJECTS)} {dice.choice(('erneuern', 'planen', 'prüfen', 'bezahlen'))}, Abschnitt {number}"
        )
        meetings = sorted(dice.sample(self.meetings, dice.randint(0, 3)), key=lambda node: str(node["start"]))
        paper = self._put(
            f"vorlagen/{year}/{number % 7}/{number}.json",
            "Paper",
            number,
            body=f"{BASE}/body/1",
            name=name,
            reference=f"B {year - 2000}/{number:04}",
            date=str(meetings[0]["start"])[:10] if meetings else f"{year}-02-01",
            paperType=_KINDS[number % len(_KINDS)],
            mainFile=self.node(
                "File",
                f"{number}-m",
                name=f"Vorlage {number}",
                accessUrl=f"{BASE}/file/{number}.pdf",
                downloadUrl=f"{BASE}/file/{number}?dl",
            ),
            auxiliaryFile=[
                self.node(
                    "File", f"{number}-{part}", name=f"Anlage {part}", accessUrl=f"{BASE}/file/{number}-{part}.pdf"
                )
                for part in range(number % 3)
            ],
            underDirectionOf=[f"{BASE}/organization/v"],
            originatorOrganization=[f"{BASE}/organization/f"] if number % 7 == 2 else None,
            web=f"https://rat.musterstadt.example/vorlage?id={number}",
        )
        for place, meeting in enumerate(meetings):
            self._consultation(paper, meeting, place, is_last=place == len(meetings) - 1, way=(number + place) % 3)

    def _consultation(self, paper: Node, meeting: Node, place: int, *, is_last: bool, way: int) -> None:
        """Embedded in the paper, a file of its own, or reachable only from its agenda item."""
        number = f"{paper['id'].rpartition('/')[2]}-{place}"
        consultation = self.node(
            "Consultation",
            number,
            agendaItem=f"{BASE}/agendaitem/{number}" if way != 2 else None,
            meeting=meeting["id"] if way == 0 else None,
            organization=meeting["organization"],
            authoritative=is_last,
            role="Entscheidung" if is_last else self.dice.choice(_ROLES),
        )
        item = self.node(
            "AgendaItem",
            number,
            number=f"Ö {place + 2}",
            order=place + 2,
            name=paper["name"],
            public=True,
            consultation=consultation["id"],
            result=self.dice.choice(_RESULTS),
            resolutionText="Der Beschluss im Wortlaut, sehr lang. " * 30 if way == 1 else None,
        )
        if way == 0:
            paper.setdefault("consultation", []).append(consultation)
        elif way == 1:
            paper.setdefault("consultation", []).append(consultation["id"])
            self.files[f"beratungen/{number}.json"] = consultation
        else:
            self.files[f"beratungen/{number}.json"] = {**consultation, "paper": paper["id"]}
        meeting["agendaItem"].append(item)

    def _oddities(self) -> None:
        papers = list(self.of_type("Paper"))
        pick = iter(papers[3:])

        def take(**changes: Any) -> Node:
            node = next(pick)
            for key, value in changes.items():
                node.pop(key, None)
                if value is not None:
                    node[key] = value
            return node

        take(deleted=True)
        gone = take()
        for key in [key for key in gone if key not in ("id", "type", "created", "modified")]:
            del gone[key]
        gone["deleted"] = True
        first = take()
        take(reference=first["reference"])
        take(reference=first["reference"], name=first["name"])
        take(name=None)
        take(name=None, reference=None)
        take(reference=None)
        take(date="2031-01-01")
        take(date="0000-00-00")
        take(date=None)
        take(name="  Mit\nZeilen,\u200b Steuer\x07zeichen, [[Klammern]], &quot;Entitäten&quot; und ---: # allem  ")
        take(relatedPaper=[papers[0]["id"]], superordinatedPaper=[papers[1]["id"]])
        take(consultation=[f"{BASE}/consultation/gibt-es-nicht"])
        take(
            consultation=self.node(
                "Consultation", "einzeln", organization=f"{BASE}/organization/gibt-es-nicht", role="Anhörung"
            )
        )
        take(auxiliaryFile={"id": f"{BASE}/file/x", "name": "Ohne Typ", "accessUrl": "javascript:alert(1)"})
        take(auxiliaryFile=self.node("File", "y", name="Einzeln", downloadUrl=f"{BASE}/file/y.pdf"))
        self._put("sitzungen/ohne tag.json", "Meeting", "x1", name="Ohne Tag", organization=[f"{BASE}/organization/0"])
        self._put(
            "sitzungen/ohne gremium.json", "Meeting", "x2", name="Ohne Gremium", start="2024-01-08T18:00:00+01:00"
        )
        day = str(self.meetings[1]["start"])[:10]
        self._put(
            "sitzungen/zweite.json",
            "Meeting",
            "x3",
            start=f"{day}T20:00:00+01:00",
            organization=self.meetings[1]["organization"],
        )
        self._put(
            "sitzungen/kommend.json",
            "Meeting",
            "x4",
            start="2027-02-01T18:00:00+01:00",
            organization=[f"{BASE}/organization/0"],
            meetingState="terminiert",
        )
        self._put(
            "sitzungen/zu früh.json",
            "Meeting",
            "x5",
            start="2027-03-01T18:00:00+01:00",
            organization=[f"{BASE}/organization/0"],
            meetingState="durchgeführt",
        )
        self._put("gremien/ohne namen.json", "Organization", "x1", organizationType="Gremium")
        self._put(
            "gremien/kreis a.json", "Organization", "k1", name="Kreis A", subOrganizationOf=f"{BASE}/organization/k2"
        )
        self._put(
            "gremien/kreis b.json",
            "Organization",
            "k2",
            name="Kreis B",
            subOrganizationOf=f"{BASE}/organization/k1",
            startDate="2020-01-01",
            endDate="2019-01-01",
        )
        self.files["alt/1.0.json"] = {
            "id": f"{BASE}/paper/alt",
            "type": "https://schema.oparl.org/1.0/Paper",
            "name": "Aus der Fassung 1.0",
            "date": "2018-05-01",
            "consultation": [{"organization": [f"{BASE}/organization/1"], "role": "Beschlussfassung"}],
        }
        self.files["liste.json"] = [self.node("Location", 9, description="Aula")]


def main() -> None:
    Town(int(sys.argv[2])).write(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
