"""Who asked: rules of counting, joined fracties, committees and seats, counted by hand."""

from __future__ import annotations

import math
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from analysis.codebook.cabinets import cabinet_on
from analysis.codebook.fracties import canonical
from analysis.codebook.seats import period_of, seats_of
from analysis.errors import AnalysisError
from analysis.summaries import coverage
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]


@pytest.fixture
def several() -> Tables:
    """Return three questions: of one fractie, of two, and of three; the VVD joins two."""
    return tables_of(
        [
            {"number": 1, "asked": ["SP"], "joined": ["VVD"]},
            {"number": 2, "asked": ["PVV", "SP"], "joined": ["VVD"]},
            {"number": 3, "asked": ["D66", "SP", "PVV"]},
        ],
        [{"to": [1], "text": "Ja, dat klopt."}, {"to": [3], "text": "Nee, dat klopt niet."}],
    )


@pytest.mark.parametrize(
    ("rule", "weights"),
    [
        ("full", {"SP": 3, "PVV": 2, "D66": 1}),
        ("fractional", {"SP": 1 + 1 / 2 + 1 / 3, "PVV": 1 / 2 + 1 / 3, "D66": 1 / 3}),
        ("first", {"SP": 1, "PVV": 1, "D66": 1}),
    ],
)
def test_each_rule_counts_as_it_says(several: Tables, rule: str, weights: dict[str, float]) -> None:
    counted = coverage.asked_by(several["askers"], rule)
    asked = counted[counted["role"] == "asked"].groupby("fractie")["weight"].sum()
    assert asked.to_dict() == pytest.approx(weights)
    joined = counted[counted["role"] == "joined"]
    assert joined.groupby("fractie")["weight"].sum().to_dict() == {"VVD": 2}


def test_all_rules_but_full_count_each_question_once(several: Tables) -> None:
    for rule, total in (("full", 6), ("fractional", 3), ("first", 3)):
        counted = coverage.asked_by(several["askers"], rule)
        assert counted.loc[counted["role"] == "asked", "weight"].sum() == pytest.approx(total)


def test_members_of_one_fractie_count_once() -> None:
    tables = tables_of([{"number": 1, "asked": ["SP"]}], [])
    twice = pd.concat([tables["askers"].assign(member=name) for name in ("Eerste", "Tweede")])
    assert coverage.asked_by(twice, "fractional")["weight"].tolist() == [1.0]


def test_a_member_whose_fractie_is_not_known_counts_for_none() -> None:
    tables = tables_of([{"number": 1, "asked": ["SP"]}, {"number": 2, "asked": ["SP"]}], [])
    askers = tables["askers"]
    askers.loc[1, ["fractie", "member"]] = [None, "Jansen"]
    assert list(coverage.asked_by(askers, "full")["question_id"]) == ["d#1"]
    known = coverage.question_overview({**tables, "askers": askers})["fractie"]
    assert list(known.isna()) == [False, True]


def test_an_unknown_rule_is_an_error(several: Tables) -> None:
    with pytest.raises(AnalysisError, match="no counting rule 'naive'"):
        coverage.asked_by(several["askers"], "naive")


def test_shares_by_rule(several: Tables) -> None:
    table = coverage.routes_by_fractie(several, 1, "fractional").set_index(["fractie", "role"])
    sp = table.loc[("SP", "asked")]
    assert sp["n_questions"] == pytest.approx(11 / 6)
    assert sp["n_answered"] == pytest.approx(4 / 3)
    assert sp["share"] == pytest.approx(8 / 11)
    assert sp["share_low"] < sp["share"] < sp["share_high"]
    assert table.loc[("VVD", "joined"), ["n_questions", "n_answered"]].tolist() == [2, 1]
    assert sp["method"] == "wilson"


def test_nobody_asked() -> None:
    tables = tables_of([{"number": 1}], [])
    assert coverage.routes_by_fractie(tables, 1).empty
    questions = coverage.question_overview(tables)
    assert coverage.compare_fracties(questions, tables["askers"], "full", 1, "text").empty
    assert coverage.questions_per_seat(
        coverage.with_roles(questions, tables["askers"], "full")
    ).empty


def test_no_questions_at_all() -> None:
    tables = tables_of([], [], [{"document_id": "d"}])
    questions = coverage.question_overview(tables)
    assert questions.empty
    assert coverage.shares_by(questions, "respondent", 1, "text").empty
    assert coverage.waiting_curve(coverage.cases(tables)).empty


def test_fracties_that_sat_at_the_table_and_asked_nothing(seed: Tables) -> None:
    members = seed["committee_members"]
    assert sorted(members.groupby("committee").size()) == [25, 26]
    silent = coverage.silent_fracties(coverage.committee_fracties(seed))
    assert "SGP" in silent
    assert not {"GroenLinks-PvdA", "PVV", "BBB", "OPNL"} & set(silent)


def test_only_documents_that_print_a_committee_count_for_it() -> None:
    tables = tables_of(
        [
            {"number": 1, "document": "a", "asked": ["SP"]},
            {"number": 1, "document": "b", "asked": ["SGP"]},
        ],
        [],
        [{"document_id": "a"}, {"document_id": "b"}],
        [
            {"document_id": "a", "committee": "Geld", "member": "X", "fractie": f, "role": "lid"}
            for f in ("SP", "SGP")
        ],
    )
    assert coverage.silent_fracties(coverage.committee_fracties(tables)) == ["SGP"]


@pytest.mark.parametrize(("chamber", "total"), [("TK", 150), ("EK", 75)])
def test_the_seats_of_each_period_fill_the_chamber(chamber: str, total: int) -> None:
    from analysis import codebook

    periods = [entry for entry in codebook.load("seats") if entry["chamber"] == chamber]
    assert len(periods) >= 4
    for entry, following in pairwise(periods):
        assert entry["until"] == following["from"]
    for entry in periods:
        assert sum(entry["seats"].values()) == total, entry["from"]
        assert all(canonical(name) == name for name in entry["seats"])
        for change in entry.get("changes", []):
            assert entry["from"] < change["from"] < entry["until"]


def test_a_fractie_that_splits() -> None:
    before, after = date(2021, 5, 12), date(2021, 5, 13)
    assert (seats_of("TK", "FVD", before), seats_of("TK", "FVD", after)) == (8, 5)
    assert (seats_of("TK", "Groep Van Haga", before), seats_of("TK", "Groep Van Haga", after)) == (
        None,
        3,
    )


def test_seats_that_are_not_known_are_none() -> None:
    assert seats_of("TK", "Partij van Niemand", date(2022, 1, 1)) is None
    assert seats_of("TK", "VVD", date(1990, 1, 1)) is None
    assert seats_of(None, "VVD", date(2022, 1, 1)) is None
    assert seats_of("TK", "VVD", None) is None
    assert period_of("EK", date(2023, 6, 12)) != period_of("EK", date(2023, 6, 13))


def asked_on(day: str, name: str) -> dict[str, object]:
    return {"document_id": name, "chamber": "TK", "asked_on": pd.Timestamp(day)}


def test_questions_per_seat() -> None:
    tables = tables_of(
        [
            {"number": 1, "document": "a", "asked": ["FVD", "Onbekend"], "joined": ["SGP"]},
            {"number": 2, "document": "a", "asked": ["VVD"]},
            {"number": 1, "document": "b", "asked": ["FVD"]},
        ],
        [],
        [asked_on("2021-05-12", "a"), asked_on("2021-05-13", "b")],
    )
    asked = coverage.with_roles(coverage.question_overview(tables), tables["askers"], "full")
    table = coverage.questions_per_seat(asked).set_index("fractie")
    assert table.loc["VVD", "per_seat"] == pytest.approx(1 / 34)
    # The FVD had 8 seats for one question and 5 for the other: no one figure is right.
    assert math.isnan(table.loc["FVD", "per_seat"])
    assert math.isnan(table.loc["Onbekend", "per_seat"])
    assert "SGP" not in table.index


@pytest.mark.parametrize(
    ("day", "cabinet"),
    [
        (date(2022, 1, 9), "Rutte III"),
        (date(2022, 1, 10), "Rutte IV"),
        (date(2026, 2, 22), "Schoof"),
        (date(2026, 2, 23), "Jetten"),
        (date(2026, 2, 24), None),
        (date(2007, 2, 21), None),
        (None, None),
    ],
)
def test_the_cabinet_of_a_day(day: date | None, cabinet: str | None) -> None:
    assert cabinet_on(day) == cabinet
