"""A file with thousands of problems gets a report that a person can read."""

from __future__ import annotations

import pytest

from building import posting
from jobboard.diagnostics.reports.formats import RENDERERS
from jobboard.policy import Policy
from jobboard.postings.reader import MAX_PROBLEMS, PostingFile, read_posting

MANY = {
    "fields": posting(more="".join(f"field-{number}:\n" for number in range(900))),
    "links": posting(body="[a](b) " * 3_000),
    "tags": posting().replace("[imaging]", f"[{'ab, ' * 3_000}]"),
    "letters": posting(body="Ã¼\n" * 50_000),
}


@pytest.mark.parametrize("kind", MANY)
def test_the_first_hundred_problems_are_told_and_the_others_counted(kind: str, policy: Policy) -> None:
    """The report says how many more there are, and is short in every format."""
    found, problems = read_posting(PostingFile(path="a.md", shown="a.md", data=MANY[kind].encode()), policy)
    assert found is None
    assert len(problems) == MAX_PROBLEMS
    assert "problems more, which the next report shows" in problems[-1].help[-1]
    for render in RENDERERS.values():
        assert len(render(problems, "https://jobs.example.org/")) < 200_000
