"""The figures of topics, on the document that ships with the project."""

from __future__ import annotations

from analysis.evaluation import topics
from analysis.evaluation.materials import seed_tables
from analysis.summaries.topics import topic_units


def test_the_subjects_of_the_shipped_document() -> None:
    subjects = topics.subjects(topic_units(seed_tables()))
    assert len(subjects) == 37
    assert len(set(subjects)) == 13


def test_blocks_of_neighbours_beat_their_floor() -> None:
    found = {figure.figure: figure for figure in topics.figures([])}
    best = found["adjusted mutual information"]
    assert best.value > 0.7
    assert best.low < best.value <= best.high
    assert best.value > found["floor: neighbouring blocks"].value > found["floor: random"].value
