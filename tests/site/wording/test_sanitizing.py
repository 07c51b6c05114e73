"""The short way through the sanitizer gives what the long one does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobboard.site.wording import sanitizing
from jobboard.site.wording.markdown import render_markdown

_PIECES = (
    "a", "B c", " ", "\n", "\n\n", "  \n", "- ", "1. ", "3. ", "# ", "###### ", "> ", "> [!TIP]\n> ", "- [ ] ", "    ", "**", "*", "_",
    "~~", "`", "```\n", "| a | b |\n|:-:|--:|\n| c | d |\n", "[x](https://e.org/a?b=c&d=e)", "[x](<https://e.org/&quot;>)",
    "https://e.org/&amp;quot;", "https://xn--a.org", "http://1.2.3.400/", "http://a-.b--c.org:80/x", "HTTPS://E.ORG", "www.e.org",
    "a@e.org", "<a@e.org>", "mailto:a@e.org", "[", "]", "](", "(https://e.org)", "[y](/a)", "[y](#a)", "[y](//e.org)", "![z](z.png)",
    "[^1]", "[^1]: n\n", "<", ">", "</p>", "<b>", "<!--", "<script>", '"', "'", "&", "&lt;", "&#60;", "&nbsp;", "&#13;", "\xa0", "é", "\\",
    "javascript:", "[z](javascript:x)", "[z](data:x)", "[z](tel:1)", "---\n", "a\n===\n", "https://e.org/\"x", "https://é.org/é",
)  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join) | st.text(max_size=60))
def test_a_text_recognized_as_plain_is_what_the_sanitizer_makes_of_it(text: str) -> None:
    """The short way through the sanitizer gives what the long one does, for whatever text."""
    plain = render_markdown(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sanitizing, "_are_plain_links", lambda *_: False)
        assert plain == render_markdown(text)
