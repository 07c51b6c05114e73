"""Diagnostics as GitHub workflow commands, shown beside the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Sequence

from jobboard.diagnostics.diagnostic import Diagnostic, first_of, made_visible
from jobboard.diagnostics.reports.terminal import MAX_TOLD, say_left_out


def render_github(diagnostics: Sequence[Diagnostic], site_url: str | None = None) -> str:
    """One command a line."""
    told = [_command(diagnostic, site_url) for diagnostic in made_visible(first_of(diagnostics, MAX_TOLD))]
    if more := len(diagnostics) - len(told):
        told.append(f"::notice::{say_left_out(more)}\n")
    return "".join(told)


def _command(diagnostic: Diagnostic, site_url: str | None) -> str:
    properties = {"file": diagnostic.path, "line": str(diagnostic.line), "col": str(diagnostic.column)}
    if diagnostic.marks and diagnostic.marks[0].length:
        properties["endColumn"] = str(diagnostic.column + diagnostic.marks[0].length)
    properties["title"] = diagnostic.rule
    label = diagnostic.marks[0].label if diagnostic.marks else ""
    text = diagnostic.message + (f" – {label}" if label else "")
    lines = [text, *(f"help: {proposal}" for proposal in diagnostic.help)]
    if site_url:
        lines.append(f"see: {site_url}rules/{diagnostic.rule}/")
    listed = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    message = _escape("\n".join(lines))
    return f"::{diagnostic.severity} {listed}::{message}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
