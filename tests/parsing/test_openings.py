"""Questions that have a number only, numbers that are misprinted, groups, notices and askers."""

from __future__ import annotations

import pytest

from analysis.parsing.hyphens import line_break
from tests.parsing.records_of import answers_of, codes_of, record_of


def numbered(*pairs: tuple[str, str]) -> str:
    """Return a list of questions and answers, with the numbers as they are printed."""
    return "\n".join(f"{n}\nVaart pont {n or 'zo'}?\n\nAntwoord\n{answer}\n" for n, answer in pairs)


def test_bare_numbers() -> None:
    record = record_of(numbered(("1", "Ja."), ("2", "Nee.")))
    assert [q.text.text for q in record.questions] == ["Vaart pont 1?", "Vaart pont 2?"]
    assert answers_of(record) == {(1,): "Ja.", (2,): "Nee."}


def test_a_numbered_list_in_an_answer_is_no_question() -> None:
    listed = "Er zijn drie stappen:\n1. overleg\n2. besluit\n3. uitvoering"
    text = f"1. Vaart hij?\nAntwoord vraag 1:\n{listed}\n\n2. Ook nu?\nAntwoord vraag 2:\nNee."
    record = record_of(text)
    assert [q.number for q in record.questions] == [1, 2]
    assert "3. uitvoering" in answers_of(record)[1,]
    assert record.questions[1].text.text == "Ook nu?"


@pytest.mark.parametrize("printed", ["31", "2", "12"])
def test_a_misprint_is_mended_and_told(printed: str) -> None:
    record = record_of(numbered(("1", "Ja."), ("2", "Nee."), (printed, "Ja."), ("4", "Nee.")))
    assert [q.number for q in record.questions] == [1, 2, 3, 4]
    assert "misprinted_number" in codes_of(record)


def test_a_number_that_is_missing_stays_missing() -> None:
    record = record_of(numbered(("1", "Ja."), ("2", "Nee."), ("4", "Ja."), ("5", "Nee.")))
    assert [q.number for q in record.questions] == [1, 2, 4, 5]
    assert "missing_numbers" in codes_of(record)


def test_a_number_is_printed_twice_above_an_answer_to_both() -> None:
    text = (
        "1\nEen?\n\nAntwoord\nJa.\n\n2\nTwee?\n\n2\nDrie?\n\nAntwoord\nNee.\n\n"
        "4\nVier?\n\nAntwoord\nJa.\n"
    )
    record = record_of(text)
    assert [q.number for q in record.questions] == [1, 2, 3, 4]
    assert answers_of(record) == {(1,): "Ja.", (2, 3): "Nee.", (4,): "Ja."}


def test_a_number_with_a_space_in_it_is_whole_where_it_is_due() -> None:
    pairs = [(str(n), f"Dat is {n} keer zo.") for n in range(1, 15)]
    pairs[11] = ("1 2", pairs[11][1])
    record = record_of(numbered(*pairs))
    assert [q.number for q in record.questions] == list(range(1, 15))
    assert answers_of(record)[12,] == "Dat is 12 keer zo."


def test_two_numbers_with_a_space_between_are_two() -> None:
    record = record_of("1\nEen?\n\nAntwoord\nJa.\n\n2 3\nTwee?\n\nDrie?\n\nAntwoord\nNee.\n")
    assert answers_of(record) == {(1,): "Ja.", (2, 3): "Nee."}


def test_the_last_cell_of_a_table_is_no_misprinted_number() -> None:
    table = "Aantallen per jaar\n2021\n14\n2022\n17\n2023\n21"
    text = (
        f"1\nDeze leden vragen of de pont vaart.\n\nAntwoord\nJa.\n{table}\n"
        "Deze leden vragen of hij vaak vaart. Klopt dat?\n\nAntwoord\nNee.\n\n"
        "3\nDeze leden vragen wat dat kost.\n\nAntwoord\nNiets.\n"
    )
    record = record_of(text)
    assert [(q.number, q.headless) for q in record.questions] == [
        (1, False),
        (2, True),
        (3, False),
    ]
    assert answers_of(record)[1,].split() == f"Ja. {table}".split()


def test_the_number_of_a_question_is_no_marker_of_a_note() -> None:
    text = (
        "1\nKent u het bericht «Brug»?1\n\n2\nWat kost dat?\n\n"
        "3\nKunt u dit voor 12 december beantwoorden?\n\n1 Krant, 3 mei 2024.\n"
    )
    record = record_of(text)
    assert [q.text.text for q in record.questions] == [
        "Kent u het bericht «Brug»?",
        "Wat kost dat?",
        "Kunt u dit voor 12 december beantwoorden?",
    ]
    assert [note.number for note in record.notes] == [1]


def test_a_bracket_behind_a_number_that_stands_alone() -> None:
    text = "1)\nEen?\n\nAntwoord:\nDat kost:\n1) loon\n2) brood\n\n2)\nTwee?\n\nAntwoord:\nNee.\n"
    record = record_of(text)
    assert [q.text.text for q in record.questions] == ["Een?", "Twee?"]
    assert answers_of(record)[1,].split() == "Dat kost: 1) loon 2) brood".split()


@pytest.mark.parametrize(
    "notice",
    [
        "De vragen kunnen niet binnen de gebruikelijke termijn worden beantwoord.",
        "Helaas is het niet gelukt de vragen binnen drie weken te beantwoorden.",
        "De beantwoording van deze vragen vergt meer tijd.",
        "Binnen de gestelde termijn kan ik deze vragen niet beantwoorden.",
        "Vanwege nadere afstemming worden deze vragen zo spoedig mogelijk beantwoord.",
        "Hierbij deel ik u mee dat de antwoorden nog niet gereed zijn.",
        "Ik streef ernaar de antwoorden voor het reces toe te zenden.",
        "De vragen zijn beantwoord in de brief van 3 mei 2024.",
        "Voor de antwoorden verwijs ik u naar mijn brief van 3 mei 2024.",
        "In verband met onderzoek kunnen de antwoorden nog niet worden gegeven.",
        "Een tijdige beantwoording is niet mogelijk; de reden voor dit uitstel is nader overleg.",
    ],
)
def test_words_that_say_that_answers_come_later(notice: str) -> None:
    record = record_of(
        f"Mededeling van Minister X (Havens) (ontvangen 3 mei 2024).\n\nVraag 1\nEen?\n\nVraag 2\n"
        f"Twee? Waarom is dit niet binnen de termijn gemeld?\n\n{notice}\n"
    )
    assert record.questions[1].text.text == "Twee? Waarom is dit niet binnen de termijn gemeld?"
    assert record.answers == []
    assert record.header.kind == "uitstel"
    assert "notice" in codes_of(record)


def test_questions_that_speak_of_a_term_are_no_notice() -> None:
    text = "Vragen van het lid A (SP) aan de minister van Havens over bruggen.\n\n"
    text += "Vraag 1\nEen?\n\nVraag 2\nWaarom kon dit niet binnen de gestelde termijn?\n"
    assert record_of(text).header.kind == "vragen"


def test_a_heading_of_the_document_is_no_notice() -> None:
    text = "Mededeling\n\nVragen van het lid A (SP) aan de minister van Havens.\n\nVraag 1\nEen?\n"
    record = record_of(text)
    assert {asker.fractie for asker in record.askers} == {"SP"}
    assert "notice" not in codes_of(record)


def test_members_speak_again_without_a_number() -> None:
    asks = "De leden van de SP-fractie vragen of de pont vaart."
    text = (
        f"1\n{asks}\nAntwoord\nJa, hij vaart.\n\n"
        f"{asks[:-1]} op zondag.\nAntwoord\nNee, dan niet.\n\n"
        f"3\nDeze leden vragen of dat zo blijft.\nAntwoord\nJa.\n"
    )
    record = record_of(text)
    assert [(q.number, q.headless) for q in record.questions] == [
        (1, False),
        (2, True),
        (3, False),
    ]
    assert answers_of(record) == {(1,): "Ja, hij vaart.", (2,): "Nee, dan niet.", (3,): "Ja."}
    assert {asker.fractie for asker in record.askers} == {"SP"}


def test_a_notice_belongs_to_no_question() -> None:
    text = (
        "Vraag 1\nVaart de pont?\n\nMededeling\nDe vragen kunnen niet binnen de gebruikelijke"
        " termijn worden beantwoord.\n\nAH 12\n"
    )
    record = record_of(text)
    assert record.questions[0].text.text == "Vaart de pont?"
    assert record.header.kind == "uitstel"
    assert {"unanswered", "notice"} <= set(codes_of(record))
    assert all(f.severity == "note" for f in record.findings if f.code == "unanswered")


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("het lid Aalders (SP)", {"SP": "Aalders"}),
        (
            "de leden Aalders (SP) en Van den Berg (GL-PvdA)",
            {"SP": "Aalders", "GroenLinks-PvdA": "Van den Berg"},
        ),
        ("de leden Aalders en Bos (beiden D66)", {"D66": "Aalders; Bos"}),
        ("de leden Aalders (SP), Bos (D66) en De Wit (Volt)", None),
        ("het lid Aalders (Groep Veenman)", {"Groep Veenman": "Aalders"}),
    ],
)
def test_members_ask_every_question(printed: str, asked: dict[str, str] | None) -> None:
    head = f"Vragen van {printed} aan de Minister van Veren over ponten (ingezonden 3 mei 2024).\n"
    record = record_of(f"{head}Vraag 1\nVaart hij?\nVraag 2\nOok nu?\n")
    found = {asker.fractie: asker.member for asker in record.askers}
    assert found == (asked or {"SP": "Aalders", "D66": "Bos", "Volt": "De Wit"})
    assert len(record.askers) == 2 * len(found)


def test_sources_behind_the_last_answer_are_notes() -> None:
    record = record_of(
        "Vraag 1\nKent u het bericht ‘De pont’? 1)\n\nAntwoord op vraag 1\nJa.\n\n"
        "1) De Veerbode, 3 mei 2024.\n"
    )
    assert record.questions[0].text.text == "Kent u het bericht ‘De pont’?"
    assert answers_of(record) == {(1,): "Ja."}


def test_a_footer_that_is_glued_to_the_next_page() -> None:
    foot = "Tweede Kamer, vergaderjaar 2023–2024, 36 499, nr. 6 1"
    record = record_of(
        f"1\nVaart hij?\n\nAntwoord\nJa, elke dag.\n{foot}2\nOok nu?\nAntwoord\nNee.\n"
    )
    assert answers_of(record) == {(1,): "Ja, elke dag.", (2,): "Nee."}


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("de vervoersmogelijk-", "heden zijn er", "vervoersmogelijkheden"),
        ("een ggz-", "instelling", "ggz-instelling"),
        ("een IT-", "systeem", "IT-systeem"),
        ("een mede-", "eigenaar", "mede-eigenaar"),
        ("een niet-", "westers land", "niet-westers"),
    ],
)
def test_a_document_that_breaks_words_keeps_hyphens_of_spelling(
    line: str, following: str, joined: str
) -> None:
    drop, separator = line_break(line, following, hyphenates=True)
    whole = (line[:-1] if drop else line) + separator + following
    assert joined in whole


@pytest.mark.parametrize(("day", "told"), [("3 mei 2022", False), ("3 mei 2010", True)])
def test_a_fractie_that_did_not_sit_then_is_told(day: str, told: bool) -> None:
    head = f"Vragen van het lid Aalders (JA21) aan de Minister van Veren (ingezonden {day}).\n"
    record = record_of(f"{head}Vraag 1\nVaart hij?\n")
    assert ("fractie_out_of_period" in codes_of(record)) is told
    assert {asker.fractie for asker in record.askers} == {"JA21"}


def bare(*numbers: int) -> str:
    """Return a document whose questions have a bare number, each with its answer."""
    return "\n".join(
        f"{n}\nWat kost brug {i}?\n\nAntwoord\nHet bedrag van {i} staat in de brief.\n"
        for i, n in enumerate(numbers, start=1)
    )


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ((1, 2, 51, 4, 5, 6), [1, 2, 3, 4, 5, 6]),
        ((1, 2, 3, 3, 4, 5), [1, 2, 3, 3, 4, 5]),
        ((1, 2, 5, 6, 7), [1, 2, 5, 6, 7]),
        ((1, 2, 3, 20, 21, 22), [1, 2, 3, 20, 21, 22]),
        ((1, 2, 3, 1, 2), [1, 2, 3, 1, 2]),
    ],
    ids=["misprint", "double", "skipped", "leap", "start again"],
)
def test_bare_numbers_that_are_out_of_step(printed: tuple[int, ...], read: list[int]) -> None:
    record = record_of(bare(*printed))
    assert [question.number for question in record.questions] == read
    assert [question.text.text for question in record.questions] == [
        f"Wat kost brug {i}?" for i in range(1, len(printed) + 1)
    ]
    assert len(record.answers) == len(printed)


def test_a_misprint_among_questions_that_are_answered_together() -> None:
    together = "2\nWie betaalt?\n\n83\nHoe lang?\n\n4\nWaarom?\n\nAntwoord\nDat is bekend.\n"
    record = record_of(f"{bare(1)}\n{together}")
    assert [question.number for question in record.questions] == [1, 2, 3, 4]
    assert record.answers[-1].numbers == (2, 3, 4)
    assert "misprinted_number" in [finding.code for finding in record.findings]


def test_a_question_that_no_number_is_printed_at_gets_the_number_of_its_answer() -> None:
    record = record_of(
        "Vraag 1\nWat kost dat?\n\nAntwoord 1\nVeel.\n\nWie betaalt dat?\n\nAntwoord 2\nZij.\n"
    )
    assert [question.text.text for question in record.questions] == [
        "Wat kost dat?",
        "Wie betaalt dat?",
    ]
    assert [answer.text.text for answer in record.answers] == ["Veel.", "Zij."]


def test_a_question_without_a_number_in_a_list_of_bare_numbers() -> None:
    record = record_of(bare(1, 2, 3).replace("2\nWat", "\nWat"))
    assert [question.number for question in record.questions] == [1, 2, 3]
    assert len(record.answers) == 3
