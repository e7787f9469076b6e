"""The part of the tables that a run is about."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.report.runs import Documents
from analysis.report.selection import select, values_for_each, write_selection
from analysis.tables import read_tables, read_text, write_tables
from tests.builders import tables_of

DOCUMENTS = [
    {"document_id": "a", "kind": "verslag", "chamber": "EK", "respondent": "Jansen",
     "asked_on": date(2022, 12, 1), "answered_on": date(2023, 1, 9)},
    {"document_id": "b", "kind": "aanhangsel", "chamber": "TK", "respondent": "De Vries",
     "asked_on": date(2022, 2, 1), "answered_on": date(2022, 3, 1)},
]  # fmt: skip
QUESTIONS = [
    {"number": 1, "document": "a", "asked": ["PVV"]},
    {"number": 2, "document": "a", "asked": ["SP", "PVV"]},
    {"number": 3, "document": "a", "asked": ["SP"], "joined": ["PVV"]},
    {"number": 1, "document": "b", "asked": ["SP"]},
]
ANSWERS = [
    {"to": [1], "document": "a", "text": "Een."},
    {"to": [2, 3], "document": "a", "text": "Twee."},
    {"to": [1], "document": "b", "text": "Drie."},
]


@pytest.fixture
def tables() -> dict[str, pd.DataFrame]:
    return tables_of(QUESTIONS, ANSWERS, DOCUMENTS)


@pytest.mark.parametrize(
    ("asked", "documents", "questions", "answers"),
    [
        ({}, ["a", "b"], ["a#1", "a#2", "a#3", "b#1"], ["a/a1", "a/a2", "b/a1"]),
        ({"chamber": "EK"}, ["a"], ["a#1", "a#2", "a#3"], ["a/a1", "a/a2"]),
        ({"kind": ["aanhangsel", "nota"], "chamber": "TK"}, ["b"], ["b#1"], ["b/a1"]),
        ({"bewindspersoon": "De Vries"}, ["b"], ["b#1"], ["b/a1"]),
        ({"year": 2022}, ["b"], ["b#1"], ["b/a1"]),
        ({"since": "2022-06-01"}, ["a"], ["a#1", "a#2", "a#3"], ["a/a1", "a/a2"]),
        ({"until": "2022-12-01"}, ["b"], ["b#1"], ["b/a1"]),
        ({"fractie": "PVV"}, ["a"], ["a#1", "a#2"], ["a/a1", "a/a2"]),
        ({"fractie": "SP", "document": "b"}, ["b"], ["b#1"], ["b/a1"]),
    ],
)
def test_only_what_was_asked_for_is_left(
    tables: Any, asked: dict[str, Any], documents: Any, questions: Any, answers: Any
) -> None:
    found = select(tables, Documents.model_validate(asked))
    assert list(found["documents"]["document_id"]) == documents
    assert list(found["questions"]["question_id"]) == questions
    assert list(found["answers"]["answer_id"]) == answers
    assert set(found["askers"]["question_id"]) <= set(questions)
    assert set(found["question_answers"]["answer_id"]) == set(answers)


def test_a_value_that_no_document_has_is_named_with_those_that_look_like_it(tables: Any) -> None:
    asked = Documents.model_validate({"bewindspersoon": "De Fries"})
    with pytest.raises(AnalysisError, match=r"'De Fries', .* did you mean 'De Vries'\?"):
        select(tables, asked)


def test_a_choice_that_leaves_nothing_is_an_error(tables: Any) -> None:
    with pytest.raises(AnalysisError, match="no document is all that"):
        select(tables, Documents.model_validate({"since": "2030-01-01"}))


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("fractie", ["PVV", "SP"]),
        ("bewindspersoon", ["De Vries", "Jansen"]),
        ("year", [2022, 2023]),
        ("document", ["b", "a"]),
    ],
)
def test_each_value_gets_a_report(tables: Any, by: str, values: list[Any]) -> None:
    assert values_for_each(tables, by) == values


def test_a_selection_is_written_as_tables_with_its_own_texts(tables: Any, tmp_path: Path) -> None:
    write_tables(tables, {"a": "A", "b": "B"}, tmp_path / "all")
    chosen = select(read_tables(tmp_path / "all"), Documents.model_validate({"fractie": "PVV"}))
    write_selection(chosen, tmp_path / "all", tmp_path / "some")
    assert list(read_tables(tmp_path / "some")["documents"]["document_id"]) == ["a"]
    assert read_text(tmp_path / "some", "a") == "A"
    assert [path.name for path in (tmp_path / "some" / "texts").iterdir()] == ["a.txt"]
