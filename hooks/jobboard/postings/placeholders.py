"""What was left standing of a template or an example, and would be published as if it were meant."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from jobboard.diagnostics.diagnostic import Severity
from jobboard.diagnostics.rules import PLACEHOLDER
from jobboard.fields.reading import PostingReading
from jobboard.fields.table import FIELDS_BY_NAME, TEXTS
from jobboard.fields.words import is_unreadable
from jobboard.postings.word_checks import texts_of
from jobboard.postings.writer import needed_fields
from jobboard.source.front_matter import Document
from jobboard.source.nodes import Entry, Mapping, Node, Scalar

_NAMES = ("title", "author", "organization", "summary")
"""Fields whose examples no posting can mean."""
_RESERVED = re.compile(r"(?i)(?:^|[.@])(?:example\.(?:com|edu|net|org)|[^.@]+\.(?:example|invalid|test)|localhost)$")
"""Hosts that belong to nobody (RFC 2606)."""
_NOT_YET = frozenset({
    "tbd", "tba", "tbc", "todo", "fixme", "xxx", "xx", "to be determined", "to be announced", "to be confirmed", "to be decided",
    "to be defined", "to be completed", "to be filled", "lorem ipsum dolor sit amet", "insert here", "fill in", "your name", "job title", "your title",
    "name of the employer", "company name", "lorem ipsum", "placeholder", "...", "…", "?", "???", "-", "--",
})  # fmt: skip
"""What people write where they will write something later."""
_ELSEWHERE = re.compile(
    r"(?:please )?(?:see|refer to|as (?:in|per|stated in)|according to|siehe)(?: the| our| to)? (?:full )?(?:job )?"
    r"(?:ad(?:vert(?:isement)?)?|posting|description|link|web ?site|web ?page|homepage|text|below|above|details|announcement|ausschreibung)"
    r"(?: for (?:more )?details| below| above)?[.!]?"
)
"""Words that hold the place of a fact that stands elsewhere."""
_LEADS = frozenset({"ac", "as", "pl", "re", "se", "si"})
"""How such words begin."""
_WORDED = tuple(dict.fromkeys(name.partition(".")[0] for name in sorted(TEXTS)))
"""Fields that hold words."""
_LONGEST = 60
"""Characters of words that say nothing."""
_SIGNS = ("example", ".test", ".invalid", "localhost")
"""Parts of the addresses that exist in examples only."""
_HINT = re.compile(r"(?P<words>.*\S) {2,}\([^()]+\)")
"""Words with the hint that once stood behind a `TODO` of the import."""
_LOREM = re.compile(r"(?i)\blorem ipsum\b")


def check_placeholders(document: Document, entries: dict[str, Entry], reading: PostingReading) -> None:
    """Report what was not filled in.

    On a board whose own address is reserved for examples (nobody has made it theirs yet) examples are what it is made
    of: there only a posting with the template's title is one that was not filled in.
    """
    is_demonstration = is_reserved(reading.policy.url)
    if _is_example("title", entries) or (not is_demonstration and any(_is_example(name, entries) for name in _NAMES)):
        _report_examples(entries, reading)
    if not is_demonstration and any(sign in document.header for sign in _SIGNS):
        _check_addresses(entries, reading)
    if "  (" in document.header:
        _check_hints(entries, reading)
    for field in _WORDED:
        value = entries[field].value if field in entries else None
        if value is None or (isinstance(value, Scalar) and not _says_nothing(value.text)):
            continue
        for name, node in texts_of(field, value):
            if _says_nothing(node.text) and not (field == "title" and is_unreadable(node.text)):  # which was told
                _report_text(name, node, reading)
    if "orem" in document.body and (lorem := _LOREM.search(document.body)):
        line = document.body_line + document.body.count("\n", 0, lorem.start())
        column = reading.source.line(line).find(lorem[0]) + 1
        help = ("describe the position in its place: the work, what is expected, what is offered, how to apply",)
        mark = reading.source.mark(line, max(column, 1), len(lorem[0]) if column else 0)
        reading.report(PLACEHOLDER, "the text is a filler", mark, help=help)


def _check_hints(entries: dict[str, Entry], reading: PostingReading) -> None:
    texts = [text for field in _WORDED if field in entries for text in texts_of(field, entries[field].value)]
    for name, node in texts:
        if match := _HINT.fullmatch(node.text):
            hint = node.text[match.end("words") :].strip()
            mark = reading.mark_part(node, hint, "a hint for whoever fills it in")
            help = f"write `{name.rpartition('.')[2]}: {match['words']}`"
            fix = reading.source.rewrite(node, match["words"])
            reading.report(PLACEHOLDER, f"`{name}` still holds the hint of its `TODO`", mark, help=(help,), fix=fix)


@lru_cache
def is_reserved(address: str) -> bool:
    """Whether a web or e-mail *address* is one that exists in examples only."""
    if "//" not in address:
        return bool(_RESERVED.search(address))
    try:
        return bool(_RESERVED.search(urlsplit(address).hostname or ""))
    except ValueError:
        return False


def _is_example(name: str, entries: dict[str, Entry]) -> bool:
    """Whether the value of a field is still that of the template."""
    node: Node | None = entries[name].value if name in entries else None
    if isinstance(node, Mapping) and "name" in node.entries:
        node = node.entries["name"].value
    return isinstance(node, Scalar) and node.text == FIELDS_BY_NAME[name].example


def _report_examples(entries: dict[str, Entry], reading: PostingReading) -> None:
    examples = {name: entries[name].value for name in _NAMES if _is_example(name, entries)}
    marks = [reading.source.mark_node(node, "an example") for node in examples.values()]
    names = [f"`{name}`" for name in examples]
    said = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    help = "write what is true of your position, or delete the file"
    message = f"{said} {'is' if len(names) == 1 else 'are'} still what the template gives as an example"
    reading.diagnostics.append(reading.source.report(PLACEHOLDER, message, *marks, help=(help,)))


def _check_addresses(entries: dict[str, Entry], reading: PostingReading) -> None:
    for name, node in _addresses_in(entries):
        address = node.text.removeprefix("mailto:").partition("?")[0].strip()
        if is_reserved(address):
            host = address.rpartition("@")[2] if "//" not in address else urlsplit(address).hostname
            mark = reading.mark_part(node, str(host), "nobody is there")
            help = (f"write the real address in `{name}`",)
            reading.report(PLACEHOLDER, f"`{name}` is an address that exists in examples only", mark, help=help)


def _addresses_in(entries: dict[str, Entry]) -> list[tuple[str, Scalar]]:
    found = []
    for name in ("organization", "via", "apply", "source", "contact"):
        node = entries[name].value if name in entries else None
        if isinstance(node, Mapping):
            inner = ((key, node.entries[key].value) for key in ("url", "ror", "email") if key in node.entries)
            found += [(f"{name}.{key}", value) for key, value in inner if isinstance(value, Scalar)]
        elif isinstance(node, Scalar) and name in ("apply", "source"):
            found.append((name, node))
    return found


def _says_nothing(text: str) -> bool:
    if is_unreadable(text):
        return True
    if len(text) > _LONGEST:
        return False
    words = text.casefold()
    if words[:2] in _LEADS and _ELSEWHERE.fullmatch(words):
        return True
    return words in _NOT_YET or words.strip(" .!-") in _NOT_YET


def _report_text(name: str, node: Scalar, reading: PostingReading) -> None:
    is_needed = name.partition(".")[0] in needed_fields(reading.policy)
    mark = reading.source.mark_node(node, "this says nothing")
    help = "write what is true of your position"
    if not is_needed:
        help = 'write what is known, or remove the line: the page then says "not stated"'
    found = reading.source.report(PLACEHOLDER, f"`{name}` is not filled in", mark, help=(help,))
    reading.diagnostics.append(found if is_needed else found._replace(severity=Severity.WARNING))
