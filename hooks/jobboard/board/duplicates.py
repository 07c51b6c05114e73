"""Postings that may be the same position, posted twice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from rapidfuzz import fuzz

from jobboard.board.heads import mark_field, read_head
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import POSSIBLE_DUPLICATE
from jobboard.posting import Posting
from jobboard.source.source_text import show
from jobboard.standards.english import cut
from jobboard.standards.tracking import names_no_page

ALIKE = 92
"""Per cent of two titles that agree when they name one position (rapidfuzz's ratio)."""
APART = dt.timedelta(days=180)
"""Between two announcements after which the second is a new call, as of a yearly programme."""
NEAR = dt.timedelta(days=14)
"""After a deadline, in which the position may well be announced once more."""
_COMPARED = 4
"""Neighbours in the order of titles, from the front and from the back, that a title is compared with."""
_TITLES = 3
"""Different titles from which on a link is that of a page with many positions."""

_WORDS_OF_A_TITLE = 4
"""Between hyphens, in the last part of an address."""
_NUMBER = re.compile(r"\d{3,}|[?&]\w*id=\w|(?<=/)\d+(?=/|$)")
_ROUTE = re.compile(r"!?/|.*\d{3}")
"""A fragment by which a page shows one position or another."""

_GENERIC = re.compile(
    r"(?i)(?:careers?|jobs?|vacanc(?:y|ies)|openings?|positions?|opportunities|apply|applications?|join(?:-?us)?|work-with-us"
    r"|hiring|recruitment|employment|stellen(?:angebote)?|(?:offene-)?stellen|karriere|emplois?|empleo|lavoro|vacatures|(?:job-?)?search"
    r"|job-?(?:list|openings|portal|board|offers)|(?:current|open)-(?:openings|positions|vacancies|jobs)|listings?|overview|results|all|portal|login|about|contact|people|index|home|en|de|fr)"
    r"(?:\.\w{2,5})?"
)


def find_duplicates(postings: Sequence[Posting], root: Path, now: dt.datetime | None = None) -> list[Diagnostic]:
    """Postings that seem to be about a position that an earlier one is about; *root* is the folder of postings.

    Each is reported once, and none whose author says that it is not. Postings are compared only if they were open at
    the same time, and share a link, or an organization and place. So the time grows with the number of postings and not
    with its square. Of two that are closed at *now*, nobody has to choose one.
    """
    open_ones = [posting for posting in postings if posting.status == "open" and not posting.draft]
    found: dict[str, tuple[Posting, Posting, str]] = {}
    for why, pairs in (("apply", _same_link(open_ones)), ("title", _same_title(open_ones))):
        for one, other in pairs:
            first, second = sorted((one, other), key=lambda posting: (posting.date, posting.path))
            if first.slug in second.not_duplicate_of or second.slug in first.not_duplicate_of:
                continue
            if now is not None and _is_over(first, now) and _is_over(second, now):
                continue
            found.setdefault(second.path, (first, second, why))
    return [_report_duplicate(*pair, root) for pair in found.values()]


def canonical_link(url: str) -> str | None:
    """*url* as all its spellings have it; None for a page that is about more than one position."""
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    query = [(name, value) for name, value in parse_qsl(parts.query) if not names_no_page(name)]
    if not query and (not path or _GENERIC.fullmatch(path.rsplit("/", 1)[-1])):
        return None
    host = (parts.hostname or "").removeprefix("www.")
    route = parts.fragment if _ROUTE.match(parts.fragment) else ""
    return f"{host}{path}?{urlencode(sorted(query))}#{route}"


def _names_one_position(link: str) -> bool:
    """Whether a canonical link holds what tells one position from others: a number, or the words of a title."""
    path, _, rest = link.partition("?")
    last = path.rpartition("/")[2]
    return (
        bool(_NUMBER.search(path + rest))
        or last.isdigit()
        or last.count("-") + last.count("_") >= _WORDS_OF_A_TITLE - 1
    )


def _same_link(postings: Iterable[Posting]) -> Iterator[tuple[Posting, Posting]]:
    by_url: dict[str, list[Posting]] = {}
    for posting in postings:
        if posting.apply.url:
            bare = posting.apply.url.partition("//")[2].partition("?")[0].partition("#")[0]
            by_url.setdefault(bare.removeprefix("www.").rstrip("/").casefold(), []).append(posting)
    for likely in by_url.values():
        if len(likely) > 1:
            yield from _same_canonical_link(likely)


def _same_canonical_link(postings: Iterable[Posting]) -> Iterator[tuple[Posting, Posting]]:
    by_link: dict[str, list[Posting]] = {}
    for posting in postings:
        if link := canonical_link(posting.apply.url or ""):
            by_link.setdefault(link, []).append(posting)
    for link, group in by_link.items():
        if len({_fold(posting.title) for posting in group}) < _TITLES:
            for one, other in pairwise(sorted(group, key=lambda posting: (posting.date, posting.path))):
                if _were_open_together(one, other) and (_names_one_position(link) or _are_alike(one, other)):
                    yield one, other


def _are_alike(one: Posting, other: Posting) -> bool:
    return one.position == other.position and fuzz.token_sort_ratio(_fold(one.title), _fold(other.title)) >= ALIKE


def _same_title(postings: Iterable[Posting]) -> Iterator[tuple[Posting, Posting]]:
    groups: dict[tuple[str, ...], list[tuple[str, Posting]]] = {}
    for posting in postings:
        item = (_fold(posting.title), posting)
        name = posting.organization.name.casefold()
        for place in posting.places[:3] or (None,):
            key = (name, (place.city or "").casefold(), place.country) if place else (name, posting.remote_area or "")
            groups.setdefault(key, []).append(item)
    crowded = [group for group in groups.values() if len(group) > 1]
    if not crowded:
        return
    for group in crowded:
        forwards = sorted(group, key=lambda item: (item[0], item[1].date))
        backwards = sorted(group, key=lambda item: (item[0][::-1], item[1].date))
        for row in (forwards, backwards):
            for step in range(1, _COMPARED + 1):
                for (title, one), (other_title, other) in zip(row, row[step:], strict=False):
                    if (
                        one.position == other.position
                        and _were_open_together(one, other)
                        and fuzz.ratio(title, other_title, score_cutoff=ALIKE)
                        and _numbers(title) == _numbers(other_title)
                    ):
                        yield one, other


def _were_open_together(one: Posting, other: Posting) -> bool:
    first, second = (one, other) if one.date <= other.date else (other, one)
    if second.date - first.date > APART:
        return False
    closes = first.deadline.day if first.deadline else first.listed_until
    return closes is None or closes + NEAR >= second.date


def _is_over(posting: Posting, now: dt.datetime) -> bool:
    """Whether nobody can apply at *now*; without a deadline, when a listing has surely ended."""
    if posting.deadline:
        return posting.deadline.instant < now
    return (posting.listed_until or posting.date + APART) < now.date()


def _fold(title: str) -> str:
    return " ".join(title.casefold().split())


def _numbers(title: str) -> list[str]:
    """What tells "Postdoc 1" from "Postdoc 2"."""
    return re.findall(r"\d+|\bi{1,3}v?\b", title)


def _report_duplicate(first: Posting, second: Posting, field: str, root: Path) -> Diagnostic:
    source = read_head(root / second.path)
    other = show(root / first.path)
    what = "has the same application link" if field == "apply" else "has this title, employer and place"
    mark = mark_field(source, field, _say_differences(first, second))
    apart = "link each to its own page" if field == "apply" else "say in each `title` what is special about it"
    help = (
        "if it is the same position, keep one file and say in it with `updated` that it was advertised again",
        f"if these are two positions, {apart}",
        f"or write `not_duplicate_of: [{first.slug}]`",
    )
    message = f"this may be the position of `{other}`, which {what}"
    marks = (mark,) if mark else ()
    return source.report(POSSIBLE_DUPLICATE, message, *marks, help=help)


def _say_differences(first: Posting, second: Posting) -> str:
    """Like "differs in deadline: 2026-12-01 there, 2026-12-15 here"."""
    facts = (
        ("title", first.title, second.title),
        ("position", first.position, second.position),
        (
            "deadline",
            first.deadline.day if first.deadline else "rolling",
            second.deadline.day if second.deadline else "rolling",
        ),
        ("date", first.date, second.date),
        ("link", first.apply.url or first.apply.email, second.apply.url or second.apply.email),
    )
    said = [
        f"{name}: {cut(str(there), 50)} there, {cut(str(here), 50)} here"
        for name, there, here in facts
        if there != here
    ]
    return f"differs in {'; '.join(said[:2])}" if said else "nothing that matters is different"
