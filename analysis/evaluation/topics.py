"""Topics, held against the headings of a document, and against which document a question is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score

from analysis.evaluation.figures import Figure
from analysis.evaluation.materials import SEED, Material, seed_tables
from analysis.summaries.topics import topic_units
from analysis.topics import agreement, loose_topics, neighbour_floor, random_floor
from analysis.topics.chain import consensus_of, cut, usual_number

SPLIT_AT = {"Kerncompetenties overheidsmedewerkers": (28, 38)}
"""Headings of the project's document whose subject changes without a heading: where it does."""

_NAN = float("nan")
_ORDERS = 20


def figures(materials: list[Material]) -> list[Figure]:
    """Return how topics agree with the subjects that are known.

    For the project's document these are its headings (`subjects`); for other documents loose
    questions are divided, and the document of each is its subject.
    """
    found = _of_one_document()
    for material in materials:
        if material.name != SEED and material.items["document"].nunique() > 1:
            found += _of_loose_questions(material)
    return found


def subjects(units: pd.DataFrame) -> list[str]:
    """Return the subject of each unit: its heading, split where `SPLIT_AT` says so."""
    number = units["questions"].str.extract(r"^(\d+)", expand=False).astype(int)
    parts = [
        sum(at >= edge for edge in SPLIT_AT.get(heading, ()))
        for heading, at in zip(units["heading"], number, strict=True)
    ]
    return [f"{heading} {part}" for heading, part in zip(units["heading"], parts, strict=True)]


def _of_one_document() -> list[Figure]:
    units = topic_units(seed_tables())
    wanted = subjects(units)
    number = len(set(wanted))
    consensus = consensus_of(list(units["question"]), list(units["answer"]))
    labels = cut(consensus, number)

    def without(at: int) -> float:
        kept = np.delete(np.arange(len(wanted)), at)
        left = [wanted[place] for place in kept]
        return agreement(list(cut(consensus[np.ix_(kept, kept)], len(set(left)))), left)

    low, high = _jackknife(without, len(wanted), agreement(list(labels), wanted))
    own = cut(consensus, usual_number(consensus))
    rows = [
        ("adjusted mutual information", agreement(list(labels), wanted), low, high),
        ("number of topics known: no", agreement(list(own), wanted), _NAN, _NAN),
        ("adjusted Rand", float(adjusted_rand_score(wanted, labels)), _NAN, _NAN),
        ("floor: neighbouring blocks", neighbour_floor(wanted, number)[0], _NAN, _NAN),
        ("floor: random", random_floor(wanted, number)[0], _NAN, _NAN),
    ]
    return [Figure("topics", SEED, "of one document", *row, len(wanted)) for row in rows]


def _of_loose_questions(material: Material) -> list[Figure]:
    texts, wanted = list(material.items["question"]), list(material.items["document"])
    labels = loose_topics(texts).labels
    known = loose_topics(texts, len(set(wanted))).labels
    rows = [
        ("adjusted mutual information", agreement(list(labels), wanted)),
        ("number of topics known: yes", agreement(list(known), wanted)),
        ("adjusted Rand", float(adjusted_rand_score(wanted, labels))),
        ("floor: random", random_floor(wanted, len(set(wanted)))[0]),
        (f"same in {_ORDERS} orders", same_in_other_orders(texts, labels)),
    ]
    return [
        Figure("topics", material.name, "loose questions", name, value, _NAN, _NAN, len(texts))
        for name, value in rows
    ]


def same_in_other_orders(texts: Sequence[str], labels: np.ndarray) -> float:
    """Return the lowest adjusted Rand with the topics of the texts in shuffled orders."""
    scores = []
    for seed in range(_ORDERS):
        order = np.random.default_rng(seed).permutation(len(texts))
        again = loose_topics([texts[at] for at in order]).labels
        scores.append(adjusted_rand_score(labels[order], again))
    return float(min(scores))


def _jackknife(without: Callable[[int], float], n: int, value: float) -> tuple[float, float]:
    """Return the 95 % interval by leaving out one answer at a time (Efron and Stein 1981)."""
    left = np.array([without(at) for at in range(n)])
    error = float(np.sqrt((n - 1) / n * ((left - left.mean()) ** 2).sum()))
    return max(value - 1.96 * error, -1.0), min(value + 1.96 * error, 1.0)
