"""Titles that name more than the job."""

from __future__ import annotations

import pytest

from jobboard.importing.texts.title_parts import take_apart


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Postdoc at University of Examples", ("Postdoc", "University of Examples", None)),
        ("Postdoc in ice (Bergen, Norway)", ("Postdoc in ice", None, "Bergen, Norway")),
        ("Scientist – Wearables (Maternal & Digital Health)", ("Scientist – Wearables (Maternal & Digital Health)", None, None)),
        ("[list] PhD position at Example University, Bern, Switzerland", ("PhD position", "Example University", "Bern, Switzerland")),
        ("Postdoc in ice (Example University)", ("Postdoc in ice", "Example University", None)),
        ("Example University: Postdoc in ice", ("Postdoc in ice", "Example University", None)),
        ("Assistant Professor, Department of Physics", ("Assistant Professor", "Department of Physics", None)),
    ],
)  # fmt: skip
def test_titles_lose_employer_and_place(written: str, expected: tuple[str | None, ...]) -> None:
    """Employer and place go to their own fields."""
    parts = take_apart(written)
    assert (parts.title, parts.employer, next(iter(parts.places), None)) == expected
