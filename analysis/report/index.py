"""The page that a reader opens first: what was found, shown, analysed, done and known."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.publishing.charts import figure_html
from analysis.publishing.files import read_csv
from analysis.publishing.tables import scrollable, table_html
from analysis.report.pages import Page, downloads
from analysis.report.provenance import Provenance, provenance_html, read_parquet
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.wording import Wording

_DOCUMENTS_SHOWN = 20


@dataclass(frozen=True)
class Corpus:
    """What was analysed: counts, the period of the answers and the first of the documents."""

    documents: int
    questions: int
    answers: int
    first: date | None
    last: date | None
    shown: int
    table: Markup


def describe_corpus(tables: Path, wording: Wording) -> Corpus:
    """Return what was analysed.

    Parameters
    ----------
    tables : Path
        The folder of the tables.
    wording : Wording
        The language of the table of documents.

    Returns
    -------
    Corpus
        Zeros and no period when there are no documents.

    Raises
    ------
    AnalysisError
        If a table cannot be read.
    """
    columns = ["document_id", "title", "chamber", "asked_on", "answered_on"]
    documents = read_parquet(tables, "documents", columns)
    documents = documents.sort_values(["answered_on", "document_id"], ignore_index=True)
    listed = documents.head(_DOCUMENTS_SHOWN)
    listed = listed.assign(chamber=[_chamber(code, wording) for code in listed["chamber"]])
    named = pd.DataFrame(
        {
            wording.say(f"report.analysed.{column}"): listed[column].astype(object)
            for column in columns[1:]
        }
    )
    answered = documents["answered_on"].dropna()
    return Corpus(
        documents=len(documents),
        questions=len(read_parquet(tables, "questions", ["document_id"])),
        answers=len(read_parquet(tables, "answers", ["document_id"])),
        first=answered.min() if len(answered) else None,
        last=answered.max() if len(answered) else None,
        shown=len(listed),
        table=scrollable(
            table_html(named, wording.say("report.analysed.caption"), wording), wording
        ),
    )


def write_index(
    folder: Path,
    run: Run,
    pages: Sequence[Page],
    corpus: Corpus,
    facts: Provenance,
    values: Mapping[str, Mapping[str, Any]],
) -> None:
    """Write ``index.html`` from what the notebooks have published.

    Parameters
    ----------
    folder : Path
        The report, with its folders ``figures`` and ``findings``.
    run : Run
        For its title and language.
    pages : sequence of Page
        In the order of reading.
    corpus : Corpus
        What was analysed.
    facts : Provenance
        Where the results come from.
    values : mapping
        For each page, the values of its parameters, defaults included.
    """
    wording = Wording(run.language)
    by_name = {page.name: page for page in pages}
    html = render(
        "index.html.j2",
        wording,
        run=run,
        pages=pages,
        corpus=corpus,
        findings=[
            {**words, "page": by_name.get(words["notebook"])}
            for words in _published(folder / "findings")
        ],
        figures=[
            {
                "name": words["name"],
                "html": _figure(folder / "figures", words, wording),
                "page": by_name.get(words["notebook"]),
            }
            for words in _published(folder / "figures")
            if words["main"]
        ],
        provenance=provenance_html(facts, _parameter_table(values, wording), wording),
    )
    (folder / "index.html").write_text(html, encoding="utf-8", newline="\n")


def _chamber(code: Any, wording: Wording) -> Any:
    return wording.say(f"report.chambers.{code}") if code in ("EK", "TK") else code


def _published(folder: Path) -> list[dict[str, Any]]:
    """Return what was published in a folder, in the order of reading."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return sorted(found, key=lambda words: (words["order"], words["name"]))


def _figure(folder: Path, words: dict[str, Any], wording: Wording) -> Markup:
    svg = (folder / f"{words['name']}.svg").read_bytes()
    data = read_csv(folder / f"{words['name']}.csv")
    return figure_html(svg, data, words, downloads(words["name"], wording))


def _parameter_table(values: Mapping[str, Mapping[str, Any]], wording: Wording) -> pd.DataFrame:
    rows = [
        (page, name, value if isinstance(value, str) else repr(value))
        for page, given in values.items()
        for name, value in given.items()
    ]
    keys = ("page", "parameter", "value")
    return pd.DataFrame(rows, columns=[wording.say(f"report.provenance.{key}") for key in keys])
