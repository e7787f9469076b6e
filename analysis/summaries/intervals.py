"""95% intervals for counts, medians and correlations, from scipy."""

from __future__ import annotations

import numpy as np
from scipy import stats

LEVEL = 0.95

Interval = tuple[float, float]
_NONE: Interval = (float("nan"), float("nan"))


def share_interval(count: int, total: int) -> Interval:
    """Return the Wilson interval of a share.

    Returns
    -------
    (float, float)
        Between 0 and 1; nan for a total of 0.

    Notes
    -----
    Wilson (1927), as in `scipy.stats.binomtest`.
    """
    if total == 0:
        return _NONE
    interval = stats.binomtest(count, total).proportion_ci(LEVEL, method="wilson")
    return float(interval.low), float(interval.high)


def median_interval(values: np.ndarray) -> Interval:
    """Return the distribution-free interval of a median, whose ends are observed values.

    Returns
    -------
    (float, float)
        In the unit of the values; nan where there are too few for an interval of this level,
        which is so below 6.

    Notes
    -----
    Order statistics with the binomial distribution, as in `scipy.stats.quantile_test`.
    """
    if len(values) == 0:
        return _NONE
    interval = stats.quantile_test(values, p=0.5).confidence_interval(LEVEL)
    return float(interval.low), float(interval.high)


def rank_correlation(x: np.ndarray, y: np.ndarray) -> tuple[float, Interval]:
    """Return Spearman's rank correlation with an interval by Fisher's transformation.

    Returns
    -------
    correlation, interval
        From -1 to 1; nan for fewer than 4 pairs, or where one of the two does not vary.
    """
    if len(x) < 4 or len(set(x)) == 1 or len(set(y)) == 1:
        return float("nan"), _NONE
    result = stats.pearsonr(stats.rankdata(x), stats.rankdata(y))
    interval = result.confidence_interval(LEVEL)
    return float(result.statistic), (float(interval.low), float(interval.high))
