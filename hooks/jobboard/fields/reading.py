"""What every field reader works with: the file, and a place for problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from jobboard.diagnostics.diagnostic import Diagnostic, Edit, Mark
from jobboard.diagnostics.rules import INVALID_VALUE, UNKNOWN_FIELD, Rule
from jobboard.policy import Policy
from jobboard.source.nodes import Entry, Node, Scalar, Sequence, name_of_kind
from jobboard.source.nodes import Mapping as MappingNode
from jobboard.source.source_text import SourceText
from jobboard.vocabulary import fold, nearest

T = TypeVar("T")

MAX_CHARACTERS = 2_000
"""Of one text in a field; the longest address of the web that works everywhere has as many."""


MAX_NAME_CHARACTERS = 500
"""Of the names that a row of a list shows; the longest employer seen has 100, and six places have fewer."""


def find_excess(node: Node, most: int = MAX_CHARACTERS) -> Scalar | None:
    """The first text in a value that has more than *most* characters, or `MAX_CHARACTERS` where it is an address."""
    if isinstance(node, Scalar):
        return node if len(node.text) > most and len(node.text) > _most_of(node, most) else None
    inner = node.items if isinstance(node, Sequence) else [entry.value for entry in node.entries.values()]
    return next((found for one in inner if (found := find_excess(one, most))), None)


def _most_of(node: Scalar, most: int) -> int:
    return MAX_CHARACTERS if "://" in node.text else most


class Reading:
    """One file being read. Readers return None for what is wrong, after reporting it here."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self.tidyings: list[tuple[Edit, ...]] = []
        """What would write values that are understood as the board itself writes them; no problems."""

    def report(
        self,
        rule: Rule,
        message: str,
        place: Node | Mark,
        label: str = "",
        help: tuple[str, ...] = (),
        fix: tuple[Edit, ...] = (),
    ) -> None:
        """Add a problem at a value, or at a mark made by hand."""
        mark = place if isinstance(place, Mark) else self.source.mark_node(place, label)
        self.diagnostics.append(self.source.report(rule, message, mark, help=help, fix=fix))

    def report_excess(self, node: Scalar, name: str, most: int) -> None:
        """Add that a text is longer than anybody would read."""
        message = f"`{name}` has a text of {len(node.text):,} characters, at most {_most_of(node, most):,} fit"
        help = ("keep what a list would show; the text below the front matter may be longer",)
        self.report(INVALID_VALUE, message, node, help=help)

    def settle(self, node: Node, value: str) -> str:
        """The *value* that a node was understood as, and a note where the node is written in another way."""
        if isinstance(node, Scalar) and node.text != value and (edits := self.source.rewrite(node, value)):
            self.tidyings.append(edits)
        return value

    def retype(self, node: Node, value: str) -> None:
        """Note that the board writes a value as *value*, which may be a group: the whole of it, with its quotes."""
        if isinstance(node, Scalar) and (written := self.source.written(node)):
            self.tidyings.append((Edit(node.line, node.column, len(written), value),))

    def mark_part(self, node: Node, part: str, label: str = "") -> Mark:
        """The *part* of a value that is meant, or all of it."""
        return self.source.mark_match(node, part, label)

    def text(self, node: Node, name: str, rule: Rule = INVALID_VALUE) -> str | None:
        """A line of text, white space collapsed."""
        if isinstance(node, Scalar) and not node.is_empty:
            text = node.text
            is_tidy = text.isprintable() and "  " not in text and text[0] != " " and text[-1] != " "
            return text if is_tidy else " ".join(text.split())
        if isinstance(node, Scalar) and (comment := self.source.comment_behind(node)):
            help = ("leave out the `#`, or put the text in quotes with it",)
            self.report(rule, f"`{name}` takes a line of text, found a comment", comment, help=help)
            return None
        found = name_of_kind(node)
        help = (
            "put it in quotes if it is text"
            if isinstance(node, MappingNode)
            else "write the text without brackets and dashes",
        )
        self.report(
            rule, f"`{name}` takes a line of text, found {found}", node, help=help if found != "nothing" else ()
        )
        return None

    def choice(
        self, node: Node, name: str, choices: tuple[str, ...], synonyms: Mapping[str, str] | None = None
    ) -> str | None:
        """One of a short set of words, in any case, with spaces or hyphens."""
        written = self.text(node, name)
        if written is None:
            return None
        if written in choices:
            return self.settle(node, written)
        accepted = {fold(choice): choice for choice in choices}
        also = synonyms or {}
        folded = fold(written)
        if folded in accepted or folded in also:
            return self.settle(node, accepted.get(folded) or also[folded])
        close = nearest(folded, [*accepted, *also])
        meant = (accepted.get(close) or also[close]) if close else None
        self.report(
            INVALID_VALUE,
            f"`{name}` cannot be `{written}`",
            node,
            f"did you mean `{meant}`?" if meant else "",
            (f"`{name}` is one of {_enumerate(accepted.values())}",),
        )
        return None

    def several(self, node: Node, name: str, read: Callable[[Node, str], T | None]) -> tuple[T, ...]:
        """A list, or a single value where a list of one is meant; duplicates are dropped."""
        if not isinstance(node, Sequence):
            value = read(node, name)
            return () if value is None else (value,)
        values = [read(item, name) for item in node.items]
        for index, value in enumerate(values):
            if value is not None and value in values[:index]:
                self.tidyings.append(self.source.remove_item(node, index))
        return tuple(dict.fromkeys(value for value in values if value is not None))

    def group(self, node: MappingNode, name: str, keys: Iterable[str]) -> dict[str, Entry]:
        """The entries of `{key: value}`, unknown keys and empty values left out."""
        known = tuple(keys)
        for key, entry in node.entries.items():
            if key not in known:
                close = nearest(key, known)
                self.report(
                    UNKNOWN_FIELD,
                    f"`{name}` has no field `{key}`",
                    entry.key,
                    f"did you mean `{close}`?" if close else "",
                    (f"the fields of `{name}` are {_enumerate(known)}",),
                )
        return {
            key: entry
            for key, entry in node.entries.items()
            if key in known and not (isinstance(entry.value, Scalar) and entry.value.is_empty)
        }


class PostingReading(Reading):
    """One posting being read under a board's policy."""

    def __init__(self, source: SourceText, policy: Policy) -> None:
        super().__init__(source)
        self.policy = policy
        self.timezone = policy.timezone
        """In which the posting's days end; set when its own `timezone` was read."""


def _enumerate(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
