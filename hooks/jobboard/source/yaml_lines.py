"""Lines of front matter as people write them, looked at without YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.source.source_text import SourceText

FIELD = re.compile(r"\s*(?:- )?(?P<name>[\w-]+):\s+(?P<value>(?:.*\S)?)\s*")
"""A line with the name of a field, and its value."""
_LISTED = re.compile(r"\s*-\s+(?P<value>.*\S)\s*")
"""A line with an item of a list."""
FIELD_WITHOUT_SPACE = re.compile(r"\s*(?:- )?(?P<name>[\w-]+):(?P<gap>\xa0?)(?!/)(?P<value>\S(?:.*\S)?)\s*")
"""The same line where no space follows the colon, or one that YAML does not take for one."""
FIELD_IN_STARS = re.compile(r"(?P<stars>\*{1,3})(?P<name>[^\W\d_][\w-]*)\s*(?::\*+|\*+\s*:)\s*(?P<value>(?:.*\S)?)\s*")
"""The same line with its name in Markdown's bold or italics."""

OTHER_COLONS = {
    "：": "a full-width colon", "﹕": "a small colon", "︰": "a colon of vertical text", "∶": "a ratio sign",
    "꞉": "a letter that looks like a colon", "ː": "a sign of length", "=": "an equals sign",
}  # fmt: skip
FIELD_WITH_OTHER_COLON = re.compile(
    rf"(?:- )?(?P<name>[^\W\d_][\w-]*)(?P<gap>\s*(?P<colon>[{''.join(OTHER_COLONS)}])\s*)(?P<value>(?:.*\S)?)\s*"
)
"""A line that would be a field, if what stands behind the name were a colon."""
_NOT_PLAIN = ("", *"\"'[{|>&*!%@`#")
"""How a value begins that is no plain text."""
_OPENING_QUOTE = re.compile(r"(?<![^\s\[{,])[\"']")
"""Not an apostrophe, or one that is mentioned."""
_NO_TEXT = re.compile(r"[@`%&*!,\]}]|[^\"'\[{|>#].*:(?:\s|$)")
"""A value that is meant as text, but begins with a sign of YAML or holds what ends a field's name."""
_CLOSED = re.compile(r"(.).*\1(?:\s+#.*)?")
"""A value that ends with the sign with which it begins, or with a comment behind it."""
_QUOTED = re.compile(r"(?<![^\s\[{,])(?:\"[^\"]*\"|'[^']*')")


class WrappedValue(NamedTuple):
    """A plain value that goes on over several lines."""

    name: str
    first_line: int
    last_line: int
    text: str
    """The whole value on one line."""


def find_wrapped_value(source: SourceText, line: int) -> WrappedValue | None:
    """The plain value to which *line* belongs, if it takes several lines; the first one names its field."""
    first = line
    while re.match(r"\s+\S", source.line(first)):
        first -= 1
    field = FIELD.fullmatch(source.line(first))
    if field is None or field.start("name") or field["value"][:1] in _NOT_PLAIN:
        return None
    last, words = first, [field["value"]]
    while re.match(r"\s+\S", source.line(last + 1)):
        last += 1
        words.append(source.line(last).strip())
    return WrappedValue(field["name"], first, last, " ".join(words)) if last > first else None


def write_field(name: str, value: str) -> str:
    """The field *name* with *value*, in quotes where YAML would see more in it than text."""
    return f"{name}: {quote(value) if _NO_TEXT.match(value) else value or '…'}"


def quote(value: str) -> str:
    """*value* as YAML reads it back."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def opens_quote(line: str, quote: str) -> bool:
    """Whether the value of a field or list on *line* begins with *quote* and does not end with it."""
    found = FIELD.fullmatch(line) or _LISTED.fullmatch(line)
    return found is not None and found["value"].startswith(quote) and not _CLOSED.fullmatch(found["value"])


def is_quoted(line: str, at: int) -> bool:
    """Whether the character *at* stands between quotation marks."""
    return _OPENING_QUOTE.search(_QUOTED.sub("", line[:at])) is not None
