"""Which kind of position and which tags of the board a source means."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from jobboard.fields.words import MAX_TAGS
from jobboard.importing.draft import Draft, Finding, Origin
from jobboard.policy import Policy
from jobboard.vocabulary import Vocabulary, fold

_TOO_COMMON = frozenset(
    [
        "cv",
        "ra",
        "pi",
        "vision",
        "bias",
        "brain",
        "devices",
        "survival",
        "trials",
        "assistant",
        "reader",
        "visitor",
        "other",
        "epi",
        "sensors",
        "fellow",
        "trainee",
    ]
)
"""Spellings of terms that mean something else in most texts."""
_HASHTAG = re.compile(r"(?<!\S)#([A-Z][A-Za-z]{2,40})\b")
_MAX_TEXT = 64 * 1024


def apply_vocabularies(draft: Draft, policy: Policy) -> None:
    """Bring `position` and `tags` to the board's terms; what is not among them stays in `draft.unknown`."""
    raw = draft.findings.pop("tags", None)
    written = [str(tag) for tag in (raw.value if isinstance(raw.value, list) else [raw.value])] if raw else []
    _settle_position(draft, policy, written)
    tags, strange = _known(written, policy)
    if strange:
        draft.unknown.setdefault("tags", strange)
    if tags and raw:
        draft.findings["tags"] = Finding(value=tags[:MAX_TAGS], origin=raw.origin, evidence=raw.evidence)
    else:
        _infer_tags(draft, policy)


def _known(written: list[str], policy: Policy) -> tuple[list[str], list[str]]:
    """The board's tags among *written*, and what is neither a tag nor a kind of position."""
    tags = [policy.tags.find(tag) for tag in written]
    strange = [
        tag for tag, known in zip(written, tags, strict=True) if known is None and not policy.positions.find(tag)
    ]
    return list(dict.fromkeys(tag for tag in tags if tag)), strange


def _settle_position(draft: Draft, policy: Policy, tags: list[str]) -> None:
    stated = draft.findings.pop("position", None)
    if stated and (found := policy.positions.find(str(stated.value)) or _find(str(stated.value), policy.positions)):
        draft.findings["position"] = Finding(
            value=found, origin=Origin.FOUND, evidence=stated.evidence or str(stated.value)
        )
        return
    if stated:
        draft.unknown["position"] = stated.value
    named = [found for tag in tags if (found := policy.positions.find(tag))]
    title = str(draft.findings["title"].value) if "title" in draft.findings else ""
    if len(set(named)) == 1:
        draft.find("position", named[0], f"tags: {', '.join(tags)}")
    for text in (
        title,
        draft.stem.replace("-", " "),
        *(str(value) for value in draft.unknown.values() if isinstance(value, str)),
    ):
        if found := _find(text, policy.positions):
            draft.infer("position", found, text)
    beginning = re.sub(r"\bPh\.?D\b(?!\s(?:students?|positions?|candidates?))", "", draft.body[:700])
    if "position" not in draft.findings and (found := _find(beginning, policy.positions)):
        sentence = next((line for line in draft.body[:700].split("\n") if _find(line, policy.positions) == found), "")
        draft.infer("position", found, sentence)


def _infer_tags(draft: Draft, policy: Policy) -> None:
    """Tags that the title names, a hashtag is, or the text uses twice; the most frequent first."""
    title = str(draft.findings["title"].value) if "title" in draft.findings else ""
    body = draft.body[:_MAX_TEXT]
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for text, weight in ((title, 2), (body, 1)):
        for match in _pattern(policy.tags).finditer(text):
            tag = policy.tags.find(match[0])
            if tag and fold(match[0]) not in _TOO_COMMON and (len(match[0]) > 3 or match[0].isupper()):
                counts[tag] += weight
                words.setdefault(tag, match[0])
    for hashtag in _HASHTAG.findall(body):
        if tag := policy.tags.find(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", hashtag)):
            counts[tag] += 2
            words.setdefault(tag, f"#{hashtag}")
    tags = [tag for tag, count in counts.most_common() if count >= 2][:MAX_TAGS]
    draft.infer("tags", tags, f"words of the text: {', '.join(words[tag] for tag in tags)}")


def _find(written: str, vocabulary: Vocabulary) -> str | None:
    """The term that *written* names first; of two that begin there, the longer."""
    plain = re.sub(r"\bpost[\s-]?doc(?:toral|s)?\b", "postdoc", written, flags=re.IGNORECASE)
    plain = re.sub(r"\bPh\.\s?D\.?|\bPhDs\b", "PhD", plain)
    for match in _pattern(vocabulary).finditer(plain):
        spelled = match[0] if vocabulary.find(match[0]) else match[0].rstrip("sS")
        if fold(spelled) not in _TOO_COMMON and (found := vocabulary.find(spelled)):
            return found
    return None


@lru_cache(maxsize=8)
def _pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """All spellings of a vocabulary."""
    spellings = {word for term in vocabulary.terms.values() for word in (term.name, term.label, *term.synonyms)}
    words = sorted(spellings, key=lambda word: (-len(word), word))
    alternatives = "|".join(r"[\s-]".join(re.escape(part) for part in re.split(r"[\s-]", word)) for word in words)
    return re.compile(rf"(?<![\w@./-])(?:{alternatives})s?(?![\w@])", re.IGNORECASE)
