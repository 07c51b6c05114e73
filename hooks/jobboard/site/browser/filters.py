"""The board's filters: their names in addresses, what they are called, and which values a posting has.

This is the one table of them. `board/index.json` brings it to the board's panel, `board/feeds.json` to the feed finder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from jobboard.board import phrases
from jobboard.board.board import MODE_LABELS
from jobboard.policy import Policy
from jobboard.posting import Posting
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
    nations = [countries()[code] for code in dict.fromkeys(place.country for place in posting.places)]
    return [(country.slug, country.name) for country in nations]


def _mode(posting: Posting, _: Policy) -> list[Value]:
    mode = posting.work_mode
    return [(mode, MODE_LABELS[mode])] if mode else []


def _employment(posting: Posting, _: Policy) -> list[Value]:
    return [(word, word.replace("-", " ").capitalize()) for word in posting.employment]


def _contract(posting: Posting, _: Policy) -> list[Value]:
    type_ = posting.contract.type if posting.contract else None
    return [(type_, phrases.CONTRACT_TYPES[type_].capitalize())] if type_ else []


def _salary(posting: Posting, _: Policy) -> list[Value]:
    return [("stated", "Pay stated")] if posting.salary else []


def _visa(posting: Posting, _: Policy) -> list[Value]:
    visa = posting.eligibility.visa if posting.eligibility else None
    return [(visa, phrases.VISA_PHRASES[visa])] if visa else []


FILTERS = (
    Filter("q", "", "the words you searched for"),
    Filter("tag", "Field", "field", "fields", kind="tags", place=5, values=_tags),
    Filter("position", "Kind of position", "kind of position", "kinds of position", kind="positions", place=1, values=_position),
    Filter("stage", "Career stage", "career stage", place=4, values=_stages),
    Filter("country", "Country", "country", "countries", kind="places", place=2, values=_countries),
    Filter("mode", "Work mode", "work mode", "work modes", kind="modes", place=3, values=_mode),
    Filter("employment", "Employment", "employment", place=6, values=_employment),
    Filter("contract", "Contract", "contract", place=7, values=_contract),
    Filter("salary", "Pay", "pay", place=8, values=_salary),
    Filter("deadline", "Deadline within", "the deadline", place=10),
    Filter("visa", "Visa", "visa", place=9, values=_visa),
    Filter("organization", "Organization", "organization", "organizations", kind="organizations"),
)  # fmt: skip
"""In the order of their parameters in an address, and of the chips on the board."""

DEADLINES = ((0, "any time"), (7, "7 days"), (14, "2 weeks"), (30, "a month"), (90, "3 months"))
"""The choices of the filter `deadline`: a number of days, and what it is called."""
