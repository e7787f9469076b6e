"""Questions in prose that no number is printed at, found where the numbers leave a gap.

``De leden van de SP-fractie vragen`` tells where such a question begins. It stands behind another
question, or behind the answer before it, and may run on from that in one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from analysis.parsing.letter import looks_like_heading
from analysis.parsing.markers import Marker
from analysis.parsing.names import is_asking
from analysis.parsing.paragraphs import ASKS, Paragraph
from analysis.parsing.passage import Passage

_MOST = 3  # numbers in a gap; a wider one is that of another list
_SENTENCE = re.compile(r"(?<=[.!?»”])\s*(?=[A-Z])")
_GLUED = re.compile(r"(?<=[.!?»”])(?=[A-Z])")  # where an extractor lost the end of a line


def with_unnumbered(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with an opening before each question that has no number of its own.

    Only where as many of them are found as numbers are missing there, which nothing else in the
    document has. The opening has no text: the document prints none.

    Parameters
    ----------
    paragraphs
        The paragraphs of a document in reading order, markers among them.
    """
    marks = [i for i, p in enumerate(paragraphs) if _numbers(p)]
    printed = {number for i in marks for number in _numbers(paragraphs[i])}
    out, done = [], 0
    for first, second in pairwise(marks):
        before, after = _numbers(paragraphs[first])[-1], _numbers(paragraphs[second])[0]
        missing = list(range(before + 1, after))
        if 0 < len(missing) <= _MOST and not printed & set(missing):
            out += paragraphs[done:first]
            out += _filled(paragraphs[first : second + 1], missing)[:-1]
            done = second
    return [*out, *paragraphs[done:]]


def with_unnumbered_first(paragraphs: list[Paragraph], first: int) -> list[Paragraph]:
    """Return the paragraphs with an opening before a first question that has no number.

    Only where the numbers that are printed begin at 2, and somebody asks right before them or
    before an answer that no question precedes.

    Parameters
    ----------
    paragraphs
        The paragraphs of a document in reading order, markers among them.
    first
        Place of the first marker.
    """
    marker = paragraphs[first].marker
    printed = next((numbers[0] for p in paragraphs[first:] if (numbers := _numbers(p))), None)
    if marker is None or marker.kind == "notice" or printed != 2:
        return paragraphs
    start = _start_of_first(paragraphs[:first])
    if start == first:
        return paragraphs
    opening = Paragraph(Passage(), paragraphs[start].page, 0, Marker("question", (1,), None))
    return [*paragraphs[:start], opening, *paragraphs[start:]]


def _start_of_first(before: list[Paragraph]) -> int:
    """Return where somebody begins to ask in what stands before the first marker."""
    at = len(before)
    while at and not looks_like_heading(before[at - 1]):
        at -= 1
    named = next((i for i in range(at, len(before)) if is_asking(before[i].text)), None)
    if named is not None and "?" in " ".join(p.text for p in before[named:]):
        return named
    start = len(before)
    while start > at and before[start - 1].text.endswith(ASKS):
        start -= 1
    return start


def _numbers(paragraph: Paragraph) -> tuple[int, ...]:
    """Return the numbers of a question that a paragraph opens; empty for another paragraph."""
    marker = paragraph.marker
    return marker.numbers if marker and marker.kind == "question" else ()


def _filled(stretch: list[Paragraph], missing: list[int]) -> list[Paragraph]:
    """Return the paragraphs from one question to the next with what opens the missing ones.

    An answer that follows an answer has a question before it, which the reader of the document
    finds by itself where it is a paragraph: here it only has to be one.
    """
    whole, cut = stretch, _run_on(stretch)
    for parts, asks in ((whole, is_asking), (cut, is_asking), (whole, _any)):
        headless = [i for i in range(1, len(parts)) if _is_second_answer(parts, i)]
        opened = [i for i in range(2, len(parts) - 1) if _opens(parts, i, asks)]
        told = all(_is_asked(parts, i) for i in headless)
        if told and len(headless) + len(opened) == len(missing):
            numbers = dict(zip(sorted([*headless, *opened]), missing, strict=True))
            opening = {i: Marker("question", (numbers[i],), None) for i in opened}
            return [q for i, p in enumerate(parts) for q in _with_opening(p, opening.get(i))]
    return stretch


def _any(text: str) -> bool:
    """Take any paragraph behind one that asked; those of one question seldom both ask."""
    return bool(text)


def _is_asked(parts: list[Paragraph], i: int) -> bool:
    """Tell whether somebody asks in a paragraph of its own before the answer at ``i``."""
    start = max(k for k in range(i) if parts[k].marker)
    return any(is_asking(p.text) for p in parts[start + 2 : i])


def _with_opening(paragraph: Paragraph, marker: Marker | None) -> list[Paragraph]:
    if marker is None:
        return [paragraph]
    return [Paragraph(Passage(), paragraph.page, 0, marker), paragraph]


def _is_second_answer(parts: list[Paragraph], i: int) -> bool:
    marker = parts[i].marker
    if marker is None or marker.kind != "answer" or marker.numbers:
        return False
    before = next((p.marker for p in reversed(parts[:i]) if p.marker), None)
    return before is not None and before.kind == "answer"


def _opens(parts: list[Paragraph], i: int, asks: Callable[[str], bool]) -> bool:
    """Tell whether a question begins at a paragraph that has no number above it."""
    paragraph = parts[i]
    if parts[i - 1].marker or paragraph.marker or not asks(paragraph.text):
        return False
    until = next(k for k in range(i, len(parts)) if parts[k].marker)
    if "?" not in parts[until - 1].text:
        return False
    opener = next(p.marker for p in reversed(parts[:i]) if p.marker)
    if opener.kind == "question":
        return "?" in parts[i - 1].text
    # Behind an answer: what runs to the number of another question.
    asked = is_asking(paragraph.text) and not is_asking(parts[i - 1].text)
    return asked and until == len(parts) - 1


def _run_on(stretch: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, those cut in which somebody asks after another has spoken."""
    parts: list[Paragraph] = []
    for i, paragraph in enumerate(stretch[:-1]):
        opener = next((p.marker for p in reversed(parts) if p.marker), None)
        at = None
        last = next(k for k in range(i + 1, len(stretch)) if stretch[k].marker) - 1
        if opener and not paragraph.marker and "?" in stretch[last].text:
            ends = [match.end() for match in _SENTENCE.finditer(paragraph.text)]
            if opener.kind == "question":
                glued = (match.end() for match in _GLUED.finditer(paragraph.text))
                ends = sorted([*(stop + 1 for stop in paragraph.stops), *glued])
            at = next((end for end in ends if is_asking(paragraph.text[end:])), None)
        parts += [paragraph] if at is None else _halves(paragraph, at)
    return [*parts, stretch[-1]]


def _halves(paragraph: Paragraph, at: int) -> list[Paragraph]:
    passage = paragraph.passage
    return [
        replace(paragraph, passage=passage.cut(0, at).strip(), stops=()),
        replace(paragraph, passage=passage.cut(at).strip(), stops=(), bullet=0),
    ]
