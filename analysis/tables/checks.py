"""Frames held to the schema: types, nulls, allowed values, keys and references."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from analysis.errors import AnalysisError
from analysis.schema import TABLES, Column, Table

_DTYPES = {"text": "str", "integer": "int64", "date": "datetime64[ns]", "boolean": "boolean"}


def as_declared(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with the columns and types of a table, in the declared order.

    Parameters
    ----------
    name
        Name of the table.
    frame
        Rows; may be empty, then the columns are there with their types.

    Raises
    ------
    AnalysisError
        Where the rows are not what the schema declares; the message names table, column and rule.
    """
    table = TABLES[name]
    if frame.empty and not len(frame.columns):
        frame = pd.DataFrame(columns=table.column_names)
    try:
        checked = _schema(table).validate(frame.reset_index(drop=True), lazy=True)
    except SchemaErrors as error:
        case = error.failure_cases.iloc[0].to_dict()
        raise AnalysisError(f"table '{name}' is not as declared: {_reason(case)}") from error
    return checked[table.column_names]


def check_references(tables: Mapping[str, pd.DataFrame]) -> None:
    """Check that every row that refers to another table is right about it.

    Raises
    ------
    AnalysisError
        Naming the first column with a value that is in no row of the table it refers to.
    """
    for table in TABLES.values():
        for column in table.columns:
            if column.refers_to is None:
                continue
            keys = tables[column.refers_to][TABLES[column.refers_to].key[0]]
            values = tables[table.name][column.name].dropna()
            unknown = values[~values.isin(keys)]
            if len(unknown):
                raise AnalysisError(
                    f"table '{table.name}': {column.name} '{unknown.iloc[0]}' is not in"
                    f" '{column.refers_to}'"
                )


def _reason(case: Mapping[str, Any]) -> str:
    """Return which column breaks which rule, out of a failure as pandera reports it."""
    if case["check"] == "column_in_dataframe":
        return f"column '{case['failure_case']}' is missing"
    if case["check"] == "column_in_schema":
        return f"column '{case['failure_case']}' is not known"
    return f"column '{case['column']}', rule '{case['check']}', value '{case['failure_case']}'"


def _schema(table: Table) -> pa.DataFrameSchema:
    return pa.DataFrameSchema(
        {column.name: _column(column) for column in table.columns},
        strict=True,
        unique=list(table.key) or None,
        name=table.name,
    )


def _column(column: Column) -> pa.Column:
    checks: list[Any] = []
    if column.values:
        checks.append(pa.Check.isin(column.values))
    elif column.type == "text":
        checks.append(pa.Check(lambda values: values.dropna() != "", name="absent is null"))
    elif column.type == "integer" and column.unit:
        checks.append(pa.Check.ge(0))
    dtype = _DTYPES[column.type]
    if column.type == "integer" and column.optional:
        dtype = "Int64"
    return pa.Column(dtype, checks, nullable=column.optional, coerce=True)
