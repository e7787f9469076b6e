"""The judgement of answers, held against the labels of readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from analysis.codebook.classes import JUDGED
from analysis.evaluation import agreement
from analysis.evaluation.figures import Figure
from analysis.evaluation.fitting import examples, fitted, length_only
from analysis.evaluation.materials import Material
from analysis.measures.judgement import judge
from analysis.measures.judgement.model import Weights, shipped

ORDERS = {
    "coverage": ("referred", "none", "partial", "full"),
    "clarity": ("clear_non_reply", "ambivalent", "clear_reply"),
    "status": JUDGED,
}
"""The classes of each variable."""

RANKS = {
    "coverage": {"referred": 0, "none": 0, "partial": 1, "full": 2},
    "clarity": {"clear_non_reply": 0, "ambivalent": 1, "clear_reply": 2},
    "status": {status: {"answered": 2, "partly": 1}.get(status, 0) for status in JUDGED},
}
"""Their places for a weighted kappa; strictly, an answer that only refers gives nothing. Statuses
have no order but that: all, part, nothing."""

LINEAR, QUADRATIC = "kappa, linear weights", "kappa, quadratic weights"

Numbers = tuple[float, float, float]
_NAN = float("nan")


def figures(materials: list[Material]) -> list[Figure]:
    """Return how the judgement agrees with the labels, document by document left out.

    With the labels of several documents, each is judged with weights that were fitted on the
    others. With those of the project's document alone it is judged with the shipped weights that
    never saw it.
    """
    found: list[Figure] = []
    for material, judged in zip(materials, left_out(materials), strict=True):
        found += compared("judgement", material, judged)
        found += _baselines(material, materials)
    return found


def left_out(materials: Sequence[Material]) -> list[pd.DataFrame]:
    """Judge each material with weights that its documents had no part in.

    Returns
    -------
    list of DataFrame
        Per material, one row per item in their order: as `judged` returns.
    """
    if len(materials) == 1:
        return [judged(materials[0].items, shipped("without_seed"))]
    everything = pd.concat([material.items for material in materials], ignore_index=True)
    parts = {
        document: judged(everything[everything["document"] == document], weights)
        for document, weights in _folds(everything)
    }
    whole = pd.concat(parts.values())
    result, at = [], 0
    for material in materials:
        result.append(whole.loc[range(at, at + len(material.items))].reset_index(drop=True))
        at += len(material.items)
    return result


def _folds(everything: pd.DataFrame) -> list[tuple[str, Weights]]:
    rows = examples(everything)
    return [
        (document, fitted(rows[rows["document"] != document]))
        for document in everything["document"].unique()
    ]


def judged(items: pd.DataFrame, weights: Weights) -> pd.DataFrame:
    """Judge items with some weights; one row per item, with its index."""
    rows = []
    for item in items.itertuples():
        found = judge(item.question, item.answer, item.numbers, weights)
        rows.append(
            {
                "coverage": found.coverage,
                "clarity": found.clarity,
                "status": found.status,
                "categories": ";".join(found.categories),
                "n_asks": len(found.asks),
            }
        )
    return pd.DataFrame(rows, index=items.index)


def compared(instrument: str, material: Material, other: pd.DataFrame) -> list[Figure]:
    """Return the figures of agreement of some judgements with the labels of a material.

    Parameters
    ----------
    instrument
        Name for the figures.
    other
        One row per item, in the order of the items: ``coverage``, ``clarity``, ``status``,
        ``n_asks``.
    """
    items = material.items
    found = []
    for variable in ORDERS:
        for name, numbers in _agreement(variable, items, other):
            found.append(Figure(instrument, material.name, variable, name, *numbers, len(items)))
        found += _per_class(instrument, material, variable, other)
    distance = np.abs(items["n_asks"].to_numpy() - other["n_asks"].to_numpy())
    for limit, name in ((0, "share equal"), (1, "share within one")):
        numbers = agreement.share(int((distance <= limit).sum()), len(items))
        found.append(Figure(instrument, material.name, "n_asks", name, *numbers, len(items)))
    return found


def _agreement(
    variable: str, items: pd.DataFrame, other: pd.DataFrame
) -> Iterator[tuple[str, Numbers]]:
    """Yield the figures on all classes of a variable together."""
    true, said = _values(items, variable), _values(other, variable)
    statistics = {
        "macro-F1": agreement.macro_f1,
        "kappa": agreement.kappa,
        LINEAR: agreement.weighted_kappa(RANKS[variable], 1),
        QUADRATIC: agreement.weighted_kappa(RANKS[variable], 2),
    }
    for name, statistic in statistics.items():
        yield name, agreement.bootstrap(statistic, true, said, items["document"].to_numpy())
    yield "share equal", agreement.share(int((true == said).sum()), len(true))


def _per_class(
    instrument: str, material: Material, variable: str, other: pd.DataFrame
) -> Iterator[Figure]:
    """Yield precision, recall and F1 of each class, and which classes it was taken for."""
    true, said = _values(material.items, variable), _values(other, variable)
    for value in ORDERS[variable]:
        is_true, is_said = true == value, said == value
        both = int((is_true & is_said).sum())
        name = f"{variable} {value}"
        rows = [
            ("precision", agreement.share(both, int(is_said.sum())), int(is_said.sum())),
            ("recall", agreement.share(both, int(is_true.sum())), int(is_true.sum())),
        ]
        total = int(is_true.sum() + is_said.sum())
        f1 = 2 * both / total if total else float("nan")
        rows.append(("F1", (f1, _NAN, _NAN), int(is_true.sum())))
        rows += [
            (
                f"judged {taken}",
                (float((is_true & (said == taken)).sum()), _NAN, _NAN),
                int(is_true.sum()),
            )
            for taken in ORDERS[variable]
        ]
        for figure, numbers, n in rows:
            yield Figure(instrument, material.name, name, figure, *numbers, n)


def _baselines(material: Material, materials: Sequence[Material]) -> list[Figure]:
    """Return the same figures for who always names the commonest class, or looks at length only."""
    everything = pd.concat([m.items for m in materials], ignore_index=True)
    found = []
    for name, guess in (("majority class", _majority), ("length only", length_only)):
        guessed = guess(material.items, everything)
        for variable in RANKS:
            for figure, numbers in _agreement(variable, material.items, guessed):
                found.append(Figure(name, material.name, variable, figure, *numbers, len(guessed)))
    return found


def _majority(items: pd.DataFrame, everything: pd.DataFrame) -> pd.DataFrame:
    guessed = {variable: everything[variable].mode().iloc[0] for variable in RANKS}
    return pd.DataFrame(guessed, index=items.index)


def _values(frame: pd.DataFrame, variable: str) -> np.ndarray:
    return frame[variable].to_numpy(dtype=object)
