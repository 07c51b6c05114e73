"""What the commands share."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import NoReturn

import click

from jobboard.clock import parse_instant, read_clock

WRONG_USE = 2
"""Exit code for a command that cannot be carried out as given."""


def read_instant(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.datetime:
    """The value of `--now`; without it, the environment's or the clock's."""
    try:
        return parse_instant(value) if value is not None else read_clock(os.environ)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def stop(sentence: str) -> NoReturn:
    """Say why the command cannot be carried out, and end."""
    click.echo(f"jobboard: {sentence}", err=True)
    sys.exit(WRONG_USE)
