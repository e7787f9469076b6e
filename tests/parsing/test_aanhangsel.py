"""A whole Aanhangsel with numbered questions, against what a reader finds by eye."""

from __future__ import annotations

from datetime import date

from analysis.parsing import Record
from tests.parsing.records_of import answers_of, codes_of


def test_the_answers_and_what_they_answer(aanhangsel: Record) -> None:
    assert [question.number for question in aanhangsel.questions] == list(range(1, 8))
    assert list(answers_of(aanhangsel)) == [(1,), (2, 3), (4, 5, 6), (7,)]


def test_a_sentence_runs_on_past_a_note_and_a_footer(aanhangsel: Record) -> None:
    answer = answers_of(aanhangsel)[2, 3]
    assert "Ik vind dat onwenselijk, omdat reizigers" in answer
    assert answer.endswith("Over de zondag zijn 2 gesprekken gevoerd.")


def test_a_list_stays_in_its_answer(aanhangsel: Record) -> None:
    assert answers_of(aanhangsel)[4, 5, 6] == (
        "De vervoerder telt per zondag 2,5 duizend reizigers. Een afvaart kost\n- in de zomer 400"
        " euro;\n- in de winter 650 euro.\nDat is meer dan op werkdagen."
    )


def test_what_the_asker_explains_is_no_answer(aanhangsel: Record) -> None:
    assert answers_of(aanhangsel)[7,].endswith("het antwoord op vraag 4.")
    assert codes_of(aanhangsel) == ["unplaced_text", "unplaced_text"]


def test_questions_of_one_heading_share_its_text(aanhangsel: Record) -> None:
    assert len({q.text.text for q in aanhangsel.questions if q.number in (4, 5, 6)}) == 1


def test_the_notes(aanhangsel: Record) -> None:
    first, second = aanhangsel.notes
    assert first.passage.text.endswith("(https://krantvandekust.example/veerdienst).")
    assert second.passage.text.startswith("Verslag van de gesprekken")
    assert aanhangsel.questions[0].text.text.endswith("op zondag»?")


def test_the_header(aanhangsel: Record) -> None:
    """The misprint '(ontvangen (ontvangen' does no harm; an answer's note gives no dossier."""
    header = aanhangsel.header
    assert (header.kind, header.chamber) == ("aanhangsel", "TK")
    assert header.document_number == "ah-tk-20232024-9001"
    assert header.title == "Veerdienst vaart niet meer op zondag"
    assert header.respondent == "staatssecretaris B (Infrastructuur en Waterstaat)"
    assert header.co_respondents == ("minister van Financiën",)
    assert (header.asked_on, header.answered_on) == (date(2024, 3, 6), date(2024, 4, 2))
    assert header.dossier is None


def test_pages_are_counted_by_their_footers(aanhangsel: Record) -> None:
    assert [answer.page for answer in aanhangsel.answers] == [1, 1, 2, 2]
