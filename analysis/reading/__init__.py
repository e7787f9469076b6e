"""From a file to blocks of text with their place: one module per format."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block, Source

__all__ = ["READABLE", "Block", "Source", "read"]

Content = tuple[str, tuple[Block, ...], dict[str, tuple[str, ...]]]
"""The text, its blocks and the file's metadata."""

READABLE = (".txt", ".md", ".pdf", ".docx", ".odt", ".xml", ".html", ".htm")
"""Endings of the files that can be read."""

_LARGEST = 100_000_000  # bytes; the largest kamerstuk is far smaller


def read(path: Path) -> Source:
    """Read one document.

    Parameters
    ----------
    path
        A file whose ending is in `READABLE`.

    Returns
    -------
    Source
        The text as read and its blocks, at least one.

    Raises
    ------
    UnreadableDocument
        Where the file does not exist, is too large, has another format or holds no text; the
        message names the file and the reason.
    """
    suffix = path.suffix.lower()
    if suffix not in READABLE:
        formats = ", ".join(READABLE)
        raise UnreadableDocument(
            f"{path.name}: files ending in '{path.suffix}' are not read (only {formats})"
        )
    data = _bytes(path)
    text, blocks, metadata = _reader(suffix)(path, data)
    if not blocks:
        scan = "; it may be a scan" if suffix == ".pdf" else ""
        raise UnreadableDocument(f"{path.name}: the file holds no text{scan}")
    return Source(path.name, hashlib.sha256(data).hexdigest(), text, blocks, metadata)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise UnreadableDocument(
                f"{path.name}: the file is larger than {_LARGEST // 1_000_000} MB"
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(
            f"{path.name}: the file cannot be opened ({error.strerror})"
        ) from error
    if not data:
        raise UnreadableDocument(f"{path.name}: the file holds no text, it is empty")
    return data


def _reader(suffix: str) -> Callable[[Path, bytes], Content]:
    """Return the reader of a format; its library is loaded only now, where it is needed."""
    if suffix == ".pdf":
        from analysis.reading.pdf import read_pdf

        return read_pdf
    if suffix in (".docx", ".odt"):
        from analysis.reading.office import read_office

        return read_office
    if suffix == ".xml":
        from analysis.reading.official_xml import read_xml

        return read_xml
    if suffix in (".html", ".htm"):
        from analysis.reading.html import read_html

        return read_html
    from analysis.reading.plain_text import read_text

    return read_text
