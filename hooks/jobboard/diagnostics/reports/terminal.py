"""Diagnostics as people read them, in rustc's layout (rustc-dev-guide, "Errors and lints")."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from jobboard.diagnostics.diagnostic import Diagnostic, Mark, first_of, made_visible
from jobboard.standards.english import say_count

MAX_WIDTH = 100
"""Columns of a source line that are shown; a longer one is windowed around its mark."""


MAX_TOLD = 1_000
"""Diagnostics that are shown; nobody reads more."""


def render_terminal(diagnostics: Sequence[Diagnostic], site_url: str | None = None) -> str:
    """Diagnostics with an empty line between them; rule pages are linked when *site* is given."""
    told = [_render(diagnostic, site_url) for diagnostic in made_visible(first_of(diagnostics, MAX_TOLD))]
    if more := len(diagnostics) - len(told):
        told.append(say_left_out(more) + "\n")
    return "\n".join(told)


def say_left_out(number: int) -> str:
    """What stands in place of *number* diagnostics that are not told."""
    return f"… mend these first: there are {say_count(number, 'problem')} more, which the next report shows"


def _render(diagnostic: Diagnostic, site_url: str | None) -> str:
    gutter = len(str(max((mark.line for mark in diagnostic.marks), default=1)))
    margin = " " * gutter
    lines = [f"{diagnostic.severity}[{diagnostic.rule}]: {diagnostic.message}"]
    place = f":{diagnostic.line}:{diagnostic.column}" if diagnostic.marks else ""
    lines.append(f"{margin}--> {diagnostic.path}{place}")
    if diagnostic.marks:
        lines.append(f"{margin} |")
        previous = 0
        for mark in sorted(diagnostic.marks, key=lambda mark: (mark.line, mark.column)):
            if previous and mark.line > previous + 1:
                lines.append(f"{margin} …")
            text, carets = _draw(mark)
            lines.append(f"{mark.line:>{gutter}} | {text}".rstrip())
            lines.append(f"{margin} | {carets}".rstrip())
            previous = mark.line
        lines.append(f"{margin} |")
    notes = [f"help: {proposal}" for proposal in diagnostic.help]
    if site_url:
        notes.append(f"see: {site_url}rules/{diagnostic.rule}/")
    lines += [f"{margin} = {note}" for note in notes]
    return "\n".join(lines) + "\n"


def _draw(mark: Mark) -> tuple[str, str]:
    """The line and what stands under it, windowed; carets are placed by display width."""
    text = mark.text
    start, end = mark.column - 1, mark.column - 1 + mark.length
    if _width(text) > MAX_WIDTH:
        first = max(0, min(start - 30, len(text) - MAX_WIDTH))
        last = first + MAX_WIDTH
        before, after = "…" if first else "", "…" if last < len(text) else ""
        text = before + text[first:last] + after
        start, end = start - first + len(before), min(end - first + len(before), len(text) - len(after))
    carets = " " * _width(text[:start]) + "^" * max(1, _width(text[start:end]))
    return text, f"{carets} {mark.label}" if mark.label else carets


def _width(text: str) -> int:
    """Terminal columns: East Asian wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )
