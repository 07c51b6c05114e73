"""What each sign is worth when the value of a field is decided on: the one table of it.

A candidate's weight is the sum of its signs. The best is taken if it has `ENOUGH`, and is `CLEARLY` ahead of every other
value; another place that names the same value adds one, up to `MOST_AGREEMENT`. Structured data beats labels, labels beat
sentences. To change what is taken, change a number here and look at the cases that change with it.
"""

from __future__ import annotations

ENOUGH = 3
CLEARLY = 2
MOST_AGREEMENT = 2

WEIGHTS: dict[str, dict[str, int]] = {
    "title": {
        "structure": 9,  # a field of structured data or of another site's front matter
        "label": 7,  # "Job title: …"
        "page heading": 7,
        "heading": 5,  # a lower heading of a page, or of a text
        "first line": 5,
        "page title": 4,
        "sought": 3,  # "we are looking for a …"
        "names a position": 3,
        "names no position": -3,
        "asks for a qualification": -5,
        "several of this kind": -2,
    },
    "organization": {
        "structure": 9,
        "label": 7,
        "in the title": 6,  # "Postdoc at …"
        "hires": 6,  # "… is seeking", "… invites applications"
        "where one works": 5,  # "position at …", "join … at", "based at …"
        "introduces itself": 3,  # "… is a start-up", near the top
        "website": 4,
        "named": 2,  # an institution's name in a sentence of neither kind
        "near the top": 0,
        "a line of its own": 3,  # near the top
        "in the portal's name": 1,  # "register with the … application portal"
        "a unit": -3,
        "a partner": -5,  # collaborators, funders, former places, degrees
        "about the employer's values": -2,  # "… is an equal opportunity employer": it is the employer, but often cut
    },
    "location": {
        "structure": 9,
        "label": 7,
        "city and country labels": 7,
        "in the title": 6,
        "address": 5,
        "where the work is": 5,  # "based in …"
        "behind the employer": 4,  # "University of X, Bern, Switzerland"
        "named": 3,
        "country only": -2,
        "near the top": 1,
        "of something else": -5,  # a partner, a conference, a study area
    },
    "work_mode": {
        "label": 6,
        "of the position": 4,  # "this position is remote"
        "days at home": 4,
        "among the terms": 3,  # "full-time, remote, two-year"
        "of something else": -5,  # models, teaching, events, environments
    },
    "deadline": {
        "label": 6,
        "sentence": 3,
        "certain": 1,  # the sentence says "deadline" or "closing date" just before the day
        "until filled": 4,
        "until filled, in a label": 6,
        "a vague word": -2,
        "with a day as well": -3,  # "until filled" where a deadline is named, too
        "not a last day": -6,  # review, start, interview …
    },
    "start": {
        "label": 6,
        "sentence": 4,
        "in words": -1,
        "of something else": -6,
    },
    "salary": {
        "label": 6,
        "about pay": 4,
        "scale": 4,
        "near a word of pay": 3,
        "not pay": -6,
        "converted": -4,
        "period not told": -1,
        "a bare number": -4,
    },
    "contract type": {
        "label": 6,
        "of the position": 4,
        "named": 2,
        "may become": -6,
    },
    "contract length": {
        "label": 6,
        "of the contract": 5,  # "for a period of two years"
        "of the position": 4,  # "a two-year position"
        "in the title": 5,
        "of something else": -6,
        "an extension": -5,
    },
    "contract share": {
        "label": 6,
        "of the position": 4,
        "of something else": -6,
    },
    "employment": {
        "label": 6,
        "of the position": 4,
        "named": 2,
        "possible only": -5,
    },
    "apply url": {
        "structure": 9,
        "button": 8,
        "label": 7,
        "about applying": 5,  # the sentence says "apply at", "submit … via"
        "sentence before is about applying": 3,
        "in the section on applying": 3,
        "address of a vacancy": 2,
        "about the position": 2,  # "more information on the position: …"
        "alone": 1,
        "the page itself": 4,  # a page with structured data about the position
        "about questions": -3,
        "not for applications": -9,
        "a home page": -4,
        "of something else": -6,  # papers, social media, privacy
    },
    "apply email": {
        "structure": 9,
        "button": 7,
        "label": 7,
        "to send to": 5,  # "send your application to …"
        "about applying": 3,
        "in the section on applying": 2,
        "alone": 1,
        "label of an address": 3,  # "E-mail: …"
        "label of contact": 0,
        "about questions": -5,
        "not for applications": -9,
        "of something else": -7,  # press, privacy, accommodation
    },
    "funding": {
        "label": 6,
        "sentence": 4,
        "an institution": 1,
        "a thing or person": -5,
    },
    "eligibility": {
        "label": 5,
        "sentence": 4,
    },
    "career_stage": {
        "label": 6,
        "sentence": 4,
    },
    "position": {
        "structure": 6,
        "in the title": 7,
        "label": 6,
        "tag": 4,
        "file name": 3,
        "sought": 4,
        "near the top": 3,
        "not the position": -6,
    },
    "date": {
        "label": 6,
    },
}
