"""How sure topics are: how often their texts stay together when part of the texts is left out."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

Divide = Callable[[np.ndarray, int], np.ndarray]
"""From the places that are kept, and a number of topics, to their labels."""

DRAWS = 20
_SHARE = 0.8
_LARGEST = 500  # items per draw: the pairs of more would cost more than they tell


def stability(labels: np.ndarray, divide: Divide, draws: int = DRAWS) -> dict[int, float]:
    """Return per topic the share of its pairs that stay together in subsamples.

    Four fifths of the items (at most 500) are divided anew, into as many topics as are among them,
    ``draws`` times, with fixed seeds.

    Parameters
    ----------
    labels
        The topic of each item.
    divide
        Divides some of the items, given their places.
    draws
        How many subsamples.

    Returns
    -------
    dict
        Per topic from 0 to 1; nan for a topic of one item, or of which no two were ever drawn.
    """
    n = len(labels)
    size = min(max(2, round(n * _SHARE)), _LARGEST, n)
    together = dict.fromkeys(np.unique(labels).tolist(), 0)
    pairs = dict(together)
    for draw in range(draws):
        kept = np.sort(np.random.default_rng(draw).choice(n, size, replace=False))
        again = divide(kept, len(set(labels[kept].tolist())))
        for topic in np.unique(labels[kept]).tolist():
            new = again[labels[kept] == topic]
            pairs[topic] += len(new) * (len(new) - 1) // 2
            counts = np.bincount(new)
            together[topic] += int((counts * (counts - 1) // 2).sum())
    return {
        topic: together[topic] / pairs[topic] if pairs[topic] else float("nan") for topic in pairs
    }
