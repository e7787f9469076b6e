"""Which lines open a question or an answer, judged from the whole document.

``Vraag 3`` says so itself. A bare ``3``, ``3. tekst`` or an automatic number of a list opens a
question only where it is the number that is due: answers hold numbered lists, too.
"""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.parsing.answers_behind import with_answers_behind
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import NUMBERS, Marker, numbers_in
from analysis.parsing.misprints import mend_numbers
from analysis.parsing.number_forms import FORMS, opened_by_number
from analysis.parsing.quoted import without_quoted

_NEAR = 5  # how far apart two numbers may be that follow each other
_LONGEST_HEADING = 12  # words
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
    answers = sorted(i for i, marker in markers.items() if marker.kind == "answer")
    if not best or (not answers and len(best) < _FEWEST):
        return {}
    if not answers and (_are_headings(best, lines) or not _ask(best, lines)):
        return {}
    if not any(markers[i].numbers for i in answers) and _are_of_lists(best, answers):
        return {}
    # A heading 'Vraag' without a number, under the number or above it, opens nothing more.
    return best


def _are_headings(opened: dict[int, Marker], lines: list[Line]) -> bool:
    """Tell whether most numbers stand before a heading, as those of the sections of a nota do."""
    body = [i for i, line in enumerate(lines) if line.role == Role.BODY]
    following = dict(pairwise(body))
    headings = 0
    for i, marker in opened.items():
        first = i if marker.rest is not None else following.get(i, i)
        text, below = lines[first].text[marker.rest or 0 :], following.get(first)
        headings += (
            below is not None
            and text[-1:].isalpha()
            and len(text.split()) <= _LONGEST_HEADING
            and lines[below].text[0].isupper()
        )
    return 2 * headings > len(opened)


def _ask(opened: dict[int, Marker], lines: list[Line]) -> bool:
    """Tell whether most numbers stand before a text that asks, and not before a note, say."""
    stretches = pairwise([*sorted(opened), len(lines)])
    asking = sum(any("?" in line.text for line in lines[i:stop]) for i, stop in stretches)
    return 2 * asking >= len(opened)


def _are_of_lists(opened: dict[int, Marker], answers: list[int]) -> bool:
    """Tell whether most answers have no number above them: the numbers are of lists in them."""
    numbered = sum(
        any(start < i < stop for i in opened) for start, stop in pairwise([-1, *answers])
    )
    return 2 * numbered < len(answers)


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
