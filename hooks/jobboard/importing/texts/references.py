"""What applicants are to quote."""

from __future__ import annotations

import re

from jobboard.importing.candidates import cut_around
from jobboard.importing.texts.passages import Passage


def reference_in(passage: Passage) -> tuple[str | None, str]:
    """What applicants quote, and the words that say so."""
    for stated in passage.stated("reference"):
        value = stated.value.strip(" .*#")
        if (
            re.search(r"\d", value)
            and len(value) <= 60
            and "http" not in value
            and not re.fullmatch(r"\d{1,2}\W\d{1,2}\W\d{4}", value)
        ):
            return value, stated.line
    for sentence in passage.sentences:
        if match := _QUOTED.search(sentence.text) or _SUBJECT.search(sentence.text):
            return (match["quoted"] or match["code"]).strip(" .,"), cut_around(sentence.text, *match.span())
    return None, ""


_SUBJECT = re.compile(
    r"\b(?:subject(?: line)?|quot\w+(?: the)? (?:reference|ref\.?)(?: number| no\.?)?|reference(?: number| no\.?| code)?|ref\.? (?:no\.?|number)|kennziffer|betreff|référence|referencia|riferimento|referência|vacaturenummer|referensnummer|diarienummer|asunto|oggetto|assunto|objet|onderwerp)(?:\s(?:of|is|as|the|line|your|email|e-mail|del|du)){0,3}\s{0,2}[:#]?\s{0,2}"
    r"(?:[“\"„'‘«](?P<quoted>[^”\"“'’»\n]{2,100})[”\"“'’»]|(?P<code>(?:[A-Z][A-Z-]{1,9}\s)?[A-Z0-9][\w./-]{0,24}\d[\w./-]{0,12}))", re.I)  # fmt: skip
_QUOTED = re.compile(
    r"\b(?:with|quot\w+|put|includ\w+|mention\w*|stat\w+|using|indicat\w+)\s(?:the\s)?(?:reference\s|code\s)?(?:[“\"„'‘«](?P<quoted>[^”\"“'’»\n]{2,100})[”\"“'’»]|(?P<code>[A-Z0-9][\w./-]{2,30}))\sin (?:the|your) (?:e-?mail )?subject",
    re.I,
)
