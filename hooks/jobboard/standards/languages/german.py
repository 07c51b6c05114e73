"""German."""

from __future__ import annotations

from jobboard.standards.languages.language import Language

GERMAN = Language(
    code="de",
    name="German",
    common="der die das und in zu den mit von für im ist des auf eine einer eines ein einen werden wir sie sich bei an als oder aus dem zur zum sind sowie"
    " nach über nicht auch ihre ihrer unter bis wird",
    months=(
        "januar|jänner|jan", "februar|feber|feb|febr", "märz|maerz|mär|mrz", "april|apr", "mai", "juni|jun", "juli|jul", "august|aug",
        "september|sept|sep", "oktober|okt", "november|nov", "dezember|dez",
    ),
    numbers={
        "ein": 1, "eine": 1, "einem": 1, "einen": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "zwölf": 12,
        "achtzehn": 18, "vierundzwanzig": 24, "sechsunddreißig": 36,
    },
    units={"year": "jahr|jahre|jahren|jahres|jährig~", "month": "monat|monate|monaten|monats|monatig~", "week": "woche|wochen"},
    labels={
        "title": "stellenbezeichnung|stellentitel|position|stelle|bezeichnung|ausgeschriebene stelle|betreff|titel",
        "organization": "arbeitgeber|einrichtung|universität|hochschule|institution|unternehmen|organisation|firma|forschungseinrichtung",
        "unit": "abteilung|fachbereich|institut|arbeitsgruppe|fakultät|lehrstuhl|professur|referat|bereich|klinik|organisationseinheit|forschungsgruppe|department|arbeitsbereich",
        "location": "arbeitsort|ort|standort|dienstort|einsatzort|dienstsitz|beschäftigungsort|arbeitsplatz|arbeitsstätte|dienststelle",
        "city": "stadt",
        "country": "land",
        "region": "bundesland|kanton",
        "work_mode": "arbeitsmodell|homeoffice|mobiles arbeiten|arbeitsform|home-office",
        "employment": "umfang|arbeitszeit|beschäftigungsumfang|pensum|stellenumfang|beschäftigungsart|wochenarbeitszeit|wochenstunden|beschäftigungsgrad|stellenanteil|beschäftigung|arbeitsumfang"
        "|regelmäßige arbeitszeit|anstellungsart|stundenumfang|vollzeit/teilzeit|anstellungsgrad|arbeitspensum|voll-/teilzeit",
        "contract": "vertragsart|vertrag|befristung|art der anstellung|anstellungsverhältnis|beschäftigungsverhältnis|vertragstyp|arbeitsverhältnis|art des vertrags|art der beschäftigung|anstellung",
        "duration": "dauer|laufzeit|vertragsdauer|vertragslaufzeit|beschäftigungsdauer|befristungsdauer|befristet bis|zeitraum|befristet auf|anstellungsdauer|projektlaufzeit",
        "salary": "vergütung|gehalt|besoldung|entgeltgruppe|bezahlung|eingruppierung|entgelt|lohn|tarif|gehaltsgruppe|besoldungsgruppe|verdienst|bruttogehalt|jahresgehalt|monatsgehalt|einstufung|dotierung|wertigkeit"
        "|entgelt / besoldung|tarifgruppe|bewertung|mindestgehalt|bruttomonatsgehalt|stundenlohn|entlohnung|monatsbrutto|entgelt/besoldung",
        "start": "beginn|eintrittstermin|starttermin|stellenantritt|arbeitsbeginn|besetzungszeitpunkt|dienstbeginn|eintrittsdatum|startdatum|besetzbar ab|zu besetzen ab|zum|einstellungstermin|vertragsbeginn|beginndatum"
        "|beschäftigungsbeginn|zeitpunkt|besetzung zum|besetzung ab|antritt|besetzungsdatum|stellenbeginn|frühester beginn|start|ab",
        "deadline": "bewerbungsfrist|bewerbungsschluss|frist|einsendeschluss|bewerbung bis|bewerbungen bis|ende der bewerbungsfrist|bewerbungsende|bewerbungsschluß|ausschreibungsende|bewerbungszeitraum|anmeldeschluss|bewerbbar bis"
        "|bewerbungsfrist bis|bewerben bis|letzter bewerbungstag|online bis|stelle veröffentlicht bis|gültig bis|bewerbungsfristende|abgabefrist|bewerbung möglich bis",
        "review": "vorstellungsgespräche|auswahlgespräche|gesprächstermin|bewerbungsgespräche",
        "email": "e-mail-adresse|mailadresse|e-mail",
        "apply by": "bewerbung an|bewerbungen an|bewerbung per e-mail|bewerbung per e-mail an|ihre bewerbung an|bewerbungen bitte an|bewerbung per mail|bewerbungsadresse",
        "contact": "kontakt|ansprechpartner|ansprechperson|ansprechpartnerin|auskunft|auskünfte|rückfragen|fragen|nähere auskünfte|weitere auskünfte|ansprechpartner/in|ansprechpartner:in|kontaktperson|informationen|nähere informationen|fachliche fragen|bei fragen"
        "|rückfragen an|fragen an|für rückfragen|für fragen|kontakt für rückfragen|ihr kontakt|betreuung|betreuer|auskunft erteilt",
        "apply": "bewerbung|online-bewerbung|bewerbungslink|bewerbungsportal|zur bewerbung|online bewerben|bewerben|bewerbung über|so bewerben sie sich|ihre bewerbung|zur online-bewerbung|stellenausschreibung|zum bewerbungsportal|bewerbung unter"
        "|bewerbungsverfahren|bewerbungsprozess|link zur bewerbung|zur stellenanzeige|zur ausschreibung|jetzt bewerben|online-bewerbung unter|onlinebewerbung|bewerbungsunterlagen|link zur ausschreibung|bewerbungen",
        "more": "webseite|website|homepage|internet|weitere informationen|mehr informationen|web|mehr infos",
        "reference": "kennziffer|referenznummer|stellennummer|kennzahl|ausschreibungsnummer|stellen-id|kennung|referenz|ausschreibungs-nr|job-id|kenn-nr|referenz-nr|geschäftszeichen|chiffre|stellen-nr|kenn-nummer|referenzcode|stellenausschreibung nr|ausschreibung nr|ref.-nr|az|aktenzeichen",
        "eligibility": "staatsangehörigkeit|aufenthaltstitel|visum|arbeitserlaubnis",
        "funding": "drittmittelgeber|finanzierung|gefördert durch|förderung|mittelgeber|förderer|geldgeber|fördermittelgeber|finanziert durch",
        "career_stage": "karrierestufe",
        "date": "veröffentlicht|veröffentlicht am|ausschreibungsdatum|datum|eingestellt am|veröffentlichungsdatum|online seit|erschienen|publiziert|erschienen am|ausgeschrieben am|ausgeschrieben seit|anzeige vom|publiziert am|stand",
        "tags": "fachgebiet|fachrichtung|schlagworte|forschungsgebiet|fach|themen",
    },
    kinds={
        "student-thesis": "masterarbeit|bachelorarbeit|abschlussarbeit|diplomarbeit|studienarbeit|masterarbeiten|abschlussarbeiten",
        "postdoc": "postdoc|post-doc|postdoktorand~|postdoktorat|post-doktorand~|postdoktor",
        "phd": "doktorand~|promotionsstelle~|promotionsstipend~|promotion|doktorarbeit|promovierend~|phd|dissertation|praedoc|prädoc|praedoktorand~|prädoktorand~|promotionsstudent~|promotionsprojekt|doktoratsstelle~|doktorats~|dissertant~",
        "group-leader": "gruppenleit~|arbeitsgruppenleit~|nachwuchsgruppenleit~|teamleit~|abteilungsleit~|forschungsgruppenleit~|projektgruppenleit~|bereichsleit~|institutsleit~",
        "faculty": "professur~|professor~|juniorprofess~|lehrstuhl~|w1-professur|w2-professur|w3-professur|dozent~|tenure-track-professur|w1-juniorprofessur|stiftungsprofessur|lehrkraft~|lecturer|hochschullehrer~",
        "research-software-engineer": "forschungssoftware~|softwareentwickl~|software-entwickl~|softwareingenieur~",
        "data-scientist": "datenwissenschaft~|statistiker~|datenanalyst~|biometriker~|data scientist|biostatistiker~",
        "research-engineer": "ingenieur~|forschungsingenieur~|entwicklungsingenieur~",
        "internship": "praktikum|praktikant~|werkstudent~|praktika|praktikumsplatz",
        "visiting": "gastwissenschaft~|gastprofess~|gastdozent~",
        "clinical-research": "studienkoordinat~|study nurse|studienassist~|clinician scientist|studienarzt|studienärzt~",
        "research-assistant": "hilfskraft~|studentische hilfskraft|wissenschaftliche hilfskraft|hiwi|studentische~ mitarbeit~|laborant~|technische~ assistent~|studentische assistenz|hilfsassist~|bta|mta|cta|hilfskräfte|studentische hilfskräfte|technische~ mitarbeit~|medizinisch-technische~ assist~|laborkraft",
        "research-fellow": "stipendiat~|forschungsstipendi~|akademische~ rat|akademische~ rätin|akademischer rat|akademische rätin",
        "research-scientist": "wissenschaftler~|forscher~|senior scientist|staff scientist|wissenschaftliche~ referent~",
        "research-manager": "projektmanag~|projektleit~|projektkoordinat~|wissenschaftsmanag~|forschungsmanag~|forschungsreferent~|wissenschaftskoordinat~|laborleit~|projektreferent~|forschungskoordinat~|projektmitarbeit~|datenmanag~|data steward|koordinator~|referent~",
    },
    employment={
        "full-time": "vollzeit|vollzeitstelle|vollzeitbeschäftigung|in vollzeit|vollbeschäftigung|ganztags|vollzeittätigkeit",
        "part-time": "teilzeit|teilzeitstelle|teilzeitbeschäftigung|in teilzeit|halbtags|halbe stelle|teilzeittätigkeit",
        "contractor": "freiberuflich~|freie~ mitarbeit~",
        "temporary": "aushilfe",
        "intern": "praktikum|praktikant~|werkstudent~",
        "volunteer": "ehrenamt~|freiwillig~",
    },
    contracts={
        "permanent": "unbefristet~|auf dauer|dauerstelle|festanstellung|entfristet~|dauerhaft|auf lebenszeit|unbefristung|dauerhafte~",
        "fixed-term": "befristet~|zeitlich begrenzt~|zeitvertrag|befristung|auf zeit",
        "tenure-track": "tenure-track|tenure track",
        "stipend": "stipendium|stipendienvertrag",
    },
    periods={
        "hour": "stunde|stündlich|stundenlohn|std",
        "day": "tag|täglich",
        "week": "woche|wöchentlich",
        "month": "monat|monatlich|monats|mtl|im monat|pro monat|je monat|monatsbrutto|monatsgehalt|bruttomonatsgehalt|monatliches|monatlichen",
        "year": "jahr|jährlich|jahres|p.a.|im jahr|pro jahr|jahresgehalt|jahresbrutto|bruttojahresgehalt|jährliches|jährlichen|jahresbruttogehalt",
    },
    work_modes={
        "hybrid": "hybrid|mobiles arbeiten|teilweise remote|teilweise homeoffice|teilweise im homeoffice|anteilig homeoffice|hybrides arbeiten",
        "on-site": "vor ort|präsenz|in präsenz|nein|kein homeoffice",
        "remote": "remote|homeoffice|home-office|home office|ortsunabhängig|vollständig remote|100 % remote",
    },
    materials={
        "CV": "lebenslauf|cv|lebenslaufs|tabellarischer lebenslauf",
        "cover letter": "motivationsschreiben|anschreiben|bewerbungsschreiben|motivationsbrief",
        "list of publications": "publikationsliste|publikationsverzeichnis|schriftenverzeichnis",
        "transcripts": "zeugnisse|zeugniskopien|urkunden|abschlusszeugnis~|arbeitszeugnisse|zeugnissen",
        "research statement": "forschungskonzept|forschungsplan|exposé|forschungsvorhaben",
        "names of referees": "namen von … referenzen|referenzgebern|referenzen|kontaktdaten von",
        "teaching statement": "lehrkonzept",
    },
    cues={
        "closing": "bewerbungsfrist|bewerbungsschluss|bewerbungsschluß|einsendeschluss|bewerbungsende|bewerb~ … bis|bewerb~ … spätestens|bewerb~ bis|bewerbung~ … zum|bewerbungsunterlagen … bis|bewerbungsunterlagen … zum"
        "|bewerbungsunterlagen … spätestens|unterlagen … bis|unterlagen … zum|frist endet|frist ist|frist läuft … bis|ausschreibung endet|senden … bis|richten … bis|einzureichen … bis|reichen … bis|eingang bis|eingehen … bis|ein bis zum"
        "|übersenden … bis|letzter tag|endet am|läuft am|bewerbungsfrist endet|bis … einschließlich|schicken … bis|mailen … bis|freuen … bis|bewerbungseingang|ablauf der frist",
        "by": "bis|bis zum|spätestens bis|bis spätestens|bis spätestens zum|spätestens bis zum|bis einschließlich|bis zum einschließlich|spätestens am|bis zu",
        "closing behind": "an folgende|einzureichen|einzusenden|zu richten|per e-mail an|an die|bewerbungsschluss",
        "rolling": "bis zur besetzung|bis die stelle besetzt|laufend entgegengenommen|fortlaufend|keine bewerbungsfrist|ohne frist|bis auf weiteres|bis zur erfolgreichen besetzung|initiativ~|jederzeit möglich|bis stelle besetzt|bis die position besetzt|laufend|bis zur stellenbesetzung|jederzeit",
        "early": "bevorzugt bis|vorzugsweise bis|möglichst bis|vorrangig|bevorzugt berücksichtigt",
        "review": "sichtung|auswahl beginnt|auswahlverfahren beginnt|prüfung … beginnt|begutachtung|erste sichtung",
        "event": "vorstellungsgespräch~|auswahlgespräch~|bewerbungsgespräch~|gespräche|interviews|tagung|workshop|gegründet|seit|veröffentlicht|befristet bis|befristet … bis|laufzeit|projektende|projektlaufzeit|projektzeitraum|vertragsende|befristung … bis|zunächst bis|stand|informationsveranstaltung|voraussichtlich|dauer|beschäftigung~ … bis"
        "|beschäftigungsdauer|besetzen … bis|vertrag … bis|ursprünglich~|stelle … befristet|gefördert bis",
        "letters": "empfehlungsschreiben|referenzschreiben|gutachten",
        "start": "ab|ab dem|beginn|beginnt|beginnend|zum|zum nächstmöglichen|zu besetzen|besetzen|besetzbar|starttermin|antritt|eintritt|start|zum frühestmöglichen|frühestens|frühestmöglich|arbeitsbeginn|dienstantritt|einstellung zum|einstellung ab|stellenbeginn",
        "soon": "zum nächstmöglichen zeitpunkt|zum nächstmöglichen termin|nächstmöglich~|ab sofort|sofort|baldmöglichst|schnellstmöglich|frühestmöglich~|so bald wie möglich|nach vereinbarung|nach absprache|ehestmöglich|per sofort|umgehend|sobald wie möglich|nächstmögliche zeitpunkt|zum frühestmöglichen zeitpunkt",
        "apply": "bewerb~|unterlagen|einsenden|online-portal|online-formular|karriereportal|stellenportal|bewerbungsportal|stellenausschreibung|stellenanzeige|senden sie|richten sie|einzureichen|schicken sie|reichen sie|interesse … dann|ausschreibungstext",
        "ask": "frage|fragen|rückfrag~|auskunft|auskünfte|nähere informationen|weitere informationen|informationen zu|weiteres|kontakt|ansprechpartner~|ansprechperson~|beratung|informieren|datenschutz|schwerbehindertenvertretung|gleichstellungsbeauftragte~|vorab|telefonisch|informell|kontaktieren|wenden sie sich|mehr erfahren|erfahren sie|infos|details",
        "not apply": "nicht per e-mail|keine bewerbungen|nicht berücksichtigt|bitte keine|nicht an diese|nicht für bewerbungen|nicht … berücksichtigt|keine e-mail-bewerbung~|sehen sie … ab",
        "seek": "sucht|suchen|gesucht|zu besetzen|besetzen|schreibt … aus|ausgeschrieben|vergeben|bietet|bieten|stelle als|position als|stelle einer|stelle eines|stelle für|ausschreibung|bewerben sie sich als|verstärkung|stellt … ein|einzustellen",
        "experience": "erfahrung~|berufserfahrung|seit|alt|berufspraxis|nach der promotion|mindestens … jahre|probezeit|tätigkeit|projekt läuft|projekterfahrung|abschluss|zurückliegen~|in den letzten|altersgrenze|jubiläum|kündigungsfrist|studium|regelstudienzeit|praxis",
        "extension": "verlängerung~|verlängert|möglichkeit der|verlängerbar|option auf|mit aussicht|entfristung|weitere|anschließend|danach|weiterbeschäftigung|perspektive",
        "gross": "brutto~|vor steuern",
        "net": "netto~|nach steuern|steuerfrei",
        "at most": "bis zu|maximal|höchstens|max",
        "at least": "ab|mindestens|mind|von mindestens",
        "funded by": "gefördert durch|finanziert durch|gefördert von|gefördert vom|gefördert von der|gefördert durch die|gefördert durch das|finanziert von|finanziert vom|aus mitteln der|aus mitteln des|drittmittelfinanziert durch|durch die|von der … gefördert|vom … gefördert|finanziert aus mitteln|unterstützt von|aus mitteln",
        "based in": "mit sitz in|arbeitsort ist|dienstort ist|standort ist|am standort|in|einsatzort ist|arbeitsort",
        "lasts": "befristet auf|befristet für|für die dauer von|für einen zeitraum von|auf die dauer von|dauer von|zunächst auf|zunächst für|zunächst befristet auf|laufzeit von|vertragslaufzeit|auf|vertragsdauer|vorerst|für|laufzeit beträgt|befristung von|befristung auf|befristung|beträgt|dauer beträgt|vertragsdauer beträgt|zeitlich befristet auf|für zunächst|befristet|begrenzt auf|von zunächst",
        "hybrid": "teilweise homeoffice|teilweise im homeoffice|anteilig~ homeoffice|möglichkeit zum mobilen arbeiten|möglichkeit zum homeoffice|möglichkeit zu homeoffice|möglichkeit des mobilen arbeitens|mobiles arbeiten möglich|homeoffice möglich|homeoffice-möglichkeit~|hybrides arbeiten|hybride arbeit~|möglichkeiten zum mobilen arbeiten|mobiles arbeiten ist … möglich|homeoffice ist … möglich|möglichkeit zur mobilen arbeit|mobile arbeit möglich|option auf homeoffice|möglichkeit auf homeoffice|tage homeoffice",
        "remote": "vollständig remote|komplett remote|100 % remote|100% remote|vollständig im homeoffice|ortsunabhängig~ arbeiten",
        "on-site": "präsenz vor ort erforderlich|ausschließlich vor ort|kein homeoffice|nur in präsenz|homeoffice ist nicht möglich",
        "elsewhere": "kooperation~|partner~|zusammenarbeit~|konferenz|tagung|netzwerk|gemeinsam mit|verbund~|exkursion|feldarbeit|aufenthalt~|standorten|früher",
        "profile": "anforderung~|voraussetzung~|ihr profil|dein profil|profil|qualifikation~|wir erwarten|erwartungen|sie bringen|einstellungsvoraussetzungen|das bringen sie mit|was sie mitbringen|das bringst du mit|kenntnisse|wünschenswert",
    },
)
