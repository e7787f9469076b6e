"""What every reader yields: the text of a document as read, and the blocks it consists of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Opens = Literal["question", "answer"]


@dataclass(slots=True)
class Block:
    """A line, or a whole paragraph where the format knows it, with its place in the source.

    Not changed once it is read; not frozen, which would make thousands of them slow.

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
    size
        Type size in points; ``None`` where the format does not know it.
    bold
        Whether most of it is bold; ``None`` where the format does not know it.
    number
        The automatic number of a list item, which is not in the text.
    raised
        Spans of the text that are superscript, as offsets in it.
    note
        The marker of the footnote that the block is the text of.
    opens
        What the block opens, where the format has an element for questions and answers.
    whole
        Whether the block is a paragraph; a line otherwise, which may run on in the next.
    left, right, base
        Where the line begins and ends, and its base line above the foot of the page, in points;
        ``None`` where the format does not know it.
    first_word
        Width of its first word and a space, in points; ``None`` where unknown.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    blank_lines: int = 0
    indented: bool = False
    size: float | None = None
    bold: bool | None = None
    number: str | None = None
    raised: tuple[tuple[int, int], ...] = ()
    note: str | None = None
    opens: Opens | None = None
    whole: bool = False
    left: float | None = None
    right: float | None = None
    base: float | None = None
    first_word: float | None = None


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
    metadata
        What the file says of the document outside its text, by the name that the format uses.
    """

    name: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type."""

    text: str
    bold: bool = False
    raised: bool = False


class Writer:
    """Lays paragraphs below each other: the text of a format that has no lines of its own."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._parts)

    def add(self, runs: Iterable[Run], **fields: Any) -> None:
        """Write a paragraph; white space counts as one space, and one of nothing else is none."""
        text, raised, n_bold = "", [], 0
        for run in runs:
            part = " ".join(run.text.split())
            if text and run.text[:1].isspace() and not text.endswith(" "):
                text += " "
            if part and run.raised:
                raised.append((len(text), len(text) + len(part)))
            text += part
            n_bold += len(part) if run.bold else 0
            if part and run.text[-1].isspace():
                text += " "
        text = text.rstrip()
        if not text:
            return
        block = Block(
            text=text,
            start=self._length,
            end=self._length + len(text),
            bold=n_bold > len(text) / 2,
            raised=tuple(raised),
            whole=True,
            **fields,
        )
        self.blocks.append(block)
        self._parts += [text, "\n"]
        self._length += len(text) + 1
