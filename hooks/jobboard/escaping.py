"""Text as HTML or XML."""

from collections.abc import Callable

from markupsafe import _escape_inner  # type: ignore[attr-defined]  # its own, but `escape` makes a `Markup` of the text

escape_text: Callable[[str], str] = _escape_inner
"""A text with its `&`, `<`, `>`, `"` and `'` escaped, in a third of the time that `html.escape` takes."""
