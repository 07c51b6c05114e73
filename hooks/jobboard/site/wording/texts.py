"""The text of each job as it is published, rendered once for all that print it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from jobboard.board import phrases
from jobboard.board.board import Job
from jobboard.site.wording.markdown import first_paragraph, render_markdown

SUMMARY_CHARACTERS = 300


class Text(NamedTuple):
    """What a posting says in running text."""

    body: str
    """Sanitised HTML."""
    summary: str
    """Plain text: the posting's own summary, else the first paragraph, else what it is and where."""


class Texts:
    """The texts of a board's jobs."""

    def __init__(self) -> None:
        self._made: dict[str, Text] = {}

    def of(self, jobs: Sequence[Job]) -> list[Text]:
        """The text of each of *jobs*, made step by step for all."""
        new = [job for job in jobs if job.posting.slug not in self._made]
        bodies = [render_markdown(job.posting.body) for job in new]
        texts = map(Text, bodies, map(_summarize, new, bodies))
        self._made.update(zip((job.posting.slug for job in new), texts, strict=True))
        return [self._made[job.posting.slug] for job in jobs]


def _summarize(job: Job, body: str) -> str:
    posting = job.posting
    return (
        posting.summary
        or first_paragraph(body, SUMMARY_CHARACTERS)
        or f"{posting.title}, {posting.organization.name}, {phrases.say_short_where(posting)}"
    )
