"""Whatever was found by fuzzing stays mended: each input of the corpus goes through its target."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
INPUTS = sorted(path for path in CORPUS.glob("*/*"))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_input_of_the_corpus_breaks_nothing(path: Path) -> None:
    """It is read, or refused in a report."""
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_a_corpus() -> None:
    """So that fuzzing does not begin with nothing."""
    assert {path.parent.name for path in INPUTS} == TARGETS.keys()
