"""The line that closes a report."""

from __future__ import annotations

from collections.abc import Sequence

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.standards.english import say_count


def summarize(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """One closing line with counts: "2 errors and 1 warning in 2 of 40 postings"."""
    errors = sum(diagnostic.is_error for diagnostic in diagnostics)
    warnings = len(diagnostics) - errors
    counts = [say_count(number, word) for number, word in ((errors, "error"), (warnings, "warning")) if number]
    affected = len({diagnostic.path for diagnostic in diagnostics})
    if not counts:
        return f"{say_count(files, 'posting')} checked, no problems found"
    if files == 0:
        return f"{' and '.join(counts)} found"
    where = f"{affected} of {say_count(files, 'posting')}" if files > 1 else say_count(files, "posting")
    return f"{' and '.join(counts)} in {where}"
