"""Whatever the generator writes comes back exactly: questions, answers, askers, notes, faults."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from analysis.parsing import parse
from analysis.reading import read
from analysis.tables.rows import Rows, rows_of
from tests.generator import KINDS, PROSE, STYLES, Written, document
from tests.generator.comparison import differences


def rows_from(made: Written, folder: Path) -> Rows:
    path = folder / made.name
    path.write_bytes(made.data)
    source = read(path)
    return rows_of(source, parse(source), "d")


def different(documents: list[Written], folder: Path) -> dict[str, list[str]]:
    """Return what differs, by document; empty where all came back."""
    found = {made.name: differences(made.gold, rows_from(made, folder)) for made in documents}
    return {name: remarks for name, remarks in found.items() if remarks}


# In parts, so that they can be divided over the cores: 300 texts, 120 XML, 60 PDF, 40 DOCX.
@pytest.mark.parametrize("part", range(10))
def test_documents_come_back_exactly(part: int, tmp_path: Path) -> None:
    documents = [
        document(10 * n + part, format=kind_of_file)
        for kind_of_file, size in (("txt", 30), ("xml", 12), ("pdf", 6), ("docx", 4))
        for n in range(size)
    ]
    assert len(documents) == 52
    assert different(documents, tmp_path) == {}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_comes_back_from_every_layout(kind: str, style: str, tmp_path: Path) -> None:
    documents = [document(seed, kind, "txt", style=style) for seed in range(500, 503)]
    assert {made.gold.kind for made in documents} == {kind}
    assert different(documents, tmp_path) == {}


@pytest.mark.parametrize("layout", PROSE)
def test_questions_in_prose_come_back_with_their_fractie_and_answer(
    layout: str, tmp_path: Path
) -> None:
    kind = "nota" if layout == "turns" else "verslag"
    documents = [
        document(seed, kind, kind_of_file, prose=layout)
        for kind_of_file in ("txt", "docx", "xml")
        for seed in range(800, 806)
    ]
    assert all(question.fracties for made in documents for question in made.gold.questions)
    assert different(documents, tmp_path) == {}
    if layout == "parts":
        assert any(made.gold.unanswered for made in documents)
        assert any(len(answer.numbers) > 3 for made in documents for answer in made.gold.answers)


@pytest.mark.parametrize("kind", ["aanhangsel", "lijst", "nota", "brief"])
def test_a_skipped_number_is_reported_and_moves_nothing(kind: str, tmp_path: Path) -> None:
    documents = [document(seed, kind, "txt", fault="missing", n=9) for seed in range(600, 604)]
    assert all(made.gold.faults["missing"] for made in documents)
    assert different(documents, tmp_path) == {}


@pytest.mark.parametrize("kind", ["aanhangsel", "lijst", "nota", "brief"])
def test_a_number_that_is_printed_twice_is_two_questions(kind: str, tmp_path: Path) -> None:
    documents = [document(n, kind, "txt", fault="double", n=8) for n in range(700, 706)]
    assert all(made.gold.faults["double"] for made in documents)
    assert different(documents, tmp_path) == {}


# Not printed, with a letter, misprinted, with a space in it, printed twice, without a digit.
LONG = {1: None, 12: "12a", 18: "81", 27: "2 7", 34: None, 46: "45", 57: "7", 60: None, 71: "77"}


@pytest.mark.parametrize("seed", [1, 2])
def test_a_long_nota_with_misprints_comes_back_from_all_that_it_is_read_from(
    seed: int, tmp_path: Path
) -> None:
    made = document(seed, "nota", "pdf", n=89, misprints=LONG)
    assert different([made], tmp_path) == {}
    with pypdfium2.PdfDocument(made.data) as pdf:
        assert len(pdf) > 15
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    for form, between in (("lines", "\n"), ("glued", "")):
        text = between.join(pages).encode()
        assert different([Written(f"{form}.txt", text, made.gold)], tmp_path) == {}
    for style in STYLES:
        made = document(seed, "nota", "txt", n=89, style=style, misprints=LONG)
        assert different([made], tmp_path) == {}


@pytest.mark.parametrize("place", [0, 1, -1])
@pytest.mark.parametrize("style", STYLES)
def test_a_number_that_is_not_printed_in_a_group_is_a_question(
    style: str, place: int, tmp_path: Path
) -> None:
    for seed in range(20, 24):
        whole = document(seed, "nota", "txt", style=style, n=40)
        numbers = [a.numbers for a in whole.gold.answers if len(a.numbers) > 1]
        number = numbers[-1][place]
        made = document(seed, "nota", "txt", style=style, n=40, misprints={number: None})
        assert made.gold.questions == whole.gold.questions
        assert different([made], tmp_path) == {}


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    for kind_of_file in ("txt", "docx", "pdf", "xml"):
        one, again, other = (document(seed, "lijst", kind_of_file) for seed in (8, 8, 9))
        assert one == again
        assert one.data != other.data


def test_a_difference_between_fracties_can_be_planted() -> None:
    def share(evasion: dict[str, float]) -> float:
        answers = [
            answer
            for seed in range(120)
            for made in [document(seed, "aanhangsel", "txt", evasion=evasion)]
            if made.gold.askers[0][0] == "SP"
            for answer in made.gold.answers
        ]
        return sum(bool(answer.devices) for answer in answers) / len(answers)

    assert share({"SP": 0.9}) > 0.7
    assert share({"SP": 0.0}) == 0
