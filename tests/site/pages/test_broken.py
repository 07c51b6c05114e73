"""The page that stands in a preview for a posting that is broken."""

from __future__ import annotations

from pathlib import Path

from building import ROOT
from jobboard.diagnostics.diagnostic import Diagnostic, Severity
from jobboard.site.pages.broken import make_broken_pages
from jobboard.site.pages.templates import Templates


def test_a_folder_may_be_called_anything(tmp_path: Path) -> None:
    """Its name is text, in which nothing is hidden, nothing is markup, and nothing stands for a part of the page."""
    path = "postings/\udcff\x02content\x03\x1b[31m<script>/a.md"
    problem = Diagnostic("invalid-draft", Severity.ERROR, path, "`<b>\x1b` \x02title\x03")
    templates = Templates(ROOT, tmp_path, closing_soon=7)
    [page] = make_broken_pages([problem], "https://jobs.example.org/", templates)
    text = page.render()
    said = f"{text.title}\n{text.content}"
    assert not set(said) & {"\x02", "\x03", "\x1b", "\udcff"}
    assert "<script>" not in text.content
    assert "postings/\\xff\\x02content\\x03\\x1b[31m&lt;script&gt;/a.md is broken" in text.content
