"""Lines of a body as their author meant them: no list shown as code, no facts run together, nothing struck out by chance."""

from __future__ import annotations

import re
from collections.abc import Callable

from jobboard.importing.texts.labels import field_of_label

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+]|\d{1,3}[.)])(?P<gap>[ \t]{1,20})(?=\S)")
_CODE = 4
"""Blanks before a line that make it code."""
_MAILTO_TWICE = re.compile(r"(?P<address>[\w.+%-]{1,64}@[\w.-]{3,120})\s?<mailto:[^<>\s]{3,300}>")
_MAILTO_ALONE = re.compile(r"<mailto:(?P<address>[^<>\s?]{3,200})(?:\?[^<>\s]{0,300})?>")
_LINK_TWICE = re.compile(r"(?P<link>https?://[^\s<>]{4,600})\s?<(?P=link)/?>")
_CODE_OR_ADDRESS = re.compile(r"`[^`\n]{1,300}`|https?://[^\s<>)]{1,800}|<[^<>\s]{3,600}>|\]\([^()\s]{1,800}\)")
_TILDE = re.compile(r"(?<![\\~])~(?!~)")
_STRONG = re.compile(r"(?<!\\)\*\*")
_BULLETS = re.compile(r"\s[•·▪●]\s(?=\S)")
_FACT = re.compile(r"(?:\*\*)?(?P<label>[^\W\d_][^:\n*.;]{1,45}?)\s?:(?:\*\*)?\s(?=\S)")


def mend_layout(text: str) -> str:
    """*text*, which is Markdown, with its lines where they belong."""
    text = _MAILTO_TWICE.sub(r"\g<address>", text) if "<mailto:" in text else text
    text = _MAILTO_ALONE.sub(r"\g<address>", text) if "<mailto:" in text else text
    text = _LINK_TWICE.sub(r"\g<link>", text) if "<http" in text else text
    blocks = _without_indentation(_split_bullets(text.split("\n")))
    text = "\n".join(_separate_facts(blocks))
    text = _outside_code(text, _escape_tildes) if "~" in text else text
    return _outside_code(text, _mend_strong) if "**" in text else text


def _split_bullets(lines: list[str]) -> list[str]:
    """A line of several bullets as a line for each."""
    split: list[str] = []
    for line in lines:
        parts = _BULLETS.split(line) if len(_BULLETS.findall(f" {line}")) > 2 else [line]
        if len(parts) > 2:
            first = re.sub(r"^\s*[•·▪●]\s*", "- ", parts[0])
            split += [
                first,
                *([""] if not first.startswith("- ") else []),
                *(f"- {part.strip()}" for part in parts[1:]),
            ]
        else:
            split.append(line)
    return split


def _without_indentation(lines: list[str]) -> list[str]:
    """Lines whose indentation nests them in a list, and makes no code of them."""
    kept: list[str] = []
    levels: list[int] = []  # how far the list items around are indented in the source
    in_fence = False
    for line in lines:
        if _FENCE.match(line) and not line.startswith("    "):
            in_fence = not in_fence
        bare = line.lstrip(" \t")
        indent = len(line[: len(line) - len(bare)].expandtabs(4))
        item = _ITEM.match(line)
        if in_fence or not bare:
            kept.append(line)
        elif item:
            while levels and indent < levels[-1]:
                levels.pop()
            if not levels or indent > levels[-1] + 1:
                levels.append(indent)
            depth = min(len(levels) - 1, 1)
            kept.append(f"{'  ' * depth}{item['mark']} {line[item.end() :]}")
        elif indent >= _CODE or (levels and indent):
            kept.append(f"{'  ' if levels and _is_in_list(kept) else ''}{bare}")
        else:
            if not _goes_on_in_list(kept):
                levels = []
            kept.append(line)
    return kept


def _is_in_list(kept: list[str]) -> bool:
    last = next((line for line in reversed(kept) if line.strip()), "")
    return bool(_ITEM.match(last)) or last.startswith("  ")


def _goes_on_in_list(kept: list[str]) -> bool:
    return bool(kept) and bool(_ITEM.match(kept[-1]))


def _separate_facts(lines: list[str]) -> list[str]:
    """A blank line between labelled lines that would run together in one paragraph."""
    separated: list[str] = []
    in_fence = False
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            in_fence = not in_fence
        before = lines[number - 1] if number else ""
        stands_beside = bool(line.strip() and before.strip()) and not in_fence
        if (stands_beside and not line.startswith(("-", "*", "+", "|", ">", " ", "#"))) or (
            stands_beside and line.startswith("**")
        ):
            is_fact, was_fact = _is_fact(line), _is_fact(before)
            if (is_fact and (was_fact or len(before) < 90)) or (
                was_fact and len(before) < 90 and line[:1].isupper() and not before.endswith(",")
            ):
                separated.append("")
        separated.append(line)
    return separated


def _is_fact(line: str) -> bool:
    match = _FACT.match(line)
    return bool(match) and (field_of_label(match["label"]) is not None or len(line) < 70)  # type: ignore[index]


def _outside_code(text: str, mend: Callable[[str], str]) -> str:
    """*text* with each line mended that stands in no fenced code."""
    lines: list[str] = []
    in_fence = False
    for line in text.split("\n"):
        is_fence = bool(_FENCE.match(line))
        in_fence ^= is_fence
        lines.append(line if in_fence or is_fence else mend(line))
    return "\n".join(lines)


def _escape_tildes(line: str) -> str:
    """A single tilde as a sign: two of them would strike out what stands between."""
    if line.count("~") == 0:
        return line
    kept = {match.start() + offset for match in _CODE_OR_ADDRESS.finditer(line) for offset in range(len(match[0]))}
    return "".join(
        f"\\{character}" if character == "~" and number not in kept and _TILDE.match(line, number) else character
        for number, character in enumerate(line)
    )


def _mend_strong(line: str) -> str:
    """Bold words without the blanks that keep them from being bold, and without marks that have no fellow."""
    marks = len(_STRONG.findall(line))
    if marks == 0:
        return line
    if marks % 2:
        at = line.rfind("**")
        line = line[:at] + line[at + 2 :]
        if marks == 1:
            return line
    parts = _STRONG.split(line)
    mended = parts[0]
    for number, part in enumerate(parts[1:], 1):
        if number % 2:  # within bold
            words = part.strip()
            lead, tail = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
            mended += f"{lead}**{words}**{tail}" if words else part
        else:
            mended += (
                part if not mended.endswith("**") or not part[:1].isalnum() or mended[-3:-2].isalnum() else f" {part}"
            )
    return mended
