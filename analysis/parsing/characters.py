"""Characters that a text from a PDF has and its reader never typed."""

from __future__ import annotations

import re

from analysis.parsing.passage import Passage, Piece
from analysis.reading import Block

# Ligatures stand for letters; the other signs are spaces, hyphens or nothing at all. Full NFKC
# would also rewrite '…', '½' and superscripts, which are words of the document.
_REPLACED = {
    "ĳ": "ij",
    "Ĳ": "IJ",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "\u00a0": " ",
    "\u2007": " ",
    "\u2009": " ",
    "\u202f": " ",
    "\t": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\ufffe": "-",
    "\u00ad": "",
    "\u200b": "",
    "\ufeff": "",
}
_SPACES = "".join(sign for sign, text in _REPLACED.items() if text == " ")
_TO_REPLACE = re.compile(f"[ {_SPACES}]{{2,}}|[{''.join(_REPLACED)}]")


def clean_characters(block: Block) -> Passage:
    """Return the text of a block with ligatures spelled out and odd spaces made plain.

    A soft hyphen at the end of a line becomes a hyphen, so that the line is joined to the next;
    elsewhere it is dropped. Runs of spaces become one space.
    """
    if block.text.isascii() and "  " not in block.text and "\t" not in block.text:
        return Passage((Piece(block.text, block.start, block.end),))  # most lines
    pieces, at = [], 0
    for match in _TO_REPLACE.finditer(block.text):
        if match.start() > at:
            pieces.append(_verbatim(block, at, match.start()))
        found = match.group()
        if found == "\u00ad" and match.end() == len(block.text):
            text = "-"
        else:
            text = " " if found.isspace() else _REPLACED[found]
        if text:
            pieces.append(Piece(text, block.start + match.start(), block.start + match.end()))
        at = match.end()
    if at < len(block.text):
        pieces.append(_verbatim(block, at, len(block.text)))
    return Passage(tuple(pieces))


def _verbatim(block: Block, first: int, last: int) -> Piece:
    return Piece(block.text[first:last], block.start + first, block.start + last)
