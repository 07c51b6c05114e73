"""Fields that draw on a vocabulary: position, tags, languages, and the short closed sets."""

from __future__ import annotations

import re

from jobboard.diagnostics.rules import (
    INVALID_DRAFT,
    INVALID_VALUE,
    PLACEHOLDER,
    TITLE_TOO_LONG,
    TOO_MANY_TAGS,
    UNKNOWN_POSITION,
    UNKNOWN_TAG,
    Rule,
)
from jobboard.fields.reading import PostingReading, Reading
from jobboard.source.addresses import slug_of_file
from jobboard.source.nodes import Node, Scalar, Sequence, name_of_kind
from jobboard.standards.english import cut
from jobboard.standards.languages.language import EMPLOYMENT as EMPLOYMENT
from jobboard.standards.languages.language import WORK_MODES as WORK_MODES
from jobboard.standards.tables import country_of_city, find_country
from jobboard.vocabulary import fold, nearest

MAX_TITLE_CHARACTERS = 120
MAX_SUMMARY_CHARACTERS = 300
MAX_TAGS = 8

WORK_MODE_SYNONYMS = {"onsite": "on-site", "office": "on-site", "in person": "on-site", "fully remote": "remote"}
STATUSES = ("open", "filled", "withdrawn", "closed")
STAGES = ("r1", "r2", "r3", "r4")
"""EURAXESS: first stage, recognised, established, leading researcher."""
_BETWEEN_TAGS = re.compile(r"\s*[,;•·]\s*")


def is_unreadable(words: str) -> bool:
    """Whether *words* have neither a letter nor a digit: signs alone, or nothing that can be seen."""
    return not (words[:1].isalnum() or any(map(str.isalnum, words)))


def read_title(node: Node, name: str, reading: Reading) -> str | None:
    """A line of at most 120 characters, with something in it to read."""
    title = reading.text(node, name)
    if title and is_unreadable(title):
        reading.report(
            PLACEHOLDER,
            f"`{name}` is not filled in",
            node,
            "this says nothing",
            ("write what is true of your position",),
        )
        return None
    help = "keep the job's title; employer, place and date have fields of their own"
    return title if title and _fits(title, MAX_TITLE_CHARACTERS, node, name, reading, TITLE_TOO_LONG, help) else None


def read_summary(node: Node, name: str, reading: Reading) -> str | None:
    """A paragraph of at most 300 characters."""
    summary = reading.text(node, name)
    help = "say it in one or two sentences; the text below the front matter may be longer"
    return (
        summary
        if summary and _fits(summary, MAX_SUMMARY_CHARACTERS, node, name, reading, INVALID_VALUE, help)
        else None
    )


def read_draft(node: Node, name: str, reading: Reading) -> bool | None:
    """`true` or `false`; nothing else may decide whether a posting is published."""
    written = node.text.strip() if isinstance(node, Scalar) else ""
    folded = written.casefold()
    if folded in ("true", "false"):
        return reading.settle(node, folded) == "true"
    meant = {"yes": "true", "on": "true", "1": "true", "no": "false", "off": "false", "0": "false"}.get(folded)
    is_certain = meant is not None
    meant = meant or nearest(folded, ("true", "false"))
    is_certain = is_certain or (meant is not None and sorted(folded) == sorted(meant))  # letters out of order
    found = f"`{written}`" if written else name_of_kind(node)
    reading.report(
        INVALID_DRAFT,
        f"`{name}` must be `true` or `false`, found {found}",
        node,
        f"did you mean `{meant}`?" if meant else "",
        (f"`{name}: false` publishes the posting, `{name}: true` holds it back",),
        reading.source.rewrite(node, meant) if meant and is_certain else (),
    )
    return None


def read_position(node: Node, name: str, reading: PostingReading) -> str | None:
    """One of the board's kinds of position, under any of its names."""
    written = reading.text(node, name, UNKNOWN_POSITION)
    if written is None:
        return None
    positions = reading.policy.positions
    if found := positions.find(written):
        return reading.settle(node, found)
    close = positions.nearest(written)
    meant = [close] if close else positions.find_inside(written)
    reading.report(
        UNKNOWN_POSITION,
        f"`{written}` is not a kind of position of this board",
        node,
        f"did you mean {' or '.join(f'`{term}`' for term in meant)}?" if meant else "",
        ("use one of " + ", ".join(f"`{term}`" for term in positions.terms),),
    )
    return None


def read_tags(node: Node, name: str, reading: PostingReading) -> tuple[str, ...] | None:
    """One to eight tags of `board.yml`, under any of their names; a line of them, with commas, is a list, too."""
    if isinstance(node, Scalar):
        written = [part for part in _BETWEEN_TAGS.split(node.text.strip()) if part]
        parts: list[tuple[str, Node]] = [(part, node) for part in written]
        if not parts:
            reading.report(
                UNKNOWN_TAG, f"`{name}` names no tag, found `{node.text.strip()}`", node, help=(_choose(reading),)
            )
    elif isinstance(node, Sequence):
        parts = [(text, item) for item in node.items if (text := reading.text(item, name, UNKNOWN_TAG))]
    else:
        reading.text(node, name, UNKNOWN_TAG)
        return None
    found = [_find_tag(part, item, reading) for part, item in parts]
    tags = dict.fromkeys(tag for tag in found if tag)
    _settle_tags(node, [part for part, _ in parts], found, reading)
    if len(tags) > MAX_TAGS:
        reading.report(
            TOO_MANY_TAGS,
            f"{len(tags)} tags, at most {MAX_TAGS} fit",
            node,
            help=("keep those a reader would search for",),
        )
        return None
    return tuple(tags) or None


def read_language(node: Node, name: str, reading: Reading) -> str | None:
    """A BCP 47 tag such as `en` or `de-CH`."""
    written = reading.text(node, name)
    if written is None or re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", written):
        return written
    help = ("use a code such as `en`, `de` or `pt-BR`",)
    reading.report(INVALID_VALUE, f"`{name}` must be a language code, found `{written}`", node, help=help)
    return None


def read_alias(node: Node, name: str, reading: Reading) -> str | None:
    """An old address that redirects here: the slug alone."""
    written = reading.text(node, name)
    if written is None:
        return None
    slug = written.strip("/").removeprefix("jobs/")
    if slug_of_file(f"{slug}.md") == slug:
        return slug
    help = ("give the last part of the old address, such as `postdoc-health-ml` for `/jobs/postdoc-health-ml/`",)
    reading.report(INVALID_VALUE, f"`{written}` is not an address of a posting", node, help=help)
    return None


def _fits(text: str, most: int, node: Node, name: str, reading: Reading, rule: Rule, help: str) -> bool:
    if len(text) <= most:
        return True
    mark = reading.mark_part(node, text)
    if mark.length == len(text):  # it stands on one line as it is, so that what is too much can be shown
        mark = reading.source.mark(mark.line, mark.column + most, len(text) - most, "does not fit")
    reading.report(rule, f"`{name}` has {len(text):,} characters, at most {most} fit", mark, help=(help,))
    return False


def _settle_tags(node: Node, written: list[str], found: list[str | None], reading: Reading) -> None:
    """Note where tags are written in other words than the board's, or twice."""
    if written == found and len(set(found)) == len(found):
        return
    if isinstance(node, Scalar):
        reading.settle(node, ", ".join(dict.fromkeys(tag or part for part, tag in zip(written, found, strict=True))))
    elif isinstance(node, Sequence) and len(found) == len(node.items):
        for index, tag in enumerate(found):
            if tag and tag in found[:index]:
                reading.tidyings.append(reading.source.remove_item(node, index))
            elif tag:
                reading.settle(node.items[index], tag)


def _find_tag(written: str, node: Node, reading: PostingReading) -> str | None:
    tags = reading.policy.tags
    if found := tags.find(written):
        return found
    if other := _find_field(written, reading):
        what, help = other
        mark = reading.mark_part(node, written, what)
        reading.report(UNKNOWN_TAG, f"`{cut(written, 41)}` is not a tag of this board", mark, help=(help,))
        return None
    close = tags.nearest(written)
    reading.report(
        UNKNOWN_TAG,
        f"`{cut(written, 41)}` is not a tag of this board",
        reading.mark_part(node, written, f"did you mean `{close}`?" if close else "not in the vocabulary"),
        help=(f"{_choose(reading)}, or propose this one in the pull request",),
    )
    return None


def _choose(reading: PostingReading) -> str:
    return f"choose from {reading.policy.url}post/#tags"


def _find_field(written: str, reading: PostingReading) -> tuple[str, str] | None:
    """What a tag is that belongs into another field, and what to write there."""
    if position := reading.policy.positions.find(written):
        return "this is a kind of position", f"write `position: {position}`, and remove it here"
    folded = fold(written)
    if folded in (fold(mode) for mode in WORK_MODES) or folded in WORK_MODE_SYNONYMS:
        mode = WORK_MODE_SYNONYMS.get(folded) or next(mode for mode in WORK_MODES if fold(mode) == folded)
        return "this is a way of working", f"write `work_mode: {mode}`, and remove it here"
    if kind := next((kind for kind in EMPLOYMENT[:-1] if fold(kind) == folded), None):
        return "this is a kind of employment", f"write `employment: [{kind}]`, and remove it here"
    if len(written) > 2 and written[0].isupper() and (find_country(written) or country_of_city(written)):
        return "this is a place", "it goes into `location`: remove it here"
    return None
