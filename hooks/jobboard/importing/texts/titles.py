"""What the position is called, apart from employer and place."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from jobboard.fields.words import MAX_TITLE_CHARACTERS
from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.employers import organization_of, split_address
from jobboard.importing.texts.institutions import INSTITUTION_WORD, is_institution, is_part
from jobboard.importing.texts.labels import field_of_label
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.places import is_place_name, place_in, places_in
from jobboard.standards.languages.words import ALL, any_kind, lower
from jobboard.standards.regions import find_regions
from jobboard.standards.tables import Country, find_country

_WORK_WORD = re.compile(
    r"\b(?:researchers?|scientists?|engineers?|fellow(?:ship)?s?|professor\w*|lecturers?|assistants?|associates?|developers?|analysts?|statisticians?|technicians?|managers?|director|leader|head of"
    r"|studentships?|thesis|scholar(?:ship)?s?|programmers?|specialists?|coordinators?|research positions?|chair|wissenschaftl\w+|mitarbeiter\w*|rse|curator|officer|positions?|vacanc(?:y|ies)|jobs?|openings?|administrator|architect|modell?er"
    r"|student|technologist|advisor|consultant|expert|stelle[n]?|referent\w*|chargée?s? de|poste|plaza|puesto|posizione|posto|vaga|vacature|medewerk\w+|tjänst|steward|librarian|bolsa|beca|bourse|assegno|borsa|beurs|stipend\w*|adviseur|handläggare|samordnare|undergraduate|phd|postdoc)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:job|position|role|post|vacancy) (?:description|summary|title|overview|advert\w*|details|information|announcement|posting|opening|offers?)|vacanc(?:y|ies)|about .{0,60}|jobs?|careers?|open(?:ing|ings)? positions?|open positions?|apply now|job opportunit(?:y|ies)|opportunit(?:y|ies)|positions? available|available positions?|we are hiring!?|join us!?|stellenangebote?|stellenausschreibung(?:en)?|offres? d['’]emploi|ofertas? de empleo|vacatures?|lediga jobb|open vacancies|current vacancies|job vacancy|open position|job offer|how to apply|the (?:position|role|job)",
    re.I,
)
_QUALIFICATION = re.compile(
    r"\b(?:degree|or (?:a )?related|or equivalent|related (?:field|discipline|area)|closely related|experience|knowledge of|qualification|completed|required|requirement|must have|should have|skills|ability|hold(?:s|ing)? a|abgeschlossen\w*|erfahrung|expérience|diplôme|titulación|laurea|requisito|ervaring|examen|student registered|opportunit(?:y|ies) to|supervis(?:e|ion|ing))\b",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?:re|fwd?|aw|wg)\s?:\s?|\[[\w .:/-]{2,40}\]\s?|(?:job (?:opening|offer|announcement|posting|vacancy|ad|advert|opportunity)|vacancy|vacancies|open position|open positions|hiring|we['’]?(?:re| are) hiring|wanted|position available|now hiring|new position|new job|job|stellenausschreibung|stellenangebot|stellenanzeige|offre d['’]emploi|oferta de empleo|vacature|announcement|call for applications|opportunity|position|advert)\s?[:–—|-]\s)+",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\s?[(\[](?:ref(?:erence)?|job id|req|vacancy|kennziffer|réf|código|rif|dnr|job|id|position)\b[\s.:#n°o]{0,5}[^()\[\]]{0,40}\d[^()\[\]]{0,20}[)\]]",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"^(?:(?:an?|the|highly|exceptional|motivated|highly-motivated|and|talented|outstanding|excellent|skilled|enthusiastic|ambitious|bright|creative|collaborative|,|new|full[- ]time|part[- ]time|self-motivated|qualified|experienced|strong|fully|fully-funded|funded|one|two|three|four|five|six|several|multiple|dynamic|passionate|driven|independent|dedicated|promising|committed|curious|exciting|open|immediate|temporary|permanent|fixed-term|paid|\w+-year|\d-year|\w+ year|\d year|\d+[- ]months?|highly qualified|well-qualified|interested|team-oriented|(?:\d\.?\d* FTE)|long-term|prestigious|unique|competitive|early-career|early career)[\s,]{1,2}){1,9}",
    re.I,
)
_SOUGHT = re.compile(
    r"\b(?:seek(?:ing|s)?|looking for|look for|looks for|recruit(?:ing|s)?|hir(?:e|ing)|invit\w+ applications? (?:for|from)|applications? (?:are invited |are sought )?for|appoint|offer(?:s|ing)?|opening for|openings for|announc\w+|advertis\w+|opening of|search(?:ing)? for|is available for|an opening|to fill|vacancy for|available:)\s"
    r"(?:the (?:position|role|post) of\s|a position as\s|the following\s)?(?P<title>(?:an?|the|one|two|three|four|five|several|\d|multiple|exceptional|motivated|talented|highly|outstanding|postdoc\S*|ph\.?d\S*|research\S*)\s?[^.;:!?\n]{4,160}?)"
    r"(?=\s(?:to (?!join the field)|who|whose|with|that|for the (?:group|team|lab)|for a period|for (?:two|three|four|\d)|at|based|starting|focus\w+|interested|in (?:the|our|my|his|her) (?:lab|group|team|department|division|institute|section|research|school|faculty|centre|center|unit|field)|within|as part|on the (?:project|topic|theme)|available|beginning|under the|funded (?:by|through|under|within)|position (?:is|will)|and (?:to|will|we))\b|[.,;:!?(]|$)",
    re.IGNORECASE,
)
_SOUGHT_ELSEWHERE = re.compile(
    r"\b(?:bandisce (?:un concorso per |una selezione per )?una?|concorso per una?|plaza de|puesto de|contrato de|poste de|offre de|posizione di|posto di|vaga de|vaga para|bolsa de|contratto di|stelle als|stelle (?:einer|eines)|position als|functie van|vacature voor een|op zoek naar een|anställning som|tjänst som|söker en|sucht (?:eine?n?|zum \S+ (?:Zeitpunkt )?eine?n?)|recrute une?|recherche une?|busca un[ao]?|cerca un[ao']?)\s"
    r"(?P<title>[^.;:!?,\n(]{6,120}?)(?=\s(?:para|pour|per|für|voor|för|con|mit|met|avec|qui|que|die|der|das|ab|zum|en el|en la|presso|an der|am|bij|vid|en la|à l|a partir|con|(?:con|de) una duración)\b|[.,;:!?(]|$)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[\s,]{0,3}[(\[](?P<place>[^()\[\]]{2,90})[)\]]")
_AT = re.compile(
    r"(?:,?\s(?:at|@|an der|am|à l['’]|à|bei|bij|vid|presso|na|en la|with)\s(?:the\s|de\s|het\s)?|\s[-–—|]\s|,\s|:\s|\sin the\s)(?P<employer>[^@|:]{3,110})$"
)
_FRONT = re.compile(r"^(?P<employer>[^:|–—]{3,90}?)(?::|\s[-–—|])\s(?P<title>.{6,})$")
_IN_PLACE = re.compile(
    r"(?:,?\s(?:in|at|near|à|en|a|te|i)\s|\s[-–—|@]\s|,\s)(?P<place>[A-ZÀ-Þ][^,()|–—]{1,40}(?:,\s[^,()|–—]{2,40}){0,2})\.?$"
)
_LINKER = re.compile(
    r"(?:of|for|and|the|de|la|di|der|die|das|für|in|at|on|&|du|des|del|della|degli|et|y|e|und|van|von|och|zu|am|an|l|d|do|da|dos|das|i|en|to|\d+)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][\w-]{0,15}(?:\s[^<>]{0,300})?/?>")
_SENTENCE = re.compile(
    r"^[a-z]+\s[a-z]+\s[a-z]+.*[.!]$|^(?:this|these|the successful|applicants?|candidates?|you|we|please|our|i)\s(?:[\w-]+\s){0,3}?(?:is|are|will|must|should|can|may|have|has|offers?|seeks?|invites?|find|welcomes?|encourages?|looks?|am)\b",
    re.IGNORECASE,
)
"""A line that says something about a position, and is no name of one."""
_MAX_LINES = 14


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


def fill_title(draft: Draft, passage: Passage) -> None:
    """Note the title: a labelled one, a line near the top that names a kind of position, or what is being sought."""
    if "title" in draft.findings:
        return
    candidates = find_titles(passage)
    if any({"page heading", "names a position"} <= set(c.signs) for c in draft.proposals.get("title", ())):
        candidates = [c for c in candidates if "first line" not in c.signs and "heading" not in c.signs]
    employers = [stated.value for stated in passage.stated("organization")]
    parts = {candidate.value: _keep_topic(candidate.value, employers) for candidate in candidates}
    candidates = [candidate._replace(value=parts[candidate.value].title) for candidate in candidates]
    draft.weigh("title", [c for c in candidates if "label" in c.signs or len(c.value) <= MAX_TITLE_CHARACTERS])
    chosen = draft.value("title")
    for found in parts.values():
        if found.title == chosen:
            note_parts(draft, found, draft.findings["title"].evidence)
            break


def _keep_topic(written: str, employers: list[str]) -> TitleParts:
    """*written* taken apart, but for what a comma makes look like the employer while a label names quite another."""
    parts = take_apart(written)
    name = parts.employer
    if name is None or not employers or is_part(name) or f"{parts.title}, {name}" != written:
        return parts
    if any(name.casefold() in stated.casefold() or stated.casefold() in name.casefold() for stated in employers):
        return parts
    return parts._replace(title=written, employer=None)


def find_titles(passage: Passage) -> list[Candidate]:
    """The lines and phrases that may be the title."""
    found: list[Candidate] = []
    for stated in passage.stated("title"):
        if not _GENERIC.fullmatch(stated.value) and 4 < len(stated.value) <= 200:
            found.append(Candidate(_clean(stated.value), ("label",), stated.line, stated.place))
    numbers = [number for number, line in enumerate(passage.lines) if line][:_MAX_LINES]
    first = True
    for number in numbers:
        line, raw = passage.lines[number], passage.text_lines[number].lstrip()
        is_heading = raw.startswith(("#", "**", "__"))
        if not _may_be_title(line, passage) or (passage.sections[number] == "profile" and not is_heading):
            continue
        signs = ["heading" if is_heading and not first else "first line", "names a position"]
        if _QUALIFICATION.search(line) or re.match(r"\s*[-*+•]\s", raw):
            signs.append("asks for a qualification")
        if not first:
            signs.append("several of this kind")
        found.append(Candidate(_clean(line), tuple(signs), line, number))
        first = False
    for sentence in passage.sentences[:40]:
        match = _SOUGHT.search(sentence.text) or _SOUGHT_ELSEWHERE.search(sentence.text)
        if match and names_position(match["title"], passage.codes) and not _QUALIFICATION.search(match["title"]):
            title = _PRAISE.sub("", match["title"]).strip(" ,")
            if 6 <= len(title) <= MAX_TITLE_CHARACTERS and names_position(title, passage.codes):
                is_another = any("sought" in candidate.signs for candidate in found)
                found.append(
                    Candidate(
                        title[:1].upper() + title[1:],
                        ("sought", "several of this kind") if is_another else ("sought",),
                        cut_around(sentence.text, *match.span("title")),
                        sentence.place,
                    )
                )
    return found


def name_sought(words: str) -> str:
    """What is sought, without the praise and the terms before it: "one 18-month postdoc" is a postdoc."""
    title = _PRAISE.sub("", words).strip(" ,")
    return title[:1].upper() + title[1:] if len(title) > 5 else words


def take_title(draft: Draft, written: str, evidence: str, hint: Country | None = None) -> None:
    """Note a stated title, its place and employer as candidates for their own fields."""
    parts = take_apart(written, hint)
    draft.find("title", parts.title, evidence)
    note_parts(draft, parts, written)


def take_part(draft: Draft, title: str) -> None:
    """Note what one of several positions in a source is called."""
    draft.hints["part"] = title
    draft.stem = ""
    draft.infer("title", name_sought(take_apart(title).title), title)


def note_parts(draft: Draft, parts: TitleParts, evidence: str) -> None:
    """Keep what a title says of place and employer for the decision about them."""
    if parts.bracket:
        draft.hints["city"] = parts.bracket
    if parts.places:
        value = parts.places[0] if len(parts.places) == 1 else list(parts.places)
        signs = ("in the title", "country only") if isinstance(value, str) and "," not in value else ("in the title",)
        draft.propose("location", Candidate(value, signs, evidence, -1))
    if parts.employer:
        value = organization_of(parts.employer)
        signs = ("in the title", "a unit") if isinstance(value, str) and is_part(value) else ("in the title",)
        draft.propose("organization", Candidate(value, signs, evidence, -1))


def take_apart(written: str, hint: Country | None = None) -> TitleParts:
    """The title in *written*, without markup, and the place and the employer that stand around it."""
    title = _clean(written)
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
    if alone and (find_regions(inner) or find_country(inner)):
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
            if len(parts) == 3 and not find_regions(parts[1]):
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


def _may_be_title(line: str, passage: Passage) -> bool:
    label = line.partition(":")[0]
    return (
        6 <= len(line) <= MAX_TITLE_CHARACTERS + 80
        and names_position(line, passage.codes)
        and (
            not line.endswith((".", "!", "?", ":", ";", ","))
            or (line.endswith(".") and len(line) < 70 and line.count(" ") < 9)
        )
        and not field_of_label(label if ":" in line else line, passage.codes)
        and not _GENERIC.fullmatch(line)
        and "@" not in line
        and "http" not in line
        and not re.search(r"[a-zà-ÿ)]{3}(?<!ref)[.!?]\s[A-ZÀ-Þ]", line)
        and line[0].isalnum()
        and not _SENTENCE.search(line)
    )


def _clean(written: str) -> str:
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
