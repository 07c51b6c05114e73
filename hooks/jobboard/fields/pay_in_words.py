"""What is paid, as people write it in a line: "£45,000 to £55,000 per year"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from jobboard.posting import Salary
from jobboard.standards.sums import currency_of, read_number
from jobboard.standards.tables import currencies

_SIGN = "[A-Z]{3}|[A-Z]{0,2}[$€£¥₹₪₩₱₫]"


def _amount(n: int) -> str:
    """A pattern for an amount with its sign before or behind it, whose groups end with *n*."""
    whole = rf"\d{{1,3}}(?P<sep{n}>[,.'’  ])\d{{3}}(?:(?P=sep{n})\d{{3}})*(?:[.,]\d{{1,2}})?(?!\d)"
    return (
        rf"(?:(?P<before{n}>{_SIGN})\s*)?(?P<number{n}>{whole}|\d{{1,9}}(?:[.,]\d{{1,2}})?)"
        rf"\s?(?P<thousand{n}>[kK](?![A-Za-z]))?(?:\s*(?P<after{n}>{_SIGN}))?"
    )


@cache
def _pay() -> re.Pattern[str]:
    """The whole line; made when it is first needed."""
    return re.compile(
        rf"(?:(?P<lead>(?i:from|between|up to))\s+)?{_amount(1)}(?:\s*(?:-|–|—|(?i:to|and))\s*{_amount(2)})?,?\s*"
        r"(?i:(?:per|a|an|each|/)\s*(?P<period>hour|hr|h|day|week|month|mo|year|yr|annum)"
        r"|(?P<often>p\.?\s?a\.?|annually|yearly|monthly|weekly|hourly))\.?",
        re.ASCII,
    )


_PERIODS = {
    "hour": "hour", "hr": "hour", "h": "hour", "hourly": "hour", "day": "day", "week": "week", "weekly": "week",
    "month": "month", "mo": "month", "monthly": "month",
}  # fmt: skip
"""All other words say that it is a year's."""


def read_pay(written: str) -> Salary | None:
    """The amounts that *written* can only mean; None for words, and where sign or number may mean something else."""
    match = _pay().fullmatch(written)
    if match is None:
        return None
    signs = {sign for name in ("before1", "after1", "before2", "after2") if (sign := match[name])}
    codes = {currency_of(sign) for sign in signs}
    if len(codes) != 1 or None in codes:
        return None
    (code,) = codes
    thousand = match["thousand2"] or match["thousand1"]
    low = _read_number(match["number1"], match["sep1"], thousand, str(code))
    high = _read_number(match["number2"], match["sep2"], thousand, str(code)) if match["number2"] else None
    if low is None or (match["number2"] and (high is None or low > high)):
        return None
    lead = (match["lead"] or "").casefold()
    if (lead == "between" and high is None) or (lead == "up to" and high is not None):
        return None
    if high is None:
        low, high = (None, low) if lead == "up to" else (low, None) if lead == "from" else (low, low)
    period = _PERIODS.get((match["period"] or match["often"]).casefold(), "year")
    return Salary(min=low, max=high, currency=code, period=period)


def write_pay(salary: Salary) -> str:
    """*salary* as a group in YAML."""
    amounts = {"min": salary.min, "max": salary.max}
    parts = [f"{name}: {amount}" for name, amount in amounts.items() if amount is not None]
    return f"{{{', '.join([*parts, f'currency: {salary.currency}', f'period: {salary.period}'])}}}"


def _read_number(written: str, separator: str | None, thousand: str | None, code: str) -> Decimal | None:
    if separator in (",", ".") and written.count(separator) == 1 and currencies()[code].digits == 3:
        return None  # `4.500 KWD` may be either
    amount = read_number(written)
    assert amount is not None, written
    if thousand and amount >= 1000:
        return None
    amount *= 1000 if thousand else 1
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount
