"""The page that a reader opens first: what was found, shown, analysed, done and known."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from analysis.publishing.charts import figure_html
from analysis.publishing.files import read_csv
from analysis.report.corpus import Corpus
from analysis.report.evidence import Evidence
from analysis.report.pages import Page, downloads
from analysis.report.provenance import Provenance, provenance_html
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.wording import Wording

_LINKS_SHOWN = 5


def write_index(
    folder: Path,
    run: Run,
    pages: Sequence[Page],
    corpus: Corpus,
    evidence: Evidence,
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
    evidence : Evidence
        Where the questions and answers that findings rest on can be read.
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
            _finding(words, by_name.get(words["notebook"]), evidence)
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


def _finding(words: dict[str, Any], page: Page | None, evidence: Evidence) -> dict[str, Any]:
    """Return a finding with its page and the first of the places that it rests on."""
    links = evidence.of(words["evidence"])
    first = links[:_LINKS_SHOWN]
    return {**words, "page": page, "links": first, "others": len(links) - len(first)}


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
