"""How long an answer took."""

from __future__ import annotations

import pandas as pd


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
