"""What HTML is used for beside its meaning: lay-out by tables, bold lines as headings, facts in lists of terms."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BOLD = ("strong", "b")
_EMPHASIS = ("strong", "b", "em", "i")
_BLOCKS = (
    "p", "div", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article", "header", "footer", "aside",
    "hr", *_HEADINGS,
)  # fmt: skip
_MAX_LABEL = 60
"""Characters of a label or heading; what is longer is a sentence."""


def simplify_layout(tree: BeautifulSoup) -> None:
    """Make of *tree* what Markdown can say."""
    for element in tree.find_all(["u", "font", "big", "small", "mark", "span", "center", "abbr", "ins"]):
        element.unwrap()
    tree.smooth()
    for pre in tree.find_all("pre"):
        if pre.find("code") is None:
            _reflow(pre, tree)
    for emphasis in tree.find_all(_EMPHASIS):
        _tighten(emphasis)
    for table in reversed(tree.find_all("table")):  # inner ones first
        _simplify_table(table, tree)
    for terms in tree.find_all("dl"):
        _list_terms(terms, tree)
    _promote_headings(tree)
    _demote_headings(tree)


def label_of(text: str) -> str:
    """*text* as a label, without the colon behind it."""
    return text.strip().removesuffix(":").removesuffix("：").rstrip()


def _reflow(pre: Tag, tree: BeautifulSoup) -> None:
    """Paragraphs for text that was kept in its typewriter lines."""
    for part in re.split(r"\n\s*\n", pre.get_text()):
        if part.strip():
            paragraph = tree.new_tag("p")
            for number, line in enumerate(part.strip().split("\n")):
                if number:
                    paragraph.append(tree.new_tag("br"))
                paragraph.append(line.strip())
            pre.insert_before(paragraph)
    pre.decompose()


def _tighten(emphasis: Tag) -> None:
    """Leave emphasis where Markdown reads it as such: around words, with a space behind closing punctuation."""
    if not emphasis.contents:
        return  # Markdown says nothing of it, and to take one away costs a search among its neighbours
    has_elements = any(isinstance(child, Tag) for child in emphasis.contents)
    if (
        (has_elements and emphasis.find(_BLOCKS))
        or emphasis.find_parent(_HEADINGS)
        or emphasis.find_parent(emphasis.name)
    ):
        emphasis.unwrap()
        return
    while emphasis.contents and isinstance(last := emphasis.contents[-1], Tag) and last.name == "br":
        emphasis.insert_after(last.extract())
    while emphasis.contents and isinstance(first := emphasis.contents[0], Tag) and first.name == "br":
        emphasis.insert_before(first.extract())
    text, after, before = emphasis.get_text(), emphasis.next_sibling, emphasis.previous_sibling
    if not text.strip():
        emphasis.unwrap()
    elif isinstance(after, Tag) and after.name == emphasis.name:  # `<b>Your</b><b> task</b>`
        for child in list(emphasis.contents)[::-1]:
            after.insert(0, child.extract())
        emphasis.decompose()
    else:
        if isinstance(after, NavigableString) and re.search(r"\W$", text) and re.match(r"\w", after):
            after.replace_with(f" {after}")
        if isinstance(before, NavigableString) and re.match(r"\W", text) and re.search(r"\w$", before):
            before.replace_with(f"{before} ")


def _simplify_table(table: Tag, tree: BeautifulSoup) -> None:
    rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
    rows = [row for row in rows if any(cell.get_text(strip=True) for cell in row)]
    widths = {len(row) for row in rows}
    blocks = table.find(["ul", "ol", "dl", "table", "p", "div", *_HEADINGS]) is not None
    has_head = bool(rows) and len(rows) > 1 and all(cell.name == "th" for cell in rows[0]) and len(rows[0]) > 1
    if widths == {2} and not has_head and all(_is_label(row[0]) for row in rows):
        _replace_by_facts(table, [(row[0], [row[1]]) for row in rows], tree)
    elif not rows or widths == {1} or (blocks and not has_head and not _is_grid(rows)):
        for part in table.find_all(["tbody", "thead", "tfoot", "tr", "caption", "colgroup", "col"]):
            part.unwrap()
        for cell in table.find_all(["td", "th"]):
            cell.name = "div"
        table.unwrap()


def _is_label(cell: Tag) -> bool:
    text = cell.get_text(" ", strip=True)
    return 0 < len(text) <= _MAX_LABEL and cell.find(["ul", "ol", "table"]) is None and not text.endswith(".")


def _is_grid(rows: list[list[Tag]]) -> bool:
    """Whether a table shows data: several rows and columns of short cells."""
    texts = [cell.get_text(" ", strip=True) for row in rows for cell in row]
    return len(rows) > 1 and len({len(row) for row in rows}) == 1 and max(map(len, texts), default=0) <= 2 * _MAX_LABEL


def _list_terms(terms: Tag, tree: BeautifulSoup) -> None:
    """A list of terms as "**Term:** description" items."""
    facts: list[tuple[Tag, list[Tag]]] = []
    for part in terms.find_all(["dt", "dd"]):
        if part.find_parent("dl") is not terms:
            continue
        if part.name == "dt":
            facts.append((part, []))
        elif facts:
            facts[-1][1].append(part)
    _replace_by_facts(terms, facts, tree)


def _replace_by_facts(place: Tag, facts: list[tuple[Tag, list[Tag]]], tree: BeautifulSoup) -> None:
    items = tree.new_tag("ul")
    place.insert_before(items)
    for term, descriptions in facts:
        label = label_of(term.get_text(" ", strip=True))
        item = tree.new_tag("li")
        if label:
            bold = tree.new_tag("strong")
            bold.string = f"{label}:"
            item.append(bold)
        inline = [d for d in descriptions if d.find(["ul", "ol", "p", "table", *_HEADINGS]) is None]
        for number, description in enumerate(descriptions):
            text = description.get_text(" ", strip=True)
            if not text:
                continue
            item.append(" " if number == 0 or description not in inline else "; ")
            if description in inline or len(description.find_all("p")) == 1 >= len(description.find_all(_BLOCKS)):
                for block in description.find_all(_BLOCKS):
                    block.unwrap()
                item.extend(list(description.contents))
            else:
                description.name = "div"
                item.append(description.extract())
        if len(item.get_text(strip=True)) > len(label) + 1 or not label:
            items.append(item)
    place.decompose()
    if not items.contents:
        items.decompose()


def _promote_headings(tree: BeautifulSoup) -> None:
    """Headings for short paragraphs in bold, in a text that has no other headings."""
    if tree.find(_HEADINGS):
        return
    for paragraph in tree.find_all(["p", "div"]):
        parts = [part for part in paragraph.contents if isinstance(part, Tag) or str(part).strip()]
        bold = parts[0] if len(parts) == 1 else None
        if not isinstance(bold, Tag) or bold.name not in _BOLD or paragraph.find_parent(["li", "td", "blockquote"]):
            continue
        text = bold.get_text(" ", strip=True)
        follower = paragraph.find_next_sibling()
        if follower and follower.name != "hr" and len(text) <= _MAX_LABEL and not re.search(r"[.,;!]$", text):
            paragraph.name = "h2"
            paragraph.string = label_of(text)


def _demote_headings(tree: BeautifulSoup) -> None:
    """Headings from the second level on, none of them empty or in a list or table."""
    for heading in tree.find_all(_HEADINGS):
        if not heading.get_text(strip=True):
            heading.decompose()
        elif heading.find_parent(["li", "td", "th", "dt", "dd"]):
            heading.name = "strong"
            heading.insert_after(" ")
    levels = {int(heading.name[1]) for heading in tree.find_all(_HEADINGS)}
    places = {level: min(number, 6) for number, level in enumerate(sorted(levels), 2)}
    for heading in tree.find_all(_HEADINGS):
        heading.name = f"h{places[int(heading.name[1])]}"
