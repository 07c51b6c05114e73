"""What a report tells people to write is accepted when they do."""

from __future__ import annotations

import re

import pytest

from golden import cases_of, with_fields
from jobboard.policy import Policy
from jobboard.postings.reader import examine_posting
from reading import file_of

_ADVICE = re.compile(r'`(\w+): ((?:[^`]|`(?=[\w"]))+)`')
_ASKED_TWICE = ("deadline: 03/04/2027 12 am", "deadline: 12 am on 03/04/2027", "location: Singapore, Congo")
"""Two questions in one value: the answer to the first leaves the second."""
_BLOCKS = [block for case in cases_of("values") for block in case.path.read_text("utf-8").strip("\n").split("\n\n")]


@pytest.mark.parametrize("block", [b for b in _BLOCKS if re.match(r"\w+:", b) and b not in _ASKED_TWICE])
def test_it_is_accepted(block: str, policy: Policy) -> None:
    field = block.partition(":")[0]
    for problem in examine_posting(file_of(with_fields(block)), policy).diagnostics:
        for help in problem.help:
            for name, value in _ADVICE.findall(help):
                if name == field:
                    after = examine_posting(file_of(with_fields(f"{name}: {value}")), policy).diagnostics
                    assert not [again.message for again in after if again.rule == problem.rule], help
