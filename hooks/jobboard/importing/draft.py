"""What an import knows about a position, and how it knows it."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, field
from typing import Any

from jobboard.importing.candidates import Candidate, decide, is_labelled

_MAX_EVIDENCE = 200
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether *source* is a web address."""
    return bool(_WEB_ADDRESS.match(source))


class Certainty(enum.StrEnum):
    """How certain a value is."""

    FOUND = "found"
    """The source states it in a field, a header line or a labelled line of its own."""
    INFERRED = "inferred"
    """It was recognised in running text, or follows from something that was found: the curator should look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The value of one field, with the words of the source that it came from."""

    value: Any
    """As front matter has it: text, a number, a date, a list or a mapping of these."""
    certainty: Certainty
    evidence: str = ""
    """The sentence, line or field of the source, shortened; empty only where the value is the source's own field as it is."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """A posting in the making. Nothing in it is invented: what the source does not say is not here."""

    source: str
    """Where it came from, as the user named it: a path or an address."""
    findings: dict[str, Finding] = field(default_factory=dict)
    """By field of the field table."""
    proposals: dict[str, list[Candidate]] = field(default_factory=dict)
    """Candidates that were met on the way, such as a place in the title, until their field is decided on."""
    doubts: dict[str, list[Candidate]] = field(default_factory=dict)
    """Values of a field between which the source does not decide, the likeliest first; empty once one was found."""
    body: str = ""
    """The source's text as Markdown."""
    hints: dict[str, str] = field(default_factory=dict)
    """What the source says by the way and completes another fact: `country` (of a tag), `city` (in the title's brackets), `zone` (of the deadline)."""
    unknown: dict[str, Any] = field(default_factory=dict)
    """Fields of the source that a posting does not have; they are kept as comments."""
    repairs: list[str] = field(default_factory=list)
    """What was certain enough to be repaired, a sentence each."""
    problems: list[str] = field(default_factory=list)
    """What was noticed and left to the curator, a sentence each."""
    stem: str = ""
    """Name of the source's own file or page, for the name of the posting; empty where it has none."""

    @property
    def origin(self) -> str:
        """Where it came from, as everybody may read it: a web address, or a file's name without its folders."""
        return self.source if is_address(self.source) else re.split(r"[/\\]", self.source)[-1]

    def find(self, name: str, value: Any, evidence: str = "") -> None:
        """Note a stated value, unless the field has one already."""
        self._note(name, value, Certainty.FOUND, evidence)

    def infer(self, name: str, value: Any, evidence: str) -> None:
        """Note a recognised value, unless the field has one already."""
        self._note(name, value, Certainty.INFERRED, evidence)

    def propose(self, name: str, candidate: Candidate) -> None:
        """Keep *candidate* for the decision about a field."""
        self.proposals.setdefault(name, []).append(candidate)

    def weigh(self, name: str, candidates: list[Candidate]) -> None:
        """Note the candidate that is clearly the best, unless the field has a value already; else keep them as doubts."""
        candidates = [*self.proposals.get(name, ()), *candidates]
        if name in self.findings or not candidates:
            return
        best, doubts = decide(name, candidates)
        if best is None:
            self.doubts[name] = doubts
            return
        note = self.find if is_labelled(best) else self.infer
        note(name, best.value, best.evidence)

    def value(self, name: str) -> Any:
        """The value of a field; None where there is none."""
        return self.findings[name].value if name in self.findings else None

    def _note(self, name: str, value: Any, certainty: Certainty, evidence: str) -> None:
        if value not in (None, "", [], {}):
            words = " ".join(evidence.split())
            shown = words if len(words) <= _MAX_EVIDENCE else words[:_MAX_EVIDENCE].rsplit(" ", 1)[0]
            self.findings.setdefault(name, Finding(value=value, certainty=certainty, evidence=shown))
