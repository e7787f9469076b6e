"""Reports whose questions stand in running text, without numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.parsing import Record, lines_and_notes, parse
from analysis.parsing.paragraphs import paragraphs_of
from analysis.parsing.speech import asks, speaks, spoken_parts
from analysis.paths import raw_folder
from analysis.reading import read
from tests.parsing.records_of import codes_of, record_of, source_of
from tests.test_accounting import lost

WRITTEN = Path(__file__).parents[1] / "documents"
IN_PARTS = (WRITTEN / "verslag-vuurtorens.txt").read_text(encoding="utf-8")
IN_TURNS = (WRITTEN / "verslag-sluis.txt").read_text(encoding="utf-8")
NOTA = (WRITTEN / "nota-duinen.txt").read_text(encoding="utf-8")


def pairs(record: Record) -> dict[int, str]:
    """Return the text of the answer to each question that has one."""
    return {
        question.number: answer.text.text
        for answer in record.answers
        for question in answer.questions
    }


def askers(record: Record, role: str = "asked") -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for asker in record.askers:
        if asker.role == role:
            found.setdefault(asker.question.number, []).append(asker.fractie)
    return found


def test_questions_of_the_first_part_get_the_answers_that_repeat_them() -> None:
    record = record_of(IN_PARTS)
    assert [q.text.text[:20] for q in record.questions] == [
        "Deze leden lezen dat",
        "Daarnaast vragen de ",
        "De leden van de SP-f",
        "De leden van de SP-f",
        "Genoemde leden wille",
    ]
    assert record.questions[0].context.text.startswith("De leden van de VVD-fractie hebben met")
    assert askers(record) == {1: ["VVD"], 2: ["VVD"], 3: ["SP"], 4: ["SP"], 5: ["SP"]}
    assert askers(record, "joined") == {3: ["CDA"], 4: ["CDA"], 5: ["CDA"]}
    assert pairs(record) == {
        1: "Op dit moment staan 312 vacatures open. Met de zeevaartschool heb ik afspraken"
        " gemaakt.\nDaarnaast is er subsidie voor zij-instromers.",
        2: "Die komt in juni naar uw Kamer.",
        3: "Ik deel de zorgen. Zij worden vervangen.",
        4: "Dat is niet zo.",
    }
    assert record.questions[3].restated.text == (
        "Deze leden vragen of het klopt dat reders minder bijdragen."
    )
    assert codes_of(record) == ["numbered_in_order", "unanswered"]
    assert record.header.respondent == "minister voor Kust en Haven"
    assert (record.header.kind, record.header.chamber) == ("verslag", "TK")
    assert str(record.header.answered_on) == "2023-04-11"


def test_what_answers_a_fractie_as_a_whole_is_one_answer_to_what_is_left_of_its_questions() -> None:
    told = IN_PARTS[: IN_PARTS.index("De leden van de SP-fractie vragen wat")]
    record = record_of(told + "De mist is van alle tijden.\n\nIk doe wat ik kan.\n")
    assert len(record.answers) == 3
    assert record.answers[-1].numbers == (3, 4, 5)
    assert record.answers[-1].text.text == "De mist is van alle tijden.\nIk doe wat ik kan."
    assert "answered_together" in codes_of(record)


def test_what_the_reply_answers_and_nobody_is_seen_to_ask_is_a_question_in_its_own_words() -> None:
    more = "\nDe leden van de D66-fractie vragen waar de zeehonden blijven. Zij zwemmen weg.\n"
    record = record_of(IN_PARTS + more)
    assert record.questions[-1].text.text == (
        "De leden van de D66-fractie vragen waar de zeehonden blijven."
    )
    assert pairs(record)[6] == "Zij zwemmen weg."
    assert askers(record)[6] == ["D66"]
    assert "asked_in_reply" in codes_of(record)


def test_question_and_answer_take_turns_with_a_heading_between_them() -> None:
    record = record_of(IN_TURNS)
    assert [q.text.text.split()[0] for q in record.questions] == ["De", "Voorts", "Hoe"]
    assert record.questions[0].context.text == (
        "De leden van de VVD-fractie hebben kennisgenomen van de agenda."
    )
    assert pairs(record) == {
        1: "De sluis gaat in oktober weer open. Ik noem drie redenen:\n1. de provincie wil het;\n"
        "2. de schippers willen het;\n3. de sluis is klaar.",
        2: "De leden van de VVD-fractie vragen terecht aandacht voor de schade. Die is er niet.",
        3: "De bescherming ligt bij de provincies.\nDaarnaast werk ik aan een plan.",
    }
    assert askers(record) == {1: ["VVD"], 2: ["VVD"], 3: ["D66"]}
    assert codes_of(record) == ["numbered_in_order"]


def test_a_nota_answers_behind_what_the_members_ask_in_the_same_paragraph_or_the_next() -> None:
    record = record_of(NOTA)
    assert pairs(record) == {
        1: "De wet biedt zelf al voldoende ruimte. Bovendien is een maatregel minder duurzaam.",
        2: "De kosten bedragen 3 miljoen euro.",
        3: "Het voorstel is daarmee verenigbaar.",
        4: "Dat blijft zo.",
        5: "antwoordt de regering ontkennend. Dat zou de zeehonden storen.",
    }
    assert askers(record) == {
        1: ["VVD"], 2: ["CDA"], 3: ["D66", "SP"], 4: ["D66", "SP"], 5: ["PvdD"],
    }  # fmt: skip
    assert [q.section for q in record.questions] == ["1. Inleiding"] * 2 + ["2. Hoger recht"] * 3
    assert codes_of(record) == ["numbered_in_order", "unplaced_text"]  # what is said to the SGP


def test_a_report_that_answers_nothing_has_questions_only() -> None:
    text = """Nr. 5 VERSLAG

De vaste commissie voor Zeevaart brengt als volgt verslag uit.

De leden van de VVD-fractie hebben een aantal vragen.

Met dit voorstel kunnen meer torens blijven. Hoeveel torens zijn dat?

De leden van de SP-fractie kennen het voorstel. Zij vragen waarom dit zo laat komt.

De reden daarvan zien zij niet.
"""
    record = record_of(text)
    assert len(record.questions) == 2
    assert not record.answers
    assert askers(record) == {1: ["VVD"], 2: ["SP"]}


@pytest.mark.parametrize("text", [IN_PARTS, IN_TURNS, NOTA])
def test_no_letter_of_a_report_in_prose_is_lost(text: str) -> None:
    assert lost(source_of(text)) == ""


@pytest.mark.parametrize("marked", [True, False])
def test_the_shipped_report_without_its_numbers_keeps_its_answers(marked: bool) -> None:
    """The shipped document, printed again without one number or marker of a question."""
    shipped = read(next(raw_folder().glob("*.txt")))
    lines, _ = lines_and_notes(shipped)
    parts = []
    for paragraph in paragraphs_of(lines):
        if paragraph.marker is None:
            parts.append(paragraph.text)
        elif marked and paragraph.marker.kind == "answer":
            parts.append("Antwoord")
    text = "\n\n".join(parts)
    whole, bare = parse(shipped), record_of(text)
    answers = {answer.text.text for answer in bare.answers}
    kept = [answer.text.text in answers for answer in whole.answers]
    assert (sum(kept), len(kept)) == (36, 37)
    right = {(q.text.text, a.text.text) for a in whole.answers for q in a.questions}
    known = {question for question, _ in right}
    found = {(q.text.text, a.text.text) for a in bare.answers for q in a.questions}
    wrong = {pair for pair in found - right if pair[0] in known}
    assert len(wrong) == 1  # an answer with a heading inside it, of which half is left
    assert lost(source_of(text)) == ""


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("De leden van de SP-fractie vragen of dat zo is.", True),
        ("Graag ontvangen deze leden een overzicht.", True),
        ("Zij willen graag weten hoe dat zit.", True),
        ("Is dat zo?", True),
        ("Zij hebben hierover nog enkele vragen.", False),
        ("De leden hebben de volgende vragen.", False),
        ("De regering dankt voor de vragen en opmerkingen.", False),
    ],
)
def test_a_verb_or_a_wish_asks_and_a_number_of_questions_does_not(text: str, asking: bool) -> None:
    assert asks(text) == asking


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Ook vragen deze leden of dat zo is.", True),
        ("Hoe dat zit, vragen de leden van de VVD-fractie de regering.", True),
        ("De leden van de VVD-fractie kan ik melden dat dit zo is.", False),
        ("Ik dank voor de vragen die de leden van de fracties van VVD en SP stelden.", False),
        ("De gemeenten zijn daarvoor zelf verantwoordelijk.", False),
    ],
)
def test_members_speak_where_they_are_the_subject(sentence: str, said: bool) -> None:
    assert speaks(sentence) == said


def test_a_question_mark_in_an_answer_may_be_rhetorical() -> None:
    text = "Dat is lastig. Wat is immers een toren? Ik houd het bij de lijst."
    assert [said for said, *_ in spoken_parts(text)] == [False]
