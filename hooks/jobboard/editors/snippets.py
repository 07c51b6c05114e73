"""Snippets for VS Code: a whole posting, and one for each field, with the board's own words to choose from.

https://code.visualstudio.com/docs/editing/userdefinedsnippets
"""

from __future__ import annotations

import json
import re
from typing import Any

from jobboard.editors.schema import choices_of
from jobboard.fields.table import FIELDS, Field
from jobboard.policy import Policy
from jobboard.postings.writer import example_of, needed_fields

_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"
_ALSO_ASKED = frozenset({"work_mode", "salary"})
"""What most readers look for, and nobody must state."""


def make_snippets(policy: Policy) -> str:
    """The content of `.vscode/postings.code-snippets`."""
    snippets: dict[str, Any] = {
        "Posting": _snippet("posting", _write_posting(policy), "A whole posting with its required fields", "**/*.md"),
    }
    for field in FIELDS:
        body = [f"{field.name}: {_write_value(field, 1, policy)}"]
        snippets[f"Field {field.name}"] = _snippet(field.name, body, field.meaning, "**/postings/**/*.md")
    return json.dumps(snippets, ensure_ascii=False, indent=2) + "\n"


def _snippet(prefix: str, body: list[str], meaning: str, include: str) -> dict[str, Any]:
    return {"scope": "markdown", "include": [include], "prefix": prefix, "body": body, "description": meaning}


def _write_posting(policy: Policy) -> list[str]:
    names = needed_fields(policy) | _ALSO_ASKED
    fields = [field for field in FIELDS if field.name in names]
    lines = [f"{field.name}: {_write_value(field, number, policy)}" for number, field in enumerate(fields, 1)]
    return ["---", *lines, "---", "", "$0"]


def _write_value(field: Field, number: int, policy: Policy) -> str:
    """A placeholder: a choice where the words are known, today for a date, else the example to type over."""
    example = example_of(field, policy)
    first = example.strip("[]").partition(",")[0]
    choices = choices_of(field.name, policy)
    if first in choices:
        ordered = sorted(choices, key=lambda choice: choice != first)
        choice = f"${{{number}|{','.join(_escape(word, ',|') for word in ordered)}|}}"
        return f"[{choice}]" if example.startswith("[") else choice
    if field.name in ("date", "updated"):
        return _TODAY
    return f"${{{number}:{_escape(example, '}$')}}}"


def _escape(text: str, signs: str) -> str:
    return re.sub(rf"([{re.escape(signs)}\\])", r"\\\1", text)
