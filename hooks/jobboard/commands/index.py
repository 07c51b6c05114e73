"""`jobboard index`."""

from __future__ import annotations

from pathlib import Path

import click

from jobboard.commands import stop
from jobboard.site.browser.descriptions import IndexingError, index_descriptions


@click.command()
@click.argument("site", type=click.Path(path_type=Path), default=Path("site"))
def index(site: Path) -> None:
    """Make the descriptions of a built SITE searchable (by default of `site`)."""
    try:
        number = index_descriptions(site)
    except IndexingError as error:
        stop(str(error))
    click.echo(f"{number:,} descriptions can be searched")
