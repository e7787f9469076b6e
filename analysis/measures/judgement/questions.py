"""The judgement of every question, and of every ask, in the tables of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.measures.coverage import direct_links
from analysis.measures.judgement.classes import Coverage
from analysis.measures.judgement.evidence import ask_evidence, evidence_of
from analysis.measures.judgement.verdict import Judgement, judge
from analysis.measures.referrals import Trail, trails_of
from analysis.tables.corrections import corrected

Tables = Mapping[str, pd.DataFrame]

QUESTION_COLUMNS = (
    "question_id",
    "coverage",
    "clarity",
    "status",
    "n_asks",
    "asks_due",
    "asks_full",
    "asks_partial",
    "asks_none",
    "categories",
    "evidence",
    "coverage_lenient",
    "corrected",
)
ASK_COLUMNS = ("ask_id", "question_id", "due", "outcome", "evidence")
_COUNTS = ("n_asks", "asks_due", "asks_full", "asks_partial", "asks_none")


@dataclass(frozen=True, slots=True)
class Given:
    """A question as it stands in the tables, with what it got.

    Attributes
    ----------
    question_id, question
        The question; its text, or the introduction where it has none, or "".
    answer
        The answers of its own, joined by line ends; "" where there are none.
    numbers
        Numbers of the questions that share the answer.
    """

    question_id: str
    question: str
    answer: str
    numbers: tuple[int, ...]


def judge_questions(tables: Tables, language: str = "nl") -> pd.DataFrame:
    """Judge every question of the tables.

    Parameters
    ----------
    tables
        As `analysis.tables.read_tables` returns them.
    language
        Of the evidence: ``nl`` or ``en``.

    Returns
    -------
    DataFrame
        One row per question, with the columns `QUESTION_COLUMNS`, in the order of the table.
        ``coverage`` takes the answer as printed, ``coverage_lenient`` together with the answers
        that it refers to. A question without an answer has status ``unanswered`` and no coverage
        and clarity; one of which the text is not known has no status either. ``categories`` are
        codes separated by ``;``, null where there are none. Corrections by hand are applied, and
        ``corrected`` says where.
    """
    given = {pair.question_id: pair for pair in given_pairs(tables)}
    trails = trails_of(tables)
    answers = dict(zip(tables["answers"]["answer_id"], tables["answers"]["text"], strict=True))
    rows = []
    for pair in given.values():
        judged = judgement_of(pair)
        row = _row(pair, judged, language)
        row["coverage_lenient"] = _lenient(pair, judged, trails.get(pair.question_id, ()), answers)
        rows.append(row)
    frame = pd.DataFrame(rows, columns=list(QUESTION_COLUMNS)).drop(columns="corrected")
    frame = frame.astype(dict.fromkeys(_COUNTS, "Int64"))
    return corrected(frame, tables["corrections"], "question_id")


def judge_asks(tables: Tables, language: str = "nl") -> pd.DataFrame:
    """Judge every ask of the tables.

    Returns
    -------
    DataFrame
        One row per ask, with the columns `ASK_COLUMNS`. ``outcome`` is null for an ask that is
        not due, and ``due`` and ``outcome`` are for one without an answer.
    """
    ids = tables["asks"].groupby("question_id", sort=False)["ask_id"].agg(list).to_dict()
    rows: list[tuple[str, str, bool | None, str | None, str | None]] = []
    for pair in given_pairs(tables):
        judged = judgement_of(pair)
        for rank, ask_id in enumerate(ids.get(pair.question_id, [])):
            if judged is None:
                rows.append((ask_id, pair.question_id, None, None, None))
                continue
            ask = judged.asks[rank]
            evidence = ask_evidence(ask, language)
            rows.append((ask_id, pair.question_id, ask.due, ask.outcome, evidence))
    return pd.DataFrame(rows, columns=list(ASK_COLUMNS)).astype({"due": "boolean"})


def given_pairs(tables: Tables) -> Iterator[Given]:
    """Yield each question with the answers of its own, alone or joint."""
    links = direct_links(tables["question_answers"])
    text = dict(zip(tables["answers"]["answer_id"], tables["answers"]["text"], strict=True))
    number = dict(
        zip(tables["questions"]["question_id"], tables["questions"]["number"], strict=True)
    )
    answers = links.groupby("question_id", sort=False)["answer_id"].agg(list).to_dict()
    shared = links.groupby("answer_id", sort=False)["question_id"].agg(list).to_dict()
    for row in tables["questions"].itertuples():
        own = answers.get(row.question_id, [])
        together = {number[question] for answer in own for question in shared[answer]}
        question = next((t for t in (row.text, row.context) if isinstance(t, str)), "")
        answer = "\n".join(text[answer] for answer in own)
        yield Given(row.question_id, question, answer, tuple(sorted(together)))


def judgement_of(pair: Given) -> Judgement | None:
    """Return the judgement of a question, or ``None`` where one of the two texts is not there."""
    if not pair.answer.strip() or not pair.question.strip():
        return None
    return judge(pair.question, pair.answer, pair.numbers)


def _row(pair: Given, judged: Judgement | None, language: str) -> dict[str, object]:
    if judged is None:
        status = None if pair.answer.strip() else "unanswered"
        return {"question_id": pair.question_id, "status": status}
    return {"question_id": pair.question_id, **judgement_row(judged, language)}


def judgement_row(judged: Judgement, language: str = "nl") -> dict[str, object]:
    """Return a judgement as columns of a table."""
    return {
        "coverage": judged.coverage,
        "clarity": judged.clarity,
        "status": judged.status,
        "n_asks": len(judged.asks),
        "asks_due": judged.due,
        "asks_full": judged.count("full"),
        "asks_partial": judged.count("partial"),
        "asks_none": judged.count("none"),
        "categories": ";".join(judged.categories) or None,
        "evidence": evidence_of(judged, language),
    }


def _lenient(
    pair: Given, judged: Judgement | None, trails: tuple[Trail, ...], answers: Mapping[str, str]
) -> Coverage | None:
    """Return the coverage together with the answers that are referred to."""
    if judged is None:
        return None
    found = [answers[trail.answer_id] for trail in trails if trail.answer_id in answers]
    if judged.coverage == "full" or not found:
        return judged.coverage
    return judge(pair.question, "\n".join([pair.answer, *found]), pair.numbers).coverage
