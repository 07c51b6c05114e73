"""The words of one language or several, as patterns and tables."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable
from functools import cache, lru_cache

from jobboard.standards.languages.dutch import DUTCH
from jobboard.standards.languages.english import ENGLISH
from jobboard.standards.languages.french import FRENCH
from jobboard.standards.languages.german import GERMAN
from jobboard.standards.languages.italian import ITALIAN
from jobboard.standards.languages.language import Language
from jobboard.standards.languages.portuguese import PORTUGUESE
from jobboard.standards.languages.spanish import SPANISH
from jobboard.standards.languages.swedish import SWEDISH

LANGUAGES: dict[str, Language] = {
    language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, SWEDISH)
}
ALL = tuple(LANGUAGES)

_WORD = re.compile(r"[^\W\d_]+")
_MAX_TOLD = 6000
"""Characters by which a language is told."""
_LONG = 6
_LEAST_COMMON = 5
"""Little words that a text needs before its language is told."""


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place in *text* where *pattern* matches."""
    last = deque(pattern.finditer(text), maxlen=1)
    return last[0] if last else None


def tell_language(text: str) -> str | None:
    """The code of the language that *text* is written in; None where that is not clear."""
    words = [word.lower() for word in _WORD.findall(text[:_MAX_TOLD])]
    counts = Counter(code for word in words for code in _languages_of_common().get(word, ()))
    counts.update(code for word in words if len(word) >= _LONG and (code := _language_of_labels().get(word)))
    if not counts:
        return None
    (best, most), *others = counts.most_common(2)
    second = others[0][1] if others else 0
    is_clear = most >= _LEAST_COMMON and most >= 0.12 * len(words) and most >= 1.25 * second
    return best if is_clear else None


@cache
def cue(name: str, codes: tuple[str, ...] = ALL) -> re.Pattern[str]:
    """What finds the wordings called *name* in a text in lower case with single spaces."""
    return find_any("|".join(LANGUAGES[code].cues[name] for code in codes if name in LANGUAGES[code].cues))


@cache
def terms(table: str, codes: tuple[str, ...] = ALL) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The terms of a table such as `contracts`, each with what finds its words in lower case."""
    wordings: dict[str, list[str]] = {}
    for code in codes:
        for term, words in getattr(LANGUAGES[code], table).items():
            wordings.setdefault(term, []).append(words)
    return tuple((term, find_any("|".join(words))) for term, words in wordings.items())


@cache
def any_kind(codes: tuple[str, ...] = ALL) -> re.Pattern[str]:
    """What finds a word for a kind of position in lower case."""
    return find_any("|".join(words for code in codes for words in LANGUAGES[code].kinds.values()))


@cache
def spellings(table: str, codes: tuple[str, ...] = ALL) -> dict[str, str]:
    """The term that each word of a table such as `periods` means; words with `~` are left out."""
    found: dict[str, str] = {}
    for code in codes:
        for term, words in getattr(LANGUAGES[code], table).items():
            for word in words.split("|"):
                if "~" not in word and "…" not in word:
                    found.setdefault(word, term)
    return found


@cache
def month_numbers(codes: tuple[str, ...] = ALL) -> dict[str, int]:
    """The number of the month that a name or abbreviation means."""
    return {
        name: number
        for code in codes
        for number, names in enumerate(LANGUAGES[code].months, 1)
        for name in names.split("|")
    }


@cache
def numbers(codes: tuple[str, ...] = ALL) -> dict[str, int]:
    """What words for numbers mean."""
    return {word: number for code in codes for word, number in LANGUAGES[code].numbers.items()}


@cache
def fields_of_labels(codes: tuple[str, ...] = ALL) -> dict[str, str]:
    """The field, or part of one, that each label states; of two meanings the earlier language's."""
    found: dict[str, str] = {}
    for code in codes:
        for field, labels in LANGUAGES[code].labels.items():
            for label in labels.split("|"):
                found.setdefault(label, field)
    return found


@lru_cache(maxsize=512)
def find_any(wordings: str) -> re.Pattern[str]:
    """What finds any of *wordings*, the longest first, as whole words."""
    found = set(wordings.split("|")) - {""}
    return re.compile(rf"(?<!\w)(?:{alternatives(found)})(?!\w)" if found else r"(?!)")


def alternatives(wordings: Iterable[str]) -> str:
    """A pattern's part that matches one of *wordings*, the longest first; sorted by first letter, which searches faster."""
    by_letter: dict[str, list[str]] = {}
    for wording in sorted(wordings, key=lambda wording: (-len(wording), wording)):
        by_letter.setdefault(wording[0], []).append(wording)
    groups = (
        f"{re.escape(letter)}(?:{'|'.join(_pattern_of(wording[1:]) for wording in group)})"
        for letter, group in by_letter.items()
    )
    return "|".join(groups)


def lower(text: str) -> str:
    """*text* in lower case, each letter in its place."""
    return text.lower() if text.isascii() else text.replace("İ", "I").lower()


def _pattern_of(wording: str) -> str:
    escaped = re.escape(wording).replace(r"\ …\ ", r"(?: \S{1,60}){0,8}? ").replace(r"\~", "~").replace("~", r"\w*")
    return escaped.replace(r"\ ", " ")


@cache
def _language_of_labels() -> dict[str, str]:
    """The language of each long word that stands in the labels of one language only."""
    found: dict[str, set[str]] = {}
    for code, language in LANGUAGES.items():
        for word in _WORD.findall(" ".join(language.labels.values())):
            found.setdefault(word, set()).add(code)
    return {word: next(iter(codes)) for word, codes in found.items() if len(codes) == 1 and len(word) >= _LONG}


@cache
def _languages_of_common() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, language in LANGUAGES.items():
        for word in set(language.common.split()):
            found[word] = (*found.get(word, ()), code)
    return found
