"""The PDF: the same bytes twice, short tables, and one sentence where nothing can print it."""

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
import pytest

from analysis.errors import AnalysisError
from analysis.report import pdf
from analysis.report.pages import Page
from analysis.report.runs import Run
from analysis.wording import Wording

ROWS = "".join(f"<tr><th scope='row'>rij {n}</th></tr>" for n in range(150))
PAGE = """\
<!doctype html><html lang="nl"><head><title>{title}</title></head><body><main id="content">
<h1>{title}</h1><h2 id="part">Deel</h2><p><a href="#part">hierheen</a> <a href="x.html">weg</a></p>
<img alt="Een vierkant" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>">
<table><caption>Rijen</caption><tbody>{rows}</tbody></table></main></body></html>
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A folder with an index and one page."""
    for name in ("index", "00-a"):
        text = PAGE.format(title=f"Titel {name}", rows=ROWS)
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    return tmp_path


def written(report: Path) -> bytes:
    pages = [Page("00-a", "A", "Wat?")]
    return pdf.write_pdf(report, pages, Run(title="Proef"), Wording("nl")).read_bytes()


@pytest.mark.slow
@pytest.mark.skipif(pdf.find_browser() is None, reason="there is no Chromium here to print with")
def test_a_pdf_is_the_same_twice_and_complete(report: Path) -> None:
    first = written(report)
    assert written(report) == first
    assert str(report).encode() not in first
    with pypdfium2.PdfDocument(first) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        bookmarks = [mark.get_title() for mark in document.get_toc()]
    assert "Titel 00-a" in bookmarks
    assert "rij 99" in text
    assert "rij 100" not in text
    assert "Rijen: de eerste 100 van 150; de webpagina heeft alle" in text


def test_without_anything_to_print_with_one_sentence_says_what_to_do(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(AnalysisError) as caught:
        written(report)
    assert str(caught.value) == (
        "A PDF needs Chromium, or WeasyPrint: install one of them, such as with "
        "`pip install 'antwoordanalyse[pdf]'`, or leave 'pdf' out of the run's 'build'."
    )
    assert not (report / pdf.PDF_FILE).exists()


def test_without_chromium_weasyprint_prints(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: dict[str, Any] = {}

    class Printer:
        def __init__(self, filename: str) -> None:
            given["html"] = Path(filename).read_text(encoding="utf-8")

        def write_pdf(self, target: str, **options: object) -> None:
            given.update(options)
            Path(target).write_bytes(b"%PDF (D:20261125)")

    module = ModuleType("weasyprint")
    module.HTML = Printer  # type: ignore[attr-defined]
    monkeypatch.setattr(pdf, "find_browser", lambda: None)
    monkeypatch.setitem(sys.modules, "weasyprint", module)
    assert written(report).startswith(b"%PDF")
    assert given["pdf_tags"] is True
    assert 'id="c1-part"' in given["html"]
    assert 'href="#c1-part"' in given["html"]
    assert "x.html" not in given["html"]


def test_a_browser_that_fails_is_an_error_in_a_sentence(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_browser", lambda: "/bin/false")
    with pytest.raises(AnalysisError, match="false could not print the PDF"):
        written(report)
    monkeypatch.setattr(pdf, "find_browser", lambda: "/bin/true")
    with pytest.raises(AnalysisError, match="true printed no PDF"):
        written(report)
