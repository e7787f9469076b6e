"""One correction by hand, and what it changes in the rows of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from analysis.codebook.classes import CLARITIES, COVERAGES, STATUSES
from analysis.codebook.fracties import canonical
from analysis.schema import TABLES, Column
from analysis.tables.rows import Rows, of_dates
from analysis.tables.text_rows import Row, corrected_ask_rows
from analysis.text import words

PENDING = ("coverage", "clarity", "status", "categories", "topic_name")
"""Columns that no table of the documents has: they are judged or named later."""

_JUDGED = {"coverage": COVERAGES, "clarity": CLARITIES, "status": STATUSES}

_LINKED = ("askers", "answers")
_OF_PLACE = ("start", "end", "page", "n_words", "sha256", "source")  # facts of the source


@dataclass(slots=True)
class Correction:
    """One line of the file, and whether it applies."""

    line: int
    document_id: str
    item_id: str | None
    column: str
    value: str | None
    who: str
    why: str
    status: str | None = None


def apply(one: Correction, rows: Rows) -> str:
    """Apply a correction; return what became of it."""
    table = _table_of(one)
    key = TABLES[table].key[0]
    item_id = one.item_id or one.document_id
    row = next((row for row in rows[table] if row[key] == item_id), None)
    if row is None:
        return "stale"
    if one.column in PENDING:
        return "pending"
    if one.column in _LINKED:
        return _link(one, rows)
    declared = _column(one)
    assert declared is not None
    value = _value(one.value, declared)
    if row[one.column] == value:
        return "stale"
    row[one.column] = value
    if table == "documents":
        _dates_changed(row)
    if one.column == "text":
        _text_changed(row, rows, item_id)
    return "applied"


def _link(one: Correction, rows: Rows) -> str:
    """Replace who asked a question, or which answers it got."""
    names = [name.strip() for name in (one.value or "").split(";") if name.strip()]
    ids = {"document_id": one.document_id, "question_id": one.item_id}
    if one.column == "askers":
        old = [row for row in rows["askers"] if _asked(row, one)]
        unknown = [row["member"] for row in old if row["fractie"] is None]
        # Whose fractie is told now keeps the name.
        member = unknown[0] if len(unknown) == len(old) == len(names) == 1 else None
        new = [
            {**ids, "fractie": canonical(name) or name, "member": member, "role": "asked"}
            for name in names
        ]
        return _replace(rows, "askers", "fractie", old, new)
    links = rows["question_answers"]
    if not {row["answer_id"] for row in rows["answers"]}.issuperset(names):
        return "stale"
    shared = {row["answer_id"] for row in links if row["question_id"] != one.item_id}
    new = [
        {**ids, "answer_id": name, "relation": "joint" if name in shared else "own"}
        for name in names
    ]
    old = [r for r in links if r["question_id"] == one.item_id and r["relation"] != "referred"]
    return _replace(rows, "question_answers", "answer_id", old, new)


def _asked(row: Row, one: Correction) -> bool:
    return bool(row["question_id"] == one.item_id and row["role"] == "asked")


def _replace(rows: Rows, table: str, column: str, old: list[Row], new: list[Row]) -> str:
    """Put new rows of a table in the place of old ones, where they say something else."""
    if {row[column] for row in old} == {row[column] for row in new}:
        return "stale"
    rows[table] = [row for row in rows[table] if row not in old] + new
    return "applied"


def _dates_changed(document: Row) -> None:
    """Bring what follows from the dates of a document in line with them."""
    document.update(of_dates(document["asked_on"], document["answered_on"]))


def _text_changed(row: Row, rows: Rows, item_id: str) -> None:
    """Bring what follows from a text in line with it; it has no places in the source any more."""
    row["n_words"] = len(words(row["text"] or ""))
    rows["pieces"] = [
        piece
        for piece in rows["pieces"]
        if not (piece["owner_id"] == item_id and piece["part"] == "text")
    ]
    if "question_id" in row:
        others = [ask for ask in rows["asks"] if ask["question_id"] != item_id]
        rows["asks"] = others + corrected_ask_rows(
            row["document_id"], item_id, row["text"] or "", row["start"], row["end"]
        )


def _table_of(one: Correction) -> str:
    if one.item_id is None:
        return "documents"
    return "questions" if "#" in one.item_id else "answers"


def correctable(one: Correction) -> set[str]:
    """Return the columns that may be corrected of what a correction is about."""
    table = TABLES[_table_of(one)]
    own = set(table.column_names) - {*table.key, *_OF_PLACE, "document_id", "number"}
    if table.name == "questions":
        own |= {*_LINKED, *PENDING}
    return own | {"topic_name"}


def check_value(one: Correction) -> None:
    """Check that the value of a correction fits its column.

    Raises
    ------
    ValueError
        Saying what was expected.
    """
    declared = _column(one)
    if declared is not None:
        _value(one.value, declared)
    judged = _JUDGED.get(one.column)
    if judged and one.value is not None and one.value not in judged:
        raise ValueError(f"'{one.value}' is not one of {', '.join(judged)}")


def _column(one: Correction) -> Column | None:
    columns = TABLES[_table_of(one)].columns
    return next((column for column in columns if column.name == one.column), None)


def _value(text: str | None, column: Column) -> Any:
    """Return a value of the type of its column; raise ValueError with what was expected."""
    if text is None:
        if not column.optional:
            raise ValueError("a value is needed")
        return None
    if column.values and text not in column.values:
        raise ValueError(f"'{text}' is not one of {', '.join(column.values)}")
    if column.type == "date":
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise ValueError(f"'{text}' is no date such as 2024-03-25") from error
    if column.type == "integer":
        if not text.isdigit():
            raise ValueError(f"'{text}' is no whole number")
        return int(text)
    if column.type == "boolean":
        if text not in ("true", "false"):
            raise ValueError(f"'{text}' is not true or false")
        return text == "true"
    return text
