"""The short way through the sanitizer gives what nh3 gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from building import ROOT
from damage import damaged, slips
from jobboard.wording import sanitizing
from jobboard.wording.markdown import render_markdown

HOSTS = st.sampled_from(
    (
        "e.org",
        "a-b.example.com",
        "x1.y2.uk",
        "xn--a.org",
        "1.2.3.400",
        "a-.b--c.org",
        "-a.org",
        "e.org:80",
        "E.ORG",
        "é.org",
        "e",
    )
)
PATHS = st.lists(
    st.sampled_from((
        "/", "/a", "/a_b-c", "?b=c", "&d=e", "&amp;f", "#g", "%20", "%zz", "~", "+", ",", ":", "@", "!", "$", "(", ")", "*", ";", "=", ".", "..",
        "&quot;", "&#60;", "'", "|", "^", "{", "}", "\\", "é", "//",
    )),
    max_size=4,
).map("".join)  # fmt: skip
ADDRESSES = st.one_of(
    st.tuples(st.sampled_from(("https://", "https://", "http://", "HTTPS://", "ftp://", "//", "javascript:")), HOSTS, PATHS).map("".join),
    st.sampled_from(("mailto:a.b+c@e.org", "mailto:a@e", "mailto:a@e.org?subject=x", "#text-a", "/a", "tel:1", "data:x", "www.e.org")),
)  # fmt: skip
INLINE = st.one_of(
    st.sampled_from(("a", "B c", "**d**", "*e*", "`f`", "~~g~~", "é", "a & b", "1 < 2", '"h"', "\xa0", "[^1]", "<b>i</b>", "![j](k.png)", "a@e.org")),
    ADDRESSES.map("<{}>".format),
    ADDRESSES.map("[x](<{}>)".format),
    ADDRESSES.map("[**x** `y`]({})".format),
    ADDRESSES.map('[x]({} "title")'.format),
    ADDRESSES,
)  # fmt: skip
BLOCKS = st.builds(
    str.format,
    st.sampled_from((
        "{}\n\n", "{}\n\n", "{}\n\n", "## {}\n\n", "###### {}\n\n", "- {}\n", "- - {}\n", "1. {}\n", "3. {}\n", "> {}\n\n", "> [!TIP]\n> {}\n\n", "- [ ] {}\n",
        "| a | b |\n|:-:|--:|\n| {} | d |\n\n", "| a |\n|---|\n| {} |\n\n", "    {}\n\n", "```\n{}\n```\n\n", "{}  \n", "[^1]: {}\n\n", "***\n\n{}\n",
    )),
    st.lists(INLINE, min_size=1, max_size=3).map(" ".join),
)  # fmt: skip
SLIPS = slips(
    "", " ", "\n", "\n\n", "*", "**", "_", "`", "~~", "[", "]", "](", "(", ")", "<", ">", "</p>", "<b>", "<!--", "<script>", '"', "'", "&", "&lt;", "&#60;",
    "&quot;", "&nbsp;", "&#13;", "\xa0", "\\", "|", "# ", "> ", "- ", "[^1]", "javascript:", "\r",
)  # fmt: skip


@settings(max_examples=2_000)
@given(st.builds(damaged, st.lists(BLOCKS, max_size=3).map("".join), SLIPS))
def test_a_text_recognized_as_plain_is_what_the_sanitizer_makes_of_it(text: str) -> None:
    """Markdown in all its forms, with links that are plain or just not, mangled in no place, one or two.

    A quarter of the texts goes the short way.
    """
    recognize = sanitizing._are_plain_links

    def watch(links: Sequence[re.Match[str]], ends: Sequence[re.Match[str]]) -> bool:
        is_plain = recognize(links, ends)
        event(f"goes the short way: {is_plain}")
        return is_plain

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sanitizing, "_are_plain_links", watch)
        made = render_markdown(text)
        patch.setattr(sanitizing, "_are_plain_links", lambda *_: False)
        assert made == render_markdown(text)


REL = 'rel="nofollow noopener ugc"'


def test_a_usual_text_is_recognized_as_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No tree is built of a text of paragraphs, lists, tables and links, which takes longer than to render it."""
    plain = ROOT / "tests" / "cases" / "texts" / "plain.md"
    monkeypatch.setattr(sanitizing, "_CLEANER", None)
    assert render_markdown(plain.read_text("utf-8")) == plain.with_name("plain.expected.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("[a](https://e.org) [b](https://e.org)", f'<a href="https://e.org" {REL}>a</a> <a href="https://e.org" {REL}>b</a>'),
        ("[~~a~~](https://e.org)", f'<a href="https://e.org" {REL}><del>a</del></a>'),
        ("[a](javascript:b)", f"<a {REL}>a</a>"),
        ("[a](b/c)", f"<a {REL}>a</a>"),
        ("[a](HTTPS://E.org)", f'<a href="HTTPS://E.org" {REL}>a</a>'),
        ("[a](https://xn--a.org)", f"<a {REL}>a</a>"),
        ("~~a~~ [b](https://e.org)", f'<del>a</del> <a href="https://e.org" {REL}>b</a>'),
        ('[a](https://e.org "b")', f'<a href="https://e.org" title="b" {REL}>a</a>'),
        ("a\xa0b", "a&nbsp;b"),
        ("a\xa0~~b~~", "a&nbsp;<del>b</del>"),
    ],
)  # fmt: skip
def test_links_are_marked_as_others_words(source: str, html: str) -> None:
    """Whichever way the text goes; a link that was refused leads nowhere."""
    assert render_markdown(source) == f"<p>{html}</p>\n"


def test_an_attribute_passes_only_where_it_is_named() -> None:
    """None is known on every element."""
    html = '<p lang="de" title="b">a<sup title="b" class="c">d</sup></p><div>e</div>'
    assert sanitizing.sanitize(html) == '<p>a<sup class="c">d</sup></p>e'


@pytest.mark.parametrize("html", ['<a href="https://e.org">a<i>', '<i <a href="https://e.org">a</a>'])
def test_what_only_begins_or_ends_like_a_plain_link_is_sanitized(html: str) -> None:
    """Though comrak writes no such thing."""
    assert "<i" not in sanitizing.sanitize(html)
