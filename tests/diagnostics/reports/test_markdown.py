"""The report as Markdown, for the summary of a job on GitHub."""

from __future__ import annotations

import re

import comrak
import pytest

from building import Project
from diagnostics.reports.by_hand import diagnostic
from jobboard.diagnostics.diagnostic import Mark
from jobboard.diagnostics.reports.markdown import MAX_ROWS, render_job_summary

HOSTILE = "a|b `c <img src=x onerror=alert(1)> **d** [e](https://evil.example) @f :tada: \n| # www.evil.example"


def test_a_summary_is_a_table_for_each_file(project: Project) -> None:
    """The job summary names each file once, with line, problem, what to type, and a link to the rule's page."""
    result = project.jobboard("check", "--format", "markdown")
    assert result.returncode == 1
    html = _render(result.stdout)
    assert re.findall("<h3><code>(.*?)</code></h3>", html) == ["postings/bad.md", "postings/warned.md"]
    assert "<code>draft</code> must be <code>true</code> or <code>false</code>, found <code>fasle</code>" in html
    assert '<a href="https://jobs.example.org/rules/invalid-draft/">invalid-draft</a>' in html
    assert "<strong>warning:</strong> the position is remote" in html
    assert re.search(r"<td[^>]*>11</td>", html)
    assert html.count("<table>") == 2


@pytest.mark.parametrize("part", ["message", "label", "help", "path"])
def test_nothing_an_author_wrote_becomes_markup(part: str) -> None:
    """Pipes, backticks, HTML and links in a value are shown as they are, in every part of a summary."""
    label = HOSTILE if part == "label" else ""
    problem = diagnostic(
        f"found `{HOSTILE}` and `" if part == "message" else "found",
        Mark(line=1, column=1, length=1, text="x", label=label),
        help=(f"write `{HOSTILE}`",) if part == "help" else (),
        path=HOSTILE if part == "path" else "postings/a.md",
    )
    summary = render_job_summary([problem], None)
    html = _render(summary)
    assert set(re.findall(r"<(\w+)", html)) <= {
        "h2",
        "h3",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "strong",
    }
    assert len(re.findall("<td", html)) == 4
    assert "@f" not in summary
    assert (
        "&lt;img src=x onerror=alert(1)&gt; **d** [e](https://evil.example) @f :tada: \\n| # www.evil.example" in html
    )


def test_a_long_summary_ends_where_github_would_refuse_it() -> None:
    """More rows than fit into a job summary are counted instead."""
    summary = render_job_summary([diagnostic(f"problem {number}") for number in range(MAX_ROWS + 7)])
    assert summary.endswith("\n… and 7 more.\n")
    assert len(summary.encode()) < 1024 * 1024
    assert "No problems were found" in render_job_summary([])


def _render(summary: str) -> str:
    """*summary* as GitHub renders it, but for its sanitiser: every tag in it counts."""
    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.autolink = extensions.strikethrough = rendering.unsafe_ = True
    return comrak.render_markdown(summary, extension_options=extensions, render_options=rendering)


def test_a_summary_of_long_messages_ends_before_github_refuses_it() -> None:
    """However many signs an author writes, each of which takes five bytes; what is left out is counted."""
    problem = diagnostic("`" + "|*_[<&" * 400)._replace(help=("<" * 3000, ">" * 3000))
    summary = render_job_summary([problem] * MAX_ROWS)
    assert len(summary.encode()) < 1024 * 1024
    rows = summary.count("**error:**")
    assert summary.endswith(f"… and {MAX_ROWS - rows} more.\n")
    assert rows > 50
