"""A table of contents, which prints the headings of a document before they stand in it."""

from __future__ import annotations

import re

from analysis.parsing.lines import Line, Role

_HEADING = re.compile(r"^inhoud(?:sopgave)?\s*:?(?:\s+(?:blz|pagina)\.?)?$", re.IGNORECASE)
_FIRST = ("Inhoud", "INHOUD", "inhoud")
_LEADER = re.compile(r"[\s.…·]*\d*$")  # the dots and the page behind an entry
_NUMBER = re.compile(r"^(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)[.)]?\s+")
_FEWEST_WORDS = 3  # of the entry that is looked for again; a shorter one stands in any text
_LONGEST = 300  # lines
_SENTENCES = 0.1  # of its lines, at most, end as a sentence does


def mark_contents(lines: list[Line]) -> None:
    """Mark the lines of a table of contents as furniture.

    It begins at its heading and ends where its first entry stands again: there the document
    begins. Its page numbers, on lines of their own, would be taken for the numbers of questions
    or notes.
    """
    begins = (i for i, line in enumerate(lines) if line.text[:6] in _FIRST)  # the pattern is slow
    start = next((i for i in begins if _HEADING.match(lines[i].text)), None)
    if start is None:
        return
    inside = lines[start + 1 : start + _LONGEST]
    first = next(
        (e for line in inside if len((e := _entry(line.text)).split()) >= _FEWEST_WORDS), ""
    )
    places = [i for i, line in enumerate(inside) if first and _entry(line.text) == first]
    if len(places) < 2:
        return
    listed = inside[: places[1]]
    stops = sum(line.text.endswith((".", "?")) and len(line.text.split()) > 2 for line in listed)
    if stops <= _SENTENCES * len(listed):
        for line in lines[start : start + 1 + len(listed)]:
            line.role = Role.FURNITURE
            line.marker = None


def _entry(text: str) -> str:
    """Return an entry, or the heading it stands for, without its number and page."""
    return _NUMBER.sub("", _LEADER.sub("", text)).casefold()
