"""The page that a reader opens first: each finding leads to the words it rests on."""

from pathlib import Path

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from matplotlib.figure import Figure

from analysis.paths import annotations_folder
from analysis.publishing import Chart, publish, publish_finding
from analysis.report.corpus import describe_corpus
from analysis.report.evidence import evidence_of
from analysis.report.index import write_index
from analysis.report.method import device_error_table, error_table, main_errors
from analysis.report.provenance import provenance
from analysis.report.rows import rows_by_document
from analysis.report.runs import Run
from analysis.tables import read_tables, write_tables
from analysis.wording import Wording
from tests.builders import tables_of

NL = Wording("nl")


def index_of(folder: Path, out: Path) -> BeautifulSoup:
    """Write the index of tables, with what was published beside it, and read it back."""
    tables = read_tables(folder)
    corpus = describe_corpus(rows_by_document(tables, NL), NL)
    evidence = evidence_of(tables, corpus.home, NL)
    run = Run(title="Rapport")
    write_index(out, run, [], corpus, evidence, provenance({}, folder), {}, tables)
    return BeautifulSoup((out / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_a_finding_shows_the_first_of_many_places_and_counts_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "seven"
    frames = tables_of([{"number": n} for n in range(1, 8)], [])
    write_tables(frames, {"d": ""}, folder)
    ids = [f"d#{n}" for n in range(1, 8)]
    publish_finding("many", "Zeven.", 1, ids, folder=tmp_path / "findings")
    publish_finding("few", "Een.", 2, ["d#7", "elsewhere#1"], folder=tmp_path / "findings")
    publish_finding("none", "Niets.", 3, folder=tmp_path / "findings")
    items = index_of(folder, tmp_path).select(".findings li")
    assert [" ".join(item.get_text().split()) for item in items] == [
        "Zeven. Na te lezen: vraag 1, vraag 2, vraag 3, vraag 4, vraag 5 en nog 2",
        "Een. Na te lezen: vraag 7",
        "Niets.",
    ]
    links = [link["href"] for link in items[0].select("a")]
    assert links == [f"documents/d.html#q-{n}" for n in range(1, 6)]


def test_many_documents_are_listed_in_part_and_then_on_a_page_of_their_own(tmp_path: Path) -> None:
    ids = [f"d{n:02}" for n in range(25)]
    folder = tmp_path / "tables"
    frames = tables_of([], [], [{"document_id": id_} for id_ in ids])
    write_tables(frames, dict.fromkeys(ids, ""), folder)
    index = index_of(folder, tmp_path)
    links = [link["href"] for link in index.select("#analysed ~ .table a")]
    assert links == [f"documents/{id_}.html" for id_ in ids[:20]]
    assert index.select("#analysed ~ p a")[0]["href"] == "documents.html"
    assert index.select("main > p a")[0]["href"] == "documents.html"


def test_what_was_put_off_is_told_in_whose_words_and_leads_to_the_answer(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    words = "Gelet op de demissionaire status van het kabinet is dit aan een volgend kabinet."
    frames = tables_of(
        [{"number": n} for n in range(1, 4)],
        [{"to": [1, 2], "text": f"Ja. {words}"}, {"to": [3], "text": "Nee."}],
        [{"document_id": "d", "respondent": "minister van <b>Zaken"}],
    )
    write_tables(frames, {"d": ""}, folder)
    index = index_of(folder, tmp_path)
    assert "1 van de 2 antwoorden" in index.select("#put-off ~ p")[0].get_text()
    quotes = index.select(".quotes li")
    assert [quote.select("blockquote")[0].get_text() for quote in quotes] == [words]
    assert quotes[0].select("mark")
    assert quotes[0].select("a")[0]["href"] == "documents/d.html#a-1"
    who = " ".join(quotes[0].select(".who")[0].get_text().split())
    assert who == "Antwoord op vraag 1–2 – antwoord van de minister van <b>Zaken"


def test_six_findings_are_shown_and_the_others_are_folded_away(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_tables(tables_of([{"number": 1}], []), {"d": ""}, folder)
    for order in (*range(1, 9), 50):
        name = "state-of-data" if order == 50 else f"x{order}"
        publish_finding(name, f"Nummer {order}.", order, folder=tmp_path / "findings")
    index = index_of(folder, tmp_path)
    shown = [item.get_text(strip=True) for item in index.select("ol.findings > li")]
    assert shown == [f"Nummer {n}." for n in range(1, 7)]
    assert index.select("details summary")[0].get_text() == "Nog 2 bevindingen"
    state = [text.get_text(strip=True) for text in index.select("#state ~ p")]
    assert state[0] == "Nummer 50."
    assert "0 fouten, 0 waarschuwingen" in state[1]
    assert state[2] == "Er is niets met de hand verbeterd."


def test_the_errors_of_the_instruments_are_told_with_their_intervals(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_tables(tables_of([{"number": 1}], []), {"d": ""}, folder)
    table = index_of(folder, tmp_path).select("#errors ~ details table")[0]
    evaluation = pd.read_csv(annotations_folder() / "evaluation.csv")
    own = evaluation[
        (evaluation["instrument"] == "judgement")
        & (evaluation["material"] == "project's document")
        & (evaluation["variable"] == "coverage")
        & (evaluation["figure"] == "kappa, linear weights")
    ].iloc[0]
    rows = [[cell.get_text() for cell in row.select("th, td")] for row in table.select("tbody tr")]
    assert [
        "beoordeling van antwoorden",
        "of de vraag is beantwoord",
        "het meegeleverde document",
        "kappa, lineair gewogen",
        NL.number(own["value"], 2),
        NL.interval(own["low"], own["high"], 2),
        str(own["n"]),
    ] in rows


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_errors_of_the_instruments_have_words_for_all_and_are_few(language: str) -> None:
    wording = Wording(language)
    few, devices = error_table(wording), device_error_table(wording)
    assert 0 < len(main_errors(wording)) <= 10 < len(few) <= 50
    assert len(devices) == 4 * len(set(devices["category"]))  # two figures on two materials
    assert not any("_" in text for text in {*few["variable"], *devices["category"]})
    if language == "nl":
        evaluation = pd.read_csv(annotations_folder() / "evaluation.csv")
        for column in ("instrument", "variable", "material"):
            assert not set(few[column]) & set(evaluation[column])


def test_more_sources_than_are_listed_stand_in_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    documents = [{"document_id": f"d{n}", "source": f"=d{n}.txt"} for n in range(30)]
    questions = [{"number": 1, "document": one["document_id"]} for one in documents]
    tables = tables_of(questions, [], documents)
    write_tables(tables, {one["document_id"]: "" for one in documents}, folder)
    index = index_of(folder, tmp_path)
    assert index.select("#provenance ~ p a")[0]["href"] == "sources.csv"
    lines = (tmp_path / "sources.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 31
    assert all(line.startswith("'=d") for line in lines[1:])


def test_the_numbers_of_a_long_figure_are_a_table_without_a_script(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_tables(tables_of([{"number": 1}], []), {"d": ""}, folder)
    figure = Figure(figsize=(3, 2))
    data = pd.DataFrame({"fractie": ["SP"] * 30, "n": range(30)})
    chart = Chart("long", figure, data, "Titel", "", "Alle", "bron", "Staaf", 1, True)
    publish(chart, tmp_path / "figures")
    index = index_of(folder, tmp_path)
    assert len(index.select("figure details table tbody tr")) == 30
    assert index.select("figure details tbody a")[0]["href"] == "questions.html#fractie=SP"
    assert not index.select("script, [data-long]")


def test_of_a_very_long_figure_the_page_has_the_first_numbers_and_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    write_tables(tables_of([{"number": 1}], []), {"d": ""}, folder)
    data = pd.DataFrame({"n": range(1234)})
    figure = Figure(figsize=(3, 2))
    chart = Chart("x", figure, data, "Lang", "", "Veel.", "Bron", "Een figuur", 1, True)
    publish(chart, tmp_path / "figures")
    table = index_of(folder, tmp_path).select("figure table")[0]
    assert len(table.select("tbody tr")) == 200
    assert table.caption is not None
    assert table.caption.get_text().endswith("de eerste 200 van 1.234 rijen; de CSV heeft ze alle")
    assert len(pd.read_csv(tmp_path / "figures" / "x.csv")) == 1234
