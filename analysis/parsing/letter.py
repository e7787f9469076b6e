"""The letter in which the questions were asked, as a yardstick for the part with the answers.

In a verslag of the Eerste Kamer the answers are printed with the questions and their
introductions again. What stands in the letter too, almost word for word, is the asker's.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from rapidfuzz import fuzz

from analysis.parsing.breaks import is_finished
from analysis.parsing.paragraphs import Paragraph

_LIKENESS = 90.0  # of 100; small repairs are made when a letter is printed again
_PAIRS = 0.4  # of the words that follow each other: where fewer do so in the letter, it has no like
_SHORTEST = 40  # letters and digits; a shorter paragraph is too easily found anywhere
_LONGEST_HEADING = 12  # words
_HEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.?|[A-Z]\.)\s+(?=[A-Z])")

# A heading that names a part of the law may end in its number.
_OF_LAW = re.compile(r"^(?:Artikel(?:en)?|Hoofdstuk|Paragraaf)\s+(?:\d|[A-Z])[^.?!;]{0,40}$")


class Letter:
    """The text of the letter, and the headings in it.

    Parameters
    ----------
    paragraphs
        What stands before the answers; may be empty, then nothing is ever found in it.
    """

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self._text = " ".join([paragraph.bare for paragraph in paragraphs])
        self._pairs: set[tuple[str, str]] = set()  # of words that follow each other, when asked for
        self._paragraphs = paragraphs

    def __bool__(self) -> bool:
        return bool(self._text)

    def has(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph stands in the letter, almost word for word."""
        if not self._text:
            return False
        text = paragraph.bare
        if len(text) < _SHORTEST or len(text) > len(self._text):
            return False
        if text in self._text:
            return True  # word for word; looking for likeness is far slower
        if not self._pairs:
            self._pairs = set(pairwise(self._text.split()))
        pairs = set(pairwise(text.split()))
        if len(pairs & self._pairs) < _PAIRS * len(pairs):
            return False
        return fuzz.partial_ratio(text, self._text, score_cutoff=_LIKENESS) >= _LIKENESS

    def has_heading(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph is a heading of the letter."""
        return looks_like_heading(paragraph) and paragraph.bare in self._headings

    @cached_property
    def _headings(self) -> set[str]:
        return {p.bare for p in self._paragraphs if looks_like_heading(p)}


def is_comparable(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is long enough to be looked for in a letter."""
    return len(paragraph.bare) >= _SHORTEST


def start_of_headings(paragraphs: list[Paragraph]) -> int:
    """Return the place of the headings at the end of some paragraphs; the length without them.

    The first paragraph is never one of them, and what stands under a line that ends in a colon
    or a comma is a list.
    """
    at = len(paragraphs)
    while at > 1 and (
        looks_like_heading(paragraphs[at - 1]) or _is_numbered_heading(paragraphs, at - 1)
    ):
        at -= 1
    is_list = at and paragraphs[at - 1].text.endswith((":", ";", ","))
    return len(paragraphs) if is_list else at


def _is_numbered_heading(paragraphs: list[Paragraph], at: int) -> bool:
    """Tell whether a paragraph is a heading with a number; items of a list stand in a row."""
    number = _HEADING_NUMBER.match(paragraphs[at].text)
    before = paragraphs[at - 1].text
    ended = is_finished(before) or before[-1].isdigit()  # as a table may end
    if number is None or not ended or before.endswith((":", ";")):
        return False
    heading = paragraphs[at].text[number.end() :]
    short = paragraphs[at].n_lines == 1 and len(heading.split()) <= _LONGEST_HEADING
    return short and heading[-1].isalpha() and not _HEADING_NUMBER.match(before)


def has_heading_number(paragraph: Paragraph) -> bool:
    """Tell whether a short line begins with the number of a heading: ``4.2. Toezicht``."""
    text = paragraph.text
    return (
        paragraph.n_lines == 1
        and text[-1].isalpha()
        and len(text.split()) <= _LONGEST_HEADING
        and _HEADING_NUMBER.match(text) is not None
    )


def looks_like_heading(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph has the shape of a heading: one short line, no sentence."""
    text = paragraph.text
    return (
        paragraph.n_lines == 1
        and paragraph.marker is None
        and not paragraph.bullet
        and text[0].isupper()
        and (text[-1].isalnum() or text[-1] in ")’”'\"")
        and len(text.split()) <= _LONGEST_HEADING
        and not is_finished(text)  # the end of a quotation may be a sentence
        and (not text[-1].isdigit() or _OF_LAW.match(text) is not None)
    )
