"""What can be followed: the newest open jobs of the board and of each facet, those closing soon, and what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from markupsafe import escape

from jobboard.board import phrases
from jobboard.board.board import Board, Facet, Job, by_announcement
from jobboard.board.changes import Change
from jobboard.board.states import State, published_at
from jobboard.site.address import Site
from jobboard.site.feeds.channels import CHANGES, CLOSING_SOON, Channel, Item
from jobboard.site.feeds.formats import render_channels
from jobboard.site.files import SiteFile
from jobboard.site.pages.lists import KINDS
from jobboard.site.texts import Text, Texts
from jobboard.wording.markdown import make_links_whole

DAYS = 14
"""Whatever was announced in these last days is in a feed, however much it is."""


def make_feeds(
    board: Board,
    site: Site,
    texts: Texts,
    changes: Sequence[tuple[Job, Change]],
    came: Mapping[str, dt.date] = MappingProxyType({}),
) -> Iterator[SiteFile]:
    """Every feed; *changes* are those to tell, newest first.

    Open positions are told by the day on which they *came*, where that is known by address, else by their `date`: one
    that waited for its review is no less new than others.
    """
    facets = [facet for facets in board.facets.values() for facet in facets.values()]
    days = {job: max(came.get(job.posting.slug, job.posting.date), job.posting.date) for job in board.open}
    rank = {job: number for number, job in enumerate(sorted(days, key=_by_coming(days), reverse=True))}
    told = [_newest(sorted(facet.open, key=rank.__getitem__), days, board) for facet in facets]
    entries = {job: _item_of_job(job, site, text) for job, text in zip(rank, texts.of(list(rank)), strict=True)}
    first = len(_newest(list(rank), days, board))
    channels = list(_board_channels([entries[job] for job in rank], first, board, site))
    channels += [
        _facet_channel(facet, site, [entries[job] for job in jobs]) for facet, jobs in zip(facets, told, strict=True)
    ]
    soon = [job for job in board.open if job.state is State.CLOSING_SOON]
    channels.append(
        Channel(
            title=f"Closing soon – {site.title}",
            description="Open positions in the last days before their deadline, the next deadline first.",
            address=CLOSING_SOON,
            home="",
            entries=[
                _item_of_closing(job, site, text, board.policy.closing_soon)
                for job, text in zip(soon, texts.of(soon), strict=True)
            ],
        )
    )
    channels.append(
        Channel(
            title=f"Changes – {site.title}",
            description="Deadlines moved, positions closed early or reopened, salaries added.",
            address=CHANGES,
            home="",
            entries=[_item_of_change(job, change, site) for job, change in changes],
        )
    )
    return render_channels(channels, site, board.now)


def _by_coming(days: Mapping[Job, dt.date]) -> Callable[[Job], tuple[dt.date, dt.date, str]]:
    """In which order jobs appeared, each on its one of *days*, for sorting."""
    return lambda job: (days[job], *by_announcement(job))


def _newest(jobs: Sequence[Job], days: Mapping[Job, dt.date], board: Board) -> Sequence[Job]:
    """Of *jobs*, newest first, as many as a feed has items, and all that appeared in the last days."""
    since = board.now.date() - dt.timedelta(days=DAYS)
    recent = sum(days[job] >= since for job in jobs)
    return jobs[: max(board.policy.feed_items, recent)]


def _board_channels(items: Sequence[Item], first: int, board: Board, site: Site) -> Iterator[Channel]:
    """All *items* of the board, newest first: the *first* ones in its feed, the others in further pages of it."""
    size = board.policy.page_items
    starts = [0, *range(first, len(items), size)]
    for number, (start, end) in enumerate(pairwise([*starts, len(items)]), 1):
        yield Channel(
            title=site.title,
            description=site.description,
            address="",
            home="",
            entries=items[start:end],
            number=number,
            last=len(starts),
        )


def _facet_channel(facet: Facet, site: Site, entries: list[Item]) -> Channel:
    what = (
        f"In {facet.label}, or remote from it" if facet.kind == "places" else f"{KINDS[facet.kind][0]}: {facet.label}"
    )
    return Channel(
        title=f"{facet.label} – {site.title}",
        description=f"{what}. {site.description}",
        address=facet.address,
        home=facet.address,
        entries=entries,
    )


def _item_of_job(job: Job, site: Site, text: Text) -> Item:
    """A job in the feeds of open positions: its page's address is its id."""
    posting, url = job.posting, site.absolute(job.address)
    published = published_at(posting)
    return Item(
        id=url,
        url=url,
        title=phrases.say_job(job),
        summary=text.summary,
        content=_facts_line(job) + make_links_whole(text.body, url),
        published=published,
        updated=_midnight(posting.updated) if posting.updated else published,
        author=posting.author,
        tags=posting.tags,
        language=posting.language,
    )


def _item_of_closing(job: Job, site: Site, text: Text, days: int) -> Item:
    """A job in the feed of those closing soon, dated by the beginning of its last *days*.

    It has an id for its deadline: a reader who saw the announcement is reminded, and again when the deadline moved.
    """
    posting, url = job.posting, site.absolute(job.address)
    assert posting.deadline is not None
    begun = max(job.closes_at - dt.timedelta(days=days), published_at(posting))
    return Item(
        id=f"{url}#closing-{posting.deadline.day}",
        url=url,
        title=f"Closes {phrases.say_day(posting.deadline.day, job.closes_at)}: {phrases.say_job(job)}",
        summary=text.summary,
        content=_facts_line(job) + make_links_whole(text.body, url),
        published=begun,
        updated=begun,
        author=posting.author,
        tags=posting.tags,
        language=posting.language,
    )


def _item_of_change(job: Job, change: Change, site: Site) -> Item:
    """What changed in a job."""
    posting, url = job.posting, site.absolute(job.address)
    day = _midnight(change.day)
    return Item(
        id=f"{url}#change-{change.day}-{change.kind}",
        url=url,
        title=f"{change.kind.label}: {phrases.say_job(job)}",
        summary=change.sentence,
        content=f"<p>{escape(change.sentence)}</p>\n{_facts_line(job)}",
        published=day,
        updated=day,
        author=posting.author,
        tags=posting.tags,
        language=posting.language,
    )


def _facts_line(job: Job) -> str:
    posting = job.posting
    deadline = phrases.say_deadline(posting.deadline) if posting.deadline else "rolling"
    parts = [
        posting.organization.name,
        phrases.say_where(posting),
        f"deadline: {deadline}",
        phrases.say_salary(posting.salary),
    ]
    return f"<p>{escape(' · '.join(part for part in parts if part))}</p>\n"


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)
