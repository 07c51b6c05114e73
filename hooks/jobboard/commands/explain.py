"""`jobboard explain` and `jobboard rules`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import click

from jobboard.board.policy_reader import BOARD_FILE
from jobboard.commands import stop
from jobboard.commands.board import board_url, find_board
from jobboard.commands.plain_text import render_plain_text
from jobboard.diagnostics.rules import RULES, Rule
from jobboard.program import spell_call
from jobboard.vocabulary import nearest

_RULES_FOLDER = Path("docs", "rules")
_MAX_WIDTH = 88
"""Columns of running text; longer lines read badly."""


@click.command()
@click.argument("name", metavar="RULE")
def explain(name: str) -> None:
    """Explain a RULE: what it finds, an example with its report, and what to type instead.

    RULE is the name in brackets in a report, such as `invalid-draft`; `jobboard rules` lists them all.
    """
    rule = _find_rule(name)
    page = (find_board() or Path()) / _RULES_FOLDER / f"{rule.name}.md"
    if not page.is_file():
        stop(f"there is no `{(_RULES_FOLDER / page.name).as_posix()}` here; run jobboard where {BOARD_FILE} is")
    markdown = page.read_text("utf-8").partition("\n")[2]
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH)
    site = board_url()
    click.echo(f"{rule.name} ({rule.severity})\n")
    click.echo(render_plain_text(markdown, width, f"{site}rules/{rule.name}/" if site else ""), nl=False)


@click.command()
@click.option("--format", "layout", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="For people or for programs.")  # fmt: skip
def rules(layout: str) -> None:
    """List all rules with their severity and meaning."""
    if layout == "json":
        site = board_url()
        described = [
            {
                "rule": rule.name,
                "severity": rule.severity.value,
                "meaning": rule.meaning,
                "see": f"{site}rules/{rule.name}/" if site else None,
            }
            for rule in RULES
        ]
        click.echo(json.dumps(described, ensure_ascii=False, indent=2))
        return
    width = max(len(rule.name) for rule in RULES)
    for rule in RULES:
        click.echo(f"{rule.name:<{width}}  {rule.severity:<7}  {rule.meaning}")


def _find_rule(name: str) -> Rule:
    by_name = {rule.name: rule for rule in RULES}
    folded = name.strip().strip("[]").casefold().replace("_", "-").replace(" ", "-")
    if folded not in by_name:
        close = nearest(folded, by_name)
        proposal = f"did you mean `{close}`? " if close else ""
        stop(f"there is no rule `{name}`; {proposal}`{spell_call('rules')}` lists them all")
    return by_name[folded]
