"""Tables that show themselves in a notebook, whole or in part, and notices in place of one."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.paths import figures_folder
from analysis.publishing.cells import scrollable, table_html
from analysis.publishing.files import check_name, write_csv
from analysis.wording import Wording

LONGEST = 400
"""Characters of a text that `publish_table` shows."""


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
