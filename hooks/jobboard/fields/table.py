"""The fields of a posting: the one table from which reading, the guide and the schemas come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from jobboard.fields import conditions, dates, deadlines, links, money, places, words, zones
from jobboard.fields.reading import MAX_CHARACTERS, MAX_NAME_CHARACTERS, PostingReading, find_excess
from jobboard.source.nodes import Node

_WITH_OWN_LIMITS = ("title", "summary")
"""Fields that say themselves how long their text may be."""
NAMES = ("author", "organization", "via", "location")
"""Fields that lists and feeds show beside the title."""


class Field(NamedTuple):
    """One field an author may fill in."""

    name: str
    read: Callable[[Node, str, PostingReading], Any]
    """Its typed value, or None after reporting what is wrong."""
    example: str
    """What could stand behind `name: `."""
    meaning: str
    """One sentence for the guide."""
    is_required: bool = False

    def value_of(self, node: Node, reading: PostingReading) -> Any:
        """What `read` makes of a value, in which no text is longer than anybody would read."""
        most = MAX_NAME_CHARACTERS if self.name in NAMES else MAX_CHARACTERS
        if self.name not in _WITH_OWN_LIMITS and (excess := find_excess(node, most)):
            reading.report_excess(excess, self.name, most)
            return None
        return self.read(node, self.name, reading)


def _text(node: Node, name: str, reading: PostingReading) -> str | None:
    return reading.text(node, name)


def _choice(choices: tuple[str, ...], synonyms: dict[str, str] | None = None) -> Callable[..., str | None]:
    return lambda node, name, reading: reading.choice(node, name, choices, synonyms)


def _choices(choices: tuple[str, ...]) -> Callable[..., tuple[str, ...]]:
    return lambda node, name, reading: reading.several(node, name, lambda n, f: reading.choice(n, f, choices))


def _aliases(node: Node, name: str, reading: PostingReading) -> tuple[str, ...]:
    return reading.several(node, name, lambda n, f: words.read_alias(n, f, reading))


def _deadline(node: Node, name: str, reading: PostingReading) -> Any:
    return deadlines.read_deadline(node, name, reading.timezone, reading)


FIELDS: tuple[Field, ...] = (
    Field(
        name="title", read=words.read_title, is_required=True,
        example="Postdoc in machine learning for wearables",
        meaning="The job's title, up to 120 characters, without employer, place or date.",
    ),
    Field(
        name="author", read=_text, is_required=True,
        example="Ada Lovelace",
        meaning="The person or group behind the posting.",
    ),
    Field(
        name="organization", read=conditions.read_organization, is_required=True,
        example="Northbridge University",
        meaning="The employer: a name, or `{name, unit, url, ror}`. A recruiter goes into `via`.",
    ),
    Field(
        name="via", read=conditions.read_organization,
        example="{name: BioTalent, url: https://example.org/}",
        meaning="The recruiter or agency that advertises for the employer: a name, or `{name, url}`.",
    ),
    Field(
        name="position", read=words.read_position, is_required=True,
        example="postdoc",
        meaning="The kind of position, from the list in `board.yml`.",
    ),
    Field(
        name="date", read=dates.read_date, is_required=True,
        example="2026-11-20",
        meaning="The day it is announced here; in the future, the posting waits until then (00:00 UTC).",
    ),
    Field(
        name="updated", read=dates.read_date,
        example="2026-11-25",
        meaning="The day of the last change that readers should notice.",
    ),
    Field(
        name="timezone", read=zones.read_zone,
        example="Europe/London",
        meaning="The zone in which the deadline's day ends: an IANA name, an offset such as `UTC+1`, or `AoE` for anywhere on earth.",
    ),
    Field(
        name="deadline", read=_deadline, is_required=True,
        example="2026-12-31",
        meaning="The last day (or day and time) for applications, or `rolling` when there is none.",
    ),
    Field(
        name="listed_until", read=dates.read_date,
        example="2027-02-28",
        meaning="For `rolling`: the last day the posting is listed as open.",
    ),
    Field(
        name="location", read=places.read_location,
        example='"Edinburgh, United Kingdom"',
        meaning='"City, Region, Country", or `{city, region, country}` with an ISO 3166 code; a list for several places; required unless the work is remote.',
    ),
    Field(
        name="work_mode", read=_choice(words.WORK_MODES, words.WORK_MODE_SYNONYMS),
        example="hybrid",
        meaning="`on-site`, `hybrid` or `remote`.",
    ),
    Field(
        name="remote_from", read=places.read_remote_from,
        example="[GB, IE]",
        meaning="For remote work: the countries (ISO 3166 codes or names) or regions of `board.yml` one may live in.",
    ),
    Field(
        name="employment", read=_choices(words.EMPLOYMENT),
        example="[full-time]",
        meaning="One or several of `full-time`, `part-time`, `contractor`, `temporary`, `intern`, `volunteer`, `per-diem`, `other`.",
    ),
    Field(
        name="contract", read=conditions.read_contract,
        example="{type: fixed-term, duration_months: 24}",
        meaning="`{type, duration_months, fte}`; the type is `permanent`, `fixed-term`, `tenure-track`, `casual` or `stipend`.",
    ),
    Field(
        name="career_stage", read=_choices(words.STAGES),
        example="[r2]",
        meaning="EURAXESS stages `r1` (first stage) to `r4` (leading); derived from `position` for filters when not given.",
    ),
    Field(
        name="start", read=dates.read_start,
        example="as soon as possible",
        meaning="The first day of work, as a date or in words.",
    ),
    Field(
        name="salary", read=money.read_salary,
        example="{min: 45000, max: 52000, currency: EUR, period: year}",
        meaning="`{min, max, currency, period, scale, text}`: amounts with an ISO 4217 currency for each `hour`, `day`, `week`, `month` or `year`; a pay scale; or words.",
    ),
    Field(
        name="eligibility", read=conditions.read_eligibility,
        example="{visa: sponsored}",
        meaning="`{visa, nationality, note}`; visa is `sponsored` or `not-sponsored`.",
    ),
    Field(
        name="funding", read=conditions.read_funding,
        example="{funder: Wellcome Trust}",
        meaning="`{funder, programme, grant}`.",
    ),
    Field(
        name="tags", read=words.read_tags, is_required=True,
        example="[deep-learning, wearables]",
        meaning="One to eight tags from `board.yml`.",
    ),
    Field(
        name="apply", read=links.read_application, is_required=True,
        example="https://example.org/jobs/42",
        meaning="The web or e-mail address for applications, or `{url, email, reference, materials, letters}`.",
    ),
    Field(
        name="contact", read=links.read_contact,
        example="{name: Grace Hopper, email: grace.hopper@example.org}",
        meaning="Whom to ask about the position, not where to apply: `{name, email, url}`.",
    ),
    Field(
        name="source", read=links.read_origin,
        example="{url: https://example.org/jobs/42, retrieved: 2026-11-19}",
        meaning="Where the position was found: an address, or `{url, retrieved, verified}`.",
    ),
    Field(
        name="summary", read=words.read_summary,
        example="Two years on sleep and heart data from wearables.",
        meaning="One or two sentences, up to 300 characters; else the first paragraph is used.",
    ),
    Field(
        name="draft", read=words.read_draft,
        example="false",
        meaning="`true` holds the posting back, `false` publishes it.",
    ),
    Field(
        name="status", read=_choice(words.STATUSES),
        example="open",
        meaning="`open`, or `filled`, `withdrawn` or `closed` when it ended before its deadline.",
    ),
    Field(
        name="aliases", read=_aliases,
        example="[old-name-of-this-file]",
        meaning="Old addresses (the last part of each) that lead here.",
    ),
    Field(
        name="not_duplicate_of", read=_aliases,
        example="[northbridge-postdoc-imaging]",
        meaning="Addresses (the last part of each) of positions that look alike and are others.",
    ),
    Field(
        name="language", read=words.read_language,
        example="en",
        meaning="The language of the text as a code such as `en` or `de`; the board's when not given.",
    ),
)  # fmt: skip
"""All fields, in the order in which a posting reads best."""

FIELDS_BY_NAME = {field.name: field for field in FIELDS}

TEXTS = frozenset({
    "title", "author", "organization", "organization.name", "organization.unit", "via", "via.name", "via.unit", "start", "salary",
    "salary.scale", "salary.text", "eligibility", "eligibility.nationality", "eligibility.note", "funding", "funding.funder",
    "funding.programme", "funding.grant", "apply.reference", "apply.materials", "apply.letters", "summary",
})  # fmt: skip
"""Fields, and parts of fields, that are published in the words in which they are written."""

FOREIGN_NAMES = {
    "authors": "author", "email": "apply", "url": "apply", "link": "apply", "apply_url": "apply",
    "external_url": "apply", "how_to_apply": "apply", "categories": "tags", "category": "tags", "keywords": "tags",
    "topics": "tags", "expires": "deadline", "expiry": "deadline", "expirydate": "deadline", "closes": "deadline",
    "closing": "deadline", "closing_date": "deadline", "closingdate": "deadline", "due": "deadline",
    "valid_through": "deadline", "employer": "organization", "company": "organization",
    "institution": "organization", "institute": "organization", "university": "organization",
    "organisation": "organization", "affiliation": "organization", "job_title": "title", "name": "title",
    "type": "position", "job_type": "position", "kind": "position", "role": "position", "level": "position",
    "locations": "location", "place": "location", "city": "location", "country": "location", "remote": "work_mode",
    "published": "date", "posted": "date", "publishdate": "date", "date_posted": "date", "lastmod": "updated",
    "modified": "updated", "description": "summary", "abstract": "summary", "excerpt": "summary", "pay": "salary",
    "salaries": "salary",
    "compensation": "salary", "wage": "salary", "duration": "contract", "term": "contract", "lang": "language",
    "visa": "eligibility", "funder": "funding", "recruiter": "via", "agency": "via", "starts": "start",
    "start_date": "start", "employment_type": "employment", "hours": "employment", "tz": "timezone",
    "auteur": "author", "schlagwörter": "tags", "stichwörter": "tags", "etiquetas": "tags",
}  # fmt: skip
"""What other sites call a field (Hugo, Jekyll, JobPosting JSON-LD, university forms), in lower case with `_`."""
