"""What an import knows about a position, and how it knows it."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import Any


class Origin(enum.StrEnum):
    """How certain a value is."""

    FOUND = "found"
    """The source states it in a field, a header line or a labelled sentence of its own."""
    INFERRED = "inferred"
    """It was recognised in running text, or follows from something that was found: the curator should look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The value of one field, with the words of the source that it came from."""

    value: Any
    """As front matter has it: text, a number, a date, a list or a mapping of these."""
    origin: Origin
    evidence: str = ""
    """The sentence, line or field of the source, shortened; empty only where the value is the source's own field as it is."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A posting in the making. Nothing in it is invented: what the source does not say is not here."""

    source: str
    """Where it came from, as the user named it: a path or an address."""
    findings: dict[str, Finding] = field(default_factory=dict)
    """By field of the field table."""
    body: str = ""
    """The source's text as Markdown."""
    unknown: dict[str, Any] = field(default_factory=dict)
    """Fields of the source that a posting does not have; they are kept as comments."""
    repairs: list[str] = field(default_factory=list)
    """What was certain enough to be repaired, a sentence each."""
    problems: list[str] = field(default_factory=list)
    """What was noticed and left to the curator, a sentence each."""
    stem: str = ""
    """Name of the source's own file or page, for the name of the posting; empty where it has none."""

    def find(self, name: str, value: Any, evidence: str = "") -> None:
        """Note a stated value, unless the field has one already."""
        self._note(name, value, Origin.FOUND, evidence)

    def infer(self, name: str, value: Any, evidence: str) -> None:
        """Note a recognised value, unless the field has one already."""
        self._note(name, value, Origin.INFERRED, evidence)

    def _note(self, name: str, value: Any, origin: Origin, evidence: str) -> None:
        if value not in (None, "", [], {}):
            self.findings.setdefault(
                name, Finding(value=value, origin=origin, evidence=" ".join(evidence.split())[:200])
            )
