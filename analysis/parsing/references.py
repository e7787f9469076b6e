"""What an answer points to: other documents, other answers, laws, addresses on the web."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from analysis.parsing.markers import NUMBERS, numbers_in
from analysis.parsing.phrases import Phrase
from analysis.text import sentence_spans, words

Kind = Literal["kamerstuk", "answer", "law", "url"]

_KAMERSTUK = Phrase(
    ("Kamerstuk",),
    r"Kamerstuk(?:ken)?(?:\s+I{1,2})?,?\s+(?:\d{4}[/–-]\d{2,4},\s*)?"
    r"(?P<dossier>\d{2}\s?\d{3})(?:[-\s][XVI]+\b)?(?:,\s*(?P<number>nrs?\.?\s*\d+|[A-Z]{1,2}\b))?",
)
_SEE = r"(?:[Zz]ie(?:\s+(?:ook|hiervoor|daarvoor))?|verwij(?:s|zen|st)\b[^.;]{0,30}\bnaar)"
_ANSWER = re.compile(
    r"(?:antwoord(?:en)?|beantwoording|reactie)\s+(?:(?:op|van|bij|onder)\s+)?(?:de\s+)?"
    rf"vra(?:ag|gen)\s+(?P<a>{NUMBERS})"
    rf"|(?:onder|{_SEE}(?:\s+bij)?)\s+(?:de\s+)?vra(?:ag|gen)\s+(?P<b>{NUMBERS})"
    rf"|{_SEE}\s+(?:(?:het|de|mijn|ons|onze)\s+)?antwoord(?:en)?\s+(?:(?:op|bij|onder)\s+)?"
    rf"(?P<c>{NUMBERS})"
    rf"|^[Zz]ie\s+(?:ook\s+)?(?:bij|onder)\s+(?P<d>{NUMBERS})(?=\W*$)"
    rf"|\bvraag\b[^.;]{{0,40}}\bbeantwoord\s+(?:in|bij|onder|met)\s+vra(?:ag|gen)\s+(?P<e>{NUMBERS})"
)
_ANSWER_BEFORE = re.compile(
    r"\b(?:vorige|voorgaande|bovenstaande)\s+(?:vra(?:ag|gen)|antwoord(?:en)?|beantwoording)\b"
    r"|^\(?[Zz]ie\s+(?:ook\s+)?(?:hier)?boven\b"
)
_LAW = Phrase(
    ("rtikel",),
    r"\b[Aa]rtikel\s+\d+[a-z]*(?:[:.]\d+)?(?:,?\s+(?:eerste|tweede|derde|vierde)?\s*lid,?)?"
    r"\s+(?:van\s+)?(?:de|het)\s+[A-Z][\w-]+(?:\s+[a-z]+){0,4}",
)
_URL = Phrase(("http",), r"https?://[^\s<>)\]]+[^\s<>)\].,;]")
_POINTS = re.compile(
    r"\bverwij(?:s|zen|st)\b.*\bnaar\b|\b(?:wordt|worden|zij)\b[^.;]{0,60}\bverwezen\s+naar\b"
    r"|^\(?[Zz]ie\b|^[Hh]iervoor\s+(?:zij\s+)?verwezen\b|^[Vv]erwezen\s+(?:wordt|zij)\b"
    r"|^[Dd]eze\s+vraag\b[^.;]{0,40}\bbeantwoord\s+(?:in|bij|onder|met)\b[^.;]{0,30}\bvra(?:ag|gen)\b",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer in an answer, with its place in the answer's text."""

    kind: Kind
    target: str
    start: int
    end: int


def references_in(text: str, numbers: Sequence[int] = ()) -> list[Reference]:
    """Find the pointers in the text of an answer.

    Parameters
    ----------
    text
        The answer; the empty text points nowhere.
    numbers
        Numbers of the questions that it answers: "the previous question" is the one before the
        first of them, and is passed over without them.

    Returns
    -------
    list of Reference
        In the order of the text. ``target`` is the dossier and number of a kamerstuk, the number
        of a question (one row each), the words that name a law, or an address.
    """
    found = []
    for match in _KAMERSTUK.all_in(text):
        dossier = match["dossier"].replace(" ", "")
        number = re.sub(r"\s+", " ", match["number"] or "")
        target = f"{dossier}, {number}" if number else dossier
        found.append(Reference("kamerstuk", target, *match.span()))
    for match in _ANSWER.finditer(text):
        for number in numbers_in(next(filter(None, match.groups()))):
            found.append(Reference("answer", str(number), *match.span()))
    if numbers and min(numbers) > 1:
        before = str(min(numbers) - 1)
        found += [Reference("answer", before, *m.span()) for m in _ANSWER_BEFORE.finditer(text)]
    found += [Reference("law", match.group(), *match.span()) for match in _LAW.all_in(text)]
    found += [Reference("url", match.group(), *match.span()) for match in _URL.all_in(text)]
    return sorted(found, key=lambda reference: (reference.start, reference.target))


def points_to_answer(text: str) -> bool:
    """Tell whether an answer points to that of another question, by its number or as the last."""
    return bool(_ANSWER.search(text) or _ANSWER_BEFORE.search(text))


def is_pointer_only(text: str) -> bool:
    """Tell whether an answer only points elsewhere: each of its sentences is a pointer.

    A sentence that says something as well ("Voor meer hierover verwijs ik naar …" after an
    answer) does not make the answer a pointer. An empty answer is none.
    """
    spans = sentence_spans(text)
    return bool(spans) and all(
        _POINTS.search(text[start:end]) and len(words(text[start:end])) <= 40
        for start, end in spans
    )
