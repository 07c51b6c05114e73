"""The facts of a text, each with the line or sentence that it came from."""

from __future__ import annotations

from jobboard.importing.draft import Draft
from jobboard.importing.texts.applications import fill_application
from jobboard.importing.texts.backing import fill_eligibility, fill_funding, fill_stage
from jobboard.importing.texts.cleaning import repair_characters, strip_mail
from jobboard.importing.texts.contracts import fill_terms
from jobboard.importing.texts.deadlines import fill_deadline
from jobboard.importing.texts.employers import fill_employer
from jobboard.importing.texts.markup import clean_markup
from jobboard.importing.texts.paragraphs import markdown_of_text
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.pay import fill_salary
from jobboard.importing.texts.positions import fill_position
from jobboard.importing.texts.starts import fill_start
from jobboard.importing.texts.titles import fill_title, take_part
from jobboard.importing.texts.work_modes import fill_work_mode
from jobboard.importing.texts.workplaces import fill_place

_FINDERS = (
    fill_title, fill_employer, fill_place, fill_work_mode, fill_terms, fill_stage, fill_start, fill_salary,
    fill_deadline, fill_funding, fill_eligibility, fill_application, fill_position,
)  # fmt: skip
"""In this order, because a later one may lean on what an earlier one found: the place tells what `$` means."""


def fill_from_text(draft: Draft, text: str) -> None:
    """Fill what *draft* still misses from *text*: candidates are weighed, and nothing is invented."""
    language = draft.value("language") or draft.hints.get("language")
    passage = Passage(text, language[:2] if isinstance(language, str) else None)
    if passage.language:
        draft.infer("language", passage.language, "the text's own words")
    _fill_date(draft, passage)
    for fill in _FINDERS:
        fill(draft, passage)


def read_text(text: str, source: str, name: str, title: str = "") -> Draft:
    """The draft of a plain text in a file called *name* (empty where it has none), under a *title* if that is known."""
    draft = Draft(source=source, stem=name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0])
    if title:
        take_part(draft, title)
    text = repair_characters(text, draft)
    fill_from_text(draft, text)
    draft.body = clean_markup(markdown_of_text(clean_markup(strip_mail(text, draft), draft)), draft)
    return draft


def _fill_date(draft: Draft, passage: Passage) -> None:
    for stated in passage.stated("date"):
        days = [mention.day for mention in passage.days(stated.value) if mention.day]
        if len(days) == 1:
            draft.find("date", days[0].isoformat(), stated.line)
