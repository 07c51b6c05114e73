"""The board's filters: their names in addresses, what they are called, and which values a posting has.

This is the one table of them. `board/index.json` brings it to the board's panel, `board/feeds.json` to the feed finder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from jobboard.board import phrases
from jobboard.board.board import MODE_LABELS
from jobboard.policy import Policy
from jobboard.posting import Posting, Salary
from jobboard.source.addresses import organization_slug, slugify
from jobboard.standards.continents import CONTINENTS
from jobboard.standards.tables import countries

STAGE_LABELS = {
    "r1": "First stage (R1)",
    "r2": "Recognised (R2)",
    "r3": "Established (R3)",
    "r4": "Leading (R4)",
}


Value: TypeAlias = tuple[str, str]
"""One value of a filter: what stands for it in addresses, and its label."""


class Filter(NamedTuple):
    """One way to narrow the board."""

    name: str
    """Its parameter in the address of a selection."""
    heading: str
    """Stands over its choices; empty for what is no choice."""
    one: str
    """What it is called in a sentence, such as "No feed can be narrowed by the deadline"."""
    several: str = ""
    """The plural, where its values have feeds."""
    kind: str | None = None
    """The kind of facet that its values are; only those have pages and feeds."""
    place: int | None = None
    """Its place in the board's panel, from the top; None for a filter that is not there."""
    values: Callable[[Posting, Policy], Iterable[Value]] | None = None
    """The values that a posting has; None for a filter that is not chosen by values on the board."""


def _tags(posting: Posting, policy: Policy) -> list[Value]:
    return [(tag, policy.tags.label(tag)) for tag in posting.tags]


def _position(posting: Posting, policy: Policy) -> list[Value]:
    return [(posting.position, policy.positions.label(posting.position))]


def _stages(posting: Posting, policy: Policy) -> list[Value]:
    stages = posting.career_stage or policy.positions.terms[posting.position].stage
    return [(stage, STAGE_LABELS[stage]) for stage in stages]


def _countries(posting: Posting, _: Policy) -> list[Value]:
    return list(map(name_country, dict.fromkeys(place.country for place in posting.places)))


def _mode(posting: Posting, _: Policy) -> list[Value]:
    mode = posting.work_mode
    return [(mode, MODE_LABELS[mode])] if mode else []


def _employment(posting: Posting, _: Policy) -> list[Value]:
    return [(word, word.replace("-", " ").capitalize()) for word in posting.employment]


def _contract(posting: Posting, _: Policy) -> list[Value]:
    type_ = posting.contract.type if posting.contract else None
    return [(type_, phrases.CONTRACT_TYPES[type_].capitalize())] if type_ else []


def _salary(posting: Posting, _: Policy) -> list[Value]:
    return [("stated", "Pay stated")] if posting.salary and amount(posting.salary) is not None else []


def _visa(posting: Posting, _: Policy) -> list[Value]:
    visa = posting.eligibility.visa if posting.eligibility else None
    return [(visa, phrases.VISA_PHRASES[visa])] if visa else []


def _organization(posting: Posting, _: Policy) -> list[Value]:
    name = posting.organization.name
    return [(organization_slug(name), name)]


def _language(posting: Posting, _: Policy) -> list[Value]:
    return [(posting.language, posting.language)]  # whose name the browser knows


FILTERS = (
    Filter("q", "", "the words you searched for"),
    Filter("tag", "Field", "field", "fields", kind="tags", place=6, values=_tags),
    Filter("position", "Kind of position", "kind of position", "kinds of position", kind="positions", place=1, values=_position),
    Filter("stage", "Career stage", "career stage", place=5, values=_stages),
    Filter("region", "Region", "region", place=2),
    Filter("country", "Country", "country", "countries", kind="places", place=3, values=_countries),
    Filter("based", "", "where the work is based"),
    Filter("mode", "Work mode", "work mode", "work modes", kind="modes", place=4, values=_mode),
    Filter("employment", "Employment", "employment", place=7, values=_employment),
    Filter("contract", "Contract", "contract", place=8, values=_contract),
    Filter("salary", "Pay", "whether pay is stated", place=9, values=_salary),
    Filter("pay", "Pay from", "what is paid", place=10),
    Filter("deadline", "Deadline", "the deadline", place=14),
    Filter("announced", "Announced", "the day of announcement", place=15),
    Filter("visa", "Visa", "visa", place=11, values=_visa),
    Filter("organization", "Organization", "organization", "organizations", kind="organizations", place=12, values=_organization),
    Filter("language", "Language of the text", "language of the text", place=13, values=_language),
)  # fmt: skip
"""In the order of their parameters in an address, and of the chips on the board."""

PARAMETERS = {each.kind: each.name for each in FILTERS if each.kind}
"""Of the filters whose values have pages, by their kind of facet."""

CHOICES = {
    "deadline": (
        ("", "any"), ("7", "within 7 days"), ("14", "within 2 weeks"), ("30", "within a month"),
        ("90", "within 3 months"), ("none", "no fixed deadline"),
    ),
    "announced": (
        ("", "any time"), ("1", "in the last 24 hours"), ("3", "in the last 3 days"), ("7", "in the last week"),
        ("30", "in the last month"),
    ),
    "based": (("", "in it, or remote from it"), ("in", "in it"), ("remote", "remote from it")),
}  # fmt: skip
"""Of the filters that take one choice: what stands for each in an address, and what it is called."""


def amount(salary: Salary) -> Decimal | None:
    """The most that is paid for each period; None where no amount, or no currency, is stated."""
    stated = salary.min if salary.max is None else salary.max
    return stated if salary.currency else None


def name_country(code: str) -> Value:
    """The value that stands for a country."""
    country = countries()[code]
    return country.slug, country.name


def regions(policy: Policy) -> dict[Value, tuple[str, ...]]:
    """The values of the filter `region` with the codes of their countries: continents, and what `board.yml` names.

    Where `board.yml` names a continent, its countries count.
    """
    named = sorted((CONTINENTS | dict(policy.regions)).items())
    return {(slugify(name) or name, name): codes for name, codes in named}
