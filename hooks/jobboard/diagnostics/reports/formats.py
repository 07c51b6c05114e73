"""The forms in which diagnostics are told, by the name a user gives to `--format`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.reports.github import render_github
from jobboard.diagnostics.reports.json import render_json
from jobboard.diagnostics.reports.markdown import render_job_summary
from jobboard.diagnostics.reports.sarif import render_sarif
from jobboard.diagnostics.reports.terminal import render_terminal

Renderer = Callable[[Sequence[Diagnostic], str | None], str]
"""Takes the diagnostics and the address below which the rules' pages are, if there is one."""

RENDERERS: dict[str, Renderer] = {
    "text": render_terminal,
    "github": render_github,
    "markdown": render_job_summary,
    "json": render_json,
    "sarif": render_sarif,
}
