"""The head that a letter repeats on its pages, in a text of which the places are not known."""

from __future__ import annotations

import re

from analysis.parsing.dates import DATE
from analysis.parsing.lines import Line, Role

_DATE_LABEL = re.compile(rf"^Datum\b:?\s*(?:{DATE})?$")
_DATE_ALONE = re.compile(rf"^{DATE}$")
_NUMBER_LABELS = ("Ons kenmerk", "Onze referentie", "Kenmerk")
_NUMBER_LABEL = re.compile(rf"^(?:{'|'.join(_NUMBER_LABELS)})(?![^\W\d])")  # a number may be glued
_NUMBER_ALONE = re.compile(r"^[\w./-]*\d[\w./-]*$")
_TALLEST = 12  # lines


def mark_running_heads(lines: list[Line]) -> None:
    """Mark the heads of the pages of a letter, wherever an extractor put them.

    A head says ``Datum`` and ``Ons kenmerk``, which the letterhead of the first page says too.
    What stands above it in the same words as in the letterhead is part of it. The letterhead
    itself, before the first question, tells the date of the letter and stays.
    """
    first = next((i for i, line in enumerate(lines) if line.marker), len(lines))
    if not any(line.text.startswith(_NUMBER_LABELS) for line in lines[first:]):
        return
    letterhead = {line.text for line in lines[:first]}
    i = first
    while i < len(lines):
        end = _end_of_head(lines, i)
        if end == i:
            i += 1
            continue
        start = i
        while start > max(first, i - _TALLEST) and _is_repeated(lines[start - 1], letterhead):
            start -= 1
        for line in lines[start:end]:
            line.role = Role.FURNITURE
        letterhead |= {line.text for line in lines[start:end]}
        i = end


def _end_of_head(lines: list[Line], at: int) -> int:
    """Return where the labels end that a head begins with at some line; the line for none."""
    end = at + 1
    if not _DATE_LABEL.match(lines[at].text):
        return at
    if end < len(lines) and _DATE_ALONE.match(lines[end].text):
        end += 1
    if end == len(lines) or not _NUMBER_LABEL.match(lines[end].text):
        return at
    bare = not any(map(str.isdigit, lines[end].text)) and end + 1 < len(lines)
    return end + 1 + (bare and bool(_NUMBER_ALONE.match(lines[end + 1].text)))


def _is_repeated(line: Line, letterhead: set[str]) -> bool:
    return line.role == Role.BODY and line.marker is None and line.text in letterhead
