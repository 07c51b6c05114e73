"""Links to the pages of tags."""

from __future__ import annotations

from jobboard.board.board import Board
from jobboard.posting import Posting
from jobboard.site.pages.templates import Templates


class TagLinks(dict[str, str]):
    """The link to each tag's page as HTML, rendered when the tag is first met; empty for a tag without a page."""

    def __init__(self, board: Board, templates: Templates, relation: str = "") -> None:
        super().__init__()
        self._board = board
        self._templates = templates
        self._relation = relation

    def of(self, posting: Posting) -> str:
        """The links to the pages of all tags of *posting*."""
        return "".join([self[tag] for tag in posting.tags])

    def __missing__(self, tag: str) -> str:
        facet = self._board.facet("tags", tag)
        link = self[tag] = self._templates.render("tag", tag=facet, relation=self._relation) if facet else ""
        return link
