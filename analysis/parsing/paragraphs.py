"""Lines joined to paragraphs, each told to open a question, to open an answer, or to be text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median_low

from analysis.parsing.hyphens import document_hyphenates, line_break, mend_hyphens
from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import Marker, bullet_width
from analysis.parsing.passage import Passage, Piece

_SENTENCE_END = frozenset((*".?!:;…", ".”", "?”", ".’", "?’", ".»", "?»", '."'))
ASKS = ("?", "?”", "?’", "?»", "?)", '?"')
"""How a text ends that asks."""
_LIST_BEFORE = (":", ";", ".", "?", ",")
_HEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[^\W\d_a-z]")
_WORDS = re.compile(r"[^\W_]+")
_SIGNS = str.maketrans({chr(i): " " for i in range(128) if not chr(i).isalnum()})
_BROKEN_WORD = re.compile(r"\w-$")
_WORD = 60  # letters at the edge of a line that are enough to know a word that is cut
_MUCH_ROOM = 0.75  # an unfinished line shorter than this share of the width was ended on purpose
_NEARLY_FULL = 0.75  # half of the lines of a wrapped text are at least this share of its width
_FEWEST_GAPS = 3  # in mid-sentence, before empty lines between all lines are believed
_LONGEST_WRAPPED_LINE = 140  # longer lines are whole paragraphs, no line was wrapped at a margin


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


_EXPLANATION = ("Toelichting", "Toelichting:")  # a heading, however full the line before it is


def is_finished(text: str) -> bool:
    """Tell whether a text ends as a sentence, or an introduction to what follows, does."""
    return text[-1:] in _SENTENCE_END or text[-2:] in _SENTENCE_END


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
    usual_gap = _usual_gap(body)
    width = _wrap_width(body)
    group: list[Line] = []
    for line, following in zip(body, [*body[1:], None], strict=True):
        if group and _begins_paragraph(group[-1], line, following, usual_gap, width):
            yield group
            group = []
        group.append(line)
    yield group


def _usual_gap(body: list[Line]) -> int:
    """Return how many blank lines stand between the lines of one paragraph.

    It is measured where a sentence surely runs on: a line that is not finished, and a small
    letter after it.
    """
    gaps = [
        line.blank_lines
        for before, line in pairwise(body)
        if line.text[:1].islower()  # a marker may have no text
        and before.page == line.page
        and before.marker is None
        and not is_finished(before.text)
        and not bullet_width(line.text)
    ]
    return median_low(gaps) if len(gaps) >= _FEWEST_GAPS else 0


def _wrap_width(body: list[Line]) -> int | None:
    """Return the length of a full line, or ``None`` where lines are not wrapped."""
    lengths = sorted(len(line.text) for line in body)
    full = _ninth_decile(lengths)
    if full > _LONGEST_WRAPPED_LINE:
        # Some extractors join a line that ends in a soft hyphen to the next: twice as long.
        full = _ninth_decile([length for length in lengths if length <= _LONGEST_WRAPPED_LINE])
        if 2 * sum(_NEARLY_FULL * full < length <= full for length in lengths) < len(lengths):
            return None
    return full or None


def _ninth_decile(lengths: list[int]) -> int:
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _begins_paragraph(
    before: Line, line: Line, following: Line | None, usual_gap: int, width: int | None
) -> bool:
    if before.marker or line.marker or line.block.whole or before.block.whole:
        return True
    if line.blank_lines > usual_gap and before.page == line.page:
        return True
    if _begins_item(before, line):
        return True
    finished = is_finished(before.text)
    if finished and line.text in _EXPLANATION:
        return True
    bold, was_bold = line.block.bold, before.block.bold
    if finished and bold is not was_bold and None not in (bold, was_bold):
        return True  # a heading at the top of a page, or the text under one
    if before.room is not None and line.block.first_word is not None:
        return before.room > line.block.first_word and not _runs_on(before, line)
    if width is None:
        return before.page == line.page or finished
    return _is_short(before, line, width) or (finished and _is_heading(line, following, width))


def _runs_on(before: Line, line: Line) -> bool:
    """Tell whether a sentence surely runs on, whatever room the line before had."""
    in_sentence = not is_finished(before.text) and line.text[0].islower()
    return in_sentence and not bullet_width(line.text)


def _begins_item(before: Line, line: Line) -> bool:
    """Tell whether a line begins a list item; a dash in mid-sentence begins none."""
    if not bullet_width(line.text):
        return False
    is_dash = line.text[0] in "-–—"
    return not is_dash or bool(bullet_width(before.text)) or before.text.endswith(_LIST_BEFORE)


def _is_short(line: Line, following: Line, width: int) -> bool:
    """Tell whether a line was ended although the next word had room on it.

    In mid-sentence a break is believed only where much room was left: what looks like one word
    may have been two that were kept together (``10 maart``).
    """
    finished = is_finished(line.text)
    if following.text[0].islower() or _BROKEN_WORD.search(line.text[-2:]):
        return False
    if not finished and line.lead + len(line.text) > _MUCH_ROOM * width:
        return False
    return line.lead + len(line.text) + 1 + len(following.text.split(None, 1)[0]) <= width - 2


def _is_heading(line: Line, following: Line | None, width: int) -> bool:
    """Tell whether a line after a finished sentence is a heading: short, and no sentence."""
    return (
        not is_finished(line.text)
        and _HEADING.match(line.text) is not None
        and (following is None or _is_short(line, following, width))
    )


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
