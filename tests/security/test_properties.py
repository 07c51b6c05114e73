"""What holds for postings and boards of any content, proved on many that nobody thought of."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from typing import Any

import feedparser
import icalendar
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from jobboard.board.board import Board
from jobboard.board.policy_reader import read_policy
from jobboard.policy import Policy
from jobboard.posting import Posting
from jobboard.postings.fixes import apply_edits, repair_posting
from jobboard.postings.reader import PostingFile, examine_posting
from jobboard.site.address import Site
from jobboard.site.calendars import make_calendars
from jobboard.site.dataset import make_dataset
from jobboard.site.feeds.feeds import make_feeds
from jobboard.site.structured_data import job_posting, script
from jobboard.site.texts import Texts
from jobboard.source.source_text import SourceText
from jobboard.wording.markdown import render_markdown
from security.kit import BODY, TEXTS, read, values, write
from security.parsing import faults_of_text, parse_text

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
SITE = Site("https://jobs.example.org/", "Jobs", "Positions", "en", "https://example.org/jobs", "main")
FEW = settings(derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MANY = settings(FEW, max_examples=250)

HOSTILE = st.sampled_from([value.text for value in (*values("fields"), *values("links"))])
WORDS = (
    HOSTILE
    | st.text(max_size=40)
    | st.lists(HOSTILE | st.sampled_from("\\\"'<>&;,:\n\r\t{}[]|#*_-`^~$%@!="), max_size=4).map("".join)
)
"""A line of text, as somebody hostile, careless or foreign writes it."""
PIECES = st.sampled_from(
    [
        *(value.text for value in values("bodies")), "# ", "\n\n", "\n", "> ", "- ", "1. ", "| a |\n|---|\n", "```\n", "    ",
        "[x](https://e.org/)", "[x](#a)", "[^1]", "\n[^1]: ", "**", "_", "~~", "<", ">", "&amp;", "&lt;", "www.e.org", "a@e.org", "\\",
    ]
)  # fmt: skip
BODIES = st.lists(PIECES | st.text(max_size=12), max_size=12).map("".join)
"""A text, of pieces of Markdown that nobody would put together."""


def _accepted(changes: dict[str, Any], body: str, policy: Policy) -> Posting | None:
    posting, diagnostics = read(write(changes, body), policy)
    assert (posting is None) == any(diagnostic.is_error for diagnostic in diagnostics)
    return posting


@given(changes=st.dictionaries(st.sampled_from(TEXTS), WORDS, max_size=6), body=BODIES)
@FEW
def test_feeds_calendars_and_data_can_be_read(policy: Policy, changes: dict[str, str], body: str) -> None:
    """Whatever a posting says, its feeds are XML and JSON, its calendar is one event, and its data is inside its script."""
    found = _accepted(changes, body, policy) or _accepted({}, body, policy) or _accepted(changes, BODY, policy)
    if found is None:
        return
    board, texts = Board((found,), policy, NOW), Texts()
    for file in make_feeds(board, SITE, texts, ()):
        content = file.content if isinstance(file.content, bytes) else file.content.encode()
        if file.address.endswith(".json"):
            items = json.loads(content)["items"]
            assert [item["title"] for item in items] in ([], [f"{found.title} – {found.organization.name}"])
        else:
            etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
            assert not feedparser.parse(content).bozo
    for file in make_calendars(board, SITE):
        assert isinstance(file.content, bytes)
        assert not re.search(rb"\r(?!\n)|(?<!\r)\n", file.content)
        assert max(map(len, file.content.split(b"\r\n"))) <= 75
        events = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
        assert {str(event["SUMMARY"]) for event in events} <= {f"Deadline: {found.title} ({found.organization.name})"}
    [record] = json.loads(make_dataset(board, SITE, texts))["jobs"]
    assert record["title"] == found.title
    [job] = board.jobs
    if data := job_posting(job, render_markdown(found.body), "https://jobs.example.org/jobs/a/"):
        written = script(data).decode()
        inside = written.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
        assert not re.search(r"<(?:!--|/?script)", inside, re.IGNORECASE)
        assert json.loads(inside)["title"] == found.title


@given(body=BODIES)
@MANY
def test_a_text_is_known_elements(policy: Policy, body: str) -> None:
    """Rendered and parsed as a browser does it, a text that is taken has no element, attribute or link beyond the list."""
    posting = _accepted({}, body, policy)
    if posting is not None:
        assert list(faults_of_text(parse_text(render_markdown(posting.body)))) == []


LINES = st.sampled_from([
    "title: Postdoc  in imaging", "title: `x`", "position: Post-Doc", "position: phd student", "date: 2026-11-1", "date: 20 Nov 2026",
    "deadline: 31.12.2026", "deadline: 2026-12-31 5pm", "deadline: Rolling", "tags: ml, Imaging", "tags: [ml, ML, imagng]", "tags:\n  - ai\n  - ai",
    "draft: fasle", "draft: Yes", "work_mode: On Site", "contract: {type: Fixed Term, duration_months: 2 years, fte: 80%}", "fte: 0.5",
    "language: EN", "status: Open", "salary: {min: 45,000, max: 52k, currency: €}", "salary: 45000 EUR", "apply: jobs@example.org", "apply: www.e.org",
    "author: Zoë Müller", "author: ZoÃ« MÃ¼ller", "employment: Full Time", "location: Edinburgh, UK", "organisation: A", "remote_from: germany",
    "# a comment", "summary: a: b", "summary: - a", "title:\tx", "  indented: x", "url: https://e.org", "aliases: [A b]", "",
])  # fmt: skip


@given(
    lines=st.lists(LINES | st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=20), max_size=8),
    end=st.sampled_from(["\n", "\r\n"]),
    body=st.lists(st.sampled_from(["Text.", "  trailing  ", "<b>x</b>", "ZoÃ«", "[x](www.e.org)", "", "\t"]), max_size=5),
    is_marked=st.booleans(),
)  # fmt: skip
@MANY
def test_repairs_touch_nothing_else(
    policy: Policy, lines: list[str], end: str, body: list[str], is_marked: bool
) -> None:
    """`--fix` leaves each line that no repair names as it was, in its place; a second run changes nothing."""
    plain = write({}).split("\n")[1:-4]
    text = end.join(["---", *plain, *lines, "---", *body, ""])
    file = PostingFile(path="a.md", shown="a.md", data=b"\xef\xbb\xbf" * is_marked + text.encode())
    repair = repair_posting(file, policy)
    assert repair_posting(file._replace(data=repair.data), policy).data == repair.data
    assert repair.data.startswith(b"\xef\xbb\xbf") == is_marked

    found = examine_posting(file, policy)
    groups = [edits for edits in (*(d.fix for d in found.diagnostics), *found.tidyings) if edits]
    changed, applied = apply_edits(text, groups)
    named = {edit.line for number in applied for edit in groups[number]}
    before = [line for number, line in enumerate(text.split("\n"), 1) if number not in named]
    assert not Counter(before) - Counter(changed.split("\n"))
    kept = iter(changed.split("\n"))
    assert all(line in kept for line in before), "in the same order"


POLICY_LINES = st.sampled_from([
    "title: T", "description: D", "url: https://e.org/", "url: javascript:ran()", "repository: https://e.org/x", "branch: main", "language: en",
    "timezone: AoE", "timezone: Mars", "life: 60", "life: -1", "life: 1e9", "closing_soon: 7", "feed_items: 0", "page_items: 99999999999999999999",
    "pages: {tags: 1}", "pages: {x: []}", "on_error: stop", "on_error: stpo", "positions: {phd: {label: PhD, stage: [r1]}}", "positions: {}",
    "positions:\n  a: {synonyms: [b]}\n  b: {}", "tags: {M: {llm: {label: 'L', synonyms: [ml]}}}", "tags: {M: {llm: {}}, H: {llm: {}}}", "tags: [a]",
    "regions: {Europe: [DE, FR]}", "regions: {Europe: [XX]}", "languages: [en, de]", "salary: required", "unpaid: forbidden", "x: y", "- a", "a: &b c",
])  # fmt: skip


@given(
    lines=st.lists(
        POLICY_LINES | WORDS | st.tuples(st.sampled_from(["title: ", "tags: ", "life: ", "? "]), WORDS).map("".join),
        max_size=14,
    )
)
@MANY
def test_any_board_is_a_policy_or_a_report(lines: list[str]) -> None:
    """A `board.yml` of any content is a policy, or says what is wrong in its lines."""
    text = "\n".join(lines)
    policy, diagnostics = read_policy(SourceText("board.yml", text))
    assert policy is not None or any(diagnostic.is_error for diagnostic in diagnostics)
    for diagnostic in diagnostics:
        for mark in diagnostic.marks:
            assert 1 <= mark.line <= text.count("\n") + 1, diagnostic
