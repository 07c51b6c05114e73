"""What an import found, as tables for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from jobboard.importing.assessment import EXPECTED, Assessed, How, yaml_line
from jobboard.importing.draft import Draft
from jobboard.standards.english import cut

_WIDEST = 56


def describe_fields(fields: Iterable[Assessed]) -> str:
    """A line for each field of one posting: how it was found, its value and the words it came from."""
    rows: list[tuple[str, ...]] = [("field", "how", "value", "evidence")]
    for field in fields:
        value = "" if field.value is None else yaml_line(field.name, field.value).partition(":")[2]
        rows.append((field.name, field.how.value, _fit(value or field.refused), _fit(field.evidence)))
    return _align(rows)


def describe_notes(draft: Draft) -> str:
    """What was repaired and what was left, a line each; empty when there is nothing to say."""
    notes = [f"repaired: {repair}" for repair in dict.fromkeys(draft.repairs)]
    return "\n".join([*notes, *(f"look at: {problem}" for problem in dict.fromkeys(draft.problems))])


def describe_counts(postings: Sequence[Sequence[Assessed]]) -> str:
    """How often each field was found, inferred and missing in many postings."""
    counts = {name: Counter[How]() for name in EXPECTED}
    for fields in postings:
        for field in fields:
            counts.setdefault(field.name, Counter())[field.how] += 1
    rows: list[tuple[str, ...]] = [("field", *(how.value for how in How))]
    rows += [(name, *(f"{counted[how]:,}" for how in How)) for name, counted in counts.items()]
    return _align(rows, right=True)


def _align(rows: list[tuple[str, ...]], *, right: bool = False) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if right and column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _fit(text: str) -> str:
    text = " ".join(text.split())
    return cut(text, _WIDEST)
