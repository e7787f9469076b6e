"""Fitting the weights of the judgement on labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd
import yaml
from scipy.optimize import minimize
from scipy.special import expit

from analysis import codebook
from analysis.evaluation.figures import COMMAND
from analysis.evaluation.materials import SEED, Material
from analysis.measures.judgement.features import FEATURES
from analysis.measures.judgement.model import Weights
from analysis.measures.judgement.verdict import judge
from analysis.text import words

PENALTY = 1.0
"""Half the squared length of the weights, times this, is added to the loss (ridge)."""

_HEAD = """\
# The weights of the score of an ask; see analysis/measures/judgement/model.py. Made by
#   {command} --labels FOLDER [--tables FOLDER] --fit
# on {n} questions in {documents} documents, and on those without the project's own document.
"""


def fitted(items: pd.DataFrame, features: Sequence[str] = FEATURES) -> Weights:
    """Fit weights on labelled questions.

    The labels say how many of the asks that are due were answered fully, partly and not at all,
    not which ones: each ask of a question gets these shares as its target. A question weighs the
    same however many asks it has.

    Parameters
    ----------
    items
        Rows of `Material.items`.
    features
        Names of the features to use; the others get no weight.
    """
    rows, targets, weights = [], [], []
    for item in items.itertuples():
        asks = [ask for ask in judge(item.question, item.answer, item.numbers).asks if ask.due]
        shares = np.array([item.asks_none, item.asks_partial, item.asks_full], dtype=float)
        if not asks or not shares.sum():
            continue
        rows += [[ask.reading.values[name] for name in features] for ask in asks]
        targets += [shares / shares.sum()] * len(asks)
        weights += [1 / len(asks)] * len(asks)
    return _ordinal(np.array(rows), np.array(targets), np.array(weights), features)


def _ordinal(
    x: np.ndarray, targets: np.ndarray, weights: np.ndarray, features: Sequence[str]
) -> Weights:
    k = x.shape[1]

    def loss(parameters: np.ndarray) -> float:
        slopes, first = parameters[:k], parameters[k]
        scores = x @ slopes
        none = expit(first - scores)
        full = expit(scores - first - np.exp(parameters[k + 1]))
        shares = np.clip(np.column_stack([none, 1 - none - full, full]), 1e-9, 1)
        return float(
            -(weights[:, None] * targets * np.log(shares)).sum() + PENALTY * (slopes @ slopes) / 2
        )

    found = minimize(loss, np.zeros(k + 2), method="L-BFGS-B").x
    low, high = float(found[k]), float(found[k] + np.exp(found[k + 1]))
    return Weights(dict(zip(features, map(float, found[:k]), strict=True)), low, high)


def length_only(items: pd.DataFrame, everything: pd.DataFrame) -> pd.DataFrame:
    """Guess coverage and clarity from the number of words of the answer alone.

    Each document is guessed from the others; where there is one only, from itself.

    Returns
    -------
    DataFrame
        ``coverage`` and ``clarity``, one row per item, with its index.
    """
    guessed = pd.DataFrame(index=items.index, columns=["coverage", "clarity"], dtype="object")
    order = {"coverage": ("none", "partial", "full"), "clarity": CLARITY_ORDER}
    for document in items["document"].unique():
        own = items[items["document"] == document]
        others = everything[everything["document"] != document]
        others = others if len(others) else everything
        for variable, classes in order.items():
            ranks = others[variable].replace({"referred": "none"}).map(classes.index)
            targets = np.eye(3)[ranks.to_numpy()]
            model = _ordinal(_lengths(others), targets, np.ones(len(others)), ["length"])
            for row, length in zip(own.index, _lengths(own)[:, 0], strict=True):
                outcome = model.outcome({"length": length})
                guessed.at[row, variable] = classes[("none", "partial", "full").index(outcome)]
    return guessed


CLARITY_ORDER = ("clear_non_reply", "ambivalent", "clear_reply")


def _lengths(items: pd.DataFrame) -> np.ndarray:
    return np.array([[math.log1p(len(words(text)))] for text in items["answer"]])


def write_weights(materials: Sequence[Material]) -> None:
    """Fit the weights on all materials, and without the project's document, and ship both."""
    everything = pd.concat([material.items for material in materials], ignore_index=True)
    others = [material.items for material in materials if material.name != SEED]
    models = {"all": fitted(everything)}
    if others:
        models["without_seed"] = fitted(pd.concat(others, ignore_index=True))
    data = codebook.load("judgement")
    for name, weights in models.items():
        data["models"][name] = {
            "weights": {key: round(value, 3) for key, value in weights.weights.items()},
            "partial_from": round(weights.partial_from, 3),
            "full_from": round(weights.full_from, 3),
        }
    documents = everything["document"].nunique()
    head = _HEAD.format(command=COMMAND, n=len(everything), documents=documents)
    path = Path(str(files("analysis.codebook").joinpath("judgement.yml")))
    path.write_text(head + yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
