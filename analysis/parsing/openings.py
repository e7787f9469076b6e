"""Which lines open a question or an answer, judged from the whole document.

``Vraag 3`` says so itself. A bare ``3``, ``3. tekst`` or an automatic number of a list opens a
question only where it is the number that is due: answers hold numbered lists, too.
"""

from __future__ import annotations

import re

from analysis.parsing.answers_behind import with_answers_behind
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import NUMBERS, Marker, numbers_in
from analysis.parsing.misprints import mend_numbers
from analysis.parsing.number_forms import FORMS, opened_by_number
from analysis.parsing.quoted import without_quoted

_NEAR = 5  # how far apart two numbers may be that follow each other
_FEWEST = 2  # questions that a form without answers must have to be believed


def mark_openings(lines: list[Line]) -> list[Line]:
    """Set the marker of each line that opens a question or an answer, in the lines themselves.

    Parameters
    ----------
    lines
        The lines of a document, furniture and notes marked.

    Returns
    -------
    list of Line
        The same lines. Numbers that are plainly misprinted are mended, which the marker tells.
    """
    markers = _openings(lines)
    markers |= _answers_by_type(lines, markers)
    markers = mend_numbers(markers)
    for i, line in enumerate(lines):
        line.marker = markers.get(i)
    return lines


def mark_numbered(lines: list[Line]) -> list[Line]:
    """Mark, for the time being, the lines that open something by nothing but a number.

    The number of a question is no marker of a note, and no note stands above it on a page. Where
    words open the questions there are none: a number on a line of its own may be that of a note.

    Returns
    -------
    list of Line
        Those that were marked.
    """
    if any(
        line.marker and line.marker.kind == "question" and line.marker.numbers for line in lines
    ):
        return []
    marked: list[Line] = []
    last = {"question": 0, "answer": 0}
    for i, marker in sorted(_openings(lines).items()):
        if lines[i].marker or not marker.numbers:
            continue
        # A number that is out of order may be a misprint, or that of a note.
        if 0 < marker.numbers[0] - last[marker.kind] <= _NEAR:
            lines[i].marker = marker
            marked.append(lines[i])
            last[marker.kind] = marker.numbers[-1]
    return marked


def _openings(lines: list[Line]) -> dict[int, Marker]:
    markers = without_quoted(lines, _explicit(lines))
    if behind := with_answers_behind(lines, markers):
        return behind
    if not any(marker.kind == "question" and marker.numbers for marker in markers.values()):
        markers |= _numbered_questions(lines, markers)
    first = min((i for i, marker in markers.items() if marker.kind == "question"), default=0)
    # 'Mededeling' above the questions is the heading of the document.
    return {i: m for i, m in markers.items() if i >= first or m.kind != "notice"}


def _explicit(lines: list[Line]) -> dict[int, Marker]:
    """Return the markers that say what they open, by word or by the element of the format."""
    markers: dict[int, Marker] = {}
    for i, line in enumerate(lines):
        if line.role != Role.BODY:
            continue
        if line.block.opens is None:
            if line.marker:
                markers[i] = line.marker
            continue
        kind = "question" if line.block.opens == "question" else "answer"
        if line.marker and line.marker.kind == kind:
            markers[i] = line.marker
        else:
            alone = re.fullmatch(r"\W*(?:\w+\s+)?" + NUMBERS + r"\W*", line.text)
            numbers = numbers_in(line.text) if alone else ()
            markers[i] = Marker(kind, numbers, None if alone else 0)
    return markers


def _numbered_questions(lines: list[Line], markers: dict[int, Marker]) -> dict[int, Marker]:
    """Return the questions that have a number only: those of the form that explains most."""
    found = [opened_by_number(lines, markers, form) for form in FORMS]
    best = max(found, key=len)
    answers = any(marker.kind == "answer" for marker in markers.values())
    if not best or (not answers and len(best) < _FEWEST):
        return {}
    # A heading 'Vraag' without a number, under the number or above it, opens nothing more.
    return best


def _answers_by_type(lines: list[Line], markers: dict[int, Marker]) -> dict[int, Marker]:
    """Return the answers that only their type tells from the question: bold against regular.

    Only where the document has no words for it: otherwise bold is for emphasis.
    """
    questions = sorted(i for i, marker in markers.items() if marker.kind == "question")
    answers = sum(marker.kind == "answer" for marker in markers.values())
    if not questions or answers or any(m.kind == "notice" for m in markers.values()):
        return {}
    found: dict[int, Marker] = {}
    for start, stop in zip(questions, [*questions[1:], len(lines)], strict=True):
        texts = [
            i
            for i in range(start + (markers[start].rest is None), stop)
            if lines[i].role == Role.BODY and lines[i].block.bold is not None
        ]
        change = next(
            (i for i in texts[1:] if lines[i].block.bold != lines[texts[0]].block.bold), None
        )
        if change is not None:
            found[change] = Marker("answer", (), 0)
    return found if 2 * len(found) >= len(questions) else {}
