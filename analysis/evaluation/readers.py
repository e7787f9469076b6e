"""How far two readers of the same questions agree: what an instrument cannot be held to exceed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.evaluation.agreement import bootstrap, kappa
from analysis.evaluation.figures import Figure
from analysis.evaluation.judgement import compared
from analysis.evaluation.materials import Material

NAME = "second reading"


def figures(materials: list[Material]) -> list[Figure]:
    """Return the agreement of the second reading with the first, where there is one."""
    found: list[Figure] = []
    for material in materials:
        if material.second is None:
            continue
        both = material.items[material.items["id"].isin(material.second["id"])]
        second = material.second.set_index("id").loc[both["id"]].reset_index()
        first = Material(material.name, both.reset_index(drop=True))
        found += compared(NAME, first, second)
        found += _categories(first, second)
    return found


def _categories(first: Material, second: pd.DataFrame) -> Iterator[Figure]:
    """Yield kappa on whether a category is present, over all categories together and for each."""
    one, other = (frame["categories"].str.split(";").map(set) for frame in (first.items, second))
    codes = sorted(set().union(*one, *other) - {""})
    present = {
        code: tuple(np.array([code in found for found in sets]) for sets in (one, other))
        for code in codes
    }
    questions = np.arange(len(one))
    pooled = tuple(np.concatenate([pair[i] for pair in present.values()]) for i in (0, 1))
    groups = np.tile(questions, len(codes))
    numbers = bootstrap(kappa, *pooled, groups)
    yield Figure(NAME, first.name, "categories", "kappa", *numbers, len(questions))
    for code, pair in present.items():
        value = (kappa(*pair), float("nan"), float("nan"))
        yield Figure(NAME, first.name, f"category {code}", "kappa", *value, len(questions))
