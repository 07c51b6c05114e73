"""The way back: a posting's template, and values as a posting has them."""

from __future__ import annotations

import re

import pytest

from jobboard.diagnostics.diagnostic import Diagnostic, has_errors
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.postings.reader import read_posting
from jobboard.postings.writer import write_template, write_value
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_reader import read_mapping
from jobboard.vocabulary import Term, Vocabulary
from reading import file_of


def test_every_example_of_the_template_passes(policy: Policy) -> None:
    """The template with its text written passes as it stands, and with each example in use."""
    template = write_template(policy).partition("<!--")[0] + "Two years on scans.\n"
    template = template.replace(FIELDS_BY_NAME["title"].example, "Postdoc in imaging")  # else it is one not filled in
    in_use = re.sub(r"^# ", "", template, flags=re.MULTILINE)
    for text in (template, in_use):
        found, problems = read_posting(file_of(text), policy)
        assert found is not None, problems
        assert not has_errors(problems)


def test_examples_are_of_the_boards_own_vocabulary(policy: Policy) -> None:
    """A board that has none of the usual words gets a template with its own."""
    words = {name: Term(name=name, label=name.capitalize()) for name in ("warden", "birds", "bats")}
    positions, tags = Vocabulary([words["warden"]]), Vocabulary([words["birds"], words["bats"]])
    template = write_template(policy._replace(positions=positions, tags=tags))
    assert "\nposition: warden" in template
    assert "\ntags: [birds, bats]" in template


@pytest.mark.parametrize(
    "word",
    ["Postdoc: imaging", "[Draft] #1", "- x", "1984", "no", "null", '"quoted"', "it's", "a # b", "x {y}", "@lab", "ü"],
)
def test_words_are_read_back_as_they_were_given(word: str, policy: Policy) -> None:
    """Whatever a title looks like in YAML, it stays the same words."""
    line = f"title: {write_value('title', [word], policy)}"
    problems: list[Diagnostic] = []
    entries = read_mapping(SourceText("", line), line, 1, problems)
    assert entries is not None
    assert not problems
    assert entries["title"].value.text == word  # type: ignore[union-attr]  # a scalar, or the test fails
