"""What an import is given: files, folders, standard input and addresses; each becomes a draft or says why not."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from jobboard.importing.draft import Draft
from jobboard.importing.fetching.fetch import FetchError, fetch
from jobboard.importing.pages.web_page import read_page
from jobboard.importing.posts.foreign import read_foreign
from jobboard.importing.posts.headers import begins_with_header
from jobboard.importing.texts.cleaning import decode
from jobboard.importing.texts.text import read_text
from jobboard.source.characters import MAX_BYTES

ENDINGS = (".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm")
MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A saved page carries scripts and pictures besides its text."""
STANDARD_INPUT = "-"
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_HTML = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


class SourceError(Exception):
    """A source that cannot be read; the message says why in one sentence."""


def is_address(source: str) -> bool:
    """Whether *source* is a web address."""
    return bool(_WEB_ADDRESS.match(source))


def find_sources(stated: tuple[str, ...]) -> Iterator[str]:
    """The sources to read: folders are replaced by the files below them, sorted."""
    for source in stated:
        if source != STANDARD_INPUT and not is_address(source) and Path(source).is_dir():
            for folder, inner, files in os.walk(source):
                inner[:] = sorted(name for name in inner if not name.startswith("."))
                yield from (os.path.join(folder, name) for name in sorted(files) if _is_meant(name))
        else:
            yield source


def read_source(source: str) -> Draft:
    """The draft of one source; raises SourceError for what is no text, too large, empty or out of reach."""
    if is_address(source):
        return _read_address(source)
    data = sys.stdin.buffer.read(MAX_PAGE_BYTES + 1) if source == STANDARD_INPUT else _read_file(Path(source))
    return draft_document(data, source, "" if source == STANDARD_INPUT else source)


def draft_document(data: bytes, source: str, name: str) -> Draft:
    """The draft of *data*, whose kind its content tells, or the ending of its *name*."""
    if not data.strip():
        raise SourceError("it is empty")
    ending = os.path.splitext(name)[1].casefold()
    if _HTML.match(data[:4096].decode("utf-8", "replace")) or ending in (".html", ".htm"):
        if len(data) > MAX_PAGE_BYTES:
            raise SourceError(f"it is larger than {MAX_PAGE_BYTES // 1024 // 1024} MiB")

        return read_page(data, source)
    if len(data) > MAX_BYTES:
        raise SourceError(f"it is larger than {MAX_BYTES // 1024} KiB")
    try:
        text, repair = decode(data)
    except ValueError as error:
        raise SourceError(str(error)) from None
    if ending in (".md", ".markdown", ".mdx") or begins_with_header(text):
        draft = read_foreign(text, source, name)
    else:
        draft = read_text(text, source, name)
    if repair:
        draft.repairs.insert(0, repair)
    return draft


def _is_meant(name: str) -> bool:
    """Whether a file in a folder may be a posting: READMEs and hidden files are not."""
    stem, ending = os.path.splitext(name.casefold())
    return (
        ending in ENDINGS
        and not name.startswith(".")
        and stem not in ("readme", "license", "contributing", "changelog")
    )


def _read_file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise SourceError("there is no such file" if not path.exists() else "it is no file")
        with path.open("rb") as file:
            return file.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise SourceError(f"it cannot be read: {(error.strerror or str(error)).lower()}") from None


def _read_address(url: str) -> Draft:
    try:
        page = fetch(url)
    except FetchError as error:
        raise SourceError(str(error)) from None
    if "html" in (page.content_type or "html"):
        return read_page(page.content, url, page.url, charset=page.charset)
    return draft_document(page.content, page.url, page.url.rsplit("/", 1)[-1])
