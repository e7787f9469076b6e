"""Notes in square brackets, as converters of word processors write them: ``[1]``, ``[^1]``."""

from __future__ import annotations

import re

from analysis.parsing.lines import Line, Role
from analysis.parsing.notes import Note, note_text

_NOTE = re.compile(r"^\[\^?(?P<number>\d{1,3})\s?\]:?\s*(?=\S)")
_MARKER = re.compile(r"\s?\[\^?(?P<number>\d{1,3})\s?\]")


def take_out_square(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Mark the lines of notes that begin with ``[1]`` and take their markers out of the body.

    A number in square brackets is no note where no line begins with it: it may be of a quotation.

    Returns
    -------
    lines, notes
        The lines but those that held a marker only; the notes that have a marker in the text.
    """
    starts = {i: m for i, line in enumerate(lines) if line.text[0] == "[" and (m := _begins(line))}
    if not starts:
        return lines, []
    numbers = {int(match["number"]) for match in starts.values()}
    anchors: dict[int, int] = {}
    for i, line in enumerate(lines):
        if line.role == Role.BODY and i not in starts and "[" in line.text:
            _clean(line, numbers, anchors)
    notes = []
    for i, match in starts.items():
        number = int(match["number"])
        if number in anchors:
            passages = [lines[i].passage.cut(match.end())]
            passages += [line.passage for line in _rest(lines, i, starts)]
            notes.append(Note(number, note_text(passages), anchor_at=anchors[number]))
            for line in (lines[i], *_rest(lines, i, starts)):
                line.role = Role.NOTE
    return [line for line in lines if line.text], notes


def _begins(line: Line) -> re.Match[str] | None:
    return _NOTE.match(line.text) if line.role == Role.BODY else None


def _rest(lines: list[Line], at: int, starts: dict[int, re.Match[str]]) -> list[Line]:
    """Return the lines on which a note runs on: those directly below it."""
    end = at + 1
    while end < len(lines) and end not in starts and not lines[end].blank_lines:
        if lines[end].marker or lines[end].role == Role.FURNITURE:
            break
        end += 1
    return lines[at + 1 : end]


def _clean(line: Line, numbers: set[int], anchors: dict[int, int]) -> None:
    """Take the markers of some notes out of a line, and keep where they stood."""
    for match in reversed(list(_MARKER.finditer(line.text))):
        number = int(match["number"])
        if number in numbers:
            anchors[number] = line.passage.place(match.start("number"))
            line.put(line.passage.without(*match.span()).strip())
