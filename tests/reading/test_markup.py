"""Official XML and HTML: elements for questions, answers and notes; nothing else is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import UnreadableDocument
from analysis.parsing import parse
from analysis.reading import read
from tests.parsing.records_of import answers_of

XML = """<?xml version="1.0"?>
<officiele-publicatie><metadata><meta name="DC.identifier" content="ah-tk-20232024-12"/>
<meta name="OVERHEIDop.ontvanger" content="A. Veerman"/></metadata>
<kamervragen><vraag><nr>Vraag 1</nr><al>Vaart de pont<noot id="n1"><noot.nr>1</noot.nr><noot.al>De
Veerbode, 3 mei.</noot.al></noot> elke dag?</al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja, en wel:</al><lijst>
<li><li.nr>a.</li.nr><al>op zondag;</al></li>
<li><li.nr>b.</li.nr><al>in <nadruk type="vet">de</nadruk> winter.</al></li></lijst>
<table><tgroup><tbody><row><entry>2022</entry><entry>410</entry></row></tbody></tgroup></table>
</antwoord></kamervragen></officiele-publicatie>"""

HTML = """<html><head><meta name="DC.identifier" content="ah-tk-20232024-12"></head><body>
<nav>Home Zoeken</nav><h2>Vraag 1</h2><p>Vaart de pont<sup>1</sup> elke dag?</p>
<h2>Antwoord 1</h2><p>Ja, en <b>wel</b> om 7 uur.</p><ul><li>op zondag</li></ul>
<div class="noot"><p>1 De Veerbode, 3 mei.</p></div><script>alert("x")</script></body></html>"""


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_official_xml(tmp_path: Path) -> None:
    source = read(written(tmp_path, "vragen.xml", XML))
    record = parse(source)
    assert record.questions[0].text.text == "Vaart de pont elke dag?"
    assert answers_of(record)[1,] == "Ja, en wel:\na. op zondag;\nb. in de winter.\n2022 410"
    (note,) = record.notes
    assert note.passage.text == "De Veerbode, 3 mei."
    assert source.text[note.anchor_at or 0] == "1"
    assert record.header.document_number == "ah-tk-20232024-12"
    assert record.header.respondent == "A. Veerman"


def test_html(tmp_path: Path) -> None:
    record = parse(read(written(tmp_path, "vragen.html", HTML)))
    assert record.questions[0].text.text == "Vaart de pont elke dag?"
    assert answers_of(record)[1,] == "Ja, en wel om 7 uur.\nop zondag"
    assert [note.passage.text for note in record.notes] == ["De Veerbode, 3 mei."]


def test_an_element_without_a_number_still_opens_an_answer(tmp_path: Path) -> None:
    xml = "<x><vraag><nr>1</nr><al>Vaart hij?</al></vraag><antwoord><al>Ja.</al></antwoord></x>"
    assert answers_of(parse(read(written(tmp_path, "a.xml", xml)))) == {(1,): "Ja."}


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">',
        '<!ENTITY b SYSTEM "file:///etc/hostname">',
        '<!ENTITY b SYSTEM "http://localhost:9/x">',
    ],
    ids=["bomb", "file", "address"],
)
def test_entities_are_refused(tmp_path: Path, entity: str) -> None:
    xml = f"<!DOCTYPE x [{entity}]><x><al>&b;</al></x>"
    with pytest.raises(UnreadableDocument, match=r"bom\.xml: it defines XML entities"):
        read(written(tmp_path, "bom.xml", xml))


def test_broken_xml_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"half\.xml: this is no well-formed XML"):
        read(written(tmp_path, "half.xml", "<x><al>Vraag 1"))


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"leeg\.html: .*no text"):
        read(written(tmp_path, "leeg.html", "<html><body></body></html>"))


def test_a_page_that_does_not_say_so_is_utf_8_where_it_can_be(tmp_path: Path) -> None:
    path = written(tmp_path, "vragen.html", "<p>Eén pont, ‘s zomers</p>")
    assert read(path).text == "Eén pont, ‘s zomers\n"
    path.write_bytes("<p>E\xe9n pont</p>".encode("latin-1"))
    assert read(path).text == "Eén pont\n"


def test_notes_that_only_their_name_tells(tmp_path: Path) -> None:
    """So converters of DOCX write them."""
    text = """<p>Vraag 1</p><p>Vaart de pont<sup><a href="#footnote-1">[1]</a></sup>?</p>
    <p>Antwoord 1</p><p>Ja.</p><ol>
    <li id="footnote-1"><p>De Veerbode. <a href="#r">↑</a></p></li></ol>"""
    record = parse(read(written(tmp_path, "vragen.html", text)))
    assert record.questions[0].text.text == "Vaart de pont?"
    assert [(note.number, note.passage.text) for note in record.notes] == [(1, "De Veerbode.")]
    assert answers_of(record) == {(1,): "Ja."}
