"""From ids to places in the report and to names that a reader knows."""

import pytest

from analysis.errors import AnalysisError
from analysis.report.evidence import Link, anchor, document_file, evidence_of, name_of
from analysis.wording import Wording
from tests.builders import tables_of

NL = Wording("nl")


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("ek-2023#16", "q-16"),
        ("ek-2023/a6", "a-6"),
        ("ek-2023#12.2", "q-12-2"),
        ("ek-2023/a12.3", "a-12-3"),
        ("ek-2023/n31", "n-31"),
        ("a/a1#2", "q-2"),
    ],
)
def test_an_anchor_tells_what_it_is_the_place_of(id_: str, expected: str) -> None:
    assert anchor(id_) == expected


def test_an_anchor_of_any_id_is_safe_and_its_own() -> None:
    hostile = ["'><script>", '" onclick=x', "x y", "x_y", "x#y", "", "doc#1 ", "doc#1.x", "é"]
    anchors = [anchor(id_) for id_ in hostile]
    assert len(set(anchors)) == len(hostile)
    assert all(name.replace("-", "").replace("_", "").isalnum() for name in anchors)
    assert all(name.isascii() for name in anchors)


@pytest.mark.parametrize("id_", ["", "../x", "a/b", ".x", "x\n", "a b", "é", "x'"])
def test_an_id_that_could_be_a_file_elsewhere_is_refused(id_: str) -> None:
    with pytest.raises(AnalysisError, match="cannot have a page"):
        document_file(id_)


def test_names_tell_all_questions_of_an_answer() -> None:
    assert name_of("d/a6", NL, [8, 6, 7]) == "antwoord op vraag 6–8"
    assert name_of("d/a6", NL) == "antwoord op vraag 6"
    assert name_of("d#12.2", NL) == "vraag 12 (2)"
    assert name_of("d/a6", Wording("en"), [6, 7]) == "answer to questions 6–7"
    assert name_of("iets anders", NL) == "iets anders"


def test_every_question_and_answer_has_a_place() -> None:
    tables = tables_of(
        [{"number": number} for number in (1, 6, 7, 8)],
        [{"to": [1], "text": "Ja."}, {"to": [6, 7, 8], "text": "Nee."}],
    )
    evidence = evidence_of(tables, "documents/d.html", NL)
    assert len(evidence.links) == 6
    assert evidence.of(["d/a6", "unknown/a1", "d#8"]) == [
        Link("antwoord op vraag 6–8", "documents/d.html#a-6"),
        Link("vraag 8", "documents/d.html#q-8"),
    ]


def test_of_several_documents_the_name_tells_which() -> None:
    tables = tables_of(
        [{"number": 1, "document": "een"}, {"number": 1, "document": "twee"}],
        [{"to": [1], "text": "Ja.", "document": "twee"}],
        [{"document_id": "een"}, {"document_id": "twee"}],
    )
    links = evidence_of(tables, "documents.html", NL).of(["een#1", "twee/a1"])
    assert [link.text for link in links] == ["vraag 1 (een)", "antwoord op vraag 1 (twee)"]
