"""Looking into documents from a notebook: what is found, shown, compared and traced."""

from pathlib import Path

import pandas as pd
import pytest

from analysis import explore
from analysis.errors import AnalysisError
from analysis.publishing.files import write_csv
from analysis.tables import write_tables
from tests.builders import tables_of

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents with a question 1 each, of two fracties."""
    frames = tables_of(
        [
            {"number": 1, "document": "a", "asked": ["PVV"], "text": f"Is dat zo {HOSTILE}?"},
            {"number": 2, "document": "a", "asked": ["SP"]},
            {"number": 1, "document": "b", "asked": ["SP"]},
        ],
        [
            {"to": [1], "document": "a", "text": "Demissionaire kabinetten doen minder."},
            {"to": [2], "document": "a", "text": "Ja."},
            {"to": [1], "document": "b", "text": "Het is demissionair, en nog eens DEMISSIONAIR."},
        ],
        [{"document_id": "a"}, {"document_id": "b"}],
    )
    write_tables(frames, {"a": "A", "b": "B"}, tmp_path / "tables")
    return tmp_path / "tables"


def test_words_are_found_whole_in_their_context_whatever_their_capitals(folder: Path) -> None:
    found = explore.find("demissionair", folder)
    assert found.frame[["where", "before", "words"]].to_numpy().tolist() == [
        ["a/a1", "", "Demissionaire"],
        ["b/a1", "Het is ", "demissionair"],
        ["b/a1", "Het is demissionair, en nog eens ", "DEMISSIONAIR"],
    ]
    assert repr(found).startswith("‘demissionair’: 3 plaatsen\n")
    assert explore.find("[", folder).frame.empty


def test_what_is_found_shows_itself_offline_and_escaped(folder: Path) -> None:
    page = explore.find("dat zo", folder)._repr_html_()
    assert HOSTILE not in page
    assert "cdn" not in page.partition("<table")[0][:2000]
    assert "itables" in page


def test_a_question_is_shown_with_its_answer(folder: Path) -> None:
    shown = explore.show(1, "a", folder)
    assert "Demissionaire kabinetten" in shown._repr_html_()
    assert HOSTILE not in shown._repr_html_()
    assert "Gevraagd door PVV" in repr(shown)
    assert repr(explore.show("a/a1", folder=folder)) == repr(shown)
    assert repr(explore.show(2, folder=folder)).startswith("Vraag 2 (a)")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda folder: explore.show(1, folder=folder), "2 documents have a question 1: say which"),
        (lambda folder: explore.show(9, folder=folder), "There is no question 9 here"),
        (lambda folder: explore.find(" ", folder), "Say which words"),
        (lambda folder: explore.compare("fracties", folder), "did you mean 'fractie'"),
        (lambda folder: explore.trace("x", 1, folder, folder), "There is no figure 'x'"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(folder: Path, call: object, message: str) -> None:
    with pytest.raises(AnalysisError, match=message):
        call(folder)


def test_groups_are_compared_and_small_ones_get_no_median(folder: Path) -> None:
    frame = explore.compare("fractie", folder, minimum=2).frame
    rows = frame[["fractie", "n_questions", "n_answers", "median"]].to_numpy().tolist()
    assert rows[0] == ["SP", 2, 2, 4.0]
    assert rows[1][:3] == ["PVV", 1, 1]
    assert pd.isna(rows[1][3])


def test_a_value_of_a_figure_leads_to_its_questions(folder: Path, tmp_path: Path) -> None:
    data = pd.DataFrame({"fractie": ["PVV", "SP"], "n": [1, 2]})
    write_csv(tmp_path / "figures" / "askers.csv", data)

    def traced(value: object) -> list[str]:
        rows = explore.trace("askers", value, folder, tmp_path / "figures")
        return list(rows.frame["question_id"])

    assert traced("SP") == ["a#2", "b#1"]
    assert traced(1) == ["a#1"]
    assert traced(None) == ["a#1", "a#2", "b#1"]
    with pytest.raises(AnalysisError, match="shows no 'CDA'"):
        traced("CDA")
