"""Answers that stand behind all questions, under the line that says who answers."""

from __future__ import annotations

from datetime import date

import pytest

from tests.parsing.records_of import answers_of, codes_of, record_of

ASKED = (
    "Vragen van het lid Aalders (SP) aan de minister van Havens over bruggen."
    " (Ingezonden 4 maart 2008)\n\n"
)
QUESTIONS = ("Kent u het bericht «Brug open»?1", "Wat kost die brug?", "Zo nee, waarom niet?")
REPLY = "Antwoord van minister De Zee (Havens). (Ontvangen 28 maart 2008)"
NOTE = "\n\n1 Havenkrant, 1 maart 2008.\n"


def numbered(form: str, texts: tuple[str, ...]) -> str:
    return "\n\n".join(f"{form.format(n)}{text}" for n, text in enumerate(texts, 1))


@pytest.mark.parametrize("form", ["{}\n", "{}. ", "{}) ", "{} "])
@pytest.mark.parametrize("heading", ["", "Antwoord\n\n"])
def test_the_numbers_begin_again_behind_who_answers(form: str, heading: str) -> None:
    answers = numbered(form, ("Ja.", "Die kost:\n- tijd;\n- geld.", "Zie het antwoord op vraag 2."))
    text = f"{ASKED}{numbered(form, QUESTIONS)}\n\n{heading}{REPLY}\n\n{answers}{NOTE}"
    record = record_of(text)
    assert [q.text.text for q in record.questions] == [q.rstrip("1") for q in QUESTIONS]
    assert answers_of(record) == {
        (1,): "Ja.",
        (2,): "Die kost:\n- tijd;\n- geld.",
        (3,): "Zie het antwoord op vraag 2.",
    }
    assert [note.number for note in record.notes] == [1]
    header = record.header
    assert (header.kind, header.chamber) == ("aanhangsel", "TK")
    assert (header.asked_on, header.answered_on) == (date(2008, 3, 4), date(2008, 3, 28))
    assert header.respondent == "minister De Zee (Havens)"
    assert codes_of(record) == []


def test_questions_and_answers_may_have_their_numbers_in_other_forms() -> None:
    text = f"{ASKED}{numbered('{} ', QUESTIONS)}\n{REPLY}\n1\nJa.\n2, 3\nNiets.{NOTE}"
    record = record_of(text)
    assert [q.text.text for q in record.questions] == [q.rstrip("1") for q in QUESTIONS]
    assert answers_of(record) == {(1,): "Ja.", (2, 3): "Niets."}


def test_an_answer_to_several_questions() -> None:
    text = f"{ASKED}{numbered('{}' + chr(10), QUESTIONS)}\n\n{REPLY}\n\n1\nJa.\n\n2 en 3\nNiets."
    assert answers_of(record_of(text)) == {(1,): "Ja.", (2, 3): "Niets."}


def test_a_heading_that_says_who_answers_later() -> None:
    reply = REPLY.replace("Antwoord", "Mededeling")
    text = f"{ASKED}{numbered('{}' + chr(10), QUESTIONS)}\n\n{reply}\n\nDat duurt nog even.{NOTE}"
    record = record_of(text)
    assert [q.number for q in record.questions] == [1, 2, 3]
    assert record.questions[2].text.text == QUESTIONS[2]
    assert record.answers == []
    assert record.header.kind == "uitstel"
    assert codes_of(record) == ["unanswered", "notice"]


def test_a_list_in_the_only_answer_is_no_list_of_answers() -> None:
    text = "1\nVaart de pont?\n\n2\nHoe vaak?\n\nAntwoord\nDe pont vaart:\n1. altijd\n2. vaak\n"
    record = record_of(text)
    assert answers_of(record)[1, 2].split() == "De pont vaart: 1. altijd 2. vaak".split()


def test_who_answers_may_stand_above_the_questions_under_the_number_of_the_document() -> None:
    text = (
        f"2\nAanhangsel van de Handelingen\n1\n{ASKED}{REPLY}\n\nVraag 1\nOpen?\n\nAntwoord 1\nJa."
    )
    record = record_of(text)
    assert [q.number for q in record.questions] == [1]
    assert record.header.answered_on == date(2008, 3, 28)
