"""What two versions of a position tell about what changed in it."""

from __future__ import annotations

import datetime as dt

import pytest

from building import posting
from jobboard.board.changes import Kind, find_changes, tell_changes
from jobboard.board.versions import Version
from reading import Read

DAY = dt.date(2026, 11, 10)
PAY = "salary: {min: 41000, currency: GBP, period: year}\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (posting(), posting(), {}),
        (posting(), posting("Another title", more="updated: 2026-11-10\n"), {}),
        (
            posting(deadline="2026-12-01"),
            posting(deadline="2026-12-31"),
            {
                "deadline-extended": "Applications are now welcome until 31 Dec 2026, 23:59 AoE; "
                "before, until 1 Dec 2026, 23:59 AoE."
            },
        ),
        (
            posting(deadline="2026-12-01"),
            posting(deadline="rolling"),
            {
                "deadline-extended": "Applications are now welcome until the position is filled; "
                "before, until 1 Dec 2026, 23:59 AoE."
            },
        ),
        (
            posting(deadline="2026-12-31"),
            posting(deadline="2026-12-01T12:00 Europe/Berlin"),
            {
                "deadline-shortened": "Applications are now welcome until 1 Dec 2026, 12:00 Europe/Berlin; "
                "before, until 31 Dec 2026, 23:59 AoE."
            },
        ),
        (
            posting(deadline="rolling"),
            posting(deadline="2026-12-01"),
            {
                "deadline-set": "Applications are now welcome until 1 Dec 2026, 23:59 AoE; "
                "before, until the position is filled."
            },
        ),
        (
            posting(),
            posting(more="status: filled\n" + PAY),
            {"closed-early": "The position was filled before the deadline, 31 Dec 2026, 23:59 AoE."},
        ),
        (
            posting(deadline="rolling"),
            posting(deadline="rolling", more="status: withdrawn\n"),
            {"closed-early": "The position was withdrawn."},
        ),
        (posting(more="status: filled\n"), posting(more="status: withdrawn\n"), {}),
        (posting(deadline="2026-11-05"), posting(deadline="2026-11-05", more="status: filled\n"), {}),
        (
            posting(more="status: closed\n"),
            posting(),
            {"reopened": "Applications are welcome again, until 31 Dec 2026, 23:59 AoE."},
        ),
        (
            posting(deadline="2026-11-05"),
            posting(deadline="2026-12-31"),
            {"reopened": "Applications are welcome again, until 31 Dec 2026, 23:59 AoE."},
        ),
        (posting(deadline="2026-11-05"), posting(deadline="2026-11-06"), {}),
        (posting(), posting(more=PAY), {"salary-added": "The pay is now stated: from £41,000 a year."}),
        (posting(more="draft: true\n"), posting(deadline="2027-01-31"), {}),
        (posting(date="2026-11-20"), posting(date="2026-11-20", deadline="2027-01-31"), {}),
    ],
)
def test_what_two_versions_tell(read: Read, before: str, after: str, expected: dict[str, str]) -> None:
    """Readers hear of what matters to them, and of nothing that was not public or was over already."""
    changes = find_changes(read(before), read(after), DAY)
    assert {change.kind.value: change.sentence for change in changes} == expected


def test_every_kind_has_words_and_a_test() -> None:
    """A kind's label begins its title in the feed."""
    assert [kind.label for kind in Kind] == [
        "Deadline extended",
        "Deadline shortened",
        "Deadline set",
        "Closed early",
        "Reopened",
        "Salary added",
    ]


def test_the_author_dates_a_change(read: Read) -> None:
    """`updated` dates a change when it changed itself, else the commit's day; twice on a day is told once."""
    texts = [
        (1, posting(deadline="2026-12-01")),
        (12, posting(deadline="2026-12-10", more="updated: 2026-11-10\n")),
        (15, posting(deadline="2026-12-20", more="updated: 2026-11-10\n")),
        (15, posting(deadline="2026-12-30", more="updated: 2026-11-10\n")),
    ]
    versions = [Version(day=dt.date(2026, 11, day), posting=read(text)) for day, text in texts]
    told = [(change.day.day, change.sentence[35:46]) for change in tell_changes(versions)]
    assert told == [(10, "10 Dec 2026"), (15, "30 Dec 2026")]
