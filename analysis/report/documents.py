"""A page for each document, on which every number of the report can be followed to its words."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from analysis.report.corpus import (
    LIST_FILE,
    Corpus,
    chamber_of,
    kind_of,
    respondents_of,
    title_of,
)
from analysis.report.evidence import document_file
from analysis.report.exchange import Exchange
from analysis.report.rendering import render
from analysis.report.rows import DocumentRows, Row
from analysis.report.runs import Run
from analysis.tables import read_text
from analysis.wording import Wording


def write_documents(
    folder: Path,
    tables: Path,
    rows: Sequence[DocumentRows],
    corpus: Corpus,
    run: Run,
    wording: Wording,
    *,
    quiet: bool = False,
) -> None:
    """Write ``documents/<document_id>.html`` for each document, with the text as read beside it.

    Parameters
    ----------
    folder : Path
        The folder of the report.
    tables : Path
        The folder of the tables, with the texts of the documents.
    rows : sequence of DocumentRows
        The documents in the order of the list, with which one turns from page to page.
    corpus : Corpus
        The same documents as they are listed; several get a page that lists all.
    run : Run
        For its title.
    wording : Wording
        The language of all but the documents' own text.
    quiet : bool
        Whether to show no progress.

    Raises
    ------
    AnalysisError
        If the text of a document is missing, or its id is not fit for a file.
    """
    (folder / "documents").mkdir()
    hidden = quiet or not sys.stderr.isatty()
    waiting = tqdm(rows, desc="documents", unit="document", disable=hidden)
    for place, own in enumerate(waiting):
        document_id = own.document["document_id"]
        page = folder / document_file(document_id)
        text = read_text(tables, document_id)
        html = render(
            "document.html.j2",
            wording,
            run=run,
            corpus=corpus,
            title=title_of(own.document),
            byline=_byline(own.document, wording),
            facts=_facts(own, wording),
            exchange=Exchange(own, text, wording),
            grave=[row for row in own.remarks if row["severity"] != "note"],
            notices=[row for row in own.remarks if row["severity"] == "note"],
            text_file=f"{document_id}.txt",
            previous=corpus.documents[place - 1] if place else None,
            following=corpus.documents[place + 1] if place + 1 < len(rows) else None,
        )
        page.write_text(html, encoding="utf-8", newline="\n")
        shutil.copyfile(tables / "texts" / f"{document_id}.txt", page.with_suffix(".txt"))
    if len(rows) > 1:
        html = render("documents.html.j2", wording, run=run, corpus=corpus)
        (folder / LIST_FILE).write_text(html, encoding="utf-8", newline="\n")


def _byline(document: Row, wording: Wording) -> str:
    """Return what a document is, in a few words."""
    day = document["answered_on"]
    parts = [
        kind_of(document, wording),
        chamber_of(document, wording),
        wording.date(day) if day else None,
    ]
    line = " · ".join(filter(None, parts))
    return line[:1].upper() + line[1:]


def _facts(rows: DocumentRows, wording: Wording) -> list[tuple[str, str]]:
    """Return what is known of a document: what it is called, and what it is; nothing is absent."""
    document = rows.document
    respondent, others = respondents_of(document)
    values: dict[str, Any] = {
        "dossier": document["dossier"],
        "document_number": document["document_number"],
        "reference": document["reference"],
        "asked_on": document["asked_on"],
        "due_on": document["due_on"],
        "answered_on": _answered(document, wording),
        "respondent": respondent,
        "co_respondents": wording.join(others),
        "cabinet": _cabinet(document, wording),
        "contents": _contents(rows, wording),
        "source": document["source"],
        "sha256": document["sha256"],
    }
    return [
        (
            wording.say(f"report.document.facts.{key}"),
            value if isinstance(value, str) else wording.date(value),
        )
        for key, value in values.items()
        if value
    ]


def _answered(document: Row, wording: Wording) -> str | None:
    day, days = document["answered_on"], document["response_days"]
    if not day or days is None:
        return wording.date(day) if day else None
    return wording.say("report.document.answered_after", day=day, n=days)


def _cabinet(document: Row, wording: Wording) -> str | None:
    demissionary = document["cabinet_demissionary"]
    if demissionary is None:
        return None
    key = "demissionary" if demissionary else "not_demissionary"
    return wording.say(f"report.document.{key}")


def _contents(rows: DocumentRows, wording: Wording) -> str:
    words = sum(row["n_words"] for row in rows.answers)
    return wording.say(
        "report.document.contents",
        questions=wording.count(len(rows.questions), "common.question"),
        answers=wording.count(len(rows.answers), "common.answer"),
        words=wording.count(words, "report.document.word"),
    )
