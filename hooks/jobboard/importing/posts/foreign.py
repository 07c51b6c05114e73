"""A posting of another site (Hugo, Jekyll, USRSE, galaxy-hub …) to a draft of this board's."""

from __future__ import annotations

import re

from jobboard.importing.draft import Draft
from jobboard.importing.posts.foreign_fields import note_tags, take_field
from jobboard.importing.posts.foreign_names import field_of
from jobboard.importing.posts.headers import read_header
from jobboard.importing.texts.cleaning import repair_characters, strip_mail
from jobboard.importing.texts.markup import clean_markup
from jobboard.importing.texts.paragraphs import join_wrapped
from jobboard.importing.texts.text import fill_from_text
from jobboard.importing.texts.titles import take_part
from jobboard.standards.dates import parse_date

_FILE_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})[-_.]?")


def read_foreign(text: str, source: str, name: str, title: str = "") -> Draft:
    """The draft of a Markdown file called *name* (a path below its site, for the date in it); nothing of *text* is lost.

    A known *title* goes before that of its front matter.
    """
    draft = Draft(source=source, stem=_stem_of(name))
    if title:
        take_part(draft, title)
    header = read_header(repair_characters(text, draft))
    draft.repairs += header.repairs
    draft.problems += header.problems
    summary = ""
    fields = [(field_of(written), written, value) for written, value in header.fields.items()]
    note_tags(draft, header.fields)
    for field, written, value in sorted(
        fields, key=lambda entry: entry[0] not in ("location", "date")
    ):  # others lean on these
        if value in ("", [], {}):
            continue
        if field == "summary":
            summary = summary or str(value)
        if field == "summary" or not take_field(draft, field, written, value):
            draft.unknown[written] = value
    _take_date_of_file(draft, name)
    body = header.body.strip()
    facts = clean_markup(body, Draft(source=source)) if "<" in body else body
    fill_from_text(draft, facts or summary)
    body = clean_markup(join_wrapped(strip_mail(body, draft)), draft)
    draft.body = body or clean_markup(summary, draft)
    return draft


def _stem_of(name: str) -> str:
    *folders, file = name.replace("\\", "/").split("/")
    stem = _FILE_DATE.sub("", file.rsplit(".", 1)[0], count=1)
    return folders[-1] if stem.casefold() in ("index", "_index", "readme", "") and folders else stem


def _take_date_of_file(draft: Draft, name: str) -> None:
    match = _FILE_DATE.search(name.replace("\\", "/").rsplit("/", 1)[-1]) or _FILE_DATE.search(name)
    if match and parse_date(match[1]):
        draft.find("date", match[1], f"the file's name, {name.rsplit('/', 1)[-1]}")
