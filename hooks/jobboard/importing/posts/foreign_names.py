"""What other sites call the fields of a posting."""

from __future__ import annotations

import re

from jobboard.fields.table import FIELDS_BY_NAME, FOREIGN_NAMES

_ALSO = {
    "subtitle": "organization", "hiring_organization": "organization", "application_deadline": "deadline", "apply_by": "deadline",
    "end_date": "deadline", "expire": "deadline", "expired_at": "deadline", "expiration": "deadline", "expiration_date": "deadline",
    "closing_at": "deadline", "closedate": "deadline", "close_date": "deadline", "applylink": "apply", "apply_link": "apply",
    "website": "apply", "job_url": "apply", "href": "apply", "application_url": "apply", "tag": "tags", "job_location": "location",
    "region": "location", "job_posted": "date", "last_modified_at": "updated", "title_en": "title", "salary_range": "salary",
    "position_type": "position", "contract_type": "contract", "correspondence_email": "apply", "apply_email": "apply", "contact_email": "contact", "contactemail": "contact", "contact_person": "contact", "contact_name": "contact",
}  # fmt: skip
"""More names than a wrong field in a posting of this board is likely to have."""


def field_of(written: str) -> str:
    """The field of the field table that another site calls *written*; empty for none."""
    folded = re.sub(r"[\s-]+", "_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", written)).casefold()
    for name in (folded, folded.replace("_", "")):
        if found := name if name in FIELDS_BY_NAME else FOREIGN_NAMES.get(name) or _ALSO.get(name):
            return found
    return ""
