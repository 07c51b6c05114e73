"""What is recognised in a plain text, and what is left alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from jobboard.importing.draft import Draft
from jobboard.importing.texts.cleaning import decode, repair_characters, strip_mail
from jobboard.importing.texts.markup import clean_markup
from jobboard.importing.texts.paragraphs import markdown_of_text
from jobboard.importing.texts.pay import pay_in
from jobboard.importing.texts.places import place_in
from jobboard.importing.texts.text import fill_from_text
from jobboard.importing.texts.titles import take_apart
from jobboard.importing.texts.work_modes import work_mode_in
from jobboard.standards.days import find_days


def drafted(text: str, date: str = "") -> Draft:
    draft = Draft(source="a.txt")
    draft.find("date", date)
    fill_from_text(draft, text)
    return draft


def found(text: str, field: str, date: str = "") -> Any:
    finding = drafted(text, date).findings.get(field)
    return finding.value if finding else None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Closing date: 31 May 2027", "2027-05-31"),
        ("**Application deadline:** May 31st, 2027", "2027-05-31"),
        ("| Deadline | 2027/05/31 |", "2027-05-31"),
        ("### Deadline\n\n31.05.2027", "2027-05-31"),
        ("Bewerbungsfrist: 31. Mai 2027", "2027-05-31"),
        ("We expect your application to be received by 31 May 2027.", "2027-05-31"),
        ("The deadline for applications is Monday, 31 May 2027, 17:00.", "2027-05-31 17:00"),
        ("Please apply before May 31, 2027 and start in June 2028.", "2027-05-31"),
        ("The post is open until it is filled.", "rolling"),
        ("Applications are read on a rolling basis.", "rolling"),
        ("Deadline: open until filled", "rolling"),
        ("The project began on 31 May 2025.", None),
        ("Interviews take place on 31 May 2027 for those who apply.", None),
        ("Closing date: 03/04/2027", None),
        ("Closing date: 31 February 2027", None),
        ("Deadline: 16 March", None),
    ],
)
def test_the_last_day_is_found_in_labels_and_sentences(text: str, deadline: str | None) -> None:
    """Labels and sentences of a usual form give the deadline; a day with two meanings gives none."""
    assert found(text, "deadline") == deadline


def test_a_day_without_year_is_the_next_after_the_announcement() -> None:
    """Only a dated source lets a year be added."""
    assert found("Deadline: 16 March", "deadline", "2026-02-20") == "2026-03-16"
    assert found("Apply by 3 January.", "deadline", "2026-11-20") == "2027-01-03"
    assert found("Apply by 3 November.", "deadline", "2026-11-20") is None


def test_an_ambiguous_day_is_reported() -> None:
    """The curator learns which two days may be meant."""
    assert drafted("Closing date: 03/04/2027").problems == [
        "`03/04/2027` is 2027-03-04 or 2027-04-03: it was not taken as the deadline"
    ]
    assert drafted("Apply by 03/04/2027.").problems


def test_two_deadlines_are_reported() -> None:
    """Neither is taken, and both are shown with their words."""
    draft = drafted("Apply by 1 May 2027. The deadline for applications is 1 June 2027.")
    assert "deadline" not in draft.findings
    assert {candidate.value for candidate in draft.doubts["deadline"]} == {"2027-05-01", "2027-06-01"}
    assert "2027-05-01, 2027-06-01" in draft.problems[0]


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Cambridge, Cambridgeshire, UK", "Cambridge, England, United Kingdom"),
        ("Cambridge, Middle County, UK", "Cambridge, Middle County, United Kingdom"),
        ("Edinburgh, Scotland", "Edinburgh, Scotland, United Kingdom"),
        ("Freiburg Germany", "Freiburg, Germany"),
        ("Ann Arbor, MI", "Ann Arbor, Michigan, United States"),
        ("Boston, MA, USA", "Boston, Massachusetts, United States"),
        ("Boston, MA", None),
        ("Tbilisi, Georgia", "Tbilisi, Georgia"),
        ("Atlanta, Georgia", None),
        ("London Bridge", None),
        ("Cambridge", None),
        ("Remote", None),
        ("Institute of Examples, Bern, Switzerland", "Bern, Switzerland"),
        ("[Bern, Switzerland](https://example.org)", "Bern, Switzerland"),
    ],
)
def test_no_country_is_guessed(written: str, place: str | None) -> None:
    """A place is one when its end names a country beyond doubt."""
    assert place_in(written) == place


@pytest.mark.parametrize(
    ("written", "mode"),
    [
        ("The role is fully remote.", "remote"), ("3-4 days in the office", "hybrid"), ("a hybrid position", "hybrid"),
        ("remote sensing of ice", None), ("remote monitoring of patients", None), ("hybrid models of glaciers", None),
        ("This is an on-site position", "on-site"),
    ],
)  # fmt: skip
def test_work_modes_are_not_confused_with_science(written: str, mode: str | None) -> None:
    """Remote sensing is no remote work."""
    assert work_mode_in(written) == mode


@pytest.mark.parametrize(
    ("text", "contract"),
    [
        ("The contract is for a period of two years.", {"type": "fixed-term", "duration_months": 24}),
        ("Contract: 18 months, 0.8 FTE", {"type": "fixed-term", "duration_months": 18, "fte": 0.8}),
        ("Contract: permanent", {"type": "permanent"}),
        ("A 3-year fixed-term position", {"type": "fixed-term", "duration_months": 36}),
        ("This is a tenure-track position.", {"type": "tenure-track"}),
        ("You bring at least 3 years of experience in a position like this.", None),
        ("The position may become permanent.", None),
    ],
)
def test_contracts_are_told_from_experience(text: str, contract: dict[str, Any] | None) -> None:
    """Years of experience are no length of a contract."""
    assert found(text, "contract") == contract


@pytest.mark.parametrize(
    ("written", "salary"),
    [
        ("£38,000–£45,000 per annum", {"min": 38000, "max": 45000, "currency": "GBP", "period": "year"}),
        ("€ 4.128 to € 6.528 gross per month", {"min": 4128, "max": 6528, "currency": "EUR", "period": "month"}),
        ("45k–52k EUR p.a.", {"min": 45000, "max": 52000, "currency": "EUR", "period": "year"}),
        ("up to CHF 90'000 per year", {"max": 90000, "currency": "CHF", "period": "year"}),
        ("TV-L E13", {"scale": "TV-L E13"}),
        ("$70,000 per year", {"text": "$70,000 per year"}),
        ("£38,000–£45,000", {"min": 38000, "max": 45000, "currency": "GBP", "period": "year"}),
        ("£380–£450", {"text": "£380–£450"}),
        ("competitive", {"text": "competitive"}),
    ],
)
def test_amounts_need_currency_and_period(written: str, salary: dict[str, Any]) -> None:
    """What is not certain stays as it was written."""
    assert pay_in(written) == salary


def test_a_dollar_is_that_of_the_place() -> None:
    """The sign alone names no currency; the place tells which."""
    assert found("Location: Toronto, ON\nSalary: $70,000 per year", "salary")["currency"] == "CAD"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Postdoc at University of Examples", ("Postdoc", "University of Examples", None)),
        ("Postdoc in ice (Bergen, Norway)", ("Postdoc in ice", None, "Bergen, Norway")),
        ("Scientist – Wearables (Maternal & Digital Health)", ("Scientist – Wearables (Maternal & Digital Health)", None, None)),
        ("[list] PhD position at Example University, Bern, Switzerland", ("PhD position", "Example University", "Bern, Switzerland")),
        ("Assistant Professor, Department of Physics", ("Assistant Professor", "Department of Physics", None)),
    ],
)  # fmt: skip
def test_titles_lose_employer_and_place(written: str, expected: tuple[str | None, ...]) -> None:
    """Employer and place go to their own fields."""
    parts = take_apart(written)
    assert (parts.title, parts.employer, next(iter(parts.places), None)) == expected


def test_a_recruiter_is_not_the_employer() -> None:
    """The agency that writes goes to `via`, and the employer stays open."""
    draft = drafted("TalentBridge is recruiting on behalf of our client, who needs a Data Scientist.")
    assert draft.findings["via"].value == "TalentBridge"
    assert "organization" not in draft.findings
    assert "anonymous" in draft.problems[0]


def test_every_finding_has_its_evidence() -> None:
    """Nothing is noted without the words that it came from."""
    text = "PhD position in ice\nLocation: Bern, Switzerland\nThe position is full-time. Send a CV to a@example.org by 1 May 2027."
    draft = drafted(text)
    assert {"title", "location", "employment", "deadline", "apply"} <= set(draft.findings)
    assert all(finding.evidence for finding in draft.findings.values())


def test_numeric_days_are_read_when_only_one_is_possible() -> None:
    """31/05 is a day of May anywhere."""
    assert [mention.days for mention in find_days("31/05/2027 05/31/2027")] == [(dt.date(2027, 5, 31),)] * 2


def test_plain_lines_become_paragraphs_lists_and_headings() -> None:
    """Every line of a pasted text is a paragraph of its own, unless a mail program broke it."""
    assert markdown_of_text("What we offer\n- a\n- b\nMore\ntext") == "## What we offer\n\n- a\n- b\n\nMore\n\ntext"
    line = "this line was broken by a mail program because it is rather long\n"
    assert markdown_of_text(line * 5) == " ".join([line.strip()] * 5)


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("• a\n· b\n– c", "- a\n- b\n- c"),
        ("### Place###\n\nBern", "### Place\n\nBern"),
        ("a ![b](c.png) d", "a  d"),
        ("[a](/b) [c](https://e.org/d) [e](mailto:f@g.org)", "a [c](https://e.org/d) [e](mailto:f@g.org)"),
        ("a<br>b &lt;i&gt;c&lt;/i&gt;", "a\n\nb *c*"),
        ("{{< youtube x >}}{% include y %}text", "text"),
        ("see <https://example.org/a-\nb>", "see <https://example.org/a-b>"),
        ("https://example.org/jobs/long/\n4711", "https://example.org/jobs/long/4711"),
        ("<!-- note -->a < b", "a < b"),
    ],
)
def test_a_body_is_plain_markdown(written: str, clean: str) -> None:
    """HTML, images, shortcodes and inner links are gone; what they said stays."""
    assert clean_markup(written, Draft(source="a")) == clean


def test_characters_are_repaired_where_that_is_certain() -> None:
    """Mojibake, lost apostrophes and invisible characters are mended, and said."""
    draft = Draft(source="a")
    assert repair_characters("weâ€™re in ZÃ¼rich\u200b, don?t ask\r\n", draft) == "we’re in Zürich, don’t ask\n"
    assert len(draft.repairs) == 2
    draft = Draft(source="a")
    assert repair_characters("caf\ufffd", draft) == "caf?"
    assert draft.problems


def test_mail_residue_is_removed() -> None:
    """Quotes, signatures and what devices add are not part of the position."""
    draft = Draft(source="a")
    assert strip_mail("> a\n> b\n> c", draft) == "a\nb\nc"
    assert strip_mail("a\nSent from my phone\nb", draft) == "a\nb"
    footer = "a\n" * 9 + "_______________________\nList mailing list\nhttps://l.example.org/listinfo"
    assert strip_mail(footer, draft).strip() == "\n".join("a" * 9)


def test_files_that_are_no_text_are_refused() -> None:
    """A word processor's file is not taken for a text; other encodings are."""
    assert decode("Zürich".encode("cp1252")) == ("Zürich", "the file was Windows-1252")
    assert decode("Zürich".encode("utf-16")) == ("Zürich", "the file was UTF-16")
    for data in (b"PK\x03\x04abc", b"%PDF-1.4", b"a\x00b"):
        with pytest.raises(ValueError, match="text"):
            decode(data)
