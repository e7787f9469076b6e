"""Which lines open a question or an answer, judged from the whole document.

``Vraag 3`` says so itself. A bare ``3``, ``3. tekst`` or an automatic number of a list opens a
question only where it is the number that is due: answers hold numbered lists, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from analysis.parsing.due_numbers import Candidate, due_among
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import NUMBERS, Marker, numbers_in
from analysis.parsing.misprints import mend_numbers
from analysis.parsing.paragraphs import ASKS

_FORMS = {
    "bare": re.compile(rf"^(?P<numbers>{NUMBERS})[.:]?$"),
    "dotted": re.compile(r"^(?P<numbers>\d{1,3})\s?\.\s+(?=\S)"),
    "bracketed": re.compile(r"^(?P<numbers>\d{1,3})\)\s+(?=\S)"),
    "loose": re.compile(r"^(?P<numbers>\d{1,3})\s+(?=[A-Z«“‘\"'(])"),
}
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
    markers = _explicit(lines)
    if not any(marker.kind == "question" and marker.numbers for marker in markers.values()):
        markers |= _numbered_questions(lines, markers)
    markers |= _answers_by_type(lines, markers)
    markers = mend_numbers(markers)
    for i, line in enumerate(lines):
        line.marker = markers.get(i)
    return lines


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
    numbered = [
        (i, line)
        for i, line in enumerate(lines)
        if (line.text[0].isdigit() or line.block.number)
        and line.role == Role.BODY
        and i not in markers
    ]
    found: list[dict[int, Marker]] = []
    for form in _FORMS:
        opened = dict(_opened(numbered, form))
        candidates = list(_candidates(opened, lines, markers))
        found.append(due_among(candidates, markers, len(lines), exact=form != "bare"))
    best = max(found, key=len)
    answers = any(marker.kind == "answer" for marker in markers.values())
    if not best or (not answers and len(best) < _FEWEST):
        return {}
    # A heading 'Vraag' without a number, under the number or above it, opens nothing more.
    return best


def _opened(numbered: list[tuple[int, Line]], form: str) -> Iterator[tuple[int, Marker]]:
    """Yield what the lines with a number of some form would open."""
    pattern = _FORMS[form]
    for i, line in numbered:
        if form == "dotted" and line.block.number and line.block.number.isdigit():
            yield i, Marker("question", (int(line.block.number),), 0)
        elif match := pattern.match(line.text):
            numbers = numbers_in(match["numbers"])
            if 0 not in numbers:
                yield i, Marker("question", numbers, None if form == "bare" else match.end())


def _candidates(
    opened: dict[int, Marker], lines: list[Line], markers: dict[int, Marker]
) -> Iterator[Candidate]:
    stops = sorted({*opened, *markers, len(lines)})
    for i, stop in pairwise(stops):
        if i in opened:
            first = i + (opened[i].rest is None)
            body = [line.text for line in lines[first:stop] if line.role == Role.BODY]
            yield Candidate(i, opened[i], bool(body) and body[-1].endswith(ASKS))


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
