"""Records of every type with one text in every field that takes any text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from typing import Any
from zlib import crc32

from hostile.case import Case, Harmless, Problem

INNOCENT = "Ein unschuldiges Wort"
_SOURCE = "amtsblatt"
Values = dict[str, Any]


def _common(text: str) -> Values:
    return {
        "titel": text,
        "kurzfassung": text,
        "quellen": [_SOURCE],
        "offen": [{"frage": text, "gesucht": text}],
        "korrekturen": [{"datum": "2024-02-03", "text": text}],
        "widersprueche": [
            {
                "worum": text,
                "angaben": [{"wert": text, "quelle": _SOURCE}, {"wert": text, "quelle": _SOURCE}],
                "einordnung": text,
            }
        ],
    }


def _named(text: str) -> Values:
    return {("name" if key == "titel" else key): value for key, value in _common(text).items()}


def _money(text: str) -> Values:
    return {"betrag": "12.50", "haushaltsstelle": text, "zweck": text, "bedingung": text, "notiz": text}


def _jobs(text: str) -> Values:
    return {"umfang": "1.5", "einheit": text, "zaehlung": text, "zweck": text}


def _paper(text: str) -> Values:
    station = {
        "gremium": "rat",
        "termin": "2024-03-04",
        "rolle-wortlaut": text,
        "gegenstand": text,
        "top": text,
        "ergebnis": "vertagt",
        "ergebnis-wortlaut": text,
        "aenderung": text,
        "notiz": text,
        "erschlossen": text,
    }
    point = {"titel": text, "text": text, "geld": [_money(text)], "stellen": [_jobs(text)], "notiz": text}
    return _common(text) | {
        "nummer": text,
        "art": "Antrag",
        "art-wortlaut": text,
        "datum": "2024-01-02",
        "aktenzeichen": text,
        "beratungsfolge": [station],
        "beschlusspunkte": [point],
        "finanzen": [_money(text)],
        "anlagen": [{"titel": text, "notiz": text, "url": "https://rat.example/anlage"}],
    }


def _project(text: str) -> Values:
    milestone = {
        "titel": text,
        "geplant": "2024-05",
        "erschlossen": text,
        "notiz": text,
        "umplanungen": [{"datum": "2024-04-01", "neu": "2025", "grund": text}],
    }
    return _common(text) | {
        "zeitraum": "2024/2025",
        "zeitraum-erschlossen": text,
        "meilensteine": [milestone],
        "verlauf": [{"datum": "2024-02-01", "stand": "in Arbeit", "notiz": text}],
        "geld": [_money(text)],
    }


def _inquiry(text: str) -> Values:
    question = {"frage": text, "stand": "teilweise beantwortet", "antwort": text, "offen": text, "notiz": text}
    return _common(text) | {
        "gestellt": {"am": "2024-01-02", "von": "rat", "als": text, "notiz": text},
        "beantwortet": {"am": "2024-02-03", "von": "rat", "notiz": text},
        "fragen": [question],
    }


_MEETING_DAY = "2024-06-07"


def _meeting(text: str) -> Values:
    items = [{"titel": text, "top": text, "notiz": text}]
    return _common(text) | {
        "gremium": "rat",
        "termin": _MEETING_DAY,
        "beginn": "18:00",
        "ort": text,
        "tagesordnung": items,
    }


def _body(text: str) -> Values:
    seats = [{"zahl": "7", "stichtag": "2024", "zaehlung": text, "notiz": text}]
    return _named(text) | {"art": "Sonstige", "kurzname": text, "sitze": seats, "webseite": "https://amt.example/"}


def _person(text: str) -> Values:
    roles = [{"funktion": text, "gremium": "rat", "von": "2024", "notiz": text}]
    return _named(text) | {"partei": text, "rollen": roles}


def _topic(text: str) -> Values:
    return _common(text)


def _indicator(text: str) -> Values:
    values = [
        {"stichtag": str(year), "wert": "3", "bezeichnung": text, "notiz": text, "quelle": _SOURCE}
        for year in (2022, 2023)
    ]
    series = [{"titel": text, "einheit": text, "zaehlung": text, "werte": values}]
    return _common(text) | {"einheit": text, "reihen": series, "vorsicht": text}


def _event(text: str) -> Values:
    return _common(text) | {"datum": "2024-07-08", "stand": "erfolgt", "ort": text, "erschlossen": text}


def _term(text: str) -> Values:
    values = {key: value for key, value in _common(text).items() if key not in {"titel", "kurzfassung"}}
    return values | {
        "begriff": text,
        "erklaerung": text,
        "kurzformen": [text],
        "synonyme": [text],
        "suchwoerter": [text],
    }


def _source(text: str) -> Values:
    values = {key: value for key, value in _common(text).items() if key != "quellen"}
    return values | {
        "art": "Presse",
        "herausgeber": text,
        "datum": "2024",
        "datum-erschlossen": text,
        "belegt": text,
        "vorsicht": text,
        "url": "https://quelle.example/",
    }


def _article(text: str) -> Values:
    return _common(text)


SHAPES: Mapping[str, Callable[[str], Values]] = {
    "beschluesse": _paper,
    "roadmap": _project,
    "fragen": _inquiry,
    "sitzungen": _meeting,
    "gremien": _body,
    "personen": _person,
    "themen": _topic,
    "kennzahlen": _indicator,
    "ereignisse": _event,
    "glossar": _term,
    "quellen": _source,
    "seiten": _article,
}


def yaml_of(values: Values) -> str:
    """JSON is YAML, and every text stands between double quotes."""
    return json.dumps(values, ensure_ascii=False, indent=1)


def record(kind: str, name: str, text: str) -> dict[str, str]:
    """The file of a record; a source is named by a page, since unused ones are refused."""
    values = SHAPES[kind](text)
    if kind == "sitzungen":  # is called by its body and day
        values["termin"] = str(dt.date(1950, 1, 1) + dt.timedelta(days=crc32(name.encode()) % 20_000))
        name = f"rat-{values['termin']}"
    files = {f"{kind}/{name}.yml": yaml_of(values)}
    if kind == "quellen":
        files[f"seiten/{name}-seite.yml"] = yaml_of(_article(INNOCENT) | {"quellen": [name]})
    return files


TWINS = {kind: record(kind, f"zwilling-{kind}", INNOCENT) for kind in SHAPES}


def injected(family: str, texts: Mapping[str, str], because: str, *, each: int = 1) -> list[Case]:
    """A text in every field of a record: each in so many types, turn by turn, so that all types have their share."""
    kinds = list(SHAPES)
    found = []
    for number, (name, text) in enumerate(texts.items()):
        for turn in range(each):
            kind = kinds[(number * each + turn + len(family)) % len(kinds)]
            id_ = f"{family}-{name}-{turn}" if each > 1 else f"{family}-{name}"
            title = f"{name} in {kind}"
            files = record(kind, id_, text)
            found.append(Case(family=family, name=title, files=files, expected=Harmless(because, text, like_twin=True)))
    return found


HEAD = "---\ntitel: Papier\nart: Bericht\nkurzfassung: Ein Satz.\nquellen: amtsblatt\n"


def prose(family: str, texts: Mapping[str, str], because: str) -> list[Case]:
    """A text below the head of a paper."""
    return [
        Case(
            family=family,
            name=name,
            files={f"beschluesse/{family}-{name}.md": f"{HEAD}---\n{text}\n"},
            expected=Harmless(because),
        )
        for name, text in texts.items()
    ]


def refused_prose(family: str, texts: Mapping[str, tuple[str, str]]) -> list[Case]:
    """A text below the head of a paper, and the word of the problem it is."""
    return _refused_papers(family, texts, lambda text: f"{HEAD}---\n{text}\n")


def refused_head(family: str, fields: Mapping[str, tuple[str, str]]) -> list[Case]:
    """Lines in the head of a paper, and the word of the problem; it is named with the first of them or one below."""
    return _refused_papers(family, fields, lambda lines: f"{HEAD}{lines}\n---\n")


def _refused_papers(family: str, parts: Mapping[str, tuple[str, str]], paper: Callable[[str], str]) -> list[Case]:
    return [
        Case(family=family, name=name, files={"beschluesse/papier.md": paper(part)}, expected=Problem(word))
        for name, (part, word) in parts.items()
    ]


def refused(family: str, files: Mapping[str, tuple[Mapping[str, Any], str]]) -> list[Case]:
    """Whole files, and the word of the problem they are."""
    return [
        Case(family=family, name=name, files=content, expected=Problem(word)) for name, (content, word) in files.items()
    ]
