"""Who employs, under which contract, who may come and who pays."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from jobboard.diagnostics.rules import INVALID_VALUE, LOOK_ALIKE_LETTERS, MISSING_FIELD
from jobboard.fields.links import read_web_address
from jobboard.fields.reading import Reading
from jobboard.posting import Contract, Eligibility, Funding, Organization
from jobboard.source.nodes import Mapping, Node, Scalar
from jobboard.standards.languages.language import CONTRACT_TYPES as CONTRACT_TYPES
from jobboard.standards.look_alikes import find_foreign_letter_in_name, name_script
from jobboard.vocabulary import fold

T = TypeVar("T")

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12, "eighteen": 18, "twenty-four": 24, "thirty-six": 36,
}  # fmt: skip
_LENGTH = re.compile(
    rf"(?i)(?<![\w.,])(?:(\d{{1,3}}(?:[.,]\d{{1,2}})?)|({'|'.join(_NUMBERS)}))[ -]?(years?|yrs?|months?|mos?)\b",
    re.ASCII,
)
_SHARE = re.compile(r"(?i)(?<![\w.,])(?:(\d{1,3})\s?%|([01]?\.\d{1,2})\s?FTE\b)", re.ASCII)
_WORKED = re.compile(r"(?i)\b(full|part)[ -]?time\b")
_SIGNS = str.maketrans(",;:()–", "      ")
_MOST_MONTHS = 240
_BETWEEN_LETTERS = re.compile("[A-Za-z]([\xad\u034f\u200c\u200d\ufe00-\ufe0f]+)[A-Za-z]")
"""What parts or joins letters of other scripts, or chooses a form of a sign."""
VISA = ("sponsored", "not-sponsored")


def read_organization(node: Node, name: str, reading: Reading) -> Organization | None:
    """A name, or a group with `name`."""
    if not isinstance(node, Mapping):
        text = _read_name(node, name, reading)
        return Organization(name=text) if text else None
    entries = reading.group(node, name, ("name", "unit", "url", "ror"))
    if "name" not in entries:
        reading.report(MISSING_FIELD, f"`{name}` has no `name`", node, help=(f"add `name: …` under `{name}`",))
        return None
    values = {key: entry.value for key, entry in entries.items()}
    called = _read_name(values["name"], f"{name}.name", reading)
    unit = _optional(values, "unit", name, reading.text)
    url = _optional(values, "url", name, lambda n, f: read_web_address(n, f, reading))
    ror = _optional(values, "ror", name, lambda n, f: read_web_address(n, f, reading))
    return Organization(name=called, unit=unit, url=url, ror=ror) if called else None


def _read_name(node: Node, name: str, reading: Reading) -> str | None:
    """A line of text; letters and signs with which it can pass for another name are told."""
    text = reading.text(node, name)
    if text is None or text.isascii():
        return text
    if hidden := _BETWEEN_LETTERS.search(text):
        mark = reading.mark_part(node, hidden[0], f"U+{ord(hidden[1]):04X}, which nobody sees, stands in it")
        help = "type the name anew"
        reading.report(LOOK_ALIKE_LETTERS, f"`{name}` is another name than it looks", mark, help=(help,))
    elif letter := find_foreign_letter_in_name(text):
        mark = reading.mark_part(node, text, f"`{letter}` is {name_script(letter)}")
        help = "type the name anew, in the letters of one script"
        reading.report(
            LOOK_ALIKE_LETTERS, f"`{name}` holds letters of several scripts, which look alike", mark, help=(help,)
        )
    return text


def read_contract(node: Node, name: str, reading: Reading) -> Contract | None:
    """A kind of contract, or a group with `type`, `duration_months` and `fte`."""
    if isinstance(node, Scalar) and (contract := _read_words(" ".join(node.text.split()))):
        stated = f"type: {contract.type}, " if contract.type else ""
        reading.retype(node, f"{{{stated}duration_months: {contract.duration_months}}}")
        return contract
    if not isinstance(node, Mapping):
        kind = reading.choice(node, name, CONTRACT_TYPES)
        if kind is None and isinstance(node, Scalar):
            refused = reading.diagnostics.pop()
            reading.diagnostics.append(refused._replace(help=(*refused.help, *_places_of(node.text, name))))
        return Contract(type=kind) if kind else None
    entries = reading.group(node, name, ("type", "duration_months", "fte"))
    values = {key: entry.value for key, entry in entries.items()}
    return Contract(
        type=_optional(values, "type", name, lambda n, f: reading.choice(n, f, CONTRACT_TYPES)),
        duration_months=_optional(values, "duration_months", name, lambda n, f: _read_months(n, f, reading)),
        fte=_optional(values, "fte", name, lambda n, f: _read_share(n, f, reading)),
    )


def read_eligibility(node: Node, name: str, reading: Reading) -> Eligibility | None:
    """A group with `visa`, `nationality` and `note`; or words, kept as a note."""
    if not isinstance(node, Mapping):
        note = reading.text(node, name)
        return Eligibility(note=note) if note else None
    entries = reading.group(node, name, ("visa", "nationality", "note"))
    values = {key: entry.value for key, entry in entries.items()}
    return Eligibility(
        visa=_optional(values, "visa", name, lambda n, f: reading.choice(n, f, VISA)),
        nationality=_optional(values, "nationality", name, reading.text),
        note=_optional(values, "note", name, reading.text),
    )


def read_funding(node: Node, name: str, reading: Reading) -> Funding | None:
    """A group with `funder`, `programme` and `grant`; or the funder's name."""
    if not isinstance(node, Mapping):
        funder = reading.text(node, name)
        return Funding(funder=funder) if funder else None
    entries = reading.group(node, name, ("funder", "programme", "grant"))
    values = {key: entry.value for key, entry in entries.items()}
    return Funding(
        funder=_optional(values, "funder", name, reading.text),
        programme=_optional(values, "programme", name, reading.text),
        grant=_optional(values, "grant", name, reading.text),
    )


def _optional(values: dict[str, Node], key: str, name: str, read: Callable[[Node, str], T | None]) -> T | None:
    return read(values[key], f"{name}.{key}") if key in values else None


def _read_words(written: str) -> Contract | None:
    """The contract that *written*, such as "fixed-term, 3 years", can only mean; None for other words."""
    length = _LENGTH.search(written)
    if length is None:
        return None
    months = _count_months(length[1] or str(_NUMBERS[length[2].casefold()]), length[3])
    rest = fold(" ".join((written[: length.start()], written[length.end() :])).translate(_SIGNS))
    rest = re.sub(r"^for\b|\bcontract$", "", rest).strip()
    kinds = {fold(kind): kind for kind in CONTRACT_TYPES}
    if (rest and rest not in kinds) or months is None:
        return None
    return Contract(type=kinds.get(rest), duration_months=months)


def _count_months(number: str, unit: str) -> int | None:
    """The months in a length such as "1.5" "years"; None where they are not whole, none or too many."""
    months = Decimal(number.replace(",", ".")) * (12 if unit[0] in "yY" else 1)
    return int(months) if months == int(months) and 0 < months <= _MOST_MONTHS else None


def _places_of(written: str, name: str) -> tuple[str, ...]:
    """Where the parts of a refused contract belong: its length, its share of full time, and how much is worked."""
    places = []
    if _LENGTH.search(written):
        places.append(f"or give the length in a group, such as `{name}: {{type: fixed-term, duration_months: 24}}`")
    if (share := _SHARE.search(written)) and 0 < (fte := _share_of(share)) <= 1:
        places.append(f"or give the share of full time in a group: `{name}: {{fte: {fte}}}`")
    if worked := _WORKED.search(written):
        places.append(f"or write `employment: {worked[1].lower()}-time`, which says how much of the time is worked")
    return tuple(places)


def _share_of(share: re.Match[str]) -> Decimal:
    return Decimal(share[1]) / 100 if share[1] else Decimal(share[2])


def _read_months(node: Node, name: str, reading: Reading) -> int | None:
    written = reading.text(node, name)
    if written is None:
        return None
    if written.isascii() and written.isdigit() and 0 < int(written[:5]) <= _MOST_MONTHS:
        return int(written)
    length = re.fullmatch(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*(years?|months?)", written, re.ASCII)
    meant = _count_months(length[1], length[2]) if length else None
    label = f"did you mean `{meant}`?" if meant else ""
    fix = reading.source.rewrite(node, str(meant)) if meant else ()
    help = ("give the length in months, such as `36` for three years",)
    reading.report(INVALID_VALUE, f"`{name}` must be a number of months, found `{written}`", node, label, help, fix)
    return None


def _read_share(node: Node, name: str, reading: Reading) -> Decimal | None:
    written = reading.text(node, name)
    if written is None:
        return None
    try:
        share = Decimal(written)
    except InvalidOperation:
        share = Decimal(0)
    if share.is_finite() and 0 < share <= 1:
        return share
    percent = written.removesuffix("%").strip()
    meant = Decimal(percent) / 100 if percent.isascii() and percent.isdigit() else Decimal(0)
    is_share = 0 < meant <= 1
    label = f"did you mean `{meant}`?" if is_share else ""
    fix = reading.source.rewrite(node, str(meant)) if is_share and percent != written else ()
    help = ("give the share of full time, `1` for full time and `0.5` for half",)
    reading.report(INVALID_VALUE, f"`{name}` must be a share of full time, found `{written}`", node, label, help, fix)
    return None
