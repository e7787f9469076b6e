"""The codebook of non-answer devices: categories, their definitions and their patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import pandas as pd

from analysis import codebook
from analysis.errors import AnalysisError

Tier = Literal["strong", "weak"]

SKIPPED, JOINT = "omzeiling", "gebundeld"
"""The codes of the devices that are no matter of words."""

# ` .. ` in a pattern: any words of the same clause between what stands before and behind it.
_GAP = r"\s(?:[^.;?!]{0,80}?\s)?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern on one sentence, with sentences that it must and must not match.

    Attributes
    ----------
    cues
        Pieces of words in lower case; one of them stands in every text that the pattern matches.
    """

    id: str
    regex: re.Pattern[str]
    cues: tuple[str, ...]
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
    phrase
        Its name in the middle of a sentence, with an indefinite article: an answer can hold it,
        and it can be found.
    tier
        ``strong``: the words alone make the case; ``weak``: they need their context.
    clarity, bull_mayer
        Its counterpart in Thomas et al. (2024) and in Bull and Mayer (1993).
    patterns
        Empty for a structural device, which is no matter of words.
    exempt
        Guards that make no sense for it.
    """

    code: str
    name: dict[str, str]
    phrase: dict[str, str]
    tier: Tier
    clarity: str
    bull_mayer: str
    definition: dict[str, str]
    counts: dict[str, str]
    does_not_count: dict[str, str]
    patterns: tuple[Pattern, ...] = ()
    exempt: tuple[str, ...] = ()


@cache
def categories() -> tuple[Category, ...]:
    """Return the lexical categories of the codebook; read and compiled once per process.

    Raises
    ------
    ValueError
        Where a pattern is no regular expression, or has too few examples or no cues; names the
        pattern.
    """
    book = codebook.load("evasiveness")
    groups = _expanded(book["groups"])
    entries = [entry for part in book["parts"] for entry in codebook.load(f"evasiveness-{part}")]
    return tuple(_category(entry, groups) for entry in entries)


@cache
def structural_categories() -> tuple[Category, ...]:
    """Return the categories that are found by comparing asks and answers, not by words."""
    return tuple(_category(entry, {}) for entry in codebook.load("evasiveness")["structural"])


def all_categories() -> tuple[Category, ...]:
    """Return the lexical and the structural categories, in the order of the codebook."""
    return categories() + structural_categories()


def category(code: str) -> Category:
    """Return a category by its code.

    Raises
    ------
    AnalysisError
        Where the codebook has no such code; names those that it has.
    """
    for entry in all_categories():
        if entry.code == code:
            return entry
    known = ", ".join(entry.code for entry in all_categories())
    raise AnalysisError(f"the codebook has no category '{code}'; it has: {known}")


def patterns_table(device: Category) -> pd.DataFrame:
    """Return the patterns of a category: ``pattern`` and an ``example`` that each must match."""
    rows = [(pattern.id, pattern.examples[0]) for pattern in device.patterns]
    return pd.DataFrame(rows, columns=["pattern", "example"])


def categories_table(language: str) -> pd.DataFrame:
    """Return the categories in a language.

    Returns
    -------
    DataFrame
        ``category``, ``name``, ``tier``, ``definition``, ``does_not_count`` and the counterparts
        ``clarity`` and ``bull_mayer``; one row per category in the order of the codebook.
    """
    rows = [
        {
            "category": entry.code,
            "name": entry.name[language],
            "tier": entry.tier,
            "definition": entry.definition[language],
            "does_not_count": entry.does_not_count[language],
            "clarity": entry.clarity,
            "bull_mayer": entry.bull_mayer,
        }
        for entry in all_categories()
    ]
    return pd.DataFrame(rows)


def _expanded(groups: dict[str, str]) -> dict[str, str]:
    """Fill word groups that are named within later ones."""
    expanded: dict[str, str] = {}
    for name, expression in groups.items():
        expanded[name] = _filled(re.sub(r" (?=\|)", "", expression), expanded)
    return expanded


def _filled(expression: str, groups: dict[str, str]) -> str:
    return re.sub(r"<(\w+)>", lambda match: groups[match[1]], expression)


def _category(entry: dict[str, Any], groups: dict[str, str]) -> Category:
    patterns = tuple(_pattern(pattern, groups) for pattern in entry.get("patterns", ()))
    exempt = tuple(entry.get("exempt", ()))
    return Category(**{**entry, "patterns": patterns, "exempt": exempt})


def _pattern(entry: dict[str, Any], groups: dict[str, str]) -> Pattern:
    if len(entry["examples"]) < 2 or not entry["counterexamples"] or not entry["cues"]:
        raise ValueError(
            f"evasiveness: pattern '{entry['id']}' needs cues, two examples and a counterexample"
        )
    try:
        expressions = [_filled(expression, groups) for expression in entry["regex"]]
        spaced = [
            each.replace(" .. ", _GAP).replace(" ?", r"\s*").replace(" ", r"\s+")
            for each in expressions
        ]
        regex = re.compile("|".join(f"(?:{each})" for each in spaced), re.IGNORECASE)
    except (re.error, KeyError) as error:
        raise ValueError(f"evasiveness: pattern '{entry['id']}': {error}") from error
    examples, counterexamples = tuple(entry["examples"]), tuple(entry["counterexamples"])
    return Pattern(entry["id"], regex, tuple(entry["cues"]), examples, counterexamples)
