"""Topics, held against the headings of a document, and against which document a question is of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from sklearn.metrics import adjusted_rand_score

from analysis.evaluation.composed import composed
from analysis.evaluation.figures import Figure
from analysis.evaluation.materials import SEED, Material, seed_tables
from analysis.summaries.topics import topic_units
from analysis.topics import agreement, loose_topics, neighbour_floor, random_floor
from analysis.topics.chain import consensus_of, cut, usual_number
from analysis.topics.division import divide_table
from analysis.topics.stability import stability

SPLIT_AT = {"Kerncompetenties overheidsmedewerkers": (28, 38)}
"""Headings of the project's document whose subject changes without a heading: where it does."""

COMPOSED = "composed documents"
"""Documents made of sections of the project's document in another order."""

_NAN = float("nan")
_ORDERS = 20
_DRAWS = 200  # of a floor, over all documents
Measure = Callable[[Sequence[object], Sequence[object]], float]


@dataclass(frozen=True)
class _Document:
    """A document in order: its answers, the subject of each, and their consensus."""

    answers: np.ndarray
    wanted: list[str]
    consensus: np.ndarray

    def without(self, answer: str | None = None) -> tuple[np.ndarray, list[str]]:
        """Return topics, in the number of the subjects, and subjects; an answer left out."""
        kept = np.flatnonzero(self.answers != answer)
        wanted = [self.wanted[at] for at in kept]
        return cut(self.consensus[np.ix_(kept, kept)], len(set(wanted))), wanted


def figures(materials: list[Material]) -> list[Figure]:
    """Return how topics agree with the subjects that are known.

    For the project's document, and documents composed of its sections in another order, these are
    its headings (`subjects`); for other documents loose questions are divided, and the document of
    each is its subject.
    """
    units = seed_units()
    found = _of_documents(SEED, "of one document", [units])
    same = same_by_order(units)
    found.append(Figure("topics", SEED, "of one document", _same(), same, _NAN, _NAN, len(units)))
    documents = composed(units)
    found += _of_documents(COMPOSED, f"mean of {len(documents)}", documents)
    for material in materials:
        if material.name != SEED and material.items["document"].nunique() > 1:
            found += _of_loose_questions(material)
    return found


def figures_with_embeddings(materials: list[Material]) -> list[Figure]:
    """Return the agreement where the optional multilingual model is used too; see `figures`.

    Raises
    ------
    AnalysisError
        Where the extra ``embeddings`` is not installed.
    """
    units = seed_units()
    row = _read(units, embeddings=True)
    divided = [
        (SEED, "of one document", row.wanted, row.without()[0], "yes"),
        (SEED, "of one document", row.wanted, _of_itself(row), "no"),
    ]
    for material in materials:
        if material.name != SEED and material.items["document"].nunique() > 1:
            texts, wanted = list(material.items["question"]), list(material.items["document"])
            for number, known in ((None, "no"), (len(set(wanted)), "yes")):
                labels = loose_topics(texts, number, embeddings=True).labels
                divided.append((material.name, "loose questions", wanted, labels, known))
    return [
        Figure(
            "topics with embeddings",
            name,
            variable,
            f"number of topics known: {known}",
            agreement(list(labels), wanted),
            _NAN,
            _NAN,
            len(wanted),
        )
        for name, variable, wanted, labels, known in divided
    ]


def seed_units() -> pd.DataFrame:
    """Return the texts of the project's document, with their ``subject``."""
    units = topic_units(seed_tables())
    return units.assign(subject=subjects(units))


def subjects(units: pd.DataFrame) -> list[str]:
    """Return the subject of each unit: its heading, split where `SPLIT_AT` says so."""
    number = units["questions"].str.extract(r"^(\d+)", expand=False).astype(int)
    parts = [
        sum(at >= edge for edge in SPLIT_AT.get(heading, ()))
        for heading, at in zip(units["heading"], number, strict=True)
    ]
    return [f"{heading} {part}" for heading, part in zip(units["heading"], parts, strict=True)]


def _of_documents(material: str, variable: str, documents: Sequence[pd.DataFrame]) -> list[Figure]:
    """Return the figures of documents in order, as means over the documents."""
    rows = [_read(units) for units in documents]
    answers = sorted({answer for row in rows for answer in row.answers})

    def mean(measure: Measure, answer: str | None = None) -> float:
        pairs = [row.without(answer) for row in rows]
        return float(np.mean([measure(list(found), wanted) for found, wanted in pairs]))

    def floor(draw: Callable[..., tuple[float, float]], measure: Measure) -> float:
        draws = _DRAWS // len(rows)
        floors = [draw(row.wanted, len(set(row.wanted)), draws, measure)[0] for row in rows]
        return float(np.mean(floors))

    own = [agreement(list(_of_itself(row)), row.wanted) for row in rows]
    found: list[tuple[str, float, float, float]] = []
    for name, measure, of in (
        ("adjusted mutual information", agreement, "floor"),
        ("adjusted Rand", rand, "Rand floor"),
    ):
        value = mean(measure)
        left = [mean(measure, answer) for answer in answers]
        found += [
            (name, value, *_jackknife(left, value)),
            (f"{of}: neighbouring blocks", floor(neighbour_floor, measure), _NAN, _NAN),
            (f"{of}: random", floor(random_floor, measure), _NAN, _NAN),
        ]
    found.insert(1, ("number of topics known: no", float(np.mean(own)), _NAN, _NAN))
    found.append(("stability", float(np.mean([_stability(row) for row in rows])), _NAN, _NAN))
    return [Figure("topics", material, variable, *row, len(answers)) for row in found]


def _of_itself(row: _Document) -> np.ndarray:
    """Return the topics in the number that the texts show of themselves."""
    return cut(row.consensus, usual_number(row.consensus))


def _read(units: pd.DataFrame, embeddings: bool = False) -> _Document:
    consensus = consensus_of(list(units["question"]), list(units["answer"]), embeddings)
    return _Document(units["answer_id"].to_numpy(), list(units["subject"]), consensus)


def _stability(row: _Document) -> float:
    """Return the mean stability of the topics; those of one text have none."""

    def again(kept: np.ndarray, number: int) -> np.ndarray:
        return cut(row.consensus[np.ix_(kept, kept)], number)

    return float(np.nanmean(list(stability(row.without()[0], again).values())))


def _of_loose_questions(material: Material) -> list[Figure]:
    texts, wanted = list(material.items["question"]), list(material.items["document"])
    labels = loose_topics(texts).labels
    known = loose_topics(texts, len(set(wanted))).labels
    rows = [
        ("adjusted mutual information", agreement(list(labels), wanted)),
        ("number of topics known: yes", agreement(list(known), wanted)),
        ("adjusted Rand", rand(list(labels), wanted)),
        ("floor: random", random_floor(wanted, len(set(wanted)))[0]),
        (_same(), same_in_other_orders(texts, labels)),
    ]
    return [
        Figure("topics", material.name, "loose questions", name, value, _NAN, _NAN, len(texts))
        for name, value in rows
    ]


def rand(labels: Sequence[object], reference: Sequence[object]) -> float:
    """Return the adjusted Rand index of two divisions: 1 for equal, 0 for chance."""
    return float(adjusted_rand_score(list(reference), list(labels)))


def same_by_order(units: pd.DataFrame) -> float:
    """Return the lowest adjusted Rand with the topics of rows in shuffled orders and other seeds.

    Where the place of each text in its document is given, the order of the rows says nothing.
    """
    frame = units[["question", "answer"]].rename(columns={"question": "text"})
    frame = frame.assign(id=units["answer_id"], order=range(len(units)))
    wanted, scores = divide_table(frame)["topic"], []
    for seed in range(_ORDERS):
        order = np.random.default_rng(seed).permutation(len(frame))
        again = divide_table(frame.iloc[order].reset_index(drop=True))["topic"]
        scores.append(rand(list(again), list(wanted.iloc[order])))
    return min(scores)


def same_in_other_orders(texts: Sequence[str], labels: np.ndarray) -> float:
    """Return the lowest adjusted Rand with the topics of the texts in shuffled orders."""
    scores = []
    for seed in range(_ORDERS):
        order = np.random.default_rng(seed).permutation(len(texts))
        again = loose_topics([texts[at] for at in order]).labels
        scores.append(rand(list(again), list(labels[order])))
    return min(scores)


def _same() -> str:
    return f"same in {_ORDERS} orders"


def _jackknife(left: Sequence[float], value: float) -> tuple[float, float]:
    """Return the 95 % interval from the values with an answer left out (Efron and Stein 1981)."""
    n, values = len(left), np.array(left)
    error = float(np.sqrt((n - 1) / n * ((values - values.mean()) ** 2).sum()))
    return max(value - 1.96 * error, -1.0), min(value + 1.96 * error, 1.0)
