"""Diagnostics as text: one renderer for each reader, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jobboard.diagnostics import Diagnostic
from jobboard.reports.github import render_github
from jobboard.reports.json import render_json
from jobboard.reports.markdown import render_markdown
from jobboard.reports.sarif import render_sarif
from jobboard.reports.terminal import render_terminal

Renderer = Callable[[Sequence[Diagnostic], str | None], str]
"""Takes the diagnostics and the address below which the rules' pages are, if there is one."""

RENDERERS: dict[str, Renderer] = {
    "text": render_terminal,
    "github": render_github,
    "markdown": render_markdown,
    "json": render_json,
    "sarif": render_sarif,
}
"""By the name a user gives to `--format`."""


def summarize(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """One closing line with counts: "2 errors and 1 warning in 2 of 40 postings"."""
    errors = sum(diagnostic.is_error for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    counts = [_count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    affected = len({diagnostic.path for diagnostic in diagnostics})
    if not counts:
        return f"{_count(files, 'posting')} checked, no problems found"
    if files == 0:
        return f"{' and '.join(counts)} found"
    where = f"{affected} of {_count(files, 'posting')}" if files > 1 else _count(files, "posting")
    return f"{' and '.join(counts)} in {where}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
