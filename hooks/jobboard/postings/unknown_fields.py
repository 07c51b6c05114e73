"""Fields that a posting does not have: which of its own they were meant to be."""

from __future__ import annotations

from collections import Counter

from jobboard.diagnostics.diagnostic import Edit
from jobboard.diagnostics.rules import UNKNOWN_FIELD
from jobboard.fields.reading import PostingReading
from jobboard.fields.table import FIELDS_BY_NAME, FOREIGN_NAMES
from jobboard.source.nodes import Entry, Node, Scalar, Sequence
from jobboard.source.source_text import SourceText
from jobboard.standards.languages.words import spellings
from jobboard.vocabulary import nearest

CERTAIN_NAMES = frozenset({
    "authors", "apply_url", "how_to_apply", "categories", "category", "keywords", "topics", "expires", "expiry",
    "expirydate", "closes", "closing", "closing_date", "closingdate", "due", "valid_through", "employer", "company",
    "institution", "university", "organisation", "job_title", "locations", "place", "published", "posted",
    "publishdate", "date_posted", "lastmod", "modified", "description", "abstract", "excerpt", "pay", "compensation",
    "wage", "lang", "funder", "recruiter", "agency", "starts", "start_date", "employment_type", "tz",
})  # fmt: skip
"""Of the foreign names those that mean one field wherever they are used; `url` and `type` do not."""


_PARTS = {"apply by": "apply", "email": "apply", "city": "location", "country": "location", "duration": "contract"}
"""Labels of adverts that are no field, but say what belongs into one."""
_TITLES = ("titel", "titre", "título", "titolo")


def report_unknown(entries: dict[str, Entry], reading: PostingReading) -> set[str]:
    """Report unknown fields; the fields they were meant to be, which are not also reported as missing."""
    meant: set[str] = set()
    if entries.keys() <= FIELDS_BY_NAME.keys():
        return meant
    unknown = {name: entry for name, entry in entries.items() if name not in FIELDS_BY_NAME}
    meanings = {name: _known_name(name, entry, reading) for name, entry in unknown.items()}
    targets = Counter(known for known, _ in meanings.values())
    for name, entry in unknown.items():
        known, is_certain = meanings[name]
        if name.casefold() == "subtitle" and "organization" not in entries:  # where most sites have the employer
            known, is_certain = "organization", False
        fix: tuple[Edit, ...] = ()
        help: tuple[str, ...] = ("remove the line, or move what it says into the text",)
        if known in entries:
            help = (f"the posting has `{known}` already: move what belongs there and remove this field",)
        elif known is not None:
            meant.add(known)
            help = _help_with(entry, known, reading)
            if is_certain and targets[known] == 1:
                fix = _rename(entry, known, reading)
        label = f"did you mean `{known}`?" if known and known not in entries else ""
        reading.report(UNKNOWN_FIELD, f"unknown field `{name}`", entry.key, label, help, fix)
    return meant


def _known_name(name: str, entry: Entry, reading: PostingReading) -> tuple[str | None, bool]:
    """The field that *name* probably is, and whether it certainly is that one."""
    folded = _fold(name)
    if folded in FIELDS_BY_NAME:
        return folded, True
    for spelling in (folded, folded.replace("_", "")):
        if foreign := FOREIGN_NAMES.get(spelling):
            return foreign, spelling in CERTAIN_NAMES
    known = nearest(folded, FIELDS_BY_NAME) or _known_label(name)
    if known == "title" and folded not in _TITLES and _can_read(entry.value, "position", reading):
        known = "position"  # in many languages a post and its name are one word
    return known, False


def _known_label(name: str) -> str | None:
    """The field that adverts of some language call *name*."""
    label = spellings("labels").get(name.casefold().replace("_", " "))
    label = _PARTS.get(label or "", label)
    return label if label in FIELDS_BY_NAME else None


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def _rename(entry: Entry, known: str, reading: PostingReading) -> tuple[Edit, ...]:
    """What makes the entry one of the field *known*; nothing when that could not read its value."""
    name = reading.source.rewrite(entry.key, known)
    if not name or entry.key.column != 1:
        return ()
    if _can_read(entry.value, known, reading):
        return name
    alone, edits = _unwrap(entry.value, reading.source)
    return (*name, *edits) if edits and alone and _can_read(alone, known, reading) else ()


def _can_read(node: Node, known: str, reading: PostingReading) -> bool:
    trial = PostingReading(reading.source, reading.policy)
    value = FIELDS_BY_NAME[known].value_of(node, trial)
    return value is not None or (bool(trial.diagnostics) and all(found.fix for found in trial.diagnostics))


def _unwrap(node: Node, source: SourceText) -> tuple[Node | None, tuple[Edit, ...]]:
    """The only item of a list, and what takes the list from around it."""
    if not isinstance(node, Sequence) or len(node.items) != 1:
        return None, ()
    item, raw = node.items[0], source.written(node.items[0])
    if not raw or not isinstance(item, Scalar):
        return None, ()
    around, line = source.written(node), source.line(item.line)
    if around.startswith("["):
        return item, (Edit(node.line, node.column, len(around), raw),)
    dash = line.find("-")
    return item, (Edit(item.line, dash + 1, 1, " "),) if line[: item.column - 1].strip() == "-" else ()


def _help_with(entry: Entry, known: str, reading: PostingReading) -> tuple[str, ...]:
    """What to type for the field *known*: the author's value, or what would be said of it there."""
    trial = PostingReading(reading.source, reading.policy)
    FIELDS_BY_NAME[known].value_of(entry.value, trial)
    errors = [found for found in trial.diagnostics if found.is_error]
    if errors and any(f"`{known}: " in line for line in errors[0].help[:1]):
        return errors[0].help
    return (f"write `{known}: {_retyped(entry, known)}`",)


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
