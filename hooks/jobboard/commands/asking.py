"""Questions on a terminal, each answer judged at once by the board's own reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from itertools import groupby

import click

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.reports.terminal import render_terminal
from jobboard.fields.table import FIELDS_BY_NAME
from jobboard.policy import Policy
from jobboard.postings.answers import find_problems, is_needed
from jobboard.postings.writer import example_of, write_value
from jobboard.source.addresses import report_file_name, slug_of_file
from jobboard.standards.dates import parse_date

_INTRODUCTION = "Each answer is checked at once. Enter takes what stands in brackets, Ctrl-C leaves without a trace.\n"


def ask_fields(values: MutableMapping[str, str], policy: Policy, proposals: Mapping[str, str]) -> None:
    """Fill *values* (YAML, by field) with what a reader needs first; what is there and right is not asked."""
    click.echo(_INTRODUCTION, err=True)
    for name in ("title", "author", "organization", "position", "date", "deadline"):
        _ask_field(name, values, policy, proposals.get(name, ""))
    if parse_date(values["deadline"]):
        hint = f"The zone in which that day ends. The board's own is {policy.timezone}"
        hint += ", anywhere on earth." if policy.timezone == "AoE" else "."
        _ask_field("timezone", values, policy, hint=hint, keeps=policy.timezone)
    _ask_place(values, policy)
    for name in ("tags", "apply", "salary"):
        _ask_field(name, values, policy)
    for name in [name for name in values if find_problems(name, values, policy)]:  # given as options, and not asked yet
        _ask_field(name, values, policy)


def ask_address(proposal: str, taken: Iterable[str]) -> str:
    """The last part of the posting's address, which nobody else has."""
    used = set(taken)
    click.echo("\nThe posting's address, which never changes: lower-case letters, digits and hyphens.", err=True)
    while True:
        slug: str = click.prompt("address /jobs/…", default=proposal, err=True)
        slug = slug.strip().strip("/").removesuffix(".md")
        if slug_of_file(f"{slug}.md") != slug:
            _show([report_file_name(f"{slug}.md")])
        elif slug in used:
            click.echo(f"`{slug}` is the address of another posting\n", err=True)
        else:
            return slug


def _ask_place(values: MutableMapping[str, str], policy: Policy) -> None:
    is_remote = values.get("work_mode") == "remote"
    if "location" in values or not is_remote:
        meaning = FIELDS_BY_NAME["location"].meaning.partition(";")[0]
        hint = f"{meaning}. Nothing, if the work is remote altogether."
        _ask_field("location", values, policy, hint=hint, may_be_empty=True)
    if "location" not in values:
        values["work_mode"] = "remote"
        _ask_field("remote_from", values, policy)
    else:
        _ask_field("work_mode", values, policy)


def _ask_field(
    name: str,
    values: MutableMapping[str, str],
    policy: Policy,
    proposal: str = "",
    *,
    hint: str = "",
    keeps: str = "",
    may_be_empty: bool = False,
) -> None:
    """Ask until the answer is one; *keeps* is what holds when the field is left out."""
    if name in values:
        if not (problems := find_problems(name, values, policy)):
            return
        _show(problems, policy.url)
        del values[name]
    field = FIELDS_BY_NAME[name]
    must_be_stated = is_needed(name, values, policy) and not may_be_empty
    example = f" Such as `{example_of(field, policy)}`." if not keeps else ""
    click.echo("\n" + click.wrap_text((hint or _HINTS.get(name, field.meaning)) + example, 79), err=True)
    if name in _CHOICES:
        click.echo(_CHOICES[name](policy), err=True)
    default = proposal or keeps
    while name not in values:
        optional = "" if must_be_stated or default else " (optional)"
        answer: str = click.prompt(name + optional, default=default, show_default=bool(default), err=True)
        answer = " ".join(answer.split())
        if not answer and must_be_stated:
            click.echo(f"`{name}` is required, such as `{example_of(field, policy)}`\n", err=True)
        elif not answer or answer == keeps:
            return
        else:
            values[name] = write_value(name, [answer], policy)
            if problems := find_problems(name, values, policy):
                _show(problems, policy.url)
                del values[name]


def _show(problems: list[Diagnostic], site: str | None = None) -> None:
    click.echo("\n" + render_terminal(problems, site), err=True)


def _list_positions(policy: Policy) -> str:
    return _wrap("", policy.positions.terms)


def _list_tags(policy: Policy) -> str:
    groups = groupby(policy.tags.terms.values(), key=lambda term: term.group)
    return "\n".join(_wrap(f"{group}: ", [term.name for term in terms]) for group, terms in groups)


def _wrap(head: str, words: Iterable[str]) -> str:
    return click.wrap_text(head + ", ".join(words), 79, initial_indent="  ", subsequent_indent="    ")


_HINTS = {
    "salary": "What is paid: best as amounts, which readers can compare; a pay scale or words are fine, too.",
    "work_mode": "How the work is done: `on-site`, `hybrid` or `remote`.",
}
"""What to say where the field's meaning is written for people who know the format."""
_CHOICES: dict[str, Callable[[Policy], str]] = {"position": _list_positions, "tags": _list_tags}
"""What to choose from, where it would be hard to guess."""
