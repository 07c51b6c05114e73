"""How well the importer reads the labelled sources: recall and precision for each field.

    PYTHONPATH=tests python -m importing.measure [-v] [FILE...]

Every labelled field that is missing lowers recall; every value that differs from its label, or that has no label though
its source was read completely, lowers precision.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from importing.expectations import header_of, import_text, is_as_expected
from jobboard.board.policy_reader import load_policy
from jobboard.policy import Policy

FOLDER = Path(__file__).parent / "labelled"
FIELDS = (
    "title", "author", "organization", "via", "position", "date", "deadline", "timezone", "location", "work_mode", "employment",
    "contract", "career_stage", "start", "salary", "eligibility", "funding", "apply", "contact", "language",
)  # fmt: skip
"""What is labelled completely: a value without a label is wrong."""


class Score(NamedTuple):
    """Fields by what became of them."""

    right: Counter[str]
    missing: Counter[str]
    wrong: Counter[str]
    remarks: list[str]

    def recall(self, field: str | None = None) -> float:
        """The share of labelled values that were found."""
        right, missing = self._sum(self.right, field), self._sum(self.missing, field)
        return right / max(1, right + missing)

    def precision(self, field: str | None = None) -> float:
        """The share of values that are right."""
        right, wrong = self._sum(self.right, field), self._sum(self.wrong, field)
        return right / max(1, right + wrong)

    @staticmethod
    def _sum(counts: Counter[str], field: str | None) -> int:
        return counts.total() if field is None else counts[field]


def load_sources(paths: list[Path] | None = None) -> list[dict[str, Any]]:
    """The labelled sources of all files, or of *paths*."""
    return [
        source
        for path in paths or sorted(FOLDER.glob("*.yml"))
        for source in yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    ]


def measure(sources: list[dict[str, Any]], policy: Policy) -> Score:
    """What the importer makes of *sources*."""
    score = Score(Counter(), Counter(), Counter(), [])
    for source in sources:
        found = header_of(import_text(source["source"], source["file"], policy))
        if found.get("date") == "2026-11-20":
            found.pop("date", None)  # the day of the import
        for field in FIELDS:
            label, value = source["facts"].get(field), found.get(field)
            if label is not None:
                fits = is_as_expected(value, label, is_place=field == "location")
            if label is None and value in (None, "", [], {}):
                continue
            if label is None:
                score.wrong[field] += 1
            elif value in (None, "", [], {}):
                score.missing[field] += 1
            elif fits:
                score.right[field] += 1
                continue
            else:
                score.wrong[field] += 1
                score.missing[field] += 1
            score.remarks.append(f"{source['name']}: {field}: expected {label!r}, found {value!r}")
    return score


def main(arguments: list[str]) -> None:
    """Print the table of fields, and each difference with `-v`."""
    policy, problems = load_policy(Path(__file__).with_name("board.yml"))
    assert policy is not None, problems
    score = measure(load_sources([Path(name) for name in arguments if name != "-v"]), policy)
    if "-v" in arguments:
        sys.stdout.write("".join(f"{remark}\n" for remark in score.remarks))
    sys.stdout.write(f"{'field':14}{'labels':>8}{'recall':>9}{'precision':>11}\n")
    for field in (*FIELDS, None):
        labels = sum(counts[field] if field else counts.total() for counts in (score.right, score.missing))
        if labels or (field and score.wrong[field]):
            row = f"{field or 'all':14}{labels:8}{score.recall(field):9.3f}{score.precision(field):11.3f}"
            sys.stdout.write(f"{row}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
