"""Coverage and timeliness, counted by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.measures.coverage import answer_routes
from analysis.measures.timeliness import days_between
from analysis.parsing.references import is_pointer_only
from tests.builders import tables_of


def test_each_way_of_answering() -> None:
    tables = tables_of(
        [{"number": number} for number in range(1, 7)],
        [
            {"to": [1], "text": "Ja, dat klopt."},
            {"to": [2, 3], "text": "Beide kloppen."},
            {"to": [4], "text": "Zie het antwoord op vraag 1."},
            {"to": [5], "text": "Nee. Voor meer verwijs ik naar het antwoord op vraag 1."},
        ],
    )
    routes = answer_routes(tables["questions"], tables["question_answers"], tables["answers"])
    assert list(routes) == ["own", "joint", "joint", "reference", "own", "none"]


def test_without_answers_every_question_goes_unanswered() -> None:
    tables = tables_of([{"number": 1}, {"number": 2}], [])
    routes = answer_routes(tables["questions"], tables["question_answers"], tables["answers"])
    assert list(routes) == ["none", "none"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hiervoor verwijzen wij u naar de kabinetsreactie (Kamerstuk 29362, nr. 336).", True),
        ("Zie het antwoord op vraag 7.", True),
        ("Ik verwijs u naar het antwoord op de vragen 18 en 26.", True),
        ("Nee. Ik verwijs u naar het antwoord op vraag 3.", False),
        ("De huisarts verwijst de patiënt door, zie ik in de praktijk gebeuren.", False),
        ("", False),
    ],
)
def test_a_pointer_does_nothing_but_point(text: str, expected: bool) -> None:
    assert is_pointer_only(text) is expected


def test_days_from_one_date_to_another() -> None:
    first = pd.Series(pd.to_datetime(["2023-09-22", "2024-02-28", "2024-03-01", None]))
    last = pd.Series(pd.to_datetime(["2023-12-11", "2024-02-28", "2024-02-29", "2024-01-01"]))
    assert days_between(first, last).tolist() == [80, 0, -1, pd.NA]
