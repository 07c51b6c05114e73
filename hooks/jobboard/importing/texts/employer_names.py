"""Names of employers that have no form of an institution's, by the words around them."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.texts.institutions import is_institution, is_part, split_chain
from jobboard.importing.texts.passages import Sentence
from jobboard.importing.texts.places import place_in

_GROUP_BEFORE = re.compile(
    r"\b(?:group|lab|laboratory|team|department|institute|cent(?:er|re)|school|faculty|division|gruppe|institut|équipe|grupo|gruppo|prof\S*|dr\.?|unit|section|project)\b",
    re.IGNORECASE,
)
_WORKPLACE = re.compile(
    r"\b(?:based at|hosted at|hosted by|employed (?:at|by)|located at|work at|join|position at|positions at|opening at|openings at|available at|fellowship at|job at|vacancy at|scientist at|researcher at|postdoc at|recruited (?:at|by)|appointed at|offered by|offered at)\s(?:the\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w&'’.-]{1,40}(?:\s(?:(?:of|for|and|the|de)\s)?[A-ZÀ-Þ][\w&'’.-]{1,40}){0,5})"
)
_HIRING_NAME = re.compile(
    r"^(?:The |At |Here at )?(?P<name>[A-ZÀ-Þ][\w&'’.-]{1,40}(?:\s(?:(?:of|for|and|the|de)\s)?[A-ZÀ-Þ][\w&'’.-]{1,40}){0,6})(?:\s\([\w&. -]{2,30}\))?\s"
    r"(?:is (?:currently |now |actively )?(?:seeking|hiring|recruiting|looking for|inviting|offering|advertising|searching)|are (?:currently |now )?(?:seeking|hiring|recruiting|looking for)|seeks|invites|has an opening|has openings|offers|announces)\b"
)
_IS_EMPLOYER = re.compile(
    r"(?i:\b(?:employer|employing institution|arbeitgeber(?:in)?|anstellungsträger(?:in)?|employeur|empleador(?:a)?|empregador(?:a)?|entidade contratante|datore di lavoro|werkgever|arbetsgivare)\s(?:is|ist|est|es|è|é|är)\s(?:the |die |das |der |la |le |l['’]|el |il |lo |de |het |o |a )?)"
    r"(?P<name>[A-ZÀ-Þ][\w&'’.-]{1,40}(?:\s(?:(?:of|for|and|the|de|la|du|des|del|di|da|do|für|der|van|voor|och)\s)?[A-ZÀ-Þ][\w&'’.-]{1,40}){0,6})"
)
_INTRODUCED = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][\w&'’.-]{2,40}(?:\s[A-ZÀ-Þ][\w&'’.-]{1,40}){0,3})(?:\s\([\w&. -]{2,30}\))?\sis (?:a|an|one of the|the (?:largest|leading))\s(?:[\w-]+\s){0,6}(?:company|start-?up|spin-?(?:out|off)|institut\w+|cent(?:er|re)|organi[sz]ation|foundation|agency|provider|leader|laborator\w+|hospital|non-?profit|charity|firm|consultancy|university|facility|infrastructure)\b"
)
NO_NAME = re.compile(
    r"^(?:We|I|You|They|It|This|That|There|He|She|Candidates?|Applicants?|(?:The )?(?:Position|Candidate|Applicant|Role|Group|Team|Project|Lab|Laborator(?:y|ies)|Successful|University|Institute|Department|Company|Centre|Center|Consortium|Program(?:me)?)|"
    r"Applications?|Interested|Our|Your|A|An|In|As|For|Dr\.?|Prof\S*|Dear|Hi|Hello|Job|Who|What|Who we|Postdoc\S*|PhD\S*|Research Group|Faculty|Professor|One|Two|Three|Apply|Job Description|Research|Ph\.D\S*)(?:\s|$)(?!(?:of|for)\b)|^(?:Dr\.?|Prof\S*|Professor|Associate|Assistant|PI)\s"
)


def find_other_names(sentence: Sentence, number: int) -> list[Candidate]:
    """Names of no institution's form that the words around them make one."""
    found = []
    if match := _IS_EMPLOYER.search(sentence.text) or _HIRING_NAME.match(sentence.text):
        name = re.sub(r"[’']s$", "", match["name"]).rstrip(" .,’'")
        if is_name(name) and number < 30:
            found.append(
                Candidate(
                    organization_of(name), ("hires",), cut_around(sentence.text, *match.span("name")), sentence.place
                )
            )
    elif (
        number < 8
        and (match := _INTRODUCED.match(sentence.text))
        and is_name(match["name"])
        and not _GROUP_BEFORE.search(match["name"])
    ):
        found.append(
            Candidate(
                organization_of(match["name"]),
                ("introduces itself",),
                cut_around(sentence.text, *match.span("name")),
                sentence.place,
            )
        )
    for match in _WORKPLACE.finditer(sentence.text):
        name = match["name"].rstrip(" .,’'")
        if (
            is_name(name)
            and place_in(name) is None
            and not _GROUP_BEFORE.search(name)
            and number < 30
            and re.search(r"[A-Z]{3}|\s", name)
        ):
            found.append(
                Candidate(
                    organization_of(name),
                    ("where one works",),
                    cut_around(sentence.text, *match.span("name")),
                    sentence.place,
                )
            )
            break
    return found


def is_name(written: str) -> bool:
    """Whether *written* may be the name of an employer at all."""
    return (
        2 < len(written) <= 400
        and not NO_NAME.match(written)
        and bool(re.search(r"[A-ZÀ-Þ]", written))
        and not written.startswith(("http", "Dr."))
    )


_LINK = re.compile(r"\[([^\]\n]{1,200})\]\([^)\n]{1,500}\)")
_ADDRESS = re.compile(r"\s?<[^<>]{0,300}>|\s?\(?https?://\S+")


def organization_of(written: str, unit: str | None = None) -> Any:
    """The employer in *written*, with the unit of it that stands before or behind its name."""
    written = _ADDRESS.sub("", _LINK.sub(r"\1", written))
    written = " ".join(written.replace("**", "").split()).strip(' .*_\t"“”,;')
    name, behind = split_address(written)
    name, own = split_chain(name)
    unit = own or unit
    del behind
    if unit and unit.casefold() not in name.casefold() and name.casefold() not in unit.casefold():
        return {"name": name, "unit": unit}
    return name


def split_address(employer: str) -> tuple[str, str | None]:
    """The employer and its place in "Radboud University, Nijmegen, Netherlands"."""
    parts = employer.split(", ")
    for number in range(1, len(parts)):
        tail = ", ".join(parts[number:])
        if not is_institution(tail) and not is_part(tail) and (place := place_in(tail)):
            return ", ".join(parts[:number]), place
    match = re.fullmatch(r"(?P<name>.{4,}?)\s?\((?P<place>[^()]{3,60})\)", employer)
    if match and (place := place_in(match["place"])):
        return match["name"], place
    return employer, None
