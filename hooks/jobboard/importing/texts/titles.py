"""What the position is called, apart from employer and place."""

from __future__ import annotations

import re

from jobboard.fields.words import MAX_TITLE_CHARACTERS
from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.employer_names import organization_of
from jobboard.importing.texts.institutions import is_part
from jobboard.importing.texts.labels import field_of_label
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.title_parts import GENERIC_TITLE, TitleParts, clean_title, names_position, take_apart
from jobboard.standards.tables import Country

_QUALIFICATION = re.compile(
    r"\b(?:degree|or (?:a )?related|or equivalent|related (?:field|discipline|area)|closely related|experience|knowledge of|qualification|completed|required|requirement|must have|should have|skills|ability|hold(?:s|ing)? a|abgeschlossen\w*|erfahrung|expérience|diplôme|titulación|laurea|requisito|ervaring|examen|student registered|opportunit(?:y|ies) to|supervis(?:e|ion|ing))\b",
    re.I,
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
_SHORTENED = re.compile(
    r"\b(?:wiss|stud|asst|assoc|assist|prof|akad|techn|res|dipl|sci|eng|ref|univ|dept|inst)\.", re.I
)
"""Words with a full stop that ends no sentence."""
_FACTS_BEHIND = re.compile(
    r"\s{1,3}[—–|•·(-]\s?(?:(?:application |final )?deadline|closing(?: date)?|apply by|bewerbungsfrist|date limite|fecha límite|scadenza|prazo|sluitingsdatum|sista ansökningsdag)\b[\s:].*$",
    re.I,
)
"""What some write behind a title on its line."""
_SENTENCE = re.compile(
    r"^[a-z]+\s[a-z]+\s[a-z]+.*[.!]$|^(?:this|these|the successful|applicants?|candidates?|you|we|please|our|i)\s(?:[\w-]+\s){0,3}?(?:is|are|will|must|should|can|may|have|has|offers?|seeks?|invites?|find|welcomes?|encourages?|looks?|am)\b",
    re.IGNORECASE,
)
"""A line that says something about a position, and is no name of one."""
_MAX_LINES = 14


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
        if not GENERIC_TITLE.fullmatch(stated.value) and 4 < len(stated.value) <= 200:
            found.append(Candidate(clean_title(stated.value), ("label",), stated.line, stated.place))
    numbers = [number for number, line in enumerate(passage.lines) if line][:_MAX_LINES]
    first = True
    for number in numbers:
        line, raw = _FACTS_BEHIND.sub("", passage.lines[number]), passage.text_lines[number].lstrip()
        is_heading = raw.startswith(("#", "**", "__"))
        if not _may_be_title(line, passage) or (passage.sections[number] == "profile" and not is_heading):
            continue
        signs = ["heading" if is_heading and not first else "first line", "names a position"]
        if _QUALIFICATION.search(line) or re.match(r"\s*[-*+•]\s", raw):
            signs.append("asks for a qualification")
        if not first:
            signs.append("several of this kind")
        found.append(Candidate(clean_title(line), tuple(signs), line, number))
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
        and not GENERIC_TITLE.fullmatch(line)
        and "@" not in line
        and "http" not in line
        and not re.search(r"[a-zà-ÿ)]{3}[.!?]\s[A-ZÀ-Þ]", _SHORTENED.sub("", line))
        and line[0].isalnum()
        and not _SENTENCE.search(line)
    )
