"""What an import is given: files, folders, standard input and addresses; each becomes a draft or says why not."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

from jobboard.importing.documents import PDF, DocumentError, is_document, read_pdf, read_word
from jobboard.importing.draft import Draft, is_address
from jobboard.importing.fetching.fetch import FetchError, fetch
from jobboard.importing.pages.html_tree import TooManyTagsError
from jobboard.importing.pages.web_page import count_jobs, read_page
from jobboard.importing.posts.foreign import read_foreign
from jobboard.importing.posts.headers import begins_with_header
from jobboard.importing.splitting import split_text
from jobboard.importing.texts.cleaning import decode
from jobboard.importing.texts.text import read_text
from jobboard.source.characters import MAX_BYTES

MARKDOWN = (".md", ".markdown", ".mdx")
ENDINGS = (".txt", ".text", *MARKDOWN, ".html", ".htm", ".pdf", ".docx")
MAX_PAGE_BYTES = 8 * 1024 * 1024
"""A saved page carries scripts and pictures besides its text."""
STANDARD_INPUT = "-"
_NO_POSTINGS = ("readme", "license", "licence", "contributing", "changelog", "code_of_conduct")
_HTML = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TELLING = (
    "position",
    "deadline",
    "apply",
    "salary",
    "contract",
    "employment",
    "start",
    "organization",
    "location",
    "work_mode",
)
"""Fields of which a text about a position states at least one besides its title."""


class SourceError(Exception):
    """A source that cannot be read; the message says why in one sentence."""


class Sources(NamedTuple):
    """What was named, file by file."""

    found: list[str]
    left_out: list[str]
    """Files in folders that their names say are no postings."""


def find_sources(stated: tuple[str, ...]) -> Sources:
    """The sources to read: folders are replaced by the files below them, sorted, and no file is forgotten."""
    sources = Sources([], [])
    for source in stated:
        if source == STANDARD_INPUT or is_address(source) or not Path(source).is_dir():
            sources.found.append(source)
            continue
        for folder, inner, files in os.walk(source):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(files):
                (sources.found if _is_meant(name) else sources.left_out).append(os.path.join(folder, name))
    return Sources(list(dict.fromkeys(sources.found)), list(dict.fromkeys(sources.left_out)))


def read_source(source: str, *, is_split: bool = False) -> list[Draft]:
    """The drafts of one source, several only if it *is split*; raises SourceError for what cannot be read."""
    if is_address(source):
        return _read_address(source, is_split=is_split)
    data = sys.stdin.buffer.read(MAX_PAGE_BYTES + 1) if source == STANDARD_INPUT else _read_file(Path(source))
    return draft_documents(data, source, "" if source == STANDARD_INPUT else source, is_split=is_split)


def draft_documents(data: bytes, source: str, name: str, *, is_split: bool = False) -> list[Draft]:
    """The draft of *data*, whose kind its content tells, or the ending of its *name*; one for each position if it *is split*."""
    if not data.strip():
        raise SourceError("it is empty")
    ending = os.path.splitext(name)[1].casefold()
    if _HTML.match(data[:4096].decode("utf-8", "replace")) or ending in (".html", ".htm"):
        if len(data) > MAX_PAGE_BYTES:
            raise SourceError(f"it is larger than {MAX_PAGE_BYTES // 1024 // 1024} MiB")
        return _require_position(_read_pages(data, source, is_split=is_split))
    text, repair = _text_of(data)
    is_post = ending in MARKDOWN or begins_with_header(text)
    drafts = [
        _read_part(part, title, source, name, is_post=is_post) for title, part in (split_text(text) if is_split else [])
    ]
    drafts = drafts or [_read_part(text, "", source, name, is_post=is_post)]
    for draft in drafts:
        if repair:
            draft.repairs.insert(0, repair)
    return _require_position(drafts)


def _text_of(data: bytes) -> tuple[str, str | None]:
    """The text of a file and what was repaired in it."""
    try:
        if is_document(data):
            if len(data) > MAX_PAGE_BYTES:
                raise SourceError(f"it is larger than {MAX_PAGE_BYTES // 1024 // 1024} MiB")
            text = read_pdf(data) if data.startswith(PDF) else read_word(data)
            return text[:MAX_BYTES], None
        if len(data) > MAX_BYTES:
            raise SourceError(f"it is larger than {MAX_BYTES // 1024} KiB")
        return decode(data)
    except (DocumentError, ValueError) as error:
        raise SourceError(str(error)) from None


def _read_part(text: str, title: str, source: str, name: str, *, is_post: bool) -> Draft:
    """The draft of a text; *title* is what its part of a source about several positions is called."""
    return read_foreign(text, source, name, title) if is_post else read_text(text, source, name, title)


def _read_pages(
    data: bytes, source: str, *, is_split: bool, url: str | None = None, charset: str | None = None
) -> list[Draft]:
    try:
        count = count_jobs(data, charset) if is_split else 1
        if count < 2:
            return [read_page(data, source, url, charset=charset)]
        return [read_page(data, source, url, charset=charset, which=number) for number in range(count)]
    except TooManyTagsError as error:
        raise SourceError(str(error)) from None


def _require_position(drafts: list[Draft]) -> list[Draft]:
    """*drafts*, if they are about positions at all."""
    if not any(
        "title" in draft.findings or sum(name in draft.findings or name in draft.proposals for name in _TELLING) > 1
        for draft in drafts
    ):
        raise SourceError("nothing in it tells of a position; write at least its title on the first line")
    return drafts


def _is_meant(name: str) -> bool:
    """Whether a file in a folder may be a posting: READMEs and hidden files are not."""
    stem, ending = os.path.splitext(name.casefold())
    return ending in ENDINGS and not name.startswith(".") and stem not in _NO_POSTINGS


def _read_file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise SourceError("there is no such file" if not path.exists() else "it is no file")
        with path.open("rb") as file:
            return file.read(MAX_PAGE_BYTES + 1)
    except OSError as error:
        raise SourceError(f"it cannot be read: {(error.strerror or str(error)).lower()}") from None


def _read_address(url: str, *, is_split: bool) -> list[Draft]:
    try:
        page = fetch(url)
    except FetchError as error:
        raise SourceError(str(error)) from None
    if "html" in (page.content_type or "html"):
        return _require_position(_read_pages(page.content, url, is_split=is_split, url=page.url, charset=page.charset))
    return draft_documents(page.content, page.url, page.url.rsplit("/", 1)[-1], is_split=is_split)
