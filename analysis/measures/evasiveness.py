"""Non-answer devices in the words of an answer.

A device found is a fact about the words. It does not say that the answer evades: a caretaker
government may have to leave a matter to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analysis.codebook.devices import Category, categories
from analysis.text import sentence_spans

_QUOTATION = re.compile(r"[“«„][^”»“]{26,}[”»]|‘[^’]{26,}’(?!\w)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A device in a sentence.

    Attributes
    ----------
    category, pattern
        Code of the category and id of the pattern that matched.
    start, end
        Offsets of the exact words in the text of the answer.
    sentence_start, sentence_end
        Offsets of the sentence they stand in.
    """

    category: str
    pattern: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


def find_devices(text: str, question: str | None = None) -> list[Hit]:
    """Find the devices that an answer uses.

    Not counted are words inside a quotation of more than 25 characters, and words that the
    question itself used: there the answer only takes up what was asked.

    Parameters
    ----------
    text
        The answer; the empty text has no devices.
    question
        The question, or the questions of a joint answer; ``None`` switches the echo rule off.

    Returns
    -------
    list of Hit
        One per category and sentence, the first pattern that matched, in the order of the text.
    """
    quotations = [match.span() for match in _QUOTATION.finditer(text)]
    asked = _bare(question or "")
    hits = []
    for start, end in sentence_spans(text):
        for category in categories():
            hit = next(_hits(text, start, end, category, quotations, asked), None)
            if hit:
                hits.append(hit)
    return hits


def _hits(
    text: str,
    start: int,
    end: int,
    category: Category,
    quotations: list[tuple[int, int]],
    asked: str,
) -> Iterator[Hit]:
    for pattern in category.patterns:
        for match in pattern.regex.finditer(text[start:end]):
            first, last = start + match.start(), start + match.end()
            quoted = any(a <= first and last <= b for a, b in quotations)
            if not quoted and not (asked and _bare(match.group()) in asked):
                yield Hit(category.code, pattern.id, first, last, start, end)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
