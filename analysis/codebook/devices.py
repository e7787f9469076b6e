"""The codebook of non-answer devices: categories, their definitions and their patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pandas as pd

from analysis import codebook
from analysis.errors import AnalysisError


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern on one sentence, with sentences that it must and must not match."""

    id: str
    regex: re.Pattern[str]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Category:
    """A device: what it is, what counts as it, and the patterns that find it.

    Attributes
    ----------
    code
        Its name in the tables.
    name, definition, counts, does_not_count
        In Dutch and English, by language code.
    tier
        ``strong``: the words alone make the case; ``weak``: they need their context.
    clarity, bull_mayer
        Its counterpart in Thomas et al. (2024) and in Bull and Mayer (1993).
    patterns
        At least one.
    """

    code: str
    name: dict[str, str]
    tier: Literal["strong", "weak"]
    clarity: str
    bull_mayer: str
    definition: dict[str, str]
    counts: dict[str, str]
    does_not_count: dict[str, str]
    patterns: tuple[Pattern, ...]


@cache
def categories() -> tuple[Category, ...]:
    """Return the categories of the codebook; read and compiled once per process.

    Raises
    ------
    ValueError
        Where a pattern is no regular expression or has too few examples; names the pattern.
    """
    return tuple(
        Category(**{**entry, "patterns": tuple(map(_pattern, entry["patterns"]))})
        for entry in codebook.load("evasiveness")["categories"]
    )


def category(code: str) -> Category:
    """Return a category by its code.

    Raises
    ------
    AnalysisError
        Where the codebook has no such code; names those that it has.
    """
    for entry in categories():
        if entry.code == code:
            return entry
    known = ", ".join(entry.code for entry in categories())
    raise AnalysisError(f"the codebook has no category '{code}'; it has: {known}")


def patterns_table(device: Category) -> pd.DataFrame:
    """Return the patterns of a category: ``pattern`` and an ``example`` that each must match."""
    rows = [(pattern.id, pattern.examples[0]) for pattern in device.patterns]
    return pd.DataFrame(rows, columns=["pattern", "example"])


def _pattern(entry: dict[str, Any]) -> Pattern:
    if len(entry["examples"]) < 2 or not entry["counterexamples"]:
        raise ValueError(
            f"evasiveness.yml: pattern '{entry['id']}' needs two examples and a counterexample"
        )
    try:
        regex = re.compile(entry["regex"], re.IGNORECASE | re.VERBOSE)
    except re.error as error:
        raise ValueError(f"evasiveness.yml: pattern '{entry['id']}': {error}") from error
    return Pattern(entry["id"], regex, tuple(entry["examples"]), tuple(entry["counterexamples"]))
