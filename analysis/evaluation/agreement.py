"""Figures of agreement between two readings of the same cases, with intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from analysis.summaries.intervals import share_interval

Statistic = Callable[[np.ndarray, np.ndarray], float]
_ROUNDS = 1000


def macro_f1(true: np.ndarray, found: np.ndarray) -> float:
    """Return the mean F1 over the classes that occur in ``true``; nan for no cases."""
    scores = []
    for value in sorted(set(true)):
        both = ((true == value) & (found == value)).sum()
        scores.append(2 * both / ((true == value).sum() + (found == value).sum()))
    return float(np.mean(scores)) if scores else float("nan")


def accuracy(true: np.ndarray, found: np.ndarray) -> float:
    """Return the share of equal cases; nan for none."""
    return float((true == found).mean()) if len(true) else float("nan")


def weighted_kappa(place: Mapping[str, int], power: int = 1) -> Statistic:
    """Return Cohen's weighted kappa for ordered classes (Cohen 1968, Psychol. Bull. 70:213-220).

    Parameters
    ----------
    place
        The place of each class in their order.
    power
        1: disagreement weighs as the distance; 2: as its square.
    """

    def statistic(true: np.ndarray, found: np.ndarray) -> float:
        a, b = (np.array([place[v] for v in values]) for values in (true, found))
        observed = np.mean(np.abs(a - b) ** power) if len(a) else float("nan")
        expected = np.mean(np.abs(a[:, None] - b[None, :]) ** power) if len(a) else float("nan")
        return float(1 - observed / expected) if expected else float("nan")

    return statistic


def kappa(true: np.ndarray, found: np.ndarray) -> float:
    """Return Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20:37-46); nan where undefined."""
    chance = sum((true == v).mean() * (found == v).mean() for v in set(true) | set(found))
    if not len(true) or chance == 1:
        return float("nan")
    return float((accuracy(true, found) - chance) / (1 - chance))


def bootstrap(
    statistic: Statistic, true: np.ndarray, found: np.ndarray, groups: np.ndarray
) -> tuple[float, float, float]:
    """Return a statistic with a 95 % percentile interval over resampled groups.

    Parameters
    ----------
    groups
        The document of each case: cases of one document are drawn together. Where there is one
        document only, the cases themselves are drawn.

    Returns
    -------
    (float, float, float)
        Value, low, high.
    """
    if len(set(groups)) < 2:
        groups = np.arange(len(true))
    members = [np.flatnonzero(groups == group) for group in dict.fromkeys(groups)]
    random = np.random.default_rng(20231211)
    drawn = []
    for _ in range(_ROUNDS):
        rows = np.concatenate(
            [members[i] for i in random.integers(len(members), size=len(members))]
        )
        drawn.append(statistic(true[rows], found[rows]))
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return statistic(true, found), float(low), float(high)


def share(hits: int, n: int) -> tuple[float, float, float]:
    """Return a share with Wilson's 95 % interval; nan for no cases."""
    return hits / n if n else float("nan"), *share_interval(hits, n)
