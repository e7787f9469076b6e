"""The report as one PDF: with a table of contents, bookmarks and alternative texts.

Chromium prints it where there is one; else WeasyPrint, which is an extra of the project.
"""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup

from analysis.errors import AnalysisError
from analysis.report.pages import Page
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.wording import Wording

PDF_FILE = "report.pdf"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
    "--export-tagged-pdf",
)
_TIMEOUT = 300  # seconds
_MOST_ROWS = 100  # of a table
# What differs from run to run: when it was made, and the numbers of Chromium's nodes. Replaced by
# as many characters, since a PDF counts where each of its parts begins.
_NODE = re.compile(rb"\(node(\d{8})\)")
_MADE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)(\d{14})")
_DAY = b"20000101000000"


def write_pdf(folder: Path, pages: Sequence[Page], run: Run, wording: Wording) -> Path:
    """Write ``report.pdf`` from the pages of a report.

    Parameters
    ----------
    folder : Path
        The report, with ``index.html`` and the pages.
    pages : sequence of Page
        In the order of reading.
    run, wording
        For the title and the language.

    Returns
    -------
    Path
        The PDF.

    Raises
    ------
    AnalysisError
        If there is neither Chromium nor WeasyPrint, or printing fails.
    """
    files = ["index.html", *(page.file for page in pages)]
    chapters = [_chapter(folder / file, f"c{place}", wording) for place, file in enumerate(files)]
    contents = [entry for chapter in chapters for entry in _headings(chapter)]
    html = render(
        "print.html.j2",
        wording,
        run=run,
        contents=contents,
        chapters=[Markup(str(chapter)) for chapter in chapters],
    )
    target = folder / PDF_FILE
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary) / "report.html"
        source.write_text(html, encoding="utf-8", newline="\n")
        _print(source, target, Path(temporary))
    target.write_bytes(_steady(target.read_bytes()))
    return target


def find_browser() -> str | None:
    """Return the program that prints; None where there is none."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def _steady(pdf: bytes) -> bytes:
    """Return a PDF that is the same for the same pages."""
    nodes = {node: b"%08d" % place for place, node in enumerate(sorted(set(_NODE.findall(pdf))))}
    pdf = _NODE.sub(lambda match: b"(node" + nodes[match[1]] + b")", pdf)
    return _MADE.sub(rb"\g<1>" + _DAY, pdf)


def _shorten(table: Tag, wording: Wording) -> None:
    """Leave out the rows that nobody prints, and say so: the page beside the PDF has them."""
    rows = table.select("tbody tr")
    for row in rows[_MOST_ROWS:]:
        row.decompose()
    if len(rows) > _MOST_ROWS and table.caption:
        values = {"caption": table.caption.get_text(), "shown": _MOST_ROWS, "total": len(rows)}
        table.caption.string = wording.say("report.pdf.shortened", **values)


def _chapter(path: Path, prefix: str, wording: Wording) -> Tag:
    """Return the main part of a page with ids of its own; links lead inside it or to the web."""
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    main = soup.select_one("main")
    if main is None:
        raise AnalysisError(f"The page {path.name} has no main part to print.")
    for part in main.select(".downloads, .onpage, script"):
        part.decompose()
    for tag in main.select("details"):
        tag.decompose()
    for table in main.select("table"):
        _shorten(table, wording)
    for tag in main.select("[id]"):
        tag["id"] = f"{prefix}-{tag['id']}"
    for tag in main.select("[aria-labelledby]"):
        tag["aria-labelledby"] = f"{prefix}-{tag['aria-labelledby']}"
    for tag in main.select("a[href]"):
        href = str(tag["href"])
        if href.startswith("#"):
            tag["href"] = f"#{prefix}-{href[1:]}"
        elif urlsplit(href).scheme not in ("http", "https"):
            del tag["href"]  # a page beside the report, which is not in the PDF
    main.name = "section"
    main["id"] = prefix
    del main["tabindex"]
    return main


def _headings(chapter: Tag) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return the title of a chapter with its address, and those of its parts."""
    parts = []
    for place, tag in enumerate(chapter.select("h2")):
        tag["id"] = tag.get("id") or f"{chapter['id']}-h{place}"
        parts.append((str(tag["id"]), tag.get_text(strip=True)))
    title = chapter.select_one("h1")
    return [(str(chapter["id"]), title.get_text(strip=True) if title else "", parts)]


def _print(source: Path, target: Path, temporary: Path) -> None:
    browser = find_browser()
    if browser is None:
        _print_without_browser(source, target)
        return
    # Chromium refuses its own sandbox to root; what it prints is this report, without scripts.
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    profile = f"--user-data-dir={temporary / 'profile'}"
    command = [browser, *_OPTIONS, *root, profile, f"--print-to-pdf={target}", source.as_uri()]
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=_TIMEOUT)
    except (OSError, subprocess.SubprocessError) as error:
        raise AnalysisError(f"{Path(browser).name} could not print the PDF: {error}.") from error
    if not target.is_file():
        raise AnalysisError(f"{Path(browser).name} printed no PDF.")


def _print_without_browser(source: Path, target: Path) -> None:
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise AnalysisError(
            "A PDF needs Chromium, or WeasyPrint: install one of them, such as with "
            "`pip install 'antwoordanalyse[pdf]'`, or leave 'pdf' out of the run's 'build'."
        ) from error
    HTML(filename=str(source)).write_pdf(str(target), pdf_tags=True)
