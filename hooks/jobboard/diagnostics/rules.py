"""Every rule the board checks: its name states the bad thing, its docstring what is wrong with it.

Each has a page in `docs/rules/` with a bad posting and its exact report, which the tests execute.
"""

from __future__ import annotations

from typing import NamedTuple

from jobboard.diagnostics.diagnostic import Severity


class Rule(NamedTuple):
    """A named thing that can be wrong with a posting or with `board.yml`."""

    name: str
    """In kebab-case; also the address of its page, `/rules/<name>/`."""
    meaning: str
    """One sentence: what it finds."""
    severity: Severity = Severity.ERROR


# The file
INVALID_FILE_NAME = Rule("invalid-file-name", "The file's name cannot become the address of a page.")
DUPLICATE_ADDRESS = Rule("duplicate-address", "Two postings would be published at the same address.")
LEFT_BY_EDITOR = Rule(
    "left-by-editor", "The file is a copy that an editor left behind, and is passed over.", Severity.WARNING
)
UNREADABLE_FILE = Rule("unreadable-file", "The file is a symbolic link, or cannot be read.")
FILE_TOO_LARGE = Rule("file-too-large", "The file is larger than a posting can be.")
NOT_UTF_8 = Rule("not-utf-8", "The file is not UTF-8 text.")
HIDDEN_CHARACTERS = Rule("hidden-characters", "The text holds control or direction characters that nobody can see.")
PILED_SIGNS = Rule("piled-signs", "More signs stand on one letter than anybody can read.")
OVERSIZED_TEXT = Rule("oversized-text", "The text would become a page that is too large to show.")
GARBLED_TEXT = Rule("garbled-text", "Characters were damaged by a wrong encoding (mojibake).")

# The front matter as a whole
MISSING_FRONT_MATTER = Rule("missing-front-matter", "The file does not begin with front matter.")
FOREIGN_POST = Rule("foreign-post", "The file is a post of another site.")
UNCLOSED_FRONT_MATTER = Rule("unclosed-front-matter", "The front matter has no closing `---` line.")
INVALID_YAML = Rule("invalid-yaml", "The front matter is not valid YAML.")
UNSUPPORTED_YAML = Rule("unsupported-yaml", "The front matter uses a part of YAML that postings do not need.")
DUPLICATE_FIELD = Rule("duplicate-field", "A field is given twice.")
UNKNOWN_FIELD = Rule("unknown-field", "A field is not one of a posting's.")
MISSING_FIELD = Rule("missing-field", "A required field is missing or empty.")

# Single fields
INVALID_VALUE = Rule("invalid-value", "A field holds something else than it can take.")
INVALID_DRAFT = Rule("invalid-draft", "`draft` is neither `true` nor `false`.")
INVALID_DATE = Rule("invalid-date", "A date is not a day of the calendar in the form YYYY-MM-DD.")
ZONE_ABBREVIATION = Rule("zone-abbreviation", "A time zone is named by an abbreviation, which may leave its hour open.")
CLOCK_CHANGE = Rule(
    "clock-change", "A deadline lies in an hour that its zone's clocks skip, or show twice.", Severity.WARNING
)
FAR_AWAY_DATE = Rule("far-away-date", "A date lies so far ahead that its year is hardly meant.", Severity.WARNING)
DEADLINE_BEFORE_DATE = Rule("deadline-before-date", "The deadline lies before the day of announcement.")
UNKNOWN_POSITION = Rule("unknown-position", "`position` is not one of the board's kinds of position.")
UNKNOWN_TAG = Rule("unknown-tag", "A tag is not in the board's vocabulary.")
TOO_MANY_TAGS = Rule("too-many-tags", "A posting has more than eight tags.")
INVALID_LOCATION = Rule("invalid-location", "A place does not end with a country, or contradicts `work_mode`.")
INVALID_LINK = Rule("invalid-link", "A link is not a complete web or e-mail address.")
MISLEADING_LINK = Rule(
    "misleading-link",
    "A link's words show another address than it leads to, or a letter would go to more people.",
    Severity.WARNING,
)
LOOK_ALIKE_LETTERS = Rule(
    "look-alike-letters",
    "An address or an employer's name mixes letters of several scripts that look alike.",
    Severity.WARNING,
)
INVALID_SALARY = Rule("invalid-salary", "The salary is not an amount with currency and period.")
PLACEHOLDER = Rule(
    "placeholder", "Something still stands as the template or an example has it, or is to be filled in later."
)
CUT_TEXT = Rule("cut-text", "A `#` cuts the words of a field short.", Severity.WARNING)
MARKUP_IN_FIELD = Rule(
    "markup-in-field", "The words of a field hold markup, which readers see as it stands.", Severity.WARNING
)
TITLE_TOO_LONG = Rule("title-too-long", "The title is longer than 120 characters.")
REMOTE_WITHOUT_COUNTRY = Rule(
    "remote-without-country", "A remote position does not say where one may live.", Severity.WARNING
)

TITLE_WITH_EMPLOYER = Rule(
    "title-with-employer",
    "The title ends with the employer or the place, which have fields of their own.",
    Severity.WARNING,
)
UNLISTED_LANGUAGE = Rule(
    "unlisted-language", "The text is in a language that the board does not list.", Severity.WARNING
)
MISSING_SALARY = Rule("missing-salary", "The board asks for the salary, and none is stated.")
UNPAID_POSITION = Rule("unpaid-position", "The position is unpaid, and the board lists paid ones only.")

# The text
SECOND_FRONT_MATTER = Rule("second-front-matter", "A second front matter stands below the first.")
EMPTY_BODY = Rule("empty-body", "There is no text below the front matter.")
UNSUPPORTED_MARKUP = Rule("unsupported-markup", "The text uses markup that will not be shown.", Severity.WARNING)
TEXT_SHOWN_AS_CODE = Rule("text-shown-as-code", "Text is indented so far that it is shown as code.", Severity.WARNING)
DEADLINE_IN_TEXT_DIFFERS = Rule(
    "deadline-in-text-differs", "The text names another deadline than the field `deadline`.", Severity.WARNING
)
NOT_CURATED = Rule("not-curated", "The text is still as it was imported.", Severity.WARNING)

# Among the others
POSSIBLE_DUPLICATE = Rule(
    "possible-duplicate", "Another posting seems to be about the same position.", Severity.WARNING
)
PAST_DEADLINE_ON_NEW_POSTING = Rule(
    "past-deadline-on-new-posting", "A posting was announced just now, and its deadline has passed.", Severity.WARNING
)
OLD_DATE_ON_NEW_POSTING = Rule(
    "old-date-on-new-posting", "A posting is new, and its `date` is that of long ago.", Severity.WARNING
)

# board.yml
INVALID_BOARD = Rule("invalid-board", "`board.yml` sets something to a value it cannot take.")

RULES: tuple[Rule, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
"""All rules, in the order above."""
