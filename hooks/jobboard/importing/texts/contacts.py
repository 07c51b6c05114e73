"""The names of people, as they stand before their addresses."""

from __future__ import annotations

import re

from jobboard.importing.texts.institutions import INSTITUTION_WORD
from jobboard.standards.languages.words import fields_of_labels, lower

_HONORIFIC = r"(?:(?:Prof|Professor|Professorin|Dr|PD|Priv\.-Doz|Associate Professor|Assistant Professor|Univ\.-Prof|Mr|Mrs|Ms|Mx|Herr|Frau|Herrn|Mme|Ing|Dott|Dott\.ssa|Prof\.ssa|Ir|ir|drs|Dra|Sra|Doç|A/Prof|Apl\. Prof|em)\.?\s(?:h\.\s?c\.\s|nat\.\s|rer\.\s|med\.\s|ing\.\s|-Ing\.\s|mult\.\s)?){0,4}"
_PART = r"[A-ZÀ-ÖØ-ÞŠŽČŁ][\w'’.-]{0,30}"
_NAME = re.compile(
    rf"(?P<name>{_HONORIFIC}{_PART}(?:\s(?:(?:van|von|de|der|den|di|da|dos|del|la|le|el|al|bin|ten|ter|zu|af|du|'t)\s){{0,2}}{_PART}){{1,4}})"
    r"(?:,?\s(?:Ph\.?D\.?|MD|M\.Sc\.))?[\s,:;(<\[–-]{0,5}(?:(?:at|via|by|under|per|unter|e-?mail|email|mail|tel|through|par|por|a|naar|courriel|correo|e-post|mejl|address|to|på|an|phone)[\s.:,(<-]{0,4}){0,4}$"
)
_NO_NAME = re.compile(
    r"\b(?:Contact|Questions?|Please|For|Further|Information|Application\w*|Send|Email|E-mail|Mail|Enquir\w+|Inquir\w+|Informal|More|The|Deadline|Position|Job|Human|Resources|HR|Office|Your|CV|Letter|Any|If|Interested|Candidates?|Bitte|Fragen|Kontakt|Personal\w*|Service|Machine|Learning|Research|Science\w*|Data|Phone|Tel|Website|Admin\w*|Manager|Director|Head|Secretary|Supervisor|Prof\. Dr)\b$|^(?:Contact|Please|Questions?|For|If|Any|Send|Email|Informal|More)\b"
)


def name_before(text: str, at: int) -> str | None:
    """The name of the person that stands right before the place *at*; None where no name does."""
    lead = text[max(0, at - 130) : at]
    match = _NAME.search(lead)
    if match is None:
        return None
    name = re.sub(
        r"^(?:Contact|Please|Kontakt|Contacter|To|At|With|By|And|Or|Mit|An|Bei|Der|Die)\s", "", match["name"]
    ).strip(" .,")
    words = [word for word in name.split() if word[:1].isupper()]
    if len(words) < 2 or _NO_NAME.search(name) or INSTITUTION_WORD.search(name) or lower(name) in fields_of_labels():
        return None
    return name if len(name) <= 60 else None
