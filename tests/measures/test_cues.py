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
        (r"\bis\b(?=.*\bniet\b)", "niet", True),
        (r"\bis\b(?!.*\bniet\b)", "niet", False),
    ],
)
def test_what_every_match_holds(expression: str, cue: str, held: bool) -> None:
    assert holds(parser.parse(expression, re.IGNORECASE), (cue,)) is held


def holds(sequence: Any, cues: tuple[str, ...]) -> bool:
    """Tell whether all that a parsed expression matches holds a cue.

    It does where a cue stands in plain characters side by side, or in one of the parts: in each of
    its alternatives.
    """
    run = ""
    for code, argument in sequence:
        letter = plain(code, argument)
        run = run + letter if letter else ""
        if any(cue in run for cue in cues) or part_holds(code, argument, cues):
            return True
    return False


def plain(code: Any, argument: Any) -> str:
    if code is names.LITERAL:
        return chr(argument).lower()
    if code is names.MAX_REPEAT and argument[0] == 1 and list(argument[2]) == [SPACE]:
        return " "
    return ""


def part_holds(code: Any, argument: Any, cues: tuple[str, ...]) -> bool:
    if code is names.SUBPATTERN:
        return holds(argument[3], cues)
    if code is names.BRANCH:
        return all(holds(branch, cues) for branch in argument[1])
    if code in (names.MAX_REPEAT, names.MIN_REPEAT):
        return argument[0] > 0 and holds(argument[2], cues)
    return code is names.ASSERT and argument[0] > 0 and holds(argument[1], cues)
