"""Questions on a terminal, each answer judged at once by the board's own reader."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import suppress
from itertools import groupby

import click

from jobboard.commands.kept_answers import KeptAnswers
from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.postings.answers import find_problems, is_needed, mend
from jobboard.postings.writer import example_of, write_value
from jobboard.source.addresses import report_file_name, slug_of_file
from jobboard.standards.dates import parse_date

_INTRODUCTION = (
    "Each answer is checked at once. Enter takes what stands in brackets, `-` leaves a field out, `<` goes back, `?` explains.\n"
    "Ctrl-C leaves; the answers are kept, and stand in brackets the next time.\n"
)
_QUESTIONS = (
    "title", "author", "organization", "position", "date", "deadline", "timezone", "location", "work_mode",
    "remote_from", "tags", "apply", "salary",
)  # fmt: skip
"""What a reader needs first."""
_BACK = "<"
_NOTHING = "-"


class Dialogue:
    """Questions in their order, and the way back to those before."""

    def __init__(
        self, values: MutableMapping[str, str], policy: Policy, proposals: Mapping[str, str], kept: KeptAnswers
    ) -> None:
        self._values = values
        """YAML, by field."""
        self._policy = policy
        self._kept = kept
        self._proposals = {**proposals, **kept.answers}
        self._asked: list[str] = []

    def ask_fields(self) -> None:
        """Fill the values with what a reader needs first; what is there and right is not asked."""
        if not self._asked:
            click.echo(_INTRODUCTION, err=True)
        while name := self._next():
            if self._ask_field(name):
                self._asked.append(name)
                if name == "location" and name not in self._values:
                    self._values["work_mode"] = "remote"
            elif self._asked:
                self._go_back()
            else:
                click.echo("This is the first question.\n", err=True)

    def ask_address(self, proposal: str, taken: Iterable[str]) -> str:
        """The last part of the posting's address, which nobody else has; empty to go back to the fields."""
        used = set(taken)
        meaning = "The posting's address, which never changes: lower-case letters, digits and hyphens."
        click.echo(f"\n{meaning}", err=True)
        while (answer := _read_line("address /jobs/…", proposal)) != _BACK:
            slug = answer.strip("/").removesuffix(".md")
            if slug == "?":
                click.echo(f"\n{meaning} It is the file's name, too.\n", err=True)
            elif slug_of_file(f"{slug}.md") != slug:
                _show([report_file_name(f"{slug}.md")])
            elif slug in used:
                click.echo(f"`{slug}` is the address of another posting\n", err=True)
            else:
                return slug
        if self._asked:
            self._go_back()
        return ""

    def _next(self) -> str | None:
        """The field to be asked next; those given as options only when something is wrong with them."""
        others = [name for name in self._values if name not in _QUESTIONS]
        return next((name for name in (*_QUESTIONS, *others) if self._is_open(name)), None)

    def _is_open(self, name: str) -> bool:
        values = self._values
        if name in self._asked:
            return False
        if name in values:
            return bool(find_problems(name, values, self._policy))
        if name == "timezone":
            return bool(parse_date(values["deadline"]))
        if name == "location":
            return values.get("work_mode") != "remote"
        if name == "work_mode":
            return "location" in values
        return name != "remote_from" or "location" not in values

    def _go_back(self) -> None:
        name = self._asked.pop()
        if self._values.pop(name, None) is None and name == "location":
            del self._values["work_mode"]  # which followed from it

    def _ask_field(self, name: str) -> bool:
        """Ask until the answer is one, or nothing where that is allowed; False when the reader goes back."""
        values, policy, field = self._values, self._policy, FIELDS_BY_NAME[name]
        if name in values:
            _show(find_problems(name, values, policy), policy.url)
            del values[name]
        keeps = policy.timezone if name == "timezone" else ""
        is_required = is_needed(name, values, policy) and name != "location"
        click.echo(f"\n{self._explain(name, keeps)}", err=True)
        while True:
            default = self._proposals.get(name) or keeps
            answer = _read_line(name if is_required or default else f"{name} (optional)", default)
            if answer == _BACK:
                return False
            if answer == "?":
                click.echo(f"\n{self._explain(name, keeps, is_whole=True)}\n", err=True)
                continue
            if answer in ("", _NOTHING):
                if not is_required:
                    self._keep(name, "")
                    return True
                click.echo(f"`{name}` is required, such as `{example_of(field, policy)}`\n", err=True)
                continue
            if answer == keeps:
                self._keep(name, answer)
                return True
            values[name] = write_value(name, [answer], policy)
            problems = find_problems(name, values, policy)
            if problems and (mended := mend(name, values, policy)):
                values[name], problems = mended, []
                click.echo(f"  read as {mended}", err=True)
            if not problems:
                self._keep(name, answer)
                return True
            _show(problems, policy.url)
            del values[name]

    def _keep(self, name: str, answer: str) -> None:
        if answer != self._proposals.get(name):  # today's date is proposed anew the next time
            self._kept.keep(name, answer)
        self._proposals[name] = answer

    def _explain(self, name: str, keeps: str, *, is_whole: bool = False) -> str:
        field = FIELDS_BY_NAME[name]
        meaning = field.meaning if is_whole else _HINTS.get(name, field.meaning)
        if keeps:
            meaning = f"The zone in which that day ends. The board's own is {keeps}"
            meaning += ", anywhere on earth." if keeps == "AoE" else "."
        elif name == "location":
            meaning = f"{field.meaning.partition(';')[0]}. Nothing, if the work is remote altogether."
        example = f" Such as `{example_of(field, self._policy)}`." if is_whole or not keeps else ""
        lines = [click.wrap_text(meaning + example, 79)]
        if name in _CHOICES:
            lines.append(_CHOICES[name](self._policy))
        if is_whole:
            lines.append(f"More: {self._policy.url}post/")
        return "\n".join(lines)


def _read_line(question: str, default: str) -> str:
    """What is typed behind *question*, without spaces around it; the *default* for Enter. Raises click.Abort."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):  # Python would print the question among the output
        answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
        return " ".join(answer.split())
    with suppress(ImportError):
        import readline  # noqa: F401 - gives `input` arrow keys; Windows' consoles have them without it
    try:
        answer = input(f"{question} [{default}]: " if default else f"{question}: ")
    except (KeyboardInterrupt, EOFError):
        raise click.Abort from None
    return " ".join(answer.split()) or default


def _show(problems: list[Diagnostic], site: str | None = None) -> None:
    click.echo("\n" + render_terminal(problems, site), err=True)


def _list_positions(policy: Policy) -> str:
    return _wrap("", policy.positions.terms)


def _list_tags(policy: Policy) -> str:
    groups = groupby(policy.tags.terms.values(), key=lambda term: term.group)
    return "\n".join(_wrap(f"{group}: ", [term.name for term in terms]) for group, terms in groups)


def _wrap(head: str, words: Iterable[str]) -> str:
    return textwrap.fill(
        head + ", ".join(words), 79, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    )


_HINTS = {
    "salary": "What is paid: best as amounts, which readers can compare; a pay scale or words are fine, too.",
    "work_mode": "How the work is done: `on-site`, `hybrid` or `remote`.",
}
"""What to say where the field's meaning is written for people who know the format."""
_CHOICES: dict[str, Callable[[Policy], str]] = {"position": _list_positions, "tags": _list_tags}
"""What to choose from, where it would be hard to guess."""
