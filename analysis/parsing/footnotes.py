"""Footnotes: told from the body, and their markers found and taken out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from analysis.parsing.dates import DATE
from analysis.parsing.lines import Line, Role
from analysis.parsing.note_markers import UNSURE, places_of, take_out_markers
from analysis.parsing.notes import Note, note_text
from analysis.parsing.passage import Passage

_NOTE = re.compile(
    r"^(?P<number>\d{1,3}?)(?:(?P<bracket>\)?)\s+(?=\S)|(?=[^\W\d_]|[“\"‘«(])"
    r"|(?=(?:19|20)\d\d\s+[^\W\d_])"  # a note that begins with a year: '22023 Jaarverslag'
    r"|$)"  # on a line of its own: the note stands below it
)
_CITES = re.compile(  # what hardly any line of an answer has, and most notes do
    r"Kamerstuk|Aanhangsel|://|\bwww\.|\w\.(?:nl|eu|com|org)\b|^(?:\d{1,3}\)?\s*)?Zie\b"
    rf"|\b{DATE}|\bSt(?:b|crt)\.",
    re.IGNORECASE,
)
_IN_NOTE = re.compile(r"\s(\d{1,3})\s(?=\S)")
_BEGINS_WITH_DATE = re.compile(rf"^{DATE}")  # the second line of a note, and of a sentence, may
_URL = re.compile(r"^(?:https?|file)://\S+$")
_NOTES_MISSED = 4  # how many notes may be missing before one whose number is believed


def take_out_notes(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """Mark the lines of footnotes and take their markers out of the body.

    A note zone begins at a line that opens with the number that is due, and runs to the end of
    the page. Its numbers must occur as markers in the body of that page, so that a numbered list
    is no note.

    Returns
    -------
    lines, notes
        The lines, with the role of the note lines changed and markers gone from the body; the
        notes in the order of their numbers.
    """
    if not any(line.text[0].isdigit() for line in lines):
        return lines, []
    kept: list[Line] = []
    notes: list[Note] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        due = notes[-1].number + 1 if notes else 1
        zone = _zone(page, due)
        if zone is None:
            kept += page
            continue
        found = list(_notes_in(page[zone:], page[:zone], due))
        body, found = take_out_markers(page[:zone], found)
        kept += body + page[zone:]
        for line in page[zone:]:
            if line.role != Role.FURNITURE:
                line.role = Role.NOTE
        notes += found
    return kept, notes


def _zone(page: list[Line], due: int) -> int | None:
    """Return the index of the first line of the notes of a page, or ``None``.

    Nothing below it opens a question or an answer.
    """
    opening = next((i for i in reversed(range(len(page))) if _opens(page[i])), -1)
    numbered = [
        (i, note)
        for i in range(opening + 1, len(page))
        if (note := _begun(page[i])) and not _is_above_number(page, i)
    ]
    for i, first in numbered:
        if not due <= first.number < due + _NOTES_MISSED:
            continue
        if first.passage.text[:1].islower() and any(
            note.number == first.number for at, note in numbered if at > i
        ):
            continue  # a marker at the head of a line: '1 van de inspectie'
        above = page[:i]
        if next(places_of(first, above), None) is None:
            continue
        below = [line for line in page[i:] if line.role == Role.BODY]
        cites = _cites(below)
        if not first.passage and not cites and not _stands_above(below):
            continue  # a number of a table, say
        begun = [note for at, note in numbered if at >= i and note.number >= first.number]
        # A number in mid-sentence alone proves nothing: it may be '10 miljoen'.
        if cites or any(rank < UNSURE for note in begun for rank, *_ in places_of(note, above)):
            return i
    return None


def _is_above_number(page: list[Line], at: int) -> bool:
    """Tell whether a number stands alone above another, as the cells of a table do.

    The numbers of two notes may stand above the texts of both.
    """
    number, below = page[at].text, page[at + 1].text if at + 1 < len(page) else ""
    return number.isdecimal() and below.isdecimal() and int(below) != int(number) + 1


def _opens(line: Line) -> bool:
    return line.role == Role.BODY and line.marker is not None


def _cites(below: list[Line]) -> bool:
    """Tell whether what a number begins reads as a note does: it names a source."""
    texts = [line.text for line in below if not line.text.isdigit()]
    return bool(_CITES.search(" ".join(texts[:2])))


def _stands_above(below: list[Line]) -> bool:
    """Tell whether a lone number is set apart from the text under it, as the mark of a note."""
    return len(below) > 1 and below[1].blank_lines > 0 and not below[1].text.isdigit()


def _begun(line: Line) -> Note | None:
    """Return the note that a line begins, with what the line holds of it."""
    text = line.text
    if not text[0].isdigit() or line.role != Role.BODY or _BEGINS_WITH_DATE.match(text):
        return None
    match = _NOTE.match(text)
    if match is None:
        return None
    return Note(int(match["number"]), line.passage.cut(match.end()), bracket=bool(match["bracket"]))


def _notes_in(zone: list[Line], body: list[Line], due: int) -> Iterator[Note]:
    """Yield the notes of a zone; links at its foot go to the note that they resemble most."""
    started: list[tuple[Note, list[Passage]]] = []
    urls: list[str] = []
    lines = [line for line in zone if line.role == Role.BODY]
    for line in (part for whole in lines for part in _cut(whole, body, due)):
        begun = _begun(line)
        if begun and due <= begun.number < due + _NOTES_MISSED:
            started.append((begun, [begun.passage]))
            due = begun.number + 1
        elif _URL.match(line.text):
            urls.append(line.text)
        else:
            started[-1][1].append(line.passage)
    notes = [replace(begun, passage=note_text(passages)) for begun, passages in started]
    for url in dict.fromkeys(urls):
        best = max(range(len(notes)), key=lambda i: _likeness(url, notes[i]))
        notes[best] = replace(notes[best], urls=(*notes[best].urls, url))
    yield from notes


def _cut(line: Line, body: list[Line], due: int) -> Iterator[Line]:
    """Yield the parts of a note line that an extractor made of several: ``1 Krant 2 Brief``.

    A number in mid-line begins a note where the body has a marker of that number that is sure.
    """
    begun = _begun(line)
    wanted, at = max(due, begun.number + 1 if begun else 1), 0
    for match in _IN_NOTE.finditer(line.text):
        note = Note(int(match[1]), Passage())
        if note.number == wanted and any(rank == 0 for rank, *_ in places_of(note, body)):
            yield replace(line, passage=line.passage.cut(at, match.start()).strip())
            wanted, at = wanted + 1, match.start(1)
    yield replace(line, passage=line.passage.cut(at).strip()) if at else line


def _likeness(url: str, note: Note) -> tuple[bool, float]:
    """Return whether a note names the host of a link, and how much its words are like it."""
    text = note.passage.text.casefold()
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # what looks like an address need not be one
        host = ""
    return bool(host) and host in text, fuzz.partial_ratio(url.casefold(), text)
