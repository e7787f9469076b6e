"""Answers that nothing marks, in a list that says it holds answers."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.parsing.markers import Marker
from analysis.parsing.paragraphs import ASKS, Paragraph
from analysis.parsing.passage import Passage

_LIST = re.compile(r"\blijst\s+van\s+vragen\s+en\s+antwoorden\b", re.IGNORECASE)
_SHARE = 2 / 3  # of the questions, that end in a question mark with text behind it


def with_unmarked_answers(paragraphs: list[Paragraph], first: int) -> list[Paragraph]:
    """Return the paragraphs with an opening before each answer that the document marks by nothing.

    Only in a list of questions and answers without any word for an answer, where most questions
    end in a question mark and have text behind it: that is the answer.

    Parameters
    ----------
    paragraphs
        The paragraphs of a document in reading order, markers among them.
    first
        Place of the first marker.
    """
    marks = [i for i in range(first, len(paragraphs)) if paragraphs[i].marker]
    kinds = {paragraphs[i].marker.kind for i in marks}  # type: ignore[union-attr]
    if kinds != {"question"} or not any(_LIST.search(p.text) for p in paragraphs[:first]):
        return paragraphs
    stretches = list(pairwise([*marks, len(paragraphs)]))
    starts = {at for start, end in stretches if (at := _answer(paragraphs, start, end))}
    if len(starts) < _SHARE * len(stretches):
        return paragraphs
    out: list[Paragraph] = []
    for i, paragraph in enumerate(paragraphs):
        if i in starts:
            out.append(Paragraph(Passage(), paragraph.page, 0, Marker("answer", (), None)))
        out.append(paragraph)
    return out


def _answer(paragraphs: list[Paragraph], start: int, end: int) -> int | None:
    """Return where, between two questions, the text begins behind the first that asks."""
    asks = [i for i in range(start + 1, end) if paragraphs[i].text.endswith(ASKS)]
    at = asks[0] + 1 if asks else end
    while at in asks:
        at += 1
    return at if at < end else None
