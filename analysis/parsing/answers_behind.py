"""Answers that stand behind all questions under one heading, as the Aanhangsel had them until 2010.

The questions come first, each with a number; then ``Antwoord van minister A (Financiën)
(Ontvangen 3 mei 2008)`` or the heading ``Antwoorden``, and the same numbers again.
"""

from __future__ import annotations

import re
from dataclasses import replace

from analysis.parsing.lines import Line, Role
from analysis.parsing.markers import Marker
from analysis.parsing.number_forms import FORMS, opened_by_number

_REPLY = re.compile(
    r"(?:Antwoord(?:en)?|Mededeling)\s+(?:van|namens)\s+(?:de\s+)?(?:minister|staatssecretaris)",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"\(\s*[Oo]ntvangen\b")
_LINES_OF_REPLY = 6
_BY_WORD = "word"
_FEWEST = 3  # questions, where a heading of one word is all that stands before the answers


def with_answers_behind(lines: list[Line], markers: dict[int, Marker]) -> dict[int, Marker] | None:
    """Return what opens questions and answers where the answers stand behind all questions.

    Parameters
    ----------
    lines
        The lines of a document, furniture and notes marked.
    markers
        What opens a question or an answer by its words, by index of the line.

    Returns
    -------
    dict or None
        ``None`` where the numbers behind the heading are not those of the questions before it.
    """
    at = _reply(lines) or _heading(markers)
    if at is None or any(i > at and marker.kind == "question" for i, marker in markers.items()):
        return None
    before = {i: marker for i, marker in markers.items() if i < at and marker.kind == "question"}
    asked = _asked(lines, before, at)
    if not asked:
        return None
    reply = _is_reply(lines, at)
    found = _with_answers(lines, asked, at, reply)
    if not found and not (reply and lines[at].text.startswith("Mededeling")):
        return None
    found = found or max(asked.values(), key=len)
    if reply:
        found[at] = Marker("reply", (), 0)
    for i in markers.keys() & {at - 1, at - 2}:  # the heading 'Antwoord' above who answers
        if reply and markers[i].kind == "answer":
            found[i] = Marker("reply", (), None)
    return found


def _asked(lines: list[Line], before: dict[int, Marker], at: int) -> dict[str, dict[int, Marker]]:
    """Return the questions before a heading, by their form; empty where none has number 1."""
    if any(marker.numbers for marker in before.values()):
        by_form = {_BY_WORD: before}
    else:
        by_form = {form: opened_by_number(lines[:at], {}, form) for form in FORMS}
    return {form: found for form, found in by_form.items() if 1 in _numbers(found)}


def _with_answers(
    lines: list[Line], asked: dict[str, dict[int, Marker]], at: int, reply: bool
) -> dict[int, Marker]:
    """Return the questions and the answers behind them; empty where the numbers differ.

    A list in the only answer looks like answers under a heading of one word: there are to be more
    of them, in the form of the questions.
    """
    for answered_in in FORMS:
        answers = opened_by_number(lines, {}, answered_in, at + 1)
        for form, questions in asked.items():
            alike = answered_in == (form if form != _BY_WORD else "bare")
            enough = reply or (alike and len(_numbers(questions)) >= _FEWEST)
            if enough and _numbers(answers) == _numbers(questions):
                return questions | {i: replace(m, kind="answer") for i, m in answers.items()}
    return {}


def _numbers(markers: dict[int, Marker]) -> set[int]:
    return {number for marker in markers.values() for number in marker.numbers}


def _is_reply(lines: list[Line], at: int) -> bool:
    """Tell whether a line begins to say who answers, and when the answer was received."""
    if lines[at].role != Role.BODY or not _REPLY.match(lines[at].text):
        return False
    text = " ".join(line.text for line in lines[at : at + _LINES_OF_REPLY])
    return bool(_RECEIVED.search(text))


def _reply(lines: list[Line]) -> int | None:
    """Return the line that says who answers."""
    for i, line in enumerate(lines):
        if line.text.startswith(("Antwoord", "ANTWOORD", "Mededeling")) and _is_reply(lines, i):
            return i
    return None


def _heading(markers: dict[int, Marker]) -> int | None:
    """Return the only heading of answers, where that names no number."""
    answers = [i for i, marker in markers.items() if marker.kind == "answer"]
    if len(answers) != 1 or markers[answers[0]].numbers or markers[answers[0]].rest is not None:
        return None
    return answers[0]
