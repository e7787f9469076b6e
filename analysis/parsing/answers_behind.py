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
    forms = ["bare"] if any(marker.numbers for marker in before.values()) else list(FORMS)
    found = max((_split(lines, before, at, form) for form in forms), key=len)
    if not found and not _is_reply(lines, at):
        return None
    reply = {at: Marker("reply", (), 0)} if _is_reply(lines, at) else {}
    for i in markers.keys() & {at - 1, at - 2}:  # the heading 'Antwoord' above it
        reply |= {i: Marker("reply", (), None)} if markers[i].kind == "answer" else {}
    if not found:
        return _of_notice(lines, before, at, reply)
    return {**found, **reply}


def _split(lines: list[Line], before: dict[int, Marker], at: int, form: str) -> dict[int, Marker]:
    """Return the questions before a heading and the answers behind it; none where they differ."""
    explicit = any(marker.numbers for marker in before.values())
    questions = before if explicit else opened_by_number(lines[:at], {}, form)
    answers = opened_by_number(lines, {}, form, at + 1)
    asked = {number for marker in questions.values() for number in marker.numbers}
    answered = {number for marker in answers.values() for number in marker.numbers}
    fewest = 1 if _is_reply(lines, at) else _FEWEST
    if len(asked) < fewest or 1 not in asked or asked != answered:
        return {}
    return {**questions, **{i: replace(m, kind="answer") for i, m in answers.items()}}


def _of_notice(
    lines: list[Line], before: dict[int, Marker], at: int, reply: dict[int, Marker]
) -> dict[int, Marker] | None:
    """Return the questions before words that say that there are no answers yet."""
    if not lines[at].text.startswith("Mededeling"):
        return None
    numbered = (opened_by_number(lines[:at], {}, form) for form in FORMS)
    questions = before or max(numbered, key=len)
    asked = any(1 in marker.numbers for marker in questions.values())
    return {**questions, **reply} if asked else None


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
