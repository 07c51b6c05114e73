"""A posting as text, from values or from nothing but the field table: the way back from `reader`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.fields.table import FIELDS, Field
from jobboard.fields.words import EMPLOYMENT, STAGES, STATUSES, WORK_MODE_SYNONYMS, WORK_MODES
from jobboard.policy import REQUIRED, Policy
from jobboard.source.nodes import Scalar
from jobboard.source.nodes import Sequence as SequenceNode
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.vocabulary import fold

_NEEDED = frozenset(field.name for field in FIELDS if field.is_required) | {"location"}

TO_BE_WRITTEN = """\
<!--
Write the text in place of these lines: in your own words, in Markdown, half a page is enough.
For example:

Two or three sentences on the position: who would join whom, to find out what.

## What you would work on

## Who we look for

- …

## What we offer

## How to apply
-->
"""
"""The body of a posting nobody has written yet: a comment, so that `check` still says `empty-body` and nothing is published by mistake."""

_EXPLANATION = """\
## Lines that begin with ## explain. To use an example below, take away the # and the space before it.
## What you do not know you leave out: the page then says "not stated".
"""
_WORDS = frozenset({"title", "author", "summary", "start"})
"""Fields that take words and no group, so that a bracket at the beginning is text, too."""
_MEANT_AS_WRITTEN = frozenset({"date", "updated", "deadline", "listed_until", "start", "draft"})
"""Fields whose values look typed to other readers of YAML, and may."""
_SPELLINGS = {
    "work_mode": {fold(mode): mode for mode in WORK_MODES} | WORK_MODE_SYNONYMS,
    "employment": {fold(kind): kind for kind in EMPLOYMENT},
    "career_stage": {fold(stage): stage for stage in STAGES},
    "status": {fold(status): status for status in STATUSES},
}
"""What the board writes for a word of a closed set, however it was typed."""
_LOOKS_TYPED = re.compile(r"(?i)true|false|yes|no|on|off|y|n|null|~|[-+.\d][-+.:_,\dex]*")
"""What another reader of YAML would not take for text."""


def write_posting(values: Mapping[str, str], policy: Policy, body: str = TO_BE_WRITTEN) -> str:
    """The posting with these *values* (YAML, by field) on top, and every other field as a commented example."""
    stated = [f"{field.name}: {values[field.name]}\n" for field in FIELDS if field.name in values]
    examples = [_write_example(field, policy) for field in FIELDS if field.name not in values]
    return f"---\n{''.join(stated)}\n{_EXPLANATION}\n{''.join(examples)}---\n\n{body.strip()}\n"


def write_template(policy: Policy) -> str:
    """A posting to copy: what is needed filled with examples, the rest commented out, every field explained."""
    needed = needed_fields(policy)
    filled = [_explain(field) + _write_line(field, policy) for field in FIELDS if field.name in needed]
    others = [_write_example(field, policy) for field in FIELDS if field.name not in needed]
    return f"---\n{_EXPLANATION}\n{''.join(filled)}\n{''.join(others)}---\n\n{TO_BE_WRITTEN}"


def needed_fields(policy: Policy) -> frozenset[str]:
    """What nearly every posting of this board states: all that is required, and the place, which only remote work does without."""
    return _NEEDED | {"salary"} if policy.salary == REQUIRED else _NEEDED


def example_of(field: Field, policy: Policy) -> str:
    """What could stand behind the field's name on this board, whose vocabulary may be its own."""
    if field.name == "position" and field.example not in policy.positions:
        return next(iter(policy.positions.terms), field.example)
    if field.name == "tags" and any(tag not in policy.tags for tag in field.example.strip("[]").split(", ")):
        return f"[{', '.join(list(policy.tags.terms)[:2])}]"
    return field.example


def write_value(name: str, answers: Sequence[str], policy: Policy) -> str:
    """YAML for what somebody answered: quotes where they are needed, the board's own spelling where it has one."""
    words = [" ".join(answer.split()) for answer in answers]
    if name == "tags":
        words = [part.strip() for word in words for part in re.split("[,;]", word.strip("[]")) if part.strip()]
    vocabulary = {"position": policy.positions, "tags": policy.tags}.get(name)
    if vocabulary is not None:
        words = [vocabulary.find(word) or word for word in words]
    words = [_SPELLINGS.get(name, {}).get(fold(word), word) for word in words]
    if name == "tags" or len(words) > 1:
        return f"[{', '.join(_write_scalar(name, word, '[…]') for word in words)}]"
    return _write_scalar(name, words[0], "…")


def _write_scalar(name: str, word: str, around: str) -> str:
    if name not in _WORDS and word.startswith(("{", "[")):  # a group or list, which its reader judges
        return word
    looks_typed = name not in _MEANT_AS_WRITTEN and _LOOKS_TYPED.fullmatch(word)
    may_be_plain = word and word[0] not in "\"'" and not looks_typed
    if may_be_plain and _is_read_back(word, around):
        return word
    return json.dumps(word, ensure_ascii=False)


def _is_read_back(word: str, around: str) -> bool:
    """Whether *word* needs no quotes: what is read is what was written."""
    line = f"x: {around.replace('…', word)}"
    problems: list[Diagnostic] = []
    entries = read_mapping(SourceText("", line), line, 1, problems) or {}
    node = entries["x"].value if list(entries) == ["x"] else None
    if isinstance(node, SequenceNode) and len(node.items) == 1:
        node = node.items[0]
    return not problems and isinstance(node, Scalar) and node.is_plain and node.text == word


def _write_line(field: Field, policy: Policy) -> str:
    return f"{field.name}: {example_of(field, policy)}\n"


def _write_example(field: Field, policy: Policy) -> str:
    return f"{_explain(field)}# {_write_line(field, policy)}"


def _explain(field: Field) -> str:
    return f"## {field.meaning}\n"
