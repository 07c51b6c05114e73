"""The facts of a plain text, each with the line or sentence that it came from."""

from __future__ import annotations

import re

from jobboard.importing.draft import Draft
from jobboard.importing.texts.applications import fill_application
from jobboard.importing.texts.cleaning import repair_characters, strip_mail
from jobboard.importing.texts.deadlines import fill_deadline, fill_start, read_deadline
from jobboard.importing.texts.employers import fill_employer
from jobboard.importing.texts.markup import clean_markup
from jobboard.importing.texts.money import fill_salary
from jobboard.importing.texts.paragraphs import markdown_of_text
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.places import fill_place, fill_work_mode
from jobboard.importing.texts.terms import fill_terms
from jobboard.importing.texts.titles import fill_title

_STAGE = re.compile(r"\bR([1-4])\b")
_ABOUT_STAGE = re.compile(r"\b(?:researcher|euraxess|career stage|profile)\b", re.IGNORECASE)
_VISA = (
    ("not-sponsored", re.compile(r"\b(?:no|not|unable to|cannot|without)\b.{0,60}\b(?:visa|sponsor)\w*", re.I)),
    ("sponsored", re.compile(r"\bvisa (?:sponsorship|support) (?:is )?(?:available|provided|offered|possible)|\b(?:will|can|may) sponsor\b.{0,30}\bvisas?\b", re.I)),
)  # fmt: skip
_FUNDED_BY = re.compile(
    r"\b(?:funded|financed|supported|sponsored) (?:by|through|under) (?:the |a |an )?(?P<funder>[A-Z][^.;,()\n]{2,80}?)(?=\s(?:and|for|to|through|with|grant|project|under|within)\b|[.;,()]|$)"
)


def fill_from_text(draft: Draft, text: str) -> None:
    """Fill what *draft* still misses from *text*: labelled lines are found, sentences are inferred, nothing is invented."""
    passage = Passage(text)
    _fill_date(draft, passage)
    fill_title(draft, passage)
    fill_employer(draft, passage)
    fill_place(draft, passage)
    fill_work_mode(draft, passage)
    fill_terms(draft, passage)
    _fill_stage(draft, passage)
    fill_start(draft, passage)
    fill_salary(draft, passage)
    fill_deadline(draft, passage)
    _fill_conditions(draft, passage)
    fill_application(draft, passage)


def read_text(text: str, source: str, name: str) -> Draft:
    """The draft of a plain text in a file called *name* (empty where it has none)."""
    draft = Draft(source=source, stem=name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0])
    text = repair_characters(text, draft)
    fill_from_text(draft, text)
    draft.body = clean_markup(markdown_of_text(clean_markup(strip_mail(text, draft), draft)), draft)
    return draft


def _fill_date(draft: Draft, passage: Passage) -> None:
    for stated in passage.stated("date"):
        day, _ = read_deadline(stated.value)
        if day and day != "rolling":
            draft.find("date", day, stated.line)


def _fill_stage(draft: Draft, passage: Passage) -> None:
    for stated in passage.stated("career_stage"):
        draft.find("career_stage", [f"r{stage}" for stage in _STAGE.findall(stated.value)], stated.line)
    for sentence in passage.sentences if "career_stage" not in draft.findings else ():
        if _ABOUT_STAGE.search(sentence) and (stages := _STAGE.findall(sentence)):
            draft.infer("career_stage", [f"r{stage}" for stage in dict.fromkeys(stages)], sentence)
            return


def _fill_conditions(draft: Draft, passage: Passage) -> None:
    for stated in passage.stated("eligibility"):
        visa = next((name for name, pattern in _VISA if pattern.search(f"visa {stated.value}")), None)
        draft.find("eligibility", {"visa": visa} if visa else {"note": stated.value[:200]}, stated.line)
    for stated in passage.stated("funding"):
        draft.find("funding", {"funder": stated.value[:120]}, stated.line)
    for sentence in passage.sentences:
        if "visa" in sentence.casefold():
            visa = next((name for name, pattern in _VISA if pattern.search(sentence)), None)
            draft.infer("eligibility", {"visa": visa} if visa else None, sentence)
        if match := _FUNDED_BY.search(sentence):
            draft.infer("funding", {"funder": match["funder"].strip()}, sentence)
