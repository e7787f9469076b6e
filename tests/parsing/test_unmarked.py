"""Answers that nothing marks."""

from __future__ import annotations

import pytest

from tests.parsing.records_of import answers_of, record_of

HEAD = "36 001 Dijken\n\nNr. 4 {}\n\nVastgesteld 9 juni 2022\n\nDe commissie heeft gevraagd.\n\n"
LIST = HEAD.format("LIJST VAN VRAGEN EN ANTWOORDEN")
ASKED = "{}\n\nWaarom is de dijk hoog?\n\n"
ANSWER = "Dat is zo besloten.\n\nEr is gekeken naar het water.\n\n"


@pytest.mark.parametrize("form", ["{}", "Vraag {}"])
def test_what_stands_behind_the_question_in_a_list_is_the_answer(form: str) -> None:
    text = LIST + "".join(ASKED.format(form.format(n)) + ANSWER for n in (1, 2, 3))
    record = record_of(text)
    assert {q.text.text for q in record.questions} == {"Waarom is de dijk hoog?"}
    assert answers_of(record) == {(n,): ANSWER.strip().replace("\n\n", "\n") for n in (1, 2, 3)}


def test_questions_without_answers_have_none() -> None:
    asked = "".join(ASKED.format(f"Vraag {n}") for n in (1, 2, 3))
    assert answers_of(record_of(LIST + asked + ANSWER)) == {}


def test_only_a_list_that_says_so_has_such_answers() -> None:
    text = "".join(ASKED.format(f"Vraag {n}") + ANSWER for n in (1, 2, 3))
    assert answers_of(record_of(HEAD.format("VRAGEN") + text)) == {}
