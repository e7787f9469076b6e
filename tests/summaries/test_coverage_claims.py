"""Intervals cover what was planted as often as they say, and nothing is claimed without it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from analysis.summaries import coverage
from analysis.summaries.coverage.comparison import holm
from analysis.summaries.intervals import (
    difference_interval,
    document_correlation,
    document_median,
    document_share,
    median_interval,
)
from tests.builders import tables_of
from tests.summaries.simulated import simulated

RUNS = 100


def compared(seed: int, n_documents: int, planted: float) -> pd.DataFrame:
    questions, askers = simulated(np.random.default_rng(seed), n_documents, planted)
    return coverage.compare_fracties(questions, askers, "full", 10, "full", permutations=199)


@pytest.mark.slow
def test_the_interval_covers_a_planted_difference() -> None:
    tables = [compared(seed, 80, -0.15).set_index("fractie").loc["SP"] for seed in range(RUNS)]
    covered = sum(row["low"] <= -15 <= row["high"] for row in tables)
    assert covered >= 92
    # A difference of this size is found in a good part of the corpora, and never turned round.
    verdicts = [row["verdict"] for row in tables]
    assert verdicts.count("lower") >= 20
    assert "higher" not in verdicts


@pytest.mark.slow
@pytest.mark.parametrize("n_documents", [30, 80])
def test_without_a_difference_none_is_claimed(n_documents: int) -> None:
    claims = sum(
        compared(1000 + seed, n_documents, 0.0)["verdict"].isin(["lower", "higher"]).any()
        for seed in range(RUNS)
    )
    assert claims <= 5


@pytest.mark.parametrize("n_documents", [3, 7, 8, 20, 60])
def test_the_interval_of_a_share_covers_it(n_documents: int) -> None:
    """Documents differ, so that questions of one are alike; the naive interval fails this."""
    runs, covered, naive = 400, 0, 0
    for seed in range(runs):
        rng = np.random.default_rng(seed)
        size = rng.integers(1, 13, n_documents).astype(float)
        own = np.clip(0.7 + rng.uniform(-0.3, 0.3, n_documents), 0, 1)
        hits = rng.binomial(size.astype(int), own).astype(float)
        found = document_share(hits, size, size)
        covered += found.low <= 0.7 <= found.high
        together = document_share(*(np.array([x.sum()]) for x in (hits, size, size)))
        naive += together.low <= 0.7 <= together.high
    assert covered >= 0.92 * runs
    assert naive < covered


def test_the_interval_of_a_median_takes_documents_as_the_unit() -> None:
    runs, covered, naive, related = 200, 0, 0, 0
    for seed in range(runs):
        rng = np.random.default_rng(seed)
        documents = np.repeat(np.arange(20), 8)
        level = rng.normal(0, 1, 20)[documents]  # what the answers of a document share
        values = level + rng.normal(0, 1, len(documents))
        (low, high), method = document_median(values, documents)
        assert method == "bootstrap"
        covered += low <= 0 <= high
        naive += np.subtract(*median_interval(values)[::-1]) > high - low
        other = rng.normal(0, 1, 20)[documents] + rng.normal(0, 1, len(documents))
        _, (low, high), _ = document_correlation(values, other, documents)
        related += low <= 0 <= high
    assert covered >= 0.92 * runs
    assert naive <= 0.05 * runs
    assert related >= 0.90 * runs


def test_medians_and_correlations_of_one_and_of_few_documents() -> None:
    values = np.arange(1.0, 11.0)
    one, few = np.zeros(10), np.arange(10) % 3
    assert document_median(values, one) == ((2, 9), "order")
    assert np.isnan(document_median(values, few)[0]).all()
    assert document_median(values[:3], one[:3])[1] is None
    assert document_correlation(values, values**2, one)[2] == "fisher"
    correlation, interval, method = document_correlation(values, values**2, few)
    assert (correlation, method) == (pytest.approx(1), None)
    assert np.isnan(interval).all()


def test_which_interval_is_used() -> None:
    ten = np.full(10, 10.0)
    assert document_share(np.array([7.0]), np.array([10.0]), np.array([10.0])).method == "wilson"
    assert document_share(np.arange(10.0), ten, ten).method == "bootstrap"
    few = document_share(np.array([1.0, 5.0]), ten[:2], ten[:2])
    assert few.method == "wilson_documents"
    same = document_share(ten, ten, ten)
    assert same.method == "wilson_documents"
    # Ten documents that are alike say no more than ten observations: Wilson's 10 of 10.
    assert (same.low, same.high) == pytest.approx((0.7225, 1.0), abs=1e-4)
    nothing = document_share(np.zeros(0), np.zeros(0), np.zeros(0))
    assert np.isnan([nothing.share, nothing.low, nothing.high]).all()


def test_documents_without_such_questions_do_not_count() -> None:
    hits, totals = np.array([3.0, 0.0]), np.array([4.0, 0.0])
    assert document_share(hits, totals, totals).method == "wilson"


def test_shared_questions_are_weighed_after_kish() -> None:
    # Ten halves are ten questions seen for a half each: as sure as ten, not as five.
    halves = document_share(np.array([3.5]), np.array([5.0]), np.array([2.5]))
    whole = document_share(np.array([7.0]), np.array([10.0]), np.array([10.0]))
    assert (halves.low, halves.high) == pytest.approx((whole.low, whole.high))


def test_newcombe_by_hand() -> None:
    # Newcombe (1998), table II, case (a): 56/70 against 48/80, method 10.
    assert difference_interval(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-4)
    assert np.isnan(difference_interval(0, 0, 1, 2)).all()


def test_holm_by_hand() -> None:
    corrected = holm(np.array([0.01, np.nan, 0.04, 0.03]))
    assert corrected[[0, 2, 3]].tolist() == pytest.approx([0.03, 0.06, 0.06])
    assert np.isnan(corrected[1])


def letter(answered: dict[str, tuple[int, int]], name: str = "d") -> tuple[list, list]:
    """Return questions by fractie, of which so many of so many are answered."""
    questions: list[dict] = []
    replies: list[dict] = []
    for fractie, (n, total) in answered.items():
        for i in range(total):
            number = len(questions) + 1
            questions.append({"number": number, "document": name, "asked": [fractie]})
            if i < n:
                replies.append({"document": name, "to": [number], "text": "Ja, dat klopt."})
    return questions, replies


def in_one_letter(answered: dict[str, tuple[int, int]], minimum: int = 10) -> pd.DataFrame:
    tables = tables_of(*letter(answered))
    questions = coverage.question_overview(tables)
    table = coverage.compare_fracties(questions, tables["askers"], "full", minimum, "text", 499)
    return table.set_index("fractie")


def test_two_fracties_in_one_letter() -> None:
    table = in_one_letter({"SP": (5, 20), "VVD": (19, 20)})
    assert table.loc["SP", "difference"] == pytest.approx(-70)
    assert table["verdict"].to_dict() == {"SP": "lower", "VVD": "higher"}
    assert table["method"].unique().tolist() == ["newcombe"]
    assert table.loc["SP", "low"] < -70 < table.loc["SP", "high"] < 0
    equal = in_one_letter({"SP": (10, 20), "VVD": (11, 20)})
    assert set(equal["verdict"]) == {"none"}


def test_groups_that_are_too_small_are_not_compared(seed: dict[str, pd.DataFrame]) -> None:
    questions = coverage.question_overview(seed)
    table = coverage.compare_fracties(questions, seed["askers"], "full", 10, "text")
    assert set(table["verdict"]) == {"too_few"}
    assert table["difference"].isna().all()
    assert table.set_index("fractie")["n_questions"].to_dict() == {"GroenLinks-PvdA": 42, "PVV": 3}


def test_a_bare_difference_between_ministers_is_no_difference_between_fracties() -> None:
    """The SP asks only the minister who answers nothing; nobody else asks that one."""
    questions, replies, documents = [], [], []
    for i in range(20):
        fractie, person, n = ("SP", "A", 0) if i % 2 else ("VVD", "B", 5)
        more, answers = letter({fractie: (n, 5)}, f"d{i}")
        questions += more
        replies += answers
        documents.append({"document_id": f"d{i}", "respondent": person})
    tables = tables_of(questions, replies, documents)
    overview = coverage.question_overview(tables)
    table = coverage.compare_fracties(overview, tables["askers"], "full", 10, "text")
    assert set(table["verdict"]) == {"too_few"}
    assert table["n_questions"].tolist() == [0, 0]
    # Within one minister the same numbers are a difference.
    for document in documents:
        document["respondent"] = "A"
    tables = tables_of(questions, replies, documents)
    overview = coverage.question_overview(tables)
    table = coverage.compare_fracties(overview, tables["askers"], "full", 10, "text")
    assert table["verdict"].tolist() == ["lower", "higher"]
    assert table["difference"].tolist() == [-100, 100]


def test_a_joint_answer_is_dealt_out_as_one() -> None:
    """Twenty questions with one answer are one observation, not twenty."""
    questions = [{"number": i, "asked": ["SP" if i <= 12 else "VVD"]} for i in range(1, 25)]
    tables = tables_of(questions, [{"to": list(range(13, 25)), "text": "Ja, dat klopt."}])
    overview = coverage.question_overview(tables).assign(
        answer_id=lambda frame: frame["answer_id"].fillna("none")
    )
    table = coverage.compare_fracties(overview, tables["askers"], "full", 10, "text", 499)
    assert set(table["verdict"]) == {"none"}
