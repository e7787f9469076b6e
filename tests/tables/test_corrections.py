"""Corrections by hand: applied, kept for later, or said to apply no longer."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from analysis.errors import AnalysisError
from analysis.tables import build_tables, corrected, read_tables

HEADER = "document_id,item_id,column,value,who,why\n"
TEXT = """Vragen van het lid Jansen (SP) aan de Minister van Bruggen (ingezonden 3 mei 2024).
Antwoord van Minister Y (Bruggen) (ontvangen 17 mei 2024).
Vraag 1
Is de brug open? Zo nee, waarom niet?
Antwoord 1
Ja.
Vraag 2
En de sluis?
Antwoord 2
Ook.
"""


def built(folder: Path, *lines: str) -> tuple[dict[str, pd.DataFrame], list[str]]:
    (folder / "d.txt").write_text(TEXT, encoding="utf-8")
    file = folder / "corrections.csv"
    file.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    summary = build_tables([folder / "d.txt"], folder / "out", corrections=file)
    return read_tables(folder / "out"), summary.lines()


def test_a_value_is_replaced_and_said_to_be(tmp_path: Path) -> None:
    tables, lines = built(tmp_path, "d,,answered_on,2024-05-24,Griffie,stempel op de brief")
    document = tables["documents"].iloc[0]
    assert (document["answered_on"], document["response_days"]) == (pd.Timestamp("2024-05-24"), 21)
    assert list(tables["corrections"]["status"]) == ["applied"]
    assert "corrections_applied" in set(tables["findings"]["code"])
    assert lines[0].startswith("Corrections by hand: 1 applied, 0 kept")


def test_a_corrected_text_has_its_own_words_and_asks_and_no_places(tmp_path: Path) -> None:
    tables, _ = built(tmp_path, "d,d#1,text,Is de brug dicht?,Griffie,misdruk")
    question = tables["questions"].set_index("question_id").loc["d#1"]
    assert (question["text"], question["n_words"]) == ("Is de brug dicht?", 4)
    asks = tables["asks"].query("question_id == 'd#1'")
    assert list(asks["text"]) == ["Is de brug dicht?"]
    assert list(asks["start"]) == [question["start"]]
    assert "d#1" not in set(tables["pieces"]["owner_id"])
    assert "d#2" in set(tables["pieces"]["owner_id"])


def test_askers_and_answers_are_replaced(tmp_path: Path) -> None:
    tables, _ = built(
        tmp_path,
        "d,d#1,askers,Partij voor de Vrijheid; BBB,Griffie,mondeling",
        "d,d#2,answers,d/a1,Griffie,hoort bij 1",
    )
    askers = tables["askers"].query("question_id == 'd#1' and role == 'asked'")
    assert list(askers["fractie"]) == ["PVV", "BBB"]
    links = tables["question_answers"].query("question_id == 'd#2'")
    assert list(zip(links["answer_id"], links["relation"], strict=True)) == [("d/a1", "joint")]


@pytest.mark.parametrize(
    "line",
    [
        "d,d#9,text,Weg?,Griffie,bestaat niet",
        "d,,answered_on,2024-05-17,Griffie,staat er al",
        "d,d#2,answers,d/a9,Griffie,bestaat niet",
        "d,d#2,answers,d/a2,Griffie,staat er al",
    ],
)
def test_what_does_not_apply_any_more_is_said(tmp_path: Path, line: str) -> None:
    tables, lines = built(tmp_path, line)
    assert list(tables["corrections"]["status"]) == ["stale"]
    assert "correction_stale" in set(tables["findings"]["code"])
    assert lines[1].startswith("No longer applicable: line 2, ")


def test_corrections_of_other_documents_are_counted_only(tmp_path: Path) -> None:
    tables, lines = built(tmp_path, "elders,,title,Bruggen,Griffie,omslag")
    assert tables["corrections"].empty
    assert "1 about documents that are not here" in lines[0]


def test_a_fractie_that_is_told_by_hand_keeps_the_member_that_the_metadata_named(
    tmp_path: Path,
) -> None:
    xml = (
        '<officiele-publicatie><metadata><meta name="OVERHEIDop.indiener" content="J. Jansen"/>'
        "</metadata><kamervragen><vraag><nr>Vraag 1</nr><al>Vaart de pont?</al></vraag>"
        "<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord></kamervragen></officiele-publicatie>"
    )
    (tmp_path / "d.xml").write_text(xml, encoding="utf-8")
    file = tmp_path / "corrections.csv"
    found = []
    for line in ("", "d,d#1,askers,SP,Griffie,ledenlijst\n"):
        file.write_text(HEADER + line, encoding="utf-8")
        build_tables([tmp_path / "d.xml"], tmp_path / "out", corrections=file)
        (asker,) = read_tables(tmp_path / "out")["askers"].itertuples()
        found.append((None if pd.isna(asker.fractie) else asker.fractie, asker.member))
    assert found == [(None, "J. Jansen"), ("SP", "J. Jansen")]


def test_what_is_judged_later_is_kept_and_applied_then(tmp_path: Path) -> None:
    tables, _ = built(tmp_path, "d,d#2,coverage,none,Griffie,zegt niets")
    assert list(tables["corrections"]["status"]) == ["pending"]
    judged = pd.DataFrame({"question_id": ["d#1", "d#2"], "coverage": ["full", "full"]})
    result = corrected(judged, tables["corrections"], "question_id")
    assert list(result["coverage"]) == ["full", "none"]
    assert list(result["corrected"]) == [False, True]
    assert list(judged["coverage"]) == ["full", "full"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["d,d#1,start,5,Griffie,anders"], "line 2: 'start' cannot be corrected here; choose from"),
        (["d,,answered_on,mei,Griffie,x"], "line 2: answered_on: 'mei' is no date such as"),
        (["d,,kind,boek,Griffie,x"], "line 2: kind: 'boek' is not one of verslag"),
        (["d,d#1,coverage,mooi,Griffie,x"], "line 2: coverage: 'mooi' is not one of full, partial"),
        (["d,,title,Bruggen,,x"], "line 2: who is empty"),
        (["d,,title,Bruggen,Griffie,x,y"], "line 2: there are more than 6 values"),
        (["d,d/a1,text,,Griffie,x"], "line 2: text: a value is needed"),
        (["d,,title,A,Griffie,x", "d,,title,B,Griffie,x"], "line 3: line 2 corrects the same"),
    ],
)
def test_a_wrong_line_is_named_with_what_was_expected(
    tmp_path: Path, lines: list[str], reason: str
) -> None:
    with pytest.raises(AnalysisError, match=reason):
        built(tmp_path, *lines)
    assert not (tmp_path / "out").exists()


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text(TEXT)
    file = tmp_path / "corrections.csv"
    for data, reason in ((b"a,b\n", "the columns must be"), (b"\xff\xfe", "no readable file")):
        file.write_bytes(data)
        with pytest.raises(AnalysisError, match=reason):
            build_tables([tmp_path / "d.txt"], tmp_path / "out", corrections=file)
