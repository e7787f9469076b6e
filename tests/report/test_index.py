"""The page that a reader opens first: each finding leads to the words it rests on."""

from pathlib import Path

from bs4 import BeautifulSoup

from analysis.publishing import publish_finding
from analysis.report.corpus import describe_corpus
from analysis.report.evidence import evidence_of
from analysis.report.index import write_index
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
    write_index(out, run, [], corpus, evidence, provenance({}, folder), {})
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
