"""Pay, in the words of advertisements."""

from __future__ import annotations

from typing import Any

import pytest

from jobboard.importing.texts.pay import pay_in


@pytest.mark.parametrize(
    ("written", "salary"),
    [
        ("£38,000–£45,000 per annum", {"min": 38000, "max": 45000, "currency": "GBP", "period": "year"}),
        ("€ 4.128 to € 6.528 gross per month", {"min": 4128, "max": 6528, "currency": "EUR", "period": "month"}),
        ("45k–52k EUR p.a.", {"min": 45000, "max": 52000, "currency": "EUR", "period": "year"}),
        ("up to CHF 90'000 per year", {"max": 90000, "currency": "CHF", "period": "year"}),
        ("TV-L E13", {"scale": "TV-L E13"}),
        ("$70,000 per year", {"text": "$70,000 per year"}),
        ("£38,000–£45,000", {"min": 38000, "max": 45000, "currency": "GBP", "period": "year"}),
        ("£380–£450", {"text": "£380–£450"}),
        ("competitive", {"text": "competitive"}),
        ("EUR 1.2.3 per month", {"text": "EUR 1.2.3 per month"}),
    ],
)
def test_amounts_need_currency_and_period(written: str, salary: dict[str, Any]) -> None:
    """What is not certain stays as it was written."""
    assert pay_in(written) == salary
