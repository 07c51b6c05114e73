"""Sums of money, as headers and running text have them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobboard.standards.sums import currency_of, read_number


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("45000", "45000"), ("45,000", "45000"), ("45.000,50", "45000.50"), ("1 234 567", "1234567"), ("52’300", "52300"),
        ("12.5", "12.5"), ("7,25", "7.25"), ("about 7", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_is_read_in_each_way_of_writing_it(written: str, number: str | None) -> None:
    """Whatever stands between its thousands and before its cents."""
    assert read_number(written) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("sign", "country", "code"),
    [
        ("£", None, "GBP"), ("EUR", None, "EUR"), ("euros", None, "EUR"), ("A$", None, "AUD"), ("US $", None, "USD"), ("XOF", None, "XOF"),
        ("$", None, None), ("$", "Canada", "CAD"), ("¥", None, None), ("¥", "Japan", "JPY"), ("¥", "China", "CNY"),
        ("kr", "Norway", "NOK"), ("kr", "France", None), ("ABC", None, None),
    ],
)  # fmt: skip
def test_a_sign_of_several_countries_says_nothing_alone(sign: str, country: str | None, code: str | None) -> None:
    """The yen and the yuan share theirs, as dollars and crowns do."""
    assert currency_of(sign, country) == code
