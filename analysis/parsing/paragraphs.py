"""Lines joined to paragraphs, each told to open a question, to open an answer, or to be text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from analysis.parsing.breaks import begins_paragraph, usual_gap, wrap_width
from analysis.parsing.hyphens import document_hyphenates, line_break, mend_hyphens
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import Marker, bullet_width
from analysis.parsing.passage import Passage, Piece

ASKS = ("?", "?”", "?’", "?»", "?)", '?"')
"""How a text ends that asks."""
_WORDS = re.compile(r"[^\W_]+")
_SIGNS = str.maketrans({chr(i): " " for i in range(128) if not chr(i).isalnum()})
_WORD = 60  # letters at the edge of a line that are enough to know a word that is cut


@dataclass(slots=True)
class Paragraph:
    """A paragraph, a list item, a heading or a marker.

    Attributes
    ----------
    passage
        The text, its lines joined by a space; a bullet stays in front of it.
    page
        Page on which it begins.
    n_lines
        Number of lines it was printed on.
    marker
        What it opens, or ``None`` for text.
    bullet
        Number of characters of its bullet; 0 without one.
    stops
        Offsets in its text where a printed line ends together with a question.
    text
        The letters of the passage, with the bullet.
    """

    passage: Passage
    page: int | None
    n_lines: int = 1
    marker: Marker | None = None
    bullet: int = 0
    stops: tuple[int, ...] = ()
    text: str = field(init=False)
    _bare: str = field(default="", init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.text = self.passage.text

    @property
    def bare(self) -> str:
        """The text in small letters without signs: what two printings have in common."""
        if not self._bare:
            text = self.text.casefold()
            # What a table of signs can do for ASCII takes a third of the time of the pattern.
            words = text.translate(_SIGNS).split() if text.isascii() else _WORDS.findall(text)
            self._bare = " ".join(words)
        return self._bare

    @property
    def item(self) -> Passage:
        """The passage without its bullet."""
        return self.passage.cut(self.bullet).strip() if self.bullet else self.passage


def paragraphs_of(lines: list[Line]) -> list[Paragraph]:
    """Join the body lines of a document to paragraphs.

    A new paragraph begins at a marker, at a bullet, after a wider gap than lines of one paragraph
    have, and after a line that ends short although the next word had room. Between two pages the
    gap says nothing: there a sentence that is not finished runs on.
    """
    body: list[Line] = []
    for line in lines:
        if line.role == Role.BODY:
            body += _parts(line) if line.marker else [line]
    groups = list(_groups(body))
    hyphenates = document_hyphenates(
        (first.text, second.text) for group in groups for first, second in pairwise(group)
    )
    paragraphs = []
    for group in groups:
        marker = group[0].marker
        if marker is None:
            paragraphs.append(_paragraph(group, hyphenates))
        else:
            paragraphs.append(Paragraph(group[0].passage, group[0].page, 1, marker))
    return paragraphs


def _parts(line: Line) -> list[Line]:
    """Return a line as its marker and what stands behind that, which is text of its own."""
    if line.marker is None or line.marker.rest is None:
        return [line]
    at = line.marker.rest
    head = Line(line.passage.cut(0, at), line.block, line.page, line.blank_lines, line.indented)
    head.marker = line.marker
    rest = line.passage.cut(at).strip()
    if not rest:
        return [head]
    tail = replace(line, passage=rest, blank_lines=0, indented=False, lead=at, marker=None)
    return [head, tail]


def _groups(body: list[Line]) -> Iterator[list[Line]]:
    if not body:
        return
    gap, width = usual_gap(body), wrap_width(body)
    group: list[Line] = []
    for line, following in zip(body, [*body[1:], None], strict=True):
        if group and begins_paragraph(group[-1], line, following, gap, width):
            yield group
            group = []
        group.append(line)
    yield group


def _paragraph(group: list[Line], hyphenates: bool) -> Paragraph:
    whole, stops = _joined(group, hyphenates) if len(group) > 1 else (group[0].passage, [])
    mended = mend_hyphens(whole)
    if mended is not whole:
        stops = [mended.offset(whole.place(stop - 1)) + 1 for stop in stops]
    bullet = bullet_width(mended.text)
    return Paragraph(mended, group[0].page, len(group), None, bullet, tuple(stops))


def _joined(group: list[Line], hyphenates: bool) -> tuple[Passage, list[int]]:
    """Return the lines of a paragraph as one passage, and where a line ends with a question."""
    pieces = list(group[0].passage.pieces)
    tail, length = group[0].text[-_WORD:], len(group[0].text)
    stops: list[int] = []
    for before, line in pairwise(group):
        drop_hyphen, separator = line_break(tail, line.text[:_WORD], hyphenates)
        if drop_hyphen:
            pieces = list(Passage(tuple(pieces)).cut(0, length - 1).pieces)
            tail, length = tail[:-1], length - 1
        elif before.text.endswith("?"):
            stops.append(length)
        if separator:
            pieces.append(Piece(separator, pieces[-1].end, line.passage.start))
        pieces += line.passage.pieces
        tail = (tail + separator + line.text)[-_WORD:]
        length += len(separator) + len(line.text)
    return Passage(tuple(pieces)), stops
