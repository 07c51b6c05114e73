"""The board that a command is run in."""

from __future__ import annotations

from pathlib import Path

import click

from jobboard.board.policy_reader import BOARD_FILE, load_policy
from jobboard.commands import stop
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.policy import Policy


def require_policy() -> Policy:
    """The policy in `board.yml`; ends the command when there is none that can be used."""
    if not Path(BOARD_FILE).exists():
        stop(f"there is no `{BOARD_FILE}` here; run jobboard where it is")
    policy, diagnostics = load_policy(Path(BOARD_FILE))
    if policy is None:
        click.echo(render_terminal(diagnostics), err=True)
        stop(f"`{BOARD_FILE}` must be mended first")
    return policy
