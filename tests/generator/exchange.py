"""The questions and answers of one document: numbers, groups, faults and planted devices."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.generator.words import Words, language

FAULTS = ("missing", "double")
"""Faults of numbering: a number that is skipped, and one that is printed twice."""


@dataclass(frozen=True)
class Group:
    """Questions that are answered together.

    Attributes
    ----------
    headed
        Whether one heading stands above all of them, so that their texts cannot be told apart.
    answer
        The paragraphs of the answer as (role, text); empty where there is none.
    fracties
        Of each question, where its words tell who asks it; else empty.
    """

    numbers: tuple[int, ...]
    questions: tuple[str, ...]
    headed: bool
    answer: tuple[tuple[str, str], ...]
    devices: tuple[str, ...]
    fracties: tuple[tuple[str, ...], ...] = ()


def groups_of(
    words: Words,
    chance: random.Random,
    n: int,
    *,
    fault: str | None = None,
    joint: float = 0.2,
    headed: float = 0.4,
    evasion: float = 0.15,
    answered: bool = True,
) -> list[Group]:
    """Return ``n`` questions and their answers.

    Parameters
    ----------
    fault
        One of `FAULTS`, or ``None``.
    joint, headed, evasion
        Shares of the groups that hold more than one question, of those with one heading, and of
        the answers with a device.
    answered
        Whether there are answers at all.
    """
    numbers = _numbers(chance, n, fault)
    groups = []
    while numbers:
        size = 1
        if chance.random() < joint:
            size = min(len(numbers), chance.choice([2, 2, 3, 4]))
        if len(set(numbers[:size])) < size:
            size = 1  # a number that is printed twice is answered twice
        mine, numbers = numbers[:size], numbers[size:]
        asked = [words.question() for _ in mine]
        device = chance.choice(sorted(language()["answers"]["devices"]))
        evades = chance.random() < evasion
        answer = words.answer([kind for _, kind in asked], device if evades else None)
        groups.append(
            Group(
                tuple(mine),
                tuple(text for text, _ in asked),
                size > 1 and chance.random() < headed,
                tuple(answer) if answered else (),
                (device,) if evades and answered else (),
            )
        )
    return groups


def _numbers(chance: random.Random, n: int, fault: str | None) -> list[int]:
    numbers = list(range(1, n + 1))
    if fault == "missing" and n > 3:
        at = chance.randint(1, n - 2)
        return numbers[:at] + [number + 1 for number in numbers[at:]]
    if fault == "double" and n > 3:
        at = chance.randint(1, n - 2)
        return numbers[:at] + [number - 1 for number in numbers[at:]]
    return numbers
