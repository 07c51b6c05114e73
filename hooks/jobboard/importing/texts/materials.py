"""What applicants are asked to send."""

from __future__ import annotations

import re

from jobboard.importing.texts.passages import Passage
from jobboard.standards.languages.words import terms

_ASKS = re.compile(
    r"\b(?:includ\w+|submit\w*|send|sent|consist\w* of|contain\w*|should (?:also )?(?:provide|enclose|attach|upload)|following|attach\w*|enclos\w*|together with|upload\w*|provide\w*|with (?:a |your |an )?(?:cv|curriculum|cover|motivation|resume)|documents|materials|comprise\w*|require\w*|need\w*|accompanied by|along with"
    r"|mit|senden|schicken|folgende\w*|beizufügen|einreichen|unterlagen|bestehend aus|envoy\w*|avec|joindre|comprenant|accompagné\w*|dossier|enviar|adjunt\w*|incluy\w*|con|inviare|allegare|corredat\w*|enviar|acompanhad\w*|com|anexar|stuur\w*|met|bijvoeg\w*|skicka\w*|bifoga\w*|innehålla\w*|ska innehålla)\b"
)
_LETTERS = re.compile(
    r"\b(?P<count>one|two|three|four|1|2|3|4)(?:\s(?:or more|to three|-\s?3))?\s(?:\w+\s){0,2}(?:letters? of (?:recommendation|reference)|recommendation letters?|reference letters?|letters of support|empfehlungsschreiben|lettres de recommandation|cartas de recomendación|lettere di (?:referenze|raccomandazione)|cartas de recomendação)",
    re.IGNORECASE,
)
_ITEMS = 12
"""Sentences and items behind one that asks, in which the rest of what is asked for may stand."""


def find_materials(passage: Passage) -> tuple[list[str], str | None, str]:
    """What is asked for and how many letters of reference, from the sentences that ask and the list below each."""
    asked: dict[str, str] = {}
    letters, open_for = None, 0
    for sentence in passage.sentences:
        low = sentence.low
        is_asking = bool(
            _ASKS.search(low)
            and (
                passage.cue("apply").search(low) or sentence.section == "apply" or low.endswith(("include:", "include"))
            )
        )
        if is_asking:
            open_for = _ITEMS if sentence.text.endswith(":") else 3
        else:
            open_for = open_for - 1 if sentence.is_item or len(low) < 160 else 0
        if open_for <= 0 or sentence.section == "profile":
            continue
        for name, pattern in terms("materials", passage.codes):
            if name not in asked and pattern.search(low):
                asked[name] = sentence.text
        if match := _LETTERS.search(sentence.text):
            letters = match["count"].lower()
    return list(asked), letters, " … ".join(dict.fromkeys(asked.values()))
