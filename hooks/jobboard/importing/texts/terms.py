"""The terms of employment: kind, length and share of the contract, and how much of the time is worked."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "eighteen": 18, "twenty-four": 24, "thirty-six": 36, "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
}  # fmt: skip
_NUMBER = r"(?P<number>\d{1,3}(?:[.,]5)?|" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
_UNIT = r"(?P<unit>years?|yrs?|months?|jahren?|monaten?|jahre|monate|year|month)"
_LENGTH = rf"{_NUMBER}\s?(?:\(\s?\d{{1,3}}\s?\)\s?)?[\s-]{{0,2}}(?:full\s)?{_UNIT}"
_ANY_LENGTH = re.compile(rf"(?<![\w.–-]){_LENGTH}\b", re.IGNORECASE)
_IS_CONTRACT = (
    re.compile(
        rf"\b(?:for (?:a|the|an?) (?:\w+ )?(?:period|duration|term) of|duration(?: of (?:the )?\w+)?(?: is| will be)?(?: of)?|contract (?:is )?(?:for|of)"
        rf"|limited to|funded for|fixed[- ]term (?:for|of)|initially(?: for)?|position is for|position for|appointment (?:is )?(?:for|of)|available for|term of"
        rf"|befristet (?:auf|für)|für die dauer von|contract duration|period of)\s{{1,3}}"
        rf"(?:(?:up to|a|an|initially|initial|at least|about|maximum|minimum|of|period|the) ){{0,4}}{_LENGTH}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.–-]){_LENGTH}[\s,-]{{1,3}}(?:(?:fixed|term|full|part|time|academic|funded|fully|renewable|initial|limited|temporary|research|paid|long)[\s,-]{{1,2}}){{0,4}}"
        r"(?:contract|positions?|appointment|post-?doc\w*|post\b|phd|fellowship|fixed|term|studentship|project position|employment|duration|doctoral|post-doctoral|vertrag|befrist\w+)",
        re.IGNORECASE,
    ),
)
_NOT_A_CONTRACT = re.compile(
    r"\b(?:experience|within the last|last \w+ years|old|after (?:the )?ph\.?d|since|ph\.?d\.? (?:\w+ ){0,4}(?:less than|no more than)|berufserfahrung)\b",
    re.IGNORECASE,
)
_TYPES = (
    ("tenure-track", re.compile(r"\btenure[- ]track\b", re.I)),
    ("permanent", re.compile(r"\b(?:permanent|open[- ]ended|indefinite|unlimited|unbefristet\w*|tenured)\b", re.I)),
    ("fixed-term", re.compile(r"\b(?:fixed[- ]term|temporary|limited (?:term|contract)|term[- ]limited|(?<!un)befristet\w*)\b", re.I)),
    ("casual", re.compile(r"\b(?:casual|zero[- ]hours)\b", re.I)),
)  # fmt: skip
_TYPE_NOUN = re.compile(
    r"\b(?:contract|position|post|role|appointment|basis|employment|job|vertrag|stelle|anstellung)s?\b", re.I
)
_NEGATED = re.compile(r"\b(?:not|no|possib\w+|potential\w*|may|might|could|prospect|towards?|becom\w+|lead to)\b", re.I)
_SHARE = (
    re.compile(r"(?<![\d.,])(?P<share>0[.,]\d{1,2}|1[.,]0{1,2}|1)\s?FTE\b", re.I),
    re.compile(r"\bFTE\s?(?:of|:|=)?\s?(?P<share>0[.,]\d{1,2}|1[.,]0{1,2}|1)(?![\d.,])", re.I),
    re.compile(r"(?<![\d.,–-])(?P<percent>\d{2,3})\s?%\s{0,2}(?:FTE|position|part[- ]time|full[- ]time|of full|of a full|TV|E\s?1|stelle|employment|pensum|workload|appointment|der regelm|time\b)", re.I),
    re.compile(r"\((?P<percent>\d{2,3})\s?%\)", re.I),
)  # fmt: skip
_EMPLOYMENT = (
    ("full-time", re.compile(r"\b(?:full[\s-]?time|vollzeit\w*|1[.,]0+ FTE|100\s?%(?= (?:position|employment|FTE|pensum|stelle)))(?!\w)", re.I)),
    ("part-time", re.compile(r"\b(?:part[\s-]?time|teilzeit\w*)\b", re.I)),
    ("intern", re.compile(r"\b(?:internship|praktikum)\b", re.I)),
)  # fmt: skip


def fill_terms(draft: Draft, passage: Passage) -> None:
    """Note `contract` and `employment`."""
    _fill_contract(draft, passage)
    _fill_employment(draft, passage)


def read_contract(written: str) -> dict[str, Any]:
    """What the words behind "Contract:" say: type, duration_months, fte."""
    found: dict[str, Any] = {}
    if kind := _find_type(written):
        found["type"] = kind
    length = _ANY_LENGTH.search(written)
    if length and not _NOT_A_CONTRACT.search(written) and (months := _months(length)):
        found.setdefault("type", "fixed-term")
        if found["type"] == "fixed-term":
            found["duration_months"] = months
    if share := _find_share(written):
        found["fte"] = share
    return found


def read_employment(written: str) -> list[str]:
    """The kinds of employment *written* names."""
    return [kind for kind, pattern in _EMPLOYMENT if pattern.search(written)]


def _fill_contract(draft: Draft, passage: Passage) -> None:
    stated: dict[str, Any] = {}
    evidence: list[str] = []
    for label in passage.stated("contract", "employment"):
        found = read_contract(label.value)
        if label.field == "employment":
            found.pop("duration_months", None)
            if "year" in label.value.casefold() or "month" in label.value.casefold():
                found = read_contract(label.value)
        if added := {key: value for key, value in found.items() if key not in stated}:
            stated |= added
            evidence.append(label.line)
    if stated:
        draft.find("contract", stated, " … ".join(dict.fromkeys(evidence)))
        return
    for sentence in passage.sentences:
        if added := {key: value for key, value in _infer_contract(sentence).items() if key not in stated}:
            stated |= added
            evidence.append(sentence)
    if stated:
        draft.infer("contract", stated, " … ".join(dict.fromkeys(evidence)))


def _infer_contract(sentence: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if share := _find_share(sentence):
        found["fte"] = share
    if _NOT_A_CONTRACT.search(sentence):
        return found
    for pattern in _IS_CONTRACT:
        if (match := pattern.search(sentence)) and (months := _months(match)):
            return found | {"type": "fixed-term", "duration_months": months}
    if _TYPE_NOUN.search(sentence) and not _NEGATED.search(sentence) and (kind := _find_type(sentence)):
        found["type"] = kind
    return found


def _fill_employment(draft: Draft, passage: Passage) -> None:
    for stated in passage.stated("employment", "contract"):
        if kinds := read_employment(stated.value):
            draft.find("employment", kinds, stated.line)
    share = draft.findings["contract"].value.get("fte") if "contract" in draft.findings else None
    if share is not None:
        draft.infer("employment", ["full-time" if share == 1 else "part-time"], draft.findings["contract"].evidence)
    for sentence in passage.sentences:
        if _TYPE_NOUN.search(sentence) and (kinds := [kind for kind in read_employment(sentence) if kind != "intern"]):
            draft.infer("employment", kinds, sentence)
            return


def _find_type(written: str) -> str | None:
    return next((kind for kind, pattern in _TYPES if pattern.search(written)), None)


def _months(match: re.Match[str]) -> int | None:
    number = match["number"].casefold().replace(",", ".")
    amount = float(_WORDS.get(number, 0) or number)
    months = round(amount * (12 if match["unit"][0] in "yYjJ" else 1))
    return months if 0 < months <= 120 else None


def _find_share(written: str) -> float | int | None:
    for pattern in _SHARE:
        if match := pattern.search(written):
            groups = match.groupdict()
            share = float(groups["share"].replace(",", ".")) if "share" in groups else int(groups["percent"]) / 100
            if 0 < share <= 1:
                return 1 if share == 1 else round(share, 2)
    return None
