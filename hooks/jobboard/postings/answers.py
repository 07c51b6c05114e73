"""Answers somebody gives about a position, judged by the reader of postings itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.fields.table import FIELDS, FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.fixes import repair_posting
from jobboard.postings.reader import PostingFile, read_posting
from jobboard.postings.writer import needed_fields
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping

_SHOWN = "your answer"


def find_problems(name: str, values: Mapping[str, str], policy: Policy) -> list[Diagnostic]:
    """The errors `jobboard check` would report at the field *name*, given the *values* (YAML) known so far."""
    line = f"{name}: {values[name]}"
    broken: list[Diagnostic] = []
    read_mapping(SourceText(_SHOWN, line), line, 1, broken)
    if broken:
        return broken
    _, diagnostics = read_answers(values, policy)
    number = 2 + [field.name for field in FIELDS if field.name in values].index(name)
    found = (problem for problem in diagnostics if problem.is_error and problem.marks and problem.line == number)
    return [problem._replace(marks=(problem.marks[0]._replace(line=1),)) for problem in found]


def mend(name: str, values: Mapping[str, str], policy: Policy) -> str | None:
    """The value of the field *name* as `jobboard check --fix` would leave it, if it then passes."""
    data = repair_posting(PostingFile(path="answers.md", shown=_SHOWN, data=_write(values)), policy).data
    line = re.search(rf"^{name}: (.+)$", data.decode("utf-8", "replace"), re.MULTILINE)
    if line is None or line[1] == values[name] or find_problems(name, {**values, name: line[1]}, policy):
        return None
    return line[1]


def find_missing(values: Mapping[str, str], policy: Policy) -> list[str]:
    """The fields that must be stated on this board and are not, in the order of the field table."""
    return [field.name for field in FIELDS if field.name not in values and is_needed(field.name, values, policy)]


def is_needed(name: str, values: Mapping[str, str], policy: Policy) -> bool:
    """Whether a posting with these *values* must state the field *name*."""
    is_without_place = name == "location" and values.get("work_mode") == "remote"
    return name in needed_fields(policy) and not is_without_place


def read_answers(values: Mapping[str, str], policy: Policy) -> tuple[Posting | None, list[Diagnostic]]:
    """The posting these *values* make, whatever its text will be, or all that is wrong with them together."""
    return read_posting(PostingFile(path="answers.md", shown=_SHOWN, data=_write(values)), policy)


def _write(values: Mapping[str, str]) -> bytes:
    """A posting of *values*."""
    lines = [f"{name}: {values[name]}\n" for name in FIELDS_BY_NAME if name in values]
    return f"---\n{''.join(lines)}---\n\nText.\n".encode("utf-8", "surrogateescape")
