"""Dutch dates and terms in running text."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
DATE = rf"\d{{1,2}}\s*(?:{'|'.join(MONTHS)})\s*\d{{4}}"
"""Pattern of a date written out: ``11 december 2023``; an extractor may have lost its spaces."""

RECENT = rf"\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+(?:jl\b|j\.l\.|jongstleden)"
"""Pattern of a date of the last year: ``11 december jl.``"""

_PARTS = re.compile(rf"(\d{{1,2}})\s*({'|'.join(MONTHS)})\s*(\d{{4}})", re.IGNORECASE)
_YEARS = range(1814, 2200)
_NUMBERS = "een twee drie vier vijf zes zeven acht negen tien elf twaalf".split()
_TERM = re.compile(
    rf"binnen\s+(?P<number>{'|'.join(_NUMBERS)}|één|\d{{1,3}})\s+(?P<unit>dag|week|we)(?:en|ken)?\b"
)


def parse_date(text: str) -> date | None:
    """Return the first date in a text that can be right, or ``None`` where there is none.

    A day that does not exist and a year without a Staten-Generaal are misprints.
    """
    for day, month, year in _PARTS.findall(text):
        if int(year) not in _YEARS:
            continue
        try:
            return date(int(year), MONTHS.index(month.lower()) + 1, int(day))
        except ValueError:
            continue
    return None


def parse_recent(text: str, before: date) -> date | None:
    """Return the day that ``11 december jl.`` is in a text of some day, or ``None``."""
    day, month = text.split()[:2]
    for year in (before.year, before.year - 1):
        found = parse_date(f"{day} {month} {year}")
        if found and found <= before:
            return found
    return None


def parse_term(text: str) -> timedelta | None:
    """Return the term in which an answer is asked for ("binnen vier weken"), or ``None``."""
    match = _TERM.search(text)
    if match is None:
        return None
    word = match["number"].replace("é", "e")
    number = int(word) if word.isdigit() else _NUMBERS.index(word) + 1
    return timedelta(days=number if match["unit"] == "dag" else 7 * number)
