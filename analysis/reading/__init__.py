"""From a file to blocks of text with their place: one module per format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block, Source
from analysis.reading.plain_text import blocks_of, decode

__all__ = ["READABLE", "Block", "Source", "read"]

READABLE = (".txt",)
"""Endings of the files that can be read."""


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
        Where the file does not exist, has another format or holds no text; the message names the
        file and the reason.
    """
    if path.suffix.lower() not in READABLE:
        formats = ", ".join(READABLE)
        raise UnreadableDocument(
            f"{path.name}: files ending in '{path.suffix}' are not read (only {formats})"
        )
    try:
        data = path.read_bytes()
        text = decode(data)
    except OSError as error:
        raise UnreadableDocument(
            f"{path.name}: the file cannot be opened ({error.strerror})"
        ) from error
    except ValueError as error:
        raise UnreadableDocument(f"{path.name}: the file is not readable text") from error
    blocks = blocks_of(text)
    if not blocks:
        raise UnreadableDocument(f"{path.name}: the file holds no text")
    return Source(path.name, hashlib.sha256(data).hexdigest(), text, blocks)
