"""Promises in an answer: who will do what, and by when.

"Uw Kamer wordt uiterlijk begin volgend jaar geïnformeerd" promises something by a date that can be
read relative to the day of the answer. A promise without a date, or whose date lay before the day
of the answer, cannot be held to.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.text import sentence_spans

Flag = Literal["past", "undated"]

_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_MONTH = "|".join(_MONTHS)
# First and last month of a part of the year; recesses as the States General keep them, roughly.
_PARTS = {
    "begin": (1, 3),
    "medio": (5, 8),
    "halverwege": (5, 8),
    "eind": (10, 12),
    "einde": (10, 12),
    "voorjaar": (3, 6),
    "lente": (3, 6),
    "zomer": (6, 9),
    "najaar": (9, 12),
    "herfst": (9, 12),
    "winter": (12, 12),
    "eerste kwartaal": (1, 3),
    "tweede kwartaal": (4, 6),
    "derde kwartaal": (7, 9),
    "vierde kwartaal": (10, 12),
    "laatste kwartaal": (10, 12),
    "eerste helft": (1, 6),
    "tweede helft": (7, 12),
    "zomerreces": (7, 8),
    "kerstreces": (12, 12),
    "herfstreces": (10, 10),
    "meireces": (4, 5),
    "voorjaarsnota": (4, 6),
    "miljoenennota": (9, 9),
    "prinsjesdag": (9, 9),
}
_YEAR = (
    r"(?:(?:van |in )?(?:het )?(?P<year>20\d\d)|(?P<relative>dit jaar|volgend jaar|komend jaar))"
)
_DATED = re.compile(
    rf"(?P<until>\b(?:voor|vóór|uiterlijk|tot)\b(?: in| op| met| de| het)*)?\s*"
    rf"(?:\b(?P<day>\d{{1,2}}) (?P<dmonth>{_MONTH})(?: (?P<dyear>20\d\d))?"
    rf"|\b(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})\b(?:(?: van)? {_YEAR})?"
    rf"|\b(?P<month>{_MONTH})\b(?: (?P<myear>20\d\d))?"
    r"|\b(?P<only>in 20\d\d|20\d\d|volgend jaar|komend jaar|dit jaar))",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:volgend|komende?|aanstaande|aankomende?)\s+$", re.IGNORECASE)
_ACTS = (
    r"(?:informer(?:en)?|geïnformeerd|berichten|bericht|toegezonden|toesturen|toezenden|sturen|gestuurd|"
    r"zenden|aanbieden|aangeboden|terugkomen|terug|ontvang(?:t|en)|toekomen|rapporteren|uitvoeren|"
    r"onderzoeken|voorleggen|opleveren|opgeleverd|gemaakt|indienen|ingediend|verwacht|publiceren|"
    r"gepubliceerd|besluiten|nemen|genomen|meenemen|afgerond|bezien|verschijnen|voorzien)"
)
_PROMISE = re.compile(
    rf"\b(?:zal|zullen|wordt|worden|streven? ernaar|streeft ernaar|verwacht|hoop)\b"
    rf"[^.;]*?\b{_ACTS}\b"
    r"|\b(?:informeer|informeren|bericht|stuur|sturen|kom|komen|bied|bieden) "
    r"(?:ik|wij|het kabinet)\b[^.;]*|\b(?:uw Kamer|de Kamer) (?:ontvangt|krijgt)\b[^.;]*"
    r"|\b(?:ik|wij|het kabinet) (?:informeert?|informeren|stuurt?|sturen|komt?|komen|zegt? toe)\b"
    r"[^.;]*\b(?:kamer|terug|toe)\b",
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


def due(sentence: str, answered_on: date | None) -> tuple[str | None, tuple[date, date] | None]:
    """Return the words that say by when, and the first and last day that they mean.

    Returns
    -------
    words, (first, last)
        ``None`` for both where no time is named, for the days alone where they depend on a day
        of answer that is not known.
    """
    words = None
    for match in _DATED.finditer(sentence):
        if (
            match["part"]
            and match["part"].lower() in ("begin", "eind", "einde", "medio")
            and not (match["year"] or match["relative"])
        ):
            continue  # "eind mei": the month behind it says more
        words = words or match.group().strip()
        period = _period(match, answered_on, bool(_NEXT.search(sentence[: match.start()])))
        if period:
            first, last = period
            if match["until"] and answered_on and answered_on <= last:
                before = match["until"].lower().startswith(("voor", "vóór"))
                return match.group().strip(), _until(first, last, answered_on, before=before)
            return match.group().strip(), period
    return words, None


def _until(first: date, last: date, answered_on: date, *, before: bool) -> tuple[date, date]:
    """Return the days up to a term: "voor de zomer" ends where the summer begins."""
    return min(answered_on, first), first if before and first > answered_on else last


def _period(
    match: re.Match[str], answered_on: date | None, is_next: bool
) -> tuple[date, date] | None:
    this = answered_on.year if answered_on else None
    if match["day"]:
        year = int(match["dyear"]) if match["dyear"] else this
        month = _MONTHS.index(match["dmonth"].lower()) + 1
        day = int(match["day"])
        if year is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
            return None
        return date(year, month, day), date(year, month, day)
    year = _year(match, this)
    if year is None:
        return None
    if match["part"]:
        first, last = _PARTS[match["part"].lower()]
    elif match["month"]:
        first = last = _MONTHS.index(match["month"].lower()) + 1
    else:
        first, last = 1, 12
    named = match["year"] or match["relative"] or match["myear"] or match["only"]
    # Without a year the next such season is meant; this one, if it has not ended.
    if (
        not named
        and answered_on
        and (last < answered_on.month or (is_next and first <= answered_on.month))
    ):
        year += 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _year(match: re.Match[str], this: int | None) -> int | None:
    printed = match["year"] or match["myear"]
    if printed:
        return int(printed)
    words = (match["relative"] or match["only"] or "dit jaar").lower()
    if digits := re.search(r"20\d\d", words):
        return int(digits.group())
    if this is None:
        return None
    return this if words == "dit jaar" else this + 1


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
    return bool(_TO_HOUSE.search(sentence) or _DATED.search(sentence))
