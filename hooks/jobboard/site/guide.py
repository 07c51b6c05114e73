"""The parts of the guide that the program knows best: fields, tags, positions and what the policy says, as HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from markupsafe import escape

from jobboard.fields.table import FIELDS
from jobboard.policy import Policy
from jobboard.postings.writer import example_of, needed_fields
from jobboard.site.address import Site
from jobboard.standards.english import say_count

_ASKED_FOR = frozenset({"work_mode", "contract", "salary"})
_BEGIN = "<!-- board: begin -->"
_CODE = re.compile(r"`([^`]+)`")


def fill_guide(content: str, policy: Policy, site: Site, today: dt.date) -> str:
    """*content*, a guide's HTML, with `<!-- board: fields -->` and its like replaced by what they name."""
    content = content.replace(_BEGIN, _write_begin(begin_posting(site, policy, today)) if _BEGIN in content else "")
    for name, write in _PARTS.items():
        mark = f"<!-- board: {name} -->"
        if mark in content:
            content = content.replace(mark, write(policy))
    return content


def begin_posting(site: Site, policy: Policy, today: dt.date) -> str | None:
    """The address at which GitHub begins a file among the postings of this year, which holds the example of *today*.

    None without a repository.
    """
    return site.new_file_url(f"{today.year}/employer-and-job.md", _example(policy, today))


def _write_begin(url: str | None) -> str:
    if url is None:
        return ""
    return (
        f'<p><a class="md-button md-button--primary" rel="noopener" href="{escape(url)}">'
        "Begin a posting on GitHub</a></p>"
    )


def _example(policy: Policy, today: dt.date | None = None) -> str:
    """A posting with what this board requires, and what readers ask for first."""
    names = needed_fields(policy) | _ASKED_FOR
    values = {field.name: example_of(field, policy) for field in FIELDS if field.name in names}
    if today:
        values["date"] = today.isoformat()
    lines = [f"{name}: {value}" for name, value in values.items()]
    return "\n".join(
        [
            "---",
            *lines,
            "---",
            "",
            "Who would join whom, to find out what.",
            "",
            "## What you would work on",
            "",
            "…",
            "",
        ]
    )


def _write_example(policy: Policy) -> str:
    return f"<pre><code>{escape(_example(policy))}</code></pre>"


def _write_fields(policy: Policy) -> str:
    parts = []
    for field in FIELDS:
        required = ", required" if field.name in needed_fields(policy) else ""
        example = f"`{field.name}: {example_of(field, policy)}`"
        parts.append(
            f"<dt>{_inline(f'`{field.name}`{required}')}</dt>\n<dd>{_inline(f'{field.meaning} Such as {example}.')}</dd>"
        )
    return "<dl>\n" + "\n".join(parts) + "\n</dl>"


def _write_positions(policy: Policy) -> str:
    terms = policy.positions.terms.values()
    items = "\n".join(f"<li>{_inline(f'`{term.name}` – {term.label}')}</li>" for term in terms)
    return f"<ul>\n{items}\n</ul>"


def _write_tags(policy: Policy) -> str:
    groups: dict[str, list[str]] = {}
    for term in policy.tags.terms.values():
        groups.setdefault(term.group, []).append(_inline(f"`{term.name}`"))
    return "\n".join(f"<p><strong>{escape(group)}:</strong> {', '.join(tags)}</p>" for group, tags in groups.items())


def _write_zone(policy: Policy) -> str:
    """The zone in which a day ends that states none."""
    return "anywhere on earth (AoE, UTC−12)" if policy.timezone == "AoE" else _inline(f"`{policy.timezone}`")


def _write_life(policy: Policy) -> str:
    return say_count(policy.life, "day")


def _inline(text: str) -> str:
    """A line of text with code in backticks."""
    return _CODE.sub(r"<code>\1</code>", str(escape(text)))


_PARTS: dict[str, Callable[[Policy], str]] = {
    "example": _write_example,
    "fields": _write_fields,
    "positions": _write_positions,
    "tags": _write_tags,
    "zone": _write_zone,
    "life": _write_life,
}
