"""Which kind of position and which tags of the board a source means."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from jobboard.fields.words import MAX_TAGS
from jobboard.importing.candidates import Candidate
from jobboard.importing.draft import Draft, Finding
from jobboard.importing.tag_rules import NO_RULES, TagRules, apply_tag_rules
from jobboard.importing.texts.positions import kind_of_title, kinds_in
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


def apply_vocabularies(draft: Draft, policy: Policy, rules: TagRules = NO_RULES) -> None:
    """Bring `position` and `tags` to the board's terms; what is not among them stays in `draft.unknown`."""
    raw = draft.findings.pop("tags", None)
    written = [str(tag) for tag in (raw.value if isinstance(raw.value, list) else [raw.value])] if raw else []
    written = apply_tag_rules(draft, written, rules) if rules.tags else written
    _settle_position(draft, policy, written)
    tags, strange = _known(written, policy)
    if strange:
        draft.unknown.setdefault("tags", strange)
    if tags and raw:
        draft.findings["tags"] = Finding(value=tags[:MAX_TAGS], certainty=raw.certainty, evidence=raw.evidence)
    else:
        _infer_tags(draft, policy)


def _known(written: list[str], policy: Policy) -> tuple[list[str], list[str]]:
    """The board's tags among *written*, and what is neither a tag nor a kind of position."""
    tags = [policy.tags.find(tag) for tag in written]
    strange = [
        tag
        for tag, known in zip(written, tags, strict=True)
        if known is None and not _term_of(tag, policy, is_tag=True)
    ]
    return list(dict.fromkeys(tag for tag in tags if tag)), strange


def _settle_position(draft: Draft, policy: Policy, tags: list[str]) -> None:
    """Decide between what the source states, its title, its tags and its text, in the board's own terms."""
    stated = draft.findings.pop("position", None)
    found = [
        candidate._replace(value=term)
        for candidate in draft.proposals.get("position", ())
        if (term := policy.positions.find(str(candidate.value)))
    ]
    title = str(draft.value("title") or "")
    is_named = any("in the title" in candidate.signs for candidate in found)
    is_known = any(policy.positions.find(kind) for kind, *_ in kinds_in(title))
    if title and not is_named and not is_known and (term := _find(title, policy.positions)):
        found.append(Candidate(term, ("in the title",), title, -1))
    elif kinds_in(title) and not is_named and not is_known:  # of a kind that this board does not have
        found = [candidate for candidate in found if "label" in candidate.signs]
    if stated:
        if term := _term_of(str(stated.value), policy):
            found.append(Candidate(term, ("structure",), stated.evidence or str(stated.value), -2))
        else:
            draft.unknown["position"] = stated.value
    named = {term for tag in tags if (term := _term_of(tag, policy, is_tag=True))}
    if len(named) == 1:
        found.append(Candidate(named.pop(), ("tag",), f"tags: {', '.join(tags)}", -3))
    stem = draft.stem.replace("-", " ").replace("_", " ")
    if term := _term_of(stem, policy):
        found.append(Candidate(term, ("file name",), stem, -4))
    draft.proposals.pop("position", None)
    draft.weigh("position", found)


def _term_of(written: str, policy: Policy, *, is_tag: bool = False) -> str | None:
    """The board's kind of position that a word or phrase means."""
    if found := policy.positions.find(written):
        return found
    kinds = kinds_in(written)
    if is_tag and kinds and kinds[0][2] - kinds[0][1] < 0.6 * len(written):
        return None  # "early career researchers network"
    if kinds and (kind := kind_of_title(written)):
        return policy.positions.find(kind)
    return None if is_tag else _find(written, policy.positions)


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
