"""Rows that are not as declared are refused by the name of their table, column and rule."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.schema import TABLES
from analysis.tables.checks import as_declared, check_references
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]


@pytest.fixture
def tables() -> Tables:
    return tables_of([{"number": 1, "asked": ["SP"]}, {"number": 2}], [{"to": [1], "text": "Ja."}])


@pytest.mark.parametrize(
    ("name", "column", "value", "reason"),
    [
        ("documents", "kind", "roman", "verslag"),
        ("documents", "asked_on", "gisteren", "gisteren"),
        ("documents", "sha256", None, "null"),
        ("questions", "section", "", "absent is null"),
        ("questions", "number", "een", "int64"),
        ("questions", "n_words", -1, "greater_than_or_equal_to"),
        ("answers", "text", None, "null"),
        ("askers", "role", "nieuwsgierig", "joined"),
        ("question_answers", "relation", None, "null"),
    ],
)
def test_a_wrong_value_is_named(
    tables: Tables, name: str, column: str, value: Any, reason: str
) -> None:
    frame = tables[name].astype({column: "object"})
    frame.loc[0, column] = value
    with pytest.raises(AnalysisError) as error:
        as_declared(name, frame)
    assert f"table '{name}' is not as declared: column '{column}'" in str(error.value)
    assert reason in str(error.value)


def test_a_column_too_few_or_too_many_is_named(tables: Tables) -> None:
    with pytest.raises(AnalysisError, match=r"table 'answers' .*column 'n_words' is missing"):
        as_declared("answers", tables["answers"].drop(columns="n_words"))
    with pytest.raises(AnalysisError, match=r"table 'answers' .*column 'mening' is not known"):
        as_declared("answers", tables["answers"].assign(mening="goed"))


def test_a_key_occurs_once(tables: Tables) -> None:
    twice = pd.concat([tables["answers"]] * 2)
    with pytest.raises(AnalysisError, match=r"table 'answers' .*'answer_id'"):
        as_declared("answers", twice)


def test_columns_come_in_the_declared_order(tables: Tables) -> None:
    frame = tables["questions"]
    shuffled = frame[list(reversed(frame.columns))]
    pd.testing.assert_frame_equal(as_declared("questions", shuffled), frame)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_its_columns_and_types(name: str, tables: Tables) -> None:
    empty = as_declared(name, pd.DataFrame())
    assert list(empty.columns) == TABLES[name].column_names
    full = tables[name]
    assert list(empty.dtypes) == list(full.dtypes)


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("questions", "document_id"),
        ("question_answers", "question_id"),
        ("question_answers", "answer_id"),
        ("askers", "question_id"),
    ],
)
def test_what_a_row_refers_to_must_be_there(tables: Tables, name: str, column: str) -> None:
    check_references(tables)
    tables[name].loc[0, column] = "weg"
    with pytest.raises(AnalysisError, match=f"table '{name}': {column} 'weg' is not in"):
        check_references(tables)
