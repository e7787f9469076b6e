"""A document as DOCX: real footnotes, bold runs, lists, and now and then automatic numbers."""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

from tests.generator.model import Block, Document

_NOTE = re.compile(r"⟦(\d+)⟧")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("document", "footnotes", "numbering", "styles")
_SAME_DAY = (2020, 1, 1, 0, 0, 0)  # the same bytes for the same seed


def write_docx(document: Document) -> bytes:
    """Return the document as DOCX."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": _relations(
            {f"rId{i}": (name, f"{name}.xml") for i, name in enumerate(_PARTS[1:], start=1)}
        ),
        "word/document.xml": f"<w:document {_W}><w:body>{_body(document)}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes {_W}>{_footnotes(document)}</w:footnotes>",
        "word/numbering.xml": f"<w:numbering {_W}>{_numbering()}</w:numbering>",
        "word/styles.xml": f"<w:styles {_W}>{_styles()}</w:styles>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _SAME_DAY), _HEAD + text)
    return buffer.getvalue()


def _body(document: Document) -> str:
    paragraphs: list[str] = []
    runs = ""
    for block in document.blocks:
        runs += _runs(block, document.layout.bold)
        if block.joined:
            runs += _run(" ", False)
            continue
        properties = ""
        if block.role in ("item", "bullet"):
            properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        paragraphs.append(f"<w:p>{properties}{runs}</w:p>")
        runs = ""
    return "".join(paragraphs)


def _runs(block: Block, bold: str) -> str:
    is_bold = block.role in ("heading", "section") or {
        "markers": block.role in ("question_mark", "answer_mark"),
        "questions": block.role in ("question_mark", "question"),
        "answers": block.role in ("answer_mark", "answer", "item"),
    }.get(bold, False)
    runs = ""
    for at, part in enumerate(_NOTE.split(block.text)):
        if at % 2:
            runs += f'<w:r><w:footnoteReference w:id="{part}"/></w:r>'
        elif part:
            runs += _run(part, is_bold)
    return runs


def _run(text: str, bold: bool) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def _footnotes(document: Document) -> str:
    return "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{_run(" " + note, False)}</w:p>'
        "</w:footnote>"
        for i, note in enumerate(document.gold.notes, start=1)
    )


def _numbering() -> str:
    return (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _styles() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.'
        f'{"document.main" if name == "document" else name}+xml"/>'
        for name in _PARTS
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inside}</Relationships>"
    )
