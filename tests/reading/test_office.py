"""DOCX and ODT: notes, bold, lists and tables, and files that only look like documents."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypandoc
import pytest

from analysis.errors import UnreadableDocument
from analysis.parsing import parse
from analysis.reading import read
from tests.parsing.records_of import answers_of

LETTER = """
**Vraag 1**\\
**Vaart de pont?**

**Antwoord op vraag 1**

Ja.[^1] De pont vaart:

a. op zondag;
b. in de winter.

| Jaar | Ritten |
|------|--------|
| 2022 | 410    |

[^1]: Dienstregeling, bijlage 2.
"""


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_a_letter(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"brief{ending}"
    pypandoc.convert_text(LETTER, ending[1:], format="markdown", outputfile=str(path))
    source = read(path)
    record = parse(source)
    assert record.questions[0].text.text == "Vaart de pont?"
    assert answers_of(record)[1,].split("\n")[:3] == [
        "Ja. De pont vaart:",
        "op zondag;",
        "in de winter.",
    ]
    assert "2022 410" in answers_of(record)[1,]
    assert [note.passage.text for note in record.notes] == ["Dienstregeling, bijlage 2."]
    assert all(source.text[b.start : b.end] == b.text for b in source.blocks)


def test_bold_against_regular_tells_question_from_answer(tmp_path: Path) -> None:
    text = "**1. Vaart de pont?**\n\nJa.\n\n**2. Ook in de winter?**\n\nNee, dan niet.\n"
    path = tmp_path / "brief.docx"
    pypandoc.convert_text(text, "docx", format="markdown-fancy_lists", outputfile=str(path))
    assert answers_of(parse(read(path))) == {(1,): "Ja.", (2,): "Nee, dan niet."}


def test_automatic_numbers_are_numbers_of_questions(tmp_path: Path) -> None:
    text = "1. Vaart de pont?\n2. Ook in de winter?\n\nAntwoord op vraag 1 en 2:\n\nJa.\n"
    path = tmp_path / "brief.docx"
    pypandoc.convert_text(text, "docx", format="markdown", outputfile=str(path))
    record = parse(read(path))
    assert [(q.number, q.text.text) for q in record.questions] == [
        (1, "Vaart de pont?"),
        (2, "Ook in de winter?"),
    ]
    assert answers_of(record) == {(1, 2): "Ja."}


def zipped(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as parcel:
        for name, text in parts.items():
            parcel.writestr(name.replace("__", "/") + ".xml", text)
    return path


def test_another_zip_is_no_document(tmp_path: Path) -> None:
    path = zipped(tmp_path / "rekening.docx", xl__workbook="<workbook/>")
    with pytest.raises(UnreadableDocument, match=r"rekening\.docx: .*ZIP file and no DOCX"):
        read(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
    with pytest.raises(UnreadableDocument, match="defines XML entities"):
        read(zipped(tmp_path / "bom.docx", word__document=bomb))


def test_a_parcel_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parcel:
        parcel.writestr("word/document.xml", f"<d>{' ' * 3_000_000}</d>")
    assert path.stat().st_size < 10_000
    monkeypatch.setattr("analysis.reading.office._LARGEST", 2_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("it was unpacked"))
    with pytest.raises(UnreadableDocument, match=r"bom\.docx: unpacked it is too large"):
        read(path)


def test_what_is_no_zip_is_no_document(tmp_path: Path) -> None:
    path = tmp_path / "tekst.odt"
    path.write_text("Vraag 1")
    with pytest.raises(UnreadableDocument, match=r"tekst\.odt: this is no ODT document"):
        read(path)


def test_fields_and_tables_in_tables_of_an_odt_are_text(tmp_path: Path) -> None:
    plain = tmp_path / "leeg.odt"
    pypandoc.convert_text("Vraag 1", "odt", format="markdown", outputfile=str(plain))
    inner = (
        "<table:table><table:table-column/><table:table-row><table:table-cell>"
        "<text:p>Uw brief van mei</text:p></table:table-cell></table:table-row></table:table>"
    )
    outer = inner.replace(
        "<text:p>Uw",
        '<text:p><text:user-defined text:name="d">3 mei 2024'
        "</text:user-defined></text:p>" + inner + "<text:p>Uw",
    )
    path = tmp_path / "brief.odt"
    with zipfile.ZipFile(plain) as parcel, zipfile.ZipFile(path, "w") as copy:
        for item in parcel.infolist():
            content = parcel.read(item).decode("utf-8", "surrogateescape")
            if item.filename == "content.xml":
                content = content.replace("</office:text>", outer + "</office:text>")
            copy.writestr(item, content.encode("utf-8", "surrogateescape"))
    text = read(path).text
    assert "3 mei 2024" in text
    assert text.count("Uw brief van mei") == 2
