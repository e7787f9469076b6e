"""One row per answer as given, and its length by group."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.measures.coverage import direct_links
from analysis.measures.readability import counts_of, flesch_douma, lix
from analysis.summaries.intervals import document_median

Tables = Mapping[str, pd.DataFrame]

_OF_QUESTION = ("number", "section", "n_words")


def answer_overview(tables: Tables) -> pd.DataFrame:
    """Return one row per answer as given; a joint answer is one row.

    Parameters
    ----------
    tables
        All tables, as `analysis.tables.read_tables` returns them.

    Returns
    -------
    DataFrame
        In the order of documents and questions: ``answer_id``, ``document_id``, ``questions``
        (the numbers as text, such as ``6–8``), ``n_questions``, ``number`` (the lowest),
        ``fractie`` (who asked; several are joined by `` + ``), ``section``, ``n_words``,
        ``n_sentences``, ``question_words`` (of all its questions together), ``n_asks`` (of these
        questions; null where the tables have no asks), ``flesch_douma`` and ``lix`` (nan for a
        text too short, see `analysis.measures.readability`), ``page``. Empty with
        these columns where there are no answers.
    """
    links = direct_links(tables["question_answers"])
    questions = tables["questions"].set_index("question_id")
    askers = asking_fracties(tables)
    linked = links.assign(
        **{name: links["question_id"].map(questions[name]) for name in _OF_QUESTION}
    )
    linked["fractie"] = linked["question_id"].map(askers)
    by_answer = linked.sort_values("number").groupby("answer_id", sort=False)
    overview = tables["answers"].set_index("answer_id")[["document_id", "text", "n_words", "page"]]
    overview = overview.assign(
        questions=_each(by_answer["number"], lambda numbers: number_ranges(list(numbers))),
        n_questions=by_answer.size(),
        number=by_answer["number"].min(),
        fractie=_each(by_answer["fractie"], _joined),
        section=by_answer["section"].first(),
        question_words=by_answer["n_words"].sum(),
    )
    counted = [counts_of(text) for text in overview["text"]]
    overview["n_sentences"] = [counts.sentences for counts in counted]
    overview["n_asks"] = _asks_of(links, tables).reindex(overview.index)
    overview["flesch_douma"] = np.array([flesch_douma(counts) for counts in counted], float)
    overview["lix"] = np.array([lix(counts) for counts in counted], float)
    overview = overview.drop(columns="text").reset_index()
    return overview.sort_values(["document_id", "number"], ignore_index=True)


def asking_fracties(tables: Tables) -> pd.Series:
    """Return who asked each question, by ``question_id``; joined fracties are left out.

    A question of which only the member is known is not in it, as one of which nobody is known.
    """
    asked = tables["askers"][tables["askers"]["role"] == "asked"].dropna(subset="fractie")
    return _each(asked.groupby("question_id")["fractie"], _joined)


def question_texts(tables: Tables) -> pd.Series:
    """Return what each answer was asked, by ``answer_id``: its questions, a line each."""
    direct = direct_links(tables["question_answers"])
    text = direct["question_id"].map(tables["questions"].set_index("question_id")["text"])
    return text.fillna("").groupby(direct["answer_id"]).agg("\n".join)


def headings(overview: pd.DataFrame) -> pd.Series:
    """Return the heading of each answer: its section, else who asked, else a dash."""
    return overview["section"].fillna(overview["fractie"]).fillna("–")


def length_by_fractie(overview: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Return the length of answers by asking fractie.

    Parameters
    ----------
    overview
        As `answer_overview` returns it.
    minimum
        Fewest answers of a group for which a median is given.

    Returns
    -------
    DataFrame
        Largest group first: ``fractie``, ``n_answers``, ``n_questions``, ``shortest``,
        ``longest``, ``words``, and ``median``, ``low``, ``high``, ``method`` (nan and null where
        there are fewer than ``minimum`` answers; see `document_median`), ``enough``. Answers
        without a known asker are not in it.
    """
    rows = []
    for fractie, group in overview.groupby("fractie"):
        words = group["n_words"].to_numpy()
        enough = len(words) >= minimum
        none = (float("nan"), float("nan"))
        documents = group["document_id"].to_numpy()
        (low, high), method = document_median(words, documents) if enough else (none, None)
        rows.append(
            {
                "fractie": fractie,
                "n_answers": len(words),
                "n_questions": int(group["n_questions"].sum()),
                "words": int(words.sum()),
                "shortest": int(words.min()),
                "longest": int(words.max()),
                "median": float(group["n_words"].median()) if enough else float("nan"),
                "low": low,
                "high": high,
                "method": method,
                "enough": enough,
            }
        )
    columns = ["fractie", "n_answers", "n_questions", "words", "shortest", "longest"]
    table = pd.DataFrame(rows, columns=[*columns, "median", "low", "high", "method", "enough"])
    return table.sort_values(["n_answers", "fractie"], ascending=[False, True], ignore_index=True)


def ways_of_counting(overview: pd.DataFrame) -> pd.DataFrame:
    """Return what lengths come out when a joint answer counts once, and once per question.

    Returns
    -------
    DataFrame
        ``way`` (once, naive), ``n_answers``, ``words`` and ``median``, of which only the first
        is right for the length of answers. The median is nan where there are no answers.
    """
    repeated = overview["n_words"].repeat(overview["n_questions"])
    rows = [
        (way, len(words), int(words.sum()), float(words.median()))
        for way, words in (("once", overview["n_words"]), ("naive", repeated))
    ]
    return pd.DataFrame(rows, columns=["way", "n_answers", "words", "median"])


def words_per_unit(overview: pd.DataFrame) -> pd.DataFrame:
    """Return how many words there are per answer, and per question and ask that it answers.

    Returns
    -------
    DataFrame
        ``unit`` (answer, question, ask), ``n`` of them, ``words`` and ``sentences`` for each (the
        total shared out), and ``question_words``, how many the questions have for each. A unit
        of which there are none has nan; without a table of asks these are left out.
    """
    units = {"answer": len(overview), "question": overview["n_questions"].sum()}
    if overview["n_asks"].notna().any():
        units["ask"] = overview["n_asks"].sum()
    columns = ("n_words", "n_sentences", "question_words")
    totals = [float(overview[column].astype(float).sum()) for column in columns]
    rows = [
        (unit, int(n), *(total / n if n else float("nan") for total in totals))
        for unit, n in units.items()
    ]
    return pd.DataFrame(rows, columns=["unit", "n", "words", "sentences", "question_words"])


def readability(overview: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Return how hard the answers are to read, by two formulas.

    Parameters
    ----------
    overview
        As `answer_overview` returns it.
    minimum
        Fewest answers for which a median is given.

    Returns
    -------
    DataFrame
        ``formula``, ``n_answers``, ``n_measured`` (long enough for the formula), and of these the
        ``median`` with its interval ``low`` and ``high`` and its ``method``; nan and null below
        ``minimum``.
    """
    rows = []
    for formula in ("flesch_douma", "lix"):
        measured = overview[overview[formula].notna()]
        values, documents = measured[formula].to_numpy(), measured["document_id"].to_numpy()
        enough = len(values) >= minimum
        none = (float("nan"), float("nan"))
        (low, high), method = document_median(values, documents) if enough else (none, None)
        median = float(np.median(values)) if enough else float("nan")
        rows.append((formula, len(overview), len(values), median, low, high, method))
    columns = ["formula", "n_answers", "n_measured", "median", "low", "high", "method"]
    return pd.DataFrame(rows, columns=columns)


def number_ranges(numbers: list[int]) -> str:
    """Return question numbers as they are cited: ``6–8``, ``3, 5``.

    >>> number_ranges([6, 7, 8, 10])
    '6–8, 10'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _asks_of(links: pd.DataFrame, tables: Tables) -> pd.Series:
    """Return how many asks the questions of each answer hold; empty without a table of asks."""
    if "asks" not in tables:
        return pd.Series(dtype="Int64")
    asks = tables["asks"].groupby("question_id").size()
    counted = links["question_id"].map(asks).fillna(0).astype("Int64")
    return counted.groupby(links["answer_id"]).sum()


def _each(groups: Any, said: Callable[[pd.Series], str | None]) -> pd.Series:
    """Return what is said of each group; pandas' own `agg` has no answer for no groups."""
    return pd.Series({key: said(group) for key, group in groups}, dtype="str")


def _joined(names: pd.Series) -> str | None:
    return " + ".join(dict.fromkeys(names.dropna())) or None
