"""Phrases are tried only where one of their words occurs."""

from __future__ import annotations

import re

import pytest

from analysis.parsing import header, kinds, names, references, respondents
from analysis.parsing.phrases import Phrase

_DOCUMENT = """\
Vragen van de leden A (SP) aan de Minister van X over het bericht ‘Brug dicht’ (ingezonden 6 maart
2024). Mede namens de Minister van Z. Op 6 maart 2024 een brief gestuurd.
Antwoord van Minister Y (Onderwijs), mede namens de Staatssecretaris van Z (ontvangen
25 maart 2024).
Kenmerk: 2024Z01234 ah-tk-20232024-1234 Aanhangsel van de Handelingen
Onderwerp: antwoorden op vragen over de brug
Lijst van vragen en antwoorden
De leden van de SP-fractie vragen dit. De SP-fractie vraagt ook: het lid van de VVD-fractie zag het.
Zie Kamerstuk 36 410, nr. 5, artikel 3 van de Wegenwet en https://example.org/brug.
"""


def test_a_phrase_is_found_as_its_pattern_is() -> None:
    phrase = Phrase(("maart", "april"), r"\d+ (?:maart|april)")
    assert [match.group() for match in phrase.all_in("6 maart en 25 april")] == [
        "6 maart",
        "25 april",
    ]
    found = phrase.search("op 6 maart")
    assert found is not None
    assert found.span() == (3, 10)


def test_without_one_of_its_words_it_is_not_tried() -> None:
    phrase = Phrase(("maart",), r"\d+ april")
    assert phrase.search("25 april") is None
    assert phrase.match("25 april") is None
    assert list(phrase.all_in("25 april")) == []


@pytest.mark.parametrize("module", [header, kinds, names, references, respondents])
def test_the_words_of_a_phrase_are_in_all_that_it_matches(module: object) -> None:
    """What a pattern finds, the phrase finds: its words leave nothing out."""
    phrases = [
        phrase
        for value in vars(module).values()
        for phrase in (
            value.values()
            if isinstance(value, dict)
            else [part[-1] if isinstance(part, tuple) else part for part in value]
            if isinstance(value, tuple)
            else [value]
        )
        if isinstance(phrase, Phrase)
    ]
    assert phrases
    for phrase in phrases:
        pattern: re.Pattern[str] = phrase._pattern
        wanted = [match.span() for match in pattern.finditer(_DOCUMENT)]
        assert [match.span() for match in phrase.all_in(_DOCUMENT)] == wanted, pattern.pattern
