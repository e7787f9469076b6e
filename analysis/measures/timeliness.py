"""How long an answer took, and whether that was within a term."""

from __future__ import annotations

from datetime import date

import pandas as pd

RULE_DAYS = 21
"""The term for answers to Kamervragen: three weeks (Reglement van Orde van de Tweede Kamer)."""


def days_between(first: pd.Series, last: pd.Series) -> pd.Series:
    """Return the number of days from one date to another.

    Parameters
    ----------
    first, last
        Dates; a missing date gives a missing number.

    Returns
    -------
    pandas.Series of Int64
        Days; negative where ``last`` is the earlier one, 0 for the same day.
    """
    return (last - first).dt.days.astype("Int64")


def is_within(days: pd.Series, since: date | None, until: date | None) -> pd.Series:
    """Tell which dates fall in a period: from its first day up to and not including its last.

    Half-open, so that periods that follow each other share no day and miss none.

    Parameters
    ----------
    days
        Dates; a missing date is in no period but the one without ends.
    since, until
        First day of the period, and the first day after it; ``None`` for no limit.

    Returns
    -------
    pandas.Series of bool
        With the index of ``days``.
    """
    inside = pd.Series(True, index=days.index)
    if since is not None:
        inside &= days >= pd.Timestamp(since)
    if until is not None:
        inside &= days < pd.Timestamp(until)
    return inside
