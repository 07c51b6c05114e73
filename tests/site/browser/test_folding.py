"""Folding, which descriptions and the browser share."""

from __future__ import annotations

import pytest

from building import ROOT
from jobboard.site.browser.folding import fold, other_spellings

CASES = [
    line.split("\t")
    for line in (ROOT / "tests/cases/search/folding.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "words", "others"), CASES)
def test_texts_are_folded(text: str, words: str, others: str) -> None:
    """Without accents and signs, each word apart; what others may write stands beside it."""
    assert fold(text) == words
    assert other_spellings(text) == others
    assert fold(words) == words, "what is folded stays as it is"
