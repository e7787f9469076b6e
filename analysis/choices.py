"""The values that a reader may choose, held against what they can mean."""

from __future__ import annotations

from datetime import date
from typing import Any

from analysis.codebook.devices import all_categories
from analysis.errors import AnalysisError

LEAST = {"minimum": 1, "rule_days": 1, "most_rows": 1}
"""Lowest value of a number, by the name of the parameter."""
DAYS = ("since", "until")
"""Parameters that name a day."""


def mistake(name: str, value: Any) -> str | None:
    """Return in one sentence why a value cannot be chosen; ``None`` where it can.

    Parameters
    ----------
    name
        Name of the parameter; one that is not known here may have any value.
    value
        Of the parameter's type; ``None`` is left to the type.
    """
    if value is None:
        return None
    if name in LEAST and value < LEAST[name]:
        return f"Parameter '{name}' is {value}, but must be at least {LEAST[name]}."
    if name == "category" and value not in (known := [one.code for one in all_categories()]):
        return f"Parameter 'category' is '{value}', but must be one of {', '.join(known)}."
    if name in DAYS and _day(value) is None:
        return f"Parameter '{name}' is '{value}', but must be a day such as 2023-07-07."
    return None


def check(**values: Any) -> None:
    """Check the values that were chosen.

    Raises
    ------
    AnalysisError
        Naming the first that cannot be; also for a period that ends before it begins.
    """
    for name, value in values.items():
        if wrong := mistake(name, value):
            raise AnalysisError(wrong)
    period(values.get("since"), values.get("until"))


def period(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return a period as days: its first, and the first after it; ``None`` for no limit.

    Raises
    ------
    AnalysisError
        Where one is no day, or no day lies between them.
    """
    for name, value in (("since", since), ("until", until)):
        if wrong := mistake(name, value):
            raise AnalysisError(wrong)
    first, after = _day(since), _day(until)
    if first and after and first >= after:
        raise AnalysisError(f"The period from {since} up to and not including {until} has no days.")
    return first, after


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except (TypeError, ValueError):
        return None
