"""How late: cases, deferrals, what still waits, and half-open periods; counted by hand."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest

from analysis import choices
from analysis.errors import AnalysisError
from analysis.summaries import coverage
from tests.builders import tables_of

Tables = dict[str, pd.DataFrame]

TEXT = "Kunt u zeggen waarom de brug over de vaart bij het dorp al maanden dicht is?"


def document(name: str, kind: str = "aanhangsel", **values: Any) -> dict[str, Any]:
    days = {
        key: pd.Timestamp(values.pop(key))
        for key in ("asked_on", "due_on", "answered_on")
        if key in values
    }
    return {"document_id": name, "kind": kind, **days, **values}


def tables(*documents: dict[str, Any], text: str = TEXT) -> Tables:
    questions = [{"number": 1, "document": d["document_id"], "text": text} for d in documents]
    return tables_of(questions, [], list(documents))


def test_a_deferral_is_followed_by_its_answer() -> None:
    found = coverage.cases(
        tables(
            document("vragen", "vragen", asked_on="2024-01-01"),
            document("uitstel", "uitstel", asked_on="2024-01-01", answered_on="2024-01-20"),
            document("antwoord", asked_on="2024-01-01", answered_on="2024-02-15"),
        )
    )
    only = found.iloc[0]
    assert len(found) == 1
    assert (only["document_id"], only["n_documents"], only["state"]) == ("antwoord", 3, "answered")
    assert only["deferred_on"] == pd.Timestamp("2024-01-20")
    assert (only["days"], only["days_past_rule"]) == (45, 24)


def test_other_questions_of_the_same_day_are_another_case() -> None:
    one = tables(document("a", asked_on="2024-01-01", answered_on="2024-01-09"))
    other = tables(
        document("b", "uitstel", asked_on="2024-01-01"), text=TEXT.replace("brug", "weg")
    )
    both = {name: pd.concat([one[name], other[name]], ignore_index=True) for name in one}
    assert coverage.cases(both)["state"].tolist() == ["answered", "waiting"]


def test_questions_count_where_their_answer_is() -> None:
    both = tables(
        document("vragen", "vragen", asked_on="2024-01-01"),
        document("uitstel", "uitstel", asked_on="2024-01-01", answered_on="2024-01-20"),
        document("antwoord", asked_on="2024-01-01", answered_on="2024-02-15"),
    )
    assert coverage.superseded(both) == {"vragen", "uitstel"}
    assert coverage.question_overview(both)["document_id"].tolist() == ["antwoord"]
    # Deferred and not answered yet, a question is there, as one without an answer.
    waiting = tables(document("uitstel", "uitstel", asked_on="2024-01-01"))
    assert coverage.question_overview(waiting)["route"].tolist() == ["none"]


def test_the_same_first_question_alone_is_not_the_same_case() -> None:
    """Two members ask whether the same article is known, and then something else."""
    questions = [{"number": 1, "document": name, "text": TEXT} for name in ("a", "b")] + [
        {"number": 2, "document": "a", "text": "Wie betaalt dat?"},
        {"number": 2, "document": "b", "text": "Wanneer gaat die open?"},
    ]
    documents = [document("a", asked_on="2024-01-01"), document("b", asked_on="2024-01-01")]
    assert len(coverage.cases(tables_of(questions, [], documents))) == 2


def test_a_date_printed_a_day_off_is_the_same_case() -> None:
    found = coverage.cases(
        tables(
            document("a", "brief", asked_on="2024-01-01", answered_on="2024-01-09"),
            document("b", asked_on="2024-01-02", answered_on="2024-01-10"),
        )
    )
    assert found["days"].tolist() == [8]


def test_the_same_reference_is_the_same_case_whatever_its_text() -> None:
    found = coverage.cases(
        tables(
            document("a", "vragen", asked_on="2024-01-01", reference="2024Z00001"),
            document("b", asked_on="2024-01-02", answered_on="2024-01-09", reference="2024Z00001"),
            text="Ja?",
        )
    )
    assert found["days"].tolist() == [8]


def test_what_still_waits_counts_until_the_last_date() -> None:
    found = coverage.cases(
        tables(
            document("a", asked_on="2024-01-01", answered_on="2024-01-11", reference="1"),
            document("b", "vragen", asked_on="2024-01-05", reference="2"),
            document(
                "c", "uitstel", asked_on="2024-01-31", answered_on="2024-02-10", reference="3"
            ),
            document("d", answered_on="2024-01-11", reference="4"),
            text="Ja?",
        )
    ).set_index("document_id")
    assert found["state"].to_dict() == {
        **{"a": "answered", "b": "waiting", "c": "waiting", "d": "undated"},
    }
    assert found.loc["b", "waiting_days"] == 36
    assert found.loc["c", "waiting_days"] == 10
    counts = coverage.waiting_counts(found).set_index("kind")
    assert counts.loc[
        "aanhangsel", ["n", "came", "undated", "under_rule", "past_rule"]
    ].tolist() == [
        *[2, 1, 1, 1, 0],
    ]
    assert counts.loc["uitstel", ["waiting", "deferred"]].tolist() == [1, 1]


@pytest.mark.parametrize(("days", "late"), [(20, 0), (21, 0), (22, 1)])
def test_the_last_day_of_the_rule_is_in_time(days: int, late: int) -> None:
    answered = pd.Timestamp("2024-01-01") + pd.Timedelta(days=days)
    found = coverage.cases(tables(document("a", asked_on="2024-01-01", answered_on=answered)))
    assert coverage.waiting_counts(found)["past_rule"].tolist() == [late]
    assert coverage.waiting_counts(
        coverage.cases(
            tables(document("a", asked_on="2024-01-01", answered_on=answered)), rule_days=days
        )
    )["past_rule"].tolist() == [0]


def test_a_verslag_is_not_under_the_rule(seed: Tables) -> None:
    only = coverage.cases(seed).iloc[0]
    assert (only["days"], only["days_asked"], only["days_past_due"]) == (80, 28, 52)
    assert pd.isna(only["days_past_rule"])


def test_equal_dates_are_no_days() -> None:
    found = coverage.cases(tables(document("a", asked_on="2024-01-01", answered_on="2024-01-01")))
    assert found[["days", "state"]].iloc[0].tolist() == [0, "answered"]
    assert coverage.median_wait(coverage.waiting_curve(found)) == 0


def test_an_answer_before_its_question_is_a_wrong_date() -> None:
    found = coverage.cases(tables(document("a", asked_on="2024-01-02", answered_on="2024-01-01")))
    assert found["state"].tolist() == ["undated"]
    assert coverage.response_times(
        tables(document("a", asked_on="2024-01-02", answered_on="2024-01-01"))
    ).empty


def test_the_curve_by_hand() -> None:
    # Of four sets, answers after 10 and 30 days; one waits since 20 days, one since 40.
    found = pd.DataFrame(
        {
            "state": ["answered", "waiting", "answered", "waiting"],
            "days": [10, None, 30, None],
            "waiting_days": [None, 20, None, 40],
        }
    )
    curve = coverage.waiting_curve(found)
    assert curve["days"].tolist() == [0, 10, 30]
    assert curve["share_waiting"].tolist() == pytest.approx([1, 3 / 4, 3 / 4 * 1 / 2])
    assert curve["at_risk"].tolist() == [4, 4, 2]
    assert coverage.median_wait(curve) == 30
    # The mean of the answers that came would have said 20.
    later = curve.iloc[1]
    assert later["low"] < later["share_waiting"] < later["high"]


def test_where_nothing_came_there_is_no_median() -> None:
    found = coverage.cases(
        tables(
            document("a", "vragen", asked_on="2024-01-01", reference="1"),
            document("b", "vragen", asked_on="2024-01-03", reference="2"),
        )
    )
    curve = coverage.waiting_curve(found)
    assert curve["share_waiting"].tolist() == [1.0]
    assert math.isnan(coverage.median_wait(curve))


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, ["a", "b", "c"]),
        (date(2024, 1, 1), date(2024, 2, 1), ["a"]),
        (date(2024, 1, 2), date(2024, 2, 1), []),
        (date(2024, 2, 1), date(2024, 2, 2), ["b"]),
        (date(2024, 1, 1), date(2024, 2, 2), ["a", "b"]),
        (date(2024, 2, 1), None, ["b"]),
        (None, date(2024, 1, 1), []),
    ],
)
def test_a_period_has_its_first_day_and_not_its_last(
    since: date | None, until: date | None, kept: list[str]
) -> None:
    three = tables(
        document("a", asked_on="2024-01-01", answered_on="2024-03-01"),
        document("b", answered_on="2024-02-01"),
        document("c"),
    )
    inside = coverage.within_period(three, since, until)
    assert inside["documents"]["document_id"].tolist() == kept
    assert inside["questions"]["document_id"].tolist() == kept


def test_values_that_cannot_be_chosen_are_refused() -> None:
    choices.check(minimum=1, rule_days=21, since="2024-01-01", until="2024-01-02", other="x")
    with pytest.raises(AnalysisError, match="'minimum' is 0, but must be at least 1"):
        choices.check(minimum=0)
    with pytest.raises(AnalysisError, match="'since' is '1 mei', but must be a day"):
        choices.period("1 mei", None)
    with pytest.raises(AnalysisError, match="has no days"):
        choices.period("2024-01-01", "2024-01-01")
    assert choices.period("2024-01-01", None) == (date(2024, 1, 1), None)
