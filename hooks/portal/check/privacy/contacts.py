"""How to reach someone: e-mail addresses, phone numbers, bank accounts.

Each search begins with a cheap look that clears nearly every text; only what is left costs time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from portal.check.privacy.findings import Finding, Kind

_MAIL = re.compile(
    r"[\w.+-]+ ?(?:@|[(\[](?:at|ät)[)\]]) ?[\w-]+(?:(?:\.| ?[(\[](?:dot|punkt)[)\]] ?)[\w-]+)+", re.IGNORECASE
)
_MAIL_SIGNS = ("@", "(at)", "[at]", "(ät)", "[ät]")

#: Six digits and more behind a plus or a zero that ends no other number: not 2022-06-14, not B 22/0189.
_PHONE_BEGINS = re.compile(r"[(+0](?<![\w/.,:\-–][(+0])(?:[\s()/.\-–]{0,4}\d){6}")
#: Without an area code a number is only one where the words say so.
_SAID_TO_BE_PHONE = re.compile(
    r"\b(?:Tel(?:\.|efon(?:nummer)?)?|Durchwahl|Fax(?:nummer)?|Handy(?:nummer)?|Mobil(?:nummer|funk|telefon)?|Rufnummer)"
    r"(?: (?:Nr\.|unter|lautet|ist))?:? ?(?P<number>\d(?:[ /\-–]{0,3}\d){3,14}|[-–]\d{2,5}\b)"
)
_PHONE_WORDS = ("Tel", "Durchwahl", "Fax", "Handy", "Mobil", "Rufnummer")
#: What Germans write in digits, dots and slashes that is no phone number, whatever the rules for numbers allow.
_NO_PHONE = re.compile(
    r"\d\d?[./-] ?\d\d?[./-](?: ?\d\d(?:\d\d)?)?(?:\D.*)?"  # days: 03.03.2026, 03.03., 04-10-2010
    r"|\d\d?\. ?[-–] ?\d\d?\..*"  # 08.-10.02.2026
    r"|\d\d?[.:]\d\d(?: ?[-–].*)?"  # hours: 08.30-12.00
    r"|\d{1,5}/(?:(?:19|20)?\d\d)(?:[-/]\d{1,3})?|\d\d?/(?:19|20)\d\d.*"  # papers, months: 0846/12-1, 07/2022-09/2023
    r"|\d{1,4}-\d\d/\d\d|\d{1,2}[.](?:19|20)\d\d.*"
    r"|\d+\.\d+"  # accounts of a budget: 05730.0110000
)
#: The word before a number that says what else it is.
_NUMBER_OF = re.compile(
    r"(?:\bN[ru]\.|[Nn]ummer|\bAz\.?|[Aa]ktenzeichen|\bDrs?\.|\bDS|[Dd]rucksache|[Vv]orlage|\b(?!T|F)[A-Z]{1,2}|\bVO) $"
)
_LEAST_DIGITS = 8
_YEAR = re.compile(r"(?:19|20)\d\d(?: ?[/–-] ?(?:19|20)?\d\d)?")

_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b")
_ACCOUNT_BEGINS = re.compile(r"[0-9][0-9](?<=[A-Z][A-Z][0-9][0-9])")


def mails(text: str) -> Iterator[Finding]:
    if any(sign in text for sign in _MAIL_SIGNS):
        yield from (Finding(Kind.MAIL, match[0]) for match in _MAIL.finditer(text))


def may_hold_number(text: str) -> bool:
    return bool(_PHONE_BEGINS.search(text)) or any(word in text for word in _PHONE_WORDS)


def numbers(text: str) -> Iterator[Finding]:
    """Phone numbers, after bank accounts, whose groups of digits look like them."""
    for match in _ACCOUNT.finditer(text) if _ACCOUNT_BEGINS.search(text) else ():
        if _is_account(match[0]):
            yield Finding(Kind.ACCOUNT, match[0])
            text = text.replace(match[0], "…")
    rest = text
    if _PHONE_BEGINS.search(text):
        for found in phonenumbers.PhoneNumberMatcher(text, "DE"):
            if _is_phone(found.raw_string, text[: found.start]):
                yield Finding(Kind.PHONE, found.raw_string)
            rest = rest.replace(found.raw_string, "…")
    for match in _SAID_TO_BE_PHONE.finditer(rest) if any(word in rest for word in _PHONE_WORDS) else ():
        if not _YEAR.fullmatch(match["number"]):
            yield Finding(Kind.PHONE, match["number"])


def _is_phone(number: str, before: str) -> bool:
    """Beyond what the rules of the phone network say: how German offices write other numbers."""
    digits = sum(sign.isdigit() for sign in number)
    return digits >= _LEAST_DIGITS and not _NO_PHONE.fullmatch(number) and not _NUMBER_OF.search(before[-20:])


def may_hold_account(text: str) -> bool:
    return bool(_ACCOUNT_BEGINS.search(text)) and bool(_ACCOUNT.search(text))


def _is_account(text: str) -> bool:
    """The check digits of ISO 13616: the number, turned round and read with A as 10, leaves 1 when divided by 97."""
    digits = text.replace(" ", "")
    return 15 <= len(digits) <= 34 and int("".join(str(int(sign, 36)) for sign in digits[4:] + digits[:4])) % 97 == 1
