"""A draft as the file of a posting, which fails a check only where a TODO stands."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.importing.assessment import DAY_OF_IMPORT, Assessed, How, yaml_line
from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.source.addresses import propose_slug
from jobboard.source.characters import drop_hidden
from jobboard.standards.english import cut
from jobboard.standards.invisible import write_visibly

MARKER = "<!-- not curated: write a summary in your own words in the field `summary`, shorten the text below, then delete this line -->"
"""Warned about by the rule `not-curated` until it is gone."""
MAX_NOTES = 6000
"""Characters of what is not used here; front matter has room for 16 KiB."""
_MAX_EVIDENCE = 140

_HINTS = {
    "title": "the job's title, without employer, place or date",
    "author": "the person who posts",
    "organization": "the employer; a recruiter goes into `via`",
    "position": "the kind of position, from the list in board.yml",
    "date": "the day it was announced",
    "deadline": 'the last day for applications, or "rolling"',
    "location": '"City, Region, Country"',
    "work_mode": "on-site, hybrid or remote",
    "remote_from": "the countries one may live in",
    "employment": "full-time, part-time, …",
    "contract": "type, duration_months, fte",
    "career_stage": "r1 to r4",
    "start": "the first day of work, as a date or in words",
    "salary": "amounts with currency and period, a pay scale, or words",
    "eligibility": "who may apply: visa, nationality, note",
    "funding": "who pays: funder, programme, grant",
    "tags": "one to eight tags of board.yml",
    "apply": "the web or e-mail address for applications",
    "summary": "one or two sentences in your own words",
}


def render_posting(draft: Draft, fields: list[Assessed], now: dt.datetime) -> tuple[str, str]:
    """The file's name below the folder of postings, and its text of *fields*; what could not be found stands there as a TODO."""
    lines = [line for field in fields for line in _write_field(field)]
    lines += _write_notes(draft)
    body = (
        draft.body.strip("\n")
        or "<!-- TODO text: describe the position: the work, what is expected, what is offered, how to apply -->"
    )
    body = re.sub(r"^<!-- not curated.*$", "", body, flags=re.MULTILINE)
    text = "\n".join(["---", *lines, "---", "", MARKER, "", body, ""])
    text = drop_hidden(text.replace("\r\n", "\n").replace("\ufffd", "?"))
    return _name_file(draft, {field.name: field.value for field in fields}, now), text


def _write_field(field: Assessed) -> list[str]:
    if field.how is How.MISSING:
        return _write_todo(field).split("\n")
    first, *rest = yaml_line(field.name, field.value).split("\n")
    if field.evidence and (field.how is How.INFERRED or not _is_as_written(field.value, field.evidence)):
        is_quoted = field.evidence != DAY_OF_IMPORT
        shown = f'"{_show_evidence(field.value, field.evidence)}"' if is_quoted else DAY_OF_IMPORT
        first = f"{first}  # from: {shown}"
    return [first, *rest]


def _write_todo(field: Assessed) -> str:
    hint = _HINTS.get(field.name) or FIELDS_BY_NAME[field.name].meaning.split(";")[0].rstrip(".")
    example = FIELDS_BY_NAME[field.name].example
    if field.refused:
        return f"# TODO {field.name}: {_shorten(field.refused, 160)}  # {hint}; such as {example}"
    if field.doubts:
        return "\n".join([f"# TODO {field.name}: {example}  # {hint}", *map(_write_doubt, field.doubts)])
    return f"# TODO {field.name}: {example}  # {hint}"


def _write_doubt(candidate: Candidate) -> str:
    """A value that the source may mean, with the words it stands in, below the TODO that waits for it."""
    value = candidate.value if isinstance(candidate.value, str) else json.dumps(candidate.value, ensure_ascii=False)
    return f'#   perhaps {_shorten(value, 90)}: "{_shorten(candidate.evidence, 120)}"'


def _show_evidence(value: Any, evidence: str) -> str:
    """*evidence* shortened so that what the value is made of stays in it, where it stands there word for word."""
    words = " ".join(evidence.split())
    for leaf in map(str, _leaves(value)):
        if len(words) > _MAX_EVIDENCE and (at := words.casefold().find(leaf.casefold())) >= 0 and leaf:
            return cut_around(words, at, at + len(leaf), _MAX_EVIDENCE)
    return _shorten(words, _MAX_EVIDENCE)


def _is_as_written(value: Any, evidence: str) -> bool:
    """Whether every word of the value stands in its evidence as it is."""
    folded = " ".join(evidence.split()).casefold()
    return all(str(leaf).casefold() in folded for leaf in _leaves(value))


def _leaves(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


def _write_notes(draft: Draft) -> list[str]:
    """What the source has and a posting has not, what was repaired, and what to look at, as comments."""
    unused = {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for key, value in draft.unknown.items()
    }
    most = 300 if sum(len(value) for value in unused.values()) <= MAX_NOTES else 80
    notes = [f"# imported from: {_shorten(draft.origin, 300)}"] if draft.source not in ("", "-") else []
    notes += [f"# not used here: {_shorten(key, 60)}: {_shorten(value, most)}" for key, value in unused.items()]
    notes += [f"# repaired: {_shorten(repair, 160)}" for repair in dict.fromkeys(draft.repairs)]
    notes += [f"# look at: {_shorten(problem, 200)}" for problem in dict.fromkeys(draft.problems)]
    kept: list[str] = []
    for note in notes:
        if sum(map(len, kept)) + len(note) > MAX_NOTES + 2000:
            kept.append(f"# not used here: {len(notes) - len(kept)} more lines of the source's front matter")
            break
        kept.append(note)
    return kept


def _name_file(draft: Draft, values: dict[str, Any], now: dt.datetime) -> str:
    year = str(values.get("date") or values.get("deadline") or "")[:4]
    organization = values.get("organization") or ""
    employer = organization["name"] if isinstance(organization, dict) else organization
    slug = propose_slug(employer, values.get("title") or draft.stem) or propose_slug("", draft.stem) or "posting"
    return f"{year if year.isdigit() else now.year}/{slug}.md"


def _shorten(text: str, most: int) -> str:
    """*text* as a part of a comment, in which nothing is hidden and a file's name may be any bytes."""
    return write_visibly(cut(" ".join(str(text).split()), most))
