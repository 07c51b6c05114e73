"""The settings of editors and of pre-commit in this repository."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from building import ROOT, make_project, posting


def test_settings_hold_together() -> None:
    """Editor settings can be read, and pre-commit checks when a posting or the policy changes, and only then."""
    assert all(map(_read_json, (ROOT / ".vscode").glob("*.json")))
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
