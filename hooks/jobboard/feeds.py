"""RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the newest open jobs, for the board and for each facet.

An item is the same bytes in every feed that carries it, and two channels differ in five values, so feedgen
renders each item once and one channel without items, and a feed is put together from them.
"""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from typing import Any

from feedgen.feed import FeedGenerator

from jobboard import phrases
from jobboard.board import Board, Job
from jobboard.pages.job import summarize
from jobboard.pages.lists import KINDS
from jobboard.site import Site
from jobboard.states import published_at

GENERATOR = "jobboard"


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that is not a page."""

    address: str
    """Below the site's root."""
    content: str


@dataclass(frozen=True, slots=True)
class _Channel:
    """What one feed is about."""

    title: str
    description: str
    address: str
    jobs: list[Job]


@dataclass(frozen=True, slots=True)
class _Item:
    """One job in the three formats."""

    rss: str
    atom: str
    json: str


def make_feeds(board: Board, site: Site, body_of: Callable[[Job], str]) -> Iterator[File]:
    """Three files for the board and for each facet; *body_of* gives a job's sanitised HTML."""
    most = board.policy.feed_items
    channels = [_Channel(site.title, site.description, "", newest(board.open, most))]
    for facets in board.facets.values():
        for facet in facets.values():
            title = f"{facet.label} – {site.title}"
            description = f"{KINDS[facet.kind][0]}: {facet.label}. {site.description}"
            channels.append(_Channel(title, description, facet.address, newest(facet.open, most)))
    wanted = dict.fromkeys(job for channel in channels for job in channel.jobs)
    items = _render_items(list(wanted), site, body_of)
    rss, atom = _blank("feed.xml", site).rss_str().decode(), _blank("atom.xml", site).atom_str().decode()
    for channel in channels:
        own = [items[job] for job in channel.jobs]
        changed = max((_changed(job) for job in channel.jobs), default=board.now)
        yield File(f"{channel.address}feed.xml", _fill(rss, channel, changed, (item.rss for item in own), "</channel>"))
        yield File(f"{channel.address}atom.xml", _fill(atom, channel, changed, (item.atom for item in own), "</feed>"))
        yield File(f"{channel.address}feed.json", _json(channel, own, site))


def newest(jobs: Iterable[Job], most: int) -> list[Job]:
    """The *most* recently announced of *jobs*, newest first."""
    return sorted(jobs, key=lambda job: (job.posting.date, job.posting.slug), reverse=True)[:most]


def _render_items(jobs: Sequence[Job], site: Site, body_of: Callable[[Job], str]) -> dict[Job, _Item]:
    feed = _blank("feed.xml", site)
    objects = []
    for job in jobs:
        body = body_of(job)
        content = _facts_line(job) + body
        summary = summarize(job, body)
        _add_entry(feed, job, content, summary, site)
        objects.append(_json_item(job, content, summary, site))
    rss = feed.rss_str().decode().split("<item>")[1:]
    atom = feed.atom_str().decode().split("<entry>")[1:]
    return {
        job: _Item(f"<item>{_upto(one, '</item>')}", f"<entry>{_upto(two, '</entry>')}", three)
        for job, one, two, three in zip(jobs, rss, atom, objects, strict=True)
    }


def _upto(text: str, end: str) -> str:
    return text[: text.index(end) + len(end)]


def _facts_line(job: Job) -> str:
    posting = job.posting
    deadline = phrases.say_deadline(posting.deadline) if posting.deadline else "rolling"
    parts = [
        posting.organization.name,
        phrases.say_where(posting),
        f"deadline: {deadline}",
        phrases.say_salary(posting.salary),
    ]
    return f"<p>{html.escape(' · '.join(part for part in parts if part))}</p>\n"


def _title(job: Job) -> str:
    return f"{job.posting.title} – {job.posting.organization.name}"


def _changed(job: Job) -> dt.datetime:
    if job.posting.updated is None:
        return published_at(job.posting)
    return dt.datetime.combine(job.posting.updated, dt.time(), dt.UTC)


def _add_entry(feed: FeedGenerator, job: Job, content: str, summary: str, site: Site) -> None:
    url = site.absolute(job.address)
    entry = feed.add_entry(order="append")
    entry.title(_title(job))
    entry.link(href=url)
    entry.guid(url, permalink=True)
    entry.summary(summary)
    entry.content(content, type="html")
    entry.published(published_at(job.posting))
    entry.updated(_changed(job))
    entry.author(name=job.posting.author)
    entry.dc.dc_creator(job.posting.author)  # RSS's own <author> needs an e-mail address
    for tag in job.posting.tags:
        entry.category(term=tag)


_BLANK_TITLE, _BLANK_DESCRIPTION, _BLANK_ADDRESS = "-title-", "-description-", "-address-/"
_BLANK_TIME = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _blank(name: str, site: Site) -> FeedGenerator:
    """A feed without items, with marks where two channels differ."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(site.absolute(_BLANK_ADDRESS + name))
    feed.title(_BLANK_TITLE)
    feed.description(_BLANK_DESCRIPTION)
    feed.subtitle(_BLANK_DESCRIPTION)
    kind = "application/rss+xml" if name == "feed.xml" else "application/atom+xml"
    feed.link(href=site.absolute(_BLANK_ADDRESS + name), rel="self", type=kind)
    feed.link(href=site.absolute(_BLANK_ADDRESS), rel="alternate")  # last: feedgen makes it the channel's link
    feed.language(site.language)
    feed.generator(GENERATOR)
    feed.updated(_BLANK_TIME)
    feed.lastBuildDate(_BLANK_TIME)
    return feed


def _fill(blank: str, channel: _Channel, changed: dt.datetime, items: Iterable[str], end: str) -> str:
    """A feed: *blank* with the channel's own values, and its items before *end*."""
    values = {
        _BLANK_TITLE: html.escape(channel.title, quote=False),
        _BLANK_DESCRIPTION: html.escape(channel.description, quote=False),
        _BLANK_ADDRESS: channel.address,
        _BLANK_TIME.isoformat(): changed.isoformat(),
        format_datetime(_BLANK_TIME): format_datetime(changed),
    }
    for mark, value in values.items():
        blank = blank.replace(mark, value)
    at = blank.rindex(end)
    return "".join((blank[:at], *items, blank[at:], "\n"))


def _json(channel: _Channel, items: list[_Item], site: Site) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.description,
        "home_page_url": site.absolute(channel.address),
        "feed_url": site.absolute(f"{channel.address}feed.json"),
        "language": site.language,
    }
    head = json.dumps(feed, ensure_ascii=False)
    return f'{head[:-1]}, "items": [{", ".join(item.json for item in items)}]}}\n'


def _json_item(job: Job, content: str, summary: str, site: Site) -> str:
    posting = job.posting
    url = site.absolute(job.address)
    item: dict[str, Any] = {
        "id": url,
        "url": url,
        "title": _title(job),
        "summary": summary,
        "content_html": content,
        "date_published": published_at(posting).isoformat(),
        "date_modified": _changed(job).isoformat(),
        "authors": [{"name": posting.author}],
        "tags": list(posting.tags),
        "language": posting.language,
    }
    return json.dumps(item, ensure_ascii=False)
