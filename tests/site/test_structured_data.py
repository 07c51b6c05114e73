"""JobPosting, as search engines read it."""

from __future__ import annotations

from typing import Any

import pytest

from building import posting
from jobboard.site.structured_data import job_posting
from reading import BoardOf, Read


@pytest.mark.parametrize(
    ("salary", "value"),
    [
        ("{min: 41000, max: 48000, currency: GBP, period: year}", {"minValue": 41000, "maxValue": 48000}),
        ("{min: 41000, max: 41000, currency: GBP, period: year}", {"value": 41000}),
        ("{min: 41000, currency: GBP, period: year}", {"minValue": 41000}),
        ("{max: 48000, currency: GBP, period: year}", None),
        ("TV-L E13", None),
    ],
)
def test_pay_is_stated_where_that_is_no_guess(
    read: Read, board_of: BoardOf, salary: str, value: dict[str, int] | None
) -> None:
    """ "Up to" has no counterpart."""
    stated = read(posting(more=f"salary: {salary}\nstart: 2027-02-01\n"))
    (job,) = board_of({"salary": stated.salary, "start": stated.start}).jobs
    found: dict[str, Any] = job_posting(job, "<p>Text</p>", "https://e.org/jobs/one/") or {}
    assert found["jobStartDate"] == "2027-02-01"
    assert ("baseSalary" in found) == (value is not None)
    if value is not None:
        amounts = {"@type": "QuantitativeValue", "unitText": "YEAR", **value}
        assert found["baseSalary"] == {"@type": "MonetaryAmount", "currency": "GBP", "value": amounts}
