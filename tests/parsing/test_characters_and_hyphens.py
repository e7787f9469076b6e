"""Words as their writer typed them: odd characters, and hyphens of the setting."""

from __future__ import annotations

import pytest

from analysis.parsing.hyphens import line_break, mend_hyphens
from analysis.parsing.passage import Passage, Piece
from tests.parsing.records_of import answers_of, record_of


def answer(*lines: str) -> str:
    """Return an answer of these lines, in a document whose lines are wrapped at 80 characters."""
    filler = "Deze vraag is alleen gesteld om de breedte van de regels in dit stuk te tonen."
    text = "\n".join(lines)
    return answers_of(record_of(f"Vraag 1\n{filler}\n{filler}\n\nAntwoord\n{text}\n"))[1,]


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("waarbĳ de Ĳssel", "waarbij de IJssel"),
        (
            "oﬃcieel en eﬃciënt, ﬁnancieel, aﬂoop, eﬀect",
            "officieel en efficiënt, financieel, afloop, effect",
        ),
        ("het\u00a0beleid van\u202f2024", "het beleid van 2024"),
        ("het \u00a0  beleid\t nu", "het beleid nu"),
        ("be\u00adleid", "beleid"),
        ("be\u200bleid\ufeff", "beleid"),
        ("IT\u2011systemen", "IT-systemen"),
        ("taal\ufffe en denkniveau", "taal- en denkniveau"),
        ("½ en m² … blijven", "½ en m² … blijven"),
        ("| Jaar | Ritten |", "Jaar Ritten"),
        ("+------+--------+", ""),
        ("## Het **beleid** van nu", "Het beleid van nu"),
        ("(cid:129) op zondag", "• op zondag"),
    ],
)
def test_characters(printed: str, clean: str) -> None:
    assert answer(printed, "Tot slot.").removesuffix("Tot slot.").strip() == clean


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\ufffe", "\x02", "\u2010"])
def test_a_word_that_a_line_end_cut_is_one_word(hyphen: str) -> None:
    text = answer(
        f"Over dit onderwerp zal de minister in het najaar meer zeggen bij de beant{hyphen}",
        "woording.",
    )
    assert text.endswith("bij de beantwoording.")


@pytest.mark.parametrize(
    ("line", "following", "hyphenates", "joined"),
    [
        ("digitaal en niet-", "digitaal geholpen", False, "niet-digitaal"),
        ("digitaal en niet-", "digitaal geholpen", True, "niet-digitaal"),
        ("na de aanloop-", "en afbouwfase", True, "aanloop- en"),
        ("in onze IT-", "systemen", True, "IT-systemen"),
        ("in onze IT-", "loketdienstverleningsketen", True, "IT-loketdienstverleningsketen"),
        ("de jaren 2020-", "2024", True, "2020-2024"),
        ("het niet-", "Europese deel", True, "niet-Europese"),
        ("van de beant-", "woording", False, "beantwoording"),
        ("de regen-", "boog", True, "regenboog"),
        ("zoals oud-", "ministers", False, "oud-ministers"),
        ("en/", "of", True, "en/of"),
        ("een gewone", "regel", True, "gewone regel"),
    ],
)
def test_how_two_lines_are_joined(line: str, following: str, hyphenates: bool, joined: str) -> None:
    drop, separator = line_break(line, following, hyphenates)
    whole = (line[:-1] if drop else line) + separator + following
    assert joined in whole


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("de uitvoe-ring daarvan", "de uitvoering daarvan"),
        ("en daar- naast ook", "en daarnaast ook"),
        ("het taal- en denkniveau", "het taal- en denkniveau"),
        ("de voor- of nadelen", "de voor- of nadelen"),
        ("de IT-systemen", "de IT-systemen"),
        ("een e-mail", "een e-mail"),
        ("niet-digitaal", "niet-digitaal"),
    ],
)
def test_hyphens_within_a_line(printed: str, mended: str) -> None:
    passage = Passage((Piece(printed, 0, len(printed)),))
    assert mend_hyphens(passage).text == mended


def test_a_document_that_breaks_words_is_known_by_one_of_them() -> None:
    """Only then is a hyphen between two words of the list taken for a line break."""
    broken = "Wie in de provincie woont, heeft recht op een antwoord op die vraag over de veer-"
    without = answer(broken, "dienst daar.")
    proof = "Over dit onderwerp zal de minister in het najaar meer zeggen bij de beant-"
    assert "veer-dienst" in without
    assert "veerdienst" in answer(proof, "woording van vragen.", broken, "dienst daar.")


def test_a_line_that_ends_in_a_hyphen_goes_on() -> None:
    """However short it is, and whatever comes next."""
    assert answer("In de jaren 2020-", "2024 gold dit.") == "In de jaren 2020-2024 gold dit."
