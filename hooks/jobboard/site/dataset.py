"""`jobs.json`: every published posting for programs, and the JSON Schema that documents it."""

from __future__ import annotations

import json
from decimal import Decimal
from operator import attrgetter
from typing import Any

import orjson

from jobboard.board.board import Board, Job
from jobboard.site.address import Site
from jobboard.site.texts import Texts

SCHEMA_NAME = "jobs.schema.json"

POSTING_FIELDS = (
    "slug", "title", "author", "organization", "via", "position", "date", "updated", "places", "work_mode",
    "remote_from", "remote_area", "employment", "contract", "career_stage", "start", "salary", "eligibility", "funding", "tags",
    "apply", "source", "summary", "status", "aliases", "language",
)  # fmt: skip
"""Parts of a posting that are published as they are."""
_posting_values = attrgetter(*POSTING_FIELDS)


def make_dataset(board: Board, site: Site, texts: Texts) -> bytes:
    """All published jobs, open ones first, a line for each; a fact that is not stated has no field."""
    head = {"$schema": site.absolute(SCHEMA_NAME), "title": site.title, "url": site.url, "as_of": board.now}
    listed = (*board.open, *board.closed)
    records = [_record(job, abstract, site) for job, abstract in zip(listed, texts.summaries(listed), strict=True)]
    jobs = b",\n".join(map(_write, records))
    return b"".join((_write(head)[:-1], b',"jobs":[\n', jobs, b"\n]}\n"))


def _record(job: Job, abstract: str, site: Site) -> dict[str, Any]:
    posting = job.posting
    record: dict[str, Any] = {
        "url": site.absolute(job.address),
        "state": job.state,
        "deadline": "rolling",
    }
    if posting.deadline:
        stated = posting.deadline
        record |= {"deadline": stated.day, "deadline_time": stated.time, "deadline_zone": stated.zone}
    record["closes_at"] = job.closes_at
    values = zip(POSTING_FIELDS, _posting_values(posting), strict=True)
    return (
        record | {name: value for name, value in values if value is not None and value != ()} | {"abstract": abstract}
    )


def _write(value: dict[str, Any]) -> bytes:
    return orjson.dumps(value, default=_plain, option=orjson.OPT_UTC_Z | orjson.OPT_OMIT_MICROSECONDS)


def _plain(value: Any) -> Any:
    """What JSON has for values that orjson does not know."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return {name: item for name, item in zip(value._fields, value, strict=True) if item is not None and item != ()}


def make_schema(site: Site) -> str:
    """The JSON Schema (2020-12) of `jobs.json`; fields are only ever added."""
    text = {"type": "string"}
    day = {"type": "string", "format": "date"}
    instant = {"type": "string", "format": "date-time"}
    link = {"type": "string", "format": "uri"}
    texts = {"type": "array", "items": text}
    number = {"type": "number", "exclusiveMinimum": 0}
    country = {"type": "string", "pattern": "^[A-Z]{2}$"}
    party = _object({"name": text, "unit": text, "url": link, "ror": link}, ["name"])
    described = {
        "url": {**link, "description": "Permanent address of the job's page."},
        "state": {"enum": ["open", "closing-soon", "closed"], "description": "As of `as_of`."},
        "slug": text,
        "title": text,
        "author": text,
        "organization": party,
        "via": {**party, "description": "Recruiter who advertises for the employer."},
        "position": text,
        "date": {**day, "description": "Day of the announcement."},
        "updated": day,
        "deadline": {
            "anyOf": [day, {"const": "rolling"}],
            "description": "Last day for applications as stated, in `deadline_zone`.",
        },
        "deadline_time": {
            "type": "string",
            "format": "time",
            "description": "Of that day as stated; 23:59:59 when only a day is.",
        },
        "deadline_zone": {**text, "description": "IANA name, `AoE` (UTC-12) or an offset such as `UTC+02:00`."},
        "closes_at": {
            **instant,
            "description": "Last instant at which the job is open: its deadline, or for `rolling` the end of its listing.",
        },
        "places": {"type": "array", "items": _object({"city": text, "region": text, "country": country}, ["country"])},
        "work_mode": {"enum": ["on-site", "hybrid", "remote"]},
        "remote_from": {"type": "array", "items": country, "description": "Countries one may live in."},
        "remote_area": {**text, "description": "Those countries as people say them, such as `Europe`."},
        "employment": texts,
        "contract": _object({"type": text, "duration_months": {"type": "integer"}, "fte": number}),
        "career_stage": {"type": "array", "items": {"enum": ["r1", "r2", "r3", "r4"]}, "description": "EURAXESS."},
        "start": {**text, "description": "A date, or the author's words."},
        "salary": _object(
            {
                "min": number,
                "max": number,
                "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
                "period": {"enum": ["hour", "day", "week", "month", "year"]},
                "scale": text,
                "text": text,
            }
        ),
        "eligibility": _object({"visa": text, "nationality": text, "note": text}),
        "funding": _object({"funder": text, "programme": text, "grant": text}),
        "tags": texts,
        "apply": _object(
            {"url": link, "email": text, "subject": text, "reference": text, "materials": texts, "letters": text}
        ),
        "source": _object({"url": link, "retrieved": day, "verified": day}, ["url"]),
        "summary": {**text, "description": "In the author's words."},
        "abstract": {**text, "description": "`summary`, else the beginning of the text; at most 300 characters."},
        "status": {"enum": ["open", "filled", "withdrawn", "closed"], "description": "As the author set it."},
        "aliases": {"type": "array", "items": text, "description": "Slugs of addresses that lead to this job."},
        "language": {**text, "description": "BCP 47."},
    }
    required = ["url", "state", "slug", "title", "author", "organization", "position", "date", "deadline", "closes_at"]
    job = _object(described, [*required, "tags", "apply", "status", "language"])
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": site.absolute(SCHEMA_NAME),
        "title": f"Jobs of {site.title}",
        "description": "Every published job. What is not stated has no field; fields are only ever added.",
        **_object(
            {"$schema": link, "title": text, "url": link, "as_of": instant, "jobs": {"type": "array", "items": job}},
            ["title", "url", "as_of", "jobs"],
        ),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(properties: dict[str, Any], required: list[str] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}
