"""The board as of an instant: what is open, in which order, and how it divides into facets."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from jobboard.board.states import State, closes_at, state_of
from jobboard.policy import FACET_KINDS, Policy
from jobboard.posting import Posting
from jobboard.source.addresses import job_address, organization_slug
from jobboard.standards.tables import countries

MODE_LABELS = {"on-site": "On site", "hybrid": "Hybrid", "remote": "Remote"}


@dataclass(slots=True, eq=False)
class Job:
    """A published posting with everything that depends on the instant, and what is asked of it most often."""

    posting: Posting
    state: State
    closes_at: dt.datetime
    """Last instant at which it is open, in UTC."""
    is_open: bool = field(init=False)
    """Whether applications are welcome."""
    address: str = field(init=False)
    """Below the site's root."""
    changed: dt.date = field(init=False)
    """Day of the last change that its posting states."""
    left: dt.date | None = field(init=False)
    """Day on which it left the open ones by itself, in UTC; None while it is open, or if it was ended by hand."""

    def __post_init__(self) -> None:
        self.is_open = self.state.is_open
        self.address = job_address(self.posting.slug)
        self.changed = self.posting.updated or self.posting.date
        is_over = not self.is_open and self.posting.status == "open"
        self.left = max(self.closes_at.date(), self.changed) if is_over else None


class Facet(NamedTuple):
    """All published jobs that share a value."""

    kind: str
    """One of `FACET_KINDS`."""
    slug: str
    label: str
    """As people read it."""
    open: tuple[Job, ...]
    """In the board's order."""
    closed: tuple[Job, ...]
    """Last closed first."""

    @property
    def address(self) -> str:
        """Below the site's root; also where its feeds are."""
        return f"{self.kind}/{self.slug}/"

    @property
    def remote(self) -> tuple[Job, ...]:
        """Of a country's open jobs, those that are not in it, but may be done remotely from it."""
        if self.kind != "places":
            return ()
        return tuple(job for job in self.open if not self._has_place(job))

    def _has_place(self, job: Job) -> bool:
        return any(countries()[place.country].slug == self.slug for place in job.posting.places)


class Board:
    """All published jobs at `now`; the same postings and the same `now` give the same board."""

    def __init__(self, postings: Iterable[Posting], policy: Policy, now: dt.datetime) -> None:
        self.policy = policy
        self.now = now
        states = [(posting, state_of(posting, policy, now)) for posting in postings]
        self.jobs: tuple[Job, ...] = tuple(
            Job(posting, state, closes_at(posting, policy)) for posting, state in states if state.is_published
        )
        """Open and closed ones, in the order of their files."""
        self.waiting: tuple[tuple[Posting, State], ...] = tuple(
            (posting, state) for posting, state in states if not state.is_published
        )
        """Drafts and scheduled postings, which nobody may see yet."""

    @cached_property
    def open(self) -> tuple[Job, ...]:
        """Next deadline first; then those without a deadline, newest first."""
        return tuple(sorted((job for job in self.jobs if job.is_open), key=_by_deadline))

    @cached_property
    def closed(self) -> tuple[Job, ...]:
        """Last closed first."""
        return tuple(sorted((job for job in self.jobs if not job.is_open), key=_by_closing, reverse=True))

    @cached_property
    def values(self) -> dict[str, dict[str, Facet]]:
        """Everything the jobs divide into, by kind and slug, each kind sorted by label."""
        opened, closed = _by_value(self.open), _by_value(self.closed)
        sorted_values: dict[str, dict[str, Facet]] = {}
        for kind in FACET_KINDS:
            values = opened[kind] | closed[kind]
            facets = [
                _make_facet(kind, value, opened[kind][value], closed[kind][value], self.policy) for value in values
            ]
            facets.sort(key=lambda facet: (facet.label.casefold(), facet.slug))
            sorted_values[kind] = {facet.slug: facet for facet in facets}
        return sorted_values

    @cached_property
    def facets(self) -> dict[str, dict[str, Facet]]:
        """The values with enough postings for a page, by kind and slug."""
        return {
            kind: {
                slug: facet
                for slug, facet in values.items()
                if len(facet.open) + len(facet.closed) >= self.policy.pages[kind]
            }
            for kind, values in self.values.items()
        }

    def facet(self, kind: str, slug: str) -> Facet | None:
        """The facet of that kind and slug, if it has a page."""
        return self.facets[kind].get(slug)

    @cached_property
    def years(self) -> dict[int, tuple[Job, ...]]:
        """All jobs by the year of their announcement, newest first in both."""
        years: dict[int, list[Job]] = {}
        for job in sorted(self.jobs, key=by_announcement, reverse=True):
            years.setdefault(job.posting.date.year, []).append(job)
        return {year: tuple(jobs) for year, jobs in years.items()}


def _by_value(jobs: Iterable[Job]) -> dict[str, defaultdict[str, list[Job]]]:
    """The jobs that have each value, by kind; a country has, by its code, those in it and those remote from it."""
    found: dict[str, defaultdict[str, list[Job]]] = {kind: defaultdict(list) for kind in FACET_KINDS}
    tags, positions, places = found["tags"], found["positions"], found["places"]
    modes, organizations = found["modes"], found["organizations"]
    for job in jobs:
        posting = job.posting
        for tag in posting.tags:
            tags[tag].append(job)
        positions[posting.position].append(job)
        for code in {*posting.remote_from, *(place.country for place in posting.places)}:
            places[code].append(job)
        if posting.work_mode:
            modes[posting.work_mode].append(job)
        organizations[organization_slug(posting.organization.name)].append(job)
    return found


def _make_facet(kind: str, value: str, opened: list[Job], closed: list[Job], policy: Policy) -> Facet:
    slug, label = _name_value(kind, value, (opened or closed)[0], policy)
    return Facet(kind=kind, slug=slug, label=label, open=tuple(opened), closed=tuple(closed))


def _name_value(kind: str, value: str, first: Job, policy: Policy) -> tuple[str, str]:
    """(slug, label) of a *value*; *first* is the first job that has it, whose spelling of its organization counts."""
    match kind:
        case "tags":
            return value, policy.tags.label(value)
        case "positions":
            return value, policy.positions.label(value)
        case "places":
            return countries()[value].slug, countries()[value].name
        case "modes":
            return value, MODE_LABELS[value]
        case _:
            return value, first.posting.organization.name


def by_announcement(job: Job) -> tuple[dt.date, str]:
    """In which order jobs were announced, for sorting."""
    return job.posting.date, job.posting.slug


def _by_deadline(job: Job) -> tuple[bool, float, str]:
    has_deadline = job.posting.deadline is not None
    when = job.closes_at.timestamp() if has_deadline else -job.posting.date.toordinal()
    return not has_deadline, when, job.posting.slug


def _by_closing(job: Job) -> tuple[dt.datetime, str]:
    return job.closes_at, job.posting.slug
