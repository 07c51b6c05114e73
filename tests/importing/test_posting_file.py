"""An imported posting fails the check only where a TODO stands."""

from __future__ import annotations

import re
import time

import pytest

from building import NOW
from drafts import draft_document, write_draft
from golden import Case, cases_of
from jobboard.clock import parse_instant
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.importing.posts.foreign import read_foreign
from jobboard.policy import Policy
from jobboard.postings.reader import read_posting
from jobboard.source.front_matter import read_document as read_document_of
from jobboard.source.nodes import Scalar
from jobboard.source.source_text import SourceText
from reading import file_of


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("https://example.org/jobs/42?page=2", "https://example.org/jobs/42?page=2"),
        ("HTTPS://example.org/jobs/42", "HTTPS://example.org/jobs/42"),
        ("/home/ada/adverts/one.txt", "one.txt"),
        ("../ada/one.txt", "one.txt"),
        ("C:\\Users\\ada\\one.txt", "one.txt"),
    ],
)
def test_a_posting_says_what_it_was_imported_from(policy: Policy, source: str, shown: str) -> None:
    """A web address stands there as a whole, a file's name without its folders."""
    _, text = write_draft(
        draft_document(b"Postdoc in imaging\nLocation: Bern", source, "one.txt"), policy, parse_instant(NOW)
    )
    assert f"\n# imported from: {shown}\n" in text


def complete(text: str) -> str:
    """What a curator does: a value for each TODO, the marker gone."""
    text = re.sub(
        r"^# TODO (\w+): .*$", lambda match: f"{match[1]}: {FIELDS_BY_NAME[match[1]].example}", text, flags=re.M
    )
    text = text.replace("summary: Two years", "summary: A curator's two years")
    text = text.replace(f"title: {FIELDS_BY_NAME['title'].example}", "title: Postdoc in a field of its own")
    text = re.sub(r"^<!-- not curated.*\n", "", text, flags=re.M)
    return re.sub(r"^<!-- TODO text.*$", "Two years.", text, flags=re.M)


@pytest.mark.parametrize("case", cases_of("imports"), ids=lambda case: case.path.name)
def test_a_posting_fails_only_where_a_todo_stands(case: Case, policy: Policy) -> None:
    """With a value for each TODO and without the marker, nothing is left to report."""
    name, _, text = case.kind.make(case.path, policy).decode().partition("\n")
    assert text.count("<!-- not curated") == 1
    assert "# TODO summary: " in text
    posting, diagnostics = read_posting(file_of(complete(text), name), policy)
    assert not diagnostics
    assert posting is not None


@pytest.mark.parametrize("case", cases_of("imports"), ids=lambda case: case.path.name)
def test_a_hint_is_no_part_of_a_value(case: Case, policy: Policy) -> None:
    """Whoever only takes `# TODO ` away gets the example, and not what explains it."""
    name, _, text = case.kind.make(case.path, policy).decode().partition("\n")
    document = read_document_of(SourceText(name, re.sub(r"^# TODO (?=\w+: )", "", text, flags=re.MULTILINE)))
    assert document.entries
    for field in re.findall(r"^# TODO (\w+): ", text, re.MULTILINE):
        value = document.entries[field].value
        assert not isinstance(value, Scalar) or not re.search(r"\s#\s|\([a-z]", value.text), value.text


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
    name, written = write_draft(read_foreign(text, "a.md", "a.md"), policy, parse_instant(NOW))
    _, diagnostics = read_posting(file_of(complete(written), name), policy)
    assert not [found for found in diagnostics if found.is_error and found.rule != "empty-body"], written


@pytest.mark.parametrize(
    "piece", ["x\n", "[", "<a ", "> ", "a@", "1,000 ", "https://a/", "at the A ", "a. B", "**", "{{", "x?y", "![", "Ä"]
)
def test_hostile_texts_take_no_longer_than_others(piece: str, policy: Policy) -> None:
    """A text of 128 KiB that repeats what patterns begin with is imported in seconds.

    Each takes a quarter of a second; a pattern that goes over the text again for each of its characters takes minutes.
    """
    text = "---\ntitle: a\n---\n" + piece * (128 * 1024 // len(piece.encode()) - 30)
    begun = time.process_time()
    write_draft(draft_document(text.encode(), "a.md", "a.md"), policy, parse_instant(NOW))
    write_draft(draft_document(f"Postdoc in ice\n\n{text[17:]}".encode(), "a.txt", "a.txt"), policy, parse_instant(NOW))
    assert time.process_time() - begun < 10


def test_a_deadline_that_has_passed_leaves_the_date_open(policy: Policy) -> None:
    """The day of the import would be later than it."""
    _, text = write_draft(
        read_foreign("---\ntitle: a\ndeadline: 2026-01-31\n---\nx", "a.md", "a.md"), policy, parse_instant(NOW)
    )
    assert "\n# TODO date: " in text
    assert "\ndeadline: 2026-01-31\n" in text


def test_an_address_is_its_own_source(policy: Policy) -> None:
    """With the day on which it was read; a front matter that is none is text."""
    foreign = f"---\nkey: {'word ' * 20000}\n---\nx"
    _, text = write_draft(read_foreign(foreign, "https://e.org/1", "a.md"), policy, parse_instant(NOW))
    assert "\nsource: {url: 'https://e.org/1', retrieved: 2026-11-20}\n" in text
    assert "# look at: the front matter is too long to be one; it was kept as text\n" in text
