"""The text of a posting as published: GitHub's Markdown, and nothing that could harm a reader."""

from __future__ import annotations

import re
import time
from urllib.parse import unquote

import pytest

from jobboard.wording.markdown import first_paragraph, make_links_whole, render_markdown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# A", "<h2>A</h2>"),
        ("###### A", "<h6>A</h6>"),
        ("**a** *b* ~~c~~ `d`", "<strong>a</strong> <em>b</em> <del>c</del> <code>d</code>"),
        ("[a](https://e.org/x)", '<a href="https://e.org/x" rel="nofollow noopener ugc">a</a>'),
        ("<me@e.org>", '<a href="mailto:me@e.org" rel="nofollow noopener ugc">me@e.org</a>'),
        ("https://e.org", '<a href="https://e.org" rel="nofollow noopener ugc">https://e.org</a>'),
        ("| a |\n|--:|\n| 1 |", '<td align="right">1</td>'),
        ("- [x] a", '<input type="checkbox" checked="" disabled="">'),
        ("> [!NOTE]\n> a", '<aside class="admonition note">'),
        ("3. a", '<ol start="3">'),
    ],
)
def test_markdown_is_githubs(source: str, shown: str) -> None:
    """What contributors see in GitHub's preview is what the site shows."""
    assert shown in render_markdown(source)


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:alert(1))",
        "![x](https://e.org/track.png)",
        '<iframe src="https://e.org"></iframe>',
        '<div style="position:fixed">x</div>',
        "<svg onload=alert(1)>",
        "[x]: javascript:alert(1)\n\n[x]",
        '[x](https://e.org "onmouseover=alert(1)")',
        '<https://e.org/"onclick=alert(1)>',
    ],
)
def test_no_text_can_run_script_or_load_anything(source: str) -> None:
    """Scripts, handlers, styles, frames and images never reach the page."""
    html = render_markdown(source)
    assert not re.search(r"<(script|img|iframe|svg|style|object|form)\b", html)
    assert not re.search(r"<[^>]*\s(on\w+|style)\s*=", re.sub(r'"[^"]*"', '""', html))
    assert not re.search(r'href="(?!https?:|mailto:|#|")', html)


def test_links_cannot_take_over_the_page() -> None:
    """Ids of a text are prefixed, so that none collides with the page's own."""
    html = render_markdown("a[^1]\n\n[^1]: b")
    assert all(found.startswith("text-") for found in re.findall(r' id="([^"]*)"', html))


def test_footnotes_lead_there_and_back() -> None:
    """Every link inside a text has its target in the same text, and the way back has a name."""
    html = render_markdown('a[^1] b[^x] `<a href="#c">`\n\n[^1]: c\n[^x]: d')
    targets = re.findall(r'<a href="#([^"]*)"', html)
    assert len(targets) == 4
    assert set(targets) <= set(re.findall(r' id="([^"]*)"', html))
    assert html.count('aria-label="Back to') == 2
    assert '&lt;a href="#c"&gt;' in html, "what an author shows as code stays as it is"


def test_links_inside_a_text_lead_to_its_headings() -> None:
    """As on GitHub: the words in lower case with hyphens, and a number behind those of a heading that comes again."""
    rendered = render_markdown(
        "[a](#how-to-apply) [b](#how-to-apply-1) [c](#%C3%BCber-uns)\n\n# How to apply\n\n## How to apply\n\n## Über uns\n"
    )
    places = re.findall(r'<h\d id="([^"]*)">', rendered)
    assert places == ["text-how-to-apply", "text-how-to-apply-1", "text-über-uns"]
    assert [unquote(link) for link in re.findall(r'href="#([^"]*)"', rendered)] == places
    assert "<h1" not in rendered


def test_headings_have_no_ids_where_nothing_leads_to_them() -> None:
    """A text without such links is rendered as before."""
    assert render_markdown("## How to apply") == "<h2>How to apply</h2>\n"


@pytest.mark.parametrize("source", ["[" * 20_000, "> " * 5_000 + "a", "- " * 2_000 + "a", "*a_" * 20_000, "`" * 30_000])
def test_hostile_text_is_rendered_in_no_time(source: str) -> None:
    """Each takes milliseconds; Python-Markdown takes 92 s for the first."""
    began = time.process_time()
    render_markdown(source)
    assert time.process_time() - began < 5


def test_the_summary_is_the_first_paragraph_cut_at_a_word() -> None:
    """Headings and lists are not a summary, and no word is cut in two."""
    html = render_markdown("## About\n\nOne *two* three & four five.\n\nSix.")
    assert first_paragraph(html, 26) == first_paragraph(html, 300) == "One two three & four five."
    assert [first_paragraph(html, 25), first_paragraph(html, 17)] == ["One two three & four…", "One two three &…"]
    assert first_paragraph(render_markdown("Scans, – of hearts"), 10) == "Scans…"
    assert first_paragraph(render_markdown("X heart"), 4) == "X…"
    assert first_paragraph(render_markdown("– hearts of sheep"), 10) == "– hearts…"
    assert first_paragraph(render_markdown("Hearts\n  of\\\nsheep"), 300) == "Hearts of sheep"
    assert first_paragraph(render_markdown("> [!NOTE]\n> a b\n\nc"), 300) == "a b"
    assert first_paragraph(render_markdown("- a"), 300) == ""
    assert first_paragraph(render_markdown("京" * 400), 300) == "京" * 299 + "…"


def test_the_mark_of_an_import_is_not_shown() -> None:
    """The line by which an imported text is known does not appear on the site."""
    assert "curated" not in render_markdown("<!-- not curated: from <b>x</b> -->\n\nText.")


def test_links_inside_a_text_lead_to_its_page_from_elsewhere() -> None:
    """In a feed or in structured data, where the text stands alone; other links stay as they are."""
    html = '<a href="#text-fn-1">1</a><a href="https://e.org/#a">2</a>'
    whole = '<a href="https://e.org/?a&amp;b#text-fn-1">1</a><a href="https://e.org/#a">2</a>'
    assert make_links_whole(html, "https://e.org/?a&b") == whole
