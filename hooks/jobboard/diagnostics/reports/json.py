"""Diagnostics for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from jobboard.diagnostics.diagnostic import Diagnostic, made_visible


def render_json(diagnostics: Sequence[Diagnostic], site_url: str | None = None) -> str:
    """A JSON array in ASCII, one object a diagnostic.

    `marks[0]` is the primary place, `fix` what repairs it (or []).
    """
    objects = [_object(diagnostic, site_url) for diagnostic in made_visible(diagnostics)]
    return json.dumps(objects, indent=2) + "\n"


def _object(diagnostic: Diagnostic, site_url: str | None) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "message": diagnostic.message,
        "help": list(diagnostic.help),
        "marks": [
            {"line": mark.line, "column": mark.column, "length": mark.length, "label": mark.label}
            for mark in diagnostic.marks
        ],
        "fix": [
            {"line": edit.line, "column": edit.column, "length": edit.length, "replacement": edit.replacement}
            for edit in diagnostic.fix
        ],
        "see": f"{site_url}rules/{diagnostic.rule}/" if site_url else None,
    }
