"""The tables of a report as CSV and as an Excel workbook, safe to open in a spreadsheet."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import xlsxwriter

from analysis.publishing.files import defused, write_csv
from analysis.report.runs import Run

_MOST_CHARACTERS = 32_767  # that Excel allows in a cell
_CUT = " … [cut: the CSV has all]"
# A workbook holds the day it was made, which would differ from run to run.
_DAY = datetime(2000, 1, 1)


def write_exports(folder: Path, tables: Mapping[str, pd.DataFrame], run: Run) -> None:
    """Write the tables as a run asks for them.

    Parameters
    ----------
    folder : Path
        Where: ``NAME.csv`` of each table, and ``tables.xlsx`` with a sheet of each. Not made
        where the run asks for neither.
    tables : mapping of str to DataFrame
        The tables.
    run : Run
        With ``csv`` or ``excel`` in what it builds.
    """
    if "csv" in run.build:
        for name, frame in tables.items():
            write_csv(folder / f"{name}.csv", frame)
    if "excel" in run.build:
        write_workbook(folder / "tables.xlsx", tables)


def write_workbook(path: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables as an Excel workbook, the same bytes each time.

    Parameters
    ----------
    path : Path
        The file to write; its folder is made.
    tables : mapping of str to DataFrame
        A sheet each, without their indexes. Every text is a text: nothing is a formula or a
        link. A text that is too long for a cell is cut, and says so.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(path), {**safe, "default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"created": _DAY})
        head = book.add_format({"bold": True, "bottom": 1})
        for name, frame in tables.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, len(frame), max(len(frame.columns) - 1, 0))
            for place, column in enumerate(frame.columns):
                sheet.write_string(0, place, str(column), head)
                _write_column(sheet, place, frame[column])


def _write_column(sheet: "xlsxwriter.worksheet.Worksheet", place: int, column: pd.Series) -> None:
    for row, value in enumerate(column.astype(object), start=1):
        if value is None or pd.isna(value):
            continue
        if isinstance(value, str):
            text = defused(value)
            if len(text) > _MOST_CHARACTERS:
                text = text[: _MOST_CHARACTERS - len(_CUT)] + _CUT
            sheet.write_string(row, place, text)
        elif isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value)
        else:
            sheet.write_number(row, place, float(value))
