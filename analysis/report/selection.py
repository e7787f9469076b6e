"""The part of the tables that a run is about."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from analysis.errors import AnalysisError
from analysis.measures.coverage import direct_links
from analysis.report.runs import Documents, nearest
from analysis.summaries.coverage import within_period
from analysis.tables import read_text, write_tables

Tables = Mapping[str, pd.DataFrame]

# The column of the documents that each key is about; a year and a fractie are worked out.
_COLUMNS = {
    "kind": "kind",
    "chamber": "chamber",
    "dossier": "dossier",
    "bewindspersoon": "respondent",
    "document": "document_id",
}


def select(
    tables: Tables, documents: Documents, source: str = "The run"
) -> dict[str, pd.DataFrame]:
    """Return the tables of the documents and questions that a run is about.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables.
    documents : Documents
        What was asked for.
    source : str
        The run file, for messages.

    Returns
    -------
    dict of DataFrame
        All tables with the rows that belong to these. With a fractie only its own questions are
        left, and the answers to them.

    Raises
    ------
    AnalysisError
        If a value occurs in no document, or no document is left.
    """
    chosen = documents.chosen
    kept = dict(tables)
    for key in ("kind", "chamber", "dossier", "bewindspersoon", "document", "year"):
        if key in chosen:
            values = chosen[key]
            own = _values_of(tables["documents"], key)
            if key not in ("kind", "chamber"):  # which the run itself allows no others of
                _check(source, key, values, own.dropna().unique())
            kept = _of_documents(kept, tables["documents"].loc[own.isin(values), "document_id"])
    if "since" in chosen or "until" in chosen:
        kept = within_period(kept, documents.since, documents.until)
    if "fractie" in chosen:
        _check(source, "fractie", chosen["fractie"], _asking(tables)["fractie"].unique())
        kept = _of_fracties(kept, chosen["fractie"])
    if chosen and kept["documents"].empty:
        raise AnalysisError(f"{source}: no document is all that 'documents' asks for.")
    return {name: frame.reset_index(drop=True) for name, frame in kept.items()}


def values_for_each(tables: Tables, by: str) -> list[str | int]:
    """Return the values of which each gets a report, in order.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables.
    by : str
        As ``for_each`` of a run.

    Returns
    -------
    list
        Empty where no document has one. Documents are in the order of the day of their answer.
    """
    if by == "fractie":
        return sorted(_asking(tables)["fractie"].unique())
    documents = tables["documents"]
    if by == "document":
        return list(documents.sort_values(["answered_on", "document_id"])["document_id"])
    found = sorted(_values_of(documents, by).dropna().unique())
    return [int(value) for value in found] if by == "year" else found


def write_selection(tables: Tables, texts: Path, folder: Path) -> None:
    """Write selected tables to a folder, with the texts of their documents.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        As `select` returns them.
    texts : Path
        The folder of all tables, in which the texts are.
    folder : Path
        Where to write.
    """
    ids = tables["documents"]["document_id"]
    write_tables(tables, {id_: read_text(texts, id_) for id_ in ids}, folder)


def _values_of(documents: pd.DataFrame, key: str) -> pd.Series:
    if key != "year":
        return documents[_COLUMNS[key]]
    day = documents["answered_on"].fillna(documents["asked_on"])
    return day.map(lambda when: None if pd.isna(when) else when.year).astype("Int64")


def _asking(tables: Tables) -> pd.DataFrame:
    """Return which fractie asked which question; members of an unknown one are not among them."""
    return tables["askers"][tables["askers"]["role"] == "asked"].dropna(subset="fractie")


def _of_documents(tables: Tables, ids: Iterable[str]) -> dict[str, pd.DataFrame]:
    kept = set(ids)
    return {name: frame[frame["document_id"].isin(kept)] for name, frame in tables.items()}


def _of_fracties(tables: Tables, fracties: list[str]) -> dict[str, pd.DataFrame]:
    """Return the tables with the questions of some fracties only, and the answers to them."""
    asking = _asking(tables)
    questions = set(asking.loc[asking["fractie"].isin(fracties), "question_id"])
    direct = direct_links(tables["question_answers"])
    answers = set(direct.loc[direct["question_id"].isin(questions), "answer_id"])
    both = questions | answers
    own = tables["questions"]
    kept = _of_documents(tables, own.loc[own["question_id"].isin(questions), "document_id"])
    for name, frame in kept.items():
        for column, ids in (("question_id", questions), ("answer_id", answers), ("owner_id", both)):
            if column in frame.columns:
                frame = frame[frame[column].isin(ids)]
        if "anchor_id" in frame.columns:  # a note of the letter stands by no question
            frame = frame[frame["anchor_id"].isna() | frame["anchor_id"].isin(both)]
        kept[name] = frame
    return kept


def _check(source: str, key: str, values: list[str], known: Iterable[object]) -> None:
    names = [str(name) for name in known]
    for value in values:
        if str(value) not in names:
            raise AnalysisError(
                f"{source}: 'documents.{key}' is {value!r}, which is in none of the documents"
                + nearest(str(value), names)
            )
