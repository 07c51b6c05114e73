"""The research jobs board: postings in, a site in text and bytes out.

The way of a posting is the way up this map, from its file to the doors. Imports go down only; a test reads the map.

    cli, commands    the terminal's door
    preview          a server that follows changes
    shell            what surrounds a page: the theme
    site             what is published: pages, feeds, calendars, data
    board            the postings of a board, and the board as of an instant
    editors          what editors are told about a posting's fields
    importing        drafts of postings from pages, texts, posts of other sites and the network
    postings         a file to a posting, or to what is wrong with it; and the way back
    fields           a value of the front matter to a typed value
    wording          Markdown to HTML that is safe to publish
    source           bytes to text, front matter to nodes with their places, and a body
    diagnostics      one value for everything that is wrong, its rules and its renderers
    standards        what is true without a board: countries, currencies, dates, time zones, the words of languages
    parallel         work that two processes share
    posting, policy, vocabulary, clock, program    the nouns

No module here knows MkDocs, whose door is `hooks/publish.py`. Only `clock` asks what time it is, only
`program` how it was called, only `importing.fetching` opens a connection, and only `board.git` reads what git keeps.
"""

from __future__ import annotations

__version__ = "0.1.0"
