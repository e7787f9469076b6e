"""Cues: every text that a pattern matches holds one of its cues, or matching would miss it."""

from __future__ import annotations

import re
from re import _constants as names
from re import _parser as parser
from typing import Any

import pytest

from analysis.codebook.devices import Pattern, categories

PATTERNS = [
    pytest.param(pattern, id=f"{entry.code}-{pattern.id}")
    for entry in categories()
    for pattern in entry.patterns
]
SPACE = (names.IN, [(names.CATEGORY, names.CATEGORY_SPACE)])


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_text_that_a_pattern_matches_holds_a_cue(pattern: Pattern) -> None:
    assert holds(parser.parse(pattern.regex.pattern, re.IGNORECASE), pattern.cues)


@pytest.mark.parametrize(
    ("expression", "cue", "held"),
    [
        (r"\bniet\s+bekend\b", "bekend", True),
        (r"\bniet\s+bekend\b", "niet bekend", True),
        (r"\b(?:niet|on)bekend\b", "bekend", True),
        (r"\b(?:niet|nooit) bekend\b", "niet", False),
        (r"\bniet (?:bekend )?is\b", "bekend", False),
        (r"\b(?:dit|een) kabinet\b", "dit kabinet", False),
        (r"\bhet (?:hele )?kabinet\b", "het kabinet", False),
        (r"\bis\b(?=.*\bniet\b)", "niet", True),
        (r"\bis\b(?!.*\bniet\b)", "niet", False),
    ],
)
def test_what_every_match_holds(expression: str, cue: str, held: bool) -> None:
    assert holds(parser.parse(expression, re.IGNORECASE), (cue,)) is held


def test_a_cue_may_run_over_a_choice() -> None:
    parsed = parser.parse(r"\b(?:dit|een)\s+kabinet\b", re.IGNORECASE)
    assert holds(parsed, ("dit kabinet", "een kabinet"))
    assert not holds(parsed, ("dit kabinet",))


def holds(sequence: Any, cues: tuple[str, ...]) -> bool:
    """Tell whether all that a parsed expression matches holds a cue."""
    return not without(sequence, {""}, cues)


def without(sequence: Any, ends: set[str], cues: tuple[str, ...]) -> set[str]:
    """Return the ends of the texts that hold no cue: of each way through an expression.

    An end is what is known of the last characters; where anything may stand, nothing is known.
    """
    for code, argument in sequence:
        ends = {end for end in after(code, argument, ends, cues) if not any(c in end for c in cues)}
    return ends


def after(code: Any, argument: Any, ends: set[str], cues: tuple[str, ...]) -> set[str]:
    """Return the ends of the texts after one part of an expression."""
    if not ends or code is names.AT:
        return ends
    if code is names.LITERAL:
        return {end + chr(argument).lower() for end in ends}
    if code is names.SUBPATTERN:
        return without(argument[3], ends, cues)
    if code is names.BRANCH:
        return set().union(*(without(branch, ends, cues) for branch in argument[1]))
    if code is names.ASSERT and argument[0] > 0:
        return ends if without(argument[1], {""}, cues) else set()
    if code in (names.MAX_REPEAT, names.MIN_REPEAT):
        return after_repeat(*argument, ends, cues)
    return {""}


def after_repeat(
    least: int, most: Any, part: Any, ends: set[str], cues: tuple[str, ...]
) -> set[str]:
    if least == 1 and list(part) == [SPACE]:
        return {end + " " for end in ends}
    once = without(part, ends, cues)
    if most == 1:
        return once if least else ends | once
    return {""} if once or not least else set()
