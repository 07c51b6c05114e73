"""A posting's file to a `Posting`, or to everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from jobboard.addresses import report_file_name, slug_of_file
from jobboard.body_checks import check_body
from jobboard.characters import decode_text
from jobboard.dates import say_date
from jobboard.diagnostics import Diagnostic, has_errors, in_reading_order
from jobboard.field_table import FIELDS, FIELDS_BY_NAME, FOREIGN_NAMES
from jobboard.fields.dates import ROLLING
from jobboard.fields.places import Location
from jobboard.front_matter import Document, read_document
from jobboard.nodes import Entry, Scalar, Sequence
from jobboard.policy import Policy
from jobboard.posting import Deadline, Posting
from jobboard.reading import PostingReading
from jobboard.rules import (
    DEADLINE_BEFORE_DATE,
    INVALID_DATE,
    INVALID_LOCATION,
    MISSING_FIELD,
    REMOTE_WITHOUT_COUNTRY,
    UNKNOWN_FIELD,
)
from jobboard.vocabulary import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingFile:
    """One file as found on disk."""

    path: str
    """Below the folder of postings, with `/`."""
    shown: str
    """As the reader of a report would name it."""
    data: bytes


def read_posting(file: PostingFile, policy: Policy) -> tuple[Posting | None, list[Diagnostic]]:
    """The posting in *file*, with its warnings; None when it has errors, all of which are reported."""
    slug = slug_of_file(file.path.rsplit("/", 1)[-1])
    diagnostics = [] if slug else [report_file_name(file.shown)]
    source, problems = decode_text(file.shown, file.data)
    diagnostics += problems
    if source is None:
        return None, diagnostics
    document = read_document(source)
    reading = PostingReading(source, policy)
    values: dict[str, Any] = {}
    if document.entries is not None:
        values = _read_fields(document, document.entries, reading)
    diagnostics += document.diagnostics + reading.diagnostics + check_body(document)
    if has_errors(diagnostics) or slug is None or document.entries is None:
        return None, in_reading_order(diagnostics)
    return Posting(path=file.path, slug=slug, body=document.body, **values), in_reading_order(diagnostics)


def _read_fields(document: Document, entries: dict[str, Entry], reading: PostingReading) -> dict[str, Any]:
    spoken_for = _report_unknown(entries, reading)
    values: dict[str, Any] = {}
    for field in FIELDS:
        entry = entries.get(field.name)
        if entry is None or _is_empty(entry):
            if field.is_required and field.name not in spoken_for:
                _report_missing(field.name, field.example, entry, document, reading)
            continue
        value = field.read(entry.value, field.name, reading)
        if value is not None:
            values[field.name] = value
        if field.name == "timezone" and value:
            reading.timezone = value
    _settle_place(values, entries, spoken_for, document, reading)
    _settle_deadline(values, entries, reading)
    values["timezone"] = reading.timezone
    values.setdefault("language", reading.policy.language)
    return values


def _is_empty(entry: Entry) -> bool:
    node = entry.value
    if isinstance(node, Scalar):
        return node.is_empty
    return not (node.items if isinstance(node, Sequence) else node.entries)


def _report_unknown(entries: dict[str, Entry], reading: PostingReading) -> set[str]:
    """Report unknown fields; the fields they were meant to be, which are not also reported as missing."""
    meant: set[str] = set()
    for name, entry in entries.items():
        if name in FIELDS_BY_NAME:
            continue
        folded = name.casefold().replace("-", "_").replace(" ", "_")
        known = folded if folded in FIELDS_BY_NAME else None
        known = known or FOREIGN_NAMES.get(folded) or FOREIGN_NAMES.get(folded.replace("_", ""))
        known = known or nearest(folded, FIELDS_BY_NAME)
        if known is None:
            help = "remove the line, or move what it says into the text"
        elif known in entries:
            help = f"the posting has `{known}` already: move what belongs there and remove this field"
        else:
            meant.add(known)
            help = f"write `{known}: {_retyped(entry, known)}`"
        label = f"did you mean `{known}`?" if known and known not in entries else ""
        reading.report(UNKNOWN_FIELD, f"unknown field `{name}`", entry.key, label, (help,))
    return meant


def _retyped(entry: Entry, field: str) -> str:
    """The author's value where the known field could take it, else an example."""
    node = entry.value
    if isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    if isinstance(node, Sequence) and field in ("author", "tags"):
        words = ", ".join(item.text for item in node.items if isinstance(item, Scalar))
        if 0 < len(words) <= 60:
            return words
    if isinstance(node, Scalar) and not node.is_empty and "\n" not in node.text and len(node.text) <= 60:
        return node.text if ": " not in node.text else f'"{node.text}"'
    return FIELDS_BY_NAME[field].example


def _report_missing(name: str, example: str, entry: Entry | None, document: Document, reading: PostingReading) -> None:
    help: tuple[str, ...] = (f"add a line such as `{name}: {example}`",)
    if name == "deadline":
        help = (*help, f"or `deadline: {ROLLING}` if applications are welcome until it is filled")
    if entry is None:
        mark = reading.source.mark_line(document.closing_line, "it would stand above this line")
        reading.report(MISSING_FIELD, f"`{name}` is missing", mark, help=help)
    else:
        help = (f"fill it in, such as `{name}: {example}`", *help[1:])
        reading.report(MISSING_FIELD, f"`{name}` is empty", entry.key, "nothing follows", help)


def _settle_place(
    values: dict[str, Any],
    entries: dict[str, Entry],
    spoken_for: set[str],
    document: Document,
    reading: PostingReading,
) -> None:
    """Bring `location`, `work_mode` and `remote_from` together."""
    location: Location = values.pop("location", None) or Location()
    area = values.pop("remote_from", None) or location.area
    mode = values.get("work_mode")
    if location.is_remote and not location.places:
        if mode in (None, "remote"):
            mode = values["work_mode"] = "remote"
        else:
            help = ("name the city and country, or write `work_mode: remote`",)
            message = f"`location` says remote, but `work_mode` is `{mode}`"
            reading.report(INVALID_LOCATION, message, entries["location"].value, help=help)
    entry = entries.get("location")
    is_missing = (entry is None or _is_empty(entry)) and "location" not in spoken_for
    is_mode_known = "work_mode" not in entries or "work_mode" in values  # a broken one might have said remote
    if is_missing and is_mode_known and mode != "remote":
        _report_missing("location", FIELDS_BY_NAME["location"].example, entry, document, reading)
    if mode == "remote" and not location.places and area is None and "remote_from" not in entries:
        place = entries["work_mode"].value if "work_mode" in entries else entries["location"].value
        help = (
            "add a line such as `remote_from: [DE, FR]`; search engines list a remote position only with a country",
        )
        reading.report(REMOTE_WITHOUT_COUNTRY, "the position is remote, but from where is not stated", place, help=help)
    values["places"] = location.places
    if area is not None:
        values["remote_from"], values["remote_area"] = area.countries, area.name


def _settle_deadline(values: dict[str, Any], entries: dict[str, Entry], reading: PostingReading) -> None:
    """Compare the dates with each other."""
    deadline = values.get("deadline")
    if deadline == ROLLING:
        values["deadline"] = deadline = None
    date: dt.date | None = values.get("date")
    if date is None:
        return
    if isinstance(deadline, Deadline) and deadline.day < date:
        message = f"the deadline ({say_date(deadline.day)}) lies before the announcement ({say_date(date)})"
        mark = reading.source.mark_node(entries["deadline"].value, "earlier than the date")
        other = reading.source.mark_node(entries["date"].value, "the date")
        month_and_day = f"{deadline.day:%m-%d}"
        year = date.year if month_and_day >= f"{date:%m-%d}" else date.year + 1
        help = (f"write `deadline: {year}-{month_and_day}` if only the year is wrong",)
        reading.diagnostics.append(reading.source.report(DEADLINE_BEFORE_DATE, message, mark, other, help=help))
    for name in ("updated", "listed_until"):
        day: dt.date | None = values.get(name)
        if day is not None and day < date:
            message = f"`{name}` lies before `date` ({say_date(date)})"
            reading.report(INVALID_DATE, message, entries[name].value, help=("check the years",))
