"""The page that a reader opens first: what was found, shown, analysed, done and known."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
from bs4 import BeautifulSoup
from markupsafe import Markup

from analysis.publishing.cells import scrollable, table_html
from analysis.publishing.charts import figure_html
from analysis.publishing.files import read_csv, write_csv
from analysis.report.corpus import Corpus, office
from analysis.report.evidence import Evidence
from analysis.report.links import QUESTIONS_FILE, link
from analysis.report.method import (
    citation,
    data_state,
    device_error_table,
    error_table,
    main_errors,
)
from analysis.report.origin import MOST_SOURCES, provenance_html, shown_value, sources_table
from analysis.report.pages import Page, downloads
from analysis.report.provenance import Provenance
from analysis.report.questions import put_off
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.wording import Wording

SOURCES_FILE = "sources.csv"

_LINKS_SHOWN = 5
_MOST_FINDINGS = 6
_MOST_PUT_OFF = 12
# Findings from here on are about the state of the data.
_ABOUT_DATA = 50
_DEVICES = "02-evasiveness-markers"


def write_index(
    folder: Path,
    run: Run,
    pages: Sequence[Page],
    corpus: Corpus,
    evidence: Evidence,
    facts: Provenance,
    values: Mapping[str, Mapping[str, Any]],
    tables: Mapping[str, pd.DataFrame],
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
    tables : mapping of str to DataFrame
        All tables.
    """
    wording = Wording(run.language)
    by_name = {page.name: page for page in pages}
    findings = [
        _finding(words, by_name.get(words["notebook"]), evidence, wording)
        for words in _published(folder / "findings")
    ]
    about_data = [one for one in findings if one["order"] >= _ABOUT_DATA]
    found = [one for one in findings if one["order"] < _ABOUT_DATA]
    postponed = put_off(tables)
    html = render(
        "index.html.j2",
        wording,
        run=run,
        pages=pages,
        corpus=corpus,
        selection=_selection(run, wording),
        findings=found[:_MOST_FINDINGS],
        more_findings=found[_MOST_FINDINGS:],
        about_data=about_data,
        state=data_state(tables, wording),
        put_off=[
            (one, evidence.of([one.href]), one.respondent and office(one.respondent, wording))
            for one in postponed[:_MOST_PUT_OFF]
        ],
        put_off_total=len(postponed),
        put_off_page=by_name.get(_DEVICES),
        answers=len(tables["answers"]),
        questions_file=QUESTIONS_FILE,
        errors=_errors_html(main_errors(wording), "errors_caption", wording),
        all_errors=_errors_html(error_table(wording), "all_errors", wording),
        device_errors=_errors_html(device_error_table(wording), "device_errors", wording),
        cite=citation(run, facts, wording),
        figures=[
            {
                "name": words["name"],
                "html": _figure(folder / "figures", words, wording, evidence),
                "page": by_name.get(words["notebook"]),
            }
            for words in _published(folder / "figures")
            if words["main"]
        ],
        provenance=provenance_html(facts, wording, _parameter_table(values, wording)),
        sources_file=_write_sources(folder, facts, wording),
    )
    (folder / "index.html").write_text(html, encoding="utf-8", newline="\n")


def _finding(
    words: dict[str, Any], page: Page | None, evidence: Evidence, wording: Wording
) -> dict[str, Any]:
    """Return a finding with its page, the first of its places, and what to beware of."""
    links = evidence.of(words["evidence"])
    first = links[:_LINKS_SHOWN]
    caveat = wording.find(f"report.beware.{words['name'].partition('-')[0]}")
    others = len(links) - len(first)
    return {**words, "page": page, "links": first, "others": others, "caveat": caveat}


def _selection(run: Run, wording: Wording) -> str:
    """Say which part of the documents a report is about; empty where it is about all."""
    chosen = run.documents.chosen
    days = {key: wording.date(chosen[key]) for key in ("since", "until") if key in chosen}
    parts = [
        wording.say(f"report.selected.{key}", values=_values(key, values, wording))
        for key, values in chosen.items()
        if key not in days
    ]
    return "; ".join(
        parts + [wording.say(f"report.selected.{key}", day=day) for key, day in days.items()]
    )


def _values(key: str, values: Sequence[Any], wording: Wording) -> str:
    return wording.join([wording.value(key, str(value)) for value in values])


def _errors_html(errors: pd.DataFrame, caption: str, wording: Wording) -> Markup:
    if errors.empty:
        return Markup("")
    said = wording.say(f"report.method.{caption}")
    return scrollable(table_html(errors, said, wording, searchable=False), wording)


def _published(folder: Path) -> list[dict[str, Any]]:
    """Return what was published in a folder, in the order of reading."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")]
    return sorted(found, key=lambda words: (words["order"], words["name"]))


def _figure(folder: Path, words: dict[str, Any], wording: Wording, evidence: Evidence) -> Markup:
    svg = (folder / f"{words['name']}.svg").read_bytes()
    data = read_csv(folder / f"{words['name']}.csv")
    html = figure_html(svg, data, words, downloads(words["name"], wording))
    soup = BeautifulSoup(str(html).replace("<table data-long>", "<table>"), "html.parser")
    link(soup, evidence)
    return Markup(str(soup))


def _write_sources(folder: Path, facts: Provenance, wording: Wording) -> str | None:
    """Write all source documents to a file, if the page does not list them; return its name."""
    if len(facts.sources) <= MOST_SOURCES:
        return None
    write_csv(folder / SOURCES_FILE, sources_table(facts, wording))
    return SOURCES_FILE


def _parameter_table(values: Mapping[str, Mapping[str, Any]], wording: Wording) -> pd.DataFrame:
    rows = [
        (page, name, shown_value(value, wording))
        for page, given in values.items()
        for name, value in given.items()
    ]
    keys = ("page", "parameter", "value")
    return pd.DataFrame(rows, columns=[wording.say(f"report.provenance.{key}") for key in keys])
