"""BERTopic on made-up texts of 200 words, in CPU seconds, and what 100,000 of them would take.

The texts are those of the benchmark `topics`. BERTopic is no dependency; it gets vectors of TF-IDF
(see `benchmarks/bertopic_peer.py`), so that the seconds of the model of sentences that its defaults
need come on top. What 100,000 texts would take is worked out from the two sizes as a straight line,
which is a lower bound: finding neighbours and joining topics grow faster. Ours is measured on
100,000 by `python -m benchmarks topics`.
"""

from __future__ import annotations

import sys
import time

import click

from benchmarks import bertopic_peer
from benchmarks.bench_topics import pairs, taken_apart

TITLE = "BERTopic on many texts"

_SIZES = (2_000, 4_000)
_FULL = 100_000


def run() -> list[dict[str, object]]:
    """Return a row for each number of texts, and one for 100,000 by a straight line."""
    if not bertopic_peer.installed():
        return [{"texts": "–", "BERTopic, CPU s": bertopic_peer.INSTALL}]
    taken = [taken_apart("benchmarks.bench_bertopic", "bertopic", size) for size in _SIZES]
    rows: list[dict[str, object]] = [
        {
            "texts": size,
            "topics": int(n),
            "BERTopic, CPU s": f"{spent:.0f}",
            "MB": f"{memory:.0f}",
        }
        for size, (spent, memory, n) in zip(_SIZES, taken, strict=True)
    ]
    (small, large), (first, second) = _SIZES, (taken[0][0], taken[1][0])
    full = second + (second - first) / (large - small) * (_FULL - large)
    rows.append(
        {
            "texts": f"{_FULL} (worked out)",
            "topics": "–",
            "BERTopic, CPU s": f"{full:.0f}",
            "MB": "–",
        }
    )
    return rows


def main() -> None:
    """Do one size and print what it took: ``python -m benchmarks.bench_bertopic bertopic 2000``."""
    if not bertopic_peer.installed():
        raise click.ClickException(bertopic_peer.INSTALL)
    import resource

    texts = pairs(int(sys.argv[2]))
    bertopic_peer.defaults(texts[:200], 0, 0)  # compiling what it compiles is not counted
    start = time.process_time()
    topics = set(bertopic_peer.defaults(texts, 0, 0).tolist())
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    click.echo(f"{seconds} {memory} {len(topics - {-1})}")


if __name__ == "__main__":
    main()
