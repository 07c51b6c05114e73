"""Each page in `cases/pages` becomes the draft that is described beside it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import posting
from jobboard.importing.pages.html_text import to_markdown
from jobboard.importing.pages.html_tree import decode_html, plain_text
from jobboard.importing.pages.job_places import place_stated
from jobboard.importing.pages.job_terms import employment_stated, pay_stated, read_day
from jobboard.importing.pages.json_ld import read_json
from jobboard.importing.pages.web_page import read_page
from jobboard.policy import Policy
from jobboard.postings.reader import PostingFile, read_posting

PAGES = sorted((Path(__file__).parent / "cases" / "pages").glob("*.html"))


def faults_of(body: str, policy: Policy) -> list[str]:
    """What the board's own check says of *body* as a text, whatever it says of the fields around it."""
    data = posting(body=body).encode()
    found = read_posting(PostingFile(path="a.md", shown="a.md", data=data), policy)[1]
    rules = {"empty-body", "unsupported-markup", "invalid-link", "hidden-characters", "garbled-text"}
    return [f"{d.rule}: {d.marks[0].text}" for d in found if d.rule in rules or d.is_error]


def page_of(job: dict[str, Any], more: str = "") -> str:
    """A page that states *job*."""
    stated = json.dumps({"@context": "https://schema.org", "@type": "JobPosting", "title": "Postdoc in optics", **job})
    return f'<html><head><script type="application/ld+json">{stated}</script></head><body>{more}</body></html>'


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_becomes_the_draft_beside_it(page: Path, policy: Policy) -> None:
    """A saved page's facts are found where its structure states them, and its text passes the board's check."""
    expected = yaml.safe_load(page.with_suffix(".expected.yml").read_text("utf-8"))
    draft = read_page(page.read_bytes(), page.name, expected.get("url"))
    for name, wanted in expected["findings"].items():
        finding = draft.findings.get(name)
        assert finding is not None, f"{name} is missing"
        value = str(wanted["value"]) if isinstance(wanted["value"], dt.date) else wanted["value"]
        assert (name, finding.value, finding.certainty.value) == (name, value, wanted["origin"])
        assert finding.evidence
        assert wanted.get("evidence", finding.evidence) == finding.evidence
    assert [name for name in expected.get("absent", ()) if name in draft.findings] == []
    for name, value in expected.get("unknown", {}).items():
        assert draft.unknown.get(name) == value
    for kind, found in (("repairs", draft.repairs), ("problems", draft.problems)):
        for sentence in expected.get(kind, ()):
            assert any(sentence in text for text in found), (kind, found)
    assert [part for part in expected.get("contains", ()) if part not in draft.body] == [], draft.body
    assert [part for part in expected.get("lacks", ()) if part in f"\n{draft.body}"] == [], draft.body
    for part, count in expected.get("counts", {}).items():
        assert draft.body.count(part) == count, draft.body
    assert faults_of(draft.body, policy) == []


def test_every_description_belongs_to_a_page() -> None:
    """No expectation is left behind when its page goes."""
    described = {path.name for path in PAGES[0].parent.glob("*.expected.yml")}
    assert described == {f"{page.stem}.expected.yml" for page in PAGES}


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("plain\n\n• one\n• two", "plain\n\n- one\n- two"),
        ("<p>a<b>b:</b>c <i></i>d</p>", "a**b:** c d"),
        ("<b>Your</b><b> task</b> is", "**Your task** is"),
        ("<p><b>Tasks<br></b>first</p>", "**Tasks**  \nfirst"),
        ("<h1>A</h1><h4>B</h4><h4></h4><p>c</p>", "## A\n\n### B\n\nc"),
        ("<ul><li><h3>Deep</h3>x</li></ul>", "- **Deep** x"),
        ("a<script>alert(1)</script><style>p{}</style><template>t</template><!-- c --><![CDATA[d]]>b", "ab"),
        ("<p>x&nbsp;y&#8203;z&shy;w &amp;amp; v</p>", "x yzw & v"),
        (
            "<p>if a &lt; b and &lt;script&gt; {{&lt; x &gt;}} ![i](j)</p>",
            "if a < b and &lt;script> &#123;{< x >}} !\\[i]\\(j)",
        ),
        (
            '<a href="javascript:x()">js</a> <a href="tel:1">tel</a> <a href="#a">in</a> <a href="">no</a>',
            "js tel in no",
        ),
        ('<p><a href="/a(b) c?utm_source=x">here</a></p>', "[here](https://example.org/a%28b%29%20c)"),
        ('<p><a href="//cdn.example.org/x"><img src="y"></a>z</p>', "z"),
        ("<table><tr><td><h2>Layout</h2><p>text</p></td></tr></table>", "## Layout\n\ntext"),
        ("<table><tr><td>Pay:</td><td>much</td></tr><tr><td>Hours</td><td></td></tr></table>", "- **Pay:** much"),
        ("<pre>one\ntwo\n\nthree</pre>", "one  \ntwo\n\nthree"),
        (
            "<form><input name='q'>Search</form><p>text that is longer than the form</p>",
            "text that is longer than the form",
        ),
        ('<p style="display:none">secret</p><p hidden>h</p><p aria-hidden="true">i</p><p>seen</p>', "seen"),
        ("<p>!!! note</p><p>::: warning</p><p>-----</p>", "\\!!! note\n\n\\::: warning"),
        ("<blockquote><p>said</p></blockquote>", "> said"),
    ],
)
def test_html_becomes_markdown_of_the_board(html: str, markdown: str, policy: Policy) -> None:
    """What Markdown cannot say becomes plain words, and nothing that the check of texts would report."""
    converted = to_markdown(html, "https://example.org/jobs/")
    assert converted == markdown
    assert faults_of(converted, policy) == []


def test_hostile_html_is_survived(policy: Policy) -> None:
    """Depth, size and nonsense cost no more than the text's structure."""
    deep = to_markdown("<div>" * 5000 + "<ul><li>" * 500 + "word")
    assert "word" in deep
    assert faults_of(to_markdown("<![if !x]><p <b>a</p <p>b<![endif]--><ul></li><td>c"), policy) == []
    assert read_page(b"", "empty.html").body == ""
    assert read_page(b"\xff\xfe\x00", "odd.html").source == "odd.html"
    draft = read_page(page_of({"jobLocation": [[None], 5, {"address": [[]]}], "baseSalary": [[]], "hiringOrganization": [{}],
                               "identifier": [None, {}], "validThrough": {}, "employmentType": [{"name": 3}]}), "x.html")  # fmt: skip
    assert draft.findings["title"].value == "Postdoc in optics"


@pytest.mark.parametrize(
    ("stated", "place"),
    [
        ({"address": {"addressLocality": "Singapore", "addressCountry": "SG"}}, "Singapore"),
        ({"address": {"addressLocality": "London, England, United Kingdom"}}, "London, England, United Kingdom"),
        ({"address": {"addressLocality": "Tbilisi", "addressCountry": "GE"}}, {"city": "Tbilisi", "country": "GE"}),
        ({"address": {"addressLocality": "Atlanta", "addressRegion": "Georgia", "addressCountry": "US"}}, "Atlanta, Georgia, United States"),
        ({"address": {"addressLocality": "San Francisco, CA"}}, None),
        ({"address": {"addressLocality": "Remote", "addressCountry": "DEU"}}, "Germany"),
        ({"address": {"addressLocality": "Cardiff", "addressRegion": "GB-WLS", "addressCountry": "gb"}}, "Cardiff, Wales, United Kingdom"),
        ({"address": "Zürich, Schweiz"}, "Zürich, Switzerland"),
        ({"address": {"addressLocality": "null", "addressCountry": "-"}}, None),
        ("Oslo, Norway", "Oslo, Norway"),
        ({"name": "Paris, France"}, "Paris, France"),
    ],
)  # fmt: skip
def test_places_end_with_a_country_or_are_not_given(stated: Any, place: Any) -> None:
    """A place is what the page says, in the board's order; a country is never guessed."""
    assert place_stated(stated)[0] == place


@pytest.mark.parametrize(
    ("stated", "salary"),
    [
        ({"currency": "eur", "value": {"minValue": "3.500", "maxValue": 0, "unitText": "MONTH"}}, "EUR 3.500 month"),
        ({"currency": "USD", "value": {"value": "55,000.00", "unitText": "YEAR"}}, {"min": 55000, "max": 55000, "currency": "USD", "period": "year"}),
        ({"currency": "USD", "value": 25, "unitText": "HOUR"}, {"min": 25, "max": 25, "currency": "USD", "period": "hour"}),
        ({"currency": "USD", "value": {"minValue": 9, "maxValue": 5, "unitText": "HOUR"}}, "USD 9–5"),
        ({"currency": "???", "value": {"minValue": 9, "unitText": "HOUR"}}, "??? 9"),
        ({"value": {"value": 100}}, None),
        ("TV-L E13", "TV-L E13"),
        ("50000", None),
        (None, None),
    ],
)  # fmt: skip
def test_pay_is_what_is_stated(stated: Any, salary: Any) -> None:
    """Amounts need their currency and period; without them the words are kept, and nothing is made up."""
    assert pay_stated(stated)[0] == salary


def test_single_values() -> None:
    """Days keep the zone they are stated in, hours and contracts are told apart, JSON is mended only where it must be."""
    assert str(read_day("2026-12-01T23:30:00-08:00")[0]) == "2026-12-01"
    assert str(read_day("Tue, 1 Dec 2026")[0]) == "2026-12-01"
    assert read_day("03/04/2026")[0] is None
    assert read_day("2026-02-30")[0] is None
    assert employment_stated(["FULL_TIME", "Permanent"]) == (["full-time"], "permanent", [])
    assert employment_stated("Vollzeit, befristet") == (["full-time"], "fixed-term", [])
    assert employment_stated("Regular Full Time (40h)")[0] == ["full-time"]
    assert employment_stated("Full-time or part-time")[0] == ["full-time", "part-time"]
    assert employment_stated("Night shift") == ([], None, ["Night shift"])
    assert read_json('{"a": "x"} {"b": 1}') == ([{"a": "x"}, {"b": 1}], "")
    assert read_json("{&quot;a&quot;: 1}")[0] == [{"a": 1}]
    assert read_json('{"a": "b\\u00e9 \\d c",}')[0] == [{"a": "bé \\d c"}]
    assert read_json("{{{")[0] == []
    assert plain_text("R&amp;amp;D &lt;b&gt;now&lt;/b&gt;") == "R&D now"
    assert decode_html("é".encode("cp1252"), "windows-1252") == "é"
    assert decode_html("é".encode("utf-16")) == "é"


def test_the_position_is_found_among_others() -> None:
    """Where a page lists several positions, its heading tells which one it is about, or the curator is told."""
    others = "".join(
        f'<script type="application/ld+json">{{"@type": "JobPosting", "title": "Job {n}"}}</script>' for n in range(3)
    )
    draft = read_page(page_of({}, f"{others}<h1>Job 2</h1>"), "x.html")
    assert (draft.findings["title"].value, draft.problems) == ("Job 2", [])
    draft = read_page(page_of({}, others), "x.html")
    assert "the page holds 4 positions; this is one of them" in draft.problems


def test_the_address_is_that_of_the_page() -> None:
    """What was read is the source; the page's own address, without what tracks, is where to apply."""
    page = page_of({"url": "https://e.org/jobs/7?ref=mail&id=7"}, "<p>Text</p>")
    draft = read_page(page, "https://t.co/x", "https://e.org/jobs/7?id=7&utm_medium=x")
    assert draft.findings["source"].value == {"url": "https://e.org/jobs/7?id=7"}
    assert draft.findings["apply"].value == {"url": "https://e.org/jobs/7?id=7"}
    assert "source" not in read_page(page_of({"url": "/jobs/7"}), "x.html").findings
