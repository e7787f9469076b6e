"""Tables in a folder: one Parquet file each, and the texts of the documents."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.errors import AnalysisError
from analysis.schema import TABLES, Column
from analysis.tables.checks import as_declared, check_references

_ARROW = {"text": pa.string(), "integer": pa.int64(), "date": pa.date32(), "boolean": pa.bool_()}
_TEXTS = "texts"
_REPLACING = ".replacing"  # stands in a folder while its files change places

Frame = pd.DataFrame | list[dict[str, Any]]


class TableWriter:
    """Writes tables to a folder, batch by batch, and puts them in their place at the end.

    Everything is written beside the folder first, so that a run that is broken off leaves the old
    tables as they were. Should the very last step be broken off, in which the files change
    places, the folder is marked and `read_tables` refuses it, so that old and new are never mixed.

    Parameters
    ----------
    folder
        Made where it does not exist; what an earlier run wrote there is replaced, and other files
        are left alone.

    Raises
    ------
    AnalysisError
        Where the folder is a file, or holds a file or folder of somebody else under the name of
        one of the tables or of the texts.
    """

    def __init__(self, folder: Path) -> None:
        _refuse_foreign(folder)
        self._folder = folder.resolve()  # '.' has no name to put another beside
        self._partial = self._folder.with_name(self._folder.name + ".partial")
        self._writers: dict[str, pq.ParquetWriter] = {}

    def __enter__(self) -> TableWriter:
        shutil.rmtree(self._partial, ignore_errors=True)
        (self._partial / _TEXTS).mkdir(parents=True)
        for name in TABLES:
            path = self._partial / f"{name}.parquet"
            self._writers[name] = pq.ParquetWriter(path, _arrow_schema(name))
        return self

    def add(self, tables: Mapping[str, Frame], texts: Mapping[str, str]) -> None:
        """Write the rows of some documents; no row may refer to another document's.

        Parameters
        ----------
        tables
            Frames, or lists of rows, by name of table; one that is missing has no rows.
        texts
            The text as read of each document, by ``document_id``.

        Raises
        ------
        AnalysisError
            Where the rows are not as declared.
        """
        frames = {name: pd.DataFrame(tables.get(name, [])) for name in TABLES}
        declared = {name: as_declared(name, frame) for name, frame in frames.items()}
        check_references(declared)
        for name, frame in declared.items():
            if len(frame):
                schema = _arrow_schema(name)
                table = pa.Table.from_pandas(frame, schema=schema, preserve_index=False)
                self._writers[name].write_table(table)
        for document_id, text in texts.items():
            path = self._partial / _TEXTS / f"{document_id}.txt"
            path.write_text(text, encoding="utf-8", newline="\n")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for writer in self._writers.values():
            writer.close()
        if kind is None:
            _swap(self._partial, self._folder)
        shutil.rmtree(self._partial, ignore_errors=True)


def write_tables(
    tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str], folder: Path
) -> None:
    """Write all tables and texts to a folder, or nothing; see `TableWriter`."""
    with TableWriter(folder) as writer:
        writer.add(tables, texts)


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
    if (folder / _REPLACING).exists():
        raise AnalysisError(
            f"{folder}: the tables here are half replaced, a run was broken off; make them again"
        )
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
    """Refuse to replace what no run of ours has written."""
    if folder.exists() and not folder.is_dir():
        raise AnalysisError(f"{folder}: this is a file; tables need a folder")
    tables = [folder / f"{name}.parquet" for name in TABLES]
    foreign = [path for path in tables if path.exists() and not _is_ours(path)]
    texts = folder / _TEXTS
    if texts.exists():
        made_by_us = texts.is_dir() and any(path.exists() for path in tables)
        inside = sorted(texts.iterdir()) if texts.is_dir() else [texts]
        foreign += [path for path in inside if not made_by_us or path.suffix != ".txt"]
    if foreign:
        raise AnalysisError(
            f"{folder}: this folder holds another file under the name of ours"
            f" ('{foreign[0].relative_to(folder)}'); name a new or empty one"
        )


def _is_ours(path: Path) -> bool:
    """Tell whether a file is a table of ours: its columns say what they mean."""
    try:
        schema = pq.read_schema(path)
    except (OSError, pa.ArrowException):
        return path.is_file() and path.stat().st_size == 0  # left by a machine that stopped
    return any(b"meaning" in (field.metadata or {}) for field in schema)


def _swap(partial: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    marker = folder / _REPLACING
    marker.touch()
    shutil.rmtree(folder / _TEXTS, ignore_errors=True)
    os.replace(partial / _TEXTS, folder / _TEXTS)
    for path in sorted(partial.iterdir()):
        os.replace(path, folder / path.name)
    marker.unlink()


def _arrow_schema(name: str) -> pa.Schema:
    return pa.schema([_field(column) for column in TABLES[name].columns])


def _field(column: Column) -> pa.Field:
    return pa.field(
        column.name,
        _ARROW[column.type],
        nullable=column.optional,
        metadata={"meaning": column.meaning},
    )
