"""The board's templates print what Jinja prints, in less time."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from jobboard.pages import Templates

TEMPLATES = {
    "values.html": "{{ text }} {{ number }} {{ markup }} {{ [text] }} {{ none }} {{ text|safe }} {{ text|e }} {{ text|upper }}",
    "joined.html": '{{ text ~ "<" }} {{ markup ~ text }} {{ "%s"|format(text) }} {{ [text]|join("<") }} {{ [text, markup]|join }}',
    "macro.html": "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}{{ bold(text) }}{{ bold(bold(text)) }}",
    "call.html": "{% macro frame() %}<i>{{ caller() }}</i>{% endmacro %}{% call frame() %}{{ text }}{% endcall %}",
    "block.html": "{% set kept %}{{ text }}{% endset %}{{ kept }}{{ kept|e }}{% filter upper %}{{ text }}{% endfilter %}",
    "part.html": "[{{ text }}]",
    "include.html": '{% include "part.html" %}{{ text }}',
    "base.html": "<{{ text }}{% block inner %}{{ text }}{% endblock %}>",
    "extends.html": '{% extends "base.html" %}{% block inner %}{{ super() }}|{{ text }}{% endblock %}',
}
VALUES = {"text": "<&\"'>", "number": 5, "none": None, "markup": Markup("<b>")}


@pytest.mark.parametrize("name", TEMPLATES)
def test_what_is_printed_is_escaped_as_jinja_does(tmp_path: Path, name: str) -> None:
    """Once, wherever it comes from, and not at all where it is marked safe."""
    folder = tmp_path / "theme" / "board"
    folder.mkdir(parents=True)
    for each, source in TEMPLATES.items():
        (folder / each).write_text(source, "utf-8")
    jinja = jinja2.Environment(loader=jinja2.DictLoader(TEMPLATES), autoescape=True)
    assert Templates(tmp_path, tmp_path / ".cache").get(name).render(**VALUES) == jinja.get_template(name).render(
        **VALUES
    )


def test_a_name_that_a_template_does_not_know_is_an_error(tmp_path: Path) -> None:
    """Not an empty place in a page."""
    folder = tmp_path / "theme" / "board"
    folder.mkdir(parents=True)
    (folder / "missing.html").write_text("{{ missing }}", "utf-8")
    with pytest.raises(jinja2.UndefinedError, match="'missing' is undefined"):
        Templates(tmp_path, tmp_path / ".cache").get("missing.html").render()
