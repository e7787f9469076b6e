"""Questions per seat, by fractie and period."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.codebook.seats import period_of, seats_of


def questions_per_seat(asked: pd.DataFrame) -> pd.DataFrame:
    """Return how many questions each fractie asked per seat, by chamber and period.

    Parameters
    ----------
    asked
        As `with_roles` returns it; what was only joined is left out.

    Returns
    -------
    DataFrame
        ``chamber``, ``since`` and ``until`` (of the period, the latter not in it), ``fractie``,
        ``n_questions`` (weighted), ``seats`` and ``per_seat``: null and nan where the number of
        seats is not known, or changed between its questions. Questions of an unknown chamber, or
        of a day that no period knows, are not in it.
    """
    own = asked[asked["role"] == "asked"]
    days = own["asked_on"].map(lambda day: None if pd.isna(day) else day.date())
    places = list(zip(own["chamber"], days.astype("object"), own["fractie"], strict=True))
    own = own.assign(
        _period=[period_of(chamber, day) for chamber, day, _ in places],
        _seats=[seats_of(chamber, fractie, day) for chamber, day, fractie in places],
    )
    own = own[own["_period"].notna()]
    rows = [
        _row(chamber, period, fractie, group)
        for (chamber, period, fractie), group in own.groupby(["chamber", "_period", "fractie"])
    ]
    columns = ["chamber", "since", "until", "fractie", "n_questions", "seats", "per_seat"]
    table = pd.DataFrame(rows, columns=columns).astype({"seats": "Int64"})
    return table.sort_values(
        ["chamber", "since", "per_seat", "fractie"],
        ascending=[True, True, False, True],
        ignore_index=True,
    )


def _row(chamber: str, period: Any, fractie: str, group: pd.DataFrame) -> dict[str, Any]:
    known = group["_seats"].dropna().unique()
    one = len(known) == 1 and group["_seats"].notna().all()
    total = float(group["weight"].sum())
    return {
        "chamber": chamber,
        "since": period[0],
        "until": period[1],
        "fractie": fractie,
        "n_questions": total,
        "seats": int(known[0]) if one else None,
        "per_seat": total / known[0] if one else float("nan"),
    }
