"""Each source in `cases/readings` is read as the file beside it says: the fields that matter there, and no others."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from importing.expectations import body_of, header_of, import_text, is_as_expected
from jobboard.board.policy_reader import load_policy
from jobboard.policy import Policy

FOLDER = Path(__file__).parents[1] / "cases" / "readings"
CASES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yml"))


@pytest.fixture(scope="module")
def board() -> Policy:
    """A board of the usual kinds of position and topics."""
    policy, _ = load_policy(Path(__file__).with_name("board.yml"))
    assert policy is not None
    return policy


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_source_is_read_as_its_case_says(case: Path, board: Policy) -> None:
    """Fields, header and text of the posting are what the case expects."""
    expected = yaml.safe_load(case.with_suffix(".expected.yml").read_text("utf-8"))
    posting = import_text(case.read_bytes(), f"source{case.suffix}", board)
    assert expected["why"]
    fields = expected.get("fields", {})
    assert not [(name, value) for name, value in fields.items() if not is_field_as_expected(posting, name, value)]
    header = "\n".join(line for line in posting.split("\n---\n", 1)[0].split("\n") if not line.startswith("#"))
    header = re.sub(r"  # from: .*$", "", header, flags=re.MULTILINE)
    assert not [pattern for pattern in expected.get("header has", []) if not re.search(pattern, header, re.MULTILINE)]
    assert not [pattern for pattern in expected.get("header lacks", []) if re.search(pattern, header, re.MULTILINE)]
    assert expected.get("posting lacks", "\0") not in posting
    assert not [note for note in expected.get("notes have", []) if note not in posting]
    check_body(body_of(posting), expected)


def is_field_as_expected(posting: str, name: str, expected: Any) -> bool:
    return is_as_expected(header_of(posting).get(name), expected, is_place=name == "location")


def check_body(body: str, expected: dict[str, Any]) -> None:
    lacks = expected.get("body lacks", "\0")
    if lacks.startswith("~"):
        assert not re.search(lacks[1:], body, re.MULTILINE)
    else:
        assert lacks not in body
    assert not [words for words in expected.get("body has", []) if words not in body]
    escaped = expected.get("body escapes", "\0")
    assert escaped not in body or f"\\{escaped}" in body
    for start in expected.get("paragraphs", []):
        label = re.escape(start.split(":")[0])
        assert re.search(rf"(?:^|\n\n|  \n|\n- |\n\* |\\\n)(?:- |\*\*|\* )*{label}", body)


def test_every_expectation_belongs_to_a_source() -> None:
    """No expectation is left behind when its source goes."""
    expectations = {path.name for path in FOLDER.glob("*.expected.yml")}
    assert expectations == {f"{case.stem}.expected.yml" for case in CASES}
