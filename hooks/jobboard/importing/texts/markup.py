"""A body of whatever origin to the Markdown that this board shows."""

from __future__ import annotations

import html
import re

from jobboard.fields.links import email_fault, web_address_fault
from jobboard.importing.draft import Draft
from jobboard.importing.texts.layout import mend_layout
from jobboard.importing.texts.links import clean_link, clean_links_in

_DROPPED = re.compile(r"<(?P<name>script|style|iframe|svg|noscript)\b[^>]{0,1000}>|<!--", re.IGNORECASE)
"""The beginning of what goes with all that is in it."""
_MOST_DROPPED = 20_000
"""Characters that may go at once; behind a longer one the end was forgotten, and what follows is text."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]{0,20})(?:\s[^<>]{0,2000})?/?>")
_ANCHOR = re.compile(
    r"<a\b[^<>]{0,1000}?href\s?=\s?[\"']?(?P<url>[^\"'\s<>]{1,2000}+)[\"']?[^<>]{0,500}+>(?P<text>.{0,2000}?)</a\s{0,3}>",
    re.IGNORECASE | re.DOTALL,
)
_SHORTCODE = re.compile(
    r"\{\{[<%]?[^{}]{0,600}\}\}|\{%(?:[^%{\n]|%(?!\})|\{(?!%)){0,600}+%\}|\{:\s?[.#\w][^}\n]{0,200}\}", re.DOTALL
)
_NOTE = re.compile(r"^(?:!!!|\?\?\?)\+? \w+ ?(?P<title>.{0,200})$|^:::+.{0,200}$", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,2000}\)?|\[[^\]\n]{0,100}\])")
_LINK = re.compile(
    r"(?<!!)\[(?P<text>[^\]\n]{0,300})\]\(\s{0,9}<?(?P<url>[^()\s>]{0,2000}(?:\([^()\s>]{0,500}\)[^()\s>]{0,500})?)>?(?:\s{1,9}[\"'(][^)\n]{0,300})?\s{0,9}\)"
)
_BROKEN_ADDRESS = re.compile(
    r"(https?://[^\s<>()]{20,400}[/=&?%_-])[ \t]{0,3}\n[ \t]{0,4}(?=(?![-*] )[\w%&=?/-]{2,400}(?:\s|$))"
)
_SPLIT_IN_BRACKETS = re.compile(r"<(https?://[^<>\s]{1,400})\s{0,2}\n\s{0,4}([^<>\s]{1,400})>")
_BULLET = re.compile(r"^(?P<indent>[ \t]{0,8})(?:[•·●▪■◦‣⁃∙○➢►✓✔→§]|[–—](?=\s)|o(?=\t))[ \t]{0,8}(?=\S)", re.MULTILINE)
_BARE_BULLET = re.compile(r"^[ \t]{0,4}[•·●▪■◦‣][ \t]{0,4}\n{1,2}(?=\S)", re.MULTILINE)
_HASHTAGS = re.compile(r"#\w{1,60}(?:\s{1,3}#\w{1,60}){1,60}\s{0,3}")
"""A line for another medium, not a heading."""
_HEADING = re.compile(
    r"^(?P<marks>#{1,6})[ \t]{0,3}(?P<text>[^#\s].{0,300}?)[ \t]{0,3}#{0,10}[ \t]{0,3}$", re.MULTILINE
)
_BLOCKS = {
    "p": "\n\n", "div": "\n\n", "br": "\n\n", "ul": "\n\n", "ol": "\n\n", "tr": "\n", "table": "\n\n", "section": "\n\n", "hr": "\n\n",
    "h1": "\n\n## ", "h2": "\n\n## ", "h3": "\n\n### ", "h4": "\n\n#### ", "li": "\n- ", "b": "**", "strong": "**", "i": "*", "em": "*",
    "blockquote": "\n\n", "td": " ", "th": " ",
}  # fmt: skip
_INLINE = ("b", "strong", "i", "em")


def clean_markup(text: str, draft: Draft) -> str:
    """*text* as plain Markdown: no HTML, images, shortcodes or links inside another site; bullets and headings normalised."""
    text = _SPLIT_IN_BRACKETS.sub(r"<\1\2>", text)
    text = _BROKEN_ADDRESS.sub(r"\1", text)
    text = _drop(text) if "<!--" in text else text
    text, codes = _SHORTCODE.subn("", text) if "{" in text else (text, 0)
    if codes:
        draft.repairs.append(f"{codes} shortcodes of another site generator were removed")
    text = _replace_html(text, draft)
    text = _NOTE.sub(lambda match: f"**{match['title']}**" if match["title"] else "", text)
    text, images = _IMAGE.subn("", text) if "![" in text else (text, 0)
    if images:
        draft.repairs.append("an image was removed" if images == 1 else f"{images} images were removed")
    text = _LINK.sub(lambda match: _mend_link(match, draft), text) if "](" in text else text
    text = clean_links_in(text)
    text = _BARE_BULLET.sub("- ", text)
    text = _BULLET.sub(lambda match: f"{match['indent'].replace(chr(9), '  ')}- ", text)
    text = _HEADING.sub(_mend_heading, text)
    text = mend_layout(text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")


def _drop(text: str) -> str:
    """*text* without comments, scripts and what else nobody reads; each end is looked for once."""
    parts, at = [], 0
    ends: dict[str, re.Match[str] | None] = {}
    for opening in _DROPPED.finditer(text):
        if opening.start() < at:
            continue
        name = opening["name"]
        pattern = rf"(?i)</{name}\s{{0,3}}>" if name else "-->"
        end = ends.get(pattern)
        if pattern not in ends or (end and end.start() < opening.end()):
            end = ends[pattern] = re.compile(pattern).search(text, opening.end())
        if end and end.start() - opening.end() <= _MOST_DROPPED:
            parts.append(text[at : opening.start()])
            at = end.end()
    return "".join([*parts, text[at:]])


def _mend_heading(match: re.Match[str]) -> str:
    if _HASHTAGS.fullmatch(match[0]):
        return match[0]
    return f"\n{'#' * max(2, len(match['marks']))} {match['text'].rstrip('# ')}\n"


def _replace_html(text: str, draft: Draft) -> str:
    had_tags = False
    for _ in range(2):  # markup that was escaped once shows itself after the first round
        if "<" in text:
            text = _drop(text)
            if "href" in text:
                text = _ANCHOR.sub(
                    lambda match: f"[{' '.join(_TAG.sub('', match['text']).split()) or match['url']}]({match['url']})",
                    text,
                )
            text, count = _TAG.subn(_markdown_of, text)
            had_tags = had_tags or bool(count)
        if re.search(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});", text):
            text = html.unescape(text).replace("\xa0", " ")
    if had_tags:
        draft.repairs.append("HTML was turned into Markdown")
        text = re.sub(r"(?<=\S)\*\*\*\*(?=\S)|\*\*\s{0,3}\*\*", " ", text)
        text = re.sub(r"^[ \t]{1,20}(?=\S)(?![-*\d])", "", text, flags=re.MULTILINE)
    return text


def _markdown_of(match: re.Match[str]) -> str:
    name, is_end = match[1].casefold(), match[0].startswith("</")
    if name in _INLINE:
        return _BLOCKS[name]
    if name.startswith("h") and name[1:].isdigit():
        return "\n\n" if is_end else _BLOCKS.get(name, "\n\n#### ")
    if name == "li":
        return "" if is_end else _BLOCKS[name]
    return _BLOCKS.get(name, "")


def _mend_link(match: re.Match[str], draft: Draft) -> str:
    """The link cleaned; its text alone where it leads nowhere from here."""
    written, label = match["url"], match["text"].strip()
    if written.startswith("mailto:"):
        address = written.removeprefix("mailto:").split("?", 1)[0].strip()
        if email_fault(address) is None:
            return f"[{label or address}]({written.strip()})"
        return label or address
    url = clean_link(f"https:{written}" if written.startswith("//") else written)
    if web_address_fault(url) is None:
        return f"[{label or url}]({url})" if label not in ("", url) or "(" in url else url
    if (
        written
        and not written.startswith("#")
        and (note := "links that lead nowhere from here were reduced to their text") not in draft.repairs
    ):
        draft.repairs.append(note)
    return label
