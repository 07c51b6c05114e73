"""English."""

from __future__ import annotations

from jobboard.standards.languages.language import Language

ENGLISH = Language(
    code="en",
    name="English",
    common="the of and to in for is on with will be are as at by or an this our we you your that from have which not can their who has its"
    " a it all may should must please",
    months=(
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    numbers={
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "eighteen": 18,
        "twenty": 20,
        "twenty-four": 24,
        "thirty": 30,
        "thirty-six": 36,
        "forty-eight": 48,
    },
    units={"year": "year|years|yr|yrs|year's|years'", "month": "month|months|mo|mos|months'", "week": "week|weeks"},
    labels={
        "title": "job title|position title|title of position|title of the position|vacancy|post title|role title|job|subject|position offered|role|vacancy title|position name|title",
        "organization": "employer|organisation|organization|institution|host institution|company|hiring organization|hiring organisation|institution name|university"
        "|company name|employing institution|organisation/company|organization/company|organisation name|name of institution|hosting institution|host organisation"
        "|host organization|employer name|institute/university|university/institute|employing organisation|organization name|name of the institution",
        "unit": "department|group|research group|lab|laboratory|school|faculty|division|institute|department/school|school/department|faculty/department|team|unit"
        "|faculty/institute|organisational unit|organizational unit|centre|center|department/unit|working group",
        "via": "recruiter|agency|recruitment agency|advertised by",
        "location": "location|place|place of work|place of employment|workplace|duty station|job location|work location|locations|location of position"
        "|based in|campus|work site|location of work|location of employment|employment location|job site|work place|office location|where|based at|duty location|position location"
        "|location(s)|work location(s)|placement",
        "city": "city|town|city/town|municipality",
        "country": "country|nation",
        "region": "state/province|state|province|region",
        "work_mode": "work type|work mode|working mode|work arrangement|working arrangement|workplace type|work model|remote|remote work|work style|location type"
        "|remote type|remote working|home office|working model|hybrid working|flexible working|attendance|remote status|remote eligibility",
        "employment": "employment type|hours|working hours|working time|type of employment|workload|job type|work schedule|schedule|full/part time|full-time/part-time"
        "|fte|position type|type of position|hours per week|time commitment|working pattern|employment|basis|job status|time type|full time/part time|extent|scope of employment"
        "|employment status|percentage|level of employment|full-time equivalent|post type|scope|employment level|full or part time|full time or part time|degree of employment|occupation"
        "|working hours per week|weekly hours|work hours",
        "contract": "contract|contract type|type of contract|term|appointment|type of appointment|appointment type|tenure|term of appointment|contract term|appointment status"
        "|employment contract|type of work contract|form of employment|nature of contract|contract status",
        "duration": "fixed-term contract|fixed term contract|duration|contract duration|contract length|length of contract|duration of contract|duration of employment|employment duration"
        "|duration of the contract|length of appointment|contract period|period of employment|duration of position|duration of appointment|duration of the position|period|length"
        "|fixed term|term of employment|duration of the appointment|appointment duration|limitation|position duration|employment period|funding duration|length of employment"
        "|duration of project contract|time period|initial contract|term of contract|expected duration|fellowship duration|length of term|funding period|limited to",
        "salary": "salary|pay|compensation|remuneration|salary range|pay range|stipend|pay scale|salary scale|grade|wage|annual salary|monthly salary|net monthly salary"
        "|gross monthly salary|gross salary|starting salary|salary/grade|grade/salary|base salary|package|pay grade|salary and benefits|net salary|gross annual salary"
        "|expected salary|anticipated salary|hourly rate|pay rate|remuneration package|salary level|salary grade|basic salary|salary details|pay band|salary band|hourly wage"
        "|hiring range|salary (per annum)|salary information|monthly stipend|annual stipend|minimum salary|maximum salary|gross monthly pay|pay group|remuneration group|wages"
        "|target salary|budgeted salary|annual base salary|salary indication|financial support|monthly gross salary|scholarship amount|living allowance|compensation range|net stipend|gross pay"
        "|position salary|posting pay range|typical hiring range|funding amount",
        "start": "start date|starting date|start|preferred start date|earliest start date|anticipated start date|starting|expected start date|desired start date|date of start"
        "|beginning|planned start date|start of contract|available from|commencement date|start of position|start of employment|expected starting date"
        "|earliest starting date|date of commencement|proposed start date|target start date|desired starting date|preferred starting date|offer starting date|envisaged start date"
        "|envisaged job starting date|job starting date|ideal start date|estimated start date|begin|begin date|starting from|appointment date|tentative start date|job start date|position start date"
        "|starting time|entry date|planned starting date|start of work|to be filled by|proposed starting date|latest start date|start time|begin of employment|contract start|contract start date"
        "|date of employment|expected start|anticipated start|commencement|date of appointment|anticipated starting date|vacant from",
        "deadline": "closing date|deadline|application deadline|closes|apply by|closing|last date|due date|applications close|expiry date|closing date for applications"
        "|application closing date|close date|deadline for applications|deadline for application|deadline to apply|last date to apply|applications due|application due date"
        "|submission deadline|expires|deadline date|last day to apply|end of application period|application due|application period ends|valid until|final date for applications"
        "|closing date and time|posting end date|application close|applications deadline|last application date|application ending date|apply before|applications by|final application date"
        "|last day for applications|end date|closing on|closes on|application period|application end date|date of closing|deadline for submission|deadline for submission of applications"
        "|applications must be received by|submission due|open until|close|expiration date|job closing date|application deadline date|vacancy closing date|receipt of applications by|removal date"
        "|applications accepted until|deadline for receipt of applications|deadline for the application|apply until|job expires|posting closes|last application day|advert closes|deadline(s)"
        "|applications accepted through|posting close date|date closing|closing date of applications|application deadline (cet)|last date of application|apply no later than|applications open until",
        "review": "review date|review begins|first review date|initial review date|next review date|review start date|review of applications begins|priority date|priority deadline|first consideration date"
        "|full consideration date|deadline for full consideration|priority review date|initial consideration date|screening date|first review|interview date|interviews|interview dates|interview"
        "|expected interview date|shortlisting date|initial review|screening begins|deadline for first consideration|priority application date|applications reviewed from",
        "email": "email|e-mail|contact email|e-mail address|email address|contact e-mail|mail",
        "apply by": "send applications to|email for applications|apply by email|apply by e-mail|apply via email|applications to|submit applications to|submit to|application email|email applications to"
        "|send application to|applications via e-mail|e-mail for applications|send your application to|send cv to|apply to|please send your application to|applications should be sent to",
        "contact": "contact|contact person|contacts|contact details|enquiries|inquiries|informal enquiries|contact information|help contact|contact for questions|questions|contact name"
        "|informal inquiries|for enquiries|for inquiries|for further information|hiring manager|principal investigator|supervisor|pi|supervisors|informal contact|contact for enquiries"
        "|queries|enquiries to|informal enquiries to|scientific contact|contact for further information|job contact|recruiter contact|contact(s)|point of contact|for questions|academic contact"
        "|technical contact|direct inquiries to|further enquiries|for more information contact|information|hr contact|hiring contact|accommodation requests|accommodations",
        "apply": "apply|apply here|link|url|how to apply|to apply|application link|apply online|apply at|application url|job url|application website|link to apply|apply now|job link"
        "|submit your application here|application procedure|application process|full advertisement|job advert|online application|application|apply link|where to apply|apply via|application portal"
        "|application form|application page|link to application|apply through|official vacancy page|vacancy page|apply url|official advert|official posting|job posting|full posting|application site"
        "|submit application|submit applications|applications|application instructions|original posting|full job description|full job posting|full advert|apply externally|application system|vacancy link"
        "|job advertisement|official announcement|official call|call text|link to the advert|link to full advert|link to the position|full vacancy|job description and application|how to apply?",
        "more": "website|web|more information|further information|further details|more info|details|homepage|web site|project website|group website|lab website|see also|additional information|web page"
        "|lab homepage|research group website|institution website|company website|more details|read more",
        "reference": "reference|reference number|ref|job reference|job id|requisition|vacancy number|vacancy reference|job number|ref no|reference code|requisition id|req id|requisition number"
        "|vacancy id|job ref|vacancy ref|posting number|reference no|job reference number|ref number|job code|job requisition id|position number|ref nr|reference id|job no|ref. no|vacancy no|req"
        "|requisition no|position id|posting id|vacancy reference number|announcement number|ref. number|job requisition|advertisement number|call reference|advert reference|req number|ref id|offer id"
        "|offer reference|code|vacancy code|position code|reference nr|post number|job req id|job opening id|recruitment number|tracking code|jobid",
        "eligibility": "visa|visa sponsorship|work authorization|right to work|eligibility|work permit|nationality|citizenship|citizenship requirements|residency|work authorisation|security clearance"
        "|eligibility criteria",
        "funding": "funding|funder|funded by|grant|funding source|funding body|project funding|funding agency|source of funding|financed by|funding programme|funding program|sponsor|funding sponsor"
        "|research framework programme|eu research framework programme|is the job funded through the eu research framework programme?|is the job funded through the eu research framework programme"
        "|sponsored by|research funder|source of finance",
        "career_stage": "career stage|career level|researcher profile|research profile|research level|researcher career stage",
        "position": "positions|kind of position|job category|position category|category|career area|job family|academic level|academic rank|rank",
        "date": "posted|date posted|publication date|published|published on|posted on|posting date|date|job posted|posted date|placed on|placed|date published|advertised|opening date|date of publication|announced"
        "|publish date|post date|added|listed|online since|open date|application open date|posted at|announcement date|date of posting|publication|posting begin date|date advertised|job posting date|publishing date",
        "tags": "keywords|subject area|subject areas|field|fields|discipline|disciplines|research field|research fields|topics|research area|research areas|tags|scientific field|field(s)",
    },
    kinds={
        "student-thesis": "master thesis|master's thesis|msc thesis|bachelor thesis|bachelor's thesis|thesis project|thesis topic|masters thesis|diploma thesis|student thesis|master thesis project",
        "postdoc": "post-doctoral~|postdoctoral~|post doctoral~|post-doc|postdoc|post doc|postdocs|post-docs|post docs|postdoctorate|postdoctorant",
        "phd": "phd|ph.d|ph d|phds|doctoral|doctorate|doctoral candidate|doctoral student|doctoral researcher|early stage researcher|early-stage researcher|esr|dphil|studentship|studentships"
        "|graduate student position|graduate student|graduate students|graduate assistantship|graduate research assistantship",
        "group-leader": "group leader|team leader|junior group leader|principal investigator|independent research group leader|junior research group leader|research group leader|head of group|head of department"
        "|lab head|section head",
        "faculty": "assistant professor|associate professor|full professor|professor|professorship|professorships|lecturer|senior lecturer|lectureship|faculty position|faculty positions|tenure-track|tenure track|reader in|chair of"
        "|chair in|faculty member|faculty members|teaching fellow|instructor|faculty|junior professor|assistant professorship|associate professorship|tenured",
        "research-software-engineer": "research software engineer|research software engineers|research software developer|scientific software engineer|scientific software developer|software engineer|software developer|scientific programmer"
        "|scientific developer|rse|research programmer|research application developer|software engineers|scientific computing engineer",
        "data-scientist": "data scientist|data scientists|data analyst|statistician|biostatistician|data engineer|research data scientist|data science specialist",
        "research-engineer": "research engineer|machine learning engineer|ml engineer|ai engineer|engineer|research engineers|engineers",
        "internship": "internship|intern|internships|interns|placement|summer student|traineeship|trainee|research internship",
        "visiting": "visiting scientist|visiting researcher|visiting scholar|visiting fellow|visiting position|sabbatical|visiting professor|visiting fellowship|visitor programme|visiting scholars",
        "clinical-research": "clinical fellow|clinician scientist|research nurse|clinical research fellow|clinical research coordinator|clinical scientist|clinical research associate",
        "research-assistant": "research assistant|graduate assistant|student assistant|research technician|laboratory technician|research assistants|lab technician|student research assistant|laboratory assistant|technician",
        "research-fellow": "research fellow|senior research fellow|research fellows|research fellowship|fellowship|fellow|fellowships|fellows",
        "research-scientist": "research scientist|staff scientist|senior researcher|senior scientist|project scientist|scientist|scientists|researcher|researchers|research scientists|bioinformatician|modeller|modeler|physicist"
        "|physical scientist|applied scientist|principal scientist|computational biologist|computational scientist|associate scientist|research professional|oceanographer|hydrologist|climatologist|glaciologist|meteorologist"
        "|ecologist|biologist|geophysicist|chemist|mathematician|epidemiologist|associate research scientist|scientific officer",
        "research-manager": "project manager|programme manager|program manager|lab manager|research manager|project coordinator|research coordinator|scientific coordinator|data manager|laboratory manager|project officer"
        "|program coordinator|programme coordinator|data steward|scientific project manager|study coordinator|research administrator",
    },
    employment={
        "full-time": "full-time|full time|fulltime|fulltime position",
        "part-time": "part-time|part time|parttime",
        "contractor": "contractor|freelance|freelancer",
        "temporary": "temporary employment",
        "intern": "internship|intern|trainee",
        "volunteer": "volunteer|voluntary",
        "per-diem": "per diem|per-diem|perdiem",
    },
    contracts={
        "permanent": "permanent|open-ended|open ended|indefinite|unlimited contract|regular|continuing|indefinite duration|unlimited duration|indefinite-term|unlimited",
        "fixed-term": "fixed-term|fixed term|fixedterm|temporary|limited term|limited-term|limited contract|term-limited|time-limited|term position|temporarily|non-permanent|limited duration|temp|term-based|limited"
        "|fixed period|fixed duration|definite duration|definite-term|short-term contract|time limited",
        "tenure-track": "tenure-track|tenure track|tenure-eligible|tenure stream|tenure-stream",
        "casual": "casual|zero-hours|zero hours",
        "stipend": "stipend contract|stipendiary fellowship",
    },
    periods={
        "hour": "hour|hr|hourly|hours|h|per hour|an hour",
        "day": "day|daily|per day|a day",
        "week": "week|weekly|per week|a week",
        "month": "month|monthly|mo|pcm|p.m.|per month|a month|calendar month|months|each month|mth",
        "year": "year|yearly|annual|annually|annum|per annum|p.a.|pa|p.a|yr|per year|a year|each year|p/a|year's|years|ann|anna",
    },
    work_modes={
        "hybrid": "hybrid|partly remote|partially remote|partial remote|partly from home|remote/hybrid|hybrid/remote",
        "on-site": "on-site|on site|onsite|in-person|in person|in office|in-office|not remote|non-remote|no|office-based|office based|campus|on campus|on-campus",
        "remote": "remote|fully remote|home office|home-based|telework|work from home|home based|yes|100% remote|telecommute",
    },
    materials={
        "CV": "cv|cvs|c.v.|curriculum vitae|resume|résumé|resumé|academic cv|curriculum",
        "cover letter": "cover letter|covering letter|letter of application|letter of motivation|motivation letter|motivational letter|letter of interest|motivation statement|statement of motivation|letter of intent|application letter|motivational statement|letter describing|letter outlining|letter explaining|letter stating|one-page letter",
        "research statement": "research statement|research plan|research proposal|statement of research|statement of interest|statement of interests|statement of purpose|statement of research interests|research interests|research summary|research vision",
        "teaching statement": "teaching statement|teaching philosophy|statement of teaching|teaching portfolio",
        "diversity statement": "diversity statement|statement of diversity|diversity, equity",
        "list of publications": "list of publications|publication list|publications list|list of … publications|list of your publications|complete list of publications",
        "links to publications": "copies of … publications|links to … publications|reprints of|selected publications|representative publications|copy of … thesis|representative papers|copies of … papers|relevant publications",
        "transcripts": "transcript|transcripts|degree certificates|degree certificate|certificates|diplomas|diploma|copies of degree~|university certificates|academic records|grade transcripts|record of study|academic transcripts|copy of degree|records of study",
        "names of referees": "names of … referees|names and … referees|contact … referees|referees|contact information for … references|contact information of … references|names and … references|names of … references|contact details of … references|contact details for … references|list of references|names of two|names of three|names and contact|references' contact|reference contacts|contact information for … recommend~|list of … references|contact information of … referees|contact information for two|contact information for three|two references|three references|contacts of … references|names … of references|contact … of … references",
        "writing sample": "writing sample|writing samples|work sample|code sample|sample of written work|code samples",
    },
    cues={
        "closing": "deadline|deadlines|dead-line|closing date|closing on|closes|close on|close at|apply by|apply … by|apply before|apply … before|apply until|apply … until|apply … no later than|apply … not later than|apply … latest by|applications … by"
        "|applications … before|applications … until|applications … due|applications … no later than|applications … not later than|applications close|applications … close|applications … through|application … by|application … before"
        "|application … until|application … no later than|application … not later than|application … due|application … closes|application … ends|application … ending date|submit … by|submit … before|submit … no later than"
        "|submit … not later than|submitted by|submitted … by|submitted … before|submitted … no later than|submitted until|send … by|send … before|send … no later than|sent … by|sent … before|send … until|sent … until|send … not later than"
        "|e-mail … by|email … by|received by|received before|received … by|received no later than|received until|received … no later than|received on or before|accepted until|accepted through|accepted … until|accepted till|open until"
        "|open … until|last date|last day|due by|due on|due date|due|expires|expire on|expiring|closing for applications|open for applications until|apply from|applications are invited until|call closes|call … open until|post closes"
        "|vacancy closes|window closes|apply on or before|must reach … by|reach us by|reach … no later than|applications till|apply till|posting closes|submission … by|cut-off date|cutoff date|closing|position closes"
        "|close for applications on|write … by|write … before|write … until|write … no later than|e-mail … before|email … before|e-mail … until|email … until|contact … by|contact … before|contact … no later than|please respond by|respond by",
        "by": "by|before|until|till|no later than|not later than|latest by|on or before|through|at the latest|prior to|latest on|latest",
        "closing behind": "is the closing date|is the deadline|is the application deadline|as the closing date|is the last day|is the last date|deadline for applications|application deadline",
        "rolling": "until filled|until the position is filled|until the positions are filled|until the post is filled|until position is filled|until positions are filled|until all positions are filled|until it is filled|until the vacancy is filled|until they are filled"
        "|until the role is filled|until a suitable candidate|until suitable candidates|until an appointment is made|until the positions have been filled|until the position has been filled|until the position filled|until a qualified candidate|until a candidate is|until the right candidate|until someone is"
        "|rolling basis|rolling application~|rolling deadline|on a rolling|as they arrive|as they are received|as they come in|no deadline|no fixed deadline|no application deadline|no formal deadline|no set deadline|no specific deadline|open-until-filled|open until-filled|when the position is filled"
        "|until the opening is filled|until the job is filled|until a hire is made|until appointments are made|until the place is filled|until the openings are filled|until the fellowship is filled|until the successful candidate is|until all vacancies are filled|applications are considered continuously"
        "|accepted continuously|reviewed continuously|considered continuously|evaluated continuously|continuous basis|ongoing basis|at any time|until all places are filled|until candidate is found|until filling|remain open until a|remains open until a|until both positions are filled|until the search is",
        "early": "full consideration|first consideration|best consideration|fullest consideration|priority|preferably by|preferably before|ideally by|ideally before|early consideration|initial consideration|guaranteed consideration|assured consideration|guarantee consideration|ensure consideration"
        "|first round|for consideration in|first deadline|encouraged to apply by|strongly encouraged … before|strongly encouraged … by|assured of|preference will be given",
        "review": "review … begin~|review … start~|review … commence~|review date|reviewing … begin~|reviewed … starting|reviewed … beginning|reviewed from|reviewing … from|reviewed … as of|reviews … begin|screening … begin~|screening … start~|screening … commence~|screening|begin reviewing|start reviewing"
        "|begin screening|consideration … begin~|consideration … start~|considering … begin~|evaluat~ … begin~|evaluat~ … start~|begin evaluating|selection … begin~|selection … start~|interviewing … begin~|interviews … begin~|interviews … start~|review of … from|consider applications from|considered from"
        "|considered starting|start considering|begin considering|reviewed on|reviewed after|evaluated after|evaluated from|assessed from|assessment … begin~|begin … review|begin to review|start … review|review … will take place|at least until|reviewed … on|reviewed … after|review … take place",
        "event": "interview~|shortlist~|conference|workshop|meeting|notif~|decision|results|announced|published|posted|founded|established in|since|awarded|summer school|hearing|presentation~|as of|born|seminar|graduated|obtained|defended|kick-off|project runs|project ends|project started"
        "|webinar|information session|open day|extended from|original deadline|previous deadline|was|cruise|campaign|expedition|abstract~|grant deadline|paper deadline|conference deadline"
        "|project deadline|submission to|camera-ready",
        "letters": "letters of reference|reference letters|letters of recommendation|recommendation letters|recommenders|referees should|letters should|references should|recommendations should|letters must|references must",
        "start": "start|starts|starting|start date|begin|begins|beginning|commence|commences|commencing|commencement|available from|available starting|available as of|to be filled|to be filled by|employment from|appointment from|effective|start date is|starting date|position is available|positions are available|from",
        "soon": "as soon as possible|immediately|asap|a.s.a.p.|as soon as feasible|at the earliest possible date|earliest possible date|earliest possible|immediate start|at the earliest convenience|as early as possible|at the next possible date|upon agreement|by agreement|by mutual agreement|to be agreed|negotiable|flexible"
        "|immediate|at the earliest opportunity|as soon as practicable|to be agreed upon|upon mutual agreement|as agreed|by arrangement|to be arranged",
        "apply": "apply|applies|applying|application|applications|applicants|applicant|submit|submitted|send … cv|send … application~|send … resume|send … materials|send … documents|send … letter|send … statement|send … material|interested|vacancy page|apply online|application portal|job portal|career portal|careers portal|recruitment portal"
        "|recruitment system|vacancy announcement|official vacancy|job ad|job advertisement|job posting|full advert~|full vacancy|official posting|upload|official announcement|official advert~|forward … cv|forward … resume|email … cv|e-mail … cv|send … curriculum|candidates should|full posting|vacancy",
        "ask": "explore … further|explore the post|find out more|informal discussion|informal chat|can be found|following link|full details|question|questions|enquiry|enquiries|inquiry|inquiries|enquire|inquire|further information|more information|additional information|further details|more details|information about|information on|to learn more|learn more|accommodation~|accessibility|assistance|help|helpdesk|disabilit~|queries|query|to discuss|discuss"
        "|informal|informally|for information|any issues|technical support|technical problems|technical issues|problems|contact person|contact … for|please contact|do not hesitate|feel free|reach out|get in touch|supervisor|supervised by|data protection|privacy|complaint~|union representative|equal opportunit~|press|newsletter"
        "|advice|clarification~|doubts|nomination~|support|for details|for more|for further|if you would like to know|find out more|want to know more",
        "not apply": "do not send|not send|do not forward|do not submit|not be accepted by e-mail|not be accepted by email|not accepted by e-mail|not accepted by email|not accept applications|no applications by|not use … for applications|not … by e-mail|not … by email|not … via e-mail|not … via email|cannot be accepted"
        "|will not be considered|will not be accepted|not be considered|no applications|cannot accept|unsubscribe|do not apply|applications … cannot|not to … send|instead of e-mail",
        "seek": "invites applications|invite applications|invites|seek|seeks|seeking|looking for|look for|looks for|recruit|recruits|recruiting|hiring|hires|invites applications for|invite applications for|inviting applications for|applications are invited for|applications for|appoint|appoints|offer|offers|offering|opening for|openings for|announce|announces|search for"
        "|searching for|advertise|advertises|advertising|apply for|position of|post of|role of|has an opening|solicits applications for|accepting applications for|welcome applications for|welcomes applications for|opening of|have an open|has an open|to fill|available for|wishes to appoint|recruitment of|to hire|vacancy for",
        "experience": "experience|within the last|last … years|old|after the ph~|after ph~|since|phd … less than|phd … no more than|at least … years of|minimum of … years of|years of research|years of relevant|years of work|completed|obtained|graduated|postdoctoral experience|track record|years of age|years ago|past … years|award of|awarded|awarding"
        "|project runs|project lasts|over the next|for over|for more than|for the past|in the past|previous|have resided|resided|resident|within … of receiving|prior to|recent|received their|received your|holding|track-record|history|founded|probation~|warranty|life of|every|anniversary|notice|maternity|guarantee|running|apprenticeship"
        "|years of education|years of study|of professional|of postdoctoral|of teaching|of industrial|expertise|employment in|stay|programme lasts|degree",
        "extension": "extension|extended|extend|extendable|renewable|renewal|renewed|prolong~|possibility of|possibility for|possible|option|up to a total|with the potential|additional|further|subsequent|another|second|after which|then|depending on|contingent on|subject to|plus",
        "gross": "gross|before tax|pre-tax|before taxes|brutto|taxable",
        "net": "net|after tax|after taxes|take-home|tax-free|tax free|netto|untaxed|nontaxable|non-taxable",
        "at most": "up to|maximum|max|at most|not exceeding|no more than|to a maximum of|capped at|ceiling of",
        "at least": "from|at least|minimum|min|starting at|starting from|no less than|not less than|upwards of|more than|starts at|starting salary of|over|begins at|start at|start from",
        "funded by": "funded by|financed by|funded through|funded under|supported by|sponsored by|funded from|financed through|funding from|funding by|supported through|financially supported by|funding is provided by|funding provided by|funded within|funding through|funding comes from|paid by|financed under|supported under",
        "based in": "based in|based at|located in|located at|situated in|location is|place of work is|place of work will be|place of employment is|employed in|employed at|offices in|office in|workplace is|work location is|hosted in|duty station is|stationed in|work in|campus in|placed in|placed at|located on|hosted at|hosted by|held at"
        "|carried out at|carried out in|conducted at|take place in|take place at|be located in|on site in|home base",
        "lasts": "for a period of|for the period of|for a duration of|for a term of|for a fixed period of|for a fixed term of|for a maximum of|for an initial period of|for an initial term of|duration of|duration is|duration of the|duration will be|contract is for|contract of|contract for|contract for a|contract duration|limited to|limited for|funded for"
        "|fixed term of|fixed term for|fixed-term for|initially for|initially|position is for|position for|position of|positions of|positions are for|appointment is for|appointment will be for|appointment of|appointment for|appointed for|appointed initially for|available for|available initially for|term of|period of|contract will be for|for a total of|for up to|employment for|employment is for|employed for"
        "|employment of|for a maximum period of|appointment period is|appointment is initially for|offered for|offered … for|lasts|will last|last for|runs for|funding for|funding is for|funding of|funding is available for|fellowship is for|tenable for|tenable up to|limited-term of|for the duration of|duration|lasting|post is for|role is for|contract … for|initial appointment is|initial appointment will be|initial appointment"
        "|financed for|secured for|guaranteed for|funds … for|for an initial|initial contract is|initial contract|offered a|project position of|contract length is|full-time for|time for|employment contract for|will be hired for|hired for|initial term is|for a|temporary for|employment period is|the position is|appointments are for|appointments will be for|salary for|appointment term is|the studentship is|studentship is for|scholarship for",
        "hybrid": "hybrid position|hybrid role|hybrid job|hybrid work~|hybrid working|hybrid post|hybrid appointment|hybrid schedule|hybrid arrangement|hybrid basis|hybrid working model|hybrid work model|partially remote|partly remote|partial remote|work partly from home|partially from home|partly from home|combination of remote|combination of on-site|combination of onsite|combination of in-person|remote/hybrid|hybrid/remote|position is hybrid|role is hybrid|work is hybrid|post is hybrid|hybrid remote|possibility of remote work|possibility of working from home|possibility to work from home|possibility to work partly|option to work from home|option of remote work|options for remote work|partial home office|home office possible|home office options|home-office options|option for home office|opportunities for remote working|opportunity to work from home|work from home up to|remote work up to|remote working up to|hybrid, with|this is a hybrid|possibility of home office|possibility for home office|possibility for remote work|partial telework~|teleworking possible|occasional remote work|work remotely part|home office up to|telework up to|remote work is possible|blended working",
        "remote": "fully remote|100% remote|100 % remote|completely remote|entirely remote|remote position|remote role|remote job|remote-first|remote first|remote-only|remote only|position is remote|role is remote|job is remote|position can be remote|work remotely from|can be done remotely|can be performed remotely|may be performed remotely|remote appointment|position may be remote|work from anywhere|post is remote|position is fully remote|this is a remote|is a remote|remote postdoc~|fully-remote|position will be remote|remote employment|remote work is fully",
        "on-site": "on-site position|onsite position|on site position|on-site role|in-person position|in-person role|in person position|on-site only|onsite only|in-person only|non-remote|not remote|not a remote|no remote work|on-site presence is required|on-site presence required|on-site work is required|fully on-site|fully onsite|fully in-person|fully in person|position is on-site|position is onsite|position is in-person|position is in person|position is based on campus|on-campus position|100% on-site|100% onsite|on-site work only|on-site attendance|must be on-site|remote work is not|remote working is not|cannot be performed remotely|not eligible for remote|physical presence is required|presence on site is required|work on-site|work on site|is an on-site|is an onsite|is an in-person|requires on-site|position requires in-person|role is on-site|role is onsite|in-person presence|in-person, on-campus",
        "elsewhere": "spin-out of|spin-out from|spin-off of|spin-off from|affiliated with|associated with|subsidiary of|collaborat~|partner~|network|conference|workshop|fieldwork|field work|campaign|cruise|off the|coast~|groups in|group in|visit~|secondment~|travel~|consortium|between|such as|including|include~|studies in|study in|site in|sites in|stay~|summer school|research stay|jointly|joint|co-supervis~|colleagues|together with|member~ of|alumni|projects include|data from|region~|expedition|cooperation|cooperate|phd from|graduated|degree from|founded|moved from|previously|formerly|exchange|offices in|campuses|branch~|headquarter~|holidays|born|nationals of|citizens of|countries",
        "profile": "requirement~|qualification~|your profile|profile|who we look for|who we are looking for|skills|we expect|required|about you|candidate profile|essential|desirable|preferred|eligibility|selection criteria|criteria|what you bring|what we expect|what we are looking for|you have|your background|education|experience|person specification|must have|nice to have|prerequisites|expectations|you bring|competences|competencies",
    },
)
