"""What is paid."""

from __future__ import annotations

import re
from decimal import Decimal

from jobboard.diagnostics.rules import INVALID_SALARY
from jobboard.fields.pay_in_words import read_pay, write_pay
from jobboard.fields.reading import Reading
from jobboard.posting import Salary
from jobboard.source.nodes import Mapping, Node, Scalar
from jobboard.standards.dates import plain_digits
from jobboard.standards.languages.language import PERIODS as PERIODS
from jobboard.standards.languages.words import spellings
from jobboard.standards.tables import currencies
from jobboard.vocabulary import nearest

_USUAL_DIGITS = 2
"""Decimals that nearly every currency knows; some have three (CLDR)."""
_AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,3})?", re.ASCII)
_LIKELY_AMOUNT = re.compile(
    r"(?i)[^\d–-]*(?P<whole>\d{1,3}(?:[\s',._]\d{3})+|\d+)(?P<cents>[.,]\d{1,2})?(?P<thousand>k?)[^\d–-]*"
)
_KEYS = ("min", "max", "currency", "period", "scale", "text")
_EXAMPLE = "{min: 45000, max: 52000, currency: EUR, period: year}"


def read_salary(node: Node, name: str, reading: Reading) -> Salary | None:
    """A group with amounts, currency and period; or words, kept as they are."""
    if not isinstance(node, Mapping):
        text = reading.text(node, name, INVALID_SALARY)
        if text and re.fullmatch(r"[\d.,'\s]+k?", text):
            amount = _likely_amount(text)
            example = f"{{min: {amount}, currency: EUR, period: year}}" if amount else _EXAMPLE
            help = (f"write `{name}: {example}`, with the currency and the period that apply",)
            reading.report(INVALID_SALARY, f"`{name}` has an amount without currency and period", node, help=help)
            return None
        if text and (pay := read_pay(text)):
            reading.retype(node, write_pay(pay))
            return pay
        return Salary(text=text) if text else None
    if split := next((entry.key for entry in node.entries.values() if re.fullmatch(r"\d{3}", entry.key.text)), None):
        help = ("write the digits alone: inside braces, a comma begins the next field",)
        reading.report(INVALID_SALARY, f"`{name}` has an amount with a comma in it", split, "behind the comma", help)
        return None
    entries = reading.group(node, name, _KEYS)
    values = {key: entry.value for key, entry in entries.items()}
    currency = _read_currency(values["currency"], f"{name}.currency", reading) if "currency" in values else None
    amounts = {
        key: _read_amount(values[key], f"{name}.{key}", currency, reading) for key in ("min", "max") if key in values
    }
    period = _read_period(values["period"], f"{name}.period", reading) if "period" in values else None
    if amounts and (missing := [f"`{key}`" for key in ("currency", "period") if key not in values]):
        examples = {"`currency`": "`currency: EUR`", "`period`": "`period: year`"}
        help = (f"add {' and '.join(examples[key] for key in missing)}, or what applies",)
        reading.report(INVALID_SALARY, f"`{name}` has an amount but no {' and no '.join(missing)}", node, help=help)
        return None
    low, high = amounts.get("min"), amounts.get("max")
    if low is not None and high is not None and low > high:
        help = (f"swap them: `min: {high}, max: {low}`",)
        reading.report(INVALID_SALARY, f"`{name}.min` is larger than `{name}.max`", values["min"], help=help)
        return None
    return Salary(
        min=low,
        max=high,
        currency=currency,
        period=period,
        scale=reading.text(values["scale"], f"{name}.scale") if "scale" in values else None,
        text=reading.text(values["text"], f"{name}.text") if "text" in values else None,
    )


def _read_period(node: Node, name: str, reading: Reading) -> str | None:
    is_plain = isinstance(node, Scalar) and node.text in PERIODS  # nearly always: then no language's words are needed
    return reading.choice(node, name, PERIODS, {} if is_plain else spellings("periods"))


def _read_amount(node: Node, name: str, currency: str | None, reading: Reading) -> Decimal | None:
    written = reading.text(node, name, INVALID_SALARY)
    if written is None:
        return None
    digits = max(currencies()[currency].digits, _USUAL_DIGITS) if currency else _USUAL_DIGITS
    if _AMOUNT.fullmatch(written) and len(written.partition(".")[2]) <= digits and (amount := Decimal(written)):
        return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount
    plain = _likely_amount(written)
    reading.report(
        INVALID_SALARY,
        f"`{name}` must be a number, found `{written}`",
        node,
        f"did you mean `{plain}`?" if plain else "",
        ("write the digits alone, without thousands separators and currency",),
    )
    return None


def _likely_amount(written: str) -> str:
    """The digits that *written* probably means; empty where that is not clear."""
    likely = _LIKELY_AMOUNT.fullmatch(plain_digits(written))
    plain = re.sub(r"\D", "", likely["whole"]) if likely else ""
    if likely and likely["thousand"]:
        plain = "" if likely["cents"] else plain + "000"
    return plain if plain.strip("0") else ""


def _read_currency(node: Node, name: str, reading: Reading) -> str | None:
    written = reading.text(node, name, INVALID_SALARY)
    if written is None:
        return None
    if written.upper() in currencies():
        return reading.settle(node, written.upper())
    by_symbol = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY"}
    by_name = {currency.name.casefold(): code for code, currency in currencies().items()}
    close = nearest(written.casefold(), by_name)
    meant = by_symbol.get(written) or (by_name[close] if close else nearest(written.upper(), currencies()))
    reading.report(
        INVALID_SALARY,
        f"`{name}` must be a currency's ISO 4217 code, found `{written}`",
        node,
        f"did you mean `{meant}`?" if meant else "",
        ("use three letters, such as `EUR`, `GBP` or `USD`",),
    )
    return None
