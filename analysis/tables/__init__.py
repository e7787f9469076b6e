"""The tidy tables: made from documents, written, read and checked against the schema."""

from __future__ import annotations

from analysis.tables.build import build_tables
from analysis.tables.corrections import corrected
from analysis.tables.labels import read_labels
from analysis.tables.store import read_table, read_tables, read_text, read_texts, write_tables
from analysis.tables.summary import Summary

__all__ = [
    "Summary",
    "build_tables",
    "corrected",
    "read_labels",
    "read_table",
    "read_tables",
    "read_text",
    "read_texts",
    "write_tables",
]
