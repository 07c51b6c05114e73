"""A title as somebody wrote it, taken apart into position, employer and place."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from jobboard.importing.texts.employer_names import split_address
from jobboard.importing.texts.institutions import INSTITUTION_WORD, is_institution, is_part
from jobboard.importing.texts.places import is_place_name, place_in, places_in
from jobboard.standards.languages.words import ALL, any_kind, lower
from jobboard.standards.regions import find_region
from jobboard.standards.tables import Country, find_country

GENERIC_TITLE = re.compile(
    r"(?:job|position|role|post|vacancy) (?:description|summary|title|overview|advert\w*|details|information|announcement|posting|opening|offers?)|vacanc(?:y|ies)|about .{0,60}|jobs?|careers?|open(?:ing|ings)? positions?|open positions?|apply now|job opportunit(?:y|ies)|opportunit(?:y|ies)|positions? available|available positions?|we are hiring!?|join us!?|stellenangebote?|stellenausschreibung(?:en)?|offres? d['’]emploi|ofertas? de empleo|vacatures?|lediga jobb|open vacancies|current vacancies|job vacancy|open position|job offer|how to apply|the (?:position|role|job)",
    re.I,
)
"""What stands above positions, and names none."""
_WORK_WORD = re.compile(
    r"\b(?:researchers?|scientists?|engineers?|fellow(?:ship)?s?|professor\w*|lecturers?|assistants?|associates?|developers?|analysts?|statisticians?|technicians?|managers?|director|leader|head of"
    r"|studentships?|thesis|scholar(?:ship)?s?|programmers?|specialists?|coordinators?|research positions?|chair|wissenschaftl\w+|mitarbeiter\w*|rse|curator|officer|positions?|vacanc(?:y|ies)|jobs?|openings?|administrator|architect|modell?er"
    r"|student|technologist|advisor|consultant|expert|stelle[n]?|referent\w*|chargée?s? de|poste|plaza|puesto|posizione|posto|vaga|vacature|medewerk\w+|tjänst|steward|librarian|bolsa|beca|bourse|assegno|borsa|beurs|stipend\w*|adviseur|handläggare|samordnare|undergraduate|phd|postdoc)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:re|fwd?|aw|wg)\s?:\s?|\[[\w .:/-]{2,40}\]\s?|(?:job (?:opening|offer|announcement|posting|vacancy|ad|advert|opportunity)|vacancy|vacancies|open position|open positions|hiring|we['’]?(?:re| are) hiring|wanted|position available|now hiring|new position|new job|job|stellenausschreibung|stellenangebot|stellenanzeige|offre d['’]emploi|oferta de empleo|vacature|announcement|call for applications|opportunity|position|advert)\s?[:–—|-]\s)+",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\s?[(\[](?:ref(?:erence)?|job id|req|vacancy|kennziffer|réf|código|rif|dnr|job|id|position)\b[\s.:#n°o]{0,5}[^()\[\]]{0,40}\d[^()\[\]]{0,20}[)\]]",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[\s,]{0,3}[(\[](?P<place>[^()\[\]]{2,90})[)\]]")
_AT = re.compile(
    r"(?:,?\s(?:at|@|an der|am|à l['’]|à|bei|bij|vid|presso|na|en la|with)\s(?:the\s|de\s|het\s)?|\s[-–—|]\s|,\s|:\s|\sin the\s)(?P<employer>[^@|:]{3,110})$"
)
_FRONT = re.compile(r"^(?P<employer>[^:|–—]{3,90}?)(?::|\s[-–—|])\s(?P<title>.{6,})$")
_LINKER = re.compile(
    r"(?:of|for|and|the|de|la|di|der|die|das|für|in|at|on|&|du|des|del|della|degli|et|y|e|und|van|von|och|zu|am|an|l|d|do|da|dos|das|i|en|to|\d+)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][\w-]{0,15}(?:\s[^<>]{0,300})?/?>")


class TitleParts(NamedTuple):
    """A title as somebody wrote it, taken apart."""

    title: str
    places: tuple[str, ...] = ()
    """As the board has them."""
    employer: str | None = None
    bracket: str | None = None
    """A word in parentheses that may be a city."""


def names_position(written: str, codes: tuple[str, ...] = ALL) -> bool:
    """Whether *written* names a kind of position, or a position at all."""
    if _WORK_WORD.search(written):
        return True
    return bool(any_kind(codes).search(lower(written)))


_LONGEST = 1_000
"""Characters of a title that are looked at, with the markup in it; the longest that a posting may have has 120."""


def take_apart(written: str, hint: Country | None = None) -> TitleParts:
    """The title in *written*, without markup, and the place and the employer that stand around it."""
    title = clean_title(written[:_LONGEST])
    places: tuple[str, ...] = ()
    employer: str | None = None
    bracket: str | None = None
    for match in list(_BRACKETS.finditer(title))[::-1]:
        inner = match["place"].strip()
        at_end = not title[match.end() :].strip(" .")
        if not places and (found := _places_of(title, match, hint)):
            places, title = tuple(found), (title[: match.start()] + title[match.end() :]).rstrip(" ,-–.")
        elif at_end and is_institution(inner) and not names_position(_without_names(inner)):
            employer, title = inner, title[: match.start()].rstrip(" ,-–")
        elif at_end and is_place_name(inner) and not inner.isupper() and not names_position(inner):
            bracket = inner
    if not places and (at_end_of_title := _place_at_end(title)):
        places, title = (at_end_of_title[1],), title[: at_end_of_title[0]].rstrip(" ,-–|")
    if employer is None:
        title, employer = _split_employer(title)
    if employer:
        employer, place = split_address(employer)
        places = places or ((place,) if place else ())
    if not places and (at_end_of_title := _place_at_end(title)):
        places, title = (at_end_of_title[1],), title[: at_end_of_title[0]].rstrip(" ,-–|")
    return TitleParts(title.strip(" .,;:–-"), places, employer, bracket)


def _places_of(title: str, match: re.Match[str], hint: Country | None) -> list[str]:
    """The places in brackets; of "in Northbridge (New Jersey)" the city before them, too."""
    inner = match["place"].strip()
    if not re.match(r"[A-ZÀ-Þ]", inner) or re.search(r"\d|%", inner) or names_position(inner):
        return []
    found = places_in(inner, hint if "," in inner or "/" in inner else None)
    if not found:
        return []
    alone = found[0] if len(found) == 1 else ""
    if alone and (find_region(inner) or find_country(inner)):
        city = re.search(
            r"\b(?:in|at|near)\s(?P<city>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})$", title[: match.start()].rstrip()
        )
        if city and is_place_name(city["city"]) and (place := place_in(f"{city['city']}, {inner}")):
            return [place]
    return found


def _place_at_end(title: str) -> tuple[int, str] | None:
    """Where a place with its country begins at the end of *title*, with what leads to it."""
    if not re.search(r"[,–—|@-]|\s(?:in|at|near|à|en|te)\s", title):
        return None
    best: tuple[int, str] | None = None
    for match in re.finditer(r"(?:,?\s(?:in|at|near|à|en|a|te|i)\s|\s[-–—|@]\s|,\s)(?=[A-ZÀ-Þ])", title):
        tail = title[match.end() :].rstrip(". ")
        parts = [part.strip() for part in tail.split(",")]
        if len(parts) > 3 or any(
            len(part) > 40 or INSTITUTION_WORD.search(part) or re.search(r"\d", part) for part in parts
        ):
            continue
        if any(names_position(part) for part in parts) or not all(re.match(r"[A-ZÀ-Þ]", part) for part in parts):
            continue
        place = place_in(tail)
        has_city = len(parts) > 1 or (len(tail.split()) > 1 and place and "," in place)
        if place and (has_city or match[0].strip() in (",", "-", "–", "—", "|")):
            if len(parts) == 3 and not find_region(parts[1]):
                continue
            if best is None or (match.start() > best[0] and "," not in best[1]):
                best = (match.start(), place)
            if has_city:
                return match.start(), place
    return best


def _split_employer(title: str) -> tuple[str, str | None]:
    """The title without the employer behind "at", a dash or a comma, or before a colon, where one is certain."""
    if " | " in title:
        parts = [part.strip() for part in title.split(" | ")]
        named = [part for part in parts if names_position(part) and not is_institution(part)]
        others = [part for part in parts if is_institution(part)]
        if len(named) == 1 and others:
            return named[0], others[0]
    for match in _AT.finditer(title):
        employer, rest = match["employer"].strip(), title[: match.start()]
        if (
            (is_institution(employer) or is_part(employer) or re.fullmatch(r"[A-Z][A-Z&-]{2,9}", employer))
            and is_name_only(employer)
            and names_position(rest)
            and not names_position(_without_names(employer))
        ):
            if match[0].strip() in (",", ":", "-", "–", "—", "in the") and not (
                is_institution(employer) or is_part(employer)
            ):
                continue
            return rest, employer
    front = _FRONT.match(title)
    if (
        front
        and is_institution(front["employer"])
        and names_position(front["title"])
        and not names_position(_without_names(front["employer"]))
    ):
        return front["title"], front["employer"]
    return title, None


def is_name_only(written: str) -> bool:
    """Whether *written* is a name and nothing more: no word of a sentence in it."""
    return all(
        word[:1].isupper() or not word[:1].isalpha() or _LINKER.match(word)
        for word in re.split(r"[\s,/-]+", written)
        if word
    ) and not re.search(r"\bto\s[a-z]", written)


def clean_title(written: str) -> str:
    """A title without markup, list names and quotes."""
    text = html.unescape(html.unescape(written)) if "&" in written else written
    text = _TAG.sub("", text)
    text = re.sub(r"\[([^\]\n]{1,200})\]\([^)\n]{1,500}\)", r"\1", text)
    text = re.sub(r"\*\*|__|`|~~|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)(?!in|r\b|e\b)", "", text)
    text = re.sub(r"\s?<https?://[^<>\s]{1,500}>|\s?https?://\S+$", "", text)
    text = " ".join(text.split()).strip(' #*_"“”')
    text = _REFERENCE.sub("", text)
    shorter = _LEAD.sub("", text)
    return shorter if len(shorter) > 5 else text


def _without_names(employer: str) -> str:
    """An employer's name without the words of it that also name positions ("Center for Student Affairs")."""
    return re.sub(
        r"\b(?:student|research|researchers|assistant|associate|scientists|engineers|fellow|scholars?|engineering|thesis|head|professor)\b",
        "",
        employer,
        flags=re.IGNORECASE,
    )
