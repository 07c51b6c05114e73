"""RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the newest open jobs, for the board and for each facet.

An item is the same bytes in every feed that carries it, so feedgen renders each once; a feed is a
channel, also by feedgen, with the items put in.
"""

from __future__ import annotations

import datetime as dt
import html
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
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
class _Item:
    """One job in the three formats."""

    rss: str
    atom: str
    json: str


def make_feeds(board: Board, site: Site, body_of: Callable[[Job], str]) -> Iterator[File]:
    """Three files for the board and for each facet; *body_of* gives a job's sanitised HTML."""
    channels = [(site.title, site.description, "", newest(board.open, board.policy.feed_items))]
    for facets in board.facets.values():
        for facet in facets.values():
            title = f"{facet.label} – {site.title}"
            description = f"{KINDS[facet.kind][0]}: {facet.label}. {site.description}"
            channels.append((title, description, facet.address, newest(facet.open, board.policy.feed_items)))
    wanted = dict.fromkeys(job for _, _, _, jobs in channels for job in jobs)
    items = _render_items(list(wanted), site, body_of)
    for title, description, address, jobs in channels:
        own = [items[job] for job in jobs]
        changed = max((_changed(job) for job in jobs), default=board.now)
        yield File(f"{address}feed.xml", _rss(title, description, address, own, changed, site))
        yield File(f"{address}atom.xml", _atom(title, description, address, own, changed, site))
        yield File(f"{address}feed.json", _json(title, description, address, own, site))


def newest(jobs: Iterable[Job], most: int) -> list[Job]:
    """The *most* recently announced of *jobs*, newest first."""
    return sorted(jobs, key=lambda job: (job.posting.date, job.posting.slug), reverse=True)[:most]


def _render_items(jobs: Sequence[Job], site: Site, body_of: Callable[[Job], str]) -> dict[Job, _Item]:
    feed = _channel("-", "-", "", "feed.xml", dt.datetime.fromtimestamp(0, dt.UTC), site)
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


def _channel(title: str, description: str, address: str, name: str, changed: dt.datetime, site: Site) -> FeedGenerator:
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(site.absolute(address + name))
    feed.title(title)
    feed.description(description)
    feed.subtitle(description)
    feed.link(
        href=site.absolute(address + name),
        rel="self",
        type="application/rss+xml" if name == "feed.xml" else "application/atom+xml",
    )
    feed.link(href=site.absolute(address), rel="alternate")  # last: feedgen makes it the channel's link
    feed.language(site.language)
    feed.generator(GENERATOR)
    feed.updated(changed)
    feed.lastBuildDate(changed)
    return feed


def _rss(title: str, description: str, address: str, items: list[_Item], changed: dt.datetime, site: Site) -> str:
    empty = _channel(title, description, address, "feed.xml", changed, site).rss_str().decode()
    return _with_items(empty, [item.rss for item in items], "</channel>")


def _atom(title: str, description: str, address: str, items: list[_Item], changed: dt.datetime, site: Site) -> str:
    empty = _channel(title, description, address, "atom.xml", changed, site).atom_str().decode()
    return _with_items(empty, [item.atom for item in items], "</feed>")


def _with_items(empty: str, items: list[str], before: str) -> str:
    at = empty.rindex(before)
    return "".join((empty[:at], *items, empty[at:], "\n"))


def _json(title: str, description: str, address: str, items: list[_Item], site: Site) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "description": description,
        "home_page_url": site.absolute(address),
        "feed_url": site.absolute(f"{address}feed.json"),
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
