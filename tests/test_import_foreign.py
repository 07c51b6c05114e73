"""Each file in `cases/imports` is a source and, beside it, the exact posting it becomes; and what holds for all of them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from jobboard.clock import parse_instant
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.importing.posting_file import write_draft
from jobboard.importing.posts.foreign import read_foreign
from jobboard.importing.posts.headers import read_header
from jobboard.importing.sources import draft_document
from jobboard.importing.texts.links import clean_link, find_emails, find_links
from jobboard.policy import Policy
from jobboard.postings.reader import PostingFile, read_posting

FOLDER = Path(__file__).parent / "cases" / "imports"
CASES = sorted(path for path in FOLDER.iterdir() if not path.stem.endswith(".expected"))
NOW = parse_instant("2026-11-20T12:00:00Z")


def import_case(case: Path, policy: Policy) -> tuple[str, str]:
    return write_draft(draft_document(case.read_bytes(), case.name, case.name), policy, NOW)


def complete(text: str) -> str:
    """What a curator does: a value for each TODO, the marker gone."""
    text = re.sub(
        r"^# TODO (\w+): .*$", lambda match: f"{match[1]}: {FIELDS_BY_NAME[match[1]].example}", text, flags=re.M
    )
    text = text.replace("summary: Two years", "summary: A curator's two years")
    text = re.sub(r"^<!-- not curated.*\n", "", text, flags=re.M)
    return re.sub(r"^<!-- TODO text.*$", "Two years.", text, flags=re.M)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_source_becomes_exactly_this_posting(case: Path, policy: Policy, is_update: bool) -> None:
    """A source becomes the posting beside it, whose first line names its file."""
    name, text = import_case(case, policy)
    expected = case.with_name(f"{case.stem}.expected.md")
    written = f"{name}\n{text}"
    if is_update:
        expected.write_text(written, encoding="utf-8")
    assert written == expected.read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_posting_fails_only_where_a_todo_stands(case: Path, policy: Policy) -> None:
    """With a value for each TODO and without the marker, nothing is left to report."""
    name, text = import_case(case, policy)
    assert text.count("<!-- not curated") == 1
    assert "# TODO summary: " in text
    posting, diagnostics = read_posting(PostingFile(path=name, shown=name, data=complete(text).encode()), policy)
    assert not diagnostics
    assert posting is not None


def test_no_expected_posting_is_left_behind() -> None:
    """Every expected posting belongs to a source."""
    assert {path.name for path in FOLDER.glob("*.expected.md")} == {f"{case.stem}.expected.md" for case in CASES}


@pytest.mark.parametrize(
    ("wrapped", "meant"),
    [
        ("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&data=x", "https://example.org/a?b=1"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_jobs_a-2Db&d=Dw&c=x", "https://example.org/jobs/a-b"),
        ("https://urldefense.com/v3/__https://example.org/a*b__;Iw!!x$", "https://example.org/a#b"),
        ("https://urldefense.com/v3/__http:/*example.org/a__;Lw!!x$", "http://example.org/a"),
        ("https://www.google.com/url?q=https://example.org/&sa=D", "https://example.org/"),
        ("https://example.org/a?utm_source=x&id=1&gh_src=2#:~:text=b", "https://example.org/a?id=1"),
        ("https://example.org/a?b=%20c", "https://example.org/a?b=%20c"),
        ("https://nam02.safelinks.protection.outlook.com/?url=javascript%3A1", "https://nam02.safelinks.protection.outlook.com/?url=javascript%3A1"),
    ],
)  # fmt: skip
def test_wrapped_links_lead_where_they_were_meant_to(wrapped: str, meant: str) -> None:
    """Gateways, redirects and tracking are taken away; anything else stays as it is."""
    assert clean_link(wrapped) == meant
    assert clean_link(meant) == meant


def test_addresses_are_found_in_running_text() -> None:
    """Punctuation is no part of an address, and obfuscated e-mail addresses are read."""
    assert find_links("See (https://example.org/a_(b)), https://example.org/c.") == ["https://example.org/a_(b)", "https://example.org/c"]  # fmt: skip
    text = "ann [at] example (dot) edu, bob@example.org. Carl (at) uni-x.de; not: look at example. Dots"
    assert find_emails(text) == ["ann@example.edu", "bob@example.org", "Carl@uni-x.de"]


@pytest.mark.parametrize(
    "text",
    [
        "---\n", "---\n---\n", "+++\n", "---\ntitle: [[[[[[[[[[[[[[\n---\n", "---\na: &a [*a, *a]\n---\nx", "---\n- a\n- b\n---\n",
        "---\n? a\n---\n", "---\ntitle: \"a\nb: c\n---\n", "+++\ntitle = \n+++\n", "---\n\ttitle: a\n---\n", "---\ntitle: 'it's'\n---\n",
        "---\ntags:\n  - a: b\n---\n", "---\nlocation: {city: X}\nsalary: {a: b}\norganization: [a, b]\ntitle: {a: b}\n---\nx", "\ufeff---\ntitle: a\n---\n",
    ],
)  # fmt: skip
def test_no_front_matter_is_too_broken(text: str, policy: Policy) -> None:
    """Whatever stands above a text, a posting is made of it that fails only where a TODO stands."""
    name, written = write_draft(read_foreign(text, "a.md", "a.md"), policy, NOW)
    _, diagnostics = read_posting(PostingFile(path=name, shown=name, data=complete(written).encode()), policy)
    assert not [diagnostic for diagnostic in diagnostics if diagnostic.is_error], written


def test_every_line_of_a_broken_header_is_kept() -> None:
    """Lines that are no fields become text."""
    header = read_header("---\ntitle: a\n!!! nonsense [\nanother line\n---\nthe text\n")
    assert header.fields == {"title": "a"}
    assert "nonsense" in header.body
    assert "another line" in header.body
    assert "the text" in header.body


@pytest.mark.parametrize(
    "piece", ["x\n", "[", "<a ", "> ", "a@", "1,000 ", "https://a/", "at the A ", "a. B", "**", "{{", "x?y", "![", "Ä"]
)
def test_hostile_texts_take_no_longer_than_others(piece: str, policy: Policy) -> None:
    """A text of 256 KiB that repeats what patterns begin with is imported in seconds."""
    text = "---\ntitle: a\n---\n" + piece * (256 * 1024 // len(piece.encode()) - 30)
    begun = time.process_time()
    write_draft(draft_document(text.encode(), "a.md", "a.md"), policy, NOW)
    write_draft(draft_document(text[17:].encode(), "a.txt", "a.txt"), policy, NOW)
    assert time.process_time() - begun < 6
