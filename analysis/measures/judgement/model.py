"""A linear score, cut in three: answered not at all, partly, fully.

The score of an ask is the sum of its features, each times its weight; that of a question is the
mean of its asks. The weights and the two cuts stand in ``analysis/codebook/judgement.yml`` with the
command that fitted them, as an ordinal logistic model with proportional odds (McCullagh 1980, J. R.
Stat. Soc. B 42:109-142): one weight per feature, the same for both cuts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from analysis import codebook

Outcome = Literal["full", "partial", "none"]


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: a weight per feature, and the scores where partial and full begin."""

    weights: dict[str, float]
    partial_from: float
    full_from: float

    def score(self, values: Mapping[str, float]) -> float:
        """Return the score of an ask with these features."""
        return sum(weight * values[name] for name, weight in self.weights.items())

    def outcome(self, values: Mapping[str, float]) -> Outcome:
        """Return what an ask with these features got."""
        return self.cut(self.score(values))

    def cut(self, score: float) -> Outcome:
        """Return what a score stands for."""
        if score >= self.full_from:
            return "full"
        return "partial" if score >= self.partial_from else "none"


@cache
def shipped(name: str = "all") -> Weights:
    """Return weights of the project; read once per process.

    Parameters
    ----------
    name
        ``all``: fitted on all labels; ``without_seed``: without those of the project's document,
        to be held against them.
    """
    data = codebook.load("judgement")["models"][name]
    return Weights(data["weights"], data["partial_from"], data["full_from"])
