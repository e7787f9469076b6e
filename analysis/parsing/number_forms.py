"""The forms in which a line may open a question by its number alone, and the lines that do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from analysis.parsing.due_numbers import Candidate, due_among
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import NUMBERS, Marker, numbers_in
from analysis.parsing.paragraphs import ASKS

FORMS = {
    "bare": re.compile(rf"^(?P<numbers>{NUMBERS})[.:)]?$"),
    "dotted": re.compile(r"^(?P<numbers>\d{1,3})\s?\.\s+(?=\S)"),
    "bracketed": re.compile(r"^(?P<numbers>\d{1,3})\)\s+(?=\S)"),
    "loose": re.compile(r"^(?P<numbers>\d{1,3})\s+(?=[A-Z«“‘\"'(])"),
}
"""Patterns of a line that a number opens: ``3`` alone, ``3. tekst``, ``3) tekst``, ``3 Tekst``."""


def opened_by_number(
    lines: list[Line], markers: dict[int, Marker], form: str, first: int = 0
) -> dict[int, Marker]:
    """Return the questions that lines open by a number of one form, in the order of the numbers.

    Parameters
    ----------
    lines
        The lines of a document, or those up to some place.
    markers
        What is known already, by index of the line.
    form
        One of `FORMS`.
    first
        Index of the first line that counts.
    """
    numbered = [
        (i, line)
        for i, line in enumerate(lines[first:], first)
        if (line.text[0].isdigit() or line.block.number)
        and line.role == Role.BODY
        and i not in markers
    ]
    opened = dict(_opened(numbered, form))
    candidates = list(_candidates(opened, lines, markers))
    return due_among(candidates, markers, len(lines), exact=form != "bare")


def _opened(numbered: list[tuple[int, Line]], form: str) -> Iterator[tuple[int, Marker]]:
    """Yield what the lines with a number of some form would open."""
    pattern = FORMS[form]
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
