"""One heading above several questions: ``Vraag 3, 4 en 5``, and their texts told apart."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from analysis.parsing.breaks import is_finished
from analysis.parsing.paragraphs import ASKS, Paragraph
from analysis.parsing.passage import join

_ENDS = (*ASKS, ".", ".»", ".”")
_ASKED = re.compile(r"\?[»”’)]?(?=\s+[A-Z])")
_FOLLOWS = re.compile(
    r"(?:Zo\s|Indien\b|Anders\b|En\s|Of\s|Waarom\s+(?:wel|niet)\b|Graag\b"
    r"|Kunt\s+u\s+(?:dat|dit|uw\s+antwoord)\b)"
)
_GLUED = re.compile(r"[a-zà-ÿ)»”’][?.](?=[A-Z][a-z])")


def split_group(content: list[Paragraph], n: int) -> list[list[Paragraph]]:
    """Divide the text under a heading over the questions that it names.

    Each has its own where there are as many paragraphs as questions. Where a paragraph ended on a
    full line it looks as if it ran on: then the ends of lines that are ends of questions decide,
    if they are as many as are missing; then sentences that ask and that no 'Zo ja' follows.

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
    whole = _joined(content)
    for paragraphs in (content, whole):
        if len(paragraphs) == n and all(p.text.endswith(_ENDS) for p in paragraphs[:-1]):
            return [[paragraph] for paragraph in paragraphs]
    for find in (_at_line_ends, _with_glued_stops, _between_sentences):
        for paragraphs in (content, whole):
            stopped = [find(paragraph) for paragraph in paragraphs]
            if len(paragraphs) < n == len(paragraphs) + sum(len(p.stops) for p in stopped):
                return [[part] for paragraph in stopped for part in _parts(paragraph)]
    if len(content) == n:
        return [[paragraph] for paragraph in content]
    return [content] * n


def _joined(content: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs whole, where an extractor broke sentences into lines of their own."""
    whole: list[Paragraph] = []
    for paragraph in content:
        runs_on = paragraph.text[0].islower() or _FOLLOWS.match(paragraph.text)
        if whole and not paragraph.bullet and (runs_on or not is_finished(whole[-1].text)):
            before = whole[-1]
            shift = len(before.text) + 1
            stops = (*before.stops, *(stop + shift for stop in paragraph.stops))
            passage = join([before.passage, paragraph.passage], " ")
            whole[-1] = replace(before, passage=passage, stops=stops)
        else:
            whole.append(paragraph)
    return whole


def _at_line_ends(paragraph: Paragraph) -> Paragraph:
    return paragraph


def _between_sentences(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph with the stops where a question ends and another begins."""
    ends = (match.end() for match in _ASKED.finditer(paragraph.text))
    stops = [end for end in ends if not _FOLLOWS.match(paragraph.text[end:].lstrip())]
    return replace(paragraph, stops=tuple(stops))


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
