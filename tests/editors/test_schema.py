"""The JSON Schema of front matter, made from the field table and the board's vocabulary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from building import make_project
from golden import Case, cases_of
from jobboard.editors.schema import SHAPES, choices_of, make_posting_schema
from jobboard.fields.table import FIELDS
from jobboard.policy import Policy
from jobboard.source.front_matter import read_document
from jobboard.source.nodes import Mapping, Node, Scalar, Sequence
from jobboard.source.source_text import SourceText

WITHIN_A_SCHEMA = re.compile(
    r"^error\[(invalid-draft|missing-field|title-too-long|too-many-tags|unknown-field|unknown-position|unknown-tag)\]",
    re.MULTILINE,
)
"""What a schema sees of a header; the calendar, countries, currencies, links and the text are beyond it."""
IN_OTHER_SPELLINGS = {
    "lenient-spellings-are-fine",
    "yaml-curly-quotes-are-fine",
    "contract-in-years-is-fine",
    "contract-in-one-and-a-half-years-is-fine",
}
"""Cases that `check` reads, and the schema would rather have in the board's own spelling."""


@pytest.fixture(scope="module")
def validator(policy: Policy) -> jsonschema.Draft202012Validator:
    """A checker of front matter."""
    schema = json.loads(make_posting_schema(policy))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def read_header(path: Path) -> dict[str, Any] | None:
    """Front matter as a YAML 1.2 editor sees it; None where there is none to be seen."""
    entries = read_document(SourceText(path.name, path.read_bytes().decode("utf-8", "replace"))).entries
    return None if entries is None else {name: _convert(entry.value) for name, entry in entries.items()}


def _convert(node: Node) -> Any:
    match node:
        case Sequence():
            return [_convert(item) for item in node.items]
        case Mapping():
            return {name: _convert(entry.value) for name, entry in node.entries.items()}
        case Scalar(text=("true" | "false") as text, is_plain=True):
            return text == "true"
        case Scalar(is_plain=True) if node.is_empty:
            return None
        case Scalar(is_plain=True) if re.fullmatch(r"[-+]?\d+", node.text):
            return int(node.text)
        case Scalar(is_plain=True) if re.fullmatch(r"[-+]?\d*\.\d+", node.text):
            return float(node.text)
        case _:
            return node.text


def test_every_field_has_a_shape(policy: Policy) -> None:
    """The schema knows each field of the table, with its meaning and the same required ones."""
    schema = json.loads(make_posting_schema(policy))
    assert list(schema["properties"]) == [field.name for field in FIELDS]
    assert list(SHAPES) == list(schema["properties"])
    assert all(schema["properties"][field.name]["description"] == field.meaning for field in FIELDS)
    assert schema["required"] == [field.name for field in FIELDS if field.is_required]
    assert choices_of("position", policy) == list(policy.positions.terms)
    assert choices_of("tags", policy) == list(policy.tags.terms)


def test_the_commands_print_both(tmp_path: Path) -> None:
    """A fork renews schema and snippets for its own vocabulary with one command each."""
    project = make_project(tmp_path)
    board = (project.root / "board.yml").read_text("utf-8")
    project.write("board.yml", board.replace("wearables: {", "bird-song: {label: Bird song}\n    wearables: {"))
    assert '"bird-song"' in project.jobboard("schema").stdout
    assert "bird-song" in project.jobboard("schema", "--snippets").stdout


@pytest.mark.parametrize("case", cases_of("check"), ids=lambda case: case.path.stem)
def test_schema_agrees_with_the_check(case: Case, validator: jsonschema.Draft202012Validator) -> None:
    """The schema refuses what `check` refuses, as far as a schema can know, and never more in the board's own spelling."""
    header = read_header(case.path)
    if header is None:
        return
    report = case.expected.read_text("utf-8")
    faults = [error.message for error in validator.iter_errors(header)]
    if WITHIN_A_SCHEMA.search(report):
        assert faults
    elif not re.search(r"^error\[", report, re.MULTILINE):
        assert not faults or case.path.stem in IN_OTHER_SPELLINGS
