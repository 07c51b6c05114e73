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


def find_board() -> Path | None:
    """The folder of the board: this one, or the nearest above it that holds a `board.yml`."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / BOARD_FILE).is_file()), None)


def require_board() -> Path:
    """The folder of the board; ends the command where there is none."""
    root = find_board()
    if root is None:
        stop(f"there is no `{BOARD_FILE}` here, nor in a folder above; run jobboard where it is")
    return root


def require_policy() -> Policy:
    """The policy in `board.yml`; ends the command when there is none that can be used."""
    policy, diagnostics = load_policy(require_board() / BOARD_FILE)
    if policy is None:
        click.echo(render_terminal(diagnostics), err=True)
        stop(f"`{BOARD_FILE}` must be mended first")
    return policy


def postings_folder() -> Path:
    """The folder of postings, named from here if it lies here."""
    folder = Path(os.environ.get("JOBBOARD_POSTINGS") or POSTINGS_FOLDER)
    root = find_board()
    return folder if root is None or root == Path.cwd() else root / folder


def board_url() -> str | None:
    """Where the board is published; None when that cannot be told from here."""
    root = find_board()
    policy = load_policy(root / BOARD_FILE)[0] if root else None
    return policy.url if policy else None
