"""Blocks of neighbours by the words that they repeat: a likelihood for each way of cutting.

Likeness asks how alike two texts are; this asks how well one mixture of words explains a block.
A block is worth more when its words come back within it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csc_array, csr_array
from scipy.special import gammaln

from analysis.topics.texts import word_matrix

CONCENTRATIONS = (0.05, 0.2, 1.0)
"""How evenly a block is expected to use words; of three the mean is taken, as none is right."""


def together_by_words(texts: Sequence[str], numbers: range) -> np.ndarray:
    """Return how often each two texts are in one block of the likeliest divisions.

    For each number of blocks the division is taken under which the words of the texts are most
    likely, when each block draws them from a mixture of its own with a Dirichlet prior (Eisenstein
    and Barzilay 2008, "Bayesian unsupervised topic segmentation"); it is found exactly, by dynamic
    programming.

    Parameters
    ----------
    texts
        In the order of the document.
    numbers
        The numbers of blocks.

    Returns
    -------
    array of shape (n, n)
        The share of the divisions, from 0 to 1, over all numbers and `CONCENTRATIONS`.
    """
    counts = csr_array(word_matrix(texts)[0], dtype=float)
    counts.eliminate_zeros()
    counts = csr_array(counts[:, np.flatnonzero(np.bincount(counts.indices, minlength=1))])
    n = len(texts)
    found = np.zeros((n, n))
    for concentration in CONCENTRATIONS:
        for blocks in likeliest(block_costs(counts, concentration), numbers):
            found += blocks[:, None] == blocks[None, :]
    return found / (len(CONCENTRATIONS) * len(numbers))


def block_costs(counts: csr_array, concentration: float) -> np.ndarray:
    """Return what each block costs: minus the logarithm of the likelihood of its words.

    The words of a block with counts c follow a Dirichlet compound multinomial; ln L = lnΓ(A) -
    lnΓ(A + Σc) + Σ [lnΓ(a + c) - lnΓ(a)], with a the concentration and A = a times the number of
    different words.

    Parameters
    ----------
    counts
        Of words, a row per text; they need not be whole numbers.
    concentration
        Of the prior, above 0.

    Returns
    -------
    array of shape (n + 1, n + 1)
        By the first text of a block and that after its last; infinite where there is no block.
    """
    n, n_words = counts.shape
    by_word = csc_array(counts)
    gains = np.zeros((n + 1, n + 1))
    for row in range(n):
        here = slice(counts.indptr[row], counts.indptr[row + 1])
        words, own = counts.indices[here], counts.data[here]
        # Of each block that ends before this text: how often it has the words of this text.
        before = by_word[:row, words].toarray()[::-1].cumsum(axis=0)[::-1]
        before = np.vstack([before, np.zeros(len(words))]) + concentration
        gains[: row + 1, row + 1] = (gammaln(before + own) - gammaln(before)).sum(axis=1)
    lengths = np.concatenate([[0.0], np.asarray(counts.sum(axis=1)).ravel().cumsum()])
    total = concentration * max(n_words, 1)
    of_lengths = gammaln(total + np.maximum(lengths[None, :] - lengths[:, None], 0))
    costs = np.round(of_lengths - gammaln(total) - gains.cumsum(axis=1), 6)
    costs[np.tril_indices(n + 1)] = np.inf
    return costs


def likeliest(costs: np.ndarray, numbers: range) -> list[np.ndarray]:
    """Return the cheapest division into each number of blocks; of equals that with early cuts.

    Parameters
    ----------
    costs
        As `block_costs` returns them.
    numbers
        The numbers of blocks, from 1 up.

    Returns
    -------
    list of array of int
        Per number the block of each text, from 0 up in order.
    """
    n = len(costs) - 1
    best, starts = np.full(n + 1, np.inf), []
    best[0] = 0.0
    for _ in range(max(numbers)):
        totals = best[:, None] + costs
        starts.append(np.argmin(totals, axis=0))
        best = totals.min(axis=0)
    found = []
    for number in numbers:
        edges = [n]
        for start in reversed(starts[:number]):
            edges.append(int(start[edges[-1]]))
        found.append(np.repeat(np.arange(number), np.diff(edges[::-1])))
    return found
