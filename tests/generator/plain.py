"""A document as text, as others take it out of a PDF or a web page."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from typing import Literal

from tests.generator.breaking import broken
from tests.generator.model import Block, Document

Style = Literal["loose", "wrapped", "paged"]
STYLES: tuple[Style, ...] = ("loose", "wrapped", "paged")
"""A line for each paragraph; wrapped lines and empty lines; pages with their furniture."""

_NOTE = re.compile(r"⟦(\d+)⟧")
_WIDTH = {"wrapped": 100, "paged": 78}
_PAGE = 46  # lines


def write_text(document: Document, chance: random.Random, style: Style) -> bytes:
    """Return the document as UTF-8."""
    if style == "loose":
        text = _loose(document)
    elif style == "wrapped":
        text = _wrapped(document, chance)
    else:
        text = _paged(document, chance)
    return text.encode("utf-8")


def _loose(document: Document) -> str:
    """One line for each paragraph; the sources stand behind the last answer: ``1) …``."""
    parts = [document.blocks[0].text]
    for before, block in pairwise(document.blocks):
        text = _NOTE.sub(r" \1)", _printed(block))
        parts.append((" " if before.joined else _gap(before, block)) + text)
    notes = [f"{i}) {note}" for i, note in enumerate(document.gold.notes, start=1)]
    tail = "\n\n" + "\n".join(notes) if notes else ""
    return "".join(parts) + tail + "\n"


def _gap(before: Block, block: Block) -> str:
    inside = ("question", "answer", "item")
    close = before.role in ("question_mark", "answer_mark") or block.role == "item"
    return "\n" if close or (block.role == before.role and block.role in inside) else "\n\n"


def _wrapped(document: Document, chance: random.Random) -> str:
    """Wrapped lines, an empty line between paragraphs, notes at the end."""
    paragraphs = ["\n".join(lines) for lines in _lines(document, chance, "wrapped")]
    notes = [f"{i} {note}" for i, note in enumerate(document.gold.notes, start=1)]
    return "\n\n".join([*paragraphs, *notes]) + "\n"


def _paged(document: Document, chance: random.Random) -> str:
    """Lines without air, and at the foot of each page its notes and furniture."""
    out: list[str] = []
    page, number = [], 1
    notes: list[str] = []
    for line in (line for lines in _lines(document, chance, "paged") for line in lines):
        page.append(line)
        notes += [f"{n} {document.gold.notes[int(n) - 1]}" for n in re.findall(r"⟦(\d+)⟧", line)]
        if len(page) + len(notes) >= _PAGE:
            out += _foot(document, page, notes, number)
            page, notes, number = [], [], number + 1
    out += _foot(document, page, notes, number)
    return "\n".join(out) + "\n"


def _foot(document: Document, page: list[str], notes: list[str], number: int) -> list[str]:
    furniture = [line.format(page=number) for line in document.layout.furniture]
    number_alone = ["", f" {number} ", "\f"]
    return [*(_NOTE.sub(r"\1", line) for line in page), *notes, *(furniture or number_alone)]


def _lines(document: Document, chance: random.Random, style: Style) -> list[list[str]]:
    paragraphs: list[str] = []
    blocks = document.blocks
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before is not None and before.joined:
            paragraphs[-1] += " " + _printed(block)
        else:
            paragraphs.append(_printed(block))
    if style == "wrapped":
        paragraphs = [_NOTE.sub(r"\1", text) for text in paragraphs]
    width = _WIDTH[style]
    return [broken(text, lambda line: len(line) <= width, chance, 0.5) for text in paragraphs]


def _printed(block: Block) -> str:
    return {"item": "– ", "bullet": "• "}.get(block.role, "") + block.text
