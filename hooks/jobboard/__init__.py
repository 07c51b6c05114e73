"""The research jobs board: postings in, a site in text and bytes out.

One way through the house, downwards only; no module here knows MkDocs, the clock or the network:

    bytes     -> source            front matter with positions, and a body
    source    -> posting_reader    a `Posting`, or diagnostics            (fields/ reads each field)
    postings  -> board             a `Board` as of an instant: order, state, facets
    board     -> pages, feeds, calendars, structured_data, dataset        text for people and machines
    history   -> changes           what was different before; the one door to git

`hooks/publish.py` (MkDocs) and `cli.py` (terminal) are thin adapters around these functions.
"""

from __future__ import annotations

__version__ = "0.1.0"
