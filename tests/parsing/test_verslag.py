"""A whole verslag in which most traps stand at once, against what a reader finds by eye."""

from __future__ import annotations

from datetime import date

import pytest

from analysis.parsing import Record
from analysis.parsing.records import Question
from analysis.reading import Source
from tests.parsing.records_of import answers_of


@pytest.fixture
def question(verslag: Record) -> dict[int, Question]:
    return {question.number: question for question in verslag.questions}


def test_the_questions_and_who_asks_them(verslag: Record) -> None:
    asked = [(question.number, *question.asked_by) for question in verslag.questions]
    assert asked == [*((n, "SP") for n in range(1, 6)), (6, "PvdD")]


def test_one_answer_under_two_headings_is_to_both(verslag: Record) -> None:
    assert list(answers_of(verslag)) == [(1,), (2, 3), (4,), (5,), (6,)]


def test_the_sections(question: dict[int, Question]) -> None:
    assert {n: q.section for n, q in question.items()} == {
        **dict.fromkeys(range(1, 5), "Bereikbaarheid"),
        5: "Begrijpelijke brieven",
        6: None,
    }


def test_an_introduction_is_told_by_the_letter(question: dict[int, Question]) -> None:
    """The one before question 4 has lost a comma and stands directly behind the answer."""
    context = {n: q.context.text for n, q in question.items()}
    assert context[1].startswith("De leden van de SP-fractie hebben met belangstelling")
    assert context[1].endswith("hebben daarover de volgende vragen:")
    assert context[4] == (
        "De gemeenten in de grensstreek hebben minder loketten dan andere gemeenten en hun inwoners"
        " moeten daardoor verder reizen om iemand te kunnen spreken."
    )
    assert context[5].startswith("In de brief van de minister staat")
    assert context[6].startswith("De leden van de fractie van de PvdD vragen aandacht")
    assert not context[2] + context[3]


def test_a_question_without_a_number_is_its_bullets(question: dict[int, Question]) -> None:
    assert question[5].headless
    assert question[5].text.text == (
        "Elke brief van de overheid voor verzending laten lezen door een panel van inwoners."
    )


def test_answers_are_whole_and_hold_nothing_else(verslag: Record) -> None:
    answers = answers_of(verslag)
    assert answers[1,] == (
        "Ja. Een loket dat open is wanneer mensen vrij zijn, helpt hen het meest. Uit het"
        " jaarlijkse onderzoek blijkt dat het vertrouwen in de loketten hoog is. De minister vindt"
        " het verschil"
        " tussen hulp en geen hulp te groot om er niets aan te doen. Daarom is vorig jaar een proef"
        " begonnen in drie gemeenten, waarbij het loket ook op zaterdag open is, zowel voor wie"
        " digitaal als voor wie niet-digitaal geholpen wil worden. De proef wordt in het voorjaar"
        " geëvalueerd en de uitkomst daarvan is aanleiding om te bezien of ook andere gemeenten mee"
        " kunnen doen, en zo ja, wanneer zij dat willen en kunnen. In 2024 zijn er 10 gemeenten bij"
        " gekomen."
    )
    assert answers[2, 3].endswith("Hoeveel mensen terugkomen, wordt niet geteld.")
    assert answers[4,].startswith("Vraag 6 gaat over het vervoer;")
    assert answers[4,].endswith("dan de rest van het land.")
    assert answers[5,] == (
        "De uitvoering daarvan kost te veel tijd. Wel worden de honderd brieven die het meest"
        " worden verstuurd, daarnaast ook door inwoners gelezen."
    )
    assert answers[6,] == "Nee. Zie ook het antwoord op vraag 4."


def test_pages_are_the_printed_ones(verslag: Record) -> None:
    assert [question.page for question in verslag.questions] == [4, 5, 5, 5, 5, 5]
    assert [answer.page for answer in verslag.answers] == [4, 5, 5, 5, 5]


def test_the_notes_and_their_markers(verslag: Record, verslag_source: Source) -> None:
    before = {}
    for note in verslag.notes:
        assert note.anchor_at is not None
        assert verslag_source.text[note.anchor_at] == str(note.number)
        before[note.number] = verslag_source.text[: note.anchor_at].split()[-1]
    assert before == {
        1: "Zaken",
        2: "Rijk’.",
        3: "meest",
        4: "is",
        5: "doen.",
    }


def test_links_go_to_the_note_that_they_resemble(verslag: Record) -> None:
    urls = {note.number: note.urls for note in verslag.notes}
    assert urls[3] == ()
    assert urls[4] == ("https://loketten.example/onderzoek-onder-bezoekers-2023.pdf",)
    assert urls[5] == ("https://www.proefzaterdag.example/2023/verslag.html",)
    text = {note.number: note.passage.text for note in verslag.notes}
    assert text[4].endswith("zie https://loketten.example/onderzoek-onder-bezoekers-2023.pdf")


def test_the_committee(verslag: Record) -> None:
    members = [(m.member, m.fractie, m.role) for m in verslag.committee_members]
    assert members == [
        ("Lid A", "BBB", "voorzitter"),
        ("Lid B", "GroenLinks-PvdA", "lid"),
        ("Lid C", "ChristenUnie", "ondervoorzitter"),
        ("Lid D", "SP", "lid"),
        ("Lid E", "GroenLinks-PvdA", "lid"),
        ("Lid F", "Partij van Morgen", "lid"),
    ]
    assert {m.committee for m in verslag.committee_members} == {"Binnenlandse Zaken"}


def test_who_joins_whom(verslag: Record) -> None:
    joined = [(a.fractie, a.question.number) for a in verslag.askers if a.role == "joined"]
    assert sorted(joined) == [
        *(("BBB", n) for n in range(1, 7)),
        *(("OPNL", n) for n in range(1, 6)),
    ]


def test_the_header(verslag: Record) -> None:
    header = verslag.header
    assert (header.kind, header.chamber, header.dossier) == ("verslag", "EK", "36201")
    assert header.title == "Loketten van het Rijk"
    assert header.reference == "174001U"
    assert header.respondent == "minister van Binnenlandse Zaken en Koninkrijksrelaties"
    assert header.co_respondents == (
        "staatssecretaris van Financiën",
        "minister voor Armoede, Participatie en Pensioenen",
    )
    assert header.asked_on == date(2023, 10, 6)
    assert header.due_on == date(2023, 11, 3)
    assert header.answered_on == date(2023, 11, 15)


def test_there_is_nothing_to_warn_of(verslag: Record) -> None:
    assert [f.code for f in verslag.findings] == ["headless_question", "counts"]
    assert verslag.findings[-1].values == {
        "expected": 6,
        "questions": 6,
        "answers": 5,
        "joint": 1,
    }
