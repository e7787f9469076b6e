"""DOCX and ODT, by pandoc: its document tree keeps notes, bold, lists, tables and text boxes."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block, Run, Writer
from analysis.reading.odt import with_plain_text

_MAIN_PART = {".docx": "word/document.xml", ".odt": "content.xml"}
_LARGEST = 400_000_000  # bytes of all parts unpacked; more is no letter

Node = dict[str, Any]


def read_office(
    path: Path, data: bytes
) -> tuple[str, tuple[Block, ...], dict[str, tuple[str, ...]]]:
    """Read a DOCX or ODT document.

    Returns
    -------
    text, blocks, metadata
        One block per paragraph; a line break inside one begins another. The marker of a note is
        written where it stands, and its text follows the paragraph.

    Raises
    ------
    UnreadableDocument
        Where the file is no document of that format.
    """
    _check(path, data)
    import pypandoc  # starts looking for pandoc when it is imported

    kind = path.suffix[1:].lower()
    options = ["--sandbox"]
    try:
        if kind == "odt":
            text = with_plain_text(data)
            tree = pypandoc.convert_text(text, "json", format=kind, extra_args=options)
        else:
            tree = pypandoc.convert_file(str(path), "json", format=kind, extra_args=options)
    except (RuntimeError, etree.XMLSyntaxError) as error:
        raise UnreadableDocument(f"{path.name}: the document is damaged") from error
    walk = _Walk()
    walk.blocks(json.loads(tree)["blocks"])
    return walk.writer.text, tuple(walk.writer.blocks), {}


def _check(path: Path, data: bytes) -> None:
    """Refuse what is no document of its format, before anything unpacks it."""
    kind = path.suffix[1:].upper()
    try:
        with zipfile.ZipFile(BytesIO(data)) as parcel:
            sizes = {item.filename: item.file_size for item in parcel.infolist()}
            main = _MAIN_PART[path.suffix.lower()]
            if main not in sizes:
                raise UnreadableDocument(f"{path.name}: this is a ZIP file and no {kind} document")
            if sum(sizes.values()) > _LARGEST:
                raise UnreadableDocument(f"{path.name}: unpacked it is too large to be a document")
            if any(
                b"<!ENTITY" in parcel.read(name)
                for name in sizes
                if name.endswith((".xml", ".rels"))
            ):
                raise UnreadableDocument(f"{path.name}: it defines XML entities, which is not safe")
    except zipfile.BadZipFile as error:
        raise UnreadableDocument(f"{path.name}: this is no {kind} document") from error
    except (RuntimeError, NotImplementedError, OSError) as error:
        raise UnreadableDocument(f"{path.name}: the {kind} document cannot be unpacked") from error


class _Walk:
    """Goes through pandoc's tree and writes its paragraphs."""

    def __init__(self) -> None:
        self.writer = Writer()
        self._notes: list[tuple[str, list[Node]]] = []
        self._n_notes = 0

    def blocks(self, nodes: list[Node], **fields: Any) -> None:
        """Write what a list of block nodes holds; ``fields`` go to each block."""
        for node in nodes:
            content = node.get("c")
            match node["t"]:
                case "Para" | "Plain":
                    self._paragraph(content, **fields)
                case "Header":
                    self._paragraph(content[2], bold=True, **fields)
                case "LineBlock":
                    for line in content:
                        self._paragraph(line, **fields)
                case "OrderedList":
                    self._ordered(content, **fields)
                case "BulletList":
                    for item in content:
                        self._item(item, "•", **fields)
                case "DefinitionList":
                    for term, definitions in content:
                        self._paragraph(term, **fields)
                        for definition in definitions:
                            self.blocks(definition, **fields)
                case "BlockQuote":
                    self.blocks(content, **fields)
                case "Div" | "Figure":
                    self.blocks(content[-1], **fields)
                case "Table":
                    self._table(content, **fields)
                case "CodeBlock":
                    self.writer.add([Run(content[1])], **fields)

    def _ordered(self, content: list[Any], **fields: Any) -> None:
        (start, style, _), items = content
        for i, item in enumerate(items, start=start):
            letters = style["t"] in ("LowerAlpha", "UpperAlpha")
            number = chr(ord("a") + i - 1) if letters and i <= 26 else str(i)
            self._item(item, number, **fields)

    def _item(self, item: list[Node], number: str, **fields: Any) -> None:
        self.blocks(item[:1], **{**fields, "number": number})
        self.blocks(item[1:], **fields)

    def _paragraph(self, inlines: list[Node], bold: bool = False, **fields: Any) -> None:
        runs: list[Run] = []
        for run in [*self._runs(inlines, bold, False), None]:
            if run is not None:
                runs.append(run)
                if run.text != "\n":
                    continue
            before = len(self.writer.blocks)
            self.writer.add(runs, **fields)
            if len(self.writer.blocks) > before:
                fields.pop("number", None)
            runs = []
        notes, self._notes = self._notes, []
        for marker, blocks in notes:
            self.blocks(blocks, note=marker)

    def _runs(self, inlines: list[Node], bold: bool, raised: bool) -> Iterator[Run]:
        for node in inlines:
            content = node.get("c")
            match node["t"]:
                case "Str":
                    yield Run(content, bold, raised)
                case "Space" | "SoftBreak":
                    yield Run(" ", bold, raised)
                case "LineBreak":
                    yield Run("\n")
                case "Strong":
                    yield from self._runs(content, True, raised)
                case "Superscript":
                    yield from self._runs(content, bold, True)
                case "Code" | "Math":
                    yield Run(content[1], bold, raised)
                case "Quoted":
                    single = content[0]["t"] == "SingleQuote"
                    yield Run("‘" if single else "“", bold)
                    yield from self._runs(content[1], bold, raised)
                    yield Run("’" if single else "”", bold)
                case "Note":
                    self._n_notes += 1
                    self._notes.append((str(self._n_notes), content))
                    yield Run(str(self._n_notes), bold, True)
                case "Span" | "Link" | "Cite":
                    yield from self._runs(content[1], bold, raised)
                case "Emph" | "Underline" | "Strikeout" | "Subscript" | "SmallCaps":
                    yield from self._runs(content, bold, raised)

    def _table(self, content: list[Any], **fields: Any) -> None:
        """Write a table: a row is a line, unless its cells hold paragraphs, as a frame does."""
        _, caption, _, head, bodies, foot = content
        self.blocks(caption[1], **fields)
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        for row in rows:
            cells = [cell[4] for cell in row[1] if cell[4]]
            if len(cells) > 1 and all(len(cell) == 1 and _is_line(cell[0]) for cell in cells):
                self._paragraph(
                    [node for cell in cells for node in (*cell[0]["c"], {"t": "Space"})], **fields
                )
            else:
                for cell in cells:
                    self.blocks(cell, **fields)


def _is_line(node: Node) -> bool:
    return node["t"] in ("Para", "Plain")
