"""Broad topics by the dictionary, held against the topics that readers gave to question sets."""

from __future__ import annotations

from analysis.evaluation.figures import Figure
from analysis.evaluation.materials import Material
from analysis.summaries.intervals import share_interval
from analysis.topics.dictionary import broad_topic


def figures(materials: list[Material]) -> list[Figure]:
    """Return how often the dictionary is right, how often it is unsure, and right where it is sure.

    Unsure is not right. A second topic that the reader allowed counts in the last figure only.
    Materials without labels of broad topics have no figures.
    """
    found: list[Figure] = []
    for material in materials:
        sets = material.broad
        if sets is None:
            continue
        codes = [broad_topic(text).code for text in sets["text"]]
        told = list(zip(codes, sets["code"], sets["also"], strict=True))
        sure = sum(code is not None for code in codes)
        right = sum(code == first for code, first, _ in told)
        allowed = sum(code in {first, *also} for code, first, also in told)
        for name, count, total in (
            ("share equal", right, len(codes)),
            ("share unsure", len(codes) - sure, len(codes)),
            ("precision", right, sure),
            ("precision, a second topic allowed", allowed, sure),
        ):
            value = count / total if total else float("nan")
            interval = share_interval(count, total)
            found.append(
                Figure(
                    "broad topics", material.name, "question sets", name, value, *interval, total
                )
            )
    return found
