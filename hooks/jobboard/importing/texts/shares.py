"""Which share of full time is worked."""

from __future__ import annotations

import re

_SHARES = (
    re.compile(r"(?<![\d.,])(?P<share>0[.,]\d{1,2}|1[.,]0{1,2}|1)\s?FTE\b", re.I),
    re.compile(r"\bFTE\s?(?:of|:|=|is)?\s?(?P<share>0[.,]\d{1,2}|1[.,]0{1,2}|1)(?![\d.,])", re.I),
    re.compile(
        r"(?<![\d.,–-])(?P<percent>\d{2,3})\s?(?:%|percent\b|prozent\b|procent\b|pour cent\b|por ciento\b|per cent\b)\s{0,2}\)?\s{0,2}(?:FTE|positions?\b|part[- ]time|full[- ]time|of (?:a )?full|TV|E\s?1|EG|stelle\w*|employment|pensum|workload|appointment|der (?:regelm|wöchentlichen|vollen)|einer (?:vollzeit|vollen|vollbesch)|d['’]un temps|temps plein|heltid|tjänst|post\b|contract|job|research time|effort|arbeitszeit|beschäftigung|teilzeit|vollzeit|of regular|of the regular|del tempo|jornada|working time|regular working|time\b(?! off))",
        re.I,
    ),
    re.compile(r"(?:part[- ]time|full[- ]time|teilzeit\w*|vollzeit\w*|temps partiel|temps plein|temps complet|deeltijd|voltijd|deltid|heltid|tempo parziale|tiempo parcial|tempo parcial|workload|pensum|umfang|employment level|omfattning\w*|sysselsättningsgrad|stellenumfang|arbeitszeit|quotité|omvang)[\s:,(–-]{1,4}(?:of |von |auf |à |van |på |ist |är |is |\w+ )?(?P<percent>\d{2,3})\s?(?:%|percent|prozent|procent)", re.I),
    re.compile(r"(?:TV-?L|TVöD|E\s?1\d[aü]?|EG\s?1\d)[\s,/()-]{1,4}(?P<percent>\d{2,3})\s?%", re.I),
    re.compile(r"(?P<percent>\d{2,3})\s?%[\s,;)/]{1,3}(?:TV-?\s?L|TVöD|E\s?1\d|EG\s?1\d|Entgeltgruppe)", re.I),
    re.compile(r"\((?P<percent>\d{2,3})\s?%\)\s*$"),
)  # fmt: skip
_NO_SHARE = re.compile(
    r"\b(?:financ\w+|funded|fund\w*|finanzier\w+|gefördert|state|federal|teaching|travel|discount|success|sick|bonus|of (?:the )?(?:students|staff|employees|people|patients|our|all|women|applicants|participants|salary|gdp|co)|overhead|co-?funded|women|frauen|cases|salary increase|holiday|pension|remote|reduction|charge d['’]enseignement|renewable|energy)\b",
    re.I,
)


def share_in(written: str) -> float | int | None:
    """The share of full time that *written* names; None for a range, and for shares of other things."""
    if re.search(
        r"\d{2,3}\s?%\s(?:for|für|pour|para|per|voor|för)\s[^.;]{1,60}?\d{2,3}\s?%|\d{2,3}\s?%?\s?(?:-|–|to|bis|tot|à|a|och|or|oder)\s?\d{2,3}\s?%|\d[.,]\d{1,2}\s?(?:-|–|to|bis|tot|or)\s?\d[.,]\d{1,2}\s?fte",
        written,
        re.I,
    ):
        return None
    shares: set[float] = set()
    for pattern in _SHARES:
        for match in pattern.finditer(written):
            around = written[max(0, match.start() - 45) : match.end() + 20]
            if _NO_SHARE.search(around):
                continue
            groups = match.groupdict()
            share = float(groups["share"].replace(",", ".")) if groups.get("share") else int(groups["percent"]) / 100
            if 0.05 < share <= 1:
                shares.add(round(share, 2))
    if len(shares) != 1:  # "65 % for PhD students, 100 % for postdocs"
        return None
    return 1 if shares == {1} else shares.pop()
