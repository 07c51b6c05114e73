"""What a table of one language holds, and the closed sets of words that its parts are sorted by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

PERIODS = ("hour", "day", "week", "month", "year")
"""For which pay is stated."""
EMPLOYMENT = ("full-time", "part-time", "contractor", "temporary", "intern", "volunteer", "per-diem", "other")
"""Google's employmentType values in kebab-case."""
CONTRACT_TYPES = ("permanent", "fixed-term", "tenure-track", "casual", "stipend")
WORK_MODES = ("on-site", "hybrid", "remote")


class Language(NamedTuple):
    """The words of one language, in lower case.

    Alternatives are parted by `|`. In a wording, `~` stands for the rest of a word, and ` … ` for up to eight words.
    """

    code: str
    """BCP 47."""
    name: str
    """In English."""
    common: str
    """The most frequent little words, by which a text's language is told; parted by spaces."""
    months: tuple[str, ...]
    """Twelve, each with its abbreviations."""
    numbers: Mapping[str, int]
    """What stands for a number of months or years."""
    units: Mapping[str, str]
    """`year`, `month`, `week`: in every form."""
    labels: Mapping[str, str]
    """What a line that states a field begins with, by field of the field table.

    Parts of fields have names of their own: `unit`, `reference`, `email`, `city`, `country`, `duration`, `apply by`.
    """
    kinds: Mapping[str, str]
    """Words for kinds of position, by the name that a board is likely to have; the telling ones first."""
    employment: Mapping[str, str]
    """By `EMPLOYMENT`."""
    contracts: Mapping[str, str]
    """By `CONTRACT_TYPES`."""
    periods: Mapping[str, str]
    """By `PERIODS`."""
    work_modes: Mapping[str, str]
    """By `WORK_MODES`, where a line is about them."""
    materials: Mapping[str, str]
    """What applicants are asked for, by its English name."""
    cues: Mapping[str, str]
    """Wordings that tell what a sentence is about, by the names in `CUES`."""


CUES = (
    "closing", "by", "closing behind", "rolling", "early", "review", "event", "letters", "start", "soon", "apply", "ask", "not apply",
    "seek", "experience", "extension", "gross", "net", "at most", "at least", "funded by", "based in", "lasts",
    "profile", "hybrid", "remote", "on-site", "elsewhere",
)  # fmt: skip
"""What wordings are about.

- closing: the day behind it is the last one for applications; closing behind: the day before it is.
- by: leads to a last day of whatever the sentence is about.
- rolling: there is no last day; early: a day until which applications are preferred; review: the day when reading begins.
- event: a day of something else; letters: what others than the applicant send; start: the first day of work; soon: as early as possible.
- apply: how to apply; ask: whom to ask; not apply: where not to apply; seek: what is looked for.
- experience: a length of experience; extension: a length by which a contract may grow; lasts: a length of the contract.
- gross, net: of pay; at most, at least: before an amount.
- profile: headings of what is asked of applicants.
- hybrid, remote, on-site: where the position is worked at; elsewhere: a place or institution is a partner's, not the employer's.
- funded by: the funder follows; based in: the place follows.
"""
