"""Promises in an answer: who will do what, and by when.

"Uw Kamer wordt uiterlijk begin volgend jaar geïnformeerd" promises something by a date that can be
read relative to the day of the answer. A promise without a date, or whose date lay before the day
of the answer, cannot be held to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.measures.due_dates import due, is_dated
from analysis.text import sentence_spans

Flag = Literal["past", "undated"]

_ACTS = (
    r"(?:informer(?:en)?|geïnformeerd|berichten|bericht|toegezonden|toesturen|toezenden|sturen|"
    r"gestuurd|zenden|aanbieden|aangeboden|terugkomen|terug|ontvang(?:t|en)|toekomen|rapporteren|"
    r"uitvoeren|uitgevoerd|onderzoeken|voorleggen|opleveren|opgeleverd|gemaakt|indienen|ingediend|"
    r"verwacht|publiceren|gepubliceerd|besluiten|nemen|genomen|meenemen|afgerond|bezien|"
    r"verschijnen|voorzien)"
)
_PROMISE = re.compile(
    rf"\b(?:zal|zullen|wordt|worden|(?:streef|streeft|streven) ernaar|verwacht|hoop)\b"
    rf"[^.;]*?\b{_ACTS}\b"
    r"|\b(?:informeer|informeren|bericht|stuur|sturen|kom|komen|bied|bieden) "
    r"(?:ik|wij|het kabinet)\b[^.;]*|\b(?:uw Kamer|de Kamer) (?:ontvangt|krijgt)\b[^.;]*"
    r"|\b(?:ik|wij|het kabinet) (?:informeert?|informeren|stuurt?|sturen|komt?|komen|zegt? toe)\b"
    r"[^.;]*\b(?:kamer|terug|toe)\b"
    r"|\b(?:minister|staatssecretaris)\b[^.;]*\b(?:informeert|stuurt|komt)\b[^.;]*\bkamer\b"
    r"|\b(?:ontvangt|krijgt) (?:uw|de) Kamer\b[^.;]*"
    r"|\b(?:volgt|volgen|komt|komen)\b(?! (?:dat|uit)\b)[^.;]*"
    r"\b(?:brief|reactie|rapportage|rapport|evaluatie|voorstel|wetsvoorstel|nota|plan)\b",
    re.IGNORECASE,
)
_TO_HOUSE = re.compile(
    r"\b(?:uw|de|beide|eerste|tweede) kamers?\b|\b(?:aan|zal|informeer|ik) u\b|\bterug\w*\b|"
    r"\bhier(?:over|op)\b|\btoe(?:zeggen|gezegd)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:ik|wij|we|het kabinet|de regering|de (?:minister|staatssecretaris)(?: van [A-Z]\w+)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise in an answer.

    Attributes
    ----------
    start, end
        Offsets of the sentence in the text of the answer.
    who
        Who promises, in the words of the sentence; ``None`` where it does not say (passive).
    what
        The words from the verb that promises to the act.
    when
        The words that say by when, or ``None``.
    earliest, latest
        The days between which it is due; both ``None`` without a date.
    flag
        ``past`` where the promise could have been due before the day of the answer: its first
        day lies in a season, quarter or month that had begun, and four fifths of it had passed;
        ``undated`` without a date.
    """

    start: int
    end: int
    who: str | None
    what: str
    when: str | None
    earliest: date | None
    latest: date | None
    flag: Flag | None


def find_promises(text: str, answered_on: date | None = None) -> list[Promise]:
    """Find the promises in an answer.

    Parameters
    ----------
    text
        The answer; the empty text promises nothing.
    answered_on
        The day of the answer, from which "volgend jaar" and "dit najaar" are counted; without it
        only dates with a year are read, and none is flagged as past.

    Returns
    -------
    list of Promise
        One per sentence, in the order of the text.
    """
    found = []
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        match = _PROMISE.search(sentence)
        if match is None or sentence.rstrip().endswith("?") or not _binds(sentence):
            continue
        who = _WHO.search(sentence)
        when, period = due(sentence, answered_on)
        earliest, latest = period or (None, None)
        found.append(
            Promise(
                start,
                end,
                who.group() if who else None,
                match.group(),
                when,
                earliest,
                latest,
                _flag(earliest, latest, answered_on),
            )
        )
    return found


def _flag(earliest: date | None, latest: date | None, answered_on: date | None) -> Flag | None:
    if earliest is None or latest is None:
        return "undated"
    if answered_on is None:
        return None
    length = (latest - earliest).days + 1
    passed = (answered_on - earliest).days
    return "past" if answered_on > latest or (length > 1 and passed > 0.8 * length) else None


def _binds(sentence: str) -> bool:
    """Tell whether a sentence promises something to the House, or something by a time."""
    return bool(_TO_HOUSE.search(sentence)) or is_dated(sentence)
