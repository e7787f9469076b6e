"""The lines of a document, each told to be body, furniture or note."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from analysis.parsing.characters import clean_characters
from analysis.parsing.markers import Marker, marker_of
from analysis.parsing.passage import Passage
from analysis.reading import Block


class Role:
    """What a line is to the document; no Enum, whose members take ten times as long to look up."""

    BODY = "body"
    FURNITURE = "furniture"
    NOTE = "note"


@dataclass(slots=True, eq=False)
class Line:
    """A cleaned line with what its layout tells; each step of parsing fills in what it finds.

    Attributes
    ----------
    passage
        The cleaned text; only `put` changes it.
    text
        The letters of the passage; no property, for it is asked a thousand times a document.
    block
        What the format tells of it: type, place, list number, note, element.
    page
        Page number from 1, or ``None`` where it cannot be told.
    blank_lines
        Empty lines before it.
    indented
        Whether it begins with white space.
    role
        Body until a cleaning step says otherwise.
    marker
        What the line opens, or ``None`` for text.
    raised
        Places in the source of its superscripts.
    room
        Room between the end of the line and the right edge of the text, in points.
    lead
        Number of characters of a marker that stands before it on the same printed line.
    """

    passage: Passage
    text: str = field(init=False)
    block: Block
    page: int | None
    blank_lines: int
    indented: bool
    role: str = Role.BODY
    marker: Marker | None = None
    raised: tuple[tuple[int, int], ...] = ()
    room: float | None = None
    lead: int = 0

    def __post_init__(self) -> None:
        self.text = self.passage.text

    def put(self, passage: Passage) -> None:
        """Put another passage in the place of that of the line."""
        self.passage, self.text = passage, passage.text


def lines_of(blocks: tuple[Block, ...]) -> list[Line]:
    """Return the blocks as lines with clean characters; a block that cleans to nothing goes."""
    lines = []
    for block in blocks:
        passage = clean_characters(block)
        if passage.text is not block.text:
            passage = passage.strip()  # what was cleaned away may have left a space at an end
        if not passage.text:
            continue
        line = Line(passage, block, block.page, block.blank_lines, block.indented)
        if block.note is None:
            line.marker = marker_of(passage.text)
        else:
            line.role = Role.NOTE
        if block.raised:
            line.raised = _in_source(block)
        lines.append(line)
    return lines


def _in_source(block: Block) -> tuple[tuple[int, int], ...]:
    return tuple((block.start + first, block.start + last) for first, last in block.raised)


def body_size(lines: list[Line]) -> float | None:
    """Return the type size that most of the text is set in; ``None`` where sizes are unknown."""
    characters: Counter[float] = Counter()
    for line in lines:
        if line.block.size is not None:
            characters[line.block.size] += len(line.text)
    return characters.most_common(1)[0][0] if characters else None
