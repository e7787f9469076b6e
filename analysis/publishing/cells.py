"""A small table as accessible HTML: a caption, headings that say what they head, local numbers."""

import math
import numbers
from collections.abc import Hashable
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.wording import ABSENT, Wording

# Numbers that are names: thousands are not separated in these.
_NAMES = {"year", "number", "group", "page"}
# The most that a table shows.
_DECIMALS = 3
LONG = 20
"""Rows; tables with more can be searched and sorted on a page."""

# Ids in these columns lead to the words, and values in those to their questions, on a page.
_IDS = ("question_id", "answer_id", "anchor_id")
GROUPS = ("fractie", "section", "respondent", "status", "route", "year", "dossier", "kind")
"""Columns by which questions can be picked out of the list of all."""


def table_html(
    frame: pd.DataFrame, caption: str, wording: Wording, *, searchable: bool = True
) -> Markup:
    """Return a table as HTML, with everything in it escaped.

    Parameters
    ----------
    frame : DataFrame
        The rows to show, without the index. The first column heads its rows.
    caption : str
        Shown above the table; plain text.
    wording : Wording
        The language of numbers and dates.
    searchable : bool
        Whether a page may let a long table be searched and sorted.

    Returns
    -------
    Markup
        A ``table`` element with a caption and scopes.
    """
    digits = {column: _digits(frame[column]) for column in frame.columns}
    heads = Markup("").join(
        Markup("<th scope='col'{} data-column='{}'>{}</th>").format(
            _class(digits[column]), column, wording.heading(str(column))
        )
        for column in frame.columns
    )
    rows = Markup("\n").join(
        _row(dict(zip(frame.columns, values, strict=True)), digits, wording)
        for values in frame.astype(object).itertuples(index=False, name=None)
    )
    long = Markup(" data-long") if searchable and len(frame) > LONG else ""
    return Markup(
        "<table{}>\n<caption>{}</caption>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>"
    ).format(long, caption, heads, rows)


def scrollable(table: Markup, wording: Wording) -> Markup:
    """Return a table in a box that the keyboard can reach and scroll when it is too wide.

    JupyterLab is told to take no dollar signs in it for a formula.
    """
    return Markup(
        "<div class='table mathjax_ignore' role='group' tabindex='0' aria-label='{}'>{}</div>"
    ).format(wording.say("report.table_region"), table)


def cell_text(value: Any, wording: Wording, digits: int = _DECIMALS) -> str:
    """Return a value of a table as readers see it.

    Parameters
    ----------
    value : object
        A number, date, truth value, text, list of these, or nothing.
    wording : Wording
        The language.
    digits : int
        How many decimals a number is given.

    Returns
    -------
    str
        Plain text; a dash for None, nan and not-a-time.
    """
    if isinstance(value, bool) or type(value).__name__ == "bool":  # numpy's is no Python bool
        return wording.say("common.positive" if value else "common.negative")
    if isinstance(value, numbers.Real):
        number = float(value)
        return wording.number(number, digits)
    if value is None or value is pd.NA or value is pd.NaT:
        return ABSENT
    if isinstance(value, date):
        return wording.date(value)
    if isinstance(value, list | tuple):
        return ", ".join(cell_text(part, wording, digits) for part in value)
    return str(value)


def _row(
    values: dict[Hashable, Any], digits: dict[Hashable, int | None], wording: Wording
) -> Markup:
    """Return one row; its first cell is its heading."""
    cells = []
    for place, (column, value) in enumerate(values.items()):
        element = "<th scope='row'{}{}>{}</th>" if place == 0 else "<td{}{}>{}</td>"
        shown = digits[column]
        text = cell_text(value, wording, _own_digits(value) if shown is None else shown)
        if isinstance(value, str):
            text = wording.value(str(column), text)
        elif (
            column in _NAMES and isinstance(value, numbers.Integral) and not isinstance(value, bool)
        ):
            text = str(value)
        elif isinstance(value, float) and str(column).startswith("share"):
            text = wording.percent(value, 1)
        cells.append(Markup(element).format(_class(shown), _leads(str(column), value), text))
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _leads(column: str, value: Any) -> Markup:
    """Return what the page needs to know of a cell: its evidence, its group, how a day sorts."""
    if isinstance(value, date) and value == value:
        return Markup(" data-sort='{}'").format(f"{value:%Y-%m-%d}")
    if column in _IDS and isinstance(value, str):
        return Markup(" data-evidence='{}'").format(value)
    if column in GROUPS and isinstance(value, str | numbers.Integral) and value != "":
        return Markup(" data-group='{}'").format(column)
    return Markup("")


def _digits(column: pd.Series) -> int | None:
    """Return how many decimals all of a column needs, at most three; None if it is no numbers."""
    if not pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
        return None
    values = [float(value) for value in column.dropna() if math.isfinite(value)]
    return max(map(_own_digits, values), default=0)


def _own_digits(value: Any) -> int:
    """Return how many decimals a value needs, at most three."""
    if not isinstance(value, float) or not math.isfinite(value):
        return 0
    needed = f"{value:.{_DECIMALS}f}".rstrip("0")
    return len(needed) - needed.index(".") - 1


def _class(digits: int | None) -> Markup:
    return Markup("") if digits is None else Markup(" class='number'")
