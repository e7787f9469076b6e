"""Who answers: as a report names the bewindspersonen, or as they signed."""

from __future__ import annotations

import re

from analysis.parsing.dates import DATE
from analysis.parsing.phrases import Phrase

_ROLE = r"(?:[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris)"
_RESPONDED = Phrase(
    ("gereageerd", "geantwoord"),
    rf"\bDe\s+({_ROLE}\s[^.]*?)\s+(?:heeft|hebben)\s+op\s+{DATE}\s+(?:gereageerd|geantwoord)",
)
# How a letter is signed: the last resort where the report of it says nothing.
_SIGNATURE = re.compile(rf"^De\s+({_ROLE}\s[^.\n]{{3,120}}),$", re.MULTILINE)
_SIGNED = re.compile(
    rf"^[Dd]e\s+(?P<role>{_ROLE}\s[^.\n]{{3,120}}?),?\s*\n(?P<name>[A-Z][\w.’' -]{{2,60}})$",
    re.MULTILINE,
)
_ANSWERS_OF = re.compile(
    rf"\b[Aa]ntwoord(?:en)?\s+van\s+de\s+({_ROLE}\s[^.\n(]{{3,120}}?)"
    r",?\s+(?:mede\s+namens|op\s+(?:de\s+)?(?:\w+\s+)?(?:[Kk]amer)?vragen)"
)
_ANSWER_OF = re.compile(
    rf"(?:Antwoord|Mededeling)\s+van\s+({_ROLE}\s[^()]+\([^()]+\))", re.IGNORECASE
)
_ALSO_FOR = Phrase(
    ("namens", "NAMENS", "Namens"),
    rf"mede\s+namens\s+(?:de\s+)?({_ROLE}s?\s.*?)(?:\.\s|\.$|\(ontvangen|$)",
    re.IGNORECASE | re.MULTILINE,
)
_NEXT_ROLE = re.compile(rf"\s*(?:,|\ben\b)\s+(?:de\s+)?(?={_ROLE})")


def respondent_of(front: str, letter: bool) -> str | None:
    """Return who answers, as the text before the questions tells it, or ``None``.

    The signature counts before other words in a letter of answers, and last elsewhere.
    """
    match = _RESPONDED.search(front) or _ANSWER_OF.search(front)
    if match:
        return _role(match[1])
    if letter and (named := list(_SIGNED.finditer(front))):
        return f"{_role(named[-1]['role'])} ({named[-1]['name'].strip()})"
    signed = [*_SIGNATURE.findall(front), *_ANSWERS_OF.findall(front)]
    return _role(signed[-1]) if signed else None


def signed_at_end(whole: str) -> str | None:
    """Return who signed a document behind its last answer."""
    signed = list(_SIGNED.finditer(whole[-1500:]))
    return f"{_role(signed[-1]['role'])} ({signed[-1]['name'].strip()})" if signed else None


def co_respondents_of(front: str) -> tuple[str, ...]:
    """Return those on whose behalf an answer is given as well; empty where none are named."""
    match = _ALSO_FOR.search(front)
    if not match:
        return ()
    return tuple(_role(name) for name in _NEXT_ROLE.split(match[1]) if name.strip())


def _role(text: str) -> str:
    text = " ".join(text.split()).strip(" ,")
    return text[0].lower() + text[1:]
