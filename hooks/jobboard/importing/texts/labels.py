"""What a label states: the field, or part of one, that the languages' tables know it by."""

from __future__ import annotations

import re
from functools import lru_cache

from jobboard.standards.languages.words import ALL, fields_of_labels, lower

_REMARK = re.compile(r"\s{0,3}[(\[][^()\[\]]{0,60}[)\]]?")
_ARTICLE = re.compile(
    r"^(?:the|your|our|job's|die|der|das|la|le|les|l'|il|lo|el|o|a|de|het|uw|je|ihre|votre|tu|su|sua|seu)\s"
)
_TAIL = re.compile(
    r"\s(?:for (?:this|the) (?:position|post|job|role|vacancy)|of (?:this|the) (?:position|post|job|role)|for applicants|\((?:\w+)\)|is|für die stelle|du poste|del puesto)$"
)
_MAX_LABEL = 70


@lru_cache(maxsize=4096)
def field_of_label(label: str, codes: tuple[str, ...] = ALL) -> str | None:
    """The field that the line behind *label* states; None for words that are no label."""
    if len(label) > _MAX_LABEL:
        return None
    folded = lower(label).replace("’", "'").strip(' .:#*_\t“”"-–/')
    table = fields_of_labels(codes)
    for candidate in _spellings(folded):
        if found := table.get(candidate):
            return found
    return None


def _spellings(folded: str) -> list[str]:
    """*folded* as it is; then without remarks in parentheses, an article, and what it is the label of."""
    bare = _REMARK.sub("", folded)
    bare = " ".join(_ARTICLE.sub("", bare.strip(" .:#*_")).split())
    return list(dict.fromkeys((folded, bare, bare.rstrip("?"), _TAIL.sub("", bare), re.sub(r"\s?/\s?", "/", bare))))
