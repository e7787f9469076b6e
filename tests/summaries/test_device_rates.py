"""How many answers and questions have a device, and how often that is wrong: counted by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from analysis.summaries.answers import answer_overview
from analysis.summaries.device_rates import (
    by_section,
    error_rates,
    labelled,
    question_rates,
    rates_by_category,
)
from analysis.summaries.devices import all_hits, judgements, question_devices
from analysis.summaries.intervals import share_interval
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def tables() -> Tables:
    return tables_of(
        [
            {"number": 1, "text": "Hoeveel leestafels kocht de bibliotheek in Zeedorp?"},
            {"number": 2, "text": "Wanneer begint de renovatie van de sporthal?"},
            {
                "number": 3,
                "text": "Wie betaalt de renovatie van het zwembad? En hoe heet de bouwer?",
            },
        ],
        [
            {
                "to": [1, 2],
                "text": "De renovatie van de sporthal begint in maart. De aanschaf van leestafels"
                " in Zeedorp is een zaak van de gemeente zelf.",
            },
            {"to": [3], "text": "De renovatie van het zwembad wordt door het Rijk betaald."},
        ],
    )


def test_a_joint_answer_and_a_skipped_ask_are_devices_of_structure(tables: Tables) -> None:
    overview = answer_overview(tables)
    hits = all_hits(tables, overview, judgements(tables))
    assert list(hits["category"]) == ["bevoegdheid", "omzeiling", "gebundeld"]
    skipped = hits.set_index("category").loc["omzeiling"]
    assert (skipped["words"], skipped["questions"]) == ("En hoe heet de bouwer?", "3")
    rates = rates_by_category(hits, overview).set_index("category")
    assert rates.loc["omzeiling", ["tier", "n_answers", "n_with"]].tolist() == ["structure", 2, 1]
    assert rates.loc["gebundeld", "where"] == ["1–2"]
    assert rates.loc["bevoegdheid", "share"] == 0.5
    interval = tuple(rates.loc["bevoegdheid", ["share_low", "share_high"]])
    assert interval == share_interval(1, 2)
    any_of = rates[rates.index.isna()].set_index("tier")["n_with"]
    assert any_of.to_dict() == {"strong": 1, "weak": 0}


def test_a_device_in_a_joint_answer_counts_for_the_question_that_it_is_about(
    tables: Tables,
) -> None:
    found = question_devices(judgements(tables))
    assert sorted(map(tuple, found.dropna().values)) == [
        ("d#1", "bevoegdheid"),
        ("d#1", "gebundeld"),
        ("d#2", "gebundeld"),
        ("d#3", "omzeiling"),
    ]
    rates = question_rates(found).set_index("category")
    assert rates.loc["gebundeld", ["n_questions", "n_with"]].tolist() == [3, 2]
    assert rates.loc["bevoegdheid", "share"] == pytest.approx(1 / 3)


def test_without_answers_there_are_no_rates() -> None:
    tables = tables_of([{"number": 1}], [])
    overview = answer_overview(tables)
    hits = all_hits(tables, overview, judgements(tables))
    assert hits.empty
    assert rates_by_category(hits, overview).empty
    rates = question_rates(question_devices([]))
    assert rates["n_questions"].eq(0).all()
    assert rates["share"].isna().all()


def test_errors_stand_beside_the_rates(tables: Tables) -> None:
    overview = answer_overview(tables)
    rates = rates_by_category(all_hits(tables, overview, judgements(tables)), overview)
    measured = [
        ("devices", "mine", "strong tier", "precision", 0.8, 0.6, 0.9, 20),
        ("devices", "mine", "bevoegdheid", "recall", 0.5, 0.2, 0.8, 4),
        ("devices", "other", "bevoegdheid", "precision", 0.1, 0.0, 0.2, 9),
        ("judgement", "mine", "n_asks", "share within one", 1.0, 0.9, 1.0, 31),
    ]
    columns = ["instrument", "material", "variable", "figure", "value", "low", "high", "n"]
    evaluation = pd.DataFrame(measured, columns=columns)
    errors = error_rates(evaluation, rates, "mine")
    assert len(errors) == len(rates)
    any_strong = errors[(errors["tier"] == "strong") & errors["category"].isna()].iloc[0]
    assert any_strong[["precision", "precision_low", "precision_n"]].tolist() == [0.8, 0.6, 20]
    row = errors.set_index("category").loc["bevoegdheid"]
    assert (row["recall"], row["recall_n"], row["precision_n"]) == (0.5, 4, 0)
    assert math.isnan(row["precision"])
    assert labelled(evaluation, "mine") == 31
    assert labelled(evaluation, "other") == 0


def test_by_heading_only_where_there_are_headings(tables: Tables, seed: Tables) -> None:
    overview = answer_overview(tables)
    hits = all_hits(tables, overview, judgements(tables))
    assert by_section(hits, overview, "bevoegdheid", 1).empty
    overview = answer_overview(seed)
    sections = by_section(all_hits(seed, overview, []), overview, "demissionair", 10)
    assert sections["n_answers"].sum() == len(overview)
    assert sections["n_with"].sum() == 3
