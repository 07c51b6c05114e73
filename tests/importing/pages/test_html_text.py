"""HTML becomes Markdown of the board."""

from __future__ import annotations

import pytest

from jobboard.importing.pages.html_text import to_markdown
from jobboard.policy import Policy
from reading import faults_in


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
        (
            '<a href="x">\n <b>\n <a href="x">\n <b> word </b>\n </a>\n </b>\n </a>',
            "[**word**](https://example.org/jobs/x)",
        ),
    ],
)
def test_html_becomes_markdown_of_the_board(html: str, markdown: str, policy: Policy) -> None:
    """What Markdown cannot say becomes plain words, and nothing that the check of texts would report."""
    converted = to_markdown(html, "https://example.org/jobs/")
    assert converted == markdown
    assert faults_in(converted, policy) == []
