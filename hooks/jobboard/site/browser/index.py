"""`board/index.json`: the open positions in columns, for the board's filters and search in the browser.

Every repeated word is stored once and named by its number (dictionary encoding), so that 5,800 open positions
take about 200 kB compressed. Its reader is `theme/assets/js/board/engine.js`; it may change at any time, unlike
`jobs.json`, which is for everybody else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import orjson

from jobboard.board import phrases
from jobboard.board.board import MODE_LABELS, Board, Job
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.standards.tables import countries

INDEX_ADDRESS = "board/index.json"
DESCRIPTIONS_FOLDER = "pagefind"
"""Where `jobboard index` puts the full-text index of the descriptions."""
DESCRIPTIONS_ENTRY = f"{DESCRIPTIONS_FOLDER}/pagefind-entry.json"
"""What Pagefind loads first; a build leaves it empty, which says that there is no index yet."""

STAGE_LABELS = {
    "r1": "First stage (R1)",
    "r2": "Recognised (R2)",
    "r3": "Established (R3)",
    "r4": "Leading (R4)",
}
VISA_LABELS = {"sponsored": "Visa sponsored", "not-sponsored": "No visa sponsorship"}


class Dictionary:
    """Numbers words in the order of their first use."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.entries: list[Any] = []

    def number(self, key: str, entry: Any = None) -> int:
        """The number of *key*; *entry* is what the browser is told about it."""
        if key not in self._numbers:
            self._numbers[key] = len(self.entries)
            self.entries.append(key if entry is None else entry)
        return self._numbers[key]


class FoundPage(NamedTuple):
    """A page written by hand, as the search finds it."""

    address: str
    """Below the site's root."""
    title: str
    description: str = ""
    is_listed: bool = True
    """Whether search engines should know it."""


def make_index(board: Board, pages: Iterable[FoundPage]) -> bytes:
    """The index of *board*, and of *pages* written by hand."""
    policy = board.policy
    groups = list(dict.fromkeys(term.group for term in policy.tags.terms.values()))
    values = {name: Dictionary() for name in _GROUPS}
    words = {name: Dictionary() for name in ("organization", "where", "closing", "pay")}
    for name in ("closing", "pay"):
        words[name].number("")  # number 0 is "none"
    columns: dict[str, list[Any]] = {name: [] for name in (*_COLUMNS, *_GROUPS, *words)}
    epoch = dt.date(1970, 1, 1)
    for job in board.open:
        posting = job.posting
        columns["slug"].append(posting.slug)
        columns["title"].append(posting.title)
        columns["closes"].append(int(job.closes_at.timestamp()))
        columns["posted"].append((posting.date - epoch).days)
        for name, text in _row_words(job, board.now):
            columns[name].append(words[name].number(text))
        for name, entries in _facets(posting, policy, groups):
            numbers = [values[name].number(entry[0], entry) for entry in entries]
            columns[name].append(numbers)
    index = {
        "version": 1,
        "closing_soon": policy.closing_soon,
        "groups": groups,
        "values": {name: dictionary.entries for name, dictionary in values.items()},
        "words": {name: dictionary.entries for name, dictionary in words.items()},
        "pages": [(page.address, page.title, page.description) for page in pages],
        "jobs": columns,
    }
    return orjson.dumps(index) + b"\n"


_COLUMNS = ("slug", "title", "closes", "posted")
_GROUPS = ("tag", "position", "stage", "country", "mode", "employment", "contract", "salary", "visa")


def _row_words(job: Job, now: dt.datetime) -> list[tuple[str, str]]:
    """What a row of the list says, as `theme/board/row.html` does."""
    posting = job.posting
    return [
        ("organization", posting.organization.name),
        ("where", phrases.say_short_where(posting)),
        ("closing", phrases.say_closing(job, now) if posting.deadline else ""),
        ("pay", (phrases.say_pay(posting.salary) if posting.salary else None) or ""),
    ]


def _facets(posting: Posting, policy: Policy, groups: Sequence[str]) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """For each filter, the values a posting has: slug and label (and a tag's group)."""
    tags = [policy.tags.terms[tag] for tag in posting.tags]
    position = policy.positions.terms[posting.position]
    nations = [countries()[code] for code in dict.fromkeys(place.country for place in posting.places)]
    mode, contract = posting.work_mode, posting.contract.type if posting.contract else None
    visa = posting.eligibility.visa if posting.eligibility else None
    return [
        ("tag", [(term.name, term.label, groups.index(term.group)) for term in tags]),
        ("position", [(position.name, position.label)]),
        ("stage", [(stage, STAGE_LABELS[stage]) for stage in posting.career_stage or position.stage]),
        ("country", [(country.slug, country.name) for country in nations]),
        ("mode", [(mode, MODE_LABELS[mode])] if mode else []),
        ("employment", [(word, _label(word)) for word in posting.employment]),
        ("contract", [(contract, _label(contract))] if contract else []),
        ("salary", [("stated", "Pay stated")] if posting.salary else []),
        ("visa", [(visa, VISA_LABELS[visa])] if visa else []),
    ]


def _label(word: str) -> str:
    return word.replace("-", " ").capitalize()
