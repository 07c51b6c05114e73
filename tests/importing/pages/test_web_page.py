"""A saved web page becomes a draft."""

from __future__ import annotations

import json
from typing import Any

import pytest

from golden import Case, cases_of
from jobboard.importing.pages.html_text import to_markdown
from jobboard.importing.pages.web_page import read_page
from jobboard.policy import Policy
from reading import faults_in


def page_of(job: dict[str, Any], more: str = "") -> str:
    """A page that states *job*."""
    stated = json.dumps({"@context": "https://schema.org", "@type": "JobPosting", "title": "Postdoc in optics", **job})
    return f'<html><head><script type="application/ld+json">{stated}</script></head><body>{more}</body></html>'


@pytest.mark.parametrize("case", cases_of("pages"), ids=lambda case: case.path.stem)
def test_every_finding_has_evidence_and_the_text_passes_the_check(case: Case, policy: Policy) -> None:
    """Whatever is made of a page, a curator can see where it came from, and has no markup to repair."""
    draft = read_page(case.path.read_bytes(), case.path.name)
    assert [name for name, finding in draft.findings.items() if not finding.evidence] == []
    assert faults_in(draft.body, policy) == []


def test_hostile_html_is_survived(policy: Policy) -> None:
    """Depth, size and nonsense cost no more than the text's structure."""
    deep = to_markdown("<div>" * 5000 + "<ul><li>" * 500 + "word")
    assert "word" in deep
    assert faults_in(to_markdown("<![if !x]><p <b>a</p <p>b<![endif]--><ul></li><td>c"), policy) == []
    assert read_page(b"", "empty.html").body == ""
    assert read_page("<![foo]><h1>Postdoc in optics</h1>", "x.html").findings["title"].value == "Postdoc in optics"
    nested = "".join(f'{{"a{n}": ' for n in range(60)) + "1" + "}" * 60
    assert read_page(f'<script type="application/ld+json">{nested}</script>', "x.html").findings == {}
    assert read_page(b"\xff\xfe\x00", "odd.html").source == "odd.html"
    draft = read_page(page_of({"jobLocation": [[None], 5, {"address": [[]]}], "baseSalary": [[]], "hiringOrganization": [{}],
                               "identifier": [None, {}], "validThrough": {}, "employmentType": [{"name": 3}]}), "x.html")  # fmt: skip
    assert draft.findings["title"].value == "Postdoc in optics"


def test_the_position_is_found_among_others() -> None:
    """Where a page lists several positions, its heading tells which one it is about, or the curator is told."""
    others = "".join(
        f'<script type="application/ld+json">{{"@type": "JobPosting", "title": "Job {n}"}}</script>' for n in range(3)
    )
    draft = read_page(page_of({}, f"{others}<h1>Job 2</h1>"), "x.html")
    assert (draft.findings["title"].value, draft.problems) == ("Job 2", [])
    draft = read_page(page_of({}, others), "x.html")
    assert "the page holds 4 positions; this is one of them, `--split` makes a posting of each" in draft.problems


@pytest.mark.parametrize(("number", "count"), [(51, "51"), (501, "500 or more")])
def test_a_page_with_too_many_positions_says_so(number: int, count: str) -> None:
    """Alone and when it is split, with the last posting that is made of it."""
    jobs = ", ".join(f'{{"@type": "JobPosting", "title": "Postdoc {n}"}}' for n in range(number))
    page = f'<script type="application/ld+json">[{jobs}]</script>'
    split = f"the page holds {count} positions; this is one of them, `--split` makes a posting of each of the first 50"
    assert split in read_page(page, "x.html").problems
    assert read_page(page, "x.html", which=48).problems == []
    last = f"the page holds {count} positions; this is the last one that `--split` takes"
    assert read_page(page, "x.html", which=49).problems == [last]


def test_the_address_is_that_of_the_page() -> None:
    """What was read is the source; the page's own address, without what tracks, is where to apply."""
    page = page_of({"url": "https://e.org/jobs/7?ref=mail&id=7"}, "<p>Text</p>")
    draft = read_page(page, "https://t.co/x", "https://e.org/jobs/7?id=7&utm_medium=x")
    assert draft.findings["source"].value == {"url": "https://e.org/jobs/7?id=7"}
    assert draft.findings["apply"].value == {"url": "https://e.org/jobs/7?id=7"}
    assert "source" not in read_page(page_of({"url": "/jobs/7"}), "x.html").findings
