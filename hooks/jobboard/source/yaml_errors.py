"""What YAML's own errors mean to somebody who has never heard of YAML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from jobboard.diagnostics.diagnostic import Diagnostic, Mark
from jobboard.diagnostics.rules import INVALID_YAML
from jobboard.source.source_text import SourceText
from jobboard.source.yaml_lines import (
    FIELD,
    FIELD_WITH_OTHER_COLON,
    FIELD_WITHOUT_SPACE,
    OTHER_COLONS,
    find_wrapped_value,
    is_quoted,
    opens_quote,
    quote,
)

_STRONG = re.compile(r"\*\*(\S[^*]*)\*\*")
"""Markdown, which is shown as it stands in a field."""
_COLON = re.compile(r":(?:\s|$)")
"""Between a name and its value, unlike that of an address."""
_MOST_SHOWN = 120
"""Characters of a text that a help repeats."""


class _Failure(NamedTuple):
    """What libyaml says, in lines and columns of the file."""

    source: SourceText
    problem: str
    context: str
    line: int
    column: int
    began: int
    """Line on which what it was reading began."""
    began_column: int
    first_line: int
    """Of the text that it was given."""
    last_line: int

    @property
    def text(self) -> str:
        """The line it stopped at; empty behind the last one."""
        return self.source.line(self.line) if self.line <= self.last_line else ""


Explanation = tuple[str, Mark, tuple[str, ...]]
"""Message, place and help."""


def explain_yaml_error(error: yaml.YAMLError, source: SourceText, text: str, first_line: int) -> Diagnostic:
    """A diagnostic for what libyaml says about *text*, which begins on line *first_line* of *source*."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None) or mark
    failure = _Failure(
        source,
        str(getattr(error, "problem", "") or error),
        str(getattr(error, "context", "")),
        first_line + (mark.line if mark else 0),
        (mark.column if mark else 0) + 1,
        first_line + (context.line if context else 0),
        (context.column if context else 0) + 1,
        first_line,
        first_line + text.rstrip().count("\n"),
    )
    explanations = (explain(failure) for explain in _EXPLAINERS)
    message, place, help = next((found for found in explanations if found), None) or _explain_misfit(failure)
    return source.report(INVALID_YAML, message, place, help=help)


def _explain_tab(failure: _Failure) -> Explanation | None:
    for number in range(failure.began, failure.line + 1):
        if match := re.match(r" *\t", failure.source.line(number)):
            mark = failure.source.mark(number, match.end(), 1, "this is a tab")
            return (
                "a line begins with a tab",
                mark,
                ("indent with two spaces instead, or not at all if this is a field",),
            )
    return None


def _explain_other_colon(failure: _Failure) -> Explanation | None:
    for number in range(max(failure.began - 1, failure.first_line), failure.line + 1):
        if field := FIELD_WITH_OTHER_COLON.match(failure.source.line(number)):
            label = f"this is {OTHER_COLONS[field['colon']]}"
            mark = failure.source.mark(number, field.start("colon") + 1, 1, label)
            help = (f"write `{field['name']}: {field['value'] or '…'}`",)
            return f"no colon stands behind `{field['name']}`", mark, help
    return None


def _explain_wrapped(failure: _Failure) -> Explanation | None:
    """A text that goes on over several lines, in which YAML sees something else."""
    wrapped = find_wrapped_value(failure.source, failure.line)
    if wrapped is None:
        return None
    name, first, last = wrapped.name, wrapped.first_line, wrapped.last_line
    text = " ".join(failure.source.line(number).strip() for number in range(first, last + 1))
    value = text.partition(":")[2].strip()
    whole = f"put the value in quotes: `{name}: {quote(value)}`"
    if len(value) > _MOST_SHOWN:
        whole = f"write `{name}: >-` alone, and the whole text in the lines below, indented by two spaces"
    for number in range(first, failure.line):
        if comment := re.search(r"\s(#)", failure.source.line(number)):
            mark = failure.source.mark(number, comment.start(1) + 1, 1, "a comment begins here")
            return f"a `#` ends the value of `{name}`, which goes on in the next line", mark, (whole,)
    if "mapping values are not allowed" not in failure.problem:
        return None
    inner = FIELD.match(failure.text)
    if inner and failure.line > first and inner.end("name") == failure.column - 1:
        help = (
            f"begin the line in the first column, if `{inner['name']}` is a field",
            f"or give the value of `{name}` a name and a line of its own, if `{inner['name']}` belongs to it",
            f"or {whole}, if it is one text",
        )
        mark = failure.source.mark_line(failure.line, "this line does not fit the one above")
        return f"`{inner['name']}` is indented as if it belonged to the value of `{name}`", mark, help
    mark = failure.source.mark(failure.line, failure.column, 1, "this colon")
    return f"the value of `{name}` holds a colon, which ends a field's name", mark, (whole,)


def _explain_colon(failure: _Failure) -> Explanation | None:
    if "mapping values are not allowed" not in failure.problem:
        return None
    field = FIELD.match(failure.text)
    colon = re.search(r":(?=\s|$)", field["value"]) if field else None
    if field is None or colon is None:
        return None
    return (
        f"the value of `{field['name']}` holds a colon, which ends a field's name",
        failure.source.mark(failure.line, field.start("value") + colon.start() + 1, 1, "this colon"),
        (f"put the value in quotes: `{field['name']}: {quote(field['value'])}`",),
    )


def _explain_missing_space(failure: _Failure) -> Explanation | None:
    if "mapping values are not allowed" not in failure.problem and "expected ':'" not in failure.problem:
        return None
    for number in range(max(failure.began - 1, failure.first_line), failure.began + 1):
        if field := FIELD_WITHOUT_SPACE.match(failure.source.line(number)):
            label = "this is a no-break space" if field["gap"] else "a space is missing here"
            mark = failure.source.mark(number, field.end("name") + 2, len(field["gap"]), label)
            help = (f"write `{field['name']}: {field['value']}`",)
            return f"the colon behind `{field['name']}` is not followed by a space", mark, help
    return None


def _explain_open_quote(failure: _Failure) -> Explanation | None:
    source, number, column = failure.source, failure.began, failure.began_column
    if "quoted scalar" not in failure.context or "end of stream" not in failure.problem:
        # a quotation mark further down has closed it, and what follows that one makes no sense
        quote = failure.text[failure.column - 2 : failure.column - 1] if failure.column > 1 else ""
        number = failure.line - 1
        while quote in ("'", '"') and number >= failure.began and not opens_quote(source.line(number), quote):
            number -= 1
        if quote not in ("'", '"') or number < failure.began:
            return None
        column = source.line(number).index(quote) + 1
    field = FIELD.match(source.line(number))
    quote = source.line(number)[column - 1 : column]
    meant = f": `{field['name']}: {field['value']}{quote}`" if field and field["value"].startswith(quote) else ""
    mark = source.mark(number, column, 1, "opened here")
    return "a quotation mark is never closed", mark, (f"close it at the end of the value{meant}",)


def _explain_escape(failure: _Failure) -> Explanation | None:
    if "quoted scalar" not in failure.context or "escape" not in failure.problem:
        return None
    mark = failure.source.mark(failure.line, failure.column, 1)
    help = ("write `\\\\` for a backslash, or use single quotes",)
    return "a backslash inside double quotes begins a code that YAML does not know", mark, help


def _explain_first_sign(failure: _Failure) -> Explanation | None:
    number, column = failure.line, failure.column
    if any(what in failure.context for what in ("alias", "anchor", "block scalar")):
        number, column = failure.began, failure.began_column
    elif not any(what in failure.problem for what in ("cannot start any token", "node content")):
        return None
    text = failure.source.line(number) if number <= failure.last_line else ""
    sign, field = text[column - 1 : column], FIELD.match(text)
    if not sign:
        return None
    words = _STRONG.sub(r"\1", field["value"]) if field else ""
    meant = f": `{field['name']}: {quote(words)}`" if field else ""
    named = "a backtick" if sign == "`" else f"`{sign}`"
    mark = failure.source.mark(number, column, 1)
    return f"a value cannot begin with {named}", mark, (f"put the value in quotes{meant}",)


def _explain_list_on_line(failure: _Failure) -> Explanation | None:
    if "block sequence entries are not allowed" not in failure.problem:
        return None
    mark = failure.source.mark(failure.line, failure.column, 1)
    help = ("put each `- item` on a line of its own below the field", "or put the value in quotes, if it is not a list")
    return "a list cannot begin behind the field's name", mark, help


def _explain_comment_in_brackets(failure: _Failure) -> Explanation | None:
    if "',' or" not in failure.problem and "node content" not in failure.problem:
        return None
    for number in range(failure.line, max(failure.began - 1, failure.first_line) - 1, -1):
        text = failure.source.line(number)
        opening = re.search(r"[\[{]", text)
        signs = re.finditer(r"(?<=[\s\[{,])#", text)
        comment = next((sign for sign in signs if opening and not is_quoted(text, sign.start())), None)
        if opening is None or comment is None or comment.start() < opening.start():
            continue
        kind = "list" if opening[0] == "[" else "group"
        mark = failure.source.mark(number, comment.start() + 1, 1, "a comment begins here")
        field = FIELD.match(text)
        help = "put what holds the `#` in quotes"
        if field and "#" not in (without := re.sub(r"(?<=[\s\[{,])#(?=[^\W_])", "", field["value"])):
            help = f"write `{field['name']}: {without}`"
            if kind == "group" or not re.match(r"\[\s*#", field["value"]):
                inner = re.sub(r"(?<=[\[,:{])(?!\s*')\s*([^\[\]{},:\"]*#[^\[\]{},:\"]*)", r' "\1"', field["value"])
                help = f"put it in quotes: `{field['name']}: {inner.replace('[ ', '[').replace('{ ', '{')}`"
        return f"a `#` begins a comment, so that the {kind} is not closed", mark, (help,)
    return None


def _explain_depth(failure: _Failure) -> Explanation | None:
    if "nesting depth" not in failure.problem:
        return None
    mark = failure.source.mark(failure.line, failure.column, 1)
    return "brackets stand in brackets, too deep to be read", mark, ("remove those that are not needed",)


def _explain_open_bracket(failure: _Failure) -> Explanation | None:
    number, column = failure.began, failure.began_column
    if "node content" in failure.problem and not failure.text:  # the end came where an item was expected
        number = max((n for n in range(1, number) if re.search(r"[\[{]", failure.source.line(n))), default=0)
        column = max(failure.source.line(number).rfind(sign) for sign in "[{") + 1
    elif "',' or" not in failure.problem:
        return None
    opening = failure.source.line(number)[column - 1 : column]
    closing = {"[": "]", "{": "}"}.get(opening)
    if closing is None:
        return None
    kind = "group" if opening == "{" else "list"
    mark = failure.source.mark(number, column, 1, "opened here")
    help = (f"end it with `{closing}` and separate its items with commas",)
    return f"a {kind} that begins with `{opening}` is not closed", mark, help


def _explain_rest_of_value(failure: _Failure) -> Explanation | None:
    field = FIELD.match(failure.text)
    before = failure.text[: failure.column - 1].rstrip()
    if "expected key" not in failure.problem or not field or not before or field["value"][:1] not in "\"'[{":
        return None
    ending = {"]": "bracket", "}": "brace"}.get(before[-1], "quotation mark")
    value, opening = field["value"], field["value"][0]
    if opening in "\"'" and value[-1] == opening and value.count(opening) % 2:
        value = value[1:-1]  # the one in the middle is an apostrophe
    return (
        f"the value of `{field['name']}` goes on behind its closing {ending}",
        failure.source.mark(failure.line, failure.column, field.end("value") - failure.column + 1),
        (f"put the whole value in quotes: `{field['name']}: {quote(value)}`",),
    )


def _explain_no_field(failure: _Failure) -> Explanation | None:
    if "could not find expected ':'" not in failure.problem:
        return None
    is_begun = _COLON.search(failure.source.line(failure.began))
    broken = min(failure.line, failure.last_line) if is_begun else failure.began
    help: tuple[str, ...] = (
        "put a colon and a space behind the field's name",
        "or indent the line by two spaces if it continues the value above",
    )
    if failure.source.line(broken).lstrip().startswith("-"):
        help = ("put a space behind the `-` of a list's item",)
    elif not failure.source.line(broken - 1).strip():
        help = ("put `---` above this line if the text of the posting begins here", f"or {help[0]}")
    return "this line is not a field", failure.source.mark_line(broken, "expected `field: value`"), help


def _explain_misfit(failure: _Failure) -> Explanation:
    return (
        "the lines do not fit together",
        failure.source.mark_line(failure.line, "this line does not fit the one above"),
        ("begin every field in the first column and indent what belongs to it by two spaces",),
    )


_EXPLAINERS: tuple[Callable[[_Failure], Explanation | None], ...] = (
    _explain_tab, _explain_other_colon, _explain_wrapped, _explain_colon, _explain_missing_space, _explain_open_quote, _explain_escape, _explain_first_sign,
    _explain_list_on_line, _explain_comment_in_brackets, _explain_depth, _explain_open_bracket, _explain_rest_of_value, _explain_no_field,
)  # fmt: skip
"""Asked in this order; the first that knows an error explains it."""
