"""Amounts of money and numbers of jobs, with how exactly they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from portal.imports.vorlage.cells import filled
from portal.imports.vorlage.lines import Line
from portal.records.words import Accuracy

MAX_DIGITS = 15
_NUMBER = r"(?P<number>\d{1,3}(?:[.\s']\d{3})+(?:,\d{1,2})?|\d{1,12}(?:,\d{1,3})?)(?:,\s?[-–—]{1,2})?"
_SCALE = (
    r"(?:\s*(?P<scale>Mio\.?|Millionen|Million|Mrd\.?|Milliarden|Milliarde|Tsd\.?|tausend|T(?=\s?(?:€|EUR|Euro))))?"
)
_AMOUNT = re.compile(
    rf"(?<![\d.,/])(?:(?:€|EUR|Euro)\s*(?P<before>\d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,2}})?|\d{{1,12}}(?:,\d{{1,3}})?)(?![\d.]*\d)(?:\s*(?P<scaleb>Mio\.?|Millionen|Mrd\.?|Tsd\.?))?"
    rf"|{_NUMBER}{_SCALE}\s*(?P<unit>T€|TEUR|€|EUR(?![a-z])|Euro(?![a-z])))",
    re.IGNORECASE,
)  # fmt: skip
#: In a table whose heading names the currency, a number stands alone.
_BARE = re.compile(r"-?(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d{1,9},\d{2})(?:,-{1,2})?")
_CURRENCY = re.compile(r"€|\bEUR\b|\bEuro\b|T€|TEUR")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SCALES = {"mio": 1_000_000, "million": 1_000_000, "millionen": 1_000_000, "mrd": 10**9, "milliarde": 10**9, "milliarden": 10**9, "tsd": 1000, "tausend": 1000, "t": 1000}  # fmt: skip
_ACCURACY: tuple[tuple[Accuracy, str], ...] = (
    (Accuracy.AT_MOST, r"(?:bis\s+zu(?:\s+einem\s+\w+(?:\s+\w+){0,2}\s+von)?|höchstens|maximal|max\.|nicht\s+mehr\s+als|in\s+Höhe\s+von\s+(?:bis\s+zu|maximal))"),
    (Accuracy.AT_LEAST, r"(?:mindestens|wenigstens|mind\.)"),
    (Accuracy.ABOUT, r"(?:rund|ca\.?|circa|etwa|ungefähr|annähernd|rd\.)"),
    (Accuracy.ALMOST, r"(?:knapp|fast|beinahe)"),
    (Accuracy.MORE_THAN, r"(?:mehr\s+als|über|gut)"),
)  # fmt: skip
_BEFORE = [
    (accuracy, re.compile(rf"(?<!\w){words}\s+(?:insgesamt\s+|einmalig\s+|jährlich\s+)?$", re.IGNORECASE))
    for accuracy, words in _ACCURACY
]
_BUDGET_LINE = re.compile(
    r"(?:Haushaltsstelle|Produktkonto|Produktsachkonto|Produkt|Sachkonto|Kostenstelle|Kostenträger|PSK|HHSt\.?|Buchungsstelle|Konto|Investitions(?:nummer|-Nr\.?)|Auftrag)(?:\s*Nr\.?)?\s*[:|\t]?\s*(?P<line>(?:[A-Z]-?)?\d[\d ./-]{2,38}\d)(?![,\d])",
    re.IGNORECASE,
)  # fmt: skip
_YEARS = re.compile(
    r"(?:Haushalts?(?:plan|jahre?)?|Ausgabe|Jahr|Zeitraum)\s*[:|\t]?\s*(?P<years>(?:19|20)\d\d(?:\s?/\s?(?:19|20)\d\d)?)(?!\d)",
    re.IGNORECASE,
)
_JOBS = re.compile(
    r"(?<![\d.,])(?P<number>\d{1,4}(?:,\d{1,3})?)\s*(?:-?\s*)(?:(?:zusätzliche[nr]?|neue[nr]?|unbefristete[nr]?|befristete[nr]?|volle[nr]?)\s+)?"
    r"(?P<unit>Vollzeitäquivalent\w*|VZÄ|FTE|VK(?![\w])|Vollzeitstellen?|Planstellen?|Stellenanteile?|Stellen(?![\w-])|Vollzeitkräfte?)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountFound:
    """An amount in Euro."""

    amount: Decimal
    accuracy: Accuracy
    line: Line
    #: Found by its place in a table only, without a currency beside it.
    sure: bool = True
    #: The year of its column.
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobsFound:
    """Jobs, counted in full-time equivalents as a rule."""

    amount: Decimal
    accuracy: Accuracy
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """An account of the budget, and the years it is named for."""

    account: str
    years: str | None
    line: Line


def amounts_in(lines: Sequence[Line], *, tables: bool = False) -> list[AmountFound]:
    """Every amount, once for each place; with `tables`, also bare numbers below a currency."""
    found: list[AmountFound] = []
    bare = tables and any(_CURRENCY.search(line.words) for line in lines)
    years: list[str] = []
    for line, text, begin in _carried(lines, 60):
        row = filled(line.text)
        if len(row) > 1 and all(_YEAR.fullmatch(cell) for cell in row[-2:]):
            years = [cell for cell in row if _YEAR.fullmatch(cell)]
        if bare and len(row) > 2:
            found += _in_cells(line, row, years)
            continue
        matches = [*_AMOUNT.finditer(text)]
        found.extend(
            AmountFound(amount=amount, accuracy=_accuracy(text[max(0, match.start() - 60) : match.start()]), line=line)
            for match in matches
            if match.end() > begin and (amount := _amount(match)) is not None
        )
        if bare and not matches:
            found += _in_cells(line, row, years)
    return found


def _in_cells(line: Line, row: Sequence[str], years: Sequence[str]) -> list[AmountFound]:
    """The amounts of a table's row; below a row of years, each for its year."""
    numbers = [(_AMOUNT.search(cell), _BARE.fullmatch(cell)) for cell in row]
    counted = [pair for pair in numbers if pair[0] or pair[1]]
    found: list[AmountFound] = []
    for place, (with_currency, bare) in enumerate(counted):
        amount = _amount(with_currency) if with_currency else _decimal(bare["number"], 1) if bare else None
        if amount is not None:
            year = years[place] if len(years) == len(counted) else None
            found.append(
                AmountFound(amount=amount, accuracy=Accuracy.EXACT, line=line, sure=bool(with_currency), period=year)
            )
    return found


def jobs_in(lines: Iterable[Line]) -> list[JobsFound]:
    """Numbers of jobs: `3,5 Vollzeitäquivalente`."""
    return [
        JobsFound(amount=amount, accuracy=_accuracy(text[max(0, match.start() - 60) : match.start()]), line=line)
        for line, text, begin in _carried(lines, 40)
        for match in _JOBS.finditer(text)
        if match.end() > begin and (amount := _decimal(match["number"], 1)) is not None
    ]


def _carried(lines: Iterable[Line], size: int) -> Iterator[tuple[Line, str, int]]:
    """Each line with the end of the one before, and where its own text begins: „bis zu \n 5 Mio. €“ is one amount."""
    before = ""
    for line in lines:
        carried = before[-size:]
        yield line, f"{carried} {line.words}" if carried else line.words, len(carried)
        before = line.words


def budget_lines_in(lines: Sequence[Line]) -> list[BudgetLine]:
    """Accounts that amounts, or their absence, are booked on."""
    found: list[BudgetLine] = []
    for index, line in enumerate(lines):
        for match in _BUDGET_LINE.finditer(line.words):
            account = " ".join(match["line"].split())
            nearby = " ".join(other.words for other in lines[index : index + 4])
            years = _YEARS.search(nearby)
            if account not in {other.account for other in found}:
                found.append(
                    BudgetLine(account=account, years=re.sub(r"\s", "", years["years"]) if years else None, line=line)
                )
    return found


def _amount(match: re.Match[str]) -> Decimal | None:
    scale = match["scale"] or match["scaleb"] or ("t" if (match["unit"] or "").upper() in {"T€", "TEUR"} else "")
    return _decimal(match["number"] or match["before"], _SCALES.get(scale.lower().rstrip("."), 1))


def _decimal(text: str, factor: int) -> Decimal | None:
    whole, _, cents = text.partition(",")
    digits = re.sub(r"\D", "", whole)
    if not digits or len(digits) > MAX_DIGITS:
        return None
    value = Decimal(f"{digits}.{cents or 0}") * factor
    places = -int(value.normalize().as_tuple().exponent)
    return value if places <= 4 and value < Decimal(10) ** MAX_DIGITS else None


def _accuracy(before: str) -> Accuracy:
    return next((accuracy for accuracy, pattern in _BEFORE if pattern.search(f"{before.rstrip()} ")), Accuracy.EXACT)
