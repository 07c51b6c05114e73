"""Letters of other scripts that look like Latin ones, with which an address can pretend to be another."""

from __future__ import annotations

import re
import unicodedata

_TWINS = {
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m", "о": "o", "р": "p",
    "ԛ": "q", "ѕ": "s", "т": "t", "υ": "u", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "α": "a", "ο": "o", "ρ": "p", "ν": "v", "ι": "i",
    "κ": "k", "ɡ": "g", "ı": "i", "օ": "o", "ո": "n", "ս": "u",
}  # fmt: skip
"""Small letters of Cyrillic, Greek, Armenian and phonetic writing (Unicode's confusables, UTS 39)."""
_TWIN = re.compile(f"[{''.join(_TWINS)}]")
_TOGETHER = frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})
"""Scripts that one name may well mix (UTS 39, "highly restrictive")."""


def find_foreign_letter(host: str) -> str | None:
    """A letter of *host* that hardly belongs there: of another script than its neighbours, or only alike to a Latin one."""
    return next((letter for label in host.split(".") if (letter := _foreign_in(label))), None)


def find_foreign_letter_in_name(name: str) -> str | None:
    """A letter of *name* that hardly belongs there: of another script than its neighbours, and alike to a Latin one.

    Other letters of two scripts meet in words, such as `γδT`; and a name may be written in two scripts, a word in each.
    """
    lower = name.lower()
    if not _TWIN.search(lower):
        return None
    words = re.findall(r"[^\W\d_]+", lower)
    foreign = next(
        (
            letter
            for word in words
            if _is_mixed(word)
            for letter in word
            if letter in _TWINS and _script(letter) != "LATIN"
        ),
        None,
    )
    if foreign or not any(word.isascii() for word in words):
        return foreign
    return next((word[0] for word in words if len(word) > 2 and all(letter in _TWINS for letter in word)), None)


def name_script(letter: str) -> str:
    """Like "Cyrillic"."""
    return _script(letter).capitalize()


def to_latin(host: str) -> str | None:
    """*host* in the Latin letters that it seems to have; None where a letter seems to be none."""
    latin = unicodedata.normalize("NFKC", "".join(_TWINS.get(letter, letter) for letter in host.lower()))
    return latin if latin.isascii() else None


def to_ascii(host: str) -> str:
    """*host* as computers ask for it (RFC 3492), such as `xn--exmple-4nf.org`."""
    labels = host.lower().split(".")
    return ".".join(label if label.isascii() else f"xn--{label.encode('punycode').decode()}" for label in labels)


def from_ascii(host: str) -> str:
    """*host* in the letters that its labels of `xn--` stand for (RFC 3492); unchanged where they stand for none."""
    try:
        return ".".join(
            label[4:].encode().decode("punycode") if label.lower().startswith("xn--") else label
            for label in host.split(".")
        )
    except (UnicodeError, ValueError):
        return host


def _is_mixed(word: str) -> bool:
    scripts = set() if word.isascii() else {_script(letter) for letter in word}
    return len(scripts - _TOGETHER) + bool(scripts & _TOGETHER) > 1


def _foreign_in(label: str) -> str | None:
    if label.isascii():
        return None
    letters = [letter for letter in label.lower() if letter.isalpha()]
    foreign = [letter for letter in letters if _script(letter) not in _TOGETHER or letter in _TWINS]
    if foreign and (_is_mixed("".join(letters)) or all(letter in _TWINS for letter in letters)):
        return foreign[0]
    return None


def _script(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0].partition("-")[0]
