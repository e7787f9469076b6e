"""Questions and answers that an answer quotes."""

from __future__ import annotations

import pytest

from tests.parsing.records_of import answers_of, codes_of, record_of

QUOTED = "Vraag 12: Vaart de pont?\n\nAntwoord: Nee."


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "„”"])
def test_what_is_quoted_opens_nothing(marks: str) -> None:
    first, last = marks
    text = (
        f"Vraag 1\nOpen?\n\nAntwoord 1\nIn de enquête staat:\n\n{first}Van de vragen:\n\n"
        f"{QUOTED}{last}\n\nVraag 2\nDicht?\n\nAntwoord 2\nNee.\n"
    )
    record = record_of(text)
    assert [q.number for q in record.questions] == [1, 2]
    assert answers_of(record)[1,].endswith(f"Antwoord: Nee.{last}")
    assert codes_of(record) == []


def test_a_quotation_that_is_never_closed_hides_no_question() -> None:
    text = (
        "Vraag 1\nOpen?\n\nAntwoord 1\nIn de krant staat: «open.\n\n"
        "Vraag 3\nDicht?\n\nAntwoord 3\nNee.\n\nVraag 2\nEcht?\n\nAntwoord 2\nJa.\n"
    )
    assert set(answers_of(record_of(text))) == {(1,), (2,), (3,)}


def test_an_answer_without_a_question_is_told_where_nothing_is_quoted() -> None:
    record = record_of("Vraag 1\nOpen?\n\nAntwoord 1\nJa.\n\nAntwoord\nNee.\n")
    assert "answer_without_question" in codes_of(record)
