"""What YAML's own errors mean to somebody who has never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from jobboard.diagnostics.diagnostic import Diagnostic
from jobboard.diagnostics.rules import INVALID_YAML
from jobboard.source.nodes import Node
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_failure import COLON_INSIDE, NO_COLON, Explanation, Failure
from jobboard.source.yaml_lines import (
    FIELD,
    FIELD_IN_STARS,
    FIELD_WITH_OTHER_COLON,
    FIELD_WITHOUT_SPACE,
    OTHER_COLONS,
    find_wrapped_value,
    quote,
    write_field,
)
from jobboard.source.yaml_values import explain_value

_MOST_SHOWN = 120
"""Characters of a text that a help repeats."""


def explain_yaml_error(error: yaml.YAMLError, source: SourceText, text: str, first_line: int) -> Diagnostic:
    """A diagnostic for what libyaml says about *text*, which begins on line *first_line* of *source*."""
    mark = getattr(error, "problem_mark", None)
    failure = Failure(
        source,
        str(getattr(error, "problem", "")),
        str(getattr(error, "context", "")),
        *_find(mark, first_line),
        *_find(getattr(error, "context_mark", None) or mark, first_line),
        first_line,
        first_line + text.rstrip().count("\n"),
    )
    explanations = (explain(failure) for explain in _EXPLAINERS)
    message, place, help = next((found for found in explanations if found), None) or _explain_misfit(failure)
    return source.report(INVALID_YAML, message, place, help=help)


def explain_no_fields(node: Node, source: SourceText, first_line: int) -> Diagnostic:
    """A diagnostic for a text that is YAML, but a *node* that is no group of fields."""
    line = node.line
    failure = Failure(source, NO_COLON, "", line, 1, line, 1, first_line, line)
    explanations = (explain(failure) for explain in (_explain_other_colon, _explain_missing_space, _explain_dash))
    message, place, help = next((found for found in explanations if found), None) or (
        "there are no `field: value` lines",
        source.mark_node(node, "expected a field"),
        ("write each field on a line of its own, such as `title: Postdoc in medical imaging`",),
    )
    return source.report(INVALID_YAML, message, place, help=help)


def _find(mark: yaml.Mark | None, first_line: int) -> tuple[int, int]:
    """Line and column of a place in a text; the beginning where YAML names none."""
    return (first_line + mark.line, mark.column + 1) if mark else (first_line, 1)


def _explain_tab(failure: Failure) -> Explanation | None:
    if not re.fullmatch(r" *\t", failure.text[: failure.column]):
        return None
    help = ("indent with two spaces instead, or not at all if this is a field",)
    return "a line begins with a tab", failure.mark("this is a tab"), help


def _explain_other_colon(failure: Failure) -> Explanation | None:
    for number in failure.nearby if failure.lacks_colon else ():
        if field := FIELD_WITH_OTHER_COLON.fullmatch(failure.source.line(number)):
            label = f"this is {OTHER_COLONS[field['colon']]}"
            mark = failure.source.mark(number, field.start("colon") + 1, 1, label)
            help = (f"write `{write_field(field['name'], field['value'])}`",)
            return f"no colon stands behind `{field['name']}`", mark, help
    return None


def _explain_wrapped(failure: Failure) -> Explanation | None:
    """A text that goes on over several lines, in which YAML sees something else."""
    wrapped = find_wrapped_value(failure.source, failure.line)
    if wrapped is None:
        return None
    name = wrapped.name
    whole = f"put the value in quotes: `{name}: {quote(wrapped.text)}`"
    if len(wrapped.text) > _MOST_SHOWN:
        whole = f"write `{name}: >-` alone, and the whole text in the lines below, indented by two spaces"
    for number in range(wrapped.first_line, failure.line):
        if comment := re.search(r"\s(#)", failure.source.line(number)):
            mark = failure.source.mark(number, comment.start(1) + 1, 1, "a comment begins here")
            return f"a `#` ends the value of `{name}`, which goes on in the next line", mark, (whole,)
    if failure.problem != COLON_INSIDE:
        return None
    inner = FIELD.fullmatch(failure.text)
    if inner and failure.line > wrapped.first_line:
        help = (
            f"begin the line in the first column, if `{inner['name']}` is a field",
            f"or give the value of `{name}` a name and a line of its own, if `{inner['name']}` belongs to it",
            f"or {whole}, if it is one text",
        )
        mark = failure.source.mark_line(failure.line, "this line does not fit the one above")
        return f"`{inner['name']}` is indented as if it belonged to the value of `{name}`", mark, help
    return f"the value of `{name}` holds a colon, which ends a field's name", failure.mark("this colon"), (whole,)


def _explain_colon(failure: Failure) -> Explanation | None:
    field = FIELD.fullmatch(failure.text)
    if failure.problem != COLON_INSIDE or field is None:
        return None
    if failure.column == field.end("name") + 1:
        return None
    help = (f"put the value in quotes: `{field['name']}: {quote(field['value'])}`",)
    message = f"the value of `{field['name']}` holds a colon, which ends a field's name"
    return message, failure.mark("this colon"), help


def _explain_missing_space(failure: Failure) -> Explanation | None:
    for number in failure.nearby if failure.lacks_colon else ():
        if field := FIELD_WITHOUT_SPACE.fullmatch(failure.source.line(number)):
            label = "this is a no-break space" if field["gap"] else "a space is missing here"
            mark = failure.source.mark(number, field.end("name") + 2, len(field["gap"]), label)
            help = (f"write `{write_field(field['name'], field['value'])}`",)
            return f"the colon behind `{field['name']}` is not followed by a space", mark, help
    return None


def _explain_dash(failure: Failure) -> Explanation | None:
    """A field that is written as an item of a list."""
    field = FIELD.fullmatch(failure.text)
    dash = re.match(r"\s*(-) ", failure.text)
    if field is None or dash is None:
        return None
    meant = write_field(field["name"], field["value"])
    help = (f"write `{meant}`, and so every field: only the items of its list have a dash",)
    mark = failure.source.mark(failure.line, dash.start(1) + 1, 1, "this makes an item of a list of it")
    return f"a dash stands before the field `{field['name']}`", mark, help


def _explain_stars(failure: Failure) -> Explanation | None:
    """A field whose name is printed bold, as in a text."""
    field = FIELD_IN_STARS.fullmatch(failure.text)
    if field is None:
        return None
    mark = failure.source.mark(failure.line, field.start("stars") + 1, len(field["stars"]))
    help = (f"write `{write_field(field['name'], field['value'])}`",)
    return f"asterisks stand around `{field['name']}`", mark, help


def _explain_list_on_line(failure: Failure) -> Explanation | None:
    if "block sequence entries are not allowed" not in failure.problem:
        return None
    help = ("put each `- item` on a line of its own below the field", "or put the value in quotes, if it is not a list")
    return "a list cannot begin behind the field's name", failure.mark(), help


def _explain_depth(failure: Failure) -> Explanation | None:
    if "nesting depth" not in failure.problem:
        return None
    return "brackets stand in brackets, too deep to be read", failure.mark(), ("remove those that are not needed",)


def _explain_no_field(failure: Failure) -> Explanation | None:
    if failure.problem != NO_COLON:
        return None
    line, above = failure.source.line(failure.began), failure.source.line(failure.began - 1)
    help: tuple[str, ...] = (
        "put a colon and a space behind the field's name",
        "or indent the line by two spaces if it continues the value above",
    )
    if re.match(r"\s*-", line):
        help = ("put a space behind the `-` of a list's item",)
    elif not above.strip():
        help = ("put `---` above this line if the text of the posting begins here", f"or {help[0]}")
    return "this line is not a field", failure.source.mark_line(failure.began, "expected `field: value`"), help


def _explain_misfit(failure: Failure) -> Explanation:
    return (
        "the lines do not fit together",
        failure.source.mark_line(failure.line, "this line does not fit the one above"),
        ("begin every field in the first column and indent what belongs to it by two spaces",),
    )


_EXPLAINERS: tuple[Callable[[Failure], Explanation | None], ...] = (
    _explain_tab, _explain_other_colon, _explain_wrapped, _explain_colon, _explain_missing_space, _explain_stars,
    _explain_list_on_line, _explain_depth, explain_value, _explain_no_field,
)  # fmt: skip
"""Asked in this order; the first that knows an error explains it."""
