"""Single values of schema.org's JobPosting in the board's words: days, hours and pay."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from jobboard.importing.pages.html_tree import plain_text
from jobboard.standards.dates import explain_date, parse_date
from jobboard.standards.languages.words import spellings, terms
from jobboard.standards.tables import currencies
from jobboard.vocabulary import fold

_SURROGATE = re.compile("[\ud800-\udfff]")
_ISO_INSTANT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:[T ]+(?P<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_OTHER_INSTANT = re.compile(r"(?P<day>[^:]*?\d{4}|\d{4}[/.]\d\d?[/.]\d\d?)(?:,?\s+(?P<time>\d{1,2}:\d{2}).*)?")
_CODED_PERIODS = {
    "hur": "hour",
    "d": "day",
    "wee": "week",
    "mon": "month",
    "ann": "year",
    "p1y": "year",
    "p1m": "month",
}
"""Of UN/CEFACT and ISO 8601, which schema.org allows."""
_CODED_EMPLOYMENT = {
    "fulltime": "full-time",
    "parttime": "part-time",
    "intern": "intern",
    "temporary": "temporary",
    "temp": "temporary",
    "other": "other",
}
"""Google's, and what systems make of them."""
_CODED_CONTRACTS = {"fixedterm": "fixed-term"}
_AMOUNT = re.compile(r"(?:\d{1,9}|\d{1,3}(?:[, ']\d{3}){1,2})(?:\.\d{1,2}|\.\d{4,6}|(?<=\d{4})\.\d{3})?", re.ASCII)
"""Not `3.500`, which is 3.5 in English and 3500 in German."""


def read_day(written: Any) -> tuple[dt.date | None, str, str]:
    """The day of an ISO date or instant, as its own zone counts it, with its time and zone; no ambiguous days."""
    text = plain_text(str(written))
    if match := _ISO_INSTANT.match(text):
        return parse_date(match["day"]), match["time"] or "", match["zone"] or ""
    match = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
    if match:
        return parse_date("-".join(match.groups())), "", ""
    if other := _OTHER_INSTANT.fullmatch(text):
        days = explain_date(other["day"])[1]
        return (days[0] if len(days) == 1 else None), other["time"] or "", ""
    return None, "", ""


def employment_stated(stated: Any) -> tuple[list[str], str | None, list[str]]:
    """The board's words for one or several kinds of employment, a kind of contract among them, and what is neither."""
    words: dict[str, None] = {}
    contract: str | None = None
    others: list[str] = []
    for value in as_list(stated):
        written = (
            plain_text(text_in(value)).rsplit("/", 1)[-1]
            if "schema.org" in text_in(value)
            else plain_text(text_in(value))
        )
        for part in re.split(r"[,;/|•·+]| and | or | und | - ", written):
            key = re.sub(r"[()]", "", fold(part)).strip()
            found = _terms_in(key, "employment", _CODED_EMPLOYMENT)
            words |= dict.fromkeys(found)
            kinds = _terms_in(key, "contracts", _CODED_CONTRACTS)
            contract = contract or next(iter(kinds), None)
            if key and not found and not kinds:
                others.append(part.strip())
    if len(words) > 1:
        words.pop("other", None)
    return list(words), contract, others


def pay_stated(stated: Any, currency_beside: Any = None) -> tuple[Any, str]:
    """A salary as the board has it, and the words of the source; None where no amount is stated."""
    if isinstance(stated, list):
        stated = stated[0] if stated else None
    if not isinstance(stated, dict):
        stated = {"value": stated}
    value = stated.get("value", stated)
    value = value[0] if isinstance(value, list) and value else value
    amounts = value if isinstance(value, dict) else {"value": value}
    currency = plain_text(text_in(_first(stated, amounts, "currency", "priceCurrency") or currency_beside)).upper()
    period = _period_of(plain_text(text_in(_first(amounts, stated, "unitText", "unitCode"))))
    exact = _first(amounts, stated, "value", "price")
    low, high = (
        _amount(_first(amounts, stated, "minValue", "minPrice")),
        _amount(_first(amounts, stated, "maxValue", "maxPrice")),
    )
    if low is None and high is None and not isinstance(exact, dict):
        low = high = _amount(exact)
    words = plain_text(text_in(exact)) if isinstance(exact, str) else ""
    if bounds := [text_in(bound) for key in ("minValue", "maxValue") if (bound := _first(amounts, stated, key))]:
        words = words or " ".join(filter(None, (currency, "–".join(bounds), period)))
    if low is None and high is None:
        return (words if re.search(r"[^\W\d_]|[€$£¥]", words) else None), words
    shown = "–".join(str(amount) for amount in dict.fromkeys((low, high)) if amount is not None)
    evidence = " ".join(filter(None, (currency, shown, period or "")))
    if low is not None and high is not None and low > high:
        return f"{currency} {shown}".strip() if currency else None, evidence
    if currency not in currencies() or period is None:
        return (f"{currency} {shown}" if currency else None), evidence
    salary = {"min": low, "max": high, "currency": currency, "period": period}
    return {key: part for key, part in salary.items() if part is not None}, evidence


def as_list(value: Any) -> list[Any]:
    """*value* as a list; empty for nothing."""
    if value in (None, "", {}):
        return []
    return value if isinstance(value, list) else [value]


def text_in(value: Any) -> str:
    """The words of a value that may be wrapped in an object."""
    if isinstance(value, dict):
        return next(
            (text for key in ("name", "value", "@value", "description") if (text := text_in(value.get(key)))), ""
        )
    if isinstance(value, list):
        return next((text for part in value if (text := text_in(part))), "")
    return "" if value is None or isinstance(value, bool) else _SURROGATE.sub("", str(value)).strip()


def _terms_in(text: str, table: str, coded: dict[str, str]) -> list[str]:
    """The terms of a languages' table that *text* names; `other` only alone."""
    if text in coded:
        return [coded[text]]
    spelled = (
        text.replace("full time", "full-time").replace("part time", "part-time").replace("fixed term", "fixed-term")
    )
    found = [term for term, pattern in terms(table) if pattern.search(spelled) or pattern.search(text)]
    found += [term for word, term in coded.items() if word != "other" and re.search(rf"(?<!\w){word}(?!\w)", text)]
    return list(dict.fromkeys(found))


def _period_of(written: str) -> str | None:
    folded = fold(written)
    return (
        spellings("periods").get(folded)
        or _CODED_PERIODS.get(folded.replace(".", ""))
        or spellings("periods").get(folded.replace(".", ""))
    )


def _first(one: dict[str, Any], other: dict[str, Any], *keys: str) -> Any:
    return next((part[key] for part in (one, other) for key in keys if part.get(key) not in (None, "", 0)), None)


def _amount(value: Any) -> int | float | None:
    if isinstance(value, bool) or value is None or isinstance(value, dict | list):
        return None
    written = str(value).strip()
    if not _AMOUNT.fullmatch(written):
        return None
    amount = round(float(re.sub(r"[, ']", "", written)), 2)
    return (int(amount) if amount == int(amount) else amount) or None
