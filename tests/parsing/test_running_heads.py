"""The head that a letter repeats on its pages, in texts that others took out of a PDF."""

from __future__ import annotations

import pytest

from tests.parsing.records_of import answers_of, record_of

LETTERHEAD = "Directie Bruggen\nPlein 1\nDatum 3 mei 2024\nBetreft Beantwoording Kamervragen\n\n"
HEAD = "Directie Bruggen\nDatum\n3 mei 2024\n{number}"
QUESTIONS = "Vraag 1\nGaat de brug dicht?\n\nAntwoord op vraag 1\nJa, in het najaar en\n"


@pytest.mark.parametrize(
    "number", ["Ons kenmerk\n2024-0001", "Ons kenmerk2024-0001", "Onze referentie\nBRG/77"]
)
def test_the_head_of_a_page_is_in_no_answer(number: str) -> None:
    text = f"{LETTERHEAD}{QUESTIONS}{HEAD.format(number=number)}\nin de winter.\n"
    assert answers_of(record_of(text)) == {(1,): "Ja, in het najaar en in de winter."}


def test_the_letterhead_tells_the_date() -> None:
    text = f"{LETTERHEAD}{QUESTIONS}{HEAD.format(number='Ons kenmerk 77')}\nin de winter.\n"
    answered_on = record_of(text).header.answered_on
    assert answered_on is not None
    assert answered_on.isoformat() == "2024-05-03"


def test_a_date_that_no_number_follows_is_text() -> None:
    text = (
        f"{LETTERHEAD}{QUESTIONS}de winter, op deze dagen:\nDatum\n3 mei 2024\nPlaats\nVeldmeer\n"
    )
    assert answers_of(record_of(text))[1,].endswith("Datum\n3 mei 2024\nPlaats\nVeldmeer")
