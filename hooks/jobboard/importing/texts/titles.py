"""What the position is called, apart from employer and place."""

from __future__ import annotations

import re

from jobboard.fields.words import MAX_TITLE_CHARACTERS
from jobboard.importing.draft import Draft
from jobboard.importing.texts.labels import FIELD_OF_LABEL, fold_label
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.places import INSTITUTION, read_place

POSITION_WORD = re.compile(
    r"\b(?:ph\.?\s?d\.?s?|doctoral|doktorand\w*|post-?\s?doc\w*|researchers?|scientists?|engineers?|fellow(?:ship)?s?|professor\w*|lecturers?"
    r"|assistants?|associates?|developers?|analysts?|statisticians?|bioinformatician\w*|technicians?|managers?|director|leader|head|intern"
    r"|internship|studentships?|thesis|scholar\w*|programmers?|specialists?|coordinators?|research positions?|chair|faculty|wissenschaftl\w+"
    r"|mitarbeiter\w*|rse|curator|officer|position|vacancy|job|praktikum|tenure[- ]track|trainee|administrator|architect|modell?er|biologist"
    r"|ecologist|physicist|mathematician|geophysicist|glaciologist|oceanographer|chemist|student|technologist|advisor|consultant|expert)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:job|position|role) (?:description|summary|title|overview|advert\w*)|vacancy|about .{0,60}|job|careers?|open positions?|apply now",
    re.I,
)
_SEEKING = re.compile(
    r"\b(?:seek(?:ing|s)?|looking for|look for|recruit(?:ing|s)?|hiring|invit\w+ applications? for|applications? (?:are invited )?for|appoint|offer(?:s|ing)?|opening for)\s"
    r"(?:the (?:position|role|post) of\s)?(?:an?|the|one|two|several)\s(?P<title>[^.;:!?()\n]{8,140}?)"
    r"(?=\s(?:to|who|with|that|for the (?:group|team|lab)|at|based|starting|focus\w+|interested|in (?:the|our)|within|as part|on the)\b|[.,;:!?(]|$)",
    re.IGNORECASE,
)
_APPLY_FOR = re.compile(
    r"\bapply for\s(?:the (?:position|role|post) of\s)?(?P<title>[A-Z][^.;!?\n]{8,120})$", re.IGNORECASE
)
_PRAISE = re.compile(
    r"^(?:(?:an?|highly|exceptional|motivated|and|talented|outstanding|excellent|skilled|enthusiastic|ambitious|bright|creative|collaborative|,|new|full-time|part-time|self-motivated|qualified|experienced|strong)[\s,]{1,2}){1,8}",
    re.I,
)
_LIST_NAME = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s?:\s?|\[[\w .:-]{2,40}\]\s?){1,5}", re.IGNORECASE)
_PLACE = re.compile(r"[\s,]{0,3}[(\[](?P<place>[^()\[\]]{2,80})[)\]]\s*\.?$")
_AT = re.compile(r"(?:\s(?:at|@)\s(?:the\s)?|\s[-–—|]\s|,\s|:\s)(?P<employer>[^@|:]{3,90})$")
_FRONT = re.compile(r"^(?P<employer>[^:|–—]{3,80}?)(?::|\s[-–—|])\s(?P<title>.{6,})$")


def fill_title(draft: Draft, passage: Passage) -> None:
    """Note the title: a labelled one, a line near the top that names a kind of position, or what is being sought."""
    for stated in passage.stated("title"):
        note_title(draft, stated.value, stated.line)
    if "title" in draft.findings:
        return
    for line in [line for line in passage.lines if line][:12]:
        label = fold_label(line.partition(":")[0])
        is_title = (
            6 <= len(line) <= MAX_TITLE_CHARACTERS
            and POSITION_WORD.search(line)
            and not line.endswith((".", "!", "?", ":"))
        )
        if is_title and label not in FIELD_OF_LABEL and not _GENERIC.fullmatch(line) and "@" not in line:
            note_title(draft, line, line, is_certain=False)
            return
    for pattern in (_APPLY_FOR, _SEEKING):
        for sentence in passage.sentences:
            match = pattern.search(sentence)
            if match and POSITION_WORD.search(match["title"]):
                title = _PRAISE.sub("", match["title"]).strip()
                note_title(draft, title[:1].upper() + title[1:], sentence, is_certain=False)
                return


def note_title(draft: Draft, written: str, evidence: str, *, is_certain: bool = True) -> None:
    """Note *written* as the title, its place and employer in their own fields."""
    written = _LIST_NAME.sub("", " ".join(written.replace("**", "").split()).strip(' #*_"“”'))
    title, place = _split_place(written)
    title, employer = _split_brackets(title)
    if employer is None:
        title, employer = _split_employer(title)
    if employer:
        employer, behind = _split_address(employer)
        place = place or behind
    if place:
        draft.find("location", place, written)
    if employer:
        draft.infer("organization", employer, written)
    if len(title) > MAX_TITLE_CHARACTERS and not is_certain:
        return
    note = draft.find if is_certain else draft.infer
    note("title", title.rstrip(" .,;:–-"), evidence if title != written or not is_certain else written)


def _split_place(title: str) -> tuple[str, str | None]:
    match = _PLACE.search(title)
    if match and (place := read_place(match["place"])):
        return title[: match.start()].rstrip(" ,-–"), place
    return title, None


def _split_brackets(title: str) -> tuple[str, str | None]:
    match = _PLACE.search(title)
    if match and is_employer(match["place"]) and not POSITION_WORD.search(_without_names(match["place"])):
        return title[: match.start()].rstrip(" ,-–"), match["place"]
    return title, None


def _split_employer(title: str) -> tuple[str, str | None]:
    """The title without the employer behind "at", a dash or a comma, or before a colon, where one is certain."""
    for match in _AT.finditer(title):
        employer, rest = match["employer"].strip(), title[: match.start()]
        if (
            INSTITUTION.search(employer)
            and POSITION_WORD.search(rest)
            and not POSITION_WORD.search(_without_names(employer))
        ):
            return rest, employer
    front = _FRONT.match(title)
    if (
        front
        and is_employer(front["employer"])
        and POSITION_WORD.search(front["title"])
        and not POSITION_WORD.search(front["employer"])
    ):
        return front["title"], front["employer"]
    return title, None


def _split_address(employer: str) -> tuple[str, str | None]:
    """The employer and its place in "Radboud University, Nijmegen, Netherlands"."""
    parts = employer.split(", ")
    for number in range(1, len(parts)):
        tail = ", ".join(parts[number:])
        if not INSTITUTION.search(tail) and (place := read_place(tail)):
            return ", ".join(parts[:number]), place
    return employer, None


def is_employer(written: str) -> bool:
    """Whether *written* is the name of an institution, as far as its words tell."""
    return bool(re.search(r"\b(?:universi\w+|hochschule|institut\w*|college|hospital|klinik\w*|laborator\w+|cent(?:er|re)s?|school|academy|council|survey"
                          r"|eth|epfl|inria|cnrs|csic|observatory|museum|foundation|agency|gmbh|inc|ltd|société|école|national lab\w*|uni)\b", written, re.I)) and written[:1].isupper()  # fmt: skip


def _without_names(employer: str) -> str:
    """An employer's name without the words of it that also name positions ("Center for Student Affairs")."""
    return re.sub(r"\b(?:student|research|assistant|associate)\b", "", employer, flags=re.IGNORECASE)
