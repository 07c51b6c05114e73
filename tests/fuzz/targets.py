"""What is fuzzed: each target takes any bytes, and raises where something does not hold that must always hold."""

from __future__ import annotations

import datetime as dt
import os
import re
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import comrak

from jobboard.board.policy_reader import load_policy, read_policy
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.importing.assessment import assess
from jobboard.importing.posting_file import render_posting
from jobboard.importing.sources import SourceError, read_source
from jobboard.policy import Policy
from jobboard.postings.fixes import repair_posting
from jobboard.postings.reader import PostingFile, examine_posting
from jobboard.source.characters import decode_text
from jobboard.source.front_matter import read_document
from jobboard.source.plain_yaml import read_plain
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.wording import sanitizing
from jobboard.wording.github_markdown import EXTENSIONS, RENDERING
from jobboard.wording.markdown import render_markdown

Target = Callable[[bytes], None]

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [a-z-]+=\"[^\"<>]*\")*)>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"<>]*)"')
_ALLOWED = {
    "a": {"href", "title", "id", "aria-label", "rel"}, "aside": {"class"}, "code": {"class"},
    "input": {"type", "disabled", "checked"}, "li": {"id"}, "ol": {"start"}, "p": {"class"}, "section": {"class"},
    "sup": {"class"}, "td": {"align"}, "th": {"align"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "h5": {"id"}, "h6": {"id"},
}  # fmt: skip
_BARE = {
    "blockquote", "br", "del", "em", "hr", "pre", "strong", "table", "tbody", "thead", "tr", "ul",
}  # fmt: skip


@cache
def policy() -> Policy:
    """The tests' own."""
    found, problems = load_policy(Path(__file__).parent.parent / "board.yml")
    assert found is not None, problems
    return found


def source(data: bytes) -> None:
    """Any bytes are text with a front matter or are reported; the short way reads what PyYAML reads."""
    text, problems = decode_text("a.md", data)
    _check_reports(problems)
    if text is None:
        return
    _check_reports(read_document(text).diagnostics)
    header = text.text
    if (plain := read_plain(header, 2)) is not None:
        diagnostics: list[Diagnostic] = []
        assert plain == read_mapping(SourceText("a.md", f"---\n{header}"), header, 2, diagnostics), header
        assert diagnostics == [], header


def posting(data: bytes) -> None:
    """Any bytes are a posting or are reported; what `--fix` makes of them needs no other fix, and errors do not grow."""
    file = PostingFile(path="a.md", shown="a.md", data=data)
    found = examine_posting(file, policy())
    assert (found.posting is None) == any(problem.is_error for problem in found.diagnostics)
    _check_reports(found.diagnostics)
    if found.posting is not None:
        _check_text(render_markdown(found.posting.body))
    if found.document is None:
        return
    repair = repair_posting(file, policy())
    assert repair_posting(file._replace(data=repair.data), policy()).data == repair.data
    if found.posting is not None:
        assert examine_posting(file._replace(data=repair.data), policy()).posting is not None


def text(data: bytes) -> None:
    """Any text becomes HTML of known elements; the short way past the sanitizer gives what the sanitizer gives."""
    read, _ = decode_text("a.md", data)
    if read is None:
        return
    written = read.text
    raw = comrak.render_markdown(written, extension_options=EXTENSIONS, render_options=RENDERING)
    short = sanitizing.sanitize(raw)
    assert short == sanitizing.sanitize_any(raw), written
    _check_text(render_markdown(written))


def board(data: bytes) -> None:
    """Any bytes are a board's policy or are reported."""
    text, problems = decode_text("board.yml", data)
    _check_reports(problems)
    if text is not None:
        found, problems = read_policy(text)
        assert (found is None) <= any(problem.is_error for problem in problems) or not problems
        _check_reports(problems)


def importer(data: bytes) -> None:
    """Any bytes are a draft that is written as text without what nobody sees, or are refused in a sentence."""
    ending = (".html", ".md", ".txt")[len(data) % 3]
    with tempfile.NamedTemporaryFile(suffix=ending, dir=_MEMORY) as file:
        file.write(data)
        file.flush()
        try:
            drafts = read_source(file.name, is_split=True)
        except SourceError as error:
            written = str(error)
        else:
            postings = [render_posting(draft, assess(draft, policy(), NOW), NOW) for draft in drafts]
            written = "".join(text for _, text in postings)
    written.encode()
    assert not _CONTROLS.search(written), written


TARGETS: dict[str, Target] = {
    "source": source,
    "posting": posting,
    "text": text,
    "board": board,
    "importer": importer,
}

_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _check_reports(problems: list[Diagnostic]) -> None:
    """Every problem can be shown in every form, and points to a place of its line."""
    for problem in problems:
        for mark in problem.marks:
            assert mark.line >= 1, problem
            assert 1 <= mark.column <= len(mark.text) + 1, problem
            assert mark.column - 1 + mark.length <= len(mark.text), problem
    for name, render in RENDERERS.items():
        assert not _CONTROLS.search(render(problems, None)), name


def _check_text(html: str) -> None:
    """Nothing but known elements with known attributes, and links that lead to the web, a mailbox, a telephone or the text itself."""
    rest = _TAG.sub("", html)
    assert "<" not in rest, html
    for is_end, name, attributes in _TAG.findall(html):
        assert name in _ALLOWED or name in _BARE, html
        found = _ATTRIBUTE.findall(attributes)
        assert not (is_end and found), html
        for attribute, value in found:
            assert attribute in _ALLOWED.get(name, ()), html
            if attribute == "id":
                assert value.startswith("text-"), html
            if attribute == "href" and (scheme := re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", value)):
                assert scheme[0].lower() in ("http:", "https:", "mailto:", "tel:"), html
    assert not _CONTROLS.search(html), html
