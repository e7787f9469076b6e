"""Summaries of small documents, counted by hand."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.summaries import answers, coverage, device_rates, devices, quality, topics
from analysis.summaries.intervals import median_interval, rank_correlation, share_interval
from analysis.tables import build_tables, read_tables, read_texts
from analysis.wording import Wording
from tests.builders import tables_of

DEMISSIONARY = "Het is aan een volgend kabinet om te kiezen."


@pytest.fixture
def small() -> dict[str, pd.DataFrame]:
    """Return five questions of two fracties, one joined, one unanswered, two answered jointly."""
    return tables_of(
        [
            {"number": 1, "text": "een twee drie", "asked": ["SP"], "section": "Geld"},
            {"number": 2, "text": "een twee", "asked": ["SP"], "joined": ["VVD"]},
            {"number": 3, "text": "een", "asked": ["SP"]},
            {"number": 4, "text": "een twee", "asked": ["PVV", "SP"]},
            {"number": 5, "text": "een", "asked": ["PVV"]},
        ],
        [
            {"to": [1], "text": DEMISSIONARY},
            {"to": [2, 3], "text": "Ja. Nee."},
            {"to": [4], "text": "Zie het antwoord op vraag 1."},
        ],
    )


def test_a_joint_answer_is_one_row(small: dict[str, pd.DataFrame]) -> None:
    overview = answers.answer_overview(small)
    assert list(overview["questions"]) == ["1", "2–3", "4"]
    assert list(overview["n_questions"]) == [1, 2, 1]
    assert list(overview["n_words"]) == [9, 2, 6]
    assert list(overview["n_sentences"]) == [1, 2, 1]
    assert list(overview["question_words"]) == [3, 3, 2]
    assert list(overview["fractie"]) == ["SP", "SP", "PVV + SP"]
    assert overview["section"].tolist()[0] == "Geld"


def test_counting_a_joint_answer_twice_is_shown_apart(small: dict[str, pd.DataFrame]) -> None:
    ways = answers.ways_of_counting(answers.answer_overview(small)).set_index("way")
    assert ways.loc["once"].tolist() == [3, 17, 6.0]
    assert ways.loc["naive"].tolist() == [4, 19, 4.0]


def test_words_per_answer_question_and_ask(small: dict[str, pd.DataFrame]) -> None:
    units = answers.words_per_unit(answers.answer_overview(small)).set_index("unit")
    # 17 words in three answers to four questions, which have eight words.
    assert units.loc["answer", ["n", "words", "question_words"]].tolist() == [3, 17 / 3, 8 / 3]
    assert units.loc["question", ["n", "words"]].tolist() == [4, 17 / 4]
    assert units.loc["ask", "n"] == len(small["asks"]) - 1  # question 5 has no answer
    empty = answers.words_per_unit(answers.answer_overview(tables_of([{"number": 1}], [])))
    assert empty["n"].tolist() == [0, 0]
    assert empty["words"].isna().all()


def test_readability_of_too_few_texts_is_not_given(small: dict[str, pd.DataFrame]) -> None:
    table = answers.readability(answers.answer_overview(small), 1)
    assert table["n_answers"].tolist() == [3, 3]
    assert table["n_measured"].tolist() == [0, 0]
    assert table["median"].isna().all()


def test_a_small_group_gets_no_median(small: dict[str, pd.DataFrame]) -> None:
    overview = answers.answer_overview(small)
    table = answers.length_by_fractie(overview, 2).set_index("fractie")
    assert table.loc["SP", "median"] == 5.5
    assert table.loc["SP", "n_answers"] == 2
    assert table.loc["SP", "n_questions"] == 3
    assert math.isnan(table.loc["PVV + SP", "median"])
    assert not table.loc["PVV + SP", "enough"]


def test_without_answers_the_tables_are_empty() -> None:
    tables = tables_of([{"number": 1}], [])
    overview = answers.answer_overview(tables)
    assert overview.empty
    assert answers.length_by_fractie(overview, 1).empty
    assert devices.device_hits(tables, overview).empty
    assert device_rates.device_rates(devices.device_hits(tables, overview), overview, "x").empty


@pytest.mark.parametrize(
    ("numbers", "text"),
    [([6, 7, 8], "6–8"), ([3], "3"), ([5, 3, 3], "3, 5"), ([1, 2, 4, 5], "1–2, 4–5"), ([], "")],
)
def test_numbers_as_they_are_cited(numbers: list[int], text: str) -> None:
    assert answers.number_ranges(numbers) == text


def test_rates_of_a_device(small: dict[str, pd.DataFrame]) -> None:
    overview = answers.answer_overview(small)
    hits = devices.device_hits(small, overview)
    # That the answer to question 4 points elsewhere is a device of its own.
    found = hits.set_index("questions")["category"].to_dict()
    assert found == {"1": "demissionair", "4": "verwijzing_antwoord"}
    assert hits.loc[0, ["before", "words", "after"]].tolist() == [
        "Het ",
        "is aan een volgend kabinet",
        " om te kiezen.",
    ]
    rate = device_rates.device_rates(hits, overview, "demissionair").iloc[0]
    assert (rate["n_answers"], rate["n_with"], rate["words"], rate["hits"]) == (3, 1, 17, 1)
    assert rate["share"] == pytest.approx(1 / 3)
    assert rate["per_1000_words"] == pytest.approx(1000 / 17)
    by = device_rates.device_rates(hits, overview, "demissionair", by="fractie").set_index("group")
    assert by["n_with"].to_dict() == {"SP": 1, "PVV + SP": 0}


def test_agreement_with_a_reader(small: dict[str, pd.DataFrame]) -> None:
    hits = devices.device_hits(small, answers.answer_overview(small))
    labels = pd.DataFrame(
        {
            "question_id": ["d#1", "d#2", "d#3", "d#4"],
            "categories": ["omzeiling;demissionair", "demissionair", "", "omzeiling"],
        }
    )
    agreement = devices.agreement_with_labels(hits, labels, small, "demissionair")
    assert agreement[["n", "both", "only_instrument", "only_reader", "neither"]].tolist() == [
        *[4, 1, 0, 1, 2],
    ]
    assert (agreement["precision"], agreement["recall"]) == (1.0, 0.5)


def test_routes_by_fractie(small: dict[str, pd.DataFrame]) -> None:
    table = coverage.routes_by_fractie(small, 3).set_index(["fractie", "role"])
    counts = table[["n_questions", "own", "joint", "reference", "none"]]
    assert counts.loc[("SP", "asked")].tolist() == [4, 1, 2, 1, 0]
    assert counts.loc[("PVV", "asked")].tolist() == [2, 0, 0, 1, 1]
    assert counts.loc[("VVD", "joined")].tolist() == [1, 0, 1, 0, 0]
    assert table.loc[("SP", "asked"), "share"] == 1.0
    assert math.isnan(table.loc[("PVV", "asked"), "share"])
    assert [role for _, role in table.index] == ["asked", "asked", "joined"]


def test_the_seed_by_fractie(seed: dict[str, pd.DataFrame]) -> None:
    table = coverage.routes_by_fractie(seed, 10).set_index(["fractie", "role"])
    counts = table[["n_questions", "own", "joint", "reference", "none"]]
    assert counts.loc[("GroenLinks-PvdA", "asked")].tolist() == [42, 28, 13, 1, 0]
    assert counts.loc[("PVV", "asked")].tolist() == [3, 3, 0, 0, 0]
    assert counts.loc[("BBB", "joined")].tolist() == [45, 31, 13, 1, 0]
    assert counts.loc[("OPNL", "joined")].tolist() == [42, 28, 13, 1, 0]


def test_response_times() -> None:
    documents = [
        {
            "document_id": "a",
            "asked_on": pd.Timestamp("2024-01-01"),
            "due_on": pd.Timestamp("2024-01-22"),
            "answered_on": pd.Timestamp("2024-02-01"),
        },
        {"document_id": "b", "asked_on": pd.Timestamp("2024-01-01")},
    ]
    times = coverage.response_times(tables_of([], [], documents))
    assert list(times["document_id"]) == ["a"]
    assert times[["days", "days_asked", "days_past_due"]].iloc[0].tolist() == [31, 21, 10]


def test_a_member_printed_in_two_ways_counts_once() -> None:
    def member(name: str, fractie: str, committee: str) -> dict[str, str]:
        return {"member": name, "fractie": fractie, "committee": committee, "role": "lid"}

    tables = tables_of(
        [{"number": 1, "asked": ["SP"], "joined": ["VVD"]}],
        [],
        members=[
            member("Van Eerste", "SP", "Geld"),
            member("van Eerste", "SP", "Zorg"),
            member("Tweede", "SGP", "Geld"),
        ],
    )
    table = coverage.committee_fracties(tables).set_index("fractie")
    assert table.loc["SP"].tolist() == [1, 1, 0]
    assert table.loc["SGP"].tolist() == [1, 0, 0]
    assert "VVD" not in table.index


def test_counts_of_a_document(small: dict[str, pd.DataFrame]) -> None:
    counts = quality.document_counts(small).iloc[0]
    assert counts[["expected", "questions", "answers", "joint_answers", "unanswered"]].tolist() == [
        *[5, 5, 3, 1, 1],
    ]


def test_where_the_text_went() -> None:
    tables = tables_of([{"number": 1, "text": "ab cd"}], [{"to": [1], "text": "efg"}])
    use = quality.text_use(tables, {"d": "Vraag 1 ab cd Antwoord efg"}).set_index("part")
    assert use["characters"].to_dict() == {
        **{"answers": 3, "questions": 4, "context": 0, "notes": 0, "rest": 14},
    }
    assert use["share"].sum() == pytest.approx(1)


def test_findings_come_in_the_language_and_the_gravest_first(
    seed: dict[str, pd.DataFrame],
) -> None:
    english = quality.findings_in(seed, Wording("en"))
    assert english["message"].iloc[0] == (
        "Question 41 has no number of its own; its answer gives it."
    )
    dutch = quality.findings_in(seed, Wording("nl"))
    assert set(dutch["message"]) == set(seed["findings"]["message"])


def test_wilson_interval() -> None:
    # 3 of 37, worked out by Wilson's formula with z = 1.959964.
    low, high = share_interval(3, 37)
    assert (low, high) == (pytest.approx(0.0280, abs=1e-4), pytest.approx(0.2130, abs=1e-4))
    assert all(map(math.isnan, share_interval(0, 0)))


def test_interval_of_a_median() -> None:
    # Of ten values the 2nd and 9th enclose the median with 97.9 %, the 3rd and 8th with 89 %.
    assert median_interval(np.arange(1, 11)) == (2, 9)
    assert all(map(math.isnan, median_interval(np.arange(5))))
    assert all(map(math.isnan, median_interval(np.array([]))))


def test_rank_correlation() -> None:
    x = np.array([1, 2, 3, 4, 5, 6])
    correlation, (low, high) = rank_correlation(x, x**3)
    assert correlation == pytest.approx(1)
    assert low <= correlation <= high
    assert math.isnan(rank_correlation(x, np.ones(6))[0])
    assert math.isnan(rank_correlation(x[:3], x[:3])[0])


def test_an_unknown_document_has_no_topics(seed: dict[str, pd.DataFrame]) -> None:
    with pytest.raises(AnalysisError, match="no document 'x'"):
        topics.topic_units(seed, "x")


def test_topics_of_the_seed(seed: dict[str, pd.DataFrame]) -> None:
    units = topics.topic_units(seed)
    assert len(units) == 37
    assert units["n_questions"].sum() == 45
    assert topics.usual_number_of_topics(units) == 11
    found = topics.found_topics(units, 11, seed)
    assert found["topic"].is_monotonic_increasing
    assert found["topic"].nunique() == 11
    agreement = topics.agreement_with_headings(found)
    # A figure to notice a change by; 0.71 is what this method reaches, chance reaches 0.45.
    assert agreement["ami"] == pytest.approx(0.714, abs=0.02)
    assert agreement["ami"] > agreement["floor_mean"]
    again = topics.found_topics(units, 11, seed)
    pd.testing.assert_frame_equal(found, again)


def test_headings_and_their_words(seed: dict[str, pd.DataFrame]) -> None:
    terms = topics.heading_terms(topics.topic_units(seed)).set_index("heading")["terms"]
    assert len(terms) == 11
    assert "vng" in terms["Gezamenlijke uitvoering van overheden"].split(", ")
    assert "PVV" in terms.index


def test_too_few_texts_are_said_to_be_too_few() -> None:
    tables = tables_of([{"number": 1}], [{"to": [1], "text": "Ja."}])
    units = topics.topic_units(tables)
    assert not topics.enough_texts(units)
    assert "1 antwoord is te weinig" in topics.too_few_sentence(units, Wording("nl"))


def test_what_is_left_out_and_corrected_is_listed_with_the_reason(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "Vraag 1\nIs dat zo?\n\nAntwoord\nJa.\n\nToelichting:\nDit is van de vrager.\n"
    for name, content in (("a.txt", text), ("b.txt", text), ("leeg.txt", "")):
        (folder / name).write_text(content, encoding="utf-8")
    corrections = folder / "corrections.csv"
    corrections.write_text(
        "document_id,item_id,column,value,who,why\n"
        "a,,title,Bruggen,Griffie,omslag\na,a#9,text,Weg?,Griffie,bestaat niet\n"
    )
    build_tables([folder], tmp_path / "out", corrections=corrections)
    tables = read_tables(tmp_path / "out")
    left_out = quality.left_out(tables, Wording("nl")).set_index("document_id")["message"]
    assert "'b.txt' bevat hetzelfde document als 'a'" in left_out["b"]
    assert left_out["leeg"].startswith("Dit bestand kon niet worden gelezen")
    made = quality.corrections_made(tables, Wording("nl"))
    assert list(made["item_id"]) == ["a", "a#9"]
    assert list(made["status"]) == ["toegepast", "niet meer van toepassing"]
    counts = quality.document_counts(tables).set_index("document_id")
    assert counts.loc["a", "unplaced"] == len("Toelichting: Dit is van de vrager.")
    assert list(counts["errors"]) == [0, 0, 1]


def test_the_worst_document_stands_first_with_the_numbers_it_lacks_and_the_words_at_a_finding(
    tmp_path: Path,
) -> None:
    good = "Vraag 1\nIs dat zo?\n\nAntwoord\nJa.\n"
    gap = good + "\nVraag 4\nEn dit?\n\nAntwoord\nNee.\n\nToelichting:\n" + "Lang woord. " * 20
    for name, content in (("a.txt", good), ("b.txt", gap), ("leeg.txt", "")):
        (tmp_path / name).write_text(content, encoding="utf-8")
    build_tables([tmp_path], tmp_path / "out")
    tables, texts = read_tables(tmp_path / "out"), read_texts(tmp_path / "out")
    found = quality.expected_and_found(tables)
    assert list(found["document_id"]) == ["b", "a"]
    assert list(found["missing"].fillna("")) == ["2, 3", ""]
    told = quality.findings_with_words(tables, texts, Wording("nl"))
    assert told["message"].iloc[0] == "Deze vraagnummers ontbreken: 2, 3."
    assert told["there"].iloc[0].startswith("En dit? Antwoord Nee.")
    assert told["there"].str.len().max() <= 92
    assert told["there"].str.endswith(" …").any()
    assert set(told["document_id"]) == {"a", "b"}
    assert told.loc[told["place"].isna(), "there"].isna().all()
