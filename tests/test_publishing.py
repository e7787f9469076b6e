"""Published charts, findings and tables: safe files, the same bytes, accessible HTML."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag
from matplotlib.figure import Figure
from PIL import Image

from analysis.errors import AnalysisError
from analysis.paths import NOTEBOOK_VARIABLE
from analysis.publishing import Chart, publish, publish_finding, publish_table, show_table
from analysis.publishing.files import defused, read_csv, write_csv

HOSTILE = "<script>alert('x')</script>"


def draw() -> Figure:
    figure = Figure(figsize=(3, 2))
    axes = figure.subplots()
    axes.barh(["PVV", "GroenLinks-PvdA"], [3, 42])
    axes.set_title("Vragen per fractie")
    return figure


@pytest.fixture
def chart() -> Chart:
    return Chart(
        name="questions-per-fractie",
        figure=draw(),
        data=pd.DataFrame({"fractie": ["=PVV", HOSTILE], "n": [3, 42], "share": [0.0667, 0.9333]}),
        title="De meeste vragen komen van één fractie",
        subtitle="Aantal vragen per fractie",
        caption=f"Alle vragen. {HOSTILE}",
        source="doc.txt",
        alt="Staafdiagram: 42 en 3 vragen.",
        order=1,
        main=True,
    )


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def one(soup: BeautifulSoup, selector: str) -> Tag:
    found = soup.select(selector)
    assert len(found) == 1, selector
    return found[0]


def test_the_same_chart_gives_the_same_bytes(chart: Chart, tmp_path: Path) -> None:
    publish(chart, tmp_path / "one")
    publish(replace(chart, figure=draw()), tmp_path / "two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert [name.partition(".")[2] for name in names] == ["csv", "json", "png", "svg"]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_pictures_carry_their_words_and_no_date(chart: Chart, tmp_path: Path) -> None:
    publish(chart, tmp_path)
    svg = (tmp_path / "questions-per-fractie.svg").read_text(encoding="utf-8")
    assert "De meeste vragen komen van één fractie" in svg
    assert "<dc:date>" not in svg
    with Image.open(tmp_path / "questions-per-fractie.png") as png:
        assert png.size == (600, 400)
        assert png.info["Description"] == "Staafdiagram: 42 en 3 vragen."
        assert "Software" not in png.info


def test_metadata_is_sorted_and_complete(chart: Chart, tmp_path: Path) -> None:
    publish(chart, tmp_path)
    words = json.loads((tmp_path / "questions-per-fractie.json").read_text(encoding="utf-8"))
    assert list(words) == sorted(words)
    assert words["columns"] == ["fractie", "n", "share"]
    assert words["n_rows"] == 2
    assert words["language"] == "nl"
    assert words["notebook"] is None


@pytest.mark.parametrize("name", ["", "Vragen", "a b", "a/b", "../a", "a--b", "-a", "é"])
def test_a_name_that_is_no_file_name_is_refused(chart: Chart, tmp_path: Path, name: str) -> None:
    with pytest.raises(AnalysisError, match="small letters, digits and hyphens"):
        publish(replace(chart, name=name), tmp_path / "figures")
    assert not (tmp_path / "figures").exists()


@pytest.mark.parametrize("text", ["=1+1", "+31", "-a", "@x", "\t=1", "\r=1"])
def test_texts_that_look_like_formulas_are_defused(text: str) -> None:
    assert defused(text) == "'" + text


def test_numbers_are_not_defused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, pd.DataFrame({"=n": [-1, 2], "x": ["-1", None], "y": [-0.5, float("nan")]}))
    assert path.read_bytes() == b"'=n,x,y\n-1,'-1,-0.5\n2,,\n"
    assert list(read_csv(path).columns) == ["=n", "x", "y"]
    assert read_csv(path)["=n"].tolist() == [-1, 2]


def test_a_text_is_read_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, pd.DataFrame({"x": ["=1", "'s avonds", "NA"]}))
    assert read_csv(path)["x"].tolist() == ["=1", "'s avonds", "NA"]


def test_two_notebooks_cannot_use_one_name(
    chart: Chart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NOTEBOOK_VARIABLE, "01-a")
    publish(chart, tmp_path)
    publish(replace(chart, figure=draw()), tmp_path)
    monkeypatch.setenv(NOTEBOOK_VARIABLE, "02-b")
    with pytest.raises(AnalysisError, match="01-a and 02-b"):
        publish(replace(chart, figure=draw()), tmp_path)


def test_a_chart_shows_itself_as_an_accessible_figure(chart: Chart, tmp_path: Path) -> None:
    html = publish(chart, tmp_path)._repr_html_()
    soup = parsed(html)
    assert "<script" not in html
    image = one(soup, "figure#figure-questions-per-fractie > .drawn > img")
    assert str(image["src"]).startswith("data:image/svg+xml;base64,")
    assert image["alt"] == (
        "De meeste vragen komen van één fractie. Aantal vragen per fractie. "
        "Staafdiagram: 42 en 3 vragen."
    )
    assert one(soup, "figcaption").get_text() == f"Alle vragen. {HOSTILE}\nBron: doc.txt"
    assert one(soup, "details:not([open]) table > caption").get_text() == chart.title
    assert [head["scope"] for head in soup.select("thead th")] == ["col"] * 3
    assert [head["scope"] for head in soup.select("tbody th")] == ["row"] * 2
    assert [cell.get_text() for cell in soup.select("tbody td")] == ["3", "6,7%", "42", "93,3%"]


def test_a_chart_is_plain_text_in_a_terminal(chart: Chart, tmp_path: Path) -> None:
    assert repr(publish(chart, tmp_path)) == f"{chart.title}\n{chart.alt}"


def test_dollar_signs_in_a_figure_are_no_formula(chart: Chart, tmp_path: Path) -> None:
    """As a formula this one could not be drawn at all."""
    axes = chart.figure.axes[0]
    axes.set_title(r"Van $ 5 naar \wrong{ $ 6")
    axes.set_yticks(axes.get_yticks(), [r"$\wrong{$" for _ in axes.get_yticks()])
    publish(chart, tmp_path)
    assert (tmp_path / "questions-per-fractie.svg").is_file()


def test_a_finding_is_written_and_shown(tmp_path: Path) -> None:
    finding = publish_finding(
        "most", f"Er zijn 45 vragen {HOSTILE}.", 2, ["doc#1"], folder=tmp_path
    )
    words = json.loads((tmp_path / "most.json").read_text(encoding="utf-8"))
    assert words["evidence"] == ["doc#1"]
    assert words["order"] == 2
    assert repr(finding) == f"Er zijn 45 vragen {HOSTILE}."
    soup = parsed(finding._repr_html_())
    assert one(soup, "#finding-most > p").get_text() == f"Er zijn 45 vragen {HOSTILE}."
    evidence = one(soup, "details li")
    assert (evidence.get_text(), evidence["data-evidence"]) == ("vraag 1", "doc#1")


def test_evidence_has_names_that_a_reader_knows(tmp_path: Path) -> None:
    def named(*ids: str, language: str = "nl") -> list[str]:
        finding = publish_finding("x", "Zin.", 1, ids, language=language, folder=tmp_path)
        return [item.get_text() for item in parsed(finding._repr_html_()).select("li")]

    assert named("doc/a16", "doc#12.2") == ["antwoord op vraag 16", "vraag 12 (2)"]
    assert named("doc/a16", language="en") == ["answer to question 16"]
    assert named("een#1", "twee/a1") == ["vraag 1 (een)", "antwoord op vraag 1 (twee)"]
    assert named("a/b#3", "no-id", HOSTILE) == ["vraag 3", "no-id", HOSTILE]


def test_a_finding_without_evidence_has_no_list(tmp_path: Path) -> None:
    finding = publish_finding("none", "Er zijn geen vragen.", 1, folder=tmp_path)
    assert "<details" not in finding._repr_html_()


def test_a_table_shows_numbers_and_dates_of_the_language() -> None:
    frame = pd.DataFrame(
        {
            "fractie": ["PVV", None],
            "year": [2023, 2024],
            "words": [4616, 6],
            "mean": [1.5, 2.0],
            "on": [date(2023, 12, 11), None],
            "own": [True, False],
            "group": [True, False],
        }
    )
    rows = parsed(show_table(frame, "Kop")._repr_html_()).select("tbody tr")
    texts = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in rows]
    assert texts == [
        ["PVV", "2023", "4.616", "1,5", "11 december 2023", "ja", "ja"],
        ["–", "2024", "6", "2,0", "–", "nee", "nee"],
    ]


def test_an_empty_table_shows_its_headings() -> None:
    soup = parsed(show_table(pd.DataFrame({"n": []}), "Kop", "en")._repr_html_())
    assert one(soup, "thead th").get_text() == "n"
    assert not soup.select("tbody tr")


def test_a_long_table_is_shown_in_part_and_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTWOORDANALYSE_FIGURES", str(tmp_path))
    long = "woord " * 200
    frame = pd.DataFrame({"n": range(30), "text": [long] * 29 + ["kort"]})
    soup = parsed(publish_table(frame, "rows", "Kop", 10)._repr_html_())
    assert len(soup.select("tbody tr")) == 10
    assert soup.caption is not None
    assert soup.caption.get_text() == "Kop: de eerste 10 van 30"
    shown = soup.select("tbody td")[0].get_text()
    assert len(shown) <= 402
    assert shown.endswith("woord …")
    note = soup.select_one("p.downloads")
    assert note is not None
    assert note.get_text().startswith("Alle rijen")
    assert [link["href"] for link in note.select("a")] == ["figures/rows.csv"]
    written = read_csv(tmp_path / "rows.csv")
    assert len(written) == 30
    assert written["text"].iloc[0] == long


def test_without_rows_a_sentence_takes_the_place_of_a_table_and_no_file_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTWOORDANALYSE_FIGURES", str(tmp_path))
    said = publish_table(pd.DataFrame({"n": []}), "rows", "Kop", 10)._repr_html_()
    assert "Kop: geen" in said
    assert not list(tmp_path.iterdir())
