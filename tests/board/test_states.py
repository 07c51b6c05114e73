"""What a posting is at an instant, to the second and in its own zone."""

from __future__ import annotations

import datetime as dt

import pytest

from building import posting
from jobboard.board.states import State, state_of
from jobboard.clock import parse_instant, read_clock
from jobboard.policy import Policy
from reading import Read

DEADLINE = "2026-12-01"


@pytest.mark.parametrize(
    ("deadline", "more", "last_open"),
    [
        ("2026-12-01", "", "2026-12-02T11:59:59Z"),
        ("2026-12-01", "timezone: AoE\n", "2026-12-02T11:59:59Z"),
        ("2026-12-01", "timezone: UTC\n", "2026-12-01T23:59:59Z"),
        ("2026-12-01", "timezone: Europe/Zurich\n", "2026-12-01T22:59:59Z"),
        ("2026-07-01", "timezone: Europe/Zurich\n", "2026-07-01T21:59:59Z"),
        ("2026-12-01", "timezone: Pacific/Kiritimati\n", "2026-12-01T09:59:59Z"),
        ("2026-12-01", "timezone: America/New_York\n", "2026-12-02T04:59:59Z"),
        ("2026-12-01T17:00", "timezone: Asia/Tokyo\n", "2026-12-01T08:00:00Z"),
        ("2026-12-01 17:00 Europe/London", "", "2026-12-01T17:00:00Z"),
        ("2026-12-01T17:00Z", "timezone: Asia/Tokyo\n", "2026-12-01T17:00:00Z"),
        ("2026-12-01T17:00+05:30", "", "2026-12-01T11:30:00Z"),
        ("2026-12-01 17:00 AoE", "timezone: UTC\n", "2026-12-02T05:00:00Z"),
        ("rolling", "", "2027-01-02T11:59:59Z"),
        ("rolling", "listed_until: 2026-11-30\ntimezone: UTC\n", "2026-11-30T23:59:59Z"),
    ],
)
def test_a_posting_is_open_until_exactly_its_last_instant(
    read: Read, policy: Policy, deadline: str, more: str, last_open: str
) -> None:
    """A posting is open at its last instant and closed one second later."""
    date = "2026-06-01" if deadline.startswith("2026-07") else "2026-11-02"
    found = read(posting(deadline=deadline, more=more, date=date))
    last = parse_instant(last_open)
    assert state_of(found, policy, last).is_open
    assert state_of(found, policy, last + dt.timedelta(seconds=1)) is State.CLOSED


def test_a_posting_goes_through_its_states_in_order(read: Read, policy: Policy) -> None:
    """Scheduled until its date, open, closing soon in the last seven days, then closed."""
    found = read(posting(deadline=DEADLINE))
    instants = {
        "2026-10-31T23:59:59Z": State.SCHEDULED,
        "2026-11-01T00:00:00Z": State.OPEN,
        "2026-11-25T11:59:58Z": State.OPEN,
        "2026-11-25T11:59:59Z": State.CLOSING_SOON,
        "2026-12-02T12:00:00Z": State.CLOSED,
    }
    assert {instant: state_of(found, policy, parse_instant(instant)) for instant in instants} == instants


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ("draft: true\n", State.DRAFT),
        ("draft: false\n", State.OPEN),
        ("status: filled\n", State.CLOSED),
        ("status: withdrawn\n", State.CLOSED),
        ("status: closed\n", State.CLOSED),
        ("status: open\n", State.OPEN),
        ("draft: true\nstatus: closed\n", State.DRAFT),
    ],
)
def test_what_the_author_says_comes_before_the_clock(read: Read, policy: Policy, more: str, state: State) -> None:
    """A draft is never published, and an ended position is closed before its deadline."""
    found = read(posting(deadline=DEADLINE, more=more))
    assert state_of(found, policy, parse_instant("2026-11-10")) is state


def test_a_rolling_position_never_closes_soon(read: Read, policy: Policy) -> None:
    """The end of a listing is not a deadline, so nobody is hurried by it."""
    assert state_of(read(posting(deadline="rolling")), policy, parse_instant("2026-12-31T00:00Z")) is State.OPEN


def test_the_clock_is_what_the_environment_says() -> None:
    """JOBBOARD_NOW comes before SOURCE_DATE_EPOCH."""
    epoch = {"SOURCE_DATE_EPOCH": "1763640000"}
    assert read_clock(epoch) == dt.datetime(2025, 11, 20, 12, tzinfo=dt.UTC)
    assert read_clock(epoch | {"JOBBOARD_NOW": "2026-11-20T13:00+01:00"}) == dt.datetime(
        2026, 11, 20, 12, tzinfo=dt.UTC
    )
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH must be a number of seconds, found `soon`"):
        read_clock({"SOURCE_DATE_EPOCH": "soon"})
    with pytest.raises(ValueError, match="`SOURCE_DATE_EPOCH=99999999999` is in the year 5138, which cannot be meant"):
        read_clock({"SOURCE_DATE_EPOCH": "99999999999"})
