"""Footnotes that the format tells from the body: by an element of their own, or by their type.

Where a text has neither, `analysis.parsing.footnotes` tells them by their words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby

from analysis.parsing.lines import Line, Role, body_size
from analysis.parsing.notes import Note, note_text
from analysis.parsing.passage import Passage, join

_SMALL = 0.92  # of the size of the body: notes are set smaller
_NUMBER = re.compile(r"^(?P<number>\d{1,3})(?P<bracket>\)?)\s*(?=\S)")
_UNIT = re.compile(r"(?:^|[\s(/\d])(?:[kcdm]?m|10|µm|CO|CH|NO|SO)$")  # m², 10³: no note
_RUNS_ON = frozenset("abcdefghijklmnopqrstuvwxyz%/?&=#.-_")
_BETWEEN = re.compile(r"^\s*[,;]?\s*$")  # two markers in one: '1, 2'


def take_out_elements(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Return notes that are elements of their format, and the lines without their markers.

    Parameters
    ----------
    lines
        Lines of which those with ``note`` are the text of a note; they follow the line that its
        marker is in.
    """
    notes: list[Note] = []
    for (_, marker), group in groupby(
        (line for line in lines if line.block.note is not None),
        key=lambda line: (line.page, line.block.note),
    ):
        passages = [line.passage for line in group]
        digits = re.sub(r"\D", "", marker or "")
        number = int(digits) if digits else len(notes) + 1
        notes.append(Note(number, note_text(passages)))
    return _without_markers(lines, notes)


def has_small_notes(lines: list[Line]) -> bool:
    """Tell whether a document says by the size of its type what its notes are."""
    return body_size(lines) is not None


def take_out_small(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Return notes that are set small at the foot of a page, and the lines without their markers.

    The notes of a page begin at the first small line with a number of those that the page ends
    in; small lines above it run on from the page before, where that ended in a note.
    """
    size = body_size(lines) or 0.0
    small: list[Line] = []
    begun: list[_Begun] = []
    for page, group in groupby(lines, key=lambda line: line.page):
        on_page = list(group)
        due = begun[-1].number + 1 if begun else 1
        zone = _zone(on_page, size, due, bool(begun) and begun[-1].page == (page or 0) - 1)
        for i in sorted(zone):
            small.append(on_page[i])
            for part in _notes_on_line(on_page[i], begun[-1].number + 1 if begun else 1):
                _add(part, page or 0, begun)
    if not begun:
        return lines, []
    for line in small:
        line.role = Role.NOTE
    notes = [Note(n.number, note_text(n.passages), bracket=n.bracket) for n in begun]
    return _without_markers(lines, notes)


@dataclass(slots=True)
class _Begun:
    number: int
    page: int
    bracket: bool
    passages: list[Passage]


def _zone(page: list[Line], size: float, due: int, runs_on: bool) -> set[int]:
    """Return the places of the note lines of a page: the small ones at its foot."""
    zone: list[int] = []
    for i in range(len(page) - 1, -1, -1):
        if page[i].role == Role.FURNITURE:
            continue
        if (page[i].block.size or size) >= _SMALL * size or page[i].marker:
            break
        zone.insert(0, i)
    first = next((k for k, i in enumerate(zone) if _is_numbered(page[i], due)), len(zone))
    if runs_on and zone and (first == 0 or page[zone[0]].text[0] in _RUNS_ON):
        first = 0
    return set(zone[first:])


def _is_numbered(line: Line, due: int) -> bool:
    match = _NUMBER.match(line.text)
    if not match:
        return False
    return _is_raised(line) or int(match["number"]) == due


def _is_raised(line: Line) -> bool:
    return any(first == line.passage.start for first, _ in line.raised)


def _notes_on_line(line: Line, due: int) -> list[Line]:
    """Return the parts of a note line: more than one where it holds the numbers of more notes."""
    cuts = [0]
    for first, last in line.raised:
        start, end = line.passage.offset(first), line.passage.offset(last)
        if not line.text[start:end].isdigit():
            continue
        number = int(line.text[start:end])
        if start == 0:
            due = number + 1
        elif number == due:
            cuts.append(start)
            due += 1
    ends = [*cuts[1:], len(line.text)]
    return [
        replace(line, passage=line.passage.cut(start, end).strip())
        for start, end in zip(cuts, ends, strict=True)
    ]


def _add(line: Line, page: int, begun: list[_Begun]) -> None:
    """Begin a note with a line, or add the line to the last one."""
    match = _NUMBER.match(line.text)
    if match and _begins(line, match, begun):
        rest = line.passage.cut(match.end()).strip()
        begun.append(_Begun(int(match["number"]), page, bool(match["bracket"]), [rest]))
    elif begun:
        begun[-1].passages.append(line.passage)


def _begins(line: Line, match: re.Match[str], begun: list[_Begun]) -> bool:
    """Tell whether a line in small type begins a note: with a raised number, or the one due."""
    due = begun[-1].number + 1 if begun else 1
    return _is_raised(line) or int(match["number"]) == due


def _without_markers(lines: list[Line], notes: list[Note]) -> tuple[list[Line], list[Note]]:
    """Take superscripts that are the markers of notes out of the lines."""
    wanted = Counter(note.number for note in notes)
    anchors: dict[int, list[int]] = {}
    cleaned = []
    for line in lines:
        if line.role == Role.BODY and line.raised and wanted:
            line.put(_cleaned(line, wanted, anchors))
            if not line.passage:
                continue
        cleaned.append(line)
    anchored = []
    for note in notes:
        places = anchors.get(note.number) or [None]
        at = places.pop(0) if len(places) > 1 else places[0]
        anchored.append(replace(note, anchor_at=at))
    return cleaned, anchored


def _cleaned(line: Line, wanted: Counter[int], anchors: dict[int, list[int]]) -> Passage:
    """Return the text of a line without its markers, whose places are added to the anchors."""
    spans: list[tuple[int, int]] = []
    for first, last in line.raised:
        start, end = line.passage.offset(first), line.passage.offset(last)
        digits = re.findall(r"\d{1,3}", line.text[start:end])
        numbers = [int(number) for number in digits]
        if not numbers or not all(number in wanted for number in numbers):
            continue
        if _UNIT.search(line.text[:start]):
            continue
        for number in numbers:
            anchors.setdefault(number, []).append(first)
        if spans and _BETWEEN.match(line.text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    passage = line.passage
    for start, end in reversed(spans):
        passage = _without(passage, start, end)
    return passage.strip()


def _without(passage: Passage, start: int, end: int) -> Passage:
    """Return a passage without a marker; two words that it stood between keep a space."""
    text = passage.text
    after = text[end : end + 1]
    if not after or after in " .,;:?!)":
        start = len(text[:start].rstrip())
    before, behind = passage.cut(0, start), passage.cut(end)
    if before and behind and not text[start - 1].isspace() and after.isalnum():
        return join([before, behind], " ")
    return Passage(before.pieces + behind.pieces)
