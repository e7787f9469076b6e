"""Corrections by hand: what a reader knows better than the parser, kept apart and accounted for.

A correction names a document, a question or answer in it (or none, for the document itself), a
column and the value that it should have. Beside the columns of the tables it may be ``askers`` of
a question (fracties, separated by a semicolon), ``answers`` of a question (ids of answers,
separated by a semicolon; none for a question that was not answered), and what is judged or named
later: ``coverage``, ``clarity``, ``status``, ``categories``, ``topic_name``.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.errors import AnalysisError
from analysis.parsing.records import Finding
from analysis.tables.amend import Correction, apply, check_value, correctable
from analysis.tables.rows import Rows, finding_row
from analysis.tables.text_rows import Row

COLUMNS = ("document_id", "item_id", "column", "value", "who", "why")
"""Columns of the file, in this order."""


class Corrections:
    """The corrections of a run.

    Parameters
    ----------
    corrections
        In the order of the file.
    """

    def __init__(self, corrections: list[Correction]) -> None:
        self._all = corrections

    @classmethod
    def read(cls, path: Path | None) -> Corrections:
        """Read a file of corrections; no file gives none.

        Raises
        ------
        AnalysisError
            Where the file is not there, or a line is not as it should be; the message names the
            line and what is wrong.
        """
        if path is None:
            return cls([])
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise AnalysisError(f"{path}: this is no readable file in UTF-8") from error
        lines = csv.DictReader(text.splitlines(keepends=True))
        if tuple(lines.fieldnames or ()) != COLUMNS:
            raise AnalysisError(f"{path}: the columns must be {', '.join(COLUMNS)}")
        found = [_correction(row, lines.line_num, path) for row in lines]
        seen: dict[tuple[str, str | None, str], int] = {}
        for one in found:
            first = seen.setdefault((one.document_id, one.item_id, one.column), one.line)
            if first != one.line:
                raise AnalysisError(
                    f"{path}, line {one.line}: line {first} corrects the same value already"
                )
        return cls(found)

    def apply(self, rows: Rows, document_id: str) -> None:
        """Apply the corrections of one document to its rows, and add findings about them."""
        mine = [one for one in self._all if one.document_id == document_id]
        for one in mine:
            one.status = apply(one, rows)
        applied = sum(one.status == "applied" for one in mine)
        findings = []
        if applied:
            findings.append(Finding("note", "corrections_applied", {"n": applied}))
        for one in mine:
            if one.status == "stale":
                values: dict[str, str | int] = {
                    "item": one.item_id or document_id,
                    "column": one.column,
                    "line": one.line,
                }
                findings.append(Finding("warning", "correction_stale", values))
        rows["findings"] += [finding_row(finding, document_id) for finding in findings]

    def rows(self) -> list[Row]:
        """Return the rows of the table ``corrections``: those of the documents that were read."""
        return [
            {**{name: getattr(one, name) for name in COLUMNS}, "status": one.status}
            for one in self._all
            if one.status
        ]

    def lines(self) -> list[str]:
        """Return what to tell the user; nothing where there are no corrections."""
        if not self._all:
            return []
        counts = [
            f"{sum(one.status == status for one in self._all)} {meaning}"
            for status, meaning in (
                ("applied", "applied"),
                ("pending", "kept for what is judged or named later"),
                ("stale", "no longer applicable"),
                (None, "about documents that are not here"),
            )
        ]
        said = [f"Corrections by hand: {', '.join(counts)}."]
        return said + [
            f"No longer applicable: line {one.line}, {one.column} of"
            f" {one.item_id or one.document_id}."
            for one in self._all
            if one.status == "stale"
        ]


def corrected(frame: pd.DataFrame, corrections: pd.DataFrame, key: str) -> pd.DataFrame:
    """Apply the corrections that were kept for what is judged or named later.

    Parameters
    ----------
    frame
        Rows with a column of ids.
    corrections
        The table ``corrections``; only those that are pending, about a column of the frame, are
        applied.
    key
        Name of the column of ids, which are matched with ``item_id``.

    Returns
    -------
    DataFrame
        A copy with the values replaced, and a column ``corrected``: whether one of the row's was.
    """
    result = frame.copy()
    changed = pd.Series(False, index=result.index)
    pending = corrections[corrections["status"] == "pending"]
    for _, one in pending[pending["column"].isin(set(result.columns) - {key})].iterrows():
        rows = result[key] == one["item_id"]
        result.loc[rows, one["column"]] = one["value"] if pd.notna(one["value"]) else None
        changed |= rows
    return result.assign(corrected=changed)


def _correction(row: dict[str, Any], line: int, path: Path) -> Correction:
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if None in row:
        raise AnalysisError(f"{path}, line {line}: there are more than {len(COLUMNS)} values")
    for name in ("document_id", "column", "who", "why"):
        if not values[name]:
            raise AnalysisError(f"{path}, line {line}: {name} is empty")
    one = Correction(
        line,
        values["document_id"],
        values["item_id"] or None,
        values["column"],
        values["value"] or None,
        values["who"],
        values["why"],
    )
    allowed = correctable(one)
    if one.column not in allowed:
        raise AnalysisError(
            f"{path}, line {line}: '{one.column}' cannot be corrected here; choose from"
            f" {', '.join(sorted(allowed))}"
        )
    try:
        check_value(one)
    except ValueError as error:
        raise AnalysisError(f"{path}, line {line}: {one.column}: {error}") from error
    return one
