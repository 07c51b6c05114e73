"""Diagnostics made by hand."""

from __future__ import annotations

from jobboard.diagnostics.diagnostic import Diagnostic, Mark, Severity


def diagnostic(message: str, *marks: Mark, path: str = "postings/a.md", help: tuple[str, ...] = ()) -> Diagnostic:
    """An error that says *message*."""
    return Diagnostic(rule="invalid-value", severity=Severity.ERROR, path=path, message=message, marks=marks, help=help)
