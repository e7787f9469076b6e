"""Where a paragraph begins: by the gap above a line, the room on the one before, and the words."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median_low

from analysis.parsing.lines import Line
from analysis.parsing.markers import bullet_width

_SENTENCE_END = frozenset((*".?!:;…", ".”", "?”", ".’", "?’", ".»", "?»", '."'))
_LIST_BEFORE = (":", ";", ".", "?", ",")
_HEADING = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?[^\W\d_a-z]")
_BROKEN_WORD = re.compile(r"\w-$")
_MUCH_ROOM = 0.75  # an unfinished line shorter than this share of the width was ended on purpose
_NEARLY_FULL = 0.75  # half of the lines of a wrapped text are at least this share of its width
_LONGEST_WRAPPED_LINE = 140  # longer lines are whole paragraphs, no line was wrapped at a margin
_FEWEST_GAPS = 3  # in mid-sentence, before empty lines between all lines are believed
_EXPLANATION = ("Toelichting", "Toelichting:")  # a heading, however full the line before it is


def is_finished(text: str) -> bool:
    """Tell whether a text ends as a sentence, or an introduction to what follows, does."""
    return text[-1:] in _SENTENCE_END or text[-2:] in _SENTENCE_END


def usual_gap(body: list[Line]) -> int:
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


def wrap_width(body: list[Line]) -> int | None:
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


def begins_paragraph(
    before: Line, line: Line, following: Line | None, gap: int, width: int | None
) -> bool:
    """Tell whether a new paragraph begins at a line.

    Parameters
    ----------
    before, line, following
        The line, and those around it.
    gap
        Blank lines between the lines of one paragraph; see `usual_gap`.
    width
        Length of a full line; see `wrap_width`.
    """
    if before.marker or line.marker or line.block.whole or before.block.whole:
        return True
    if line.blank_lines > gap and before.page == line.page:
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
