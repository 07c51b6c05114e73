"""Saved pages as trees: bytes decoded, what nobody sees dropped, omitted end tags honoured."""

from __future__ import annotations

import codecs
import html as entities
import re
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from bs4.exceptions import ParserRejectedMarkup

from jobboard.source.characters import drop_hidden

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_READ_AS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
"""As browsers do: https://encoding.spec.whatwg.org/#names-and-labels."""

_UNSEEN = (
    "script", "style", "noscript", "template", "iframe", "svg", "math", "img", "picture", "video", "audio", "object",
    "embed", "canvas", "map", "button", "input", "select", "textarea", "dialog", "head", "title", "link",
    "meta", "base",
)  # fmt: skip
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LISTS = frozenset(["ul", "ol", "menu", "dl", "table", "[document]"])
_BOXES = _LISTS | {"li", "td", "th", "dd", "dt", "div", "section", "article", "blockquote", "main", "body"}
_CLOSES: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "p": (("p",), _BOXES),
    "li": (("li",), _LISTS),
    "dt": (("dt", "dd"), _LISTS),
    "dd": (("dt", "dd"), _LISTS),
    "tr": (("tr",), _LISTS),
    "td": (("td", "th"), _LISTS | {"tr"}),
    "th": (("td", "th"), _LISTS | {"tr"}),
}
"""Before which element whose end tag may be omitted, looking up to where; Python's parser nests them instead."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can spell and no file can hold."""
_MAX_DEPTH = 250
"""Elements in each other; pages have less than fifty, and every step through deeper ones costs their depth."""
_SPACES = dict.fromkeys((160, 5760, *range(8192, 8203), 8232, 8233, 8239, 8287, 12288), " ")


MAX_TAGS = 30_000
"""Tags of a page; the largest saved pages of positions have a third of that, and ten times as many would take minutes."""


class TooManyTagsError(Exception):
    """A page, or a text in its structured data, has more tags than anybody would wait for; the message says so."""


def decode_html(data: bytes, charset: str | None = None) -> str:
    """The text of a page's bytes: by its mark, as UTF-8 where they are that, else as *charset* or the page says."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")  # other encodings of real text are almost never valid UTF-8
    except UnicodeDecodeError:
        stated = _META_CHARSET.search(data[:8192])
    for name in (charset, stated[1].decode("ascii") if stated else None):
        try:
            encoding = codecs.lookup(name or "").name
            if encoding == "utf-8":  # a few damaged bytes must not turn all others into mojibake
                return data.decode("utf-8", "replace")
            return data.decode(_READ_AS.get((name or "").casefold(), _READ_AS.get(encoding, encoding)), "replace")
        except (LookupError, ValueError, AttributeError):
            continue
    return data.decode("cp1252", "replace")


def parse_html(html: str) -> BeautifulSoup:
    """*html* as a tree, whatever is wrong with it; raises TooManyTagsError."""
    if html.count("<") > MAX_TAGS:
        raise TooManyTagsError(
            f"it has more than {MAX_TAGS:,} tags; save the part with the position as a text file, and import that"
        )
    try:
        return _Soup(html, "html.parser")
    except ParserRejectedMarkup:  # a malformed `<![…` or `<!…`
        return _Soup(re.sub(r"<!\[?[^>]*>?", "", html), "html.parser")


def prune_unseen(root: Tag) -> None:
    """Drop from *root* what a reader does not see, and forms; a form around the whole page (ASP.NET) stays."""
    for text in root.find_all(string=lambda string: isinstance(string, PreformattedString)):
        text.extract()
    for element in root.find_all(_UNSEEN):
        if not is_gone(element):
            element.decompose()
    for element in root.find_all():
        if not is_gone(element) and _is_hidden(element):
            element.decompose()
    whole = len(root.get_text())
    for form in root.find_all("form"):
        if is_gone(form):
            continue
        if form.find(["h1", "main", "article"]) or len(form.get_text()) > 0.6 * whole:
            form.unwrap()
        else:
            form.decompose()


def clean_characters(text: str) -> str:
    """*text* with plain spaces for typographic ones, and without characters that nobody can see."""
    return drop_hidden(_SURROGATE.sub("", text.translate(_SPACES)))


def plain_text(html: str) -> str:
    """The words of *html*, or of a text with entities, on one line."""
    for _ in range(3):  # `R&amp;amp;D` and `&amp;lt;p&amp;gt;` are common: each system on the way encodes once more
        if "<" not in html and (decoded := entities.unescape(html)) != html:
            html = decoded
    if re.search(r"</?[A-Za-z!]", html):
        html = parse_html(html).get_text(" ")
    return " ".join(clean_characters(html).split())


def text_of(tag: Tag) -> str:
    """The words in *tag* on one line."""
    return " ".join(clean_characters(tag.get_text(" ")).split())


def attribute(tag: Tag, name: str) -> str:
    """The attribute *name* of *tag* without spaces around it; empty where it has none."""
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else (value or "").strip()


def is_gone(tag: Tag) -> bool:
    """Whether *tag* was decomposed; its own attribute `decomposed` searches everything below it."""
    return bool(vars(tag).get("_decomposed", False))


def _is_hidden(element: Tag) -> bool:
    if element.has_attr("hidden") or attribute(element, "aria-hidden").casefold() == "true":
        return element.find(["h1", "main"]) is None  # a page behind an open cookie dialogue is hidden as a whole
    return bool(_UNSEEN_STYLE.search(attribute(element, "style"))) and element.find(["h1", "main"]) is None


class _Soup(BeautifulSoup):
    """A tree in which an element ends where its end tag may be omitted."""

    def handle_starttag(self, name: str, *arguments: Any, **options: Any) -> Tag | None:
        """End what *name* ends, then begin it; what is nested too deeply to be meant begins nothing."""
        if len(self.tagStack) > _MAX_DEPTH:
            return None
        closed, within = _CLOSES.get(name, ((), _BOXES))
        around: Tag | None = self.currentTag if closed else None
        while around is not None and around.name not in closed and around.name not in within:
            around = around.parent
        if around is not None and around.name in closed:
            self.handle_endtag(around.name)
        begun: Tag | None = super().handle_starttag(name, *arguments, **options)
        return begun
