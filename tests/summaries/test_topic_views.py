"""What the figures of topics show, on documents of which the topics are plain."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.summaries import topic_views, topics
from analysis.summaries.reuse import reused_texts
from analysis.topics.places import places
from tests.builders import Tables, tables_of
from tests.topics.texts import SUBJECTS

FISH, TRAINS = SUBJECTS["visserij"].split(), SUBJECTS["spoor"].split()


@pytest.fixture
def two_subjects() -> Tables:
    """Return six questions about fish, then five about trains; two of these answered jointly."""
    questions, answers = [], []
    for number in range(1, 12):
        words = FISH if number <= 6 else TRAINS
        text = f"Wat vindt u van {words[number % 7]}, {words[(number + 1) % 7]} en {words[0]}?"
        asked = ["SP"] if number % 2 else ["SP", "VVD"]
        questions.append({"number": number, "text": text, "asked": asked, "joined": ["PVV"]})
        if number == 11:
            answers[-1]["to"].append(11)
        else:
            answers.append({"to": [number], "text": f"Over {words[number % 7]}."})
    return tables_of(questions, answers)


def test_the_last_join_is_where_the_subject_changes(two_subjects: Tables) -> None:
    units = topics.topic_units(two_subjects)
    joins = topic_views.joins(units)
    assert len(joins) == len(units) - 1 == 9
    assert joins["n_topics"].tolist() == list(range(9, 0, -1))
    last = joins.iloc[-1]
    assert (last["first"], last["second"], last["last"]) == (0, 6, 9)
    assert last["together"] == joins["together"].min()


def test_what_other_numbers_would_give(two_subjects: Tables) -> None:
    numbers = topic_views.other_numbers(topics.topic_units(two_subjects), 3)
    blocks = numbers.set_index("n_topics")["blocks"]
    assert blocks[2] == "1–6 | 7–11"
    assert blocks[3].count(" | ") == 2
    choice = numbers.set_index("n_topics")["choice"]
    assert choice[3] in ("chosen", "both")
    assert choice.isin(["usual", "both"]).sum() == 1


def test_a_question_counts_for_each_that_asked_it(two_subjects: Tables) -> None:
    found = topics.found_topics(topics.topic_units(two_subjects), 2, two_subjects)
    counts = topic_views.topic_by_fractie(found, two_subjects)
    by_pair = counts.set_index(["topic", "fractie"])["n_questions"].to_dict()
    # Of questions 1 to 6 the VVD asked 2, 4 and 6; of 7 to 11 it asked 8 and 10.
    assert by_pair == {(1, "SP"): 6, (1, "VVD"): 3, (2, "SP"): 5, (2, "VVD"): 2}


def test_who_is_not_known_has_a_dash(two_subjects: Tables) -> None:
    found = topics.found_topics(topics.topic_units(two_subjects), 1, two_subjects)
    nobody = {**two_subjects, "askers": two_subjects["askers"].head(0)}
    counts = topic_views.topic_by_fractie(found, nobody)
    assert counts[["fractie", "n_questions"]].to_numpy().tolist() == [["–", 11]]


def test_texts_of_one_subject_are_near_each_other(two_subjects: Tables) -> None:
    found = topics.found_topics(topics.topic_units(two_subjects), 2, two_subjects)
    table, share = topic_views.topic_map(found)
    middles = table.groupby("topic")[["x", "y"]].mean()
    own = table["topic"].map(middles["x"]).rsub(table["x"]).abs().mean()
    assert abs(middles["x"].diff().iloc[-1]) > 2 * own
    assert 0 < share <= 1


def test_the_map_does_not_depend_on_the_order() -> None:
    texts = [f"{words[i]} en {words[i + 1]}" for words in (FISH, TRAINS) for i in range(5)]
    there, _ = places(texts)
    back, _ = places(texts[::-1])
    pd.testing.assert_frame_equal(pd.DataFrame(there), pd.DataFrame(back[::-1].copy()), atol=1e-3)


def test_texts_used_again_stand_with_the_earlier_one_first() -> None:
    passage = "De brug over het kanaal gaat pas na de winter open voor verkeer uit het noorden."
    documents = [
        {"document_id": "a-later", "answered_on": pd.Timestamp("2022-05-01")},
        {"document_id": "b-eerder", "answered_on": pd.Timestamp("2021-05-01")},
    ]
    names = [row["document_id"] for row in documents]
    tables = tables_of(
        [{"document": name, "number": 1, "text": f"Hoe gaat het met {name}?"} for name in names],
        [{"document": name, "to": [1], "text": passage} for name in names],
        documents,
    )
    found = reused_texts(tables)
    assert found["kind_of_text"].tolist() == ["answer"]
    assert found[["first_id", "second_id"]].to_numpy().tolist() == [["b-eerder/a1", "a-later/a1"]]
    assert found["first_text"].tolist() == found["second_text"].tolist() == [passage]
    assert reused_texts(tables_of([], [], documents)).empty
