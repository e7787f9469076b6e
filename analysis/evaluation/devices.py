"""The devices found in answers, held against the labels of readers."""

from __future__ import annotations

import pandas as pd

from analysis.codebook.devices import SKIPPED, categories
from analysis.evaluation.figures import Figure
from analysis.evaluation.materials import Material
from analysis.measures.evasiveness import ALL_GUARDS, find_devices
from analysis.measures.guards import GUARD_NAMES, NO_GUARDS, Guards
from analysis.measures.judgement import judge
from analysis.summaries.intervals import share_interval

_NAN = float("nan")


def figures(materials: list[Material]) -> list[Figure]:
    """Return precision, recall and F1 of the devices: per tier and category, and by guard.

    A question counts as a hit of a category where its answer has the device at least once. A
    guard's row is the figure of the strong tier with that guard alone switched off.
    """
    found: list[Figure] = []
    for material in materials:
        labels = material.items["categories"].fillna("").str.split(";").map(set)
        hits = _found(material.items, ALL_GUARDS)
        for tier in ("strong", "weak"):
            codes = [entry.code for entry in categories() if entry.tier == tier]
            found += _agreement(f"{tier} tier", codes, hits, labels, material.name)
            for code in codes:
                found += _agreement(code, [code], hits, labels, material.name)
        found += _agreement(SKIPPED, [SKIPPED], _skipped(material.items), labels, material.name)
        strong = [entry.code for entry in categories() if entry.tier == "strong"]
        choices = [(f"without {name}", ALL_GUARDS.without(name)) for name in GUARD_NAMES]
        for name, guards in [*choices, ("without guards", NO_GUARDS)]:
            fewer = _found(material.items, guards)
            found += _agreement(name, strong, fewer, labels, material.name)
    return found


def _found(items: pd.DataFrame, guards: Guards) -> pd.Series:
    return pd.Series(
        [
            {
                hit.category
                for hit in find_devices(row.answer, row.question, guards, len(row.numbers) > 1)
            }
            for row in items.itertuples()
        ],
        index=items.index,
    )


def _skipped(items: pd.DataFrame) -> pd.Series:
    """Return `SKIPPED` where an ask is judged to be skipped, with the weights as they are."""
    return pd.Series(
        [
            {SKIPPED} & set(judge(row.question, row.answer, row.numbers).categories)
            for row in items.itertuples()
        ],
        index=items.index,
    )


def _agreement(
    variable: str, codes: list[str], found: pd.Series, labels: pd.Series, material: str
) -> list[Figure]:
    """Return precision, recall and F1 over the pairs of question and category."""
    pairs = [
        (code in hits, code in given)
        for hits, given in zip(found, labels, strict=True)
        for code in codes
    ]
    both = sum(hit and given for hit, given in pairs)
    n_hits = sum(hit for hit, _ in pairs)
    n_given = sum(given for _, given in pairs)
    f1 = 2 * both / (n_hits + n_given) if n_hits + n_given else _NAN
    return [
        _figure(material, variable, "precision", both, n_hits),
        _figure(material, variable, "recall", both, n_given),
        Figure("devices", material, variable, "F1", f1, _NAN, _NAN, n_hits + n_given),
    ]


def _figure(material: str, variable: str, figure: str, count: int, total: int) -> Figure:
    value = count / total if total else _NAN
    return Figure(
        "devices", material, variable, figure, value, *share_interval(count, total), total
    )
