"""Who employs; a recruiter or a job site that writes about itself is told apart."""

from __future__ import annotations

import re
from typing import Any

from jobboard.importing.draft import Draft
from jobboard.importing.texts.passages import Passage
from jobboard.importing.texts.titles import is_employer

_WORD = r"[A-ZÀ-ÖØ-Þ][\w&'’.-]{0,30}"
_NAME = rf"(?:{_WORD})(?:\s(?:(?:of|for|and|the|de|di|der|für|in|at|on|&|du|des|la)\s){{0,2}}{_WORD}){{0,8}}"
_HIRES = re.compile(
    rf"(?:^|[.,]\s|\b[Tt]he\s)(?P<name>{_NAME})(?:\s\([\w&. -]{{2,20}}\))?(?:,[^,.]{{3,80}},)?\s(?:is|are)\s(?:currently\s|now\s|actively\s)?"
    r"(?:seeking|looking for|recruiting|hiring|inviting|searching|offering|advertising|soliciting|accepting|pleased)\b"
)
_INVITES = re.compile(
    rf"(?:^|\b[Tt]he\s)(?P<name>{_NAME})(?:\s\([\w&. -]{{2,20}}\))?\s(?:seeks|invites|offers|has an opening|has openings|announces|welcomes applications)\b"
)
_KIND = r"University|Universität|Universiteit|Universidad|Università|Université|Institute|Institut|Hospital|College|Laboratory|Hochschule|Observatory|Polytechnic|Clinic|Museum|School of Medicine|Medical School|Medical Center"
_INSTITUTION = re.compile(
    rf"\b(?P<name>(?:University|Université|Universität|Technical University|Institute|Università|Universidad) (?:of|de|di|at|for) (?:the )?{_WORD}(?:[ ,-]{{1,2}}(?:(?:of|and|at) )?{_WORD}){{0,4}}"
    rf"|{_WORD}(?:\s(?:(?:of|for|and|de)\s)?{_WORD}){{0,5}}\s(?:{_KIND})(?:\s(?:of|for|at)\s{_WORD}(?:\s(?:and\s)?{_WORD}){{0,3}})?"
    r"|Max Planck Institute (?:for|of) (?:the )?[A-Z][\w-]+(?: (?:and |of )?[A-Z][\w-]+){0,4}|ETH Z[uü]rich|EPFL)(?![\w-])"
)
_PARTNER = re.compile(
    rf"\b(?P<name>{_NAME})\s(?:has partnered with|(?:is|are) (?:partnering|partnered|working) with|(?:is|are) recruiting (?:on behalf of|for)|(?:is|are) supporting|on behalf of)\b"
)
_NOT_HIRING = re.compile(
    rf"\b(?P<name>{_NAME})(?:\s\((?P<short>[A-Z]{{2,10}})\))?\sis not the (?:hiring|recruiting)? ?(?:organi[sz]ation|employer|company)"
)
_ANONYMOUS = re.compile(
    r"\b(?:our client|a leading (?:\w+ ){0,4}(?:programme|program|institution|university|hospital|institute|company|employer|client|team|group|laboratory|organi[sz]ation|centre|center))\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"^(?:We|I|You|They|It|This|That|There|He|She|Candidates?|Applicants?|The (?:position|candidate|applicant|role|group|team|project|lab|successful)|"
                      r"Applications?|Position|Interested|Our|A|An|In|As|For|Dr|Prof\w*|Dear|Hi|Hello|Project|Job|Who|What|Who we)\b")  # fmt: skip
_ARTICLE = re.compile(r"^(?:The|At|From|In|With|Our|Die|Der|Das|Am|La|Le|Les|El)\s")
_WITHIN = re.compile(rf"^.{{1,60}}?\sat\s(?=.{{0,60}}\b(?:{_KIND})\b)")
"""What stands before the employer's own name: "The group of Prof. X at"."""
_MAX_NAME = 100


def fill_employer(draft: Draft, passage: Passage) -> None:
    """Note the employer, or the recruiter in `via` where the employer is not named."""
    for stated in passage.stated("via"):
        draft.find("via", stated.value[:_MAX_NAME], stated.line)
    for stated in passage.stated("organization"):
        draft.find("organization", _organization(stated.value, _unit(passage)), stated.line)
    not_hiring = {name for match in _NOT_HIRING.finditer(passage.text) for name in match.groups() if name}
    for sentence in passage.sentences if "organization" not in draft.findings else ():
        match = _PARTNER.search(sentence)
        if match and not _NO_NAME.match(match["name"]) and not is_employer(match["name"]):
            draft.infer("via", match["name"], sentence)
            not_hiring.add(match["name"])
            break
    if "organization" not in draft.findings:
        _infer(draft, passage, not_hiring)


def split_organization(written: str) -> Any:
    """`{name, unit}` for "Department of Physics, University of Oslo"; a name alone stays text."""
    return _organization(written, None)


def _infer(draft: Draft, passage: Passage, not_hiring: set[str]) -> None:
    via = draft.findings.get("via")
    if via and any(_ANONYMOUS.search(sentence) for sentence in passage.sentences):
        draft.problems.append(f"the text does not name the employer: {via.value} recruits for one that stays anonymous")
        return
    for pattern in (_HIRES, _INVITES, _INSTITUTION):
        for sentence in passage.sentences[:60]:
            for match in pattern.finditer(sentence):
                name = _ARTICLE.sub("", _WITHIN.sub("", match["name"])).rstrip(" .,’'")
                name = re.sub(r"[’']s$", "", name)
                if (
                    3 < len(name) <= _MAX_NAME
                    and name not in not_hiring
                    and not _NO_NAME.match(name)
                    and not name.startswith("Dr.")
                ):
                    draft.infer("organization", _organization(name, _unit(passage)), sentence)
                    return


def _unit(passage: Passage) -> str | None:
    units = [stated.value for stated in passage.stated("unit") if 3 < len(stated.value) <= _MAX_NAME]
    return units[0] if units else None


def _organization(written: str, unit: str | None) -> Any:
    written = re.sub(r"\[([^\]\n]{1,200})\]\([^)\n]{1,500}\)", r"\1", written).strip(' .*_\t"“”')
    name, *others = [part.strip() for part in written.split(", ")]
    if (
        others
        and unit is None
        and re.match(
            r"(?:Department|Dept|School|Faculty|Division|Institute of|Centre for|Center for|Laboratory)\b", name
        )
        and is_employer(others[-1])
    ):
        unit, name = ", ".join([name, *others[:-1]]), others[-1]
        written = name
    written = written[:_MAX_NAME]
    return {"name": written, "unit": unit} if unit and unit.casefold() not in written.casefold() else written
