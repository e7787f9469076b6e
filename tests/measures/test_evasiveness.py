"""Devices: every example of the codebook, and the guards."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.codebook.devices import Pattern, categories, category, patterns_table
from analysis.errors import AnalysisError
from analysis.measures.evasiveness import find_devices
from analysis.summaries.answers import answer_overview
from analysis.summaries.devices import device_hits

PATTERNS = [(code.code, pattern) for code in categories() for pattern in code.patterns]
NAMES = [f"{code}-{pattern.id}" for code, pattern in PATTERNS]


@pytest.mark.parametrize(("code", "pattern"), PATTERNS, ids=NAMES)
def test_a_pattern_matches_its_examples(code: str, pattern: Pattern) -> None:
    for example in pattern.examples:
        assert pattern.regex.search(example), example
        assert [hit.category for hit in find_devices(example)] == [code]


@pytest.mark.parametrize(("code", "pattern"), PATTERNS, ids=NAMES)
def test_no_pattern_of_the_category_matches_its_counterexamples(
    code: str, pattern: Pattern
) -> None:
    for example in pattern.counterexamples:
        assert find_devices(example) == [], example


@pytest.mark.parametrize(
    "text",
    [
        "Het is aan een volgend kabinet om hierover te besluiten.",
        "Is het, gezien de demissionaire status, aan het volgende kabinet om dat te doen?",
        "Daarom is het niet aan dit kabinet om toezeggingen te doen.",
        "Over deze middelen zal een nieuw kabinet moeten besluiten.",
    ],
)
def test_words_may_come_in_either_order(text: str) -> None:
    assert [hit.category for hit in find_devices(text)] == ["demissionair"]


@pytest.mark.parametrize(
    "text",
    [
        "Op 7 juli 2023 werd het kabinet demissionair.",
        "De toenmalige demissionair minister stuurde een brief.",
        "Het vorige kabinet heeft dit in 2021 besloten.",
        "Ook een demissionair kabinet beantwoordt vragen; het antwoord is ja.",
    ],
)
def test_a_history_or_an_office_is_no_device(text: str) -> None:
    assert find_devices(text) == []


def test_a_hit_is_the_exact_words_in_their_sentence() -> None:
    text = "Dat klopt. Het is aan een volgend kabinet om te kiezen. Verder niets."
    (hit,) = find_devices(text)
    assert text[hit.start : hit.end] == "is aan een volgend kabinet"
    assert text[hit.sentence_start : hit.sentence_end] == (
        "Het is aan een volgend kabinet om te kiezen."
    )
    assert (hit.category, hit.pattern) == ("demissionair", "left_to_next")


def test_a_sentence_counts_once_for_a_category() -> None:
    text = "Gezien de demissionaire status van het kabinet is het aan een volgend kabinet."
    assert len(find_devices(text)) == 1


def test_words_of_the_question_do_not_count() -> None:
    answer = "In afwachting van een nieuw kabinet gaat de voorbereiding door."
    assert find_devices(answer)
    assert (
        find_devices(answer, "Kan dat worden voorbereid, in afwachting van een nieuw kabinet?")
        == []
    )


def test_a_long_quotation_does_not_count_and_a_term_in_quotes_does() -> None:
    said = "De Raad schrijft: “het is aan een volgend kabinet om te kiezen”."
    assert find_devices(said) == []
    assert find_devices("Het is aan een ‘volgend’ kabinet, dus is het aan een volgend kabinet.")


def test_an_empty_answer_has_no_devices() -> None:
    assert find_devices("") == []


def test_the_devices_in_the_shipped_document(seed: dict[str, pd.DataFrame]) -> None:
    overview = answer_overview(seed)
    hits = device_hits(seed, overview)
    assert sorted(set(hits["questions"])) == ["16", "19", "20"]
    words = (hits["before"] + hits["words"] + hits["after"]).str.cat(sep=" ")
    assert "is het gezien de demissionaire status van het kabinet aan het volgende kabinet" in words
    assert "Het is aan een volgend Kabinet om hier een uitspraak over te doen." in words
    assert "is het niet aan dit kabinet om hierover toezeggingen te doen." in words


def test_an_unknown_category_is_named() -> None:
    with pytest.raises(AnalysisError, match="no category 'uitstel'; it has: demissionair"):
        category("uitstel")


def test_the_table_of_patterns_shows_an_example_of_each() -> None:
    table = patterns_table(category("demissionair"))
    assert len(table) == len(category("demissionair").patterns)
    assert table["example"].is_unique
