"""A posting's file to a `Posting`, or to everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from jobboard.diagnostics.diagnostic import Diagnostic, Edit, first_of, has_errors, in_reading_order
from jobboard.diagnostics.rules import (
    DEADLINE_BEFORE_DATE,
    FAR_AWAY_DATE,
    INVALID_DATE,
    INVALID_LOCATION,
    MISSING_FIELD,
    REMOTE_WITHOUT_COUNTRY,
)
from jobboard.fields.deadlines import ROLLING
from jobboard.fields.places import Location
from jobboard.fields.reading import MAX_CHARACTERS, PostingReading
from jobboard.fields.table import FIELDS, FIELDS_BY_NAME, NAMES
from jobboard.policy import Policy
from jobboard.posting import Deadline, Posting
from jobboard.postings.body_checks import check_body
from jobboard.postings.foreign_posts import find_foreign_post
from jobboard.postings.placeholders import check_placeholders
from jobboard.postings.printed_quotes import take_off_printed_quotes
from jobboard.postings.text_checks import check_texts
from jobboard.postings.unknown_fields import report_unknown
from jobboard.postings.word_checks import check_words
from jobboard.postings.writer import example_of
from jobboard.postings.yaml_repairs import repair_yaml
from jobboard.source.addresses import report_file_name, slug_of_file
from jobboard.source.characters import decode_text
from jobboard.source.front_matter import Document, read_document
from jobboard.source.nodes import Entry, Node, Scalar
from jobboard.source.nodes import Sequence as SequenceNode
from jobboard.source.yaml_lines import quote
from jobboard.standards.dates import next_day_like, say_date
from jobboard.standards.english import say_count


class PostingFile(NamedTuple):
    """One file as found on disk."""

    path: str
    """Below the folder of postings, with `/`."""
    shown: str
    """As the reader of a report would name it."""
    data: bytes


_FAR = dt.timedelta(days=2 * 366)
"""Behind its announcement, in which whatever a posting speaks of happens."""
MAX_PROBLEMS = 100
"""Of one file, that are told; a report is read by a person."""


class Examination(NamedTuple):
    """Everything that can be said about one file."""

    posting: Posting | None
    """None when it has errors, all of which are reported."""
    diagnostics: list[Diagnostic]
    """In reading order."""
    tidyings: Sequence[tuple[Edit, ...]] = ()
    """What would write values that are understood as the board itself writes them."""
    document: Document | None = None
    """None when the file holds no text."""


def read_posting(file: PostingFile, policy: Policy) -> tuple[Posting | None, list[Diagnostic]]:
    """The posting in *file*, with its warnings; None when it has errors, all of which are reported."""
    found = examine_posting(file, policy)
    return found.posting, _cut(found.diagnostics)


def examine_posting(file: PostingFile, policy: Policy) -> Examination:
    """The posting in *file*, what is wrong with it, and what could be written more uniformly."""
    slug = slug_of_file(file.path.rsplit("/", 1)[-1])
    diagnostics = [] if slug else [report_file_name(file.shown)]
    source, problems = decode_text(file.shown, file.data)
    diagnostics += problems
    if source is None:
        return Examination(posting=None, diagnostics=diagnostics)
    document = read_document(source, repair_yaml)
    if post := find_foreign_post(document, policy):  # all else would follow from that
        diagnostics += [*document.diagnostics, post]
        return Examination(posting=None, diagnostics=in_reading_order(diagnostics), document=document)
    reading = PostingReading(source, policy)
    values: dict[str, Any] = {}
    if document.entries is not None:
        take_off_printed_quotes(document, reading)
        values = _read_fields(document, document.entries, reading)
        check_words(document, document.entries, reading)
        check_placeholders(document, document.entries, reading)
        check_texts(document, values, reading)
    diagnostics += document.diagnostics + reading.diagnostics + check_body(document)
    posting = None
    if slug is not None and document.entries is not None and not has_errors(diagnostics):
        posting = Posting(path=file.path, slug=slug, body=document.body, **values)
    return Examination(
        posting=posting, diagnostics=in_reading_order(diagnostics), tidyings=reading.tidyings, document=document
    )


def _cut(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """The first `MAX_PROBLEMS`, errors before warnings; the last one says how many there are besides."""
    more = len(diagnostics) - MAX_PROBLEMS
    if more < 1:
        return diagnostics
    told = first_of(diagnostics, MAX_PROBLEMS)
    note = f"mend these first: the file has {say_count(more, 'problem')} more, which the next report shows"
    return [*told[:-1], told[-1]._replace(help=(*told[-1].help, note))]


def _read_fields(document: Document, entries: dict[str, Entry], reading: PostingReading) -> dict[str, Any]:
    spoken_for = report_unknown(entries, reading) | document.doubtful
    values: dict[str, Any] = {}
    may_exceed = len(document.header) > MAX_CHARACTERS
    for field in FIELDS:
        name, read, _, _, is_required = field
        entry = entries.get(name)
        if entry is None or _is_empty(entry.value):
            if is_required and name not in spoken_for:
                _report_missing(name, entry, document, reading)
            continue
        value = (
            field.value_of(entry.value, reading) if may_exceed or name in NAMES else read(entry.value, name, reading)
        )
        if value is not None:
            values[name] = value
            if name == "timezone":
                reading.timezone = value
    _settle_place(values, entries, spoken_for, document, reading)
    _check_distances(values, entries, reading)
    _settle_deadline(values, entries, reading)
    values["timezone"] = reading.timezone
    values.setdefault("language", reading.policy.language)
    return values


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.is_empty
    return not (node.items if isinstance(node, SequenceNode) else node.entries)


def _report_missing(name: str, entry: Entry | None, document: Document, reading: PostingReading) -> None:
    example = example_of(FIELDS_BY_NAME[name], reading.policy)
    help: tuple[str, ...] = (f"add a line such as `{name}: {example}`",)
    if name == "deadline":
        help = (*help, f"or `deadline: {ROLLING}` if applications are welcome until it is filled")
    if entry is None:
        mark = reading.source.mark_line(document.closing_line, "it would stand above this line")
        if waiting := re.search(rf"^(#[ \t]*(?:TODO[ \t]+)?){name}:", document.header, re.MULTILINE):
            line = document.closing_line - document.header.count("\n", waiting.start())
            mark = reading.source.mark_line(line, "it waits here")
            help = (f"take `{waiting[1]}` away, and write what is true, such as `{name}: {example}`", *help[1:])
        reading.report(MISSING_FIELD, f"`{name}` is missing", mark, help=help)
        return
    help = (f"fill it in, such as `{name}: {example}`", *help[1:])
    comment = reading.source.comment_behind(entry.value, "a comment") if isinstance(entry.value, Scalar) else None
    if comment is None:
        reading.report(MISSING_FIELD, f"`{name}` is empty", entry.key, "nothing follows", help)
        return
    said = comment.text[comment.column - 1 :].rstrip()
    if re.match(r"#\w", said):  # hardly a comment
        words = [word.strip() for word in re.split("[,#]", said) if word.strip()]
        help = (
            f"write `tags: [{', '.join(words)}]`" if name == "tags" else f"put it in quotes: `{name}: {quote(said)}`",
        )
    reading.report(MISSING_FIELD, f"`{name}` is empty: a comment is all that follows", comment, help=help)


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
    is_missing = (entry is None or _is_empty(entry.value)) and "location" not in spoken_for
    is_mode_known = "work_mode" not in entries or "work_mode" in values  # a broken one might have said remote
    if is_missing and is_mode_known and mode != "remote":
        _report_missing("location", entry, document, reading)
    if mode == "remote" and not location.places and area is None and "remote_from" not in entries:
        place = entries["work_mode"].value if "work_mode" in entries else entries["location"].value
        help = (
            "add a line such as `remote_from: [DE, FR]`; search engines list a remote position only with a country",
        )
        reading.report(REMOTE_WITHOUT_COUNTRY, "the position is remote, but from where is not stated", place, help=help)
    values["places"] = location.places
    if area is not None:
        values["remote_from"], values["remote_area"] = area.countries, area.name


def _check_distances(values: dict[str, Any], entries: dict[str, Entry], reading: PostingReading) -> None:
    """Warn about days so far behind the announcement that a year was mistyped."""
    date: dt.date | None = values.get("date")
    for name in ("deadline", "listed_until", "start"):
        day = values.get(name)
        day = day.day if isinstance(day, Deadline) else day
        if date is not None and isinstance(day, dt.date) and day - date > _FAR:
            years = f"{(day - date).days // 365} years behind the announcement ({say_date(date)})"
            help = (f"write `{name}: {next_day_like(day, date)}`, if only the year is wrong",)
            reading.report(FAR_AWAY_DATE, f"`{name}` lies {years}", entries[name].value, "is this year meant?", help)


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
        help = (f"write `deadline: {next_day_like(deadline.day, date)}` if only the year is wrong",)
        reading.diagnostics.append(reading.source.report(DEADLINE_BEFORE_DATE, message, mark, other, help=help))
    for name in ("updated", "listed_until"):
        day: dt.date | None = values.get(name)
        if day is not None and day < date:
            message = f"`{name}` lies before `date` ({say_date(date)})"
            reading.report(INVALID_DATE, message, entries[name].value, help=("check the years",))
