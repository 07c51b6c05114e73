"""Front matter in the form that nearly every posting has, read without a YAML parser.

Each line is a field with a plain or double-quoted value or a list of words in brackets, or an item of the list that the
field above begins. For such a text this gives the nodes that `yaml_reader` builds from PyYAML's events, in two fifths
of the time; any other text is left to PyYAML. A test compares the two.
"""

from __future__ import annotations

import re

from jobboard.source.nodes import Entry, Node, Scalar, Sequence

_PLAIN = r"[^\W_](?:[^:#\t\n]++|:(?=[^ \n])|(?<! )#)*+(?<! )"
"""Begins with a letter or digit and holds neither `: ` nor ` #`, which would end it."""
_BARE, _IN_QUOTES = True, False
_WORDS = r"[^\W_][\w-]*(?:, [^\W_][\w-]*)*"
_LINE = re.compile(
    rf'(?:([a-z_]{{1,60}}):(?: (?:({_PLAIN})|"([^"\\\n]*)"|\[({_WORDS})\]))?|- ({_PLAIN}))\n',
)


def read_plain(text: str, first_line: int) -> dict[str, Entry] | None:
    """The entries of *text*, which begins on line *first_line* of its file; None when it needs a real parser."""
    entries: dict[str, Entry] = {}
    waiting: Scalar | None = None  # a field whose list is still to begin
    growing: Sequence | None = None  # the list that the next line may belong to
    line, at = first_line, 0
    while at < len(text):
        match = _LINE.match(text, at)
        if match is None:
            return None
        name, plain, quoted, words, item = match.groups()
        if item is not None:
            if waiting is not None:
                growing = Sequence([], line, 1, line, 1)
                entries[waiting.text] = Entry(waiting, growing)
                waiting = None
            if growing is None:
                return None
            growing.items.append(Scalar(item, _BARE, line, 3, line, 3 + len(item)))
            growing.end_line = line + 1
        elif waiting is not None or name in entries:
            return None
        else:
            growing = None
            start = len(name) + 3
            key = Scalar(name, _BARE, line, 1, line, start - 2)
            if plain is not None:
                entries[name] = Entry(key, Scalar(plain, _BARE, line, start, line, start + len(plain)))
            elif quoted is not None:
                entries[name] = Entry(key, Scalar(quoted, _IN_QUOTES, line, start, line, start + len(quoted) + 2))
            elif words is not None:
                entries[name] = Entry(key, _read_words(words, line, start))
            else:
                waiting = key
        at = match.end()
        line += 1
    return entries if waiting is None else None


def _read_words(words: str, line: int, start: int) -> Sequence:
    items: list[Node] = []
    column = start + 1
    for word in words.split(", "):
        items.append(Scalar(word, _BARE, line, column, line, column + len(word)))
        column += len(word) + 2
    return Sequence(items, line, start, line, column - 1)
