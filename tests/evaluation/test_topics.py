"""The figures of topics, on the document that ships with the project."""

from __future__ import annotations

import pytest

from analysis.evaluation import topics
from analysis.evaluation.composed import composed
from analysis.evaluation.figures import Figure
from analysis.evaluation.materials import SEED, seed_tables
from analysis.summaries.topics import topic_units


def test_the_subjects_of_the_shipped_document() -> None:
    subjects = topics.subjects(topic_units(seed_tables()))
    assert len(subjects) == 37
    assert len(set(subjects)) == 13


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Figure]:
    return {(figure.material, figure.figure): figure for figure in topics.figures([])}


@pytest.mark.parametrize("material", [SEED, topics.COMPOSED])
def test_blocks_of_neighbours_beat_their_floors(
    found: dict[tuple[str, str], Figure], material: str
) -> None:
    for figure, floor in (
        ("adjusted mutual information", "floor"),
        ("adjusted Rand", "Rand floor"),
    ):
        best = found[material, figure]
        assert best.low < best.value <= best.high
        blocks, random = (
            found[material, f"{floor}: {of}"].value for of in ("neighbouring blocks", "random")
        )
        assert best.value > blocks + 0.1 > random + 0.2
    assert 0.9 < found[material, "stability"].value <= 1


def test_the_order_of_rows_says_nothing(found: dict[tuple[str, str], Figure]) -> None:
    assert found[SEED, "same in 20 orders"].value == 1


def test_composed_documents_keep_subjects_together() -> None:
    units = topics.seed_units()
    documents = composed(units)
    assert len({tuple(document["answer_id"]) for document in documents}) == len(documents)
    for document in documents:
        subject = document["subject"]
        assert (subject != subject.shift()).sum() == subject.nunique() == 9
