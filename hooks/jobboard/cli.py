"""The `jobboard` command: the terminal's and CI's door to the core."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from jobboard import __version__
from jobboard.commands import stop
from jobboard.program import open_closed_streams, replace_unknown_letters, unwind_when_ended
from jobboard.standards.invisible import write_visibly
from jobboard.vocabulary import nearest

COMMANDS = {
    "import": ("jobboard.commands.import_:import_", "Make postings of texts, saved pages and posts of another site."),
    "check": ("jobboard.commands.check:check", "Check postings and report everything that is wrong with them."),
    "new": ("jobboard.commands.new:new", "Write a new posting: answer questions, or give everything as options."),
    "explain": (
        "jobboard.commands.explain:explain",
        "Explain a rule: an example, its report, and what to type instead.",
    ),
    "rules": ("jobboard.commands.explain:rules", "List all rules with their severity and meaning."),
    "schema": ("jobboard.commands.schema:schema", "Print what editors need to complete and check a posting's fields."),
    "index": ("jobboard.commands.index:index", "Make the descriptions of a built site searchable."),
}
"""Where each command is and what it does; one is imported only when it is run, so that `check` answers at once."""


_OTHER_NAMES = {
    "validate": "check", "lint": "check", "fix": "check", "verify": "check", "create": "new", "add": "new", "init": "new", "help": "explain",
    "convert": "import", "fetch": "import", "why": "explain", "list": "rules", "search": "index",
}  # fmt: skip
"""What other programs call such a command."""


@contextmanager
def _saying_visibly() -> Iterator[None]:
    """Let no error of click's repeat an argument, a variable or a file's name in another way than as one line of text."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise  # says nothing but the help, in many lines
    except click.ClickException as error:
        raise click.UsageError(write_visibly(error.format_message()), getattr(error, "ctx", None)) from None


class Group(click.Group):
    """The commands of `COMMANDS`."""

    def make_context(self, *arguments: Any, **extra: Any) -> click.Context:
        """What `jobboard` itself is told."""
        with _saying_visibly():
            return super().make_context(*arguments, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is called."""
        with _saying_visibly():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Their names, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run what was called; what the machine refuses ends it with a sentence."""
        open_closed_streams()
        unwind_when_ended()
        try:
            return super().main(*arguments, **options)
        except OSError as error:
            what = f"`{error.filename}`" if error.filename else "a file"
            stop(f"{what} cannot be read or written: {(error.strerror or str(error)).lower()}")
        except MemoryError:
            stop("there is not enough memory")

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; for a misspelt one, its name is proposed."""
        name = args[0] if args else ""
        if name and name not in COMMANDS and not name.startswith("-"):
            close = nearest(name.casefold(), (*COMMANDS, *_OTHER_NAMES))
            meant = _OTHER_NAMES.get(close, close) if close else None
            proposal = (
                f"; did you mean `{meant}`?" if meant else f"; there are {', '.join(f'`{one}`' for one in COMMANDS)}"
            )
            ctx.fail(f"there is no command `{write_visibly(name)}`{proposal}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Their list, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, meaning) for name, (_, meaning) in COMMANDS.items()])


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="jobboard")
def main() -> None:
    """Look after the postings of a research jobs board."""
    replace_unknown_letters()
