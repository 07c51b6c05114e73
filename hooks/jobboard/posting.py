"""A position as it is published: everything about it is typed here and nothing after it asks for types.

Named tuples, because ten are made for each posting and half of them travel from one process to the other, which
costs less than with frozen dataclasses.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple


class Organization(NamedTuple):
    """An employer, or a recruiter."""

    name: str
    unit: str | None = None
    """Department, institute or group inside it."""
    url: str | None = None
    ror: str | None = None
    """Identifier at ror.org, as a web address."""


class Place(NamedTuple):
    """Where the work is done."""

    city: str | None
    region: str | None
    country: str
    """ISO 3166-1 alpha-2."""


class Deadline(NamedTuple):
    """The last instant at which an application arrives in time."""

    instant: dt.datetime
    """Aware, in UTC."""
    day: dt.date
    """The day as stated, in `zone`."""
    time: dt.time
    """The time as stated, in `zone`; 23:59:59 when only a day is stated."""
    zone: str
    """IANA name, `AoE`, or an offset such as `UTC+02:00`."""


class Contract(NamedTuple):
    """Kind and length of employment."""

    type: str | None = None
    duration_months: int | None = None
    fte: Decimal | None = None
    """Share of full time, 0 < fte <= 1."""


class Salary(NamedTuple):
    """What is paid; amounts are in whole `currency` units for each `period`."""

    min: Decimal | None = None
    max: Decimal | None = None
    currency: str | None = None
    """ISO 4217."""
    period: str | None = None
    """hour, day, week, month or year."""
    scale: str | None = None
    """A published pay scale, such as `TV-L E13`."""
    text: str | None = None


class Eligibility(NamedTuple):
    """Who may be appointed."""

    visa: str | None = None
    """sponsored or not-sponsored."""
    nationality: str | None = None
    note: str | None = None


class Funding(NamedTuple):
    """Who pays for the position."""

    funder: str | None = None
    programme: str | None = None
    grant: str | None = None


class Application(NamedTuple):
    """How to apply: at least one of `url` and `email`."""

    url: str | None = None
    email: str | None = None
    subject: str | None = None
    """Of a letter to `email`."""
    reference: str | None = None
    """What to quote."""
    materials: tuple[str, ...] = ()
    letters: str | None = None
    """Letters of reference: how many, or from whom."""


class Origin(NamedTuple):
    """Where the curator found the position."""

    url: str
    retrieved: dt.date | None = None
    verified: dt.date | None = None


class Posting(NamedTuple):
    """One valid position. None and () mean "not stated"."""

    path: str
    """File below the folder of postings, with `/`."""
    slug: str
    """Last part of its address, `/jobs/<slug>/`."""
    title: str
    author: str
    organization: Organization
    position: str
    date: dt.date
    deadline: Deadline | None
    """None for a position that stays open until it is filled (`rolling`)."""
    timezone: str
    tags: tuple[str, ...]
    apply: Application
    language: str
    body: str
    """GitHub-flavoured Markdown."""

    via: Organization | None = None
    updated: dt.date | None = None
    listed_until: dt.date | None = None
    places: tuple[Place, ...] = ()
    work_mode: str | None = None
    remote_from: tuple[str, ...] = ()
    """ISO 3166-1 codes of the countries one may live in."""
    remote_area: str | None = None
    """Where one may live as people say it: a region's name, or the countries'."""
    employment: tuple[str, ...] = ()
    contract: Contract | None = None
    career_stage: tuple[str, ...] = ()
    start: dt.date | str | None = None
    salary: Salary | None = None
    eligibility: Eligibility | None = None
    funding: Funding | None = None
    source: Origin | None = None
    summary: str | None = None
    draft: bool = False
    status: str = "open"
    aliases: tuple[str, ...] = ()
    not_duplicate_of: tuple[str, ...] = ()
    """Slugs of postings that look alike and are about other positions."""
