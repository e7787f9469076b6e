"""No letter of a document is lost: a record holds it, or a finding counts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.parsing import lines_and_notes
from analysis.parsing.dialogue import dialogue_of
from analysis.parsing.lines import Role
from analysis.parsing.names import askers_heading
from analysis.parsing.paragraphs import paragraphs_of
from analysis.parsing.passage import Passage, Piece
from analysis.reading import Source, read
from tests.generator import FAULTS, KINDS, PROSE, document
from tests.parsing.records_of import source_of


def lost(source: Source) -> str:
    """Return the letters of a source that stand nowhere in what is read from it."""
    accounted: set[int] = set()
    for passage in _places(source):
        for piece in passage.pieces:
            if piece.text.strip():  # a space between two lines spans what stands between them
                accounted.update(range(piece.start, piece.end))
    letters = enumerate(source.text)
    return "".join(sign for i, sign in letters if sign.isalnum() and i not in accounted)


def _places(source: Source) -> Iterator[Passage]:
    lines, notes = lines_and_notes(source)
    paragraphs = paragraphs_of(lines)
    dialogue = dialogue_of(paragraphs)
    yield from (line.passage for line in lines if line.role != Role.BODY)
    for note in notes:
        yield note.passage
        if note.anchor_at is not None:
            end = note.anchor_at + len(str(note.number))
            yield Passage((Piece(str(note.number), note.anchor_at, end),))
    yield from (p.passage for p in (*dialogue.front, *dialogue.unplaced, *dialogue.notices))
    yield from (answer.text for answer in dialogue.answers)
    for question in dialogue.questions:
        yield from (question.text, question.context, question.restated)
    sections = {question.section for question in dialogue.questions}
    for paragraph in paragraphs:
        if paragraph.marker or paragraph.text in sections or askers_heading(paragraph):
            yield paragraph.passage


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_of_a_document_is_accounted_for(kind: str, tmp_path: Path) -> None:
    read_from = set()
    for seed in range(800, 812):
        made = document(seed, kind, fault=(None, *FAULTS)[seed % 3])
        path = tmp_path / made.name
        path.write_bytes(made.data)
        assert lost(read(path)) == "", made.name
        read_from.add(path.suffix)
    assert len(read_from) > 1


@pytest.mark.parametrize("layout", PROSE)
def test_every_letter_of_a_report_in_prose_is_accounted_for(layout: str, tmp_path: Path) -> None:
    for seed in range(900, 906):
        made = document(seed, "nota" if layout == "turns" else "verslag", prose=layout)
        path = tmp_path / made.name
        path.write_bytes(made.data)
        assert lost(read(path)) == "", made.name


def test_a_letter_that_stands_nowhere_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Vraag 1\nIs dat zo?\n\nAntwoord 1\nJa.\n\nToelichting:\nMeer hiervan.\n"
    assert lost(source_of(text)) == ""
    monkeypatch.setattr("tests.test_accounting.paragraphs_of", lambda lines: [])
    assert lost(source_of(text)).startswith("Vraag1Isdatzo")
