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
    "\x02": "-",
    "\u00ad": "",
    "\u200b": "",
    "\ufeff": "",
}
_SPACES = "".join(sign for sign, text in _REPLACED.items() if text == " ")
_TO_REPLACE = re.compile(f"[ {_SPACES}]{{2,}}|[{''.join(_REPLACED)}]")
# What converters to plain text and Markdown draw with signs: rules, cells, headings, bold type.
_RULE = re.compile(r"^[+|:=~_ -]*(?:--|==|__)[+|:=~_ -]*$")
_CELLS = re.compile(r"^\|.*\|$")
_BAR = re.compile(r"^\|\s*|\s*\|$|\|\s?")
_DRAWN = re.compile(r"^#{1,6}\s+|\*\*(?=\S)|(?<=\S)\*\*|^__(?=\S)|(?<=\S)__$")
_DRAWING = frozenset("#*_|+-=:~")
_UNKNOWN_GLYPH = re.compile(r"^\(cid:\d+\)")
"""What an extractor writes for the sign of a list item that it has no letter for."""


def clean_characters(block: Block) -> Passage:
    """Return the text of a block with ligatures spelled out and odd spaces made plain.

    A soft hyphen at the end of a line becomes a hyphen, so that the line is joined to the next;
    elsewhere it is dropped. Runs of spaces become one space. Lines that only draw a table are
    empty, and its cells lose their bars.
    """
    text, passage = block.text, _plain(block)
    if text[0] in _DRAWING or "**" in text:
        return _undrawn(passage)
    if text[0] == "(" and (match := _UNKNOWN_GLYPH.match(text)):
        sign = Piece("•", block.start, block.start + match.end())
        return Passage((sign, *passage.cut(match.end()).pieces))
    return passage


def _undrawn(passage: Passage) -> Passage:
    """Return a line without what is drawn in it."""
    text = passage.text
    if _RULE.match(text):
        return Passage()
    pattern = _BAR if _CELLS.match(text) else _DRAWN
    for match in reversed(list(pattern.finditer(text))):
        passage = passage.without(*match.span())
    return passage


def _plain(block: Block) -> Passage:
    text = block.text
    if _is_plain(text) or not _TO_REPLACE.search(text):
        return Passage((Piece(text, block.start, block.end),))
    pieces, at = [], 0
    for match in _TO_REPLACE.finditer(text):
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


def _is_plain(text: str) -> bool:
    """Tell at once of most lines that nothing in them is replaced."""
    return text.isascii() and "  " not in text and "\t" not in text and "\x02" not in text


def _verbatim(block: Block, first: int, last: int) -> Piece:
    return Piece(block.text[first:last], block.start + first, block.start + last)
