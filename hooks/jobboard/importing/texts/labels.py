"""What advertisements call their facts, in English and in German."""

from __future__ import annotations

import re

_LABELS = {
    "title": "job title|position title|title of position|vacancy|post title|role title|stellenbezeichnung|job|subject",
    "organization": "employer|organisation|organization|institution|host institution|company|hiring organization|hiring organisation"
    "|arbeitgeber|einrichtung|institution name|university|company name|employing institution",
    "unit": "department|group|research group|lab|laboratory|school|faculty|division|institute|abteilung|fachbereich|institut"
    "|department/school|school/department|faculty/department|team|arbeitsgruppe|fakultät",
    "via": "recruiter|agency|recruitment agency|advertised by",
    "location": "location|place|place of work|place of employment|workplace|city|duty station|job location|work location|locations"
    "|location of position|arbeitsort|ort|standort|dienstort|einsatzort|based in|lieu|campus|work site|location of work",
    "work_mode": "work type|work mode|working mode|work arrangement|working arrangement|workplace type|work model|remote|remote work"
    "|arbeitsmodell|homeoffice|work style|location type|remote type",
    "employment": "employment type|hours|working hours|working time|type of employment|workload|job type|work schedule|schedule|umfang"
    "|arbeitszeit|full/part time|full-time/part-time|fte|position type|type of position|hours per week|time commitment|working pattern"
    "|beschäftigungsumfang|pensum|employment|basis",
    "contract": "contract|contract type|type of contract|duration|contract duration|contract length|length of contract|term|appointment"
    "|duration of contract|duration of employment|type of appointment|appointment type|befristung|vertragsart|laufzeit|tenure"
    "|employment duration|dauer|vertrag|term of appointment|contract term|duration of the contract|length of appointment|contract period"
    "|period of employment|duration of position|duration of appointment|project duration",
    "salary": "salary|pay|compensation|remuneration|salary range|pay range|stipend|pay scale|salary scale|grade|vergütung|gehalt|besoldung"
    "|entgeltgruppe|bezahlung|eingruppierung|wage|annual salary|monthly salary|net monthly salary|gross monthly salary|gross salary"
    "|starting salary|salary/grade|grade/salary|base salary|package|funding amount|pay grade|salary and benefits|net salary|gross annual salary"
    "|expected salary|anticipated salary|hourly rate|pay rate|remuneration package",
    "start": "start date|starting date|start|preferred start date|earliest start date|anticipated start date|beginn|eintrittstermin|starting"
    "|expected start date|desired start date|starttermin|stellenantritt|date of start|beginning|planned start date|start of contract|arbeitsbeginn"
    "|available from|commencement date|start of position|start of employment|expected starting date|earliest starting date|date of commencement"
    "|besetzungszeitpunkt|proposed start date|target start date|desired starting date|preferred starting date",
    "deadline": "closing date|deadline|application deadline|closes|apply by|closing|last date|due date|applications close|bewerbungsfrist"
    "|deadline for applications|bewerbungsschluss|expiry date|closing date for applications|date limite|application closing date|close date"
    "|deadline for application|deadline to apply|last date to apply|applications due|application due date|submission deadline|expires"
    "|deadline date|last day to apply|end of application period|application due|application period ends|frist|valid until|einsendeschluss"
    "|final date for applications|closing date and time|posting end date|application close|applications deadline|last application date",
    "email": "email|e-mail|contact email|e-mail address|email address|contact e-mail|send applications to|email for applications",
    "contact": "contact|kontakt|contact person|contacts|contact details|enquiries|inquiries|informal enquiries|contact information|ansprechpartner",
    "apply": "apply|apply here|link|url|website|how to apply|to apply|application link|apply online|bewerbung|apply at|application url|job url"
    "|web|application|more information|further information|further details|more info|application website|link to apply|apply now|job link"
    "|submit your application here|application procedure|application process|full advertisement|job advert|online application|details",
    "reference": "reference|reference number|ref|job reference|job id|requisition|vacancy number|kennziffer|vacancy reference|job number|ref no"
    "|reference code|requisition id|req id|requisition number|vacancy id|job ref|vacancy ref|posting number|referenznummer|reference no"
    "|job reference number|ref number|job code|stellennummer|kennzahl|job requisition id|position number|ref nr|ausschreibungsnummer",
    "eligibility": "visa|visa sponsorship|nationality|work authorization|work permit|right to work|eligibility",
    "funding": "funding|funder|funded by|grant|funding source|funding body|project funding|drittmittelgeber|funding agency",
    "career_stage": "career stage|career level|researcher profile|research profile|research level",
    "date": "posted|date posted|publication date|published|published on|posted on|posting date|date|veröffentlicht|job posted|posted date",
}  # fmt: skip
"""For each field, or part of one, its labels in lower case."""

FIELD_OF_LABEL = {label: field for field, labels in _LABELS.items() for label in labels.split("|")}


def fold_label(label: str) -> str:
    """*label* as the table spells it: lower case, no article, no remark in parentheses."""
    label = re.sub(r"\s{0,3}[(\[][^()\[\]]{0,60}[)\]]?", "", label).casefold()
    label = re.sub(r"^(?:the|your|our|job's|die|der|das)\s", "", label.strip(' .#*_\t"“”'))
    return " ".join(label.replace("’", "'").split())
