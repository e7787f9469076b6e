"""A chart with the words that belong to it: kept as svg, png, csv and json, shown as a figure."""

import base64
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from analysis.paths import figures_folder
from analysis.publishing.cells import scrollable, table_html
from analysis.publishing.files import check_name, write_csv, write_metadata
from analysis.publishing.tables import Notice
from analysis.wording import Wording

if TYPE_CHECKING:  # matplotlib is slow to import, and only drawing a chart needs it
    from matplotlib.figure import Figure

_PNG_DPI = 200
# The most rows of its numbers that a figure has beside it on a page.
_MOST_ROWS = 200
_NOTHING = Markup("")


@dataclass(frozen=True)
class Chart:
    """A figure, the numbers it shows and the words that make it readable on its own.

    Attributes
    ----------
    name : str
        Small letters, digits and hyphens: the name of its files and its place on the page.
    figure : matplotlib.figure.Figure
        With the title and subtitle drawn in it, so that an exported picture stands alone.
    data : DataFrame
        What is drawn, one row per mark; enough to draw it again.
    title : str
        The finding.
    subtitle : str
        Measure, unit, population and period.
    caption : str
        What is counted, the denominator, weighting and exclusions.
    source : str
        Where the numbers come from.
    alt : str
        The kind of chart, its axes and the main pattern with numbers, for who does not see it.
    order : int
        Its place in the order of reading.
    main : bool
        Whether the index of the report shows it.
    language : {"nl", "en"}
        Of the words above.
    """

    name: str
    figure: "Figure" = field(repr=False)
    data: pd.DataFrame = field(repr=False)
    title: str
    subtitle: str
    caption: str
    source: str
    alt: str
    order: int
    main: bool = False
    language: str = "nl"


@dataclass(frozen=True)
class Published:
    """A chart that was written, and shows itself in a notebook."""

    chart: Chart
    svg: bytes = field(repr=False)

    def _repr_html_(self) -> str:
        return figure_html(self.svg, self.chart.data, metadata(self.chart))

    def __repr__(self) -> str:
        return f"{self.chart.title}\n{self.chart.alt}"


def publish(chart: Chart | Notice, folder: str | Path | None = None) -> Published | Notice:
    """Write a chart as ``NAME.svg``, ``.png``, ``.csv`` and ``.json``: the same bytes each time.

    Parameters
    ----------
    chart : Chart or Notice
        What to write. A notice, which says why there is no chart, is only returned.
    folder : str or Path, optional
        Where; by default the folder that `analysis.paths.figures_folder` tells.

    Returns
    -------
    Published
        Shows itself as an accessible figure, or as its title and alternative text.

    Raises
    ------
    AnalysisError
        If the name is not fit for a file, or another notebook of the run has used it.
    """
    if isinstance(chart, Notice):
        return chart
    check_name(chart.name)
    folder = figures_folder(folder)
    write_metadata(folder / f"{chart.name}.json", metadata(chart))
    write_csv(folder / f"{chart.name}.csv", chart.data)
    svg, png = _pictures(chart)
    (folder / f"{chart.name}.svg").write_bytes(svg)
    (folder / f"{chart.name}.png").write_bytes(png)
    return Published(chart, svg)


def metadata(chart: Chart) -> dict[str, Any]:
    """Return the words and facts of a chart, as its JSON file holds them."""
    return {
        "name": chart.name,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "caption": chart.caption,
        "source": chart.source,
        "alt": chart.alt,
        "order": chart.order,
        "main": chart.main,
        "language": chart.language,
        "columns": [str(column) for column in chart.data.columns],
        "n_rows": len(chart.data),
    }


def figure_html(
    svg: bytes, data: pd.DataFrame, words: dict[str, Any], below: Markup = _NOTHING
) -> Markup:
    """Return a chart as an accessible figure that needs no other file.

    Parameters
    ----------
    svg : bytes
        The picture. It is embedded as an image, in which a browser runs no script.
    data : DataFrame
        The numbers behind it, shown as a collapsed table; of a long one the first rows, and its
        caption says so: the CSV beside the picture has all.
    words : dict
        As `metadata` returns them.
    below : Markup
        What to put last in the figure, such as links.

    Returns
    -------
    Markup
        A ``figure`` element. Title and subtitle are in the picture, so they are given in the
        alternative text and not printed again.
    """
    wording = Wording(words["language"])
    rows, caption = wording.count(len(data), "common.row"), words["title"]
    if len(data) > _MOST_ROWS:
        values = {"caption": caption, "shown": _MOST_ROWS, "total": len(data)}
        caption = wording.say("publishing.first_data", **values)
    alt = " ".join(_sentence(words[part]) for part in ("title", "subtitle", "alt") if words[part])
    return Markup(
        "<figure class='chart mathjax_ignore' id='figure-{name}' data-chart='{name}'>\n"
        "<div class='drawn' role='group' tabindex='0' aria-label='{region}'>"
        "<img src='data:image/svg+xml;base64,{picture}' alt='{alt}' "
        "style='max-width: 100%'></div>\n"
        "<figcaption><p>{caption}</p>\n<p class='source'>{source}</p></figcaption>\n"
        "<details><summary>{summary}</summary>\n{table}\n</details>{below}\n"
        "</figure>"
    ).format(
        name=words["name"],
        picture=base64.b64encode(svg).decode("ascii"),
        alt=alt,
        region=wording.say("report.figure_region"),
        caption=words["caption"],
        source=wording.say("publishing.source", source=words["source"]),
        summary=wording.say("publishing.data", rows=rows),
        table=scrollable(table_html(data.head(_MOST_ROWS), caption, wording), wording),
        below=below,
    )


def _pictures(chart: Chart) -> tuple[bytes, bytes]:
    """Return the chart as svg and as png, without anything that differs between two runs."""
    import matplotlib
    from matplotlib import pyplot
    from matplotlib.text import Text

    words = {"Title": chart.title, "Description": chart.alt}
    svg, png = BytesIO(), BytesIO()
    # Dollar signs in a name are that, and no formula.
    for text in chart.figure.findobj(Text):
        text.set_parse_math(False)
    fixed = {"svg.hashsalt": "antwoordanalyse", "text.parse_math": False}
    with matplotlib.rc_context(fixed):
        chart.figure.savefig(svg, format="svg", metadata={**words, "Date": None, "Creator": None})
        chart.figure.savefig(png, format="png", dpi=_PNG_DPI, metadata={**words, "Software": None})
    # An open figure would be shown by the notebook a second time, without its words.
    pyplot.close(chart.figure)
    return svg.getvalue(), png.getvalue()


def _sentence(text: str) -> str:
    """Return a text that ends as a sentence does, so that texts can be read out in a row."""
    return text if text.endswith((".", "?", "!")) else text + "."
