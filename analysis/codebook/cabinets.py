"""Which cabinet governed on a day, and whether it was demissionair."""

from __future__ import annotations

from datetime import date

from analysis import codebook


def is_demissionary(day: date | None) -> bool | None:
    """Tell whether the cabinet was demissionair on a day.

    Returns
    -------
    bool or None
        ``None`` without a date, and for a day outside the years that the table knows.
    """
    if not _is_known(day):
        return None
    periods = codebook.load("cabinets")["demissionary"]
    return any(period["from"] <= day < period["until"] for period in periods)


def cabinet_on(day: date | None) -> str | None:
    """Return the name of the cabinet that governed on a day.

    Returns
    -------
    str or None
        On the day of a swearing-in the new one. ``None`` without a date, and for a day outside
        the years that the table knows.
    """
    if not _is_known(day):
        return None
    return [c["cabinet"] for c in codebook.load("cabinets")["cabinets"] if c["from"] <= day][-1]


def _is_known(day: date | None) -> bool:
    table = codebook.load("cabinets")
    return day is not None and bool(table["known_from"] <= day < table["known_until"])
