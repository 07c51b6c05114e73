"""Whatever a file is called and holds, a report of it controls nothing that shows it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.diagnostics.diagnostic import Diagnostic, Mark, Severity
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.standards.invisible import HIDDEN

HOSTILE = "a\n::error file=b::c\r\x1b[31m\u202e\t\udcff\u2028d"
SEEN = "a\\n::error file=b::c\\r\\x1b[31m\\u202e\\t\\xff\\u2028d"


def _diagnostic(text: str) -> Diagnostic:
    mark = Mark(line=2, column=1, length=len(text), text=text, label=text)
    return Diagnostic(
        rule="invalid-value", severity=Severity.ERROR, path=text, message=text, marks=(mark,), help=(text,)
    )


@pytest.mark.parametrize("layout", RENDERERS)
def test_a_line_break_in_a_name_begins_no_line(layout: str) -> None:
    """A file's name or a value that looks like a command of GitHub's stays in its line, and is seen for what it is."""
    report = RENDERERS[layout]([_diagnostic(HOSTILE)], None)
    assert not [line for line in report.splitlines() if line.startswith("::error file=b")]
    report.encode()
    if layout == "json":
        assert json.loads(report)[0]["path"] == SEEN
    elif layout in ("text", "github"):
        assert SEEN in report.replace("%3A", ":")


@given(st.text(st.characters(codec=None), max_size=20))
def test_no_format_shows_what_nobody_can_see(text: str) -> None:
    """Any text in any part of a report: no control character but the report's own line breaks, and no half surrogate."""
    for render in RENDERERS.values():
        report = render([_diagnostic(text)], None)
        report.encode()
        assert not HIDDEN.search(report)
        assert "\t" not in report
        assert "\r" not in report


@pytest.mark.parametrize("layout", ["json", "sarif"])
def test_what_programs_read_is_ascii(layout: str) -> None:
    """Programs get the whole report whatever the encoding of the output is."""
    assert RENDERERS[layout]([_diagnostic("Łódź – 京")], None).isascii()
