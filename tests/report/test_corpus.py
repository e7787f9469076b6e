"""What was analysed, in words: as much as is known, and no more."""

from datetime import date
from typing import Any

import pytest

from analysis.report.corpus import SHOWN, describe_corpus
from analysis.report.rows import rows_by_document
from analysis.schema import KINDS
from analysis.wording import Wording
from tests.builders import tables_of

COUNTS = "Het telt 1 vraag en 1 antwoord."


def lead(language: str = "nl", **document: Any) -> str:
    tables = tables_of(
        [{"number": 1}], [{"to": [1], "text": "Ja."}], [{"document_id": "d", **document}]
    )
    wording = Wording(language)
    return describe_corpus(rows_by_document(tables, wording), wording).lead


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ({}, f"Dit rapport gaat over één document. {COUNTS}"),
        ({"title": "Hoe"}, f"Dit rapport gaat over één document ‘Hoe’. {COUNTS}"),
        (
            {"kind": "nota", "chamber": "TK"},
            "Dit rapport gaat over de nota naar aanleiding van het verslag van de Tweede Kamer."
            f" {COUNTS}",
        ),
        (
            {"respondent": "minister van Financiën"},
            f"Dit rapport gaat over één document. {COUNTS}"
            " Antwoord op de vragen kwam van de minister van Financiën.",
        ),
        (
            {"answered_on": date(2023, 12, 11)},
            f"Dit rapport gaat over één document. {COUNTS} Beantwoord op 11 december 2023.",
        ),
        (
            {
                "kind": "verslag",
                "title": "Staat van de Uitvoering",
                "chamber": "EK",
                "respondent": "staatssecretaris van X",
                "co_respondents": "minister voor Y; minister van Z",
                "answered_on": date(2023, 12, 11),
            },
            "Dit rapport gaat over het verslag van een schriftelijk overleg"
            f" ‘Staat van de Uitvoering’ van de Eerste Kamer. {COUNTS}"
            " Antwoord op de vragen kwam op 11 december 2023 van de staatssecretaris van X,"
            " mede namens de minister voor Y en de minister van Z.",
        ),
    ],
)
def test_the_lead_of_one_document_leaves_out_what_is_not_known(
    document: dict[str, Any], expected: str
) -> None:
    assert lead(**document) == expected


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_has_words(language: str) -> None:
    for kind in KINDS:
        assert len({lead(language, kind=kind), lead(language)}) == 2


def test_the_lead_of_several_documents_has_counts_and_period() -> None:
    ids = [f"d{place:02}" for place in range(SHOWN + 1)]
    days = [None, date(2023, 1, 2), date(2022, 3, 4), *[None] * (SHOWN - 2)]
    tables = tables_of(
        [{"number": 1, "document": "d01"}],
        [],
        [{"document_id": id_, "answered_on": day} for id_, day in zip(ids, days, strict=True)],
    )
    corpus = describe_corpus(rows_by_document(tables, Wording("nl")), Wording("nl"))
    assert corpus.lead == (
        "Dit rapport gaat over 21 documenten met 1 vraag en 0 antwoorden. "
        "Beantwoord van 4 maart 2022 tot en met 2 januari 2023."
    )
    assert [one.title for one in corpus.documents[:3]] == ["d02", "d01", "d00"]
    assert (len(corpus.shown), corpus.home) == (SHOWN, "documents.html")
