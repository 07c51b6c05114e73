"""What a posting is at an instant: draft, scheduled, open, closing soon, closed."""

from __future__ import annotations

import datetime as dt
import enum

from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.standards.zones import end_of, find_zone


class State(enum.StrEnum):
    """A posting's life, in this order."""

    DRAFT = "draft"
    """Held back by its author; never published."""
    SCHEDULED = "scheduled"
    """Its `date` is still to come; not yet published."""
    OPEN = "open"
    CLOSING_SOON = "closing-soon"
    """Open, with its deadline within the board's `closing_soon` days."""
    CLOSED = "closed"
    """Past its deadline, or ended before it. Keeps its address and leaves every list of open positions."""

    @property
    def is_published(self) -> bool:
        """Whether the posting has a page."""
        return self not in (State.DRAFT, State.SCHEDULED)

    @property
    def is_open(self) -> bool:
        """Whether applications are welcome."""
        return self in (State.OPEN, State.CLOSING_SOON)


def published_at(posting: Posting) -> dt.datetime:
    """When the posting appears: the beginning of its `date`, in UTC."""
    return dt.datetime.combine(posting.date, dt.time(), dt.UTC)


def closes_at(posting: Posting, policy: Policy) -> dt.datetime:
    """The last instant at which the posting is open, in UTC: its deadline, or the end of its listing."""
    if posting.deadline is not None:
        return posting.deadline.instant
    zone = find_zone(posting.timezone)
    assert zone is not None, posting.timezone
    return end_of(posting.listed_until or posting.date + dt.timedelta(days=policy.life), zone)


def state_of(posting: Posting, policy: Policy, now: dt.datetime) -> State:
    """The posting's state at *now* (aware)."""
    if posting.draft:
        return State.DRAFT
    if now < published_at(posting):
        return State.SCHEDULED
    closing = closes_at(posting, policy)
    if posting.status != "open" or now > closing:
        return State.CLOSED
    if posting.deadline is not None and closing - now <= dt.timedelta(days=policy.closing_soon):
        return State.CLOSING_SOON
    return State.OPEN
