"""Questions in prose that no number is printed at."""

from __future__ import annotations

import pytest

from tests.parsing.records_of import answers_of, codes_of, record_of

ONE = "1\nDe leden van de SP-fractie vragen of de brug open kan.\nKan de brug open?\n\n"
TWO = "Deze leden vragen ook naar de sluis. Kan de sluis open?\n\n"
ANSWER = "Antwoord\nDat kan.\n\n"
LAST = "{}\nDe leden van de VVD-fractie lezen weinig. Wat kost het?\n\nAntwoord\nNiets.\n"


def test_a_question_behind_another_is_in_its_group() -> None:
    record = record_of(ONE + TWO + ANSWER + LAST.format(3))
    assert [question.number for question in record.questions] == [1, 2, 3]
    assert record.questions[1].text.text == TWO.strip()
    assert record.questions[1].headless
    assert [answer.numbers for answer in record.answers] == [(1, 2), (3,)]
    assert "headless_question" in codes_of(record)


def test_a_question_that_runs_on_from_an_answer_leaves_the_answer_whole() -> None:
    record = record_of(ONE + ANSWER.strip() + " " + TWO + ANSWER + LAST.format(3))
    assert answers_of(record) == {(1,): "Dat kan.", (2,): "Dat kan.", (3,): "Niets."}
    assert record.questions[1].text.text == TWO.strip()


def test_a_question_that_is_glued_to_another_is_found_too() -> None:
    record = record_of(ONE.strip() + TWO + ANSWER + LAST.format(3))
    assert [answer.numbers for answer in record.answers] == [(1, 2), (3,)]
    assert record.questions[1].text.text == TWO.strip()


def test_a_question_that_ends_in_a_request_is_found_too() -> None:
    two = TWO.strip() + " Graag een reactie van de regering.\n\n"
    record = record_of(ONE + two + ANSWER + LAST.format(3))
    assert [answer.numbers for answer in record.answers] == [(1, 2), (3,)]


@pytest.mark.parametrize("printed", ["1\n", ""])
@pytest.mark.parametrize("answer", [ANSWER, ""])
def test_the_first_question_may_have_no_number(printed: str, answer: str) -> None:
    front = "De regering dankt de leden voor hun vragen.\n\nAlgemeen\n\n"
    asked = "De leden van de SP-fractie lezen weinig over de brug. Kan de brug open?\n\n"
    last = LAST.format(2)
    record = record_of(front + printed + asked + answer + last)
    assert [question.number for question in record.questions] == [1, 2]
    assert record.questions[0].text.text == asked.strip()
    assert record.questions[0].headless is (printed == "")
    answered = [(1,), (2,)] if answer else [(1, 2)]
    assert [given.numbers for given in record.answers] == answered
    assert {asker.fractie for asker in record.askers} == {"SP", "VVD"}


def test_numbers_that_begin_at_two_are_left_where_nobody_asks_before_them() -> None:
    record = record_of("De regering dankt de leden.\n\n2\nKan dat?\n\nAntwoord\nJa.\n")
    assert [question.number for question in record.questions] == [2]


@pytest.mark.parametrize("number", [2, 8])
def test_without_a_gap_or_with_a_wide_one_nothing_is_opened(number: int) -> None:
    record = record_of(ONE + TWO + ANSWER + LAST.format(number))
    assert [question.number for question in record.questions if question.headless] == []
