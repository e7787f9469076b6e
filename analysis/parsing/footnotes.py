"""Footnotes: told from the body, and their markers found and taken out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from analysis.parsing.dates import DATE
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import marker_of
from analysis.parsing.passage import Passage, join

_NOTE = re.compile(
    r"^(?P<number>\d{1,3}?)(?:(?P<bracket>\)?)\s+(?=\S)|(?=[^\W\d_]|[“\"‘«(])"
    r"|(?=(?:19|20)\d\d\s+[^\W\d_]))"  # a note that begins with a year: '22023 Jaarverslag'
)
_BEGINS_WITH_DATE = re.compile(rf"^{DATE}")  # the second line of a note, and of a sentence, may
_URL = re.compile(r"^(?:https?|file)://\S+$")
# A number behind one of these is part of a reference in the text, never a marker.
_BEFORE_A_NUMBER = frozenset(
    "artikel artikelen art. lid nr. nrs. nummer vraag vragen antwoord pagina p. blz. bladzijde"
    " paragraaf hoofdstuk bijlage deel tabel figuur".split()
)
_UNSURE = 4  # rank from which on a number in the text is more likely no marker
_NOTES_MISSED = 4  # how many notes may be missing before one whose number is believed


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote.

    Attributes
    ----------
    number
        As printed.
    passage
        Its text, without the number and without the links that the extractor put under it.
    urls
        Those links.
    anchor_at
        Offset in the source of its marker in the body; ``None`` where no marker was found.
    bracket
        Whether its number is printed with a bracket: ``1)``.
    """

    number: int
    passage: Passage
    urls: tuple[str, ...] = ()
    anchor_at: int | None = None
    bracket: bool = False


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
    kept: list[Line] = []
    notes: list[Note] = []
    for _, group in groupby(lines, key=lambda line: line.page):
        page = list(group)
        due = notes[-1].number + 1 if notes else 1
        zone = _zone(page, due)
        if zone is None:
            kept += page
            continue
        found = list(_notes_in(page[zone:], due))
        body, found = take_out_markers(page[:zone], found)
        kept += body + [_as_note(line) for line in page[zone:]]
        notes += found
    return kept, notes


def _as_note(line: Line) -> Line:
    return line if line.role is Role.FURNITURE else line.as_(Role.NOTE)


def _zone(page: list[Line], due: int) -> int | None:
    """Return the index of the first line of the notes of a page, or ``None``."""
    for i, line in enumerate(page):
        number = _number(line)
        if number is None or not due <= number < due + _NOTES_MISSED:
            continue
        below = [other for other in page[i:] if other.role is Role.BODY]
        if any(marker_of(other.text) for other in below):
            continue
        begun = [_begun(other) for other in below if (_number(other) or 0) >= number]
        ranks = [[r for above in page[:i] for r, *_ in _candidates(above, note)] for note in begun]
        # A number in mid-sentence alone proves nothing: it may be '10 miljoen'.
        if ranks[0] and min(map(min, filter(None, ranks))) < _UNSURE:
            return i
    return None


def _number(line: Line) -> int | None:
    if line.role is not Role.BODY or _BEGINS_WITH_DATE.match(line.text):
        return None
    return _begun(line).number if _NOTE.match(line.text) else None


def _begun(line: Line) -> Note:
    """Return the note that a line begins, with what the line holds of it."""
    match = _NOTE.match(line.text)
    assert match is not None
    return Note(int(match["number"]), line.passage.cut(match.end()), bracket=bool(match["bracket"]))


def _notes_in(zone: list[Line], due: int) -> Iterator[Note]:
    """Yield the notes of a zone; links at its foot go to the note that they resemble most."""
    started: list[tuple[Note, list[Passage]]] = []
    urls: list[str] = []
    for line in zone:
        number = _number(line)
        if line.role is not Role.BODY:
            continue
        if number is not None and due <= number < due + _NOTES_MISSED:
            begun = _begun(line)
            started.append((begun, [begun.passage]))
            due = number + 1
        elif _URL.match(line.text):
            urls.append(line.text)
        else:
            started[-1][1].append(line.passage)
    notes = [replace(begun, passage=note_text(passages)) for begun, passages in started]
    for url in dict.fromkeys(urls):
        best = max(range(len(notes)), key=lambda i: _likeness(url, notes[i]))
        notes[best] = replace(notes[best], urls=(*notes[best].urls, url))
    yield from notes


def note_text(passages: list[Passage]) -> Passage:
    """Join the lines of a note; an address that is broken over two lines is whole again."""
    whole = passages[0] if passages else Passage()
    for passage in passages[1:]:
        last_word = whole.text.rsplit(None, 1)[-1] if whole else ""
        whole = join([whole, passage], "" if "://" in last_word else " ")
    return whole


def _likeness(url: str, note: Note) -> tuple[bool, float]:
    """Return whether a note names the host of a link, and how much its words are like it."""
    text = note.passage.text.casefold()
    try:
        host = (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # what looks like an address need not be one
        host = ""
    return bool(host) and host in text, fuzz.partial_ratio(url.casefold(), text)


def _candidates(line: Line, note: Note) -> list[tuple[int, int, int]]:
    """Return where a line may hold the marker of a note: rank (low is sure), start, end."""
    text, found = line.text, []
    if str(note.number) not in text or line.role is not Role.BODY:
        return []  # most lines; the patterns are slow
    anywhere, formula, patterns = _patterns(note.number, note.bracket)
    if not anywhere.search(text):
        return []
    marker = marker_of(text)
    if marker and marker.rest is None:
        return []
    first = marker.rest if marker and marker.rest else 0  # the number of a question is no marker
    names = {match.end() for match in formula.finditer(text)}
    for rank, pattern in enumerate(patterns):
        for match in pattern.finditer(text, first):
            if rank and _last_word(text[: match.start()]) in _BEFORE_A_NUMBER:
                continue
            is_name = rank == 0 and match.end() in names
            found.append((_UNSURE + 1 if is_name else rank, match.start(), match.end()))
    return found


@cache
def _patterns(
    number: int, bracket: bool
) -> tuple[re.Pattern[str], re.Pattern[str], list[re.Pattern[str]]]:
    """Return the patterns of a marker: of any, of a name with a number in it, by rising rank."""
    digits = rf"{number}\)" if bracket else rf"{number}(?!\d|[.,]\d|\s?%)"
    anywhere = rf"(?:(?<!\d)|(?<=\d\.)|(?<=\b[12][09]\d\d)){digits}"
    formula = rf"\b[A-Z]{{1,4}}{digits}"  # CO2, PM10, A27
    glued = rf"(?<=[^\W\d_]|[.,;:!?)\]”’\"'»…])(?<!\d[.,]){digits}"
    closing = rf"\s+{digits}(?=[.,;:?!)]|$)"  # 'is laag 18. Het': before a sign, or at the end
    loose = rf"(?:^|\s+){digits}(?=\s)"  # as '10 miljoen' is too
    alone = rf"^{digits}(?=[.,;:?!)]|$)"
    year = (  # 'in 2023.5 Het', but not '2.5 miljoen'; 'in 20235' is no number of any kind
        rf"(?<=\d\.){digits}(?=\s+[A-Z]|$)|(?<=\b[12][09]\d\d){digits}(?=[.,;:?!)\s]|$)"
    )
    ranked = [re.compile(pattern) for pattern in (glued, closing, year, alone, loose)]
    return re.compile(anywhere), re.compile(formula), ranked


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1].casefold() if words else ""


def take_out_markers(body: list[Line], notes: list[Note]) -> tuple[list[Line], list[Note]]:
    """Take the markers of notes out of some lines, each after the one before it."""
    body, anchored = list(body), []
    line_at, after = 0, 0
    for note in notes:
        places = [
            (rank, i, start, end)
            for i in range(line_at, len(body))
            for rank, start, end in _candidates(body[i], note)
            if i > line_at or start >= after
        ]
        if not places:
            anchored.append(note)
            continue
        _, i, start, end = min(places)
        passage, number_at = body[i].passage, body[i].text.index(str(note.number), start)
        anchored.append(replace(note, anchor_at=passage.place(number_at)))
        body[i] = replace(body[i], passage=passage.without(start, end).strip())
        line_at, after = i, start
    return [line for line in body if line.passage], anchored
