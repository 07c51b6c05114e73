"""Sums of money as people write them: their numbers, and what stands for a currency."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from jobboard.standards.tables import currencies

_CURRENCIES = {
    "£": "GBP", "gbp": "GBP", "pounds": "GBP", "pound": "GBP", "pounds sterling": "GBP", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "us$": "USD", "usd": "USD", "u.s. dollars": "USD", "us dollars": "USD", "$us": "USD", "us dollar": "USD",
    "u.s.$": "USD", "chf": "CHF", "sfr": "CHF", "fr": "CHF", "swiss francs": "CHF", "a$": "AUD", "au$": "AUD", "aud": "AUD", "au $": "AUD", "aud$": "AUD", "aud $": "AUD", "c$": "CAD", "ca$": "CAD", "cad": "CAD", "cad$": "CAD", "cad $": "CAD", "cdn$": "CAD", "canadian dollars": "CAD", "nzd": "NZD", "nz$": "NZD", "nzd$": "NZD",
    "usd$": "USD", "usd $": "USD", "us $": "USD", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "isk": "ISK", "jpy": "JPY", "yen": "JPY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "inr": "INR", "rs": "INR", "₹": "INR", "sgd": "SGD", "s$": "SGD", "hkd": "HKD", "hk$": "HKD",
    "pln": "PLN", "zł": "PLN", "czk": "CZK", "kč": "CZK", "huf": "HUF", "zar": "ZAR", "brl": "BRL", "r$": "BRL", "reais": "BRL", "ils": "ILS", "nis": "ILS", "krw": "KRW", "won": "KRW", "₩": "KRW", "twd": "TWD", "nt$": "TWD", "kronor": "SEK", "australian dollars": "AUD",
}  # fmt: skip
_OF_COUNTRY = {
    "$": {"United States": "USD", "Canada": "CAD", "Australia": "AUD", "New Zealand": "NZD", "Singapore": "SGD", "Hong Kong": "HKD"},
    "¥": {"Japan": "JPY", "China": "CNY"},
    "kr": {"Sweden": "SEK", "Norway": "NOK", "Denmark": "DKK", "Iceland": "ISK"},
    "dollars": {"United States": "USD", "Canada": "CAD", "Australia": "AUD", "New Zealand": "NZD"},
    "kroner": {"Norway": "NOK", "Denmark": "DKK"},
}  # fmt: skip
"""What a sign that several countries use means in one of them; without a country it says nothing."""
_NUMBER = re.compile(
    r"(?P<groups>\d{1,3}(?:[.,]\d{3})+)(?:[.,](?P<cents>\d{1,2}))?|(?P<whole>\d+)(?:[.,](?P<part>\d{1,2}))?", re.ASCII
)


def read_number(written: str) -> Decimal | None:
    """The number of a sum, with or without marks between its thousands; None for what is no number."""
    match = _NUMBER.fullmatch(re.sub(r"[\s'’]", "", written))
    if match is None:
        return None
    whole = re.sub("[.,]", "", match["groups"] or match["whole"])
    return Decimal(f"{whole}.{match['cents'] or match['part'] or 0}")


@cache
def currency_of(sign: str, country: str | None = None) -> str | None:
    """The code of the currency that a sign, code or name stands for, in a *country* (by its name) if that is known."""
    folded = " ".join(sign.casefold().split()).rstrip(".")
    compact = folded.replace(" ", "")
    if folded in _OF_COUNTRY:
        return _OF_COUNTRY[folded].get(country or "")
    known = _CURRENCIES.get(folded) or _CURRENCIES.get(compact) or _CURRENCIES.get(compact.replace(".", ""))
    if known or sign in currencies():
        return known or sign
    return next((currency.code for currency in currencies().values() if currency.symbol == sign), None)
