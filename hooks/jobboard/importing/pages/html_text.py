"""HTML to the Markdown that postings are written in."""

from __future__ import annotations

import html as entities
import re
from urllib.parse import urljoin, urlsplit

from bs4 import Tag
from bs4.element import NavigableString
from markdownify import ATX, MarkdownConverter
from markupsafe import escape

from jobboard.fields.links import email_fault, web_address_fault
from jobboard.importing.pages.html_layout import simplify_layout
from jobboard.importing.pages.html_tree import attribute, clean_characters, parse_html, prune_unseen
from jobboard.importing.texts.links import clean_link

_TAG = re.compile(r"</?(?:[a-z][a-z0-9]{0,15})(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE)
_ENCODED_TAG = re.compile(r"&(?:amp;){0,3}lt;/?[a-z][a-z0-9]{0,15}\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[•·▪◦‣●○■∙*]|[-–]\s)\s*(?=\S)")
_BULLET_LINE = re.compile(r"^( *)[•·▪◦‣●○■∙] *(?=\S)", re.MULTILINE)
_RULE = re.compile(r"\s*(?:[-=_~–—]|\\\*){3,}\s*")
_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)


def to_markdown(html: str | Tag, url: str | None = None) -> str:
    """*html* as Markdown without images and markup of its own; relative links lead on from *url*, or become text."""
    tree = parse_html(decode_entities(html) if isinstance(html, str) else str(html))
    prune_unseen(tree)
    _collapse_spaces(tree)
    for link in tree.find_all("a"):
        _mend_link(link, url)
    try:
        simplify_layout(tree)
        markdown = _Converter(
            heading_style=ATX, bullets="-", autolinks=False, escape_underscores=False, bs4_options="html.parser"
        ).convert_soup(tree)
    except RecursionError:  # elements in elements, hundreds deep
        markdown = _escape(clean_characters(tree.get_text("\n")))
    return _tidy(markdown)


def text_to_html(text: str) -> str:
    """Plain *text* as HTML: paragraphs at blank lines, or at each line where there are none, and lists at bullets."""
    blocks = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text.strip()) else text.split("\n")
    parts: list[str] = []
    for block in blocks:
        waiting: list[str] = []
        for line in filter(None, map(str.strip, block.split("\n"))):
            if bullet := _BULLET.match(line):
                parts += (_write_paragraph(waiting), f"<ul><li>{escape(line[bullet.end() :])}</li></ul>")
                waiting = []
            else:
                waiting.append(escape(line))
        parts.append(_write_paragraph(waiting))
    return "".join(parts).replace("</ul><ul>", "")


def _write_paragraph(lines: list[str]) -> str:
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def decode_entities(html: str) -> str:
    """*html* as it was before a system on the way encoded it once or twice too often; plain text becomes HTML."""
    for _ in range(3):
        if _TAG.search(html) or not _ENCODED_TAG.search(html):
            break
        html = entities.unescape(html)
    if _TAG.search(html):
        return html
    return text_to_html(entities.unescape(html).replace("\r\n", "\n").replace("\r", "\n"))


def complete_link(target: str, url: str | None) -> str | None:
    """The web or e-mail address that *target* means on the page *url*, clean; None when it leads nowhere."""
    target = re.sub(r"[\t\r\n]+", "", target).strip()
    if not target or target.startswith("#"):
        return None
    if target.casefold().startswith("mailto:"):
        address = target[7:].split("?")[0].strip().replace("%40", "@")
        return f"mailto:{address}" if email_fault(address) is None else None
    try:
        whole = urljoin(url, target) if url else target
        whole = f"https:{whole}" if whole.startswith("//") else whole
        if urlsplit(whole).scheme.casefold() not in ("https", "http"):
            return None
        whole = clean_link(whole.replace(" ", "%20").replace("|", "%7C"))
    except ValueError:
        return None
    whole = whole.replace("(", "%28").replace(")", "%29")
    return whole if web_address_fault(whole) is None else None


class _Converter(MarkdownConverter):
    """Markdownify with the escapes that the board's check of texts asks for."""

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Keep *text* from being read as markup."""
        text = _escape(text.replace("*", r"\*"))
        return text.replace("|", r"\|") if parent_tags & {"td", "th"} else text

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """A fenced block that is not closed by its own content."""
        del el, parent_tags  # what else markdownify offers
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text) or [""]))
        return f"\n\n{fence}\n{text.strip(chr(10))}\n{fence}\n\n" if text.strip() else ""


def _escape(text: str) -> str:
    text = re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)
    text = text.replace("{{<", "&#123;{<").replace("{{%", "&#123;{%").replace("{%", "&#123;%")
    return text.replace("![", r"!\[").replace("](", r"]\(").replace("`", r"\`")


def _collapse_spaces(tree: Tag) -> None:
    for parent in [tree, *tree.find_all()]:
        in_code = parent.name == "pre" or (parent.name == "code" and parent.find_parent("pre") is not None)
        for number, text in enumerate(parent.contents):
            if not isinstance(text, NavigableString):
                continue
            clean = clean_characters(str(text))
            if "&" in clean and _ENTITY.search(clean):  # encoded once too often
                clean = clean_characters(entities.unescape(entities.unescape(clean)))
            clean = clean if in_code else re.sub(r"\s+", " ", clean)
            if clean != text:
                _put_in_place(parent, number, text, NavigableString(clean))


def _put_in_place(parent: Tag, number: int, old: NavigableString, new: NavigableString) -> None:
    """Let *new* stand where *old* stood; `replace_with` would search all neighbours for it."""
    new.parent = parent
    new.previous_element, new.next_element = old.previous_element, old.next_element
    new.previous_sibling, new.next_sibling = old.previous_sibling, old.next_sibling
    if old.previous_element is not None:
        old.previous_element.next_element = new
    if old.next_element is not None:
        old.next_element.previous_element = new
    if old.previous_sibling is not None:
        old.previous_sibling.next_sibling = new
    if old.next_sibling is not None:
        old.next_sibling.previous_sibling = new
    parent.contents[number] = new


def _mend_link(link: Tag, url: str | None) -> None:
    """Make *link* lead to a complete address, or leave its words alone."""
    target = complete_link(attribute(link, "href"), url)
    link.attrs.clear()
    if target is None or not link.get_text(strip=True) or link.find_parent("a") is not None:
        link.unwrap()
    else:
        link["href"] = target


def _tidy(markdown: str) -> str:
    lines: list[str] = []
    in_fence = False
    for line in markdown.split("\n"):
        if re.match(r" *`{3,}", line):
            in_fence = not in_fence
        lines.append(line if in_fence else _tidy_line(line))
    text = re.sub(r" +\n(?=\s*\n|\s*$)", "\n", "\n".join(lines))
    text = re.sub(r"\n{3,}", "\n\n", text)
    text = re.sub(r"^(\s*- .*?) +$", r"\1", _BULLET_LINE.sub(r"\1- ", text), flags=re.MULTILINE)
    return re.sub(r"^((?!- |\s).+?) *\n(- )", r"\1\n\n\2", text, flags=re.MULTILINE).strip()


def _tidy_line(line: str) -> str:
    if not line.strip() or _RULE.fullmatch(line):
        return ""
    return re.sub(r"^(\s*)(!!!|\?\?\?|:::)", r"\1\\\2", line)
