"""How fast devices are found: words a minute, and the ratio to a floor measured in the same run.

``python -m benchmarks.matching [ANSWERS]``. The floor is splitting the same text on white space
and searching it for one alternation of twenty plain words.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Callable

import click

from analysis.codebook.devices import categories
from analysis.measures.evasiveness import find_devices

_PLAIN = re.compile(
    r"\b(?:kabinet|kamer|minister|brief|vraag|antwoord|wet|beleid|onderzoek|gemeente|bedrag|"
    r"najaar|rapport|advies|rechter|zorg|school|politie|energie|water)\b",
    re.IGNORECASE,
)
_SUBJECTS = ("De dienst", "Het bureau", "De gemeente", "Dit bedrag", "De school", "Het rapport")
_VERBS = ("telde", "noemt", "gaf", "kreeg", "meldde", "vroeg")
_OBJECTS = ("vier nieuwe plaatsen", "een lager bedrag", "twaalf dossiers", "geen van de drie namen")
_REST = ("in de regio", "na de verbouwing", "van het oude loket", "sinds de start", "per jaar")


def answers(number: int, seed: int = 1) -> list[str]:
    """Return made-up answers of about a hundred words, one sentence in eight with a device."""
    choice = random.Random(seed)  # noqa: S311 - no secret depends on it
    examples = [
        example
        for entry in categories()
        for pattern in entry.patterns
        for example in pattern.examples
    ]
    return [_answer(choice, examples) for _ in range(number)]


def _answer(choice: random.Random, examples: list[str]) -> str:
    sentences: list[str] = []
    n_words = 0
    while n_words < 100:
        if choice.random() < 1 / 8:
            sentence = choice.choice(examples)
        else:
            parts = (_SUBJECTS, _VERBS, _OBJECTS, _REST, _REST)
            sentence = " ".join(choice.choice(part) for part in parts) + "."
        sentences.append(sentence)
        n_words += len(sentence.split())
    return " ".join(sentences)


def measured(task: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds of one core that a task takes for all texts."""
    start = time.process_time()
    for text in texts:
        task(text)
    return time.process_time() - start


def floor(text: str) -> int:
    """Do the least that counting words and finding plain ones takes."""
    return len(text.split()) + sum(1 for _ in _PLAIN.finditer(text))


def main(number: int = 100_000) -> None:
    """Print words a minute, the ratio to the floor, and whether time is in proportion to text."""
    texts = answers(number)
    find_devices(texts[0])  # the codebook is read once
    n_words = sum(len(text.split()) for text in texts)
    tenth = measured(find_devices, texts[: number // 10])
    whole, least = measured(find_devices, texts), measured(floor, texts)
    click.echo(f"matching: {n_words} words, {60 * n_words / whole / 1e6:.1f} million a minute")
    click.echo(f"matching: {whole / least:.1f} times the floor")
    click.echo(f"matching: ten times the text takes {whole / tenth:.1f} times as long")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
