"""What is paid: amounts with currency and period, pay scales, and words where the numbers are not certain."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage

_CURRENCIES = {
    "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "us$": "USD", "usd": "USD", "chf": "CHF",
    "sfr": "CHF", "a$": "AUD", "au$": "AUD", "aud": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "nzd": "NZD", "nz$": "NZD",
    "sek": "SEK", "nok": "NOK", "dkk": "DKK", "jpy": "JPY", "¥": "JPY", "cny": "CNY", "rmb": "CNY", "inr": "INR", "sgd": "SGD",
    "s$": "SGD", "hkd": "HKD", "hk$": "HKD", "pln": "PLN", "czk": "CZK", "zar": "ZAR", "brl": "BRL", "ils": "ILS", "₹": "INR",
}  # fmt: skip
_OF_COUNTRY = {
    "$": {"United States": "USD", "Canada": "CAD", "Australia": "AUD", "New Zealand": "NZD", "Singapore": "SGD"},
    "kr": {"Sweden": "SEK", "Norway": "NOK", "Denmark": "DKK"},
}
"""What a sign that several countries use means in one of them."""
_SIGN = r"US\$|AU\$|CA\$|NZ\$|HK\$|A\$|C\$|S\$|[£€$¥₹]|\b(?:GBP|EUR|Euros?|USD|CHF|SFr|AUD|CAD|NZD|SEK|NOK|DKK|JPY|CNY|RMB|INR|SGD|HKD|PLN|CZK|ZAR|BRL|ILS|kr)\b\.?"
_AMOUNT = r"\d{1,3}(?:[,.'’\s\u202f]\d{3}){1,2}(?:[.,]\d{2}(?!\d))?|\d{1,7}(?:[.,]\d{1,2}(?!\d))?"
_RANGE = re.compile(
    rf"(?:(?P<before>{_SIGN})\s{{0,2}})?(?P<low>(?:{_AMOUNT})(?!\d))\s?(?P<k1>[kK]\b)?(?:,-|\.-)?\s{{0,2}}(?P<between>{_SIGN})?"
    rf"(?:\s{{0,2}}(?:-|–|—|to|and|bis|up to)\s{{0,2}}(?P<before2>{_SIGN})?\s{{0,2}}(?P<high>(?:{_AMOUNT})(?!\d))\s?(?P<k2>[kK]\b)?(?:,-|\.-)?\s{{0,2}}(?P<after>{_SIGN})?)?",
    re.IGNORECASE,
)
_PERIODS = (
    ("hour", re.compile(r"(?:per|an|/|each|a)\s?(?:hour|hr|stunde)\b|\bhourly\b", re.I)),
    ("day", re.compile(r"(?:per|/|a)\s?day\b|\bdaily\b", re.I)),
    ("week", re.compile(r"(?:per|/|a)\s?week\b|\bweekly\b", re.I)),
    ("month", re.compile(r"(?:per|/|each|a|pro)\s?(?:calendar )?(?:month|monat|mo)\b|\bmonthly\b|\bpcm\b|\bmonatlich\b|\bp\.\s?m\.", re.I)),
    ("year", re.compile(r"(?:per|/|each|a|pro)\s?(?:year|yr|annum|jahr)\b|\bannual(?:ly)?\b|\byearly\b|\bp\.?\s?a\.?(?!\w)|\bper annum\b|\bjährlich\b", re.I)),
)  # fmt: skip
_SCALE = re.compile(
    r"\b(?:TV-?L|TV[öo]D|TVA-?L|TV-?H|TVöD-?Bund|BAT|W ?[123]\b(?=[- ]?(?:professor|besoldung|salary|pay))|A ?1[3-6]\b(?= ?(?:BayBesO|LBesO|BBesO)))"
    r"(?:[- /]{1,2}(?:Bund|Land|West|Ost|VKA))?(?:[\s,]{1,2}(?:EG|E|Entgeltgruppe|pay group|group|salary group|level|grade|scale|pay scale)?[\s-]?\d{1,2}\s?[abü]?\b)?"
    r"|\b(?:EG|E|Entgeltgruppe|pay group|salary group|salary grade)\s?\d{1,2}\s?[abü]?\s{0,2}(?:of the\s)?\(?(?:TV-?L|TV[öo]D)\b",
    re.IGNORECASE,
)
_ABOUT_PAY = re.compile(
    r"\b(?:salary|salaries|stipend|pay|paid|compensation|remuneration|wage|gross|net|gehalt|vergütung|earn|per annum|p\.a\.|annually)\b",
    re.I,
)
_DIGIT = re.compile(r"\d")
_NOT_PAY = re.compile(
    r"\b(?:funding of|grant of|budget|project|turnover|revenue|million|billion|award|tuition|research funds?|expenses|travel)\b",
    re.I,
)


def fill_salary(draft: Draft, passage: Passage) -> None:
    """Note what is paid; a labelled line always, running text only where amount, currency and period are certain."""
    country = country_of(draft)
    for stated in passage.stated("salary"):
        draft.find("salary", read_salary(stated.value, country, stated.line), stated.line)
    if "salary" in draft.findings:
        return
    for sentence in passage.sentences:
        if not _DIGIT.search(sentence):
            continue
        found = _read(sentence, country, sentence)
        is_pay = _ABOUT_PAY.search(sentence) and not _NOT_PAY.search(sentence)
        if found and ("scale" in found or (is_pay and "currency" in found)):
            draft.infer("salary", found, sentence)
            return


def read_salary(written: str, country: str | None = None, around: str = "") -> dict[str, Any]:
    """The salary *written*, with its words where amount, currency or period are not certain."""
    return _read(written, country, around or written) or {"text": " ".join(written.split())[:160]}


def _read(written: str, country: str | None, around: str) -> dict[str, Any]:
    """Amounts and pay scale in *written*; the period may stand elsewhere in the line *around* it."""
    found: dict[str, Any] = {}
    period = next((name for name, pattern in _PERIODS if pattern.search(written)), None)
    period = period or next((name for name, pattern in _PERIODS if pattern.search(around)), None)
    for match in _RANGE.finditer(written):
        signs = [match[part] for part in ("before", "between", "before2", "after") if match[part]]
        low, high = _amount(match["low"], match["k1"] or match["k2"]), None
        if match["high"]:
            high = _amount(match["high"], match["k2"])
        if not signs or low is None or low < 5 or (high is not None and high < low):
            continue
        currency = _currency(signs[0], country)
        if currency and period and (low >= 500 or period in ("hour", "day", "week")):
            is_most = high is None and re.search(
                r"\b(?:up to|maximum|max\.?|bis zu)\s{0,2}$", written[: match.start()], re.I
            )
            amounts: dict[str, Any] = {"max" if is_most else "min": low} | ({"max": high} if high else {})
            found = amounts | {"currency": currency, "period": period}
            break
    if scale := _SCALE.search(written):
        found["scale"] = " ".join(scale[0].split()).strip("( ")
    return found


def _amount(written: str, thousand: str | None) -> int | float | None:
    plain = re.sub(r"[\s'’\u202f]", "", written)
    if match := re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{2}))?|(\d+)(?:[.,](\d{1,2}))?", plain):
        whole = re.sub(r"[.,]", "", match[1] or match[3])
        cents = match[2] or match[4] or ""
        value = float(f"{whole}.{cents}") if cents.strip("0") else int(whole)
        value = value * 1000 if thousand else value
        return int(value) if value == int(value) else value
    return None


def _currency(sign: str, country: str | None) -> str | None:
    sign = sign.casefold().rstrip(".")
    return _CURRENCIES.get(sign) or _OF_COUNTRY.get(sign, {}).get(country or "")


def country_of(draft: Draft) -> str | None:
    """The country of the one place that is known so far, as a name; None where there is none."""
    place = draft.findings["location"].value if "location" in draft.findings else None
    return place.rsplit(", ", 1)[-1] if isinstance(place, str) else None
