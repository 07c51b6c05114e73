"""What libyaml says of a text that it cannot read, in places of the file."""

from __future__ import annotations

from typing import NamedTuple

from jobboard.diagnostics.diagnostic import Mark
from jobboard.source.source_text import SourceText

COLON_INSIDE = "mapping values are not allowed in this context"
NO_COLON = "could not find expected ':'"


class Failure(NamedTuple):
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

    @property
    def sign(self) -> str:
        """The character it stopped at; empty behind the end of the line."""
        return self.text[self.column - 1 : self.column]

    @property
    def lacks_colon(self) -> bool:
        """Whether the colon behind a field's name may be missing."""
        return self.problem in (COLON_INSIDE, NO_COLON)

    @property
    def nearby(self) -> range:
        """The lines from the one above what it was reading to the one it stopped at."""
        return range(max(self.began - 1, self.first_line), self.line + 1)

    def mark(self, label: str = "") -> Mark:
        """The character it stopped at."""
        return self.source.mark(self.line, self.column, 1, label)


Explanation = tuple[str, Mark, tuple[str, ...]]
"""Message, place and help."""
