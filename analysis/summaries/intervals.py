"""95% intervals for counts, medians and correlations, from scipy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats

LEVEL = 0.95
DRAWS = 2000
FEWEST_DOCUMENTS = 8
"""With fewer documents a bootstrap knows too little of how much they differ: with five its 95%
interval covered 90% in trials."""

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


@dataclass(frozen=True, slots=True)
class ShareEstimate:
    """A share with its interval, and how that was found.

    Attributes
    ----------
    share, low, high
        Between 0 and 1; nan where there is nothing to share.
    method
        ``wilson``: one document, its questions taken as a sample; ``bootstrap``: several documents,
        drawn again as wholes; ``wilson_documents``: too few documents to draw from, or all with
        the same share: as if each document were one observation, which is wider.
    """

    share: float
    low: float
    high: float
    method: str


def document_share(hits: np.ndarray, totals: np.ndarray, squares: np.ndarray) -> ShareEstimate:
    """Return a share over documents, with an interval that takes whole documents as the unit.

    Questions of one document resemble each other, so that ten questions of one letter say less
    than ten questions of ten letters.

    Parameters
    ----------
    hits, totals, squares
        For each document the sums of the weights of the questions that count, of all its
        questions, and of the squares of these; without weights the last two are the same.

    Notes
    -----
    Bootstrap over documents (Davison and Hinkley, 1997, section 3.8), with percentiles that are
    widened for small numbers of documents (Hesterberg, 2015, 'What Teachers Should Know About the
    Bootstrap', section 5.3). For one document Wilson's interval, with Kish's effective number of
    questions where they have weights. The draws are the same each time.
    """
    used = totals > 0
    hits, totals, squares = hits[used], totals[used], squares[used]
    if not len(totals):
        return ShareEstimate(float("nan"), *_NONE, "wilson")
    share = float(hits.sum() / totals.sum())
    if len(totals) == 1:
        effective = float(totals[0] ** 2 / squares[0])
        return ShareEstimate(share, *_wilson(share, effective), "wilson")
    if len(totals) >= FEWEST_DOCUMENTS:
        draws = document_draws(len(totals))
        low, high = widened_percentiles((draws @ hits) / (draws @ totals), len(totals))
        if low < high:
            return ShareEstimate(share, low, high, "bootstrap")
    return ShareEstimate(share, *_wilson(share, len(totals)), "wilson_documents")


def document_draws(n: int) -> np.ndarray:
    """Return how often each of ``n`` documents is in each of the bootstrap's draws.

    Returns
    -------
    ndarray of float, `DRAWS` by ``n``
        Each row sums to ``n``; the same at each call.
    """
    return np.random.default_rng(0).multinomial(n, np.full(n, 1 / n), size=DRAWS).astype(float)


def widened_percentiles(estimates: np.ndarray, n: int) -> Interval:
    """Return the interval that draws of ``n`` documents give, widened for a small ``n``."""
    known = estimates[~np.isnan(estimates)]
    if n < 2 or not len(known):
        return _NONE
    quantile = stats.t.ppf((1 - LEVEL) / 2, n - 1) * np.sqrt(n / (n - 1))
    tail = float(stats.norm.cdf(quantile))
    low, high = np.quantile(known, [tail, 1 - tail])
    return float(low), float(high)


def _wilson(share: float, n: float) -> Interval:
    """Return Wilson's interval; ``n`` may be an effective number, which is no whole one."""
    z = stats.norm.ppf((1 + LEVEL) / 2)
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return float(max(middle - half, 0.0)), float(min(middle + half, 1.0))


def difference_interval(count: int, total: int, other: int, total_other: int) -> Interval:
    """Return Newcombe's interval of the difference between two shares, the first minus the other.

    Returns
    -------
    (float, float)
        Between -1 and 1; nan where one of the totals is 0.

    Notes
    -----
    Newcombe (1998), method 10, as in `statsmodels.stats.proportion.confint_proportions_2indep`.
    """
    from statsmodels.stats.proportion import confint_proportions_2indep  # slow to import

    if not total or not total_other:
        return _NONE
    low, high = confint_proportions_2indep(
        count, total, other, total_other, method="newcomb", alpha=1 - LEVEL
    )
    return float(low), float(high)


def document_median(values: np.ndarray, documents: np.ndarray) -> tuple[Interval, str | None]:
    """Return the interval of a median, with whole documents as the unit where there are several.

    Parameters
    ----------
    values, documents
        A value each, and the document that it is from.

    Returns
    -------
    interval, method
        ``order`` for one document: `median_interval`; ``bootstrap`` for `FEWEST_DOCUMENTS` and
        more. nan and null for few values, and for the numbers of documents between these: too few
        to know how much documents differ.
    """
    names, place = np.unique(documents, return_inverse=True)
    if len(names) <= 1:
        interval = median_interval(values)
        return interval, None if np.isnan(interval[0]) else "order"
    if len(names) < FEWEST_DOCUMENTS:
        return _NONE, None
    order = np.argsort(values, kind="stable")
    weights = document_draws(len(names))[:, place[order]].cumsum(axis=1)
    half = (weights >= weights[:, -1:] / 2).argmax(axis=1)
    return widened_percentiles(values[order][half].astype(float), len(names)), "bootstrap"


def document_correlation(
    x: np.ndarray, y: np.ndarray, documents: np.ndarray
) -> tuple[float, Interval, str | None]:
    """Return Spearman's rank correlation, with whole documents as the unit where there are several.

    Returns
    -------
    correlation, interval, method
        ``fisher`` for one document: `rank_correlation`; ``bootstrap`` for `FEWEST_DOCUMENTS` and
        more; nan and null between these.
    """
    correlation, interval = rank_correlation(x, y)
    names, place = np.unique(documents, return_inverse=True)
    if np.isnan(correlation) or len(names) <= 1:
        return correlation, interval, None if np.isnan(interval[0]) else "fisher"
    if len(names) < FEWEST_DOCUMENTS:
        return correlation, _NONE, None
    ranks = stats.rankdata(x), stats.rankdata(y)
    # Ranks stay those of all: only the weights of documents are drawn again.
    weights = document_draws(len(names))[:, place]
    weights /= weights.sum(axis=1, keepdims=True)
    means = [weights @ rank for rank in ranks]
    products = weights @ (ranks[0] * ranks[1]) - means[0] * means[1]
    spread = [
        np.sqrt(np.maximum(weights @ rank**2 - mean**2, 0))
        for rank, mean in zip(ranks, means, strict=True)
    ]
    with np.errstate(invalid="ignore", divide="ignore"):  # a draw in which one does not vary
        drawn = products / (spread[0] * spread[1])
    return correlation, widened_percentiles(drawn, len(names)), "bootstrap"
