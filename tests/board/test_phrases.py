"""What a board says of a position in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from jobboard.board.phrases import say_contract, say_pay
from jobboard.posting import Contract, Salary


@pytest.mark.parametrize(
    ("salary", "said"),
    [
        (Salary(min=Decimal(41000), max=Decimal(48000), currency="GBP", period="year"), "£41,000–48,000 a year"),
        (Salary(max=Decimal(48000), currency="GBP", period="year"), "up to £48,000 a year"),
        (Salary(min=Decimal(25), currency="USD", period="hour"), "from US$25 an hour"),
        (Salary(min=Decimal(90000), max=Decimal(90000), currency="CHF"), "CHF 90,000"),
        (Salary(text="competitive"), None),
    ],
)
def test_pay_is_said_as_people_say_it(salary: Salary, said: str | None) -> None:
    """With the sign where one is known, and with what is stated alone."""
    assert say_pay(salary) == said


@pytest.mark.parametrize(
    ("contract", "employment", "said"),
    [
        (None, (), None),
        (None, ("part-time", "per-diem"), "Part-time, per diem"),
        (Contract(duration_months=1, fte=Decimal("0.5")), (), "50 %, 1 month"),
        (Contract(type="fixed-term", duration_months=24), ("full-time",), "Full-time, fixed term, 24 months"),
    ],
)
def test_a_contract_is_one_line(contract: Contract | None, employment: tuple[str, ...], said: str | None) -> None:
    """Of what is stated, whatever that is."""
    assert say_contract(contract, employment) == said
