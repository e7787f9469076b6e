"""Whether the cabinet was demissionair on a day."""

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
    table = codebook.load("cabinets")
    if day is None or not table["known_from"] <= day < table["known_until"]:
        return None
    return any(period["from"] <= day < period["until"] for period in table["demissionary"])
