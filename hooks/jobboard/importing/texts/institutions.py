"""How names of universities, institutes and hospitals are built, in eight languages; and what is only a part of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from jobboard.standards.regions import find_region
from jobboard.standards.tables import find_country

_LETTER = "A-ZÀ-ÖØ-ÞŠŽČŁ"
_WORD = rf"(?:St\.|[{_LETTER}](?:[\w&'’.-]{{0,30}}\w)?)"
_STOP = (
    r"(?!(?:Department|Dept|Faculty|Fakultät|Faculté|Facultad|Facoltà|Division|Section|Group|Prof|Professor|Dr|PhD|Postdoc|Position|Job|We|The|This|Our|In|At|For|From"
    r"|Application|Closing|Deadline|Salary|Location|Campus|Abteilung|Fachbereich|Lehrstuhl|Career|Careers|Jobs"
    r"|Vacancy|Vacancies|Human|Is|Are|Has|As|To|And|With|By|Applicants|Candidates|Apply|Please|Opens|Opening|Invites|Seeks|Postdoctoral|Research Group|Graduate|Doctoral)\b)"
)
_NEXT = rf"{_STOP}{_WORD}"
_OF = rf"(?:(?: (?:of|for|and|the|&|on|de|di|du|des|la|y|e|et|und|für|der|die|van|von|zu|och|i)){{0,3}} {_NEXT})"
_CALIFORNIA = r"(?:University of California|University of Maryland|University of Massachusetts|University of Colorado|University of Illinois|University of Wisconsin|University of Michigan|University of Minnesota|University of Missouri|University of Hawai.?i|University of North Carolina|University of Texas|University of Alaska|University of Nebraska|University of Tennessee|University of Alabama|University of Nevada|Texas A&M University|California State University|Indiana University|Pennsylvania State University)"
_SYSTEM = rf"{_CALIFORNIA}(?:(?:,| at| -|[–-]| )\s?(?:San Diego|San Francisco|Santa Cruz|Santa Barbara|Los Angeles|Berkeley|Davis|Irvine|Riverside|Merced|College Park|Baltimore(?: County)?|Center for Environmental Science|Amherst|Boston|Dartmouth|Lowell|Boulder|Denver|Colorado Springs|Anschutz(?: Medical Campus)?|Urbana[ -–]Champaign|Chicago|Madison|Milwaukee|Ann Arbor|Dearborn|Twin Cities|Duluth|M[aā]noa|Hilo|Chapel Hill|Wilmington|Charlotte|Greensboro|Austin|Dallas|Arlington|San Antonio|El Paso|Fairbanks|Anchorage|Southeast|Lincoln|Omaha|Knoxville|Huntsville|Birmingham|Reno|Las Vegas|Columbia|St\. Louis|Kansas City|Fullerton|Long Beach|Northridge|Bloomington|College Station|Galveston|Corpus Christi)\b)?"
_LOWER = (
    r"(?:of|for|and|the|de|la|l['’]|le|les|los|las|del|della|dello|delle|dei|degli|dell['’]|di|da|do|dos|das|du|des|d['’]|en|et|y|e|pour|per|per la|per il|para|nationale?s?|nacional|nazionale|normale|supérieure|supérieur|polytechnique|polytechnic"
    r"|recherche|recherches|scientifiques?|universitaire|hospitalier|hospitalière|médicale|médecine|et de|sciences|sciences sociales|technologie|superior|tecnológico|tecnológica|studi|ricerca|ricerche|autónoma|politècnica|politécnica)"
)
_ROMANCE_HEAD = (
    r"(?:Université|Universidad|Universitat|Università|Universidade|Universitatea|École|Ecole|Escuela|Escola|Instituto|Istituto|Institut|Institución|Institution|Centre|Centro|Hôpital|Hôpitaux|Hospital|Ospedale|Policlinico|Politecnico|Fondation|Fundación|Fundação"
    r"|Fondazione|Consiglio|Consejo|Conseil|Observatoire|Observatorio|Osservatorio|Observatório|Museo|Musée|Museum|Scuola|CHU|CHRU|Azienda Ospedaliero|Collège|Agence|Agencia|Agenzia|Azienda|Barcelona Supercomputing|Sorbonne|Parc|IRCCS|Irccs|Complexo|Academia)"
)
_ROMANCE = rf"{_ROMANCE_HEAD}(?:(?: |(?<=['’])| - | – )(?:{_LOWER}\b|(?:d|l|dell|sull)['’]{_NEXT}|{_NEXT})){{1,9}}"
_GERMAN_HEAD = (
    r"(?:(?:Technische|Freie|Medizinische|Evangelische|Katholische|Pädagogische|Tierärztliche|Deutsche[sr]?|Private|Staatliche|Europa-|Bergische|Brandenburgische|Rheinische|Universitäre|Karlsruher|Forschungs|Bayerische[sr]?|Julius|Österreichische[sr]?|Eidgenössische|Leibniz|Helmholtz|Ludwig|Johannes|Friedrich|Heinrich|Otto|Martin|Justus|Christian|Ernst|Carl|Georg|Paris) ){0,2}"
    r"(?:[A-ZÄÖÜ][\w-]{0,40}-)?(?:Universität|Universitätsklinikum|Universitätsmedizin|Universitätsspital|Universitätsklinik|Hochschule|Fachhochschule|Klinikum|Institut|Zentrum|Forschungszentrum|Forschungsinstitut|Akademie|Landesamt|Bundesamt|Bundesanstalt|Bundesinstitut|Max-Planck-Institut|Krankenhaus|Forschungsverbund|Landesanstalt|Umweltbundesamt|Sternwarte|Spital|Kantonsspital|Inselspital)(?!\w)"
)
_GERMAN = rf"{_GERMAN_HEAD}(?:(?:,? (?:für|der|des|zu|von|am|an der|und|im|–|- und))*(?: | - ){_NEXT}(?:- und {_NEXT})?){{0,6}}"
_KINDS = (
    r"University|College|Institute|Institution|Hospital|Hospitals|Laboratory|Laboratories|Observatory|Polytechnic|Clinic|Museum|School of Medicine|Medical School|Medical Center|Medical Centre|Research Center|Research Centre|Research Institute|Academy|Survey|Agency|Foundation|Council"
    r"|Business School|Law School|School of Economics|School of Hygiene|Health System|Health Service|Trust|Supercomputing Cent(?:er|re)|Facility|Authority|Science Cent(?:er|re)|Cent(?:er|re)|Administration|Observatories|Met Office|Corporation|Consortium|National Lab|School of Public Health"
)
_ENGLISH = rf"(?:{_WORD}(?:(?: (?:of|for|and|&|de|the|van))? )){{1,6}}?(?:{_KINDS})\b(?:(?: (?:of|for|on)(?: the)? {_NEXT}(?:(?:,? (?:and|&|of|the|,))*(?:,)? {_NEXT}){{0,6}})|(?<=College)(?: {_NEXT}){{1,2}}|(?<='s University)(?: {_NEXT})|(?<=’s University)(?: {_NEXT})|(?<=Technical University)(?: {_NEXT}){{1,2}}|(?<=School of Economics)(?: and Political Science)?|(?<=Foundation)(?: Trust)?|(?<=Hospital)(?: (?:Research )?(?:Institute|Foundation))|(?<=Hospitals)(?: NHS Foundation Trust| NHS Trust)|(?<=University)(?: (?:Hospital|Medical Center|Medical Centre|College(?! of))(?: {_NEXT}){{0,2}}))?"
_UNIVERSITY_OF = (
    rf"(?:(?:Technical|Open|Medical|Catholic|Free|Royal|National|Federal|State|American|Islamic|Agricultural|{_WORD} Technical) )?University (?:(?:College|Hospital|Hospitals|Medical Center|Medical Centre|Clinic)(?: of| for)?|of|at|for|for the|of the)(?: the)?{_OF}{{1,5}}"
    rf"|(?:Institute|Institution|College|School|Academy|Council|Center|Centre|Laboratory|Observatory|Museum|Faculty|Department|Division) (?:of|for)(?: the)?(?:,? (?:and|&|of|for|the|in|on|,))*{_OF}{{1,7}}"
)
_SWEDISH = rf"(?:{_WORD} ){{1,3}}(?:tekniska |teknisk-naturvitenskapelige |medicinska |lantbruks)?(?:universitet|universitetet|högskola|högskolan|universitetssjukhus|universitetssjukhuset|[a-zåäö]{{0,20}}institut(?:et)?|lantbruksuniversitet|sjukhus)\b|Universitetet i(?: {_NEXT}){{1,2}}|Universitetssjukhuset(?: {_NEXT}){{1,2}}|Högskolan i(?: {_NEXT}){{1,2}}"
_DUTCH = rf"(?:(?:Technische|Vrije|Rijks|Open|Katholieke|Radboud|Erasmus|Wageningen|Tilburg|Maastricht|Koninklijke) )?(?:Universiteit|Rijksuniversiteit|Hogeschool|UMC|Universitair Medisch Centrum|Universitair Ziekenhuis|UZ|KU|TU|VU|Nederlands Instituut|Koninklijk Nederlands|Vrije Universiteit)(?: (?:van|voor|de|het|en|te))*(?: {_NEXT}){{1,4}}|(?!(?:De|Het|Een|Aan|The|Bij|Van)\b){_WORD} (?:UMC|Universiteit|MC)\b"
_SHORT = r"(?:ETH Z[uü]rich|EPFL|EPF Lausanne|CNRS|INRAE|INRIA|Inria|INSERM|Inserm|IFREMER|Ifremer|CSIC|CERN|GEOMAR|CSIRO|NCAR|NOAA|NASA|KNMI|NIOZ|SMHI|JAMSTEC|IFPEN|BRGM|ONERA|ECMWF|EMBL|EMBL-EBI|DKFZ|IIASA|NORCE|SINTEF|Radboudumc|LUMC|UMCG|Karolinska Institutet|Universitätsmedizin|MIT|UCL|UCLA|IRD|CEA|DLR|AWI|VITO|imec|VIB|CWI|TNO|Deltares|Fraunhofer(?:-Institut| Institute)?)"
_COMPANY = rf"(?:{_WORD} ){{1,4}}(?:gGmbH|GmbH|Inc|Ltd|LLC|AG|e\.V|AB|BV|B\.V|S\.A|SAS|plc|PLC|AS)\b\.?"
_NAME = re.compile(
    rf"(?<![\w@/.-])(?:(?P<company>{_COMPANY})|(?P<system>{_SYSTEM})|(?P<university>{_UNIVERSITY_OF})|(?P<romance>{_ROMANCE})|(?P<german>{_GERMAN})|(?P<swedish>{_SWEDISH})|(?P<dutch>{_DUTCH})|(?P<english>{_ENGLISH})|(?P<short>{_SHORT})(?![\w-]))"
)
INSTITUTION_WORD = re.compile(
    r"\b(?:universit\w*|universidad\w*|universität\w*|hochschule|högskola\w*|institut\w*|istituto|instituto|college|school|hospital|hôpital|ospedale|klinik\w*|laborator\w+|laboratoire|cent(?:er|re)|centro|department|dept|faculty|fakultät|faculté|facultad|dipartimento|departamento|département"
    r"|academy|akademi\w*|campus|council|agency|company|foundation|fondation|fondazione|fundación|fundação|stiftung|société|école|escuela|scuola|uni|inc|ltd|gmbh|museum|observator\w+|survey|research|group|politecnico|polytechni\w*"
    r"|society|association|team|lab|eth|epfl|mit|inria|inserm|cnrs|csic|cern|nasa|noaa|usgs|programme|program|umc|abteilung|lehrstuhl|chair|facility|facilities|platform|consortium|office|headquarters)\b",
    re.IGNORECASE,
)
"""What a part of a place is not called."""
_HEAD = re.compile(
    r"\b(?:universi\w+|universidad\w*|hochschule|fachhochschule|institut\w*|\w{3,20}institut(?:et)?|istituto|instituto|college|hospital\w*|hôpital|ospedale|agence|agencia|agenzia|conseil|consejo|consiglio|conselho|ministère|ministerio|ministero|ministério|fonds|vetenskapsråd\w*|klinik\w*|clinic|laborator\w+|laboratoire|cent(?:er|re)s?|zentrum|forschungszentrum|centro|school|academy|akademi\w*|council|survey|eth|epfl|inria|cnrs|csic|inserm|inrae|cern|observator\w+|observatoire"
    r"|museum|foundation|fondazione|fondation|fundación|fundação|stiftung|agency|gmbh|inc|ltd|société|école|ecole|escuela|scuola|national lab\w*|uni|politecnico|polytechni\w*|universitet\w*|högskola\w*|umc|ku leuven|tu delft|bundesamt|bundesanstalt|landesamt|trust|authority|geomar|csiro|ncar|noaa|nasa|ecmwf|embl|chalmers|sorbonne|charité|helmholtz\S*|fraunhofer\S*|leibniz\S*|max[- ]planck\S*)\b",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"\b(?:universi(?:t|d)\w*|hochschule|fachhochschule|college|universitätsklinikum|klinikum|hospital|hôpital|ospedale|chu|eth|epfl|cnrs|inserm|inria|inrae|csic|cern|mit|ucl|polytechni\w*|politecnico|école|ecole|scuola|academy|akademi\w*|högskola\w*|högskolan|umc|max[- ]planck\S*|fraunhofer\S*|leibniz\S*|helmholtz\S*|national lab\w*|gmbh|inc|ltd|forschungszentrum|foundation"
    r"|institute of technology|imperial|karolinska|bundesamt|bundesanstalt|consejo|consiglio|national \w+ cent(?:er|re)|national institutes?|ku leuven|tu (?:delft|wien|berlin|munich|münchen|dresden|darmstadt|eindhoven)|geomar|csiro|ncar|noaa|nasa)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:the )?(?:department|dept|school|college of|faculty|faculté|facultad|facultade|facoltà|fakultät|division|institute? (?:of|for|für)|institut (?:für|de|d')|centre (?:for|of|de)|center (?:for|of)|zentrum für|laborator\w+ (?:of|for)|laboratoire|dipartimento|departamento|département|abteilung|lehrstuhl|chair|professur|fachbereich|arbeitsgruppe|section|unit\b|afdeling|faculteit|vakgroep|institutionen för|avdelningen|instituto de|istituto di|grupo|gruppo|groupe|équipe|research group|lab\b|group|program\w*|graduate school|klinik (?:und|für)|ufr|umr)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:the |our |la |die |der |das |l['’]|el |il |de |het |o |a )?(?:technical |national |open |medical |technische |state |public |research |partner |host |home |university )?(?:university|universität|université|universidad|università|universidade|universiteit|universitet|college|institute|institut|instituto|istituto|hospital|laboratory|cent(?:er|re)|school|academy|clinic|department|faculty|foundation|council|agency|hochschule|zentrum|klinikum|centro|museum|group)(?:e?s)?",
    re.IGNORECASE,
)
_SYSTEM_NAME = re.compile(_SYSTEM)
_COMMA = "\ue000"
"""Stands for the comma within a name while its neighbours are split off."""
_LINK_BETWEEN = re.compile(
    r"((?:\s(?:at|in) the|\sat|\sin|\san der|\sder|\sde la|\sda|\sde l['’])\s(?=(?:\S+\s){0,4}?(?:Universit|Hochschule|Hospital|College)\w*))"
)
_MAX_NAME = 110


class Institution(NamedTuple):
    """An institution's name in a text."""

    name: str
    start: int
    end: int
    is_top: bool
    """Whether it employs people itself, as universities do; a department does not."""


def find_institutions(text: str) -> list[Institution]:
    """The names of institutions in *text*; a head word alone is none."""
    found = []
    for match in _NAME.finditer(text[:4000]):
        begin = match.start()
        for part in _LINK_BETWEEN.split(match[0]):  # "Department of Physics at Uppsala University"
            name, start = _trim(part, begin)
            if is_institution(name) and len(name) <= _MAX_NAME:
                found.append(Institution(name, start, start + len(name), is_top(name)))
            begin += len(part)
    return found


def is_institution(written: str) -> bool:
    """Whether *written* is the name of an institution, as far as its words tell."""
    return bool(_HEAD.search(written)) and written[:1].isupper() and not _BARE.fullmatch(written.strip(" ."))


def is_top(written: str) -> bool:
    """Whether *written* names what employs people itself."""
    return bool(_TOP.search(written)) and not _PART.match(written)


def is_part(written: str) -> bool:
    """Whether *written* names a department, faculty, group or the like."""
    return bool(_PART.match(written))


def split_chain(written: str) -> tuple[str, str | None]:
    """The employer and its unit in "Department of Physics, University of Oslo"; a name alone has no unit."""
    whole = _SYSTEM_NAME.sub(lambda match: match[0].replace(", ", _COMMA), written)
    parts = [part.strip().replace(_COMMA, ", ") for part in re.split(r",\s+|\s+[–|/]\s+|\s-\s", whole) if part.strip()]
    if len(parts) < 2:
        return _split_at(written)
    places = len(parts)
    while places > 1 and _is_place(parts[places - 1]):
        places -= 1
    named = parts[:places]
    tops = [number for number, part in enumerate(named) if is_top(part)]
    if tops:
        employer = named[tops[-1]]
        before, behind = named[: tops[-1]], named[tops[-1] + 1 :]
        if all(is_part(part) or _HEAD.search(part) for part in behind):
            return employer, ", ".join([*before, *behind]) or None
        return written, None
    if len(named) > 1 and is_part(named[0]) and is_institution(named[-1]) and not is_part(named[-1]):
        return named[-1], ", ".join(named[:-1])
    return ", ".join(named), None


def _split_at(written: str) -> tuple[str, str | None]:
    """As `split_chain`, for "Department of Physics at the University of Oslo"."""
    names = find_institutions(written)
    if len(names) == 1 and names[0].is_top and names[0].end >= len(written) - 1 and names[0].start:
        unit = re.sub(
            r"[\s,]{0,2}(?:at|in|of|der|an der|de l['’]|de la|da|della|dell['’])?(?:\sthe)?[\s,]{0,2}$",
            "",
            written[: names[0].start],
        )
        if is_part(unit) or _HEAD.search(unit):
            return names[0].name, unit
    return written, None


def _is_place(part: str) -> bool:
    """Whether *part*, behind an institution's name, is where it is and no part of the name."""
    if _HEAD.search(part) or is_part(part):
        return False
    return bool(
        find_country(part) or find_region(part) or re.fullmatch(r"[A-Z]{2}|(?:[A-Z]-)?\d{4,5} .{2,30}", part)
    ) or bool(
        re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ'’.-]+(?:[ -](?:[A-ZÀ-Þ][a-zà-ÿ]+|am|an|der|sur|upon|de|la))?", part)
        and len(part) <= 25
    )


def _trim(name: str, start: int) -> tuple[str, int]:
    """*name* without an article before it and what cannot end a name, and where it begins then."""
    lead = re.match(
        r"(?:(?:The|At|From|In|With|Our|Your|Die|Der|Das|Den|Am|An|La|Le|Les|El|Il|Lo|Los|De|Het|And|Und|For|To|A|This|About|Join|Vid|Dear|As|On|By|If|Contact|Within|Visit|Both|Former|Associate|Postdoc|Postdoctoral|PhD|Position|Professor|Prof\.?|Dr\.?|Home|Since|Please|Apply|Location|Employer|Institution|Organisation|Organization|Organisatie)\s)+",
        name,
    )
    if lead:
        name, start = name[lead.end() :], start + lead.end()
    while True:
        shorter = re.sub(
            r"(?:[\s,.;:–-]+|\s(?:of|for|and|the|de|la|del|di|du|des|der|für|und|in|at|on|&|y|e|et|da|do|van|pour|per|d['’]|l['’]|le|les|en|i|och))$",
            "",
            name,
        )
        last = shorter.rsplit(" ", 1)
        if (
            len(last) == 2
            and find_country(last[1])
            and len(last[1]) > 2
            and last[1] not in ("Georgia", "Jersey")
            and not re.search(r"(?: of| de| in| the|Foundation|Research|Council|Innovation|Agency|Survey)$", last[0])
        ):
            shorter = last[0]
        if shorter == name:
            return name, start
        name = shorter
