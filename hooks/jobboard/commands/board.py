"""The board that a command is run in."""

from __future__ import annotations

import os
from pathlib import Path

import click

from jobboard.board.collection import POSTINGS_FOLDER
from jobboard.board.policy_reader import BOARD_FILE, load_policy
from jobboard.commands import stop
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.policy import Policy


def require_board() -> None:
    """End the command where there is no board."""
    if not Path(BOARD_FILE).exists():
        stop(f"there is no `{BOARD_FILE}` here; run jobboard where it is")


def require_policy() -> Policy:
    """The policy in `board.yml`; ends the command when there is none that can be used."""
    require_board()
    policy, diagnostics = load_policy(Path(BOARD_FILE))
    if policy is None:
        click.echo(render_terminal(diagnostics), err=True)
        stop(f"`{BOARD_FILE}` must be mended first")
    return policy


def postings_folder() -> Path:
    """The folder of postings."""
    return Path(os.environ.get("JOBBOARD_POSTINGS") or POSTINGS_FOLDER)


def board_url() -> str | None:
    """Where the board is published; None when that cannot be told from here."""
    policy = load_policy(Path(BOARD_FILE))[0] if Path(BOARD_FILE).is_file() else None
    return policy.url if policy else None
