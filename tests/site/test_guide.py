"""What the guide says of a board is what its `board.yml` says."""

from __future__ import annotations

import datetime as dt
import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from building import ROOT
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.policy import REQUIRED, Policy
from jobboard.postings.reader import read_posting
from jobboard.site.address import Site
from jobboard.site.guide import begin_posting, fill_guide
from jobboard.vocabulary import Term, Vocabulary
from reading import file_of

SITE = Site("https://jobs.example.org/", "Board", "", "en", "https://github.com/a/b", "main", "boards/postings")
TODAY = dt.date(2027, 2, 3)


def test_the_guides_example_passes_on_a_board_of_other_words(policy: Policy) -> None:
    """Once its title is another one: examples are of the board's own vocabulary."""
    words = {name: Term(name=name, label=name.capitalize()) for name in ("warden", "birds", "bats")}
    other = policy._replace(
        positions=Vocabulary([words["warden"]]), tags=Vocabulary([words["birds"], words["bats"]]), salary=REQUIRED
    )
    match = re.fullmatch(
        r"<pre><code>(.*)</code></pre>", fill_guide("<!-- board: example -->", other, SITE, TODAY), re.DOTALL
    )
    assert match
    text = html.unescape(match[1])
    found, problems = read_posting(file_of(text), other)
    assert found is None, "an example that was not filled in is no posting"
    assert [problem.rule for problem in problems] == ["placeholder"]
    found, problems = read_posting(file_of(text.replace(FIELDS_BY_NAME["title"].example, "Warden of owls")), other)
    assert not problems
    assert found


def test_required_fields_are_those_of_the_board(policy: Policy) -> None:
    """A board that requires the salary says so in its guide."""
    said = "<dt><code>salary</code>, required</dt>"
    assert said not in fill_guide("<!-- board: fields -->", policy, SITE, TODAY)
    assert said in fill_guide("<!-- board: fields -->", policy._replace(salary=REQUIRED), SITE, TODAY)
    assert "<dt><code>location</code>, required</dt>" in fill_guide("<!-- board: fields -->", policy, SITE, TODAY)


@pytest.mark.parametrize(
    ("zone", "said"), [("AoE", "anywhere on earth (AoE, UTC−12)"), ("Europe/Berlin", "<code>Europe/Berlin</code>")]
)
def test_when_a_day_ends_is_what_the_board_says(policy: Policy, zone: str, said: str) -> None:
    """And for how long a position without a deadline stays listed."""
    guide = "<!-- board: zone -->, <!-- board: life -->"
    assert fill_guide(guide, policy._replace(timezone=zone, life=90), SITE, TODAY) == f"{said}, 90 days"


def test_the_guide_is_filled_in(policy: Policy) -> None:
    """Every place in it that the program fills in is known by its name."""
    guide = (ROOT / "docs" / "post.md").read_text("utf-8")
    assert guide.count("<!-- board: ") >= 7
    assert "<!-- board: " not in fill_guide(guide, policy, SITE, TODAY)


def test_a_posting_is_begun_where_it_belongs(policy: Policy) -> None:
    """In the folder of the year, with the example of today; nothing is said of a repository that nobody knows."""
    url = urlsplit(begin_posting(SITE, policy, TODAY) or "")
    asked = parse_qs(url.query)
    assert (url.path, asked["filename"]) == ("/a/b/new/main/boards/postings/2027", ["employer-and-job.md"])
    assert "\ndate: 2027-02-03\n" in asked["value"][0]
    assert len(url.geturl()) < 4000, "GitHub refuses long addresses"
    assert 'href="https://github.com/a/b/new/' in fill_guide("<!-- board: begin -->", policy, SITE, TODAY)
    nowhere = SITE._replace(repository=None)
    assert begin_posting(nowhere, policy, TODAY) is None
    assert fill_guide("<!-- board: begin -->", policy, nowhere, TODAY) == ""
