"""The markers of footnotes in the words of the body: found by their number, and taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from analysis.parsing.dates import MONTHS
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import Marker
from analysis.parsing.notes import Note

# A number behind one of these is part of a reference in the text, never a marker.
_BEFORE_A_NUMBER = frozenset(
    "artikel artikelen art. lid nr. nrs. nummer vraag vragen antwoord pagina p. blz. bladzijde"
    " paragraaf hoofdstuk bijlage deel tabel figuur".split()
)
UNSURE = 4
"""Rank from which on a number in the text is more likely no marker."""

_OF_A_DAY = re.compile(rf"\s*(?:{'|'.join(MONTHS)})\b")
_CLOSING = 1  # rank of a number before a sign or at the end of a line
_LAST_WORD = re.compile(r"[^\W\d_]+\.?(?=\s*$)")  # of a text that may be glued to another
_SHORT_HEADING = 4  # words, its number among them
_ALONE = 3  # rank of a number at the head of a line


Place = tuple[int, int, int, int]
"""Where a marker may stand: rank, index of the line, start and end in its text."""


def take_out_markers(body: list[Line], notes: list[Note]) -> tuple[list[Line], list[Note]]:
    """Take the markers of notes out of some lines, each after the one before it.

    Returns
    -------
    lines, notes
        The lines but those that held nothing else; the notes with the place of their marker.
    """
    anchored = []
    line_at, after = 0, 0
    for note in notes:
        place = _surest(
            place for place in places_of(note, body, line_at) if place[1:3] >= (line_at, after)
        )
        if place is None:
            anchored.append(note)
            continue
        _, i, start, end = place
        passage, number_at = body[i].passage, body[i].text.index(str(note.number), start)
        anchored.append(replace(note, anchor_at=passage.place(number_at)))
        body[i].put(passage.without(start, end).strip())
        line_at, after = i, start
    return [line for line in body if line.text], anchored


def _surest(places: Iterator[Place]) -> Place | None:
    """Return the first place of the lowest rank; behind one that is sure none is looked for."""
    best: Place | None = None
    for place in places:
        if best is None or place < best:
            best = place
        if place[0] == 0:
            break
    return best


def places_of(note: Note, lines: list[Line], first: int = 0) -> Iterator[Place]:
    """Yield where lines may hold the marker of a note: rank (low is sure), line, start, end."""
    digits = str(note.number)
    for i in range(first, len(lines)):
        text = lines[i].text
        if digits in text and lines[i].role == Role.BODY:  # few; the patterns are slow
            if text == digits and is_cell(lines, i):
                continue
            for rank, start, end in _places_in(text, lines[i].marker, note):
                place = _among(lines, i, rank, start, end)
                if place is not None:
                    yield place, i, start, end


def _among(lines: list[Line], at: int, rank: int, start: int, end: int) -> int | None:
    """Return the rank of a place by the lines around it; ``None`` for what is surely no marker.

    A number at the end of a line may count what the next line begins with; one at its head is
    that of a list behind the end of a sentence, if a full stop follows it, and else a marker that
    an extractor set apart from its word.
    """
    text = lines[at].text
    if start and text[start - 1] in ":;" and text[end : end + 2] == ". ":
        return None  # a list on one line: 'in stappen:1. overleg;2. besluit'
    if text[end : end + 4].lstrip()[:2].islower() and _OF_A_DAY.match(text, end):
        return None  # a day whose space was lost: '(ontvangen1 februari 2021)'
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if rank == _CLOSING and end == len(text) and below[:1].islower():
        return UNSURE + 1
    above = lines[at - 1].text if at else ""
    if start or rank not in (_ALONE, UNSURE) or not above or end == len(text):
        return rank
    ended = above.endswith((".", "?", "!", ":", ";"))
    if text[end] == ".":
        heads = len(text.split()) <= _SHORT_HEADING and text[-1].isalpha()  # '1. Inleiding'
        return None if ended or heads else rank
    return _ALONE if ended and text[end:].lstrip()[:1].isupper() else rank


def is_cell(lines: list[Line], at: int) -> bool:
    """Tell whether a number that stands alone is one of a table: another stands next to it.

    The marker of a note stands next to that of the note before or after it at most.
    """
    near = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    number = int(lines[at].text)
    return any(
        line.text.isdecimal() and line.marker is None and abs(int(line.text) - number) != 1
        for line in near
    )


def _places_in(text: str, marker: Marker | None, note: Note) -> Iterator[tuple[int, int, int]]:
    """Yield rank, start and end of what may be the marker of a note, by rising rank of pattern."""
    anywhere, formula, patterns = _patterns(note.number, note.bracket)
    if not anywhere.search(text):
        return
    if marker and marker.rest is None:
        return
    first = marker.rest if marker and marker.rest else 0  # the number of a question is no marker
    for rank, pattern in enumerate(patterns):
        for match in pattern.finditer(text, first):
            if rank and _last_word(text[: match.start()]) in _BEFORE_A_NUMBER:
                continue
            is_name = rank == 0 and formula.search(text[: match.end()])
            is_source = not note.bracket and _closes_nothing(text, match.end())  # 'bericht»1)'
            yield (UNSURE + 1 if is_name or is_source else rank, *match.span())


@cache
def _patterns(
    number: int, bracket: bool
) -> tuple[re.Pattern[str], re.Pattern[str], list[re.Pattern[str]]]:
    """Return the patterns of a marker: of any, of a name with a number in it, by rising rank.

    What may stand before a marker is asked behind its digits: a pattern that begins with digits
    is found many times faster than one that begins with a condition.
    """
    printed = rf"{number}\)" if bracket else str(number)
    digits = printed if bracket else rf"{number}(?!\d|[.,]\d|\s?%)"
    after_dot, after_year = rf"(?<=\d\d\.{printed})", rf"(?<=\b[12][09]\d\d{printed})"
    square = rf"\s?\[\^?{number}\s?\]"
    before = rf"(?<!\d{printed})|{after_dot}|{after_year}|(?<=[A-Z]\d{printed})"
    anywhere = rf"{digits}(?:{before})" + (f"|{square}" if bracket else "")
    formula = rf"\b[A-Z]{{1,4}}{printed}$"  # CO2, PM10, A27
    sign = r"[.,;:!?)\]”’\"'»…]"
    glued = rf"{digits}(?<=[^\W\d_]{printed}|{sign}{printed})(?<!\d[.,]{printed})"
    closing = rf"\s+{digits}(?=[.,;:?!)]|$)"  # 'is laag 18. Het': before a sign, or at the end
    # 'in 2023.5 Het', but not '2.5 miljoen'; 'in 20235' is no number of any kind
    year = rf"{digits}(?:{after_dot}(?=\s+[A-Z]|$)|{after_year}(?=[.,;:?!)\s]|$))"
    behind = rf"(?<=[.?!»”]),\s*{digits}(?=\s|$)"  # after another: 'de nota»?1, 2'
    stuck = rf"(?:^|(?<=\s)){digits}(?=[A-Z][a-z])"  # glued to the next: 'besproken. 3Ook'
    between = rf"(?<=[.?!»”])\s{digits}(?=\s[A-Z«“‘])"  # 'besproken. 3 Ook'
    alone = rf"^{digits}(?=[.,;:?!)]|$)"
    loose = rf"(?:^|\s+){digits}(?=\s)"  # as '10 miljoen' is too
    name = rf"{digits}(?<=[A-Z]{{2}}\d{printed})"  # of a name with a number: 'NIS24'
    sure = (rf"{square}|{glued}", closing, year, rf"{behind}|{stuck}|{between}|{alone}")
    ranked = [re.compile(pattern) for pattern in (*sure, loose, name)]
    return re.compile(anywhere), re.compile(formula), ranked


def _closes_nothing(text: str, at: int) -> bool:
    """Tell whether a bracket at some place closes none that was opened before it."""
    return text[at : at + 1] == ")" and text.count("(", 0, at) <= text.count(")", 0, at)


def _last_word(text: str) -> str:
    word = _LAST_WORD.search(text)
    return word.group().casefold() if word else ""
