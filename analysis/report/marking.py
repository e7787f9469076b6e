"""A text of a document as HTML: its paragraphs and lists, with places in it marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup, escape

_BULLET = re.compile(r"\s*[•▪◦‣●–—-]\s+")
# At one place what ends goes before a note, and that before what begins.
_ENDS, _STANDS, _BEGINS = range(3)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to mark in a text: the offsets of the first and past the last, why, and its colour."""

    start: int
    end: int
    labels: tuple[str, ...]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote's mark to put in a text: its offset, what is printed, the note's place."""

    at: int
    marker: str
    anchor: str
    label: str = field(default="")


def text_html(text: str, marks: Iterable[Mark] = (), notes: Iterable[NoteMark] = ()) -> Markup:
    """Return a text as paragraphs and lists, everything in it escaped.

    Parameters
    ----------
    text : str
        Paragraphs and list items are separated by line ends; a line that begins with a bullet or
        a dash is an item of a list.
    marks : iterable of Mark
        What to mark, in any order; marks that overlap become one with the labels of both.
    notes : iterable of NoteMark
        Where footnotes were marked in the document.

    Returns
    -------
    Markup
        ``p`` and ``ul`` elements; empty for an empty text.
    """
    whole, placed = joined(marks), list(notes)
    blocks: list[tuple[bool, Markup]] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        bullet = _BULLET.match(line)
        if line.strip():
            first = start + (bullet.end() if bullet else 0)
            inside = [note for note in placed if start <= note.at <= end]
            blocks.append((bool(bullet), _inline(text, first, end, whole, inside)))
        start = end + 1
    return Markup("\n").join(
        _list(group) if is_list else Markup("\n").join(map(Markup("<p>{}</p>").format, group))
        for is_list, group in (
            (is_list, [html for _, html in run])
            for is_list, run in groupby(blocks, key=lambda block: block[0])
        )
    )


def joined(marks: Iterable[Mark]) -> list[Mark]:
    """Return marks in the order of the text, those that overlap as one."""
    whole: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        if whole and mark.start < whole[-1].end:
            last = whole.pop()
            labels = tuple(dict.fromkeys(last.labels + mark.labels))
            whole.append(Mark(last.start, max(last.end, mark.end), labels, last.colour))
        else:
            whole.append(mark)
    return whole


def _list(items: Sequence[Markup]) -> Markup:
    inner = Markup("\n").join(map(Markup("<li>{}</li>").format, items))
    return Markup("<ul>{}</ul>").format(inner)


def _inline(text: str, first: int, last: int, marks: list[Mark], notes: list[NoteMark]) -> Markup:
    """Return a line of a text with its marks and notes."""
    put = [(max(note.at, first), _STANDS, _note(note)) for note in notes]
    for mark in marks:
        start, end = max(mark.start, first), min(mark.end, last)
        if start < end:
            put += [(start, _BEGINS, _begin(mark)), (end, _ENDS, _end(mark))]
    html, done = Markup(""), first
    for at, _, insertion in sorted(put, key=lambda place: place[:2]):
        html += escape(text[done:at]) + insertion
        done = at
    return html + escape(text[done:last])


def _note(note: NoteMark) -> Markup:
    return Markup("<sup class='note'><a href='#{}' aria-label='{}'>{}</a></sup>").format(
        note.anchor, note.label or note.marker, note.marker
    )


def _begin(mark: Mark) -> Markup:
    return Markup("<mark class='{}'>").format(mark.colour) if mark.colour else Markup("<mark>")


def _end(mark: Mark) -> Markup:
    """Return the end of a mark, with its label in brackets for who does not see the colours."""
    label = Markup("<span class='device'> [{}]</span>").format(", ".join(mark.labels))
    return label + Markup("</mark>")
