"""What a board decides for itself: the typed content of `board.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from jobboard.vocabulary import Vocabulary

STOP, QUARANTINE = "stop", "quarantine"
OPTIONAL, RECOMMENDED, REQUIRED = "optional", "recommended", "required"
ALLOWED, FORBIDDEN = "allowed", "forbidden"

FACET_KINDS = ("tags", "positions", "places", "modes", "organizations")
"""Ways to divide the board; each is the first part of an address."""


class Policy(NamedTuple):
    """A board's policy and vocabulary."""

    title: str
    description: str
    url: str
    """Where the board is published, with `/` at the end."""
    positions: Vocabulary
    tags: Vocabulary
    repository: str | None = None
    """Web address of the git repository, for edit links."""
    branch: str = "main"
    language: str = "en"
    """BCP 47."""

    timezone: str = "AoE"
    """For deadlines that are only a date."""
    life: int = 60
    """Days a rolling position stays listed."""
    closing_soon: int = 7
    """Days before the deadline."""

    feed_items: int = 25
    page_items: int = 100
    pages: Mapping[str, int] = MappingProxyType(dict.fromkeys(FACET_KINDS, 1))
    """For each kind of facet, the postings a value needs for a page of its own."""
    on_error: str = STOP
    """`STOP` or `QUARANTINE`."""

    salary: str = OPTIONAL
    """Whether a posting states what is paid: `OPTIONAL`, `RECOMMENDED` or `REQUIRED`."""
    unpaid: str = ALLOWED
    """Whether unpaid positions are listed: `ALLOWED` or `FORBIDDEN`."""
    languages: tuple[str, ...] = ()
    """BCP 47, of the texts that are welcome; () for all."""

    source: str = ""
    """The text it was read from: equal texts are equal policies."""
    regions: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Parts of the world by name, as ISO 3166-1 codes."""
