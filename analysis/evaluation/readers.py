"""How far two readers of the same questions agree: what an instrument cannot be held to exceed."""

from __future__ import annotations

from analysis.evaluation.figures import Figure
from analysis.evaluation.judgement import compared
from analysis.evaluation.materials import Material


def figures(materials: list[Material]) -> list[Figure]:
    """Return the agreement of the second reading with the first, where there is one."""
    found: list[Figure] = []
    for material in materials:
        if material.second is None:
            continue
        both = material.items[material.items["id"].isin(material.second["id"])]
        second = material.second.set_index("id").loc[both["id"]].reset_index()
        first = Material(material.name, both.reset_index(drop=True))
        found += compared("second reading", first, second)
    return found
