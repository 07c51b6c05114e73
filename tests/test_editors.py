"""What editors get: a JSON Schema, snippets and settings, all made from the field table and the board's vocabulary."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from building import ROOT, make_project, posting
from jobboard.board.collection import find_postings
from jobboard.board.policy_reader import load_policy
from jobboard.editors.schema import SHAPES, choices_of, make_posting_schema
from jobboard.editors.snippets import make_snippets
from jobboard.fields.table import FIELDS, FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.source.front_matter import read_document
from jobboard.source.nodes import Mapping, Node, Scalar, Sequence
from jobboard.source.source_text import SourceText

CASES = sorted((ROOT / "tests" / "cases" / "check").glob("*.md"))
WITHIN_A_SCHEMA = re.compile(
    r"^error\[(invalid-draft|missing-field|title-too-long|too-many-tags|unknown-field|unknown-position|unknown-tag)\]",
    re.MULTILINE,
)
"""What a schema sees of a header; the calendar, countries, currencies, links and the text are beyond it."""
IN_OTHER_SPELLINGS = {"lenient-spellings-are-fine", "contract-in-years-is-fine"}
"""Cases that `check` reads, and the schema would rather have in the board's own spelling."""


def validator(text: str) -> jsonschema.Draft202012Validator:
    """A checker of front matter."""
    schema = json.loads(text)
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


def test_committed_files_are_made_from_the_field_table() -> None:
    """The schema and the snippets in the repository are what `jobboard schema` prints for its board."""
    policy, _ = load_policy(ROOT / "board.yml")
    assert policy is not None
    schema = (ROOT / "postings" / "schema.json").read_text("utf-8")
    assert schema == make_posting_schema(policy), "run: jobboard schema > postings/schema.json"
    snippets = (ROOT / ".vscode" / "postings.code-snippets").read_text("utf-8")
    assert snippets == make_snippets(policy), "run: jobboard schema --snippets > .vscode/postings.code-snippets"


def test_the_commands_print_both(tmp_path: Path) -> None:
    """A fork renews schema and snippets for its own vocabulary with one command each."""
    project = make_project(tmp_path)
    board = (ROOT / "tests" / "board.yml").read_text("utf-8")
    project.write("board.yml", board.replace("wearables: {", "bird-song: {label: Bird song}\n    wearables: {"))
    assert '"bird-song"' in project.jobboard("schema").stdout
    assert "bird-song" in project.jobboard("schema", "--snippets").stdout


@pytest.mark.parametrize("name", list(find_postings(ROOT / "postings")), ids=lambda name: Path(name).stem)
def test_real_postings_validate(name: str) -> None:
    """The schema has nothing against any posting of this board."""
    check = validator((ROOT / "postings" / "schema.json").read_text("utf-8"))
    assert [error.message for error in check.iter_errors(read_header(Path(name)))] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_schema_agrees_with_the_check(case: Path, policy: Policy) -> None:
    """The schema refuses what `check` refuses, as far as a schema can know, and never more in the board's own spelling."""
    header = read_header(case)
    if header is None:
        return
    report = case.with_suffix(".errors.txt").read_text("utf-8")
    faults = [error.message for error in validator(make_posting_schema(policy)).iter_errors(header)]
    if WITHIN_A_SCHEMA.search(report):
        assert faults
    elif not re.search(r"^error\[", report, re.MULTILINE):
        assert not faults or case.stem in IN_OTHER_SPELLINGS


def test_snippets_are_what_vs_code_reads(policy: Policy, tmp_path: Path) -> None:
    """Each field has a snippet; with its first choices and defaults taken, the whole posting passes the check."""
    snippets = json.loads(make_snippets(policy))
    assert [snippet["prefix"] for snippet in snippets.values()] == ["posting", *(field.name for field in FIELDS)]
    for snippet in snippets.values():
        assert snippet.keys() == {"scope", "include", "prefix", "body", "description"}
    project = make_project(tmp_path)
    project.write("postings/whole.md", _expand(snippets["Posting"]["body"]))
    for field in FIELDS:
        line = _expand(snippets[f"Field {field.name}"]["body"])
        others = re.sub(rf"^{field.name}: .*\n", "", posting(), flags=re.MULTILINE)
        project.write(f"postings/{field.name.replace('_', '-')}.md", others.replace("---\n", f"---\n{line}\n", 1))
    result = project.jobboard("check")
    assert result.returncode == 0, result.stdout


def _expand(body: list[str]) -> str:
    """What VS Code inserts when every placeholder keeps its default and every choice its first word."""
    text = "\n".join(body).replace(FIELDS_BY_NAME["title"].example, "Postdoc in imaging")
    text = text.replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-20")
    text = re.sub(r"\$\{\d+\|((?:[^,|\\]|\\.)*)(?:,(?:[^|\\]|\\.)*)?\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:[^}\\]|\\.)*)\}", r"\1", text).replace("$0", "Two years on scans.")
    return re.sub(r"\\([$}\\,|])", r"\1", text)


def test_settings_hold_together() -> None:
    """Editor settings are valid, and name files that exist."""
    settings = _read_json(ROOT / ".vscode" / "settings.json")
    assert all((ROOT / name).is_file() for name in settings["yaml.schemas"])
    assert _read_json(ROOT / ".vscode" / "extensions.json")["recommendations"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    local = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    for hook in (*hooks, *local):
        assert hook["entry"].endswith("jobboard check")
        assert hook["pass_filenames"] is False
        assert re.search(hook["files"], "postings/2026/a.md")
        assert re.search(hook["files"], "board.yml")
        assert not re.search(hook["files"], "README.md")


def test_the_task_of_vs_code_finds_every_problem(tmp_path: Path) -> None:
    """The problem matcher in tasks.json reads file, line, columns, severity and message from the check's output."""
    project = make_project(tmp_path)
    project.write("postings/bad.md", posting(more="draft: fasle\n"))
    tasks = _read_json(ROOT / ".vscode" / "tasks.json")["tasks"]
    for task in tasks:
        assert re.match(r"jobboard check .*--format github", f"jobboard {' '.join(task['args'])}")
        pattern = task["problemMatcher"]["pattern"]
        output = project.jobboard("check", "--format", "github").stdout.splitlines()
        found = re.match(pattern["regexp"], output[0])
        assert found
        parts = {name: found[group] for name, group in pattern.items() if name != "regexp"}
        assert parts["file"] == "postings/bad.md"
        assert (parts["line"], parts["column"], parts["endColumn"]) == ("11", "8", "13")
        assert parts["severity"] == "error"
        assert parts["code"] == "invalid-draft"
        assert parts["message"].endswith("found `fasle` – did you mean `false`?")


def _read_json(path: Path) -> Any:
    """JSON as VS Code has it: lines that begin with `//` are comments."""
    lines = path.read_text("utf-8").splitlines()
    return json.loads("\n".join(line for line in lines if not line.lstrip().startswith("//")))
