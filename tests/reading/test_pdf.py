"""PDF: lines with their places, superscripts told by size and place, and files that are no PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from analysis.errors import UnreadableDocument
from analysis.parsing import parse
from analysis.reading import Source, read
from tests.parsing.records_of import answers_of


def pdf(path: Path, *pages: list[tuple[float, float, float, str]], password: str = "") -> Path:
    """Write a PDF; each text has its left edge, base line and type size."""
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(str(path), pagesize=A4, encrypt=encryption, invariant=1)
    for page in pages:
        for left, base, size, text in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Source:
    """Return two pages with a colophon in the margin, a head, a note and its marker."""
    head = [(480, 800, 7, "Directie Veren"), (480, 790, 7, "Datum 3 mei 2024")]
    before, formula = "De pont vaart in 2023", "grote rivieren. De uitstoot van CO"
    marker, index = (72 + stringWidth(text, "Helvetica", 10) for text in (before, formula))
    first = [
        (72, 700, 10, "Vraag 1"),
        (72, 688, 10, "Vaart de pont in de winter elke dag en ook op zondag in de avond?"),
        (72, 664, 10, "Antwoord 1"),
        (72, 652, 10, before),
        (marker, 656, 6, "1"),
        (marker + 7, 652, 10, "elke dag, behalve bij storm en bij ijs op de"),
        (72, 100, 7, "1"),
        (78, 100, 7, "Dienstregeling, bijlage 2."),
    ]
    second = [
        (72, 740, 10, formula),
        (index, 737, 6, "2"),
        (index + 4, 740, 10, " daalt."),
    ]
    return read(pdf(tmp_path / "brief.pdf", head + first, head + second))


def test_an_answer_runs_on_overleaf_without_note_or_head(letter: Source) -> None:
    assert answers_of(parse(letter)) == {
        (1,): "De pont vaart in 2023 elke dag, behalve bij storm en bij ijs op de grote rivieren."
        " De uitstoot van CO2 daalt."
    }


def test_the_note_knows_where_its_marker_stands(letter: Source) -> None:
    (note,) = parse(letter).notes
    assert note.passage.text == "Dienstregeling, bijlage 2."
    assert note.anchor_at is not None
    assert letter.text[note.anchor_at - 4 : note.anchor_at + 1] == "20231"


def test_blocks_know_their_page_and_size(letter: Source) -> None:
    marker = next(block for block in letter.blocks if block.text == "Antwoord 1")
    assert (marker.page, marker.size, marker.left, marker.base) == (1, 10.0, 72.0, 664.0)
    assert {block.page for block in letter.blocks} == {1, 2}


def test_offsets_are_those_of_the_text(letter: Source) -> None:
    assert all(letter.text[b.start : b.end] == b.text for b in letter.blocks)


def test_a_group_is_told_apart_by_lines_that_end_early(tmp_path: Path) -> None:
    lines = ["Vraag 1 en 2", "Klopt dit?", "En wat kost het om de pont elke dag te laten varen?"]
    texts = [(72.0, 700.0 - 12 * i, 10.0, line) for i, line in enumerate(lines)]
    record = parse(read(pdf(tmp_path / "groep.pdf", texts)))
    assert [question.text.text for question in record.questions] == lines[1:]


def test_a_scan_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"scan\.pdf: .*holds no text; it may be a scan"):
        read(pdf(tmp_path / "scan.pdf", []))


def test_a_password_is_named(tmp_path: Path) -> None:
    path = pdf(tmp_path / "geheim.pdf", [(72, 700, 10, "Vraag 1")], password="geheim")
    with pytest.raises(UnreadableDocument, match=r"geheim\.pdf: .*protected by a password"):
        read(path)


def test_what_is_no_pdf_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nep.pdf"
    path.write_bytes(b"Vraag 1\nIs dit een PDF?\n")
    with pytest.raises(UnreadableDocument, match=r"nep\.pdf: .*damaged"):
        read(path)
