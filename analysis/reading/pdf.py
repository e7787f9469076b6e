"""PDF, by pypdfium2: one block per printed line, with its place and the size of its type."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pypdfium2

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block
from analysis.reading.pdf_lines import PrintedLine, printed_lines

_LEADING = 1.2  # distance of two base lines, as a multiple of the type size, of solid text
_SPACE = 0.28  # width of a space, as a share of the type size


def read_pdf(path: Path, data: bytes) -> tuple[str, tuple[Block, ...], dict[str, tuple[str, ...]]]:
    """Read the pages of a PDF.

    Returns
    -------
    text, blocks, metadata
        Lines end in a line feed, pages in a form feed. Without blocks for a scan.

    Raises
    ------
    UnreadableDocument
        Where the file is encrypted, damaged or no PDF.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "it is protected by a password" if "assword" in str(error) else "it is damaged"
        raise UnreadableDocument(f"{path.name}: the PDF cannot be opened, {reason}") from error
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    try:
        for number, page in enumerate(document, start=1):
            lines = printed_lines(page.get_textpage())
            for block, text in _blocks(lines, number, length):
                blocks.append(block)
                parts.append(text)
                length += len(text)
            parts.append("\f")
            length += 1
        metadata = {key: (value,) for key, value in document.get_metadata_dict().items() if value}
    finally:
        document.close()
    text = "".join(parts)[:-1] if blocks else ""
    return text, tuple(blocks), metadata


def _blocks(lines: list[PrintedLine], page: int, start: int) -> Iterator[tuple[Block, str]]:
    """Yield the lines of a page as blocks, each with the text that it adds to the document."""
    usual_left = median(line.left for line in lines) if lines else 0.0
    for before, line in zip([None, *lines], lines, strict=False):
        gap = 0.0 if before is None else (before.base - line.base) / max(line.size, 1.0)
        block = Block(
            text=line.text,
            start=start,
            end=start + len(line.text),
            page=page,
            blank_lines=max(round(gap / _LEADING) - 1, 0),
            indented=line.left > usual_left + line.size,
            size=round(line.size, 1),
            bold=line.bold,
            raised=tuple(line.raised),
            left=round(line.left, 1),
            right=round(line.right, 1),
            base=round(line.base, 1),
            first_word=round(line.first_word + _SPACE * line.size, 1),
        )
        yield block, line.text + "\n"
        start += len(line.text) + 1
