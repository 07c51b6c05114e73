"""Sums of money in texts, each with its currency."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.standards.languages.words import lower
from jobboard.standards.sums import currency_of, read_number

_SIGN = (
    r"(?:US\$|U\.S\.\s?\$|US\s\$|\$\s?US|AUD?\s?\$|CAD?\s?\$|CDN\$|NZD?\s?\$|HK\$|A\$|C\$|S\$|R\$|NT\$|USD\s?\$|[£€$¥₹₩]"
    r"|(?:GBP|EUR|Euros?|USD|CHF|SFr\.?|AUD|CAD|NZD|SEK|NOK|DKK|ISK|JPY|yen|CNY|RMB|yuan|INR|Rs\.?|SGD|HKD|PLN|zł|CZK|Kč|HUF|ZAR|BRL|reais|ILS|NIS|KRW|TWD|kronor|kroner|kr|U\.?S\.?\s[Dd]ollars?|[Dd]ollars|(?:Australian|Canadian)\s[Dd]ollars|Swiss [Ff]rancs|[Pp]ounds?(?:\s[Ss]terling)?)(?![A-Za-z])\.?)"
)
_AMOUNT = r"\d{1,3}(?:[,.'’\s\u202f]\d{3}){1,2}(?:[.,]\d{2}(?!\d))?(?![\d])|\d{1,7}(?:[.,]\d{1,2}(?!\d))?"
_TO = r"(?:-|–|—|~|to|bis|tot|à|a|al|til|till|até|up to|und|and|et|y|e|en|och)"
_RANGE = re.compile(
    rf"(?<![\w.,/])(?:(?P<before>{_SIGN})\s{{0,2}})?(?P<low>(?:{_AMOUNT})(?!\d))\s?(?P<k1>[kK](?![\w])|thousand)?(?:,-|\.-|,–|\.–|:-)?(?:\s{{0,2}}(?P<between>{_SIGN}))?"
    rf"(?:\s{{0,2}}(?P<to>{_TO})(?:\s{{1,2}}(?:de|of|a maximum of))?\s{{0,2}}(?:(?P<before2>{_SIGN})\s{{0,2}})?(?P<high>(?:{_AMOUNT})(?!\d))\s?(?P<k2>[kK](?![\w])|thousand)?(?:,-|\.-|,–|\.–)?(?:\s{{0,2}}(?P<after>{_SIGN}))?)?",
    re.IGNORECASE,
)
_TIERED = re.compile(
    r"\b(?:between|entre|zwischen|tra|tussen|mellan|from|von|van|da|de|från|fra|compris entre|ranges?|ranging)\W{0,3}(?:\w+\s){0,2}$"
)
_WEAK_TO = ("and", "und", "et", "y", "e", "en", "och", "a")
_ABOUT = re.compile(
    r"(?:\b(?:about|approximately|approx\.?|around|circa|ca\.?|roughly|some|environ|rund|etwa|aproximadamente|cerca de|ungefär|ongeveer)|[~≈])\s{0,2}$"
)
_CONVERTED = re.compile(
    r"(?:[(=~≈]|\b(?:which corresponds to|corresponding to|equivalent to|equals|i\.e\.|that is|soit|entspricht|oder ca\.?|resulting in|about|approx\w*)\b)[^()]{0,40}$"
)


class Amount(NamedTuple):
    """A sum, or the two ends of a range, with its place in the text."""

    low: int | float | None
    high: int | float | None
    currency: str
    start: int
    end: int
    is_converted: bool
    is_approximate: bool


def amounts_in(text: str, low: str, country: str | None) -> list[Amount]:
    """The sums in *text* that name their currency; *country* says what `$` means."""
    found: list[Amount] = []
    for match in _RANGE.finditer(text):
        signs = [match[part] for part in ("before", "between", "before2", "after") if match[part]]
        if not signs:
            continue
        currency = currency_of(signs[0], country)
        last = match["high"]
        to = lower(match["to"] or "")
        end = match.end()
        is_weak = to in _WEAK_TO and (to != "a" or not (match["before2"] or match["after"]))
        if last and is_weak and not _TIERED.search(low[max(0, match.start() - 40) : match.start()]):
            last, end = None, match.start("to")
        high_k = match["k2"]
        first = _number(match["low"], match["k1"] or (high_k if last else None))
        high = _number(last, high_k) if last else None
        if currency is None or first is None or first < 5 or (high is not None and high < first):
            continue
        before = low[max(0, match.start() - 60) : match.start()]
        at_most = bool(
            re.search(
                r"(?:^|\W)(?:up to|maximum(?: of)?|max\.?|bis zu|maximal|jusqu['’]à|hasta|fino a|até|maximaal|högst|upp till|no more than|not exceeding|capped at)\W{0,3}$",
                before,
            )
        )
        is_converted = bool(found) and bool(_CONVERTED.search(before) or _in_brackets(text, match.start()))
        is_approximate = bool(_ABOUT.search(before)) and high is None
        found.append(
            Amount(
                low=None if at_most and high is None else first,
                high=first if at_most and high is None else high,
                currency=currency,
                start=match.start(),
                end=end,
                is_converted=is_converted,
                is_approximate=is_approximate,
            )
        )
    return found


def _number(written: str | None, thousand: str | None) -> int | float | None:
    number = read_number(written or "")
    if number is None:
        return None
    number = number * 1000 if thousand and number < 1000 else number
    return int(number) if number == int(number) else float(number)


def _in_brackets(text: str, at: int) -> bool:
    return text.rfind("(", 0, at) > text.rfind(")", 0, at)


def is_converted_or_aside(text: str, amount: Amount) -> bool:
    """Whether an amount is another one in a second currency, or stands in brackets."""
    return _in_brackets(text, amount.start) or amount.is_converted
