"""A small table as accessible HTML: a caption, headings that say what they head, local numbers."""

import math
import numbers
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.paths import figures_folder
from analysis.publishing.files import check_name, write_csv
from analysis.wording import ABSENT, Wording

# Numbers that are names: thousands are not separated in these.
_NAMES = {"year", "number", "group", "page"}
# The most that a table shows.
_DECIMALS = 3
# Longer tables can be searched and sorted on a page.
_LONG = 20
LONGEST = 400
"""Characters of a text that `publish_table` shows."""
# Ids in these columns lead to the words, and values in those to their questions, on a page.
_IDS = ("question_id", "answer_id", "anchor_id")
GROUPS = ("fractie", "section", "respondent", "status", "route", "year", "dossier", "kind")
"""Columns by which questions can be picked out of the list of all."""


@dataclass(frozen=True)
class ShownTable:
    """A table that shows itself in a notebook."""

    frame: pd.DataFrame
    caption: str
    language: str
    whole: str = ""  # name of the CSV with all rows, in the folder of the figures

    def _repr_html_(self) -> str:
        wording = Wording(self.language)
        table = scrollable(table_html(self.frame, self.caption, wording), wording)
        if not self.whole:
            return table
        said = wording.say("publishing.whole_table")
        link = Markup("<a href='figures/{}.csv'>CSV</a>").format(self.whole)
        return table + Markup("\n<p class='downloads'>{} {}</p>").format(said, link)

    def __repr__(self) -> str:
        return f"{self.caption}\n{self.frame.to_string(index=False)}"


def show_table(frame: pd.DataFrame, caption: str, language: str = "nl") -> ShownTable:
    """Return a table that shows itself in a notebook and on its page.

    Parameters
    ----------
    frame : DataFrame
        The rows to show, without the index (use ``reset_index()`` to show that too). The first
        column heads its rows. Columns and fixed values that the wording knows are shown in its
        words, others as they are. A column whose name begins with ``share`` is shown in
        percentages.
    caption : str
        What the table shows, in a few words, without a full stop.
    language : {"nl", "en"}
        Of the numbers and dates.

    Returns
    -------
    ShownTable
        Accessible HTML, or plain text where there is none. An empty frame shows its headings.
    """
    return ShownTable(frame, caption, language)


def show_first(
    frame: pd.DataFrame, caption: str, most: int, language: str = "nl"
) -> "ShownTable | Notice":
    """Return a table of at most so many rows; where rows are left out, the caption says so.

    Without any row a notice takes its place.

    Parameters
    ----------
    frame, caption, language
        As in `show_table`.
    most
        How many rows are shown.
    """
    if frame.empty:
        return show_notice(Wording(language).say("publishing.no_rows", caption=caption))
    if len(frame) > most:
        values = {"caption": caption, "shown": most, "total": len(frame)}
        caption = Wording(language).say("publishing.first_rows", **values)
    return show_table(frame.head(most), caption, language)


def publish_table(
    frame: pd.DataFrame, name: str, caption: str, most: int, language: str = "nl"
) -> "ShownTable | Notice":
    """Write a table as ``NAME.csv`` beside the figures and show its first rows, in short.

    However long the table and its texts are, what is shown is bounded.

    Parameters
    ----------
    frame, caption, most, language
        As in `show_first`. Texts of more than `LONGEST` characters are shown cut, with ``…``.
    name
        Small letters, digits and hyphens: the name of the file.

    Returns
    -------
    ShownTable or Notice
        The rows with a link to the file; without any row a notice, and no file is written.

    Raises
    ------
    AnalysisError
        If the name is not fit for a file.
    """
    check_name(name)
    if frame.empty:
        return show_first(frame, caption, most, language)
    write_csv(figures_folder(None) / f"{name}.csv", frame)
    shown = frame.head(most)
    texts = list(shown.select_dtypes(["object", "string"]).columns)
    short = shown.assign(**{column: shown[column].map(_shortened) for column in texts})
    if len(frame) > most:
        values = {"caption": caption, "shown": most, "total": len(frame)}
        caption = Wording(language).say("publishing.first_rows", **values)
    return ShownTable(short, caption, language, name)


def _shortened(value: Any) -> Any:
    if not isinstance(value, str) or len(value) <= LONGEST:
        return value
    return value[:LONGEST].rsplit(maxsplit=1)[0] + " …"


@dataclass(frozen=True)
class Notice:
    """A sentence that takes the place of a result that cannot be given."""

    sentence: str

    def _repr_html_(self) -> str:
        return Markup("<p class='notice'>{}</p>").format(self.sentence)

    def __repr__(self) -> str:
        return self.sentence


def show_notice(sentence: str) -> Notice:
    """Return a sentence that shows itself in a notebook, such as why there is no figure."""
    return Notice(sentence)


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
    long = Markup(" data-long") if searchable and len(frame) > _LONG else ""
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
