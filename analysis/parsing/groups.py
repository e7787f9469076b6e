"""One heading above several questions: ``Vraag 3, 4 en 5``, and their texts told apart."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from analysis.parsing.paragraphs import Paragraph

_GLUED = re.compile(r"[a-zà-ÿ)»”’][?.](?=[A-Z][a-z])")


def split_group(content: list[Paragraph], n: int) -> list[list[Paragraph]]:
    """Divide the text under a heading over the questions that it names.

    Each has its own where there are as many paragraphs as questions. Where a paragraph ended on a
    full line it looks as if it ran on: then the ends of lines that are ends of questions decide,
    if they are as many as are missing.

    Parameters
    ----------
    content
        The paragraphs under the heading.
    n
        Number of questions that it names.

    Returns
    -------
    list of list of Paragraph
        For each question its paragraphs; all of them for each, where they cannot be told apart.
    """
    if n == 1:
        return [content]
    for paragraphs in (content, [_with_glued_stops(paragraph) for paragraph in content]):
        if len(content) < n == len(content) + sum(len(p.stops) for p in paragraphs):
            content = [part for paragraph in paragraphs for part in _parts(paragraph)]
    if len(content) == n:
        return [[paragraph] for paragraph in content]
    return [content] * n


def _with_glued_stops(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph with the stops where an extractor left no space: ``gebeuren?Kunt u``."""
    glued = {match.end() for match in _GLUED.finditer(paragraph.text)}
    return replace(paragraph, stops=tuple(sorted(glued | set(paragraph.stops))))


def _parts(paragraph: Paragraph) -> list[Paragraph]:
    cuts = [0, *paragraph.stops, len(paragraph.text)]
    return [
        replace(paragraph, passage=paragraph.passage.cut(first, last).strip(), stops=())
        for first, last in itertools.pairwise(cuts)
    ]
