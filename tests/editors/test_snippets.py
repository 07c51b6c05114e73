"""Snippets for VS Code, one for each field."""

from __future__ import annotations

import json
import re
from pathlib import Path

from building import make_project, posting
from jobboard.editors.snippets import make_snippets
from jobboard.fields.table import FIELDS, FIELDS_BY_NAME
from jobboard.policy import Policy


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
