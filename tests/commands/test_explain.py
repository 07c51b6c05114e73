"""`jobboard explain` and `jobboard rules`: the rules on a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import ROOT, Project, make_project
from jobboard.commands.plain_text import render_plain_text
from jobboard.diagnostics.rules import RULES, Rule

SITE = "https://jobs.example.org/"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_can_be_read_on_a_terminal(rule: Rule) -> None:
    """A rule's page is printed without Markdown's signs, in lines that fit."""
    page = ROOT / "docs" / "rules" / f"{rule.name}.md"
    lines = render_plain_text(page.read_text("utf-8").partition("\n")[2], 80, f"{SITE}rules/{rule.name}/").splitlines()
    assert lines[lines.index("What to type instead") + 1] == "--------------------"
    prose = [line for line in lines if not line.startswith("    ")]
    assert not [line for line in prose if "```" in line or "](" in line or line.startswith("#")]
    assert not [line for line in prose if len(line) > 80 and "://" not in line]


def test_a_rule_is_explained(rule_pages: Project) -> None:
    """`jobboard explain` prints the page of a rule from the board's own folder, with its links written out."""
    result = rule_pages.jobboard("explain", "unknown-tag")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("unknown-tag (error)\n\nA tag is not in this board's vocabulary.")
    assert "\n    tags: [imagin, deep-learning, bird-song]\n" in result.stdout
    assert "(https://jobs.example.org/tags/)" in result.stdout


@pytest.fixture(scope="module")
def rule_pages(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project for commands that change nothing."""
    return make_project(tmp_path_factory.mktemp("rules"))


def test_an_unknown_rule_is_answered_with_the_nearest(rule_pages: Project, tmp_path: Path) -> None:
    """A misspelt rule is named with the one that was meant; away from a board, a sentence says where to go."""
    result = rule_pages.jobboard("explain", "invalid-drat")
    assert result.returncode == 2
    assert "there is no rule `invalid-drat`; did you mean `invalid-draft`?" in result.stderr
    assert rule_pages.jobboard("explain", "Invalid_Draft").returncode == 0
    elsewhere = Project(tmp_path).jobboard("explain", "invalid-draft")
    assert elsewhere.returncode == 2
    assert "run jobboard where board.yml is" in elsewhere.stderr


def test_rules_are_listed_for_people_and_programs(rule_pages: Project) -> None:
    """`jobboard rules` lists each rule with severity and meaning, aligned; `--format json` has the same."""
    lines = rule_pages.jobboard("rules").stdout.splitlines()
    assert len(lines) == len(RULES)
    assert len({line.index(rule.meaning) for line, rule in zip(lines, RULES, strict=True)}) == 1
    listed = json.loads(rule_pages.jobboard("rules", "--format", "json").stdout)
    assert [(entry["rule"], entry["severity"]) for entry in listed] == [(rule.name, rule.severity) for rule in RULES]
    assert listed[0]["see"] == f"https://jobs.example.org/rules/{RULES[0].name}/"
