"""`jobboard schema`."""

from __future__ import annotations

import click

from jobboard.commands import print_file
from jobboard.commands.board import require_policy
from jobboard.editors.schema import make_posting_schema
from jobboard.editors.snippets import make_snippets


@click.command()
@click.option("--snippets", is_flag=True, help="Print snippets for VS Code instead.")
def schema(*, snippets: bool) -> None:
    """Print the JSON Schema of a posting's fields, with the vocabulary of this board.

    After a change of board.yml `make generated` renews the files made from it.
    """
    policy = require_policy()
    print_file(make_snippets(policy) if snippets else make_posting_schema(policy))
