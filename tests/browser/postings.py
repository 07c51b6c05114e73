"""Some forty postings that together use every field and every state, the same in each run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from building import posting

TODAY = dt.date(2026, 11, 20)
"""The day of `building.NOW`."""

LONG_TITLE = "Senior postdoctoral research fellow in trustworthy machine learning for the early detection of neurological disease"
"""As long as titles get: 115 characters of the 120."""

_TAGS = (
    "imaging, deep-learning", "causal-inference", "epidemiology, public-health", "llm, machine-learning", "radiology",
    "wearables, computer-vision", "mental-health", "clinical-trials",
)  # fmt: skip
_POSITIONS = ("phd", "postdoc", "research-scientist", "research-engineer", "faculty", "internship", "other")
_PLACES = (
    "Edinburgh, United Kingdom", "Zurich, Switzerland", "Berlin, Germany", "Boston, Massachusetts, United States",
    "Paris, France",
)  # fmt: skip
_EMPLOYERS = (
    "Northbridge University", "Institute of Health Data", "Royal Hospital, Research", "Lakeside Institute; AI",
)  # fmt: skip
_CONTRACTS = (
    "contract: {type: fixed-term, duration_months: 24, fte: 0.8}\nemployment: [full-time]\n",
    "contract: {type: permanent}\n",
    "contract: {type: tenure-track}\nemployment: [full-time]\n",
    "",
)
_PAY = (
    "salary: {min: 41000, max: 48000, currency: GBP, period: year}\n",
    'salary: {scale: "TV-L E13", text: "according to experience"}\n',
    "",
)
_MODES = ("work_mode: on-site\n", "work_mode: hybrid\n", "")
_VISA = ("eligibility: {visa: sponsored}\n", "eligibility: {visa: not-sponsored, note: a permit is needed}\n", "")


def make_postings() -> Iterator[tuple[str, str]]:
    """Each posting's path in the project, and its text."""
    for slug, text in _states().items():
        yield f"postings/2026/{slug}.md", text
    for number in range(30):
        yield f"postings/2026/position-{number:02}.md", _numbered(number)


def _states() -> dict[str, str]:
    return {
        "soon": posting("Postdoc that closes soon", deadline="2026-11-24", date="2026-11-02"),
        "today": posting("Internship that closes today", deadline="2026-11-20 18:00 Europe/Berlin", date="2026-11-02"),
        "fresh": posting("Scientist announced yesterday", date="2026-11-19", deadline="2027-01-15"),
        "rolling": posting("Engineer until the place is filled", deadline="rolling", more="listed_until: 2027-02-01\n"),
        "closed": posting("Postdoc that is closed", date="2026-09-01", deadline="2026-10-01"),
        "filled": posting("Postdoc that is filled", more="status: filled\nupdated: 2026-11-10\n"),
        "draft": posting("Postdoc in preparation", more="draft: true\n"),
        "scheduled": posting("Postdoc of tomorrow", date="2026-11-21"),
        "everything": _whole(),
        "remote": posting("Remote data scientist", more="work_mode: remote\nremote_from: [Europe]\n").replace(
            'location: "Edinburgh, United Kingdom"\n', ""
        ),
        "afar": posting(
            "Scientist who works from afar",
            date="2025-12-03",
            deadline="rolling",
            more="listed_until: 2027-03-01\nwork_mode: remote\nremote_from: [Europe]\n",
        ),
        "formula": posting('"=1+1, \\"quoted\\"; a title for spreadsheets"', organization="'@Institute; of, commas'"),
    }


def _whole() -> str:
    """A posting that states everything."""
    text = posting(
        LONG_TITLE,
        organization="{name: Northbridge University, unit: School of Informatics, url: 'https://example.org/'}",
        deadline="2026-12-15 17:00 Europe/Zurich",
        more="""\
updated: 2026-11-12
via: {name: Example Recruiters, url: 'https://example.org/via'}
work_mode: hybrid
employment: [full-time, part-time]
contract: {type: fixed-term, duration_months: 36, fte: 1}
career_stage: [r2, r3]
start: as soon as possible
salary: {min: 45000, max: 60000, currency: EUR, period: year, scale: "TV-L E13"}
eligibility: {visa: sponsored, nationality: any, note: relocation is paid}
funding: {funder: Example Trust, programme: Early careers, grant: ET-42}
source: {url: 'https://example.org/source', retrieved: 2026-11-01}
summary: Two years on models that read scans of the heart and say how sure they are.
aliases: [former-name]
language: en
""",
        body="An opening paragraph.\n\n## Your work\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    application = "apply: {url: 'https://example.org/jobs/42', email: jobs@example.org, reference: R-42, "
    return text.replace("apply: https://example.org/jobs/42", application + "materials: [CV, letter], letters: 2}")


def _numbered(number: int) -> str:
    def pick(values: tuple[str, ...]) -> str:
        return values[number % len(values)]

    text = posting(
        f"Position {number:02} in {pick(_TAGS).split(',')[0].replace('-', ' ')}",
        organization=f'"{pick(_EMPLOYERS)}"',
        date=(TODAY - dt.timedelta(days=3 + number)).isoformat(),
        deadline=(TODAY + dt.timedelta(days=9 + 2 * number)).isoformat(),
        more=pick(_CONTRACTS) + pick(_PAY) + pick(_MODES) + pick(_VISA),
        body=f"Work package {number} is about {pick(_TAGS)}. " * (1 + number % 4),
    )
    return (
        text.replace("tags: [imaging]", f"tags: [{pick(_TAGS)}]")
        .replace("position: postdoc", f"position: {pick(_POSITIONS)}")
        .replace("Edinburgh, United Kingdom", pick(_PLACES))
    )
