"""Blocks by the words that they repeat, held against likelihoods counted by hand."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import factorial, log

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis.topics.segments import block_costs, likeliest, together_by_words


def test_the_cost_of_a_block_is_the_likelihood_of_its_words() -> None:
    # With a concentration of 1 and three words: Γ(3) / Γ(3 + total) times the factorials.
    counts = csr_array([[2.0, 0, 1], [1, 0, 0]])
    costs = block_costs(counts, 1.0)
    assert costs[0, 1] == pytest.approx(-log(2 * 2 / factorial(5)))
    assert costs[0, 2] == pytest.approx(-log(2 * factorial(3) / factorial(6)))
    assert costs[1, 2] == pytest.approx(-log(2 / factorial(3)))
    assert np.isinf(costs[1, 1])


def test_no_other_division_is_cheaper() -> None:
    random = np.random.default_rng(3)
    costs = np.triu(random.random((8, 8)), 1)
    costs[np.tril_indices(8)] = np.inf
    divided = likeliest(costs, range(1, 8))
    for number, blocks in enumerate(divided, 1):
        edges = [0, *np.flatnonzero(np.diff(blocks)) + 1, 7]
        every = [[0, *cuts, 7] for cuts in combinations(range(1, 7), number - 1)]
        cheapest = min(sum(costs[a, b] for a, b in pairwise(e)) for e in every)
        assert len(set(blocks.tolist())) == number
        assert sum(costs[a, b] for a, b in pairwise(edges)) == cheapest


def test_neighbours_that_repeat_words_are_together_and_others_are_not() -> None:
    texts = ["haring op zee", "zee vol haring", "treinen op het spoor", "spoor vol treinen"]
    together = together_by_words(texts, range(2, 3))
    assert together[0, 1] == together[2, 3] == 1
    assert together[1, 2] == 0


def test_texts_without_a_word() -> None:
    assert together_by_words(["...", "???", "!!!"], range(1, 3)).shape == (3, 3)
