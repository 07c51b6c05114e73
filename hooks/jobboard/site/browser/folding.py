"""Folds texts to the words that searches compare: the same words as `theme/assets/js/board/text.js`, its twin.

Both are tested with `tests/cases/search/folding.tsv`.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
    "ς": "σ",
}  # fmt: skip
"""Letters that Unicode does not take apart, as people type them."""
_RANGES = (
    (0x0E00, 0x0FFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x312F), (0x31F0, 0x31FF), (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
_CHARACTERS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES)
_MARKS = "".join(chr(code) for code in range(0x0E00, 0x3130) if unicodedata.category(chr(code))[0] == "M")
_WITHOUT_SPACES = re.compile(f"[{_CHARACTERS}][{_MARKS}]*")
"""A character of a script that writes no spaces, or in which words are found inside words: it is a word of its own."""

_ACCENTS = re.compile("[\u0300-\u036f]+")
_SHORT_FORM = re.compile(r"(?<![^\W_])([^\W\d_]) ?& ?([^\W\d_])(?![^\W_])")
"""Like R&D, in which R is no word."""
_SIGNS = re.compile(r"(?<=[^\W_])(\++|#)(?![^\W\d_]|[+#])")
"""What ends a word such as C++ and C#, or stands before its number, as in C++17."""
_NET = re.compile(r"\.net(?![^\W_])")
_COMPOUND = re.compile("(?<![^\\W_])[^\\W_]++(?:[-'’‐.][^\\W_]++)+")
"""Like x-ray, which some write in one word; a word as long as a text is looked at once."""
_DIGRAPHS = re.compile("([ao])e|ue|aa")
"""What is written for ä, ö, ü and å where a keyboard has none; all but the first letter goes."""
_FEWEST = 4
"""Letters of a word that may be written so."""


def fold(text: str) -> str:
    """The words of *text*: lower case, without accents, with one space between them."""
    return " ".join(_separate(_prepare(text)).split())


def other_spellings(text: str) -> str:
    """Words of *text* as others may write them: xray for x-ray, zurich for Zuerich."""
    compounds = map(_separate, _COMPOUND.findall(_prepare(text)))
    joined = (found.replace(" ", "") for found in compounds if not _WITHOUT_SPACES.search(found))
    plain = (plain for word in fold(text).split() if (plain := _without_digraphs(word)))
    return " ".join(dict.fromkeys([*joined, *plain]))


def _without_digraphs(word: str) -> str | None:
    """None for a word that is too short, or has none."""
    plain = _DIGRAPHS.sub(lambda found: found[0][0], word)
    return plain if plain != word and len(plain) >= _FEWEST else None


def _prepare(text: str) -> str:
    """*text* in lower case and without accents, with its signs spelt out."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text)))
    text = text.lower()
    if "&" in text:
        text = _SHORT_FORM.sub(r"\1\2", text)
    if "+" in text or "#" in text:
        text = _SIGNS.sub(lambda found: "sharp" if found[1] == "#" else "plus" * len(found[1]), text)
    return _NET.sub(" dotnet", text) if ".net" in text else text


def _separate(prepared: str) -> str:
    """Words with spaces between them, of a text that is prepared."""
    if not prepared.isascii():
        prepared = _WITHOUT_SPACES.sub(r" \g<0> ", prepared)
    return prepared.translate(_WORDS)


class _Words(dict[int, str]):
    """For `str.translate`: a space for what belongs to no word."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = word = _LETTERS.get(character, character) if unicodedata.category(character)[0] in "LMN" else " "
        return word


_WORDS = _Words()
