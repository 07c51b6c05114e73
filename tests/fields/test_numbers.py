"""Numbers that are longer than anybody means, and longer than Python itself converts."""

from __future__ import annotations

import pytest

from building import posting
from jobboard.policy import Policy
from jobboard.postings.reader import read_posting
from reading import file_of

NUMBER = "9" * 5_000


@pytest.mark.parametrize(
    "field",
    ["contract: {duration_months: N}", "contract: {fte: N}", "contract: {fte: N%}", "contract: N years", "salary: {min: N, currency: EUR, period: year}"],
)  # fmt: skip
def test_a_number_of_many_digits_is_refused(field: str, policy: Policy) -> None:
    """It is a problem like any other."""
    found, problems = read_posting(file_of(posting(more=field.replace("N", NUMBER, 1) + "\n")), policy)
    assert found is None
    assert [problem.rule for problem in problems] in (["invalid-value"], ["invalid-salary"])
