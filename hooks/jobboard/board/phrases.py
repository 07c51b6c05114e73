"""Facts of a posting as people say them; plain text, None where nothing is stated."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from jobboard.board.board import MODE_LABELS, Job
from jobboard.posting import Contract, Deadline, Eligibility, Funding, Place, Posting, Salary
from jobboard.standards.dates import say_date
from jobboard.standards.english import say_count
from jobboard.standards.tables import countries, currencies
from jobboard.standards.zones import find_zone

STATUS_PHRASES = {
    "filled": "The position was filled",
    "withdrawn": "The position was withdrawn",
    "closed": "Applications closed",
}
CONTRACT_TYPES = {
    "permanent": "permanent", "fixed-term": "fixed term", "tenure-track": "tenure track", "casual": "casual",
    "stipend": "stipend",
}  # fmt: skip
VISA_PHRASES = {"sponsored": "Visa sponsored", "not-sponsored": "No visa sponsorship"}
ROLLING = "Rolling"
"""In place of the day of a deadline."""


class RowWords(NamedTuple):
    """What a row of a list says of a job, but for its title, its tags and the time that is left.

    A text that is empty is not printed. The browser is told these very words.
    """

    organization: str
    where: str
    mode: str
    """The work mode, unless the place says it already."""
    closing: str
    """The day of the deadline, or `ROLLING`."""
    since: str
    """When it was posted, where that is all one knows about its time."""
    pay: str

    @property
    def line(self) -> str:
        """Who, where and how, in one line."""
        return " · ".join(filter(None, (self.organization, self.where, self.mode)))


def say_row(job: Job, now: dt.datetime) -> RowWords:
    """What a row says of *job* to who reads it at *now*."""
    posting = job.posting
    return RowWords(
        organization=posting.organization.name,
        where=say_short_where(posting),
        mode=(say_mode(posting) or "") if posting.places else "",
        closing=say_closing(job, now),
        since="" if posting.deadline else f"posted {say_day(posting.date, now)}",
        pay=(say_pay(posting.salary) or "") if posting.salary else "",
    )


def say_job(job: Job) -> str:
    """Like "Postdoc in imaging – Northbridge University"."""
    return f"{job.posting.title} – {job.posting.organization.name}"


def say_place(place: Place) -> str:
    """Like "Cambridge, England, United Kingdom"."""
    parts = (place.city, place.region, countries()[place.country].name)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def say_where(posting: Posting, *, most: int = 9) -> str:
    """All places, shortened after *most* of them; "Remote (Europe)" where there is none."""
    if posting.places:
        said = [say_place(place) for place in posting.places]
        more = len(said) - most
        return " · ".join(said[:most]) + (f" and {more} more" if more > 0 else "")
    return f"Remote ({posting.remote_area})" if posting.remote_area else "Remote"


def say_short_where(posting: Posting) -> str:
    """City and country of the first place, for a row of a list; "Remote (Europe)" where there is none."""
    if not posting.places:
        return say_where(posting)
    first = posting.places[0]
    named = ", ".join(dict.fromkeys(filter(None, (first.city, countries()[first.country].name))))
    more = len(posting.places) - 1
    return f"{named} and {more} more" if more else named


def say_mode(posting: Posting) -> str | None:
    """Like "Hybrid"; for remote work also from where."""
    if posting.work_mode is None:
        return None
    label = MODE_LABELS[posting.work_mode]
    return f"{label}, from {posting.remote_area}" if posting.remote_area else label


def say_deadline(deadline: Deadline) -> str:
    """Like "3 Dec 2026, 23:59 AoE"."""
    time = deadline.time
    return f"{say_date(deadline.day)}, {time.hour:02}:{time.minute:02} {say_zone(deadline.zone)}"


def say_zone(zone: str) -> str:
    """A zone's name without underscores."""
    return zone.replace("_", " ")


def say_closing(job: Job, now: dt.datetime) -> str:
    """The day of the deadline for a row: "3 Dec", with the year when it is not this one; `ROLLING` without one."""
    deadline = job.posting.deadline
    return ROLLING if deadline is None else say_day(deadline.day, now)


def say_day(day: dt.date, now: dt.datetime) -> str:
    """Like "3 Dec", with the year when it is not this one."""
    return say_date(day, with_year=day.year != now.year)


def say_remaining(job: Job, now: dt.datetime) -> str | None:
    """Like "13 days left"; None when there is no deadline."""
    if job.posting.deadline is None:
        return None
    days = (job.closes_at - now) // dt.timedelta(days=1)
    if days == 0:
        return "last day"
    return f"{say_count(days, 'day')} left"


def say_closed(job: Job) -> str:
    """Why a job is closed, or will be at its last instant; one sentence without its full stop."""
    posting = job.posting
    if posting.status != "open":
        return STATUS_PHRASES[posting.status]  # the day is not known: `updated` may be that of an earlier change
    if posting.deadline is not None:
        return f"Applications closed on {say_date(posting.deadline.day)}"
    return f"This listing ended on {say_date(listing_end(job))}"


def say_until(posting: Posting) -> str:
    """Until when applications are welcome: like "until 3 Dec 2026, 23:59 AoE"."""
    if posting.deadline is None:
        return "until the position is filled"
    return f"until {say_deadline(posting.deadline)}"


def say_closed_early(posting: Posting) -> str:
    """That a posting was ended, and before which deadline; one sentence."""
    phrase = STATUS_PHRASES[posting.status]
    if posting.deadline is None:
        return f"{phrase}."
    return f"{phrase} before the deadline, {say_deadline(posting.deadline)}."


def listing_end(job: Job) -> dt.date:
    """The last day a job without deadline is listed as open, in its own zone."""
    return job.closes_at.astimezone(find_zone(job.posting.timezone)).date()


def say_salary(salary: Salary | None) -> str | None:
    """Like "€45,000–52,000 a year, TV-L E13"."""
    if salary is None:
        return None
    parts = [say_pay(salary), salary.scale, salary.text]
    return ", ".join(part for part in parts if part) or None


def say_pay(salary: Salary) -> str | None:
    """The amounts alone."""
    low, high = salary.min, salary.max
    if (low is None and high is None) or salary.currency is None:
        return None
    symbol = currencies()[salary.currency].symbol
    sign = f"{symbol} " if symbol.isascii() and symbol.isalpha() else symbol
    if low is not None and high is not None and low != high:
        amounts = f"{sign}{_say_amount(low, salary.currency)}–{_say_amount(high, salary.currency)}"
    elif low is None:
        amounts = f"up to {sign}{_say_amount(high, salary.currency)}"
    else:
        amounts = f"{'from ' if high is None else ''}{sign}{_say_amount(low, salary.currency)}"
    return f"{amounts} {'an' if salary.period == 'hour' else 'a'} {salary.period}" if salary.period else amounts


def say_contract(contract: Contract | None, employment: tuple[str, ...]) -> str | None:
    """Like "Full-time, fixed term, 36 months"."""
    parts = [word.replace("-", " ") if word == "per-diem" else word for word in employment]
    if contract is not None:
        if contract.fte is not None and contract.fte < 1:
            parts.append(f"{(contract.fte * 100).normalize():f} %")
        if contract.type:
            parts.append(CONTRACT_TYPES[contract.type])
        if contract.duration_months:
            parts.append(say_count(contract.duration_months, "month"))
    return _capitalize(", ".join(parts))


def say_start(start: dt.date | str | None) -> str | None:
    """A date, or the author's words."""
    return say_date(start) if isinstance(start, dt.date) else _capitalize(start)


def say_eligibility(eligibility: Eligibility | None) -> str | None:
    """Like "Visa sponsored; …"."""
    if eligibility is None:
        return None
    visa = VISA_PHRASES[eligibility.visa] if eligibility.visa else None
    return "; ".join(part for part in (visa, eligibility.nationality, eligibility.note) if part) or None


def say_funding(funding: Funding | None) -> str | None:
    """Like "Wellcome Trust, programme, grant"."""
    if funding is None:
        return None
    return ", ".join(part for part in (funding.funder, funding.programme, funding.grant) if part) or None


def _say_amount(amount: Decimal | None, currency: str) -> str:
    """Whole, or with the decimals that the currency has."""
    assert amount is not None
    if amount == amount.to_integral_value():
        return f"{amount:,}"
    written = -int(amount.as_tuple().exponent)
    return f"{amount:,.{max(written, currencies()[currency].digits)}f}"


def _capitalize(text: str | None) -> str | None:
    return text[0].upper() + text[1:] if text else None
