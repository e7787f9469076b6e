"""The grammar of the lines that open a question or an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_RANGE = (
    r"\d{1,3}(?:[a-h]\b(?:\s*(?:,|\ben\b)\s*[a-h]\b)*|\s*(?:-|–|t/?m|tot\s+en\s+met)\s*\d{1,3})?"
)
_AGAIN = r"(?:(?:op\s+)?(?:de\s+)?(?:[Vv]ra(?:ag|gen)|[Aa]ntwoord(?:en)?)\s+)?"  # 'en vraag 5'
NUMBERS = rf"{_RANGE}(?:\s*(?:,\s*en\b|[,/&+]|\(?\ben\b|\s)\s*{_AGAIN}{_RANGE})*"
"""Pattern of question numbers as printed: ``4``, ``3 en 4``, ``4-7``, ``7, 8, 9 10 en 11``."""

_RANGES, _DIGITS = re.compile(_RANGE), re.compile(r"\d+")
# Whose question it is: 'Vraag 1 van het lid A (SP)', 'Vraag 2 (SP)'.
_WHOSE = r"(?:\s+\(?van\s+(?:het\s+lid|de\s+leden)\s[^.?!:]{2,60}|\s*\([A-Z][^()\d?!.]{1,40}\))?"
_TAIL = _WHOSE + r"\s*(?:(?:\)|\.|:|\):)\s*(?P<rest>.*))?$"
_QUESTION = re.compile(
    rf"^(?:Vra(?:ag|gen)|VRA(?:AG|GEN))(?:\s+(?:nr\.?\s*|\()?(?P<numbers>{NUMBERS})|(?=\s*:?$)){_TAIL}"
)
_ANSWER = re.compile(
    rf"^(?:Antwoord(?:en)?|ANTWOORD(?:EN)?)(?:\s+(?:op|bij|van|OP))?"
    rf"(?:\s+(?:de\s+)?(?:vra(?:ag|gen)|VRA(?:AG|GEN)|Vra(?:ag|gen)))?"
    rf"(?:\s+(?:nrs?\.?\s*|\()?(?P<numbers>{NUMBERS}))?{_TAIL}"
)
_NOTICE = re.compile(r"^Mededeling\s*:?$")
_BULLETS = frozenset("•▪◦‣●–—-o")
_BULLET = re.compile(r"^(?:[•▪◦‣●]|[–—-](?=\s)|o(?=\s+[A-Z“\"‘(]))\s*")


@dataclass(slots=True)
class Marker:
    """A line that opens a question or an answer.

    Attributes
    ----------
    kind
        What it opens; a notice says why there are no answers, a reply who answers below it.
    numbers
        The question numbers it names, in the order printed; empty for a bare ``Antwoord``.
    rest
        Offset in the line of text that follows the marker, or ``None`` where nothing follows.
    printed
        The numbers that are printed where those are plainly a misprint; else ``None``.
    """

    kind: Literal["question", "answer", "notice", "reply"]
    numbers: tuple[int, ...]
    rest: int | None
    printed: tuple[int, ...] | None = None


def marker_of(text: str) -> Marker | None:
    """Return what a line opens, or ``None`` for a line of running text.

    A line that only begins with the word, such as ``Vraag 6 gaat over vertrouwen``, opens
    nothing: the marker fills the line or ends in a colon or a full stop.
    """
    if not text.startswith(("Vra", "VRA", "Antwoord", "ANTWOORD", "Mededeling")):
        return None
    if text[0] == "M" and _NOTICE.match(text):
        return Marker("notice", (), None)
    match = _QUESTION.match(text) or _ANSWER.match(text)
    if match is None:
        return None
    kind: Literal["question", "answer"] = "question" if match.re is _QUESTION else "answer"
    rest = match.start("rest") if match["rest"] else None
    return Marker(kind, numbers_in(match["numbers"] or ""), rest)


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the question numbers that a piece of text names, ranges written out.

    What looks like a range but runs down is none: ``7-4`` names 7 and 4.

    Returns
    -------
    tuple of int
        In the order printed, without repeats; empty where the text names none.
    """
    if text.isdecimal() and len(text) <= 3:
        return (int(text),)  # most of what is printed
    numbers: list[int] = []
    for match in _RANGES.finditer(text):
        ends = [int(end) for end in _DIGITS.findall(match.group())]
        numbers += range(ends[0], ends[-1] + 1) if ends[0] <= ends[-1] else ends
    return tuple(dict.fromkeys(numbers))


def bullet_width(text: str) -> int:
    """Return how many characters the bullet takes that a line begins with; 0 for no bullet."""
    if text[:1] not in _BULLETS:
        return 0  # most lines
    match = _BULLET.match(text)
    return match.end() if match else 0
