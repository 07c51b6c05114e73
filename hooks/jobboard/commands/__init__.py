"""What the commands share."""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import NoReturn

import click

from jobboard.clock import parse_instant, read_clock
from jobboard.standards.invisible import write_visibly

WRONG_USE = 2
"""Exit code for a command that cannot be carried out as given."""


class _Words(click.ParamType[str]):
    name = "words"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"`{value}` is not UTF-8 text", param, ctx)
        return value


WORDS = _Words()
"""The type of an option whose value becomes a part of a posting: text, of which a file's name need not consist."""


def read_instant(_context: click.Context, _parameter: click.Parameter, value: str | None) -> dt.datetime:
    """The value of `--now`; without it, the environment's or the clock's."""
    try:
        return parse_instant(value) if value is not None else read_clock(os.environ)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def print_file(text: str) -> None:
    """Print what will be a file: in UTF-8, unless somebody looks at it on a terminal."""
    click.echo(text if sys.stdout.isatty() else text.encode("utf-8", "surrogateescape"), nl=False)


def stop(sentence: str) -> NoReturn:
    """Say why the command cannot be carried out, and end."""
    click.echo(f"jobboard: {write_visibly(sentence)}", err=True)
    sys.exit(WRONG_USE)
