"""What the fields of one posting and its text say about each other, and what the board asks of them."""

from __future__ import annotations

import re
from typing import Any

from jobboard.diagnostics.diagnostic import Severity
from jobboard.diagnostics.rules import (
    DEADLINE_IN_TEXT_DIFFERS,
    MISSING_SALARY,
    TITLE_WITH_EMPLOYER,
    UNLISTED_LANGUAGE,
    UNPAID_POSITION,
)
from jobboard.fields.reading import PostingReading
from jobboard.policy import FORBIDDEN, OPTIONAL, REQUIRED
from jobboard.posting import Deadline, Organization, Place, Salary
from jobboard.postings.deadline_texts import contradict_deadline
from jobboard.source.front_matter import Document
from jobboard.source.nodes import Scalar
from jobboard.standards.dates import say_date
from jobboard.standards.tables import countries, find_country

_TAIL = re.compile(r"(?:\s+(?:at|@|in|-|–|—|\|)\s+|,\s*|\s*\()")
"""What stands between a title and an employer or place behind it."""
_UNPAID = re.compile(
    r"(?i)\bunpaid (?:position|internship|role|post|placement|work)|\b(?:position|internship|role|post|placement) is "
    r"(?:unpaid|voluntary|unsalaried|not (?:paid|remunerated|salaried))|\bunbezahlte[sr]? (?:stelle|praktikum|position)"
)
_UNPAID_SALARY = re.compile(
    r"(?i)unpaid|volunt|unsalaried|unbezahlt|ehrenamt|no (?:salary|pay)\b|without (?:salary|pay)\b|none$|0+(?:[.,]0+)?\D*$"
)


def check_texts(document: Document, values: dict[str, Any], reading: PostingReading) -> None:
    """Report what the fields read as *values* and the body contradict; each check looks only at valid fields."""
    _check_title(document, values, reading)
    _check_deadline(document, values, reading)
    if reading.policy.salary != OPTIONAL:
        _check_salary(document, reading)
    if reading.policy.unpaid == FORBIDDEN:
        _check_unpaid(document, values, reading)
    if reading.policy.languages:
        _check_language(document, values, reading)


def _check_title(document: Document, values: dict[str, Any], reading: PostingReading) -> None:
    title: str | None = values.get("title")
    employer: Organization | None = values.get("organization")
    if not title or not employer:
        return
    start = _employer_in(title, employer.name)
    what = "employer"
    if start is None:
        start, what = _place_in(title, values.get("places", ())), "place"
    if start is None or not title[:start].strip(" ,(–—-|@"):
        return
    shorter = title[:start].rstrip(" ,(–—-|@")
    node = (document.entries or {})["title"].value
    tail = title[start:].strip(" ,(–—-|@)")
    mark = reading.mark_part(node, tail, f"this is in `{'organization' if what == 'employer' else 'location'}` already")
    shown = f'"{shorter}"' if ": " in shorter else shorter
    help = (f"write `title: {shown}`; the {what} is shown beside it everywhere",)
    reading.report(TITLE_WITH_EMPLOYER, f"the title ends with the {what}", mark, help=help)


def _employer_in(title: str, employer: str) -> int | None:
    """Where *employer* begins at the end of *title*, with what leads to it."""
    folded, name = title.casefold().rstrip(" ).,"), employer.casefold()
    if len(folded) != len(title.rstrip(" ).,")) or not folded.endswith(name):
        return None
    before = folded[: -len(name)].removesuffix("the ")
    lead = re.search(r"(?:\s(?:at|@|in|with|for|-|–|—|\|)\s|[,(:]\s*)$", before)
    return lead.start() if lead else None


def _place_in(title: str, places: tuple[Place, ...]) -> int | None:
    """Where one of *places* begins at the end of *title*, with what leads to it."""
    bare = title.rstrip(" ).,")
    last = bare.rsplit(None, 1)[-1].casefold() if bare else ""
    for place in places:
        names = {name.casefold() for name in (place.city, place.region, countries()[place.country].name) if name}
        if not any(name.endswith(last) for name in names) and not _is_country(last, place):
            continue
        for lead in _TAIL.finditer(title):
            parts = [part.strip().casefold() for part in bare[lead.end() :].split(",")]
            if all(part in names or _is_country(part, place) for part in parts):
                return lead.start()
    return None


def _is_country(part: str, place: Place) -> bool:
    country = find_country(part)
    return country is not None and country.code == place.country


def _check_deadline(document: Document, values: dict[str, Any], reading: PostingReading) -> None:
    if "deadline" not in values:
        return
    stated: Deadline | None = values["deadline"]
    found = contradict_deadline(document.body, stated.day if stated else None)
    if found is None:
        return
    day, start, end = found
    before = document.body[:start]
    line, column = document.body_line + before.count("\n"), start - before.rfind("\n")
    first = reading.source.line(document.body_line)
    if line == document.body_line:
        column += len(first) - len(first.lstrip())
    marks = (
        reading.source.mark(line, column, end - start, "the text"),
        reading.source.mark_node((document.entries or {})["deadline"].value, "the field"),
    )
    message = f"`deadline` is {say_date(stated.day) if stated else 'rolling'}, but the text says {say_date(day)}"
    help = (f"write `deadline: {day}`, or correct the text; the board closes the position by the field",)
    reading.diagnostics.append(reading.source.report(DEADLINE_IN_TEXT_DIFFERS, message, *marks, help=help))


def _check_salary(document: Document, reading: PostingReading) -> None:
    entry = (document.entries or {}).get("salary")
    if entry and not (isinstance(entry.value, Scalar) and entry.value.is_empty):
        return
    if entry:
        mark = reading.source.mark_node(entry.key, "nothing follows")
    else:
        mark = reading.source.mark_line(document.closing_line, "it would stand above this line")
    help = (
        "add a line such as `salary: {min: 45000, max: 52000, currency: EUR, period: year}`",
        "or the scale, such as `salary: {scale: TV-L E13}`, or what is known in words",
    )
    found = reading.source.report(MISSING_SALARY, "the salary is not stated", mark, help=help)
    is_required = reading.policy.salary == REQUIRED
    reading.diagnostics.append(found if is_required else found._replace(severity=Severity.WARNING))


def _check_unpaid(document: Document, values: dict[str, Any], reading: PostingReading) -> None:
    entries = document.entries or {}
    salary: Salary | None = values.get("salary")
    if "volunteer" in values.get("employment", ()):
        mark = reading.source.mark_node(entries["employment"].value, "volunteers are not paid")
    elif salary and any(_UNPAID_SALARY.match(words) for words in (salary.text, salary.scale) if words):
        mark = reading.source.mark_node(entries["salary"].value)
    elif match := _UNPAID.search(document.body):
        before = document.body[: match.start()]
        line = document.body_line + before.count("\n")
        column = reading.source.line(line).find(match[0]) + 1
        mark = reading.source.mark(line, max(column, 1), len(match[0]) if column else 0)
    else:
        return
    help = ("state what is paid in `salary`, if it is; else the position cannot be listed here",)
    reading.report(UNPAID_POSITION, "this board lists paid positions only", mark, help=help)


def _check_language(document: Document, values: dict[str, Any], reading: PostingReading) -> None:
    entry = (document.entries or {}).get("language")
    language: str | None = values.get("language")
    if entry is None or not language:
        return
    listed = reading.policy.languages
    if language.partition("-")[0] in {tag.partition("-")[0] for tag in listed}:
        return
    help = ("the board's languages are " + ", ".join(f"`{tag}`" for tag in listed),)
    reading.report(UNLISTED_LANGUAGE, f"the board does not list texts in `{language}`", entry.value, help=help)
