"""Sources behind the last answer, ``1) Krant, 3 mei``, and their markers in the questions."""

from __future__ import annotations

import re

from analysis.parsing.lines import Line, Role
from analysis.parsing.note_markers import take_out_markers
from analysis.parsing.notes import Note, note_text
from analysis.parsing.passage import Passage

_SOURCE = re.compile(r"^(?P<number>\d{1,2})(?P<sign>[).])\s*")
# A marker stands behind a sign that ends a sentence or a quotation; '(lid 1)' is none.
_MARKER = re.compile(r"(?<=[?.!»”’\"')])\s*(?P<number>\d{1,2})\)(?=[\s.,;:?!]|$)")


def take_out_sources(lines: list[Line], notes: list[Note]) -> tuple[list[Line], list[Note]]:
    """Return the lines without sources and their markers; the sources are notes too.

    A letter keeps its markers where the list of sources was lost (an automatic list that is
    empty): those are taken out as well, as notes without a text.
    """
    start = _start(lines)
    found: list[Note] = []
    if start is not None:
        found = _sources(lines[start:])
        body, found = take_out_markers(lines[:start], found)
        for line in lines[start:]:
            if line.role == Role.BODY:
                line.role = Role.NOTE
        lines = body + lines[start:]
    if not any(note.bracket for note in [*notes, *found]):
        lines, found = _orphans(lines)
    return lines, [*notes, *found]


def _start(lines: list[Line]) -> int | None:
    """Return where the list of sources begins: ``1)`` behind the last marker, to the end."""
    last = max((i for i, line in enumerate(lines) if line.marker), default=None)
    if last is None:
        return None
    for i in range(last + 2, len(lines)):
        match = _SOURCE.match(lines[i].text) if lines[i].text.startswith(("1)", "1.")) else None
        if match and lines[i].role == Role.BODY and _are_sources(lines, i, match["sign"]):
            return i
    return None


def _are_sources(lines: list[Line], at: int, sign: str) -> bool:
    """Tell whether a list that runs to the end of a document is what markers in it point to.

    Answers have lists with full stops: those are sources only where there are as many markers.
    """
    items = [m for line in lines[at:] if line.role == Role.BODY and (m := _SOURCE.match(line.text))]
    numbers = [int(item["number"]) for item in items]
    if numbers != list(range(1, len(numbers) + 1)) or any(m["sign"] != sign for m in items):
        return False
    marked = {
        int(marker["number"])
        for line in lines[:at]
        if line.role == Role.BODY and ")" in line.text
        for marker in _MARKER.finditer(line.text)
    }
    return bool(marked) if sign == ")" else marked == set(numbers)


def _sources(lines: list[Line]) -> list[Note]:
    begun: list[tuple[int, list[Passage]]] = []
    for line in lines:
        if line.role != Role.BODY:
            continue
        if match := _SOURCE.match(line.text):
            begun.append((int(match["number"]), [line.passage.cut(match.end())]))
        else:
            begun[-1][1].append(line.passage)
    return [Note(number, note_text(parts), bracket=True) for number, parts in begun]


def _orphans(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Take out markers that count from 1 through the document, though they lead nowhere."""
    found = [
        (i, match)
        for i, line in enumerate(lines)
        if ")" in line.text and line.role == Role.BODY and line.marker is None
        for match in _MARKER.finditer(line.text)
    ]
    numbers = [int(match["number"]) for _, match in found]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        return lines, []
    notes: list[Note] = []
    for i, match in reversed(found):
        passage = lines[i].passage
        notes.insert(
            0,
            Note(
                int(match["number"]),
                Passage(),
                anchor_at=passage.place(match.start("number")),
                bracket=True,
            ),
        )
        lines[i].put(passage.without(match.start(), match.end()).strip())
    return lines, notes
