"""Executed notebooks as pages: prose and results without code, in the language of the run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat
from bs4 import BeautifulSoup, Tag
from markupsafe import Markup
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from analysis.errors import InvalidRun
from analysis.report.evidence import NO_EVIDENCE, Evidence
from analysis.report.links import link
from analysis.report.rendering import render, templates_folder
from analysis.report.runs import Run
from analysis.wording import Wording

_TITLE = re.compile(r"#\s+(.+)")
_NUMBER = re.compile(r"[-−+]?\d[\d.,]*\s?%?|–|NaN|nan")
_PICTURES = ("image/png", "image/jpeg", "image/svg+xml")
_DOWNLOADS = ("svg", "png", "csv")
_TALL = 100  # longer tables scroll in a box, so that what comes after them can be found


@dataclass(frozen=True)
class Page:
    """A page of the report: the notebook it is made of, its title and the question it answers."""

    name: str
    title: str
    question: str

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.html"


def page_of(notebook: NotebookNode, name: str, language: str) -> Page:
    """Return what the first cell of a notebook says of its page.

    Parameters
    ----------
    notebook : NotebookNode
        Its first cell holds the title (``# …``) and, after an empty line, the question.
    name : str
        The name of the notebook.
    language : str
        Which of the texts to take. All cells are looked at, so that a missing translation is
        known before anything is executed.

    Raises
    ------
    InvalidRun
        If there is no title, or a text is missing in the language.
    """
    texts = [
        _markdown(cell, name, number, language)
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "markdown"
    ]
    blocks = [block.strip() for block in texts[0].split("\n\n")] if texts else [""]
    title = _TITLE.match(blocks[0])
    if not title:
        raise InvalidRun(f"Notebook {name!r} must begin with a title, such as '# How long …'.")
    question = next((block for block in blocks[1:] if block and block[0] not in "#-|>"), "")
    return Page(name, _plain(title[1]), _plain(question))


def write_page(
    executed: Path,
    target: Path,
    pages: Sequence[Page],
    run: Run,
    wording: Wording,
    evidence: Evidence = NO_EVIDENCE,
) -> None:
    """Write the page of an executed notebook.

    Parameters
    ----------
    executed : Path
        The executed notebook; its name says which of the pages it is.
    target : Path
        The HTML file to write.
    pages : sequence of Page
        All pages of the report in the order of reading, to turn from one to the next.
    run : Run
        The run, for its title.
    wording : Wording
        The language of the page.
    evidence : Evidence
        Where the questions and answers can be read, for links from what rests on them.

    Raises
    ------
    InvalidRun
        If the page would have a picture without alternative text, or not exactly one main title.
    """
    notebook = nbformat.read(executed, as_version=4)
    body = _body(notebook, executed.stem, wording, evidence)
    place = [page.name for page in pages].index(executed.stem)
    html = render(
        "page.html.j2",
        wording,
        run=run,
        page=pages[place],
        previous=pages[place - 1] if place else None,
        following=pages[place + 1] if place + 1 < len(pages) else None,
        home=evidence.home,
        body=body,
        long_tables="<table data-long" in body,
    )
    target.write_text(html, encoding="utf-8", newline="\n")


def _body(notebook: NotebookNode, name: str, wording: Wording, evidence: Evidence) -> Markup:
    """Return the inside of a page."""
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type == "markdown":
            cell.source = _markdown(cell, name, number, wording.language)
        for output in cell.get("outputs", []):
            _check_alternative(output, name, number)
    notebook.cells = _without_idle_texts(notebook.cells)
    html, _ = _exporter().from_notebook_node(notebook)
    soup = BeautifulSoup(html, "html.parser")
    if len(soup.select("h1")) != 1:
        raise InvalidRun(f"Notebook {name!r} must have exactly one title of the first level.")
    for table in soup.select("table"):
        if not table.find_parent(class_="table"):  # those of show_table are good already
            _improve_table(soup, table, wording)
    for table in soup.select("table"):
        box = table.find_parent(class_="table")
        if box and len(table.select("tbody tr")) > _TALL and not table.find_parent("details"):
            box["class"] = "table tall mathjax_ignore"
    for figure in soup.select("figure[data-chart]"):
        figure.append(BeautifulSoup(downloads(str(figure["data-chart"]), wording), "html.parser"))
    link(soup, evidence)
    return Markup(str(soup))


@cache
def _exporter() -> HTMLExporter:
    """Return what turns a notebook into HTML; its templates are read once."""
    return HTMLExporter(
        template_name="notebook",
        extra_template_basedirs=[str(templates_folder())],
        exclude_anchor_links=True,
    )


def _without_idle_texts(cells: Sequence[NotebookNode]) -> list[NotebookNode]:
    """Leave out texts tagged ``if-shown`` of which the cells after them show nothing.

    A notebook may have parts for one document and parts for many; an explanation of what is not
    there would only confuse.
    """
    kept: list[NotebookNode] = []
    shown = False
    for cell in reversed(cells):
        if cell.cell_type == "markdown":
            if shown or "if-shown" not in cell.metadata.get("tags", []):
                kept.append(cell)
            shown = False
        else:
            shown = shown or bool(cell.get("outputs"))
            kept.append(cell)
    return kept[::-1]


def downloads(name: str, wording: Wording) -> Markup:
    """Return links to the files of a chart, as a page beside the folder of figures has them."""
    links = Markup(" ").join(
        Markup("<a href='figures/{}.{}'>{}</a>").format(name, kind, kind.upper())
        for kind in _DOWNLOADS
    )
    return Markup("<p class='downloads'>{} {}</p>").format(wording.say("report.downloads"), links)


def _markdown(cell: NotebookNode, name: str, number: int, language: str) -> str:
    """Return the text of a cell in a language: Dutch is the cell's own, English stands with it."""
    if language == "nl":
        return str(cell.source)
    text = cell.metadata.get(language)
    if not text:
        raise InvalidRun(
            f"Notebook {name!r}, cell {number}: the text has no translation in {language!r} "
            "in the cell's metadata."
        )
    return text if isinstance(text, str) else "".join(text)


def _plain(markdown: str) -> str:
    """Return markdown without emphasis, on one line."""
    return " ".join(re.sub(r"[*_`]", "", markdown).split())


def _check_alternative(output: NotebookNode, name: str, number: int) -> None:
    data = output.get("data", {})
    if "text/html" in data:
        return
    metadata = output.get("metadata", {})
    for kind in _PICTURES:
        if kind in data and not (metadata.get(kind, {}).get("alt") or metadata.get("alt")):
            raise InvalidRun(
                f"Notebook {name!r}, cell {number}: a picture has no alternative text; "
                "show it with publish()."
            )


def _improve_table(soup: BeautifulSoup, table: Tag, wording: Wording) -> None:
    """Make a table of pandas or of markdown accessible: scopes, no empty headings, a scroll box."""
    table.attrs.pop("border", None)
    for style in table.find_all_previous("style", attrs={"scoped": True}, limit=1):
        style.decompose()
    for row in table.select("tr"):
        row.attrs.pop("style", None)
        for cell in row.find_all(["th", "td"], recursive=False):
            _improve_cell(cell, in_head=row.parent is not None and row.parent.name == "thead")
    _align_heads(table)
    label = wording.say("report.table_region")
    attributes = {"role": "group", "tabindex": "0", "aria-label": label, "class": "table"}
    table.wrap(soup.new_tag("div", attrs=attributes))


def _improve_cell(cell: Tag, *, in_head: bool) -> None:
    text = cell.get_text(strip=True)
    if cell.name == "th" and not text:
        cell.name = "td"
    elif cell.name == "th" and not cell.get("scope"):
        cell["scope"] = "col" if in_head else "row"
    if not in_head and cell.name == "td" and "class" not in cell.attrs and _NUMBER.fullmatch(text):
        cell["class"] = "number"


def _align_heads(table: Tag) -> None:
    """Align the heading of a column with the numbers below it."""
    heads, rows = table.select("thead tr"), table.select("tbody tr")
    if not rows or len(heads) != 1:
        return
    first = rows[0].find_all(["th", "td"], recursive=False)
    for head, cell in zip(heads[0].find_all(["th", "td"], recursive=False), first, strict=False):
        if cell.get("class") == "number" and "class" not in head.attrs:
            head["class"] = "number"
