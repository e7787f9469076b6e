"""What every reader yields: the text of a document as read, and the blocks it consists of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or a whole paragraph where the format knows it, with its place in the source.

    Attributes
    ----------
    text
        The text of the block without surrounding white space; never empty.
    start, end
        Offsets of that text in `Source.text`.
    page
        Page number, counted from 1; ``None`` where the format does not know it.
    blank_lines
        Number of empty lines before the block.
    indented
        Whether the line begins with white space.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    blank_lines: int = 0
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read.

    Attributes
    ----------
    name
        File name, without folder.
    sha256
        Checksum of the file's bytes, in hexadecimal digits.
    text
        The document's text; every ``start`` and ``end`` in the tables is an offset in it.
    blocks
        The blocks in reading order; their offsets rise.
    """

    name: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
