"""Fitting the weights of the judgement on labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np
import pandas as pd
import yaml
from scipy.optimize import brentq, minimize
from scipy.special import expit

from analysis import codebook
from analysis.evaluation.figures import COMMAND
from analysis.evaluation.materials import SEED, Material
from analysis.measures.judgement.features import FEATURES
from analysis.measures.judgement.model import Weights
from analysis.measures.judgement.verdict import judge
from analysis.parsing.references import is_pointer_only
from analysis.text import words

PENALTY = 1.0
"""Half the squared length of the weights, times this, is added to the loss (ridge)."""

OUTCOMES = ("none", "partial", "full")
_CUTS = (0.7, 1.2)  # of 0: none, 1: partial, 2: full

# Which asks are due does not depend on the weights.
_BLANK = Weights(dict.fromkeys(FEATURES, 0.0), 0.0, 0.0)

_HEAD = """\
# The weights of the score of an ask; see analysis/measures/judgement/model.py. Made by
#   {command} --labels FOLDER [--tables FOLDER] --fit
# on {n} questions in {documents} documents, and on those without the project's own document.
"""


def examples(items: pd.DataFrame) -> pd.DataFrame:
    """Return what weights are fitted on.

    Parameters
    ----------
    items
        Rows of `Material.items`.

    Returns
    -------
    DataFrame
        ``document``, ``outcome`` (of `OUTCOMES`) and the features, each the mean over the asks that
        are due. Left out are answers that only point elsewhere: a fixed rule judges these.
    """
    kept = items[~items["answer"].map(is_pointer_only)]
    rows = pd.DataFrame(
        [_mean_features(item) for item in kept.itertuples()], columns=list(FEATURES)
    )
    rows["document"] = kept["document"].to_numpy()
    rows["outcome"] = kept["coverage"].replace({"referred": "none"}).to_numpy()
    return rows


def fitted(rows: pd.DataFrame) -> Weights:
    """Fit weights.

    The weights are those under which the labels are most likely, with a penalty on their size. The
    cuts are not fitted: they lie where the expected rank passes two fixed values.

    Parameters
    ----------
    rows
        As `examples` returns them.
    """
    x, outcomes = rows[list(FEATURES)].to_numpy(), rows["outcome"].to_numpy(dtype=object)
    # The penalty is on weights of features of equal spread, so that a rare one can weigh enough.
    spread = x.std(axis=0)
    spread[spread == 0] = 1.0
    model = _cut(_ordinal(x / spread, outcomes, FEATURES))
    weights = {
        name: float(weight / size)
        for (name, weight), size in zip(model.weights.items(), spread, strict=True)
    }
    return Weights(weights, model.partial_from, model.full_from)


def _mean_features(item: Any) -> list[float]:
    asks = judge(item.question, item.answer, item.numbers, _BLANK).asks
    due = [ask.reading.values for ask in asks if ask.due]
    return [mean(values[name] for values in due) for name in FEATURES]


def _ordinal(x: np.ndarray, outcomes: np.ndarray, features: Sequence[str]) -> Weights:
    k = x.shape[1]
    ranks = np.array([OUTCOMES.index(outcome) for outcome in outcomes])

    def loss(parameters: np.ndarray) -> float:
        slopes, first = parameters[:k], parameters[k]
        scores = x @ slopes
        none = expit(first - scores)
        full = expit(scores - first - np.exp(parameters[k + 1]))
        shares = np.column_stack([none, 1 - none - full, full])[np.arange(len(x)), ranks]
        return float(-np.log(np.clip(shares, 1e-9, 1)).sum() + PENALTY * (slopes @ slopes) / 2)

    found = minimize(loss, np.zeros(k + 2), method="L-BFGS-B").x
    low, high = float(found[k]), float(found[k] + np.exp(found[k + 1]))
    return Weights(dict(zip(features, map(float, found[:k]), strict=True)), low, high)


def _cut(model: Weights) -> Weights:
    """Put the cuts where the expected rank passes `_CUTS`.

    The likeliest class is seldom the middle one when it lies between two broad ones; so what is cut
    is the expected rank, which rises with the score.
    """
    low, high = (_score_at(model, rank) for rank in _CUTS)
    return Weights(model.weights, low, high)


def _score_at(model: Weights, rank: float) -> float:
    """Return the score at which the expected rank is this one."""

    def difference(score: float) -> float:
        return float(1 - expit(model.partial_from - score) + expit(score - model.full_from)) - rank

    return float(brentq(difference, -50, 50))


def length_only(items: pd.DataFrame, everything: pd.DataFrame) -> pd.DataFrame:
    """Guess coverage, clarity and status from the number of words of the answer alone.

    Each document is guessed from the others; where there is one only, from itself. Of the statuses
    of what gives nothing the commonest is guessed.

    Returns
    -------
    DataFrame
        ``coverage``, ``clarity`` and ``status``, one row per item, with its index.
    """
    columns = ["coverage", "clarity", "status"]
    guessed = pd.DataFrame(index=items.index, columns=columns, dtype="object")
    order = {"coverage": OUTCOMES, "clarity": CLARITY_ORDER}
    for document in items["document"].unique():
        own = items[items["document"] == document]
        others = everything[everything["document"] != document]
        others = others if len(others) else everything
        for variable, classes in order.items():
            ranks = (
                others[variable]
                .replace({"referred": "none"})
                .map(dict(zip(classes, OUTCOMES, strict=True)))
            )
            model = _cut(_ordinal(_lengths(others), ranks.to_numpy(dtype=object), ["length"]))
            for row, length in zip(own.index, _lengths(own)[:, 0], strict=True):
                outcome = model.outcome({"length": length})
                guessed.at[row, variable] = classes[OUTCOMES.index(outcome)]
        empty = others.loc[~others["status"].isin(["answered", "partly"]), "status"].mode()
        names = {"full": "answered", "partial": "partly", "none": next(iter(empty), "ignored")}
        guessed.loc[own.index, "status"] = guessed.loc[own.index, "coverage"].map(names)
    return guessed


CLARITY_ORDER = ("clear_non_reply", "ambivalent", "clear_reply")


def _lengths(items: pd.DataFrame) -> np.ndarray:
    return np.array([[math.log1p(len(words(text)))] for text in items["answer"]])


def write_weights(materials: Sequence[Material]) -> None:
    """Fit the weights on all materials, and without the project's document, and ship both."""
    everything = pd.concat([material.items for material in materials], ignore_index=True)
    others = [material.items for material in materials if material.name != SEED]
    models = {"all": fitted(examples(everything))}
    if others:
        models["without_seed"] = fitted(examples(pd.concat(others, ignore_index=True)))
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
