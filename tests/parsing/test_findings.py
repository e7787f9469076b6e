"""Faults in a document are reported, and nothing is lost over them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from analysis.parsing import Record, parse
from tests.parsing.records_of import answers_of, codes_of, record_of, source_of


def values_of(record: Record, code: str) -> list[dict[str, Any]]:
    return [finding.values for finding in record.findings if finding.code == code]


def test_a_missing_number() -> None:
    record = record_of("Vraag 1\nEen?\n\nAntwoord\nJa.\n\nVraag 4\nVier?\n\nAntwoord\nNee.\n")
    assert values_of(record, "missing_numbers") == [{"numbers": "2, 3"}]
    assert answers_of(record) == {(1,): "Ja.", (4,): "Nee."}


def test_a_double_number_gives_two_questions() -> None:
    record = record_of("Vraag 1\nEen?\n\nAntwoord\nJa.\n\nVraag 1\nTwee?\n\nAntwoord\nNee.\n")
    assert values_of(record, "double_numbers") == [{"numbers": "1"}]
    assert [(q.number, q.occurrence, q.text.text) for q in record.questions] == [
        (1, 1, "Een?"),
        (1, 2, "Twee?"),
    ]
    assert [(a.questions[0].occurrence, a.text.text) for a in record.answers] == [
        (1, "Ja."),
        (2, "Nee."),
    ]


def test_an_unanswered_question_is_found_though_its_number_was_answered_before() -> None:
    record = record_of(
        "Vraag 1\nEen?\n\nVraag 2\nTwee?\n\nAntwoord 1\nJa.\n\nVraag 2\nTwee weer?\n\nAntwoord"
        " 2\nNee.\n"
    )
    assert values_of(record, "unanswered") == [{"numbers": "2"}]


def test_numbers_out_of_order_are_all_kept() -> None:
    record = record_of("Vraag 2\nTwee?\n\nAntwoord\nJa.\n\nVraag 1\nEen?\n\nAntwoord\nNee.\n")
    assert codes_of(record) == []
    assert answers_of(record) == {(2,): "Ja.", (1,): "Nee."}


def test_unanswered_questions() -> None:
    record = record_of("Vraag 1\nEen?\n\nVraag 2\nTwee?\n")
    assert values_of(record, "unanswered") == [{"numbers": "1, 2"}]
    assert record.answers == []


def test_an_empty_answer_leaves_its_question_unanswered() -> None:
    record = record_of("Vraag 1\nEen?\n\nAntwoord\n\nVraag 2\nTwee?\n\nAntwoord\nJa.\n")
    assert answers_of(record) == {(2,): "Ja."}
    assert values_of(record, "unanswered") == [{"numbers": "1"}]


def test_an_answer_without_a_question_is_reported_with_its_place() -> None:
    text = "Antwoord\nJa, zeker.\n\nVraag 1\nEen?\n\nAntwoord\nNee.\n"
    record = record_of(text)
    orphan, unplaced = [
        f for f in record.findings if f.code in ("answer_without_question", "unplaced_text")
    ]
    assert orphan.severity == "error"
    assert orphan.start == unplaced.start == text.index("Ja, zeker.")
    assert answers_of(record) == {(1,): "Nee."}


def test_an_answer_that_names_a_number_that_is_not_there() -> None:
    record = record_of("Vraag 1\nEen?\n\nAntwoord op vraag 1 en 2\nJa.\n")
    assert answers_of(record) == {(1,): "Ja."}
    assert values_of(record, "unknown_numbers") == [{"numbers": "2"}]


def test_a_question_without_text() -> None:
    record = record_of("Vraag 1\n\nVraag 2\nTwee?\n\nAntwoord\nJa.\n")
    assert values_of(record, "question_without_text") == [{"number": 1}]


def test_an_unknown_fractie_is_kept_as_printed() -> None:
    record = record_of(
        "Vragen van de leden van de fractie van de Partij van Morgen\n\nVraag"
        " 1\nEen?\n\nAntwoord\nJa.\n"
    )
    assert [asker.fractie for asker in record.askers] == ["Partij van Morgen"]
    assert values_of(record, "unknown_fractie") == [{"fractie": "Partij van Morgen"}]


def test_a_known_fractie_under_another_name_is_not_reported() -> None:
    record = record_of("CU-fractie\n\nVraag 1\nEen?\n\nAntwoord\nJa.\n")
    assert [asker.fractie for asker in record.askers] == ["ChristenUnie"]
    assert codes_of(record) == []


def test_errors_come_first_and_the_counts_last() -> None:
    record = record_of(
        "Vraag 1\nEen?\n\nVraag 3, 4\nDrie?\n\nAntwoord 3 en 4\nJa.\n\nSP-fractie\n\n• Vijf?\n\n"
        "Antwoord 5\nJa.\n"
    )
    severities = [finding.severity for finding in record.findings]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert record.findings[-1].values == {
        "expected": 5,
        "questions": 4,
        "answers": 2,
        "joint": 1,
    }


def test_members_whom_only_the_metadata_names_are_told() -> None:
    text = "{}Vraag 1\nEen?\n\nAntwoord\nJa.\n"
    metadata = {"OVERHEIDop.indiener": ("A. Bakker", "C. de Duin")}
    source = replace(source_of(text.format("")), metadata=metadata)
    record = parse(source)
    assert [(a.fractie, a.member, a.role) for a in record.askers] == [
        (None, "A. Bakker", "asked"),
        (None, "C. de Duin", "asked"),
    ] * len(record.questions)
    told = values_of(record, "askers_in_metadata")
    assert told == [{"members": "A. Bakker; C. de Duin"}]
    named = source_of(text.format("Vragen van het lid Bakker (SP) aan de minister.\n\n"))
    assert values_of(parse(replace(named, metadata=metadata)), "askers_in_metadata") == []


def test_a_report_that_asks_in_running_text_only_says_so() -> None:
    text = (
        "VERSLAG VAN EEN SCHRIFTELIJK OVERLEG\n\nI Vragen en opmerkingen vanuit de fracties\n\n"
        "De leden van de SP-fractie lezen over de brug. Gaat die open?\n\n"
        "II Reactie van de minister\n\nDe brug gaat open.\n"
    )
    record = record_of(text)
    assert values_of(record, "questions_in_prose") == [{"paragraphs": 1}]
    assert values_of(record_of("Een gewone brief?\n"), "questions_in_prose") == []
