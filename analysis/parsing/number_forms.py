"""The forms in which a line may open a question by its number alone, and the lines that do."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from analysis.parsing.due_numbers import Candidate, due_among
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import NUMBERS, Marker, numbers_in
from analysis.parsing.names import is_asking
from analysis.parsing.paragraphs import ASKS

FORMS = {
    "bare": re.compile(rf"^(?P<numbers>{NUMBERS})[.:)]?$"),
    "dotted": re.compile(r"^(?P<numbers>\d{1,3})\s?\.\s+(?=\S)"),
    "bracketed": re.compile(r"^(?P<numbers>\d{1,3})\)\s+(?=\S)"),
    "loose": re.compile(r"^(?P<numbers>\d{1,3})\s+(?=[A-Z«“‘\"'(])"),
}
"""Patterns of a line that a number opens: ``3`` alone, ``3. tekst``, ``3) tekst``, ``3 Tekst``."""

_SPACED = re.compile(r"\d(?: \d){1,2}")


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
    opened = _whole(dict(_opened(numbered, form)), lines)
    if not opened:
        return {}  # as in most forms of most documents
    candidates = list(_candidates(opened, lines, markers, form))
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


def _whole(opened: dict[int, Marker], lines: list[Line]) -> dict[int, Marker]:
    """Return the markers, a number with a space in it made whole: ``3 4`` between 33 and 35."""
    whole = dict(opened)
    for before, i in pairwise(opened):
        if _SPACED.fullmatch(lines[i].text):
            number = int("".join(lines[i].text.split()))
            if number - whole[before].numbers[-1] in (1, 2) and opened[i].numbers[0] < number - 2:
                whole[i] = replace(opened[i], numbers=(number,))
    return whole


def _candidates(
    opened: dict[int, Marker], lines: list[Line], markers: dict[int, Marker], form: str
) -> Iterator[Candidate]:
    """Yield the lines that may open a question; a number that stands alone has words under it.

    ``asks`` is false of what may be the last cell of a table, above a question without a number.
    """
    body = [i for i, line in enumerate(lines) if line.role == Role.BODY]
    place = {i: k for k, i in enumerate(body)}
    stops = sorted({*opened, *markers, len(lines)})
    for i, stop in pairwise(stops):
        if i not in opened or i not in place:
            continue
        first = place[i] + (opened[i].rest is None)
        last = bisect_left(body, stop, first)
        texts = [lines[k].text for k in body[first:last]]
        if form != "bare":
            yield Candidate(i, opened[i], bool(texts) and texts[-1].endswith(ASKS))
        elif any(map(str.isalpha, "".join(texts))):
            above = lines[body[place[i] - 1]] if place[i] else None
            asks = any("?" in text for text in texts) or is_asking(texts[0])
            yield Candidate(i, opened[i], asks, _is_cell(lines[i], above))


def _is_cell(line: Line, above: Line | None) -> bool:
    """Tell whether a number may be the last cell of a table: right below another number."""
    return above is not None and above.text.isdecimal() and line.blank_lines <= above.blank_lines
