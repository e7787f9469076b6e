"""How many seats a fractie had in a chamber on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from analysis import codebook

Period = tuple[date, date]


def period_of(chamber: str | None, day: date | None) -> Period | None:
    """Return the period between two elections in which a day falls, without its last day.

    Returns
    -------
    (date, date) or None
        First day, and the day on which the next chamber met. ``None`` where the table does not
        know the chamber or the day.
    """
    found = _entry(chamber, day)
    return (found["from"], found["until"]) if found else None


def seats_of(chamber: str | None, fractie: str, day: date | None) -> int | None:
    """Return the seats of a fractie on a day.

    Parameters
    ----------
    chamber
        ``EK`` or ``TK``.
    fractie
        Canonical name.
    day
        A change counts from its own day on.

    Returns
    -------
    int or None
        ``None`` where the table does not know them: never 0.
    """
    found = _entry(chamber, day)
    if found is None or day is None:
        return None
    seats = dict(found["seats"])
    for change in found.get("changes", []):
        if change["from"] <= day:
            seats |= change["seats"]
    return seats.get(fractie)


def _entry(chamber: str | None, day: date | None) -> dict[str, Any] | None:
    if day is None:
        return None
    return next(
        (
            entry
            for entry in codebook.load("seats")
            if entry["chamber"] == chamber and entry["from"] <= day < entry["until"]
        ),
        None,
    )
