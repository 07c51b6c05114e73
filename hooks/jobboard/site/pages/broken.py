"""In the place of a posting that is broken, in a preview: what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from markupsafe import escape

from jobboard.diagnostics.diagnostic import Diagnostic, has_errors
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.site.pages.page import Page, PageText
from jobboard.site.pages.templates import Templates
from jobboard.source.addresses import job_address, slug_of_file
from jobboard.standards.invisible import write_visibly


def make_broken_pages(diagnostics: Iterable[Diagnostic], site_url: str, templates: Templates) -> Iterator[Page]:
    """A page with its report for each posting among *diagnostics* that has errors, where its own page would be."""
    by_path: dict[str, list[Diagnostic]] = {}
    for found in diagnostics:
        by_path.setdefault(found.path, []).append(found)
    for path, found_there in by_path.items():
        slug = slug_of_file(path.rpartition("/")[2])
        if slug and has_errors(found_there):
            render = partial(_explain, path, found_there, site_url, templates)
            yield Page(address=job_address(slug), render=render, is_listed=False)


def _explain(path: str, diagnostics: Sequence[Diagnostic], site_url: str, templates: Templates) -> PageText:
    lead = "It is left out until this is mended; this page follows every change of the file."
    body = f"<p>{lead}</p>\n<pre><code>{escape(render_terminal(diagnostics, site_url))}</code></pre>"
    heading = f"{write_visibly(path)} is broken"
    return PageText(title=heading, description=lead, content=templates.render("text", heading=heading, body=body))
