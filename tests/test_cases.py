"""Each file in `cases` becomes exactly what stands beside it."""

from __future__ import annotations

import pytest

from golden import KINDS, Case, Kind, all_cases, files_in
from jobboard.policy import Policy


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.kind.folder}/{case.path.name}")
def test_a_case_becomes_what_stands_beside_it(case: Case, policy: Policy, is_update: bool) -> None:
    """Byte for byte."""
    made = case.kind.make(case.path, policy)
    if is_update:
        case.expected.write_bytes(made)
    assert made.decode() == case.expected.read_bytes().decode()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_no_file_is_left_behind(kind: Kind) -> None:
    """Every file in a folder of cases is an input, or what is expected of one."""
    named = {path for case in all_cases() if case.kind == kind for path in (case.path, case.expected)}
    assert named
    assert set(files_in(kind)) == named
