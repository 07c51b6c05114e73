"""`board/index.json`: the open positions in columns, for the board's filters and search in the browser.

Every repeated word is stored once and named by its number (dictionary encoding), so that 6,500 open positions take
about 180 kB compressed. Its reader is `theme/assets/js/board/index.js`. It may change at any time, unlike
`jobs.json`, which is for everybody else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson

from jobboard.board import phrases
from jobboard.board.board import Board
from jobboard.board.phrases import RowWords
from jobboard.posting import Salary
from jobboard.site.browser.dictionary import Dictionary
from jobboard.site.browser.filters import CHOICES, FILTERS, Value, amount, name_country, regions
from jobboard.site.browser.names import SearchNames

INDEX_ADDRESS = "board/index.json"
DESCRIPTIONS_FOLDER = "pagefind"
"""Where `jobboard index` puts the full-text index of the descriptions."""
DESCRIPTIONS_ENTRY = f"{DESCRIPTIONS_FOLDER}/pagefind-entry.json"
"""What Pagefind loads first; a build leaves it empty, which says that there is no index yet."""

_EPOCH = dt.date(1970, 1, 1)
_FIRST = ord("0")
"""The character that stands for number 0 where each number is one character, for columns with several in a place."""
_MOST_VALUES = 50_000
"""Of one filter: there are no more such characters; what comes later cannot be chosen."""
_NOTHING_SAID = RowWords(organization="", where="", mode="", closing=phrases.ROLLING, since="", pay="")
"""Number 0 of each column of words, so that the browser can ask whether there is more to say."""


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
    jobs: dict[str, list[Any]] = {name: [] for name in ("slug", "title", "closes", "posted", "area", *RowWords._fields)}
    words = {name: Dictionary() for name in RowWords._fields}
    for name, text in zip(RowWords._fields, _NOTHING_SAID, strict=True):
        words[name].number(text)
    listed = [(narrowing.name, narrowing.values) for narrowing in FILTERS if narrowing.values]
    values = {name: Dictionary() for name, _ in listed}
    has: dict[str, list[str]] = {name: [] for name, _ in listed}
    days, pays, areas = Dictionary(), Dictionary(), Dictionary()
    days.number(_NOTHING_SAID.closing, "")
    pays.number(_NOTHING_SAID.pay, (0, ""))
    areas.number("")
    names = SearchNames(policy)
    for job in board.open:
        posting = job.posting
        names.add(posting)
        said = phrases.say_row(job, board.now)
        jobs["slug"].append(posting.slug)
        jobs["title"].append(posting.title)
        jobs["closes"].append(int(job.closes_at.timestamp()))
        jobs["posted"].append((posting.date - _EPOCH).days)
        jobs["area"].append(areas.number(_write(values["country"], map(name_country, posting.remote_from))))
        for name, text in zip(RowWords._fields, said, strict=True):
            jobs[name].append(words[name].number(text))
        if posting.deadline:
            days.number(said.closing, posting.deadline.day)
        if posting.salary and said.pay:
            pays.number(said.pay, _pay(posting.salary))
        for name, find in listed:
            has[name].append(_write(values[name], find(posting, policy)))
    for name, vocabulary in (("tag", policy.tags), ("position", policy.positions)):
        for slug, term in vocabulary.terms.items():  # also what no open position has, for addresses that ask for it
            values[name].number(slug, (slug, term.label))
    groups = list(dict.fromkeys(term.group for term in policy.tags.terms.values()))
    countries = values["country"]
    index = {
        "closing_soon": policy.closing_soon,
        "filters": [(each.name, each.heading, each.place) for each in FILTERS if each.place],
        "choices": CHOICES,
        "groups": groups,
        "tags": [
            (groups.index(policy.tags.terms[slug].group), board.facet("tags", slug) is not None)
            for slug, _ in values["tag"].entries
        ],
        "values": {name: dictionary.entries for name, dictionary in values.items()},
        "regions": [
            (*region, inside)
            for region, codes in regions(policy).items()
            if (inside := _write(countries, [value for code in codes if (value := name_country(code))[0] in countries]))
        ],
        "areas": areas.entries,
        "search": names.finish({name: dictionary.entries for name, dictionary in values.items()}),
        "words": {name: dictionary.entries for name, dictionary in words.items()},
        "days": days.entries,
        "pays": pays.entries,
        "pages": [(page.address, page.title, page.description) for page in pages],
        "jobs": jobs,
        "has": {name: " ".join(column) for name, column in has.items()},
    }
    return orjson.dumps(index) + b"\n"


def _write(dictionary: Dictionary, values: Iterable[Value]) -> str:
    """The numbers of *values*, one character each."""
    numbers = [dictionary.number(value[0], value) for value in values]
    return "".join([chr(_FIRST + number) for number in numbers if number < _MOST_VALUES])


def _pay(salary: Salary) -> tuple[float, str]:
    """The amount that the filter `pay` compares, and its currency and period."""
    return float(amount(salary) or 0), f"{salary.currency}-{salary.period}".lower()
