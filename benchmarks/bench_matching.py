"""How fast devices are found in 10,000 and 100,000 made-up answers, on one core.

The floor is splitting the same text on white space and searching it for one alternation of twenty
plain words. One sentence in eight is one that a pattern of the codebook must match.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable

from analysis.codebook.devices import categories
from analysis.measures.evasiveness import find_devices

TITLE = "Finding devices"

_ANSWERS = (10_000, 100_000)
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
    choice = random.Random(seed)
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


def run() -> list[dict[str, object]]:
    """Return a row for each number of answers."""
    texts = answers(_ANSWERS[-1])
    find_devices(texts[0])  # the codebook is read once
    return [_row(texts[:number]) for number in _ANSWERS]


def _row(texts: list[str]) -> dict[str, object]:
    n_words = sum(len(text.split()) for text in texts)
    matching, least = measured(find_devices, texts), measured(floor, texts)
    return {
        "answers": len(texts),
        "words": n_words,
        "million words a minute": f"{60 * n_words / matching / 1e6:.1f}",
        "matching / floor": f"{matching / least:.1f}",
    }
