"""The markup a text may have: everything that GitHub's Markdown makes, and nothing besides."""

from __future__ import annotations

import re

import pytest

from jobboard.wording.markdown import first_paragraph, make_links_whole, render_markdown
from jobboard.wording.sanitizing import sanitize
from security.kit import Value, values
from security.parsing import ATTRIBUTES, ELEMENTS, faults_of_text, parse_text

EVERYTHING = """\
# One

## Two

### Three

#### Four

##### Five

###### Six

**strong** *em* ~~del~~ `code` [link](https://e.org/ "title") a@e.org [above](#one) note[^1] and [^1]
a hard\\
break

> quote

- item
- [x] done
- [ ] to do

3. third

---

```python
pass
```

| left | right | middle |
|:-----|------:|:------:|
| a    | b     | c      |

> [!WARNING] Mind
> this.

[^1]: The note.
"""


def test_everything_that_markdown_makes_is_kept() -> None:
    """Each element and each attribute of the list comes from some text; so the list is no longer than it must be."""
    part = parse_text(render_markdown(EVERYTHING))
    assert list(faults_of_text(part)) == []
    assert {element.tag for element in part.iter() if element is not part} == ELEMENTS
    found = {(element.tag, name) for element in part.iter() for name in element.attrib}
    assert found == {(tag, name) for tag, names in ATTRIBUTES.items() for name in names}


@pytest.mark.parametrize("value", values("bodies"), ids=lambda value: value.slug)
def test_no_text_holds_anything_else(value: Value) -> None:
    """Also one that the check refuses, were it to come so far."""
    assert list(faults_of_text(parse_text(render_markdown(value.text)))) == []


@pytest.mark.parametrize("element", sorted(ELEMENTS - {"a", "input"}))
def test_an_element_loses_what_it_may_not_have(element: str) -> None:
    """Handlers, styles, names and whatever else could be written into it."""
    attributes = 'onclick="ran()" style="x" name="x" src="x" srcset="x" href="x" action="x" data-x="y" is="x" slot="x" tabindex="1"'
    html = sanitize(f"<table><{element} {attributes}>x</{element}></table>")
    assert not re.search(r"\b(?:onclick|style|name|src|srcset|href|action|data-x|is|slot|tabindex)=", html)


@pytest.mark.parametrize(
    "element",
    ["script", "style", "iframe", "object", "embed", "form", "button", "img", "svg", "math", "video", "base", "link", "meta",
     "template", "noscript", "textarea", "select", "details", "dialog", "marquee", "title", "body", "div", "span", "custom-x"],
)  # fmt: skip
def test_no_other_element_is_kept(element: str) -> None:
    """Were one to come out of the renderer, it would not come out of the sanitizer."""
    assert f"<{element}" not in sanitize(f'<p>a</p><{element} src="x">b</{element}><!-- c -->')


def test_only_checkboxes_are_kept_of_inputs() -> None:
    """Nothing can be typed into a text."""
    assert sanitize('<input type="checkbox" disabled="" checked="" />').count('="') == 3
    assert 'type="' not in sanitize('<input type="password" name="x" value="y" formaction="z" />')
    assert "disabled" not in sanitize('<input type="checkbox" disabled="no" />')


@pytest.mark.parametrize(
    ("href", "is_kept"),
    [
        ("https://e.org/", True),
        ("http://e.org/", True),
        ("mailto:a@e.org", True),
        ("javascript:ran()", False),
        (" javascript:ran()", False),
        ("java\tscript:ran()", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///x", False),
        ("ftp://e.org/", False),
        ("tel:1", True),
        ("blob:x", False),
        ("//e.org/", False),
        ("/a", False),
        ("a", False),
        ("..", False),
        ("?a=b", False),
        ("https:e.org", False),
        ("http:javascript:ran()", False),
        ("\\\\e.org", False),
        ("javascript%3Aran()", False),
        ("%20javascript:ran()", False),
        ("HTTPS://e.org/", True),
        ("#a", True),
    ],
)
def test_links_have_four_schemes(href: str, is_kept: bool) -> None:
    """All others lose their address, and every link says that the board does not vouch for it."""
    html = sanitize(f'<p><a href="{href}">x</a></p>')
    assert ("href" in html) is is_kept
    assert 'rel="nofollow noopener ugc"' in html


def test_a_link_without_an_address_leads_nowhere() -> None:
    """comrak empties an address that it refuses; the link would lead to its own page."""
    assert render_markdown("[x][y]\n\n[y]: javascript:ran()") == '<p><a rel="nofollow noopener ugc">x</a></p>\n'


def test_a_text_in_a_feed_leads_to_its_page() -> None:
    """A link within the text, such as a note's, leads to the page at its address; the address is escaped."""
    html = render_markdown("a[^1]\n\n[^1]: b")
    whole = make_links_whole(html, 'https://e.org/jobs/"x"&y/')
    assert '<a href="https://e.org/jobs/&#34;x&#34;&amp;y/#text-fn-1"' in whole
    assert 'href="#' not in whole
    assert whole.count("<a ") == html.count("<a ")


@pytest.mark.parametrize(
    ("text", "characters", "shown"),
    [
        ("One two", 7, "One two"),
        ("One two", 6, "One…"),
        ("One, two – three", 9, "One, two…"),
        ("One, two – three", 7, "One…"),
        ("One two – three", 11, "One two…"),
        ("One two- three", 10, "One two…"),
        ("One two: three", 9, "One two…"),
        ("Onetwothree", 5, "Onet…"),
        ("a bcdefghi", 4, "a…"),
        ("A &amp; *B*", 300, "A & B"),
    ],
)
def test_a_summary_ends_at_a_word(text: str, characters: int, shown: str) -> None:
    """With a mark that something was left out, and no other mark before it."""
    assert first_paragraph(render_markdown(text), characters) == shown
