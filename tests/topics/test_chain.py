"""Topics of made-up texts whose topics are known."""

from __future__ import annotations

import numpy as np
import pytest

from analysis.errors import AnalysisError
from analysis.topics import (
    TooFewTexts,
    agreement,
    chain_topics,
    neighbour_floor,
    topic_terms,
    topic_words,
)
from analysis.topics.chain import MOST_TEXTS

FISH = ["vissers vangen haring", "haring en vissers op zee", "zee vol haring", "vissers op zee"]
RAIL = [
    "treinen rijden op het spoor",
    "spoor en treinen",
    "treinen op spoor",
    "spoor treinen rijden",
]


def test_neighbours_with_the_same_words_are_one_topic() -> None:
    assert chain_topics([*FISH, *RAIL], 2).tolist() == [0] * 4 + [1] * 4


def test_a_topic_is_made_of_neighbours_only() -> None:
    labels = chain_topics([*FISH[:2], *RAIL[:2], *FISH[2:], *RAIL[2:]], 4).tolist()
    assert labels == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize("n_topics", [1, 8])
def test_from_one_topic_to_one_for_each_text(n_topics: int) -> None:
    labels = chain_topics([*FISH, *RAIL], n_topics).tolist()
    assert sorted(set(labels)) == list(range(n_topics))
    assert labels == sorted(labels)


def test_too_few_texts() -> None:
    with pytest.raises(TooFewTexts, match="7 texts are too few"):
        chain_topics(FISH + RAIL[:3], 2)


@pytest.mark.parametrize("n_topics", [0, 9])
def test_a_number_of_topics_out_of_range(n_topics: int) -> None:
    with pytest.raises(AnalysisError, match="1 to 8"):
        chain_topics([*FISH, *RAIL], n_topics)


def test_terms_set_a_topic_apart() -> None:
    terms = topic_terms([*FISH, *RAIL], ["fish"] * 4 + ["rail"] * 4, 3)
    words = terms.groupby("topic")["term"].apply(set).to_dict()
    assert words == {
        "fish": {"haring", "vissers", "zee"},
        "rail": {"treinen", "spoor", "rijden"},
    }
    assert terms.groupby("topic")["rank"].apply(list).to_dict() == {
        "fish": [1, 2, 3],
        "rail": [1, 2, 3],
    }


def test_stop_words_tell_no_topic() -> None:
    assert topic_words("Deelt het kabinet de mening dat de zee niet leeg is?") == ["zee", "leeg"]


def test_agreement_is_1_for_equal_and_0_for_chance() -> None:
    assert agreement([1, 1, 2, 2], ["a", "a", "b", "b"]) == pytest.approx(1)
    assert agreement([1, 2, 1, 2], ["a", "a", "b", "b"]) <= 0


def test_the_floor_is_the_same_each_time() -> None:
    reference = ["a"] * 10 + ["b"] * 10
    mean, high = neighbour_floor(reference, 2, draws=50)
    assert (mean, high) == neighbour_floor(reference, 2, draws=50)
    assert 0 < mean < high <= 1


def test_too_many_texts_in_order_are_met_with_a_sentence() -> None:
    texts = [f"tekst {at}" for at in range(MOST_TEXTS + 1)]
    with pytest.raises(AnalysisError, match=r"too many for one document in order.*--unordered"):
        chain_topics(texts, 2)


def test_the_model_is_a_kind_of_view_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"woord{at} ding{at}" for at in range(8)]  # no word comes back: nothing tells but it
    halves = np.eye(2)[[0] * 3 + [1] * 5] + 0.01
    monkeypatch.setattr("analysis.topics.embeddings.vectors", lambda given: halves)
    assert chain_topics(texts, 2, embeddings=True).tolist() == [0] * 3 + [1] * 5
