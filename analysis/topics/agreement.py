"""How far two divisions into topics agree, and what chance alone would score."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.metrics import adjusted_mutual_info_score


def agreement(labels: Sequence[object], reference: Sequence[object]) -> float:
    """Return the adjusted mutual information of two divisions: 1 for equal, 0 for chance."""
    return float(adjusted_mutual_info_score(list(reference), list(labels)))


def neighbour_floor(
    reference: Sequence[object],
    n_topics: int,
    draws: int = 500,
    measure: Callable[[Sequence[object], Sequence[object]], float] = agreement,
) -> tuple[float, float]:
    """Return what cutting at random places would score: the floor for `chain_topics`.

    Parameters
    ----------
    reference
        The division to agree with.
    n_topics
        Number of neighbouring blocks.
    draws
        Number of random divisions; their seeds are fixed.
    measure
        Of how far two divisions agree.

    Returns
    -------
    mean, high
        The mean of the measure, and its 95th percentile.
    """
    n = len(reference)
    random = np.random.default_rng(0)
    scores = []
    for _ in range(draws):
        cuts = np.sort(random.choice(np.arange(1, n), n_topics - 1, replace=False))
        scores.append(measure(np.searchsorted(cuts, np.arange(n), side="right"), reference))
    return float(np.mean(scores)), float(np.quantile(scores, 0.95))


def random_floor(
    reference: Sequence[object],
    n_topics: int,
    draws: int = 200,
    measure: Callable[[Sequence[object], Sequence[object]], float] = agreement,
) -> tuple[float, float]:
    """Return what drawing a topic for each text would score: mean and 95th percentile."""
    random = np.random.default_rng(0)
    n = len(reference)
    scores = [measure(random.integers(0, n_topics, n), reference) for _ in range(draws)]
    return float(np.mean(scores)), float(np.quantile(scores, 0.95))
