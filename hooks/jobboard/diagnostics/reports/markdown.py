"""Diagnostics as a GitHub job summary: a table for each file.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby
from operator import itemgetter

from jobboard.diagnostics.diagnostic import Diagnostic, first_of, made_visible
from jobboard.standards.english import cut

MAX_ROWS = 500
MAX_BYTES = 900_000
"""Of all rows; GitHub takes 1 MiB for each step, and nothing of what is longer."""
_MOST_SHOWN = 500
"""Characters of a message or help; what an author wrote may be longer."""

_CODE = re.compile(r"`([^`]*)`")
_NOT_PLAIN = re.compile(r"[^\w\s]|_", re.ASCII)


def render_job_summary(diagnostics: Sequence[Diagnostic], site_url: str | None = None) -> str:
    """A heading, and below it a section for each file; nothing an author wrote can become markup."""
    if not diagnostics:
        return "## Postings\n\nNo problems were found.\n"
    rows = [(problem.path, _row(problem, site_url)) for problem in made_visible(first_of(diagnostics, MAX_ROWS))]
    sizes = accumulate(len(_head(path)) + len(row.encode()) for path, row in rows)
    shown = [row for row, size in zip(rows, sizes, strict=True) if size <= MAX_BYTES]
    sections = ["## Problems in postings\n"]
    for path, own in groupby(shown, key=itemgetter(0)):
        sections.append(_head(path) + "".join(row for _, row in own))
    if more := len(diagnostics) - len(shown):
        sections.append(f"… and {more:,} more.\n")
    return "\n".join(sections)


def _head(path: str) -> str:
    return f"### {_as_code(path)}\n\n| line | problem | what to type instead | rule |\n|---:|---|---|---|\n"


def _row(diagnostic: Diagnostic, site_url: str | None) -> str:
    label = diagnostic.marks[0].label if diagnostic.marks else ""
    message = f"**{diagnostic.severity}:** {_inline(diagnostic.message)}"
    problem = message + (f" – {_inline(label)}" if label else "")
    rule = f"[{diagnostic.rule}]({site_url}rules/{diagnostic.rule}/)" if site_url else diagnostic.rule
    line = str(diagnostic.line) if diagnostic.marks else ""
    return f"| {line} | {problem} | {_join(diagnostic.help)} | {rule} |\n"


def _join(proposals: Iterable[str]) -> str:
    return "<br>".join(_inline(proposal) for proposal in proposals)


def _inline(text: str) -> str:
    """*text* with what stands between backticks as code, and everything else as it is."""
    text = cut(text, _MOST_SHOWN)
    parts, end = [], 0
    for code in _CODE.finditer(text):
        parts += [_escape(text[end : code.start()]), _as_code(code[1])]
        end = code.end()
    return "".join([*parts, _escape(text[end:])])


def _as_code(text: str) -> str:
    return f"<code>{_escape(text)}</code>"


def _escape(text: str) -> str:
    """*text* on one line, in which every sign is a character reference: such a one is never markup (CommonMark, 2.5)."""
    return _NOT_PLAIN.sub(lambda match: _refer(match[0]), re.sub(r"\s+", " ", text))


def _refer(sign: str) -> str:
    return f"&#{ord(sign)};" if sign.isascii() and sign not in ",;-/" else sign
