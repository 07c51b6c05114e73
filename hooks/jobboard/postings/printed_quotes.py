"""Values between the quotation marks that word processors and telephones put in the place of straight ones."""

from __future__ import annotations

import re

from jobboard.fields.reading import Reading
from jobboard.source.front_matter import Document
from jobboard.source.nodes import Entry, Node, Scalar, Sequence
from jobboard.source.yaml_lines import quote

_OPENING = re.compile("[“”„‟«»‘]")
_QUOTED = re.compile("[“”„‟]([^“”„‟]+)[“”]|«([^«»]+)»|»([^«»]+)«|‘([^‘]+)’")
"""A value that is quoted as a whole, and holds no other quotation."""


def take_off_printed_quotes(document: Document, reading: Reading) -> None:
    """Read a value between printed quotation marks as one between straight ones, which is what YAML knows."""
    if _OPENING.search(document.header):
        for entry in (document.entries or {}).values():
            _take_off(entry.value, reading)


def _take_off(node: Node, reading: Reading) -> None:
    if not isinstance(node, Scalar):
        for inner in node.items if isinstance(node, Sequence) else _values_of(node.entries):
            _take_off(inner, reading)
        return
    quoted = _QUOTED.fullmatch(node.text.strip())
    words = (quoted[quoted.lastindex or 0] if quoted else "").strip()
    if not words:
        return
    if node.is_plain:
        reading.retype(node, quote(words))
    else:
        reading.settle(node, words)
    node.text = words


def _values_of(entries: dict[str, Entry]) -> list[Node]:
    return [entry.value for entry in entries.values()]
