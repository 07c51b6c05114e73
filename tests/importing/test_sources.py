"""Where drafts come from: files, and addresses that are fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafts import draft_document
from jobboard.importing import sources
from jobboard.importing.fetching.fetch import FetchedPage, FetchError
from jobboard.importing.sources import MAX_PAGE_BYTES, SourceError, read_source

ADDRESS = "https://example.org/jobs/42.txt"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<html><body><main><h1>Postdoc in ice</h1><p>Two years.</p></main></body></html>", "text/html"),
        (b"Postdoc in ice\n\nTwo years.\n", "text/plain"),
    ],
)
def test_an_address_is_read_by_what_is_there(monkeypatch: pytest.MonkeyPatch, content: bytes, kind: str) -> None:
    """A page as a page, a text as a text."""
    page = FetchedPage(url=ADDRESS, content=content, content_type=kind, charset="utf-8")
    monkeypatch.setattr(sources, "fetch", lambda _: page)
    assert read_source(ADDRESS)[0].findings["title"].value == "Postdoc in ice"


def test_a_page_that_cannot_be_fetched_is_a_source_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same reason."""

    def refuse(_: str) -> FetchedPage:
        raise FetchError("the page is gone; save it with your browser")

    monkeypatch.setattr(sources, "fetch", refuse)
    with pytest.raises(SourceError, match="the page is gone"):
        read_source(ADDRESS)


def test_a_page_may_be_larger_than_a_text_but_not_endless() -> None:
    """A saved page has scripts in it."""
    page = b"<!DOCTYPE html><h1>Postdoc in ice</h1>".ljust(300_000)
    assert draft_document(page, "a.html", "a.html").findings["title"].value == "Postdoc in ice"
    with pytest.raises(SourceError, match="larger than 8 MiB"):
        draft_document(page.ljust(MAX_PAGE_BYTES + 1), "a.html", "a.html")


def test_what_is_no_file_is_named_so(tmp_path: Path) -> None:
    """A folder, nothing at all, and a name that no file can have."""
    for source, reason in ((tmp_path, "it is no file"), (tmp_path / "a", "there is no such file")):
        with pytest.raises(SourceError, match=reason):
            read_source(str(source))
    with pytest.raises(SourceError, match="it cannot be read: file name too long"):
        read_source(str(tmp_path / ("a" * 300)))
