"""The lines of a document, each told to be body, furniture or note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from analysis.parsing.characters import clean_characters
from analysis.parsing.passage import Passage
from analysis.reading import Block


class Role(Enum):
    """What a line is to the document."""

    BODY = "body"
    FURNITURE = "furniture"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned line with what its layout tells.

    Attributes
    ----------
    passage
        The cleaned text.
    page
        Page number from 1, or ``None`` where it cannot be told.
    blank_lines
        Empty lines before it.
    indented
        Whether it begins with white space.
    role
        Body until a cleaning step says otherwise.
    """

    passage: Passage
    page: int | None
    blank_lines: int
    indented: bool
    role: Role = Role.BODY

    @property
    def text(self) -> str:
        """The cleaned text of the line."""
        return self.passage.text

    def as_(self, role: Role) -> Line:
        """Return the line with another role."""
        return replace(self, role=role)


def lines_of(blocks: tuple[Block, ...]) -> list[Line]:
    """Return the blocks as lines with clean characters; a block that cleans to nothing goes."""
    lines = []
    for block in blocks:
        passage = clean_characters(block).strip()
        if passage:
            lines.append(Line(passage, block.page, block.blank_lines, block.indented))
    return lines
