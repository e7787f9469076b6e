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
