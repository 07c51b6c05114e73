"""Who pays for the position, and who may come."""

from __future__ import annotations

import re

from jobboard.importing.candidates import Candidate, cut_around
from jobboard.importing.draft import Draft
from jobboard.importing.texts.institutions import find_institutions
from jobboard.importing.texts.passages import Passage

_WORD = r"[A-ZÀ-ÖØ-Þ0-9][\w&'’./-]*[\w]|[A-Z]"
_FUNDER = re.compile(
    rf"\s?(?:fully\s|jointly\s|partly\s)?(?:the\s|a\s|an\s|der\s|die\s|das\s|dem\s|den\s|des\s|vom\s|la\s|le\s|les\s|l['’]|el\s|los\s|il\s|lo\s|gli\s|dall['’]|dal\s|dalla\s|o\s|os\s|pela\s|pelo\s|het\s|de\s|een\s|ett\s|en\s)?"
    rf"(?P<name>(?:{_WORD})(?:(?:,?\s(?:and|&|of|for|the|de|del|de la|la|et|und|für|des|der|du|di|della|per|y|e|do|da|van|voor|och|för|in|on|through its|à|en|pour|para|a)){{0,3}}\s(?:{_WORD})){{0,10}}(?:\s\([A-Z][\w&/ -]{{1,20}}\))?)"
)
_FUNDING_WORD = re.compile(
    r"\b(?:foundations?|councils?|funds?|trust|agency|ministry|commission|union|horizon|fellowship|academy|bank|society|association|initiative|stiftung\w*|forschungsgemeinschaft|ministerium|bundesministerium|gemeinschaft|agence|agencia|agenzia|ministerio|ministero|ministère|ministério|fundação|fundación|fondazione|fondation|région|regione|gobierno|governo|generalitat|vetenskapsrådet|\w*rådet|\w*fonden|stichting|institutes of health|department of energy|government|national science|research fund|wellcome|gates|schmidt|simons|moore|sloan|volkswagen|marie|erc"
    r"|innovate|office of naval|administration|comisión|commissione|comissão|community|communities|charity|cancer research|diabetes|endowment|programme|program|grant|europäische|european|union européenne|consejo|conseil|conselho|board|authority|corporation|federation|centre for research|research england|alliance|industr\w+|philanthrop\w+|stiftelse\w*)\b"
    r"|\b(?:DFG|ERC|EU|NSF|NIH|NERC|EPSRC|ESRC|AHRC|ANR|FWO|NWO|SNSF|SNF|UKRI|BMBF|BMFTR|BMWK|FCT|FWF|VR|FORTE|FORMAS|MSCA|BBSRC|MRC|STFC|ARC|NHMRC|NSERC|CIHR|SSHRC|NASA|NOAA|ESA|DOE|DARPA|AEI|MUR|MIUR|PRIN|PNRR|FAPESP|CNPq|CAPES|NRF|RCN|KAKENHI|JSPS|DAAD|ANID|ZonMw|KWF|INCa|FRM|ADEME|CNES|NIHR|AXA|IARPA|ONR|NKFIH|GAČR|NCN|SSF|WASP|KAW|DFF|NordForsk|Innosuisse|SFI|HRB|IRC|ISCIII|AIRC|SERI|Vinnova|Inserm|CSC)\b",
    re.IGNORECASE,
)
_NOT_A_FUNDER = re.compile(
    r"^(?:HPC|PI|PhD|Postdoc|One|Two|Three|I|We|Our|You|This|That|Prof\S*|Dr\S*|Project|University|Department|Team|Work\w*|Staff|Python|Linux)\b|^\d+\b(?!\s?[A-Z])"
)
_TAIL = re.compile(
    r"\s(?:and|of|for|the|de|in|on|to|under|through|grant|project|within|with|focused|entitled|titled|called|en|et|und|für|y|e|och)$",
    re.IGNORECASE,
)
_NATIONALITY = re.compile(
    r"\b(?:must (?:be|hold)|restricted to|limited to|open only to|only open to|open to|available (?:only )?to|only|requires?|reserved for|eligible candidates are|applicants must be|candidates must be)\s(?:applicants who are |candidates who are |a |an |either )?"
    r"(?P<who>(?:(?:U\.?S\.?A?|United States|EU|EEA|UK|Canadian|Australian|German|British|French|Italian|Spanish|European|Swiss|Dutch|Swedish|home|domestic|international|Irish|Norwegian|non-EU|EU/EEA|New Zealand)[\w/,.-]{0,12}\s(?:\w+\s){0,2}?)(?:citizens?(?:hip)?|nationals?|permanent residents?|students?)(?:\s(?:or|and|of)\s[^.;,()]{2,60})?)",
    re.IGNORECASE,
)
_ALL_NATIONALITIES = re.compile(
    r"\b(?P<who>(?:open to (?:candidates|applicants|researchers|students) of (?:any|all) nationalit(?:y|ies)|(?:candidates|applicants) of (?:any|all) nationalit(?:y|ies)|no (?:restrictions? (?:on|of|as to|regarding) (?:nationality|citizenship)|nationality restrictions?|citizenship requirements?)|all nationalities|any nationality|regardless of nationality))\b",
    re.IGNORECASE,
)
_VISA = (
    ("not-sponsored", re.compile(r"\b(?:no|not|unable to|cannot|can't|without|do not|does not|will not|isn't|ineligible for|non)\b.{0,60}\b(?:visa|sponsor)\w*|\bvisa sponsorship\b.{0,30}\b(?:not (?:available|provided|offered|possible)|unavailable)|\bvisa\W{1,3}(?:no|none)\b|\bnot be (?:able to )?sponsor", re.I)),
    ("sponsored", re.compile(r"\bvisa (?:sponsorship|support|assistance) (?:is |will be |can be |may be )?(?:available|provided|offered|possible|supported)|\b(?:will|can|may|able to|happy to|do) (?:provide |offer )?sponsor\w*\b.{0,30}\bvisas?\b|\bsponsor(?:s|ing)? (?:a |an |your |work |h-?1b |j-?1 |skilled worker )*visas?\b|\bvisa\W{1,3}(?:yes|sponsored)\b|\beligible for (?:visa )?sponsorship|\b(?:j-?1|h-?1b) visa (?:sponsorship|support)\b", re.I)),
)  # fmt: skip
_QUALIFICATIONS = re.compile(
    r":$|\b(?:qualifications?|criteria|requirements?|experience|skills|(?:master|bachelor|doctoral|ph\.?d|university)\S* degree|degree in|following)\b",
    re.I,
)
"""What is asked for, and not who may apply."""
_STAGE = re.compile(r"\bR([1-4])\b")
_ABOUT_STAGE = re.compile(
    r"\b(?:researcher|euraxess|career stage|profile|investigador|chercheur|ricercatore|forscher\w*)\b", re.IGNORECASE
)


def fill_funding(draft: Draft, passage: Passage) -> None:
    """Note who pays, where a funder is named as such."""
    found: list[Candidate] = []
    for stated in passage.stated("funding"):
        value = stated.value.strip(" .")
        if re.fullmatch(
            r"(?:no|yes|not funded.*|n/?a|none|nein|ja|non|oui|fully funded.*|not funded by a.*)", value, re.IGNORECASE
        ):
            continue
        name = _TAIL.sub("", value)
        signs = (
            ("label",)
            if len(name) <= 120 and (_FUNDING_WORD.search(name) or len(name.split()) <= 8)
            else ("label", "a thing or person")
        )
        found.append(Candidate({"funder": name}, signs, stated.line, stated.place))
    for sentence in passage.sentences:
        if sentence.text.endswith("?"):
            continue
        for cue in passage.cue("funded by").finditer(sentence.low):
            match = _FUNDER.match(sentence.text, cue.end())
            behind = sentence.text[cue.end() : cue.end() + 140]
            institution = next((i for i in find_institutions(behind) if i.start <= 8), None)
            if match is None and institution is None:
                continue
            name = _trim(match["name"]) if match else ""
            if institution and len(institution.name) > len(name):
                name = institution.name
            end = cue.end() + behind.find(name) + len(name)
            kind = (
                "an institution"
                if _FUNDING_WORD.search(name) and len(name) > 1 and not _NOT_A_FUNDER.match(name)
                else "a thing or person"
            )
            found_signs = ["sentence", kind]
            if sentence.section == "profile":
                found_signs.append("a thing or person")
            found.append(
                Candidate(
                    {"funder": name}, tuple(found_signs), cut_around(sentence.text, cue.start(), end), sentence.place
                )
            )
    draft.weigh("funding", _longest(found))


def fill_eligibility(draft: Draft, passage: Passage) -> None:
    """Note whether visas are sponsored, and whose citizens may apply."""
    if "eligibility" in draft.findings:
        return
    value: dict[str, str] = {}
    evidence: list[str] = []
    is_stated = False
    for stated in passage.stated("eligibility"):
        is_visa = re.search(
            r"visa|sponsor|permit|right to work|authori[sz]ation", stated.label + " " + stated.value, re.I
        )
        visa = next(
            (name for name, pattern in _VISA if pattern.search(_about_visa(stated.label, stated.value))),
            None,
        )
        if visa:
            value.setdefault("visa", visa)
        elif re.search(r"national|citizen|staatsang|ciudadan|cittadin|cidadania|medborg", stated.label):
            value.setdefault("nationality", stated.value[:120].strip(" ."))
        elif is_visa or (len(stated.value) <= 120 and not _QUALIFICATIONS.search(stated.value)):
            value.setdefault("note", stated.value[:200].strip(" ."))
        else:
            continue
        evidence.append(stated.line)
        is_stated = True
    for sentence in passage.sentences:
        if (
            "visa" not in value
            and ("visa" in sentence.low or "sponsor" in sentence.low)
            and (visa := next((name for name, pattern in _VISA if pattern.search(sentence.text)), None))
        ):
            value["visa"] = visa
            evidence.append(sentence.text)
        if "nationality" not in value and (
            match := _NATIONALITY.search(sentence.text) or _ALL_NATIONALITIES.search(sentence.text)
        ):
            value["nationality"] = match["who"].strip(" ,")
            evidence.append(cut_around(sentence.text, *match.span()))
    if value:
        (draft.find if is_stated else draft.infer)("eligibility", value, " … ".join(dict.fromkeys(evidence)))


def _about_visa(label: str, value: str) -> str:
    """*value* with the word that its label says before it: "Visa: sponsorship is available"."""
    return f"visa{' ' if value.lower().startswith('sponsor') else ': '}{value}" if "visa" in label else value


def fill_stage(draft: Draft, passage: Passage) -> None:
    """Note the EURAXESS career stages."""
    found = []
    for stated in passage.stated("career_stage"):
        if stages := _STAGE.findall(stated.value):
            found.append(
                Candidate([f"r{stage}" for stage in dict.fromkeys(stages)], ("label",), stated.line, stated.place)
            )
    for sentence in passage.sentences:
        if "R" in sentence.text and _ABOUT_STAGE.search(sentence.text) and (stages := _STAGE.findall(sentence.text)):
            found.append(
                Candidate(
                    [f"r{stage}" for stage in dict.fromkeys(stages)], ("sentence",), sentence.text, sentence.place
                )
            )
    draft.weigh("career_stage", found)


def _trim(name: str) -> str:
    while (shorter := _TAIL.sub("", name).strip(" ,.-")) != name:
        name = shorter
    return name


def _longest(found: list[Candidate]) -> list[Candidate]:
    """Candidates in which a shorter name of the same funder gives way to the longer one."""
    names = [candidate.value["funder"] for candidate in found]
    return [
        candidate._replace(
            value={
                "funder": next(
                    (name for name in names if name != candidate.value["funder"] and candidate.value["funder"] in name),
                    candidate.value["funder"],
                )
            }
        )
        for candidate in found
    ]
