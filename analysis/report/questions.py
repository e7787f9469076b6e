"""All questions of a report on one page, to search, to sort and to pick a group from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from analysis.measures.judgement import judge_questions
from analysis.publishing.cells import scrollable, table_html
from analysis.report.evidence import Evidence
from analysis.report.links import QUESTIONS_FILE
from analysis.report.rendering import render
from analysis.report.runs import Run
from analysis.summaries.answers import answer_overview
from analysis.summaries.coverage import question_overview
from analysis.summaries.devices import device_hits
from analysis.wording import Wording

Tables = Mapping[str, pd.DataFrame]

_ID_CELL = re.compile(r"<th scope='row' data-evidence='([^']*)'>[^<]*</th>")
_CARETAKER = "demissionair"
_COLUMNS = ["fractie", "respondent", "year", "kind", "dossier", "section", "route", "status"]


@dataclass(frozen=True)
class PutOff:
    """An answer that appeals to the caretaker status, in whose words, and where it is."""

    questions: str
    href: str
    document: str
    respondent: str | None
    before: str
    words: str
    after: str


def put_off(tables: Tables) -> list[PutOff]:
    """Return the answers that appeal to the caretaker status, each once, with its sentence.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables.

    Returns
    -------
    list of PutOff
        In the order of the documents and their answers. ``href`` is the id of the answer.
    """
    if tables["answers"].empty:
        return []
    hits = device_hits(tables, answer_overview(tables))
    own = hits[hits["category"] == _CARETAKER].drop_duplicates("answer_id")
    documents = tables["documents"].set_index("document_id")
    return [
        PutOff(
            hit.questions,
            hit.answer_id,
            _text(documents["title"][hit.document_id]) or hit.document_id,
            _text(documents["respondent"][hit.document_id]),
            hit.before,
            hit.words,
            hit.after,
        )
        for hit in own.itertuples()
    ]


def write_questions(
    folder: Path, tables: Tables, evidence: Evidence, run: Run, wording: Wording
) -> None:
    """Write the page with all questions; every group that a report counts can be picked there.

    Parameters
    ----------
    folder : Path
        The folder of the report.
    tables : mapping of str to DataFrame
        All tables.
    evidence : Evidence
        Where each question can be read.
    run : Run
        For its title.
    wording : Wording
        The language.
    """
    questions = question_overview(tables, judge_questions(tables))
    html = render(
        "questions.html.j2",
        wording,
        run=run,
        table=_table(questions, tables, evidence, wording),
        total=len(questions),
        long_tables=True,
    )
    (folder / QUESTIONS_FILE).write_text(html, encoding="utf-8", newline="\n")


def _table(questions: pd.DataFrame, tables: Tables, evidence: Evidence, wording: Wording) -> Markup:
    """Return the questions as a table in which each leads to its words."""
    words = tables["answers"].set_index("answer_id")["n_words"]
    shown = questions[["question_id", *_COLUMNS]].assign(
        n_words=questions["answer_id"].map(words).astype("Int64")
    )
    empty = [column for column in _COLUMNS if shown[column].isna().all()]
    shown = shown.drop(columns=empty).rename(columns={"n_words": "n_words_answer"})
    caption = wording.say("report.questions.caption")
    html = str(scrollable(table_html(shown, caption, wording), wording))
    html = html.replace("<table>", "<table data-long>", 1)
    return Markup(_ID_CELL.sub(lambda cell: _linked(cell, evidence), html))


def _linked(cell: re.Match[str], evidence: Evidence) -> str:
    """Return the cell of an id with a link to the question in place of it."""
    link = Markup("<th scope='row'><a href='{}'>{}</a></th>")
    places = evidence.of([cell[1]])
    return str(link.format(places[0].href, places[0].text)) if places else cell[0]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
