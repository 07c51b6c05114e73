"""What a report proposes is itself a posting's line that passes."""

from __future__ import annotations

import re

import pytest

from building import posting
from golden import Case, cases_of
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.postings.reader import read_posting
from reading import file_of

_PROPOSED = re.compile(rf"(?:^|or )write `((?:{'|'.join(FIELDS_BY_NAME)}): [^`…]+)`")


@pytest.mark.parametrize("case", cases_of("check"), ids=lambda case: case.path.stem)
def test_what_a_help_says_to_write_is_accepted(case: Case, policy: Policy) -> None:
    """Whoever types it is not sent on to the next report."""
    for problem in read_posting(file_of(case.path.read_bytes()), policy)[1]:
        for proposed in _PROPOSED.findall("\n".join(problem.help)):
            name = proposed.partition(":")[0]
            others = re.sub(rf"^{name}: .*\n", "", posting(date="2026-01-01"), flags=re.MULTILINE)
            found = read_posting(file_of(others.replace("---\n", f"---\n{proposed}\n", 1)), policy)[1]
            assert not found, f"{proposed!r}: {found}"
