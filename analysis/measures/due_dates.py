"""By when something is promised: words of time as a first and a last day.

"Uiterlijk begin volgend jaar", "in Q3", "binnen zes weken": all are counted from the day of the
answer, in whole months where the words say no more than that.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

import pandas as pd

from analysis.parsing.dates import MONTHS

_MONTH = "|".join(MONTHS)
# First and last month of a part of the year; a month above twelve is one of the next year.
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
    "jaarwisseling": (12, 13),
    "eerste kwartaal": (1, 3),
    "tweede kwartaal": (4, 6),
    "derde kwartaal": (7, 9),
    "vierde kwartaal": (10, 12),
    "laatste kwartaal": (10, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
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
# The day of its first month on which a part begins, where that is not the first; recesses as the
# States General keep them, roughly.
_FIRST_DAYS = {
    "zomer": 21,
    "zomerreces": 5,
    "herfstreces": 12,
    "kerstreces": 20,
    "meireces": 25,
    "jaarwisseling": 15,
    "miljoenennota": 15,
    "prinsjesdag": 15,
}
_VAGUE = ("begin", "medio", "eind", "einde")  # of what, must be said: "eind mei" is in May
_NUMBERS = dict(
    zip(
        "een één twee drie vier vijf zes zeven acht negen tien elf twaalf".split(),
        (1, 1, *range(2, 13)),
        strict=True,
    )
)
_UNITS = {
    "dag": "days",
    "dagen": "days",
    "week": "weeks",
    "weken": "weeks",
    "maand": "months",
    "maanden": "months",
    "jaar": "years",
}
_YEAR = (
    r"(?:(?:van |in )?(?:het )?(?P<year>20\d\d)"
    r"|(?:van )?(?P<relative>dit jaar|volgend jaar|komend jaar|het jaar))"
)
_DATED = re.compile(
    r"(?:(?P<until>\b(?:voor|vóór|uiterlijk|tot)\b"
    r"(?: in| op| met| de| het| \w*(?:debat|overleg) van)*)|(?P<after>\bna (?:de|het)\b))?\s*"
    rf"(?:\b(?P<day>\d{{1,2}}) (?P<dmonth>{_MONTH})(?: (?P<dyear>20\d\d))?"
    rf"|\b(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))})\b(?:(?: van)? {_YEAR})?"
    rf"|\b(?P<month>{_MONTH})\b(?: (?P<myear>20\d\d))?"
    r"|\b(?P<only>in 20\d\d|20\d\d|volgend jaar|komend jaar|dit jaar)"
    rf"|\bbinnen (?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)}) (?P<unit>{'|'.join(_UNITS)})\b"
    r"|\b(?P<next>(?:volgende|komende) (?:week|maand))\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:volgend|komende?|aanstaande|aankomende?)$", re.IGNORECASE)


def due(sentence: str, answered_on: date | None) -> tuple[str | None, tuple[date, date] | None]:
    """Return the words that say by when, and the first and last day that they mean.

    Parameters
    ----------
    sentence
        A sentence of an answer.
    answered_on
        The day of the answer, if it is known.

    Returns
    -------
    words, (first, last)
        ``None`` for both where no time is named, for the days alone where they depend on a day
        of answer that is not known.
    """
    words = None
    for match in _DATED.finditer(sentence):
        part = (match["part"] or "").lower()
        if part in _VAGUE and not (match["year"] or match["relative"]):
            continue  # "eind mei": the month behind it says more
        words = words or match.group().strip()
        period = _period(match, answered_on, bool(_NEXT.search(sentence[: match.start()].rstrip())))
        if period is None:
            continue
        words, (first, last) = match.group().strip(), period
        if match["until"] and answered_on and answered_on <= last:
            before = match["until"].lower().startswith(("voor", "vóór"))
            before = before and not part.startswith("eind")  # "voor het einde van het jaar"
            return words, _until(first, last, answered_on, before=before)
        if match["after"] and part:
            return words, _after(first, last)
        return words, period
    return words, None


def is_dated(sentence: str) -> bool:
    """Tell whether a sentence names a time."""
    return bool(_DATED.search(sentence))


def _until(first: date, last: date, answered_on: date, *, before: bool) -> tuple[date, date]:
    """Return the days up to a term: "voor de zomer" ends where the summer begins."""
    return min(answered_on, first), first if before and first > answered_on else last


def _after(first: date, last: date) -> tuple[date, date]:
    """Return the days after a part of a year: "na de zomer" is from September on, that year."""
    start = last + timedelta(days=1) if first.month == last.month else last.replace(day=1)
    return start, date(start.year, 12, 31)


def _period(
    match: re.Match[str], answered_on: date | None, is_next: bool
) -> tuple[date, date] | None:
    if match["unit"] or match["next"]:
        return _counted(match, answered_on) if answered_on else None
    this = answered_on.year if answered_on else None
    if match["day"]:
        year = int(match["dyear"]) if match["dyear"] else this
        month = MONTHS.index(match["dmonth"].lower()) + 1
        day = int(match["day"])
        if year is None or not 1 <= day <= calendar.monthrange(year, month)[1]:
            return None
        return date(year, month, day), date(year, month, day)
    year = _year(match, this)
    if year is None:
        return None
    part = (match["part"] or "").lower()
    if part:
        first, last = _PARTS[part]
    elif match["month"]:
        first = last = MONTHS.index(match["month"].lower()) + 1
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
    beyond, last = divmod(last - 1, 12)
    end = calendar.monthrange(year + beyond, last + 1)[1]
    return date(year, first, _FIRST_DAYS.get(part, 1)), date(year + beyond, last + 1, end)


def _counted(match: re.Match[str], answered_on: date) -> tuple[date, date]:
    """Return a time that is counted from the day of the answer, in days, weeks, months or years."""
    day = pd.Timestamp(answered_on)
    if match["next"]:
        if match["next"].lower().endswith("week"):
            monday = answered_on + timedelta(days=7 - answered_on.weekday())
            return monday, monday + timedelta(days=6)
        first = (day + pd.offsets.MonthBegin()).date()
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    printed = match["number"].lower()
    number = _NUMBERS.get(printed) or int(printed)
    return answered_on, (day + pd.DateOffset(**{_UNITS[match["unit"].lower()]: number})).date()


def _year(match: re.Match[str], this: int | None) -> int | None:
    printed = match["year"] or match["myear"]
    if printed:
        return int(printed)
    words = (match["relative"] or match["only"] or "dit jaar").lower()
    if digits := re.search(r"20\d\d", words):
        return int(digits.group())
    if this is None:
        return None
    return this if words in ("dit jaar", "het jaar") else this + 1
