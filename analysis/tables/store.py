"""Tables in a folder: one Parquet file each, and the texts of the documents."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import AnalysisError
from analysis.schema import TABLES, Column
from analysis.tables.checks import as_declared, check_references

_ARROW = {"text": pa.string(), "integer": pa.int64(), "date": pa.date32(), "boolean": pa.bool_()}
_TEXTS = "texts"


def write_tables(
    tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], folder: Path
) -> None:
    """Write all tables and texts to a folder, or nothing.

    Everything is written beside the folder first and then put in its place, so that a run that
    is broken off leaves the old tables as they were.

    Parameters
    ----------
    tables
        The frames by name of table; all of `analysis.schema.TABLES`.
    texts
        The text as read of each document, by ``document_id``.
    folder
        Made where it does not exist; what an earlier run wrote there is replaced.

    Raises
    ------
    AnalysisError
        Where the frames are not as declared, or the folder holds files that are not tables.
    """
    declared = {name: as_declared(name, tables[name]) for name in TABLES}
    check_references(declared)
    _refuse_foreign(folder)
    folder = folder.resolve()  # '.' has no name to put another beside
    partial = folder.with_name(folder.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    (partial / _TEXTS).mkdir(parents=True)
    for name, frame in declared.items():
        table = pa.Table.from_pandas(frame, schema=_arrow_schema(name), preserve_index=False)
        pq.write_table(table, partial / f"{name}.parquet")
    for document_id, text in texts.items():
        (partial / _TEXTS / f"{document_id}.txt").write_text(text, encoding="utf-8", newline="\n")
    _swap(partial, folder)


def read_tables(folder: Path) -> dict[str, pd.DataFrame]:
    """Read all tables of a folder, checked against the schema.

    Raises
    ------
    AnalysisError
        Where the folder or one of the tables is not there, or not as declared.
    """
    return {name: read_table(folder, name) for name in TABLES}


def read_table(folder: Path, name: str) -> pd.DataFrame:
    """Read one table of a folder; see `read_tables`."""
    path = folder / f"{name}.parquet"
    if not path.is_file():
        raise AnalysisError(
            f"{folder}: there is no table '{name}' here; make it with 'make tables'"
        )
    try:
        frame = pd.read_parquet(path)
    except (OSError, pa.ArrowException) as error:
        raise AnalysisError(f"{path}: this is no readable Parquet file") from error
    return as_declared(name, frame)


def read_text(folder: Path, document_id: str) -> str:
    """Read the text of a document as it was read, in which all offsets are places.

    Raises
    ------
    AnalysisError
        Where the folder has no text of that document.
    """
    path = folder / _TEXTS / f"{document_id}.txt"
    if not path.is_file():
        raise AnalysisError(f"{folder}: there is no text of document '{document_id}' here")
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def read_texts(folder: Path) -> dict[str, str]:
    """Read the texts of all documents, by ``document_id``; see `read_text`."""
    documents = read_table(folder, "documents")
    return {name: read_text(folder, name) for name in documents["document_id"]}


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise AnalysisError(f"{folder}: this is a file; tables need a folder")
    names = {path.name for path in folder.iterdir()} if folder.exists() else set()
    ours = {f"{name}.parquet" for name in TABLES} | {_TEXTS}
    foreign = sorted(name for name in names - ours if not name.startswith("."))
    if foreign:
        raise AnalysisError(
            f"{folder}: this folder holds other files ('{foreign[0]}'); name a new or empty one"
        )


def _swap(partial: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / _TEXTS, ignore_errors=True)
    os.replace(partial / _TEXTS, folder / _TEXTS)
    for path in sorted(partial.iterdir()):
        os.replace(path, folder / path.name)
    partial.rmdir()


def _arrow_schema(name: str) -> pa.Schema:
    return pa.schema([_field(column) for column in TABLES[name].columns])


def _field(column: Column) -> pa.Field:
    return pa.field(
        column.name,
        _ARROW[column.type],
        nullable=column.optional,
        metadata={"meaning": column.meaning},
    )
