"""What is wrong with a single value that YAML cannot read: its quotation marks, brackets or first sign."""

from __future__ import annotations

import re

from jobboard.source.source_text import SourceText
from jobboard.source.yaml_failure import Explanation, Failure
from jobboard.source.yaml_lines import FIELD, is_quoted, opens_quote, quote

_STRONG = re.compile(r"\*\*(\S[^*]*)\*\*")
"""Markdown, which is shown as it stands in a field."""
_NO_VALUE = re.compile(r"cannot start any token|node content|keys are not allowed")
"""How libyaml says that a value begins with a sign that has a meaning elsewhere."""
_HASH = re.compile(r"(?<=[\s\[{,])#")
"""What begins a comment inside brackets."""
_ITEM = re.compile(r"[^\[\]{},:\"']+")
"""Between the signs that part items from each other."""
_LIST_OF_WORDS = re.compile(r"\[[^\"'\[\]{}]*\]")
"""A list without quotation marks and other lists in it."""
_LINK = re.compile(r"\[[^\[\]]*\]\((?:mailto:)?([^\s()]+)\)")
"""A link as a text has it."""
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_KINDS = {"[": "list", "{": "group"}
_ENDINGS = {"]": "bracket", "}": "brace", '"': "quotation mark", "'": "quotation mark"}


def explain_value(failure: Failure) -> Explanation | None:
    """What is wrong with the value at which YAML stopped; None where it stopped at something else."""
    return next(filter(None, (explain(failure) for explain in _EXPLAINERS)), None)


def _explain_open_quote(failure: Failure) -> Explanation | None:
    if failure.context != "while scanning a quoted scalar":
        return None
    return _report_open_quote(failure.source, failure.began, failure.began_column)


def _explain_quote_closed_below(failure: Failure) -> Explanation | None:
    """A value whose quotation mark is closed by the first one of another value, after which nothing makes sense."""
    sign = failure.text[failure.column - 2 : failure.column - 1]
    for number in range(failure.line - 1, failure.began - 1, -1):
        line = failure.source.line(number)
        if sign in ("'", '"') and opens_quote(line, sign):
            return _report_open_quote(failure.source, number, line.index(sign) + 1)
    return None


def _report_open_quote(source: SourceText, number: int, column: int) -> Explanation:
    field = FIELD.fullmatch(source.line(number))
    meant = ""
    if field and field.start("value") + 1 == column and not source.line(number + 1).startswith(" "):
        meant = f": `{field['name']}: {quote(field['value'][1:])}`"
    mark = source.mark(number, column, 1, "opened here")
    return "a quotation mark is never closed", mark, (f"close it at the end of the value{meant}",)


def _explain_escape(failure: Failure) -> Explanation | None:
    if failure.context != "while parsing a quoted scalar":
        return None
    help = ("write `\\\\` for a backslash, or use single quotes",)
    return "a backslash inside double quotes begins a code that YAML does not know", failure.mark(), help


def _explain_first_sign(failure: Failure) -> Explanation | None:
    if failure.context.endswith(("an alias", "an anchor", "a block scalar", "a tag", "a node")):
        failure = failure._replace(column=failure.began_column)
    elif not _NO_VALUE.search(failure.problem):
        return None
    if not failure.sign:
        return None
    field = FIELD.fullmatch(failure.text)
    meant = ""
    if field and field.start("value") + 1 == failure.column and not re.search(r".[\]}]$", field["value"]):
        words = _STRONG.sub(r"\1", field["value"])
        meant = f": `{field['name']}: {quote(words)}`"
    named = "a backtick" if failure.sign == "`" else f"`{failure.sign}`"
    return f"a value cannot begin with {named}", failure.mark(), (f"put the value in quotes{meant}",)


def _explain_open_bracket(failure: Failure) -> Explanation | None:
    line, column = failure.began, failure.began_column
    if "flow node" in failure.context:  # the end came where an item was expected
        lines = range(failure.first_line, failure.line)
        line, column = max((n, sign.end()) for n in lines for sign in re.finditer(r"[\[{]", failure.source.line(n)))
    elif "',' or" not in failure.problem:
        return None
    mark = failure.source.mark(line, column, 1, "opened here")
    opening = mark.text[column - 1 : column]
    if opening not in _KINDS:  # YAML counts lines that no editor shows: it breaks them at U+2028, too
        return None
    kind, closing = _KINDS[opening], _CLOSING[opening]
    for number in range(line, failure.line):
        text = failure.source.line(number)
        comment = next((sign.start() for sign in _HASH.finditer(text) if not is_quoted(text, sign.start())), len(text))
        if closing in text[comment:]:
            mark = failure.source.mark(number, comment + 1, 1, "a comment begins here")
            return f"a `#` begins a comment, so that the {kind} is not closed", mark, _without_hash(text, comment)
    help = (f"end it with `{closing}` and separate its items with commas",)
    return f"a {kind} that begins with `{opening}` is not closed", mark, help


def _without_hash(text: str, at: int) -> tuple[str, ...]:
    """What to write instead of a `#`."""
    item = next(item for item in _ITEM.finditer(text) if at in range(*item.span()))
    quoted = f'put it in quotes: `"{item[0].strip()}"`'
    field = FIELD.fullmatch(text)
    if field and _LIST_OF_WORDS.fullmatch(field["value"]):
        return f"leave it out: `{field['name']}: {field['value'].replace('#', '')}`", f"or {quoted}"
    return (quoted,)


def _explain_rest_of_value(failure: Failure) -> Explanation | None:
    field = FIELD.fullmatch(failure.text)
    if field is None:
        return None
    name, value = field["name"], field["value"]
    kept = failure.text[field.start("value") : failure.column - 1].rstrip()
    opening, closing = kept[:1], kept[-1:]
    if len(kept) < 2 or closing != _CLOSING.get(opening):  # one sign alone closes what a line above opened
        return None
    message = f"the value of `{name}` goes on behind its closing {_ENDINGS[closing]}"
    mark = failure.source.mark(failure.line, failure.column, field.end("value") - failure.column + 1)
    if link := _LINK.fullmatch(value):
        return message, mark, (f"write the address alone: `{name}: {link[1]}`",)
    is_link = failure.text[: failure.column].endswith("](")
    if opening in _KINDS and not is_link:
        text = f"or put the whole value in quotes, if it is text: `{name}: {quote(value)}`"
        return message, mark, (f"remove what stands behind it: `{name}: {kept}`", text)
    if value.endswith(opening) and (value.count(opening) % 2 or kept[-2].isspace()):
        value = value[1:-1]  # the one in the middle is an apostrophe, or opens a quotation
    return message, mark, (f"put the whole value in quotes: `{name}: {quote(value)}`",)


_EXPLAINERS = (
    _explain_open_quote,
    _explain_quote_closed_below,
    _explain_escape,
    _explain_first_sign,
    _explain_open_bracket,
    _explain_rest_of_value,
)
"""Asked in this order."""
