"""The line that closes a report."""

from __future__ import annotations

from collections.abc import Sequence

from jobboard.diagnostics.diagnostic import Diagnostic


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
