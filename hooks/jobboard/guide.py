"""The parts of the guide that the program knows best: fields, tags and positions as Markdown."""

from __future__ import annotations

from collections.abc import Callable

from jobboard.field_table import FIELDS
from jobboard.policy import Policy
from jobboard.vocabulary import Vocabulary


def fill_guide(markdown: str, policy: Policy) -> str:
    """*markdown* with `<!-- board: fields -->` and its like replaced by what they name."""
    for name, write in _PARTS.items():
        mark = f"<!-- board: {name} -->"
        if mark in markdown:
            markdown = markdown.replace(mark, write(policy))
    return markdown


def _write_fields(_: Policy) -> str:
    parts = []
    for field in FIELDS:
        required = ", required" if field.is_required else ""
        parts.append(f"`{field.name}`{required}\n:   {field.meaning}\n    Such as `{field.name}: {field.example}`.\n")
    return "\n".join(parts)


def _write_positions(policy: Policy) -> str:
    return "\n".join(_write_terms(policy.positions))


def _write_tags(policy: Policy) -> str:
    groups: dict[str, list[str]] = {}
    for term in policy.tags.terms.values():
        groups.setdefault(term.group, []).append(f"`{term.name}`")
    return "\n\n".join(f"**{group}:** {', '.join(tags)}" for group, tags in groups.items())


def _write_terms(vocabulary: Vocabulary) -> list[str]:
    return [f"- `{term.name}` – {term.label}" for term in vocabulary.terms.values()]


_PARTS: dict[str, Callable[[Policy], str]] = {
    "fields": _write_fields,
    "positions": _write_positions,
    "tags": _write_tags,
}
