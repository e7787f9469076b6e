"""Plain text, mostly taken out of a PDF by somebody else: one block per line."""

from __future__ import annotations

from pathlib import Path

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block
from analysis.reading.markdown import is_markdown, plain_of

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def read_text(path: Path, data: bytes) -> tuple[str, tuple[Block, ...], dict[str, tuple[str, ...]]]:
    """Read a text file.

    Returns
    -------
    text, blocks, metadata
        See `blocks_of`; a text has no metadata. The marks of Markdown are no part of it.

    Raises
    ------
    UnreadableDocument
        Where the bytes are no text.
    """
    try:
        text = decode(data)
    except ValueError as error:
        raise UnreadableDocument(f"{path.name}: the file is not readable text") from error
    if is_markdown(text):
        text = plain_of(text)
    return text, blocks_of(text), {}


def decode(data: bytes) -> str:
    """Decode the bytes of a text file, with the line feed as its only line end.

    UTF-8 and UTF-16 are told by their byte order mark or by being valid UTF-8; what is neither is
    taken for Windows-1252, in which older Dutch text files are written.

    Raises
    ------
    ValueError
        Where the bytes are no text: they hold a NUL or are not valid in any of these encodings.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    if encoding is None:
        encoding = _wide_encoding(data)
    if encoding is None:
        if b"\0" in data:
            raise ValueError("the file holds NUL bytes and is no text")
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="strict")
    else:
        text = data.decode(encoding)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide_encoding(data: bytes) -> str | None:
    """Return the kind of UTF-16 that unmarked bytes are: every other byte of Dutch text is 0."""
    sample = data[:2000]
    zeros = [sample[0::2].count(0), sample[1::2].count(0)]
    if len(data) % 2 or max(zeros) < 0.4 * len(sample) or min(zeros) > 0.02 * len(sample):
        return None
    return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"


def blocks_of(text: str) -> tuple[Block, ...]:
    """Cut a text into blocks, one per line that is not blank; a form feed starts a new page.

    Returns
    -------
    tuple of Block
        Empty for an empty text. ``page`` is ``None`` in a text without form feeds.
    """
    paged = "\f" in text
    start, blank, blocks = 0, 0, []
    for number, page in enumerate(text.split("\f"), start=1):
        for line in page.split("\n"):
            content = line.strip()
            if content:
                indent = 0 if line[0] == content[0] else line.index(content[0])
                first = start + indent
                last = first + len(content)
                page_number = number if paged else None
                blocks.append(Block(content, first, last, page_number, blank, indent > 0))
                blank = 0
            else:
                blank += 1
            start += len(line) + 1
    return tuple(blocks)
