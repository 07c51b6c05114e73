"""What became of a position after it was announced, told from what its posting said before and says now."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from jobboard.board import phrases
from jobboard.board.board import Board, Job
from jobboard.board.versions import History, Version
from jobboard.posting import Deadline, Posting


class Kind(enum.StrEnum):
    """Kinds of change that a reader would want to hear of."""

    DEADLINE_EXTENDED = "deadline-extended"
    DEADLINE_SHORTENED = "deadline-shortened"
    DEADLINE_SET = "deadline-set"
    """There was none before."""
    CLOSED_EARLY = "closed-early"
    """Filled, withdrawn or closed before its deadline."""
    REOPENED = "reopened"
    SALARY_ADDED = "salary-added"

    @property
    def label(self) -> str:
        """As people read it."""
        return self.value.replace("-", " ").capitalize()


class Change(NamedTuple):
    """One thing that changed."""

    kind: Kind
    day: dt.date
    sentence: str


def newest_changes(board: Board, history: History, days: int = 14) -> list[tuple[Job, Change]]:
    """What changed in the jobs updated last, newest first; as many as a feed has items, and all of the last *days*."""
    most, since = board.policy.feed_items, board.now.date() - dt.timedelta(days=days)
    updated = sorted(
        ((job.posting.updated, job.posting.slug, job) for job in board.jobs if job.posting.updated), reverse=True
    )
    jobs = [job for place, (day, _, job) in enumerate(updated) if place < most or day >= since]
    if not jobs:
        return []
    versions = history([job.posting for job in jobs])
    found = [
        (job, change)
        for job in jobs
        for change in tell_changes(versions.get(job.posting.slug, ()))
        if change.day <= board.now.date()
    ]
    found.sort(key=lambda pair: (pair[1].day, pair[0].posting.slug, pair[1].kind), reverse=True)
    return [pair for place, pair in enumerate(found) if place < most or pair[1].day >= since]


def tell_changes(versions: Iterable[Version]) -> list[Change]:
    """All changes from each version (oldest first) to the next; of several of a kind on one day, the last."""
    found = {}
    for before, after in pairwise(versions):
        stated = after.posting.updated
        day = stated if stated and stated != before.posting.updated else after.day
        for change in find_changes(before.posting, after.posting, day):
            found[change.day, change.kind] = change
    return list(found.values())


def find_changes(before: Posting, after: Posting, day: dt.date) -> Iterator[Change]:
    """What changed on *day*; nothing where the earlier one was not published yet."""
    if before.draft or after.draft or day < before.date:
        return
    was_open, is_open = _is_open(before, day), _is_open(after, day)
    if was_open and after.status != "open":
        yield Change(kind=Kind.CLOSED_EARLY, day=day, sentence=phrases.say_closed_early(after))
    elif is_open and not was_open:
        yield Change(
            kind=Kind.REOPENED, day=day, sentence=f"Applications are welcome again, {phrases.say_until(after)}."
        )
    elif was_open and (kind := _compare(before.deadline, after.deadline)):
        sentence = f"Applications are now welcome {phrases.say_until(after)}; before, {phrases.say_until(before)}."
        yield Change(kind=kind, day=day, sentence=sentence)
    pay = phrases.say_salary(after.salary)
    if is_open and pay and not phrases.say_salary(before.salary):
        yield Change(kind=Kind.SALARY_ADDED, day=day, sentence=f"The pay is now stated: {pay}.")


def _is_open(posting: Posting, day: dt.date) -> bool:
    return posting.status == "open" and (posting.deadline is None or posting.deadline.day >= day)


def _compare(before: Deadline | None, after: Deadline | None) -> Kind | None:
    if before is None:
        return Kind.DEADLINE_SET if after else None
    if after is None or after.instant > before.instant:
        return Kind.DEADLINE_EXTENDED
    return Kind.DEADLINE_SHORTENED if after.instant < before.instant else None
