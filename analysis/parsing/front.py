"""What stands before the first question: the front of a document, the letter, an introduction."""

from __future__ import annotations

import re
from itertools import pairwise

from analysis.parsing.boundaries import is_of_asker
from analysis.parsing.breaks import is_finished
from analysis.parsing.letter import Letter, is_comparable, start_of_headings
from analysis.parsing.paragraphs import Paragraph

_SHARE = 0.5  # of the length of the questions: the front that has them is longer
_SENT = re.compile(r"\([Ii]ngezonden\b|\([Oo]ntvangen\b")


def split_front(paragraphs: list[Paragraph], first: int) -> tuple[list[Paragraph], Letter]:
    """Split what stands before the first marker into the front and the first introduction.

    The introduction is printed for the second time there, so it is looked for in what precedes it.
    In a document without a letter only a heading can introduce the first question.
    """
    before = paragraphs[:first]
    if not _is_letter(before, paragraphs[first:]):
        at = start_of_headings(before)
        # Lines of the masthead look like headings; they hold numbers and follow no sentence.
        masthead = any(map(str.isdigit, "".join(p.text for p in before[at:])))
        is_heading = at and is_finished(before[at - 1].text) and not masthead
        return before[: at if is_heading else None], Letter([])
    at = len(before)
    while at and is_of_asker(before[at - 1], Letter(before[: at - 1])):
        if _SENT.search(before[at - 1].text):
            break  # 'Vragen van het lid A (SP) … (ingezonden 3 mei 2024)' heads the document
        at -= 1
    return before[:at], Letter(before[:at])


def _is_letter(before: list[Paragraph], rest: list[Paragraph]) -> bool:
    """Tell whether the questions stand in the front too; short ones prove nothing.

    A letter that asks them all is longer than they are; what is far shorter is not compared.
    """
    questions = [
        following
        for marker, following in pairwise(rest)
        if marker.marker and marker.marker.kind == "question"
    ]
    if not any(map(is_comparable, questions)):
        return True
    if _length(before) < _SHARE * _length(questions):
        return False
    front = Letter(before)
    return any(map(front.has, questions))


def _length(paragraphs: list[Paragraph]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)
