"""Executed notebooks as pages: without code or scripts, accessible, in the run's language."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.errors import InvalidRun
from analysis.publishing import Finding
from analysis.report.evidence import NO_EVIDENCE, Evidence, Link
from analysis.report.pages import Page, page_of, write_page
from analysis.report.runs import Run
from analysis.wording import Wording

MakePage = Callable[..., BeautifulSoup]
PAGES = [Page("00-a", "A", ""), Page("01-b", "B", ""), Page("02-c", "C", "")]
PANDAS = """<div><style scoped>.dataframe tbody tr th {vertical-align: top;}</style>
<table border="1" class="dataframe"><thead><tr style="text-align: right;">
<th></th><th>fractie</th><th>n</th></tr></thead>
<tbody><tr><th>0</th><td>PVV</td><td>3</td></tr></tbody></table></div>"""


@pytest.fixture
def make_page(tmp_path: Path) -> MakePage:
    """A function that makes the page of an executed notebook with the given outputs."""

    def make(
        *outputs: Any,
        language: str = "nl",
        text: str = "# Titel\n\nVraag?",
        evidence: Evidence = NO_EVIDENCE,
        more: Sequence[Any] = (),
    ) -> BeautifulSoup:
        first = new_markdown_cell(text, metadata={"en": "# Title\n\nQuestion?"})
        code = new_code_cell("secret_code()", outputs=list(outputs))
        path = tmp_path / "01-b.ipynb"
        nbformat.write(new_notebook(cells=[first, code, *more]), path)
        run = Run(title="Rapport", language=language)
        write_page(path, tmp_path / "01-b.html", PAGES, run, Wording(language), evidence)
        return BeautifulSoup((tmp_path / "01-b.html").read_text(encoding="utf-8"), "html.parser")

    return make


def html(text: str) -> Any:
    return new_output("display_data", data={"text/html": text, "text/plain": "x"})


def test_a_page_has_a_language_one_title_a_main_part_and_a_way_to_skip_to_it(
    make_page: MakePage,
) -> None:
    page = make_page()
    assert page.select("html")[0]["lang"] == "nl"
    assert [title.get_text() for title in page.select("h1")] == ["Titel"]
    assert page.select("a.skip")[0]["href"] == "#" + str(page.select("main")[0]["id"])
    assert page.select("title")[0].get_text() == "B – Rapport"


def test_a_page_leads_back_and_to_its_neighbours(make_page: MakePage) -> None:
    links = [link["href"] for link in make_page().select("footer a")]
    assert links == ["00-a.html", "index.html", "02-c.html"]


def test_evidence_leads_to_the_words(make_page: MakePage) -> None:
    finding = Finding("x", "Zin.", 1, ("doc/a6", "doc/a7"), "nl")
    place = Link("antwoord op vraag 6–8", "documents/doc.html#a-6")
    evidence = Evidence("documents/doc.html", {"doc/a6": place})
    page = make_page(html(finding._repr_html_()), evidence=evidence)
    items = page.select(".finding li")
    assert [item.get_text() for item in items] == ["antwoord op vraag 6–8", "antwoord op vraag 7"]
    assert [link["href"] for link in page.select(".finding a")] == ["documents/doc.html#a-6"]
    assert page.select("footer a")[2]["href"] == "documents/doc.html"


def test_code_warnings_and_scripts_are_not_on_the_page(make_page: MakePage) -> None:
    page = make_page(
        new_output("stream", name="stderr", text="a warning"),
        new_output("stream", name="stdout", text="printed <b>"),
        new_output("display_data", data={"application/javascript": "alert(1)"}),
    )
    assert "secret_code" not in str(page)
    assert "a warning" not in str(page)
    assert "alert" not in str(page)
    assert not page.select("script, link, iframe")
    assert page.select("pre")[0].get_text().strip() == "printed <b>"


def test_nothing_may_be_loaded_or_run(make_page: MakePage) -> None:
    policy = str(make_page().select("meta[http-equiv]")[0]["content"])
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_the_style_is_not_escaped(make_page: MakePage) -> None:
    assert '"Segoe UI"' in make_page().select("style")[0].get_text()


def test_a_table_of_pandas_becomes_accessible(make_page: MakePage) -> None:
    page = make_page(html(PANDAS))
    assert not page.select("main style, [border]")
    box = page.select("div.table")[0]
    assert (box["role"], box["tabindex"]) == ("group", "0")
    assert box["aria-label"]
    assert [cell.get("scope") for cell in page.select("th")] == ["col", "col", "row"]
    assert all(cell.get_text() for cell in page.select("th"))
    assert page.select("tbody td")[1]["class"] == ["number"]


def test_a_chart_gets_links_to_its_files(make_page: MakePage) -> None:
    page = make_page(html("<figure data-chart='length'><img alt='x' src='data:,'></figure>"))
    assert [link["href"] for link in page.select("figure a")] == [
        "figures/length.svg",
        "figures/length.png",
        "figures/length.csv",
    ]


def test_a_text_about_what_is_not_shown_is_left_out(make_page: MakePage) -> None:
    tagged = {"tags": ["if-shown"]}
    more = [
        new_markdown_cell("Eerste uitleg.", metadata=tagged),
        new_code_cell("a"),
        new_code_cell("b", outputs=[html("<p>uitkomst</p>")]),
        new_markdown_cell("Tweede uitleg.", metadata=tagged),
        new_code_cell("c"),
        new_markdown_cell("Derde uitleg."),
        new_code_cell("d"),
    ]
    text = make_page(more=more).get_text()
    assert "Eerste uitleg." in text
    assert "Tweede uitleg." not in text
    assert "Derde uitleg." in text


def test_a_picture_keeps_its_alternative_text(make_page: MakePage) -> None:
    metadata = {"image/png": {"alt": 'Staven "hoog"'}}
    page = make_page(new_output("display_data", data={"image/png": "AAAA"}, metadata=metadata))
    assert page.select("img")[0]["alt"] == 'Staven "hoog"'


def test_a_picture_without_alternative_text_is_an_error(make_page: MakePage) -> None:
    with pytest.raises(InvalidRun, match="'01-b', cell 2: a picture has no alternative text"):
        make_page(new_output("display_data", data={"image/png": "AAAA"}))


def test_a_second_title_is_an_error(make_page: MakePage) -> None:
    with pytest.raises(InvalidRun, match="exactly one title"):
        make_page(text="# Een\n\n# Twee")


def test_english_comes_from_the_metadata(make_page: MakePage) -> None:
    page = make_page(language="en")
    assert page.select("html")[0]["lang"] == "en"
    assert page.select("h1")[0].get_text() == "Title"
    assert "Vraag" not in str(page)
    assert page.select("a.skip")[0].get_text() == "Skip to content"


def test_the_first_cell_gives_title_and_question() -> None:
    text = "# Hoe *lang*?\n\n**Vraag**: hoe\nlang is `x`?\n\n- Leest: tabellen"
    notebook = new_notebook(cells=[new_markdown_cell(text)])
    assert page_of(notebook, "00-a", "nl") == Page("00-a", "Hoe lang?", "Vraag: hoe lang is x?")


def test_a_missing_title_or_translation_is_an_error() -> None:
    notebook = new_notebook(cells=[new_markdown_cell("Geen titel")])
    with pytest.raises(InvalidRun, match="'00-a' must begin with a title"):
        page_of(notebook, "00-a", "nl")
    with pytest.raises(InvalidRun, match="'00-a', cell 1: the text has no translation in 'en'"):
        page_of(notebook, "00-a", "en")


def test_a_notebook_without_text_is_an_error() -> None:
    with pytest.raises(InvalidRun, match="title"):
        page_of(new_notebook(), "00-a", "nl")
