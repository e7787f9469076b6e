"""The data dictionary: what every table and column means, written from the schema."""

from __future__ import annotations

import sys

from analysis.schema import TABLES, Column, Table

_INTRODUCTION = """\
# Data

| folder or file | what is in it |
|---|---|
| `raw/` | documents as they were published; never edited; `MANIFEST.csv` says what each is |
| `corrections.csv` | corrections by hand of what was read, with who made them and why |
| `annotations/` | labels that readers gave, to hold the instruments against |
| `processed/` | the tables below, made by `make tables`; not in git |

The rest of this page is written from `analysis/schema.py` by
`python -m analysis.tables.dictionary`; a test keeps the two together.

Every table is a Parquet file. Beside them, `texts/<document_id>.txt` holds each document as it was
read. Offsets (`start`, `end`, `anchor_at`) are places in that text, counted in characters from 0,
so that every number can be followed to its words. Absent is null. Dates have no time.
"""


def data_dictionary() -> str:
    """Return the dictionary of all tables as Markdown."""
    return "\n".join([_INTRODUCTION, *(_section(table) for table in TABLES.values())])


def _section(table: Table) -> str:
    key = ", ".join(f"`{name}`" for name in table.key) or "none"
    rows = "\n".join(_row(column) for column in table.columns)
    return (
        f"## {table.name}\n\nOne row per {table.row}. Key: {key}.\n\n"
        f"| column | type | meaning |\n|---|---|---|\n{rows}\n"
    )


def _row(column: Column) -> str:
    kind = f"{column.type}, {column.unit}" if column.unit else column.type
    if column.optional:
        kind += ", may be null"
    meaning = column.meaning
    if column.values:
        meaning += " One of " + ", ".join(f"`{value}`" for value in column.values) + "."
    if column.refers_to:
        meaning += f" In `{column.refers_to}`."
    return f"| `{column.name}` | {kind} | {meaning.replace('|', '&#124;')} |"


if __name__ == "__main__":
    sys.stdout.write(data_dictionary())
