"""Names of topics that a reader gave."""

from __future__ import annotations

import pandas as pd

from analysis.schema import TABLES
from analysis.summaries import topic_corpus
from analysis.summaries.topic_names import with_given_names
from analysis.tables.checks import as_declared
from tests.builders import Tables, tables_of


def tables_with(*given: tuple[str | None, str]) -> Tables:
    questions = [
        {"number": 1, "text": "Hoe staat het met de haring, de vissers en hun netten?"},
        {"number": 2, "text": "Wat kosten de treinen?"},
        {"number": 3, "text": "Wat kosten de perrons?"},
    ]
    answers = [{"to": [1], "text": "Goed."}, {"to": [2, 3], "text": "Veel geld."}]
    tables = tables_of(questions, answers)
    rows = [
        {
            **dict.fromkeys(TABLES["corrections"].column_names),
            "document_id": "d",
            "item_id": item,
            "column": "topic_name",
            "value": name,
            "who": "lezer",
            "why": "duidelijker",
            "status": "pending",
        }
        for item, name in given
    ]
    return {**tables, "corrections": as_declared("corrections", pd.DataFrame(rows))}


FOUND = pd.DataFrame(
    {"answer_id": ["d/a1", "d/a2"], "topic": [1, 2], "topic_name": ["haring", "treinen"]}
)


def names(*given: tuple[str | None, str]) -> list[str]:
    return with_given_names(FOUND, tables_with(*given))["topic_name"].tolist()


def test_a_name_given_to_a_question_is_that_of_its_topic() -> None:
    assert names(("d#3", "Spoor")) == ["haring", "Spoor"]
    named = with_given_names(FOUND, tables_with(("d#3", "Spoor")))
    assert named["corrected"].tolist() == [False, True]


def test_a_name_given_to_an_answer_is_that_of_its_topic() -> None:
    assert names(("d/a1", "Visserij")) == ["Visserij", "treinen"]


def test_of_several_names_most_corrections_count() -> None:
    assert names(("d/a2", "Trein"), ("d#2", "Spoor"), ("d#3", "Spoor")) == ["haring", "Spoor"]


def test_a_name_given_to_a_document_is_its_broad_topic() -> None:
    broad = topic_corpus.broad_topics(tables_with((None, "Visserij")), "nl")
    assert broad["broad_topic"].tolist() == ["Visserij"]
    assert broad["corrected"].tolist() == [True]
    assert names((None, "Visserij")) == ["haring", "treinen"]
