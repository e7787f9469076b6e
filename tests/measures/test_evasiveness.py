"""Devices: every example of the codebook, and the guards."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis.codebook.devices import Pattern, categories, category, patterns_table
from analysis.errors import AnalysisError
from analysis.measures.evasiveness import ALL_GUARDS, find_devices
from analysis.summaries.answers import answer_overview
from analysis.summaries.devices import device_hits

PATTERNS = [(code.code, pattern) for code in categories() for pattern in code.patterns]
NAMES = [f"{code}-{pattern.id}" for code, pattern in PATTERNS]


@pytest.mark.parametrize(("code", "pattern"), PATTERNS, ids=NAMES)
def test_a_pattern_matches_its_examples(code: str, pattern: Pattern) -> None:
    for example in pattern.examples:
        assert pattern.regex.search(example), example
        assert any(cue in example.lower() for cue in pattern.cues), example
        assert code in {hit.category for hit in find_devices(example)}, example


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
        "Daarom is het, gezien de demissionaire status, aan het volgende kabinet om dat te doen.",
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
    hits = hits[hits["category"] == "demissionair"]
    assert sorted(set(hits["questions"])) == ["16", "19", "20"]
    words = (hits["before"] + hits["words"] + hits["after"]).str.cat(sep=" ")
    assert "is het gezien de demissionaire status van het kabinet aan het volgende kabinet" in words
    assert "Het is aan een volgend Kabinet om hier een uitspraak over te doen." in words
    assert "is het niet aan dit kabinet om hierover toezeggingen te doen." in words


def test_an_unknown_category_is_named() -> None:
    with pytest.raises(AnalysisError, match="no category 'uitvlucht'; it has: demissionair"):
        category("uitvlucht")


def test_the_table_of_patterns_shows_an_example_of_each() -> None:
    table = patterns_table(category("demissionair"))
    assert len(table) == len(category("demissionair").patterns)
    assert table["example"].is_unique


GUARDED = [
    ("question", "Is het aan een volgend kabinet om te kiezen?", None),
    ("quotation", "De Raad schrijft: “het is aan een volgend kabinet om te kiezen”.", None),
    (
        "footnote",
        "Dit speelt al langer.\n3 Zie Bos: het is aan een volgend kabinet om te kiezen.",
        None,
    ),
    ("url", "Meer op https://voorbeeld.nl/?dit-is-een-landsaangelegenheid nu.", None),
    ("negated", "Het voorstel is niet controversieel verklaard.", None),
    ("historical", "Destijds is het aan een volgend kabinet gelaten.", None),
    ("substance", "Ja. Dat is een complex vraagstuk.", "Klopt dat?"),
]


@pytest.mark.parametrize(("name", "text", "question"), GUARDED, ids=[row[0] for row in GUARDED])
def test_a_guard_keeps_words_from_counting_until_it_is_switched_off(
    name: str, text: str, question: str | None
) -> None:
    assert find_devices(text, question) == []
    assert find_devices(text, question, ALL_GUARDS.without(name))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Hiervoor verwijs ik naar mijn antwoord op vraag 4.", True),
        ("Zie het antwoord op vraag 4.", True),
        ("Nee. Zie ook het antwoord op vraag 4.", False),
        ("Dit kost veertig miljoen. " * 10 + "Ik verwijs naar het antwoord op vraag 4.", False),
        (
            "Voor de prijs verwijs ik naar het antwoord op vraag 4." + " Dit is er nog bij." * 10,
            True,
        ),
        ("Dit kost geld. " * 15 + "Kortheidshalve verwijs ik naar mijn brief van mei.", True),
        ("Het gaat om veertig (zie vraag 4)." + " Dit is er nog bij." * 10, False),
        ("Zoals in mijn brief van mei is toegelicht" + ", kost dit veertig miljoen" * 4, False),
        ("Zoals in mijn brief van mei is toegelicht, mag dat.", True),
    ],
)
def test_a_reference_counts_where_nothing_of_substance_is_left(text: str, counts: bool) -> None:
    assert bool(find_devices(text)) is counts


JOINT = (
    "De vergunning van het zwembad in Zeedorp is een zaak van de gemeente zelf."
    " De renovatie van de sporthal begint in maart en kost vier miljoen."
)


@pytest.mark.parametrize(
    ("question", "joint", "counts"),
    [
        ("Wanneer begint de renovatie van de sporthal en hoeveel miljoen kost die?", True, False),
        ("Wanneer begint de renovatie van de sporthal en hoeveel miljoen kost die?", False, True),
        ("Krijgt het zwembad in Zeedorp nog een vergunning van de gemeente?", True, True),
        ("Krijgt de bibliotheek volgend seizoen nieuwe leestafels?", True, True),
    ],
)
def test_a_device_in_a_joint_answer_counts_for_the_question_that_it_may_be_about(
    question: str, joint: bool, counts: bool
) -> None:
    assert bool(find_devices(JOINT, question, joint=joint)) is counts
    assert find_devices(JOINT, question, ALL_GUARDS.without("joint"), joint)


def test_more_than_one_space_between_words_hides_no_device() -> None:
    assert find_devices("Dat is  aan  een\u00a0volgend  kabinet.")


def test_a_weak_device_yields_its_words_to_a_strong_one() -> None:
    hits = find_devices("Ik wil niet vooruitlopen op de kabinetsformatie.")
    assert [(hit.category, hit.tier) for hit in hits] == [("demissionair", "strong")]
