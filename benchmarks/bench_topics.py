"""Topics of 10,000 and 100,000 made-up questions with their answers, in CPU seconds and memory.

Each pair has 200 words: half of one of 300 subjects, half of what all have. Measured is what
``python -m analysis topics --unordered`` does, with names and stability. The floor is TF-IDF of
the same texts by scikit-learn, words only, which makes no topics yet. Each is run in a process
of its own, so that the memory is its own; making the texts is in the memory and not in the seconds.
The exponent says how the seconds grow from the row above: 1 is in proportion.
"""

from __future__ import annotations

import math
import random
import resource
import subprocess
import sys
import time

import click
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.topics.division import divide_table

TITLE = "Topics of many texts"

_SIZES = (10_000, 100_000)
_SUBJECTS, _PER_SUBJECT, _COMMON, _WORDS = 300, 60, 3_000, 200
_SYLLABLES = ("ba", "dor", "fel", "gim", "kus", "lan", "mer", "nop", "ris", "tav", "wil", "zen")


def run() -> list[dict[str, object]]:
    """Return a row for each number of pairs."""
    rows: list[dict[str, object]] = []
    before: tuple[int, float] | None = None
    for size in _SIZES:
        floor, floor_memory, _ = taken_apart(__name__, "floor", size)
        seconds, memory, n_topics = taken_apart(__name__, "topics", size)
        exponent = "–"
        if before:
            exponent = f"{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
        before = (size, seconds)
        rows.append(
            {
                "pairs": size,
                "topics": int(n_topics),
                "floor, CPU s": f"{floor:.1f}",
                "topics, CPU s": f"{seconds:.1f}",
                "topics / floor": f"{seconds / floor:.1f}",
                "exponent": exponent,
                "floor, MB": f"{floor_memory:.0f}",
                "topics, MB": f"{memory:.0f}",
            }
        )
    return rows


def pairs(size: int, seed: int = 1) -> list[str]:
    """Return made-up texts of 200 words, each of one of 300 subjects."""
    choice = random.Random(seed)
    lengths = (3, 4, 5)
    words = sorted({"".join(choice.choices(_SYLLABLES, k=lengths[i % 3])) for i in range(60_000)})
    choice.shuffle(words)
    common, rest = words[:_COMMON], words[_COMMON:]
    half = _WORDS // 2
    texts = []
    for at in range(size):
        start = at % _SUBJECTS * _PER_SUBJECT
        own = choice.choices(rest[start : start + _PER_SUBJECT], k=half)
        texts.append(" ".join(own + choice.choices(common, k=half)))
    return texts


def taken_apart(module: str, task: str, size: int) -> tuple[float, float, float]:
    """Return CPU seconds, megabytes and the number of topics of a task in its own process."""
    command = [sys.executable, "-m", module, task, str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory, n_topics = map(float, done.stdout.split())
    return seconds, memory, n_topics


def _work(task: str, texts: list[str]) -> int:
    if task == "floor":
        TfidfVectorizer().fit_transform(texts)
        return 0
    frame = pd.DataFrame({"id": [str(at) for at in range(len(texts))], "text": texts})
    return int(divide_table(frame, ordered=False)["topic"].nunique())


def main() -> None:
    """Do one task and print what it took: ``python -m benchmarks.bench_topics topics 10000``."""
    texts = pairs(int(sys.argv[2]))
    start = time.process_time()
    n_topics = _work(sys.argv[1], texts)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    click.echo(f"{seconds} {memory} {n_topics}")


if __name__ == "__main__":
    main()
