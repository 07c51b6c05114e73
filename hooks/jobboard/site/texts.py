"""The text of each job as it is published, rendered once for all that print it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from jobboard.board import phrases
from jobboard.board.board import Job
from jobboard.wording.markdown import first_paragraph, render_markdown

SUMMARY_CHARACTERS = 300
_BLANK_LINES = re.compile(r"\n\s*\n")
_NO_PARAGRAPH = re.compile(r"\s*(?:[#>|<!`~]|[-*+] |\d{1,9}[.)] |\[[^\]\n]*\]:|(?:-{3,}|\*{3,}|_{3,})\s*$)")
"""How a block of Markdown begins that is none, or that holds one among other things."""


class Text(NamedTuple):
    """What a posting says in running text."""

    body: str
    """Sanitised HTML."""
    summary: str
    """Plain text: the posting's own summary, else its first paragraph, else what it is and where."""


class Texts:
    """The texts of a board's jobs."""

    def __init__(self) -> None:
        self._made: dict[str, Text] = {}
        self._summaries: dict[str, str] = {}

    def of(self, jobs: Sequence[Job]) -> list[Text]:
        """The text of each of *jobs*, made step by step for all."""
        new = [job for job in jobs if job.posting.slug not in self._made]
        bodies = [render_markdown(job.posting.body) for job in new]
        texts = map(Text, bodies, self.summaries(new))
        self._made.update(zip((job.posting.slug for job in new), texts, strict=True))
        return [self._made[job.posting.slug] for job in jobs]

    def summaries(self, jobs: Sequence[Job]) -> list[str]:
        """The summary of each of *jobs*, for which the text need not be rendered."""
        for job in jobs:
            if job.posting.slug not in self._summaries:
                self._summaries[job.posting.slug] = _summarize(job)
        return [self._summaries[job.posting.slug] for job in jobs]


def _summarize(job: Job) -> str:
    posting = job.posting
    return (
        posting.summary
        or _first_paragraph(posting.body)
        or f"{posting.title}, {posting.organization.name}, {phrases.say_short_where(posting)}"
    )


def _first_paragraph(body: str) -> str:
    """The plain text of the first block of *body* that is a paragraph and nothing else."""
    for block in _BLANK_LINES.split(body, maxsplit=20):
        if _NO_PARAGRAPH.match(block):
            continue
        rendered = render_markdown(block if "[" not in block else body)  # a link may be defined elsewhere
        if text := first_paragraph(rendered, SUMMARY_CHARACTERS):
            return text
    return first_paragraph(render_markdown(body), SUMMARY_CHARACTERS)
