"""JobPosting JSON-LD by Google's rules.

https://developers.google.com/search/docs/appearance/structured-data/job-posting

Only for open jobs, only facts that the page shows, nothing guessed; None when a required fact is unknown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import orjson

from jobboard.board.board import Job
from jobboard.posting import Place, Salary
from jobboard.standards.zones import find_zone
from jobboard.wording.markdown import make_links_whole

_IS_NET = re.compile(r"\bnet\b", re.IGNORECASE)
"""Of pay in words: what is left after tax is no `baseSalary`."""
_LESS_THAN = re.compile(b"<(?!/?(?:p|h[2-6]|ul|ol|li|em|strong)>)")
"""All but the tags that every text consists of, which begin no comment and no script and end none."""


def job_posting(job: Job, body: str, url: str) -> dict[str, Any] | None:
    """The JobPosting of an open job with its rendered *body*, published at *url*."""
    posting = job.posting
    is_remote = posting.work_mode == "remote"  # hybrid is not TELECOMMUTE
    if not job.is_open or not (posting.places or (is_remote and posting.remote_from)):
        return None  # Google requires a place, or the countries a remote position may be done from
    employer = posting.organization
    organization = {"@type": "Organization", "name": employer.name, "sameAs": employer.url or employer.ror}
    fields: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": posting.title,
        "description": make_links_whole(body, url).replace(">\n<", "><"),
        "datePosted": posting.date.isoformat(),
        "validThrough": valid_through(job),
        "url": url,
        "identifier": {"@type": "PropertyValue", "name": employer.name, "value": posting.slug},
        "hiringOrganization": _stated(organization),
        "employmentType": [word.upper().replace("-", "_") for word in posting.employment],
        "jobLocation": [_place(place) for place in posting.places],
        "baseSalary": _salary(posting.salary),
    }
    if is_remote:
        fields["jobLocationType"] = "TELECOMMUTE"
        countries = posting.remote_from or tuple(dict.fromkeys(place.country for place in posting.places))
        fields["applicantLocationRequirements"] = [{"@type": "Country", "name": code} for code in countries]
    if isinstance(posting.start, dt.date):
        fields["jobStartDate"] = posting.start.isoformat()
    return _stated(fields)


def web_page(job: Job, url: str, crumbs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The page of a job at *url*: when it changed, and the pages above it, as (name, whole address) from the top."""
    trail = [*crumbs, (job.posting.title, url)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return {
        "@context": "https://schema.org/",
        "@type": "WebPage",
        "url": url,
        "dateModified": job.changed.isoformat(),
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": items},
    }


def valid_through(job: Job) -> str:
    """The last instant at which the job is open, in the posting's own zone."""
    zone = find_zone(job.posting.deadline.zone if job.posting.deadline else job.posting.timezone)
    return (job.closes_at.astimezone(zone) if zone else job.closes_at).isoformat()


def script(data: dict[str, Any]) -> bytes:
    """*data* as a `<script>` element that no text in it can leave."""
    text = _LESS_THAN.sub(rb"\\u003c", orjson.dumps(data))
    return b'<script type="application/ld+json">%b</script>' % text


def _place(place: Place) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "addressLocality": place.city,
        "addressRegion": place.region,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": _stated(address)}


def _salary(salary: Salary | None) -> dict[str, Any] | None:
    if salary is None or salary.currency is None or salary.period is None:
        return None
    low, high = salary.min, salary.max
    if salary.text and _IS_NET.search(salary.text):
        return None
    if low is None:  # "up to" has no counterpart that is not a guess
        return None
    amounts: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": salary.period.upper()}
    if high == low:
        amounts["value"] = float(low)
    else:
        amounts |= _stated({"minValue": float(low), "maxValue": float(high) if high else None})
    return {"@type": "MonetaryAmount", "currency": salary.currency, "value": amounts}


def _stated(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}
