"""What is recognised in a plain text, and what is left alone."""

from __future__ import annotations

from typing import Any

import pytest

from jobboard.importing.draft import Draft
from jobboard.importing.texts.text import fill_from_text


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


def test_a_dollar_is_that_of_the_place() -> None:
    """The sign alone names no currency; the place tells which."""
    assert found("Location: Toronto, ON\nSalary: $70,000 per year", "salary")["currency"] == "CAD"


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


def test_what_is_said_of_stage_visa_and_funding() -> None:
    """In sentences and behind labels."""
    assert found("Career stage: R1, R2", "career_stage") == ["r1", "r2"]
    assert found("We look for an established researcher (R3).", "career_stage") == ["r3"]
    assert found("Visa: sponsorship is available", "eligibility") == {"visa": "sponsored"}
    assert found("We cannot sponsor visas.", "eligibility") == {"visa": "not-sponsored"}
    assert found("The work is funded by the Example Trust for three years.", "funding") == {"funder": "Example Trust"}
    assert found("Funding: Example Trust", "funding") == {"funder": "Example Trust"}


def test_what_is_asked_for_is_found_where_somebody_asks() -> None:
    """Letters with their number, and how to apply in the way that is stated."""
    text = "Please submit a CV and two letters of recommendation at https://apply.example.org/5."
    assert found(text, "apply") == {"url": "https://apply.example.org/5", "letters": "two", "materials": ["CV"]}
    assert found("Apply: see below, ref. A-1\nReference: none", "apply") is None


def test_a_rolling_deadline_with_a_day_is_reported() -> None:
    """The curator decides."""
    draft = drafted("Deadline: rolling\nPlease apply by 1 May 2027.")
    assert draft.findings["deadline"].value == "rolling"
    assert draft.problems == ["the deadline is `rolling`, but the text names 2027-05-01"]


def test_employers_and_recruiters_behind_labels() -> None:
    """A recruiter is no employer, and a department is part of one."""
    assert found("Recruiter: TalentBridge", "via") == "TalentBridge"
    stated = "Employer: Department of Ice, Example University"
    assert found(stated, "organization") == {"name": "Example University", "unit": "Department of Ice"}


def test_a_place_that_is_named_often_enough_is_inferred() -> None:
    """Without a label; one that names no country is kept as it is stated."""
    assert found("Our lab is at home in Bergen, Norway.", "location") == "Bergen, Norway"
    assert found("Location: the coast", "location") == "the coast"


def test_what_somebody_would_apply_for_is_the_title() -> None:
    """Without the praise."""
    text = "We are seeking a highly motivated postdoctoral researcher in ice physics to join us."
    assert found(text, "title") == "Postdoctoral researcher in ice physics"
