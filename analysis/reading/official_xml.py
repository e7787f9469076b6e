"""The official XML of officielebekendmakingen: questions, answers and notes are elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block, Run, Writer

_OPENS = {"vraag": "question", "antwoord": "answer"}
_LINES = {"al", "tekstregel", "kamervraagnummer", "titel", "subtitel", "tussenkop", "li.nr", "p"}
_BOLD = {"titel", "subtitel", "tussenkop", "nr"}
_PASSED = {"metadata", "noot.nr", "plaatje", "illustratie"}
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parse_xml(path: Path, data: bytes) -> etree._Element:
    """Parse XML without loading anything else and without resolving entities.

    Raises
    ------
    UnreadableDocument
        Where it is no well-formed XML, or defines entities of its own.
    """
    if _ENTITY.search(data[:100_000]):
        raise UnreadableDocument(f"{path.name}: it defines XML entities, which is not safe to read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(
            f"{path.name}: this is no well-formed XML ({error.msg})"
        ) from error


def read_xml(path: Path, data: bytes) -> tuple[str, tuple[Block, ...], dict[str, tuple[str, ...]]]:
    """Read an official publication.

    Returns
    -------
    text, blocks, metadata
        One block per ``al``, list item, row of a table or heading; the text of a note follows
        the block that its marker is in. ``metadata`` by the ``name`` of each ``meta``.

    Raises
    ------
    UnreadableDocument
        See `parse_xml`.
    """
    root = parse_xml(path, data)
    walk = _Walk()
    walk.element(root)
    metadata: dict[str, tuple[str, ...]] = {}
    for meta in root.iter("{*}meta"):
        name, content = meta.get("name"), meta.get("content")
        if name and content:
            metadata[name] = (*metadata.get(name, ()), content)
    return walk.writer.text, tuple(walk.writer.blocks), metadata


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


class _Walk:
    """Goes through the elements and writes their paragraphs."""

    def __init__(self) -> None:
        self.writer = Writer()
        self._notes: list[tuple[str, etree._Element]] = []
        self._opens: str | None = None  # the element whose first block is still to come
        self._n_notes = 0
        self._printed = ""  # the number of the list item whose first paragraph is still to come

    def element(self, element: etree._Element, **fields: Any) -> None:
        """Write what an element holds."""
        name = _name(element)
        if not name or name in _PASSED:
            return
        if name in _OPENS:
            self._opens = _OPENS[name]
        if name == "li":
            self._item(element, **fields)
        elif name == "noot":
            self._note(element)
            self._write_notes()
        elif name in ("row", "tr"):
            self._row(element, **fields)
        elif name == "nr" and (parent := element.getparent()) is not None:
            self._line(element, bold=True, **fields)
            if _name(parent) in _OPENS and self._opens:
                self._opens = None
        elif name in _LINES or not self._has_lines(element):
            self._line(element, bold=name in _BOLD, **fields)
        else:
            self._mixed(element, **fields)

    def _mixed(self, element: etree._Element, **fields: Any) -> None:
        """Write an element that holds paragraphs, and text that stands loose between them."""
        self._loose(element.text, **fields)
        for child in element:
            self.element(child, **fields)
            self._loose(child.tail, **fields)

    def _loose(self, text: str | None, **fields: Any) -> None:
        if text and text.strip():
            self._write([Run(text)], **fields)

    def _has_lines(self, element: etree._Element) -> bool:
        holders = {*_LINES, *_OPENS, "li", "nr", "row", "tr", "al-groep", "lijst"}
        return any(
            _name(inner) in holders for inner in element.iterdescendants() if inner is not element
        )

    def _item(self, element: etree._Element, **fields: Any) -> None:
        """Write a list item; its number or dash is printed, so it is part of the text."""
        number = element.find("{*}li.nr")
        self._printed = "".join(number.itertext()).strip() if number is not None else "•"
        for child in element:
            if child is not number:
                self.element(child, **fields)
        self._printed = ""

    def _row(self, element: etree._Element, **fields: Any) -> None:
        runs: list[Run] = []
        for cell in element:
            runs += [*self._runs(cell), Run(" ")]
        self._write(runs, **fields)
        self._write_notes()

    def _line(self, element: etree._Element, bold: bool = False, **fields: Any) -> None:
        runs: list[Run] = []
        for run in self._runs(element, bold):
            if run.text == "\n" and runs:
                self._write(runs, **fields)
                fields.pop("number", None)
                runs = []
            else:
                runs.append(run)
        self._write(runs, **fields)
        self._write_notes()

    def _write(self, runs: list[Run], **fields: Any) -> None:
        if self._printed and any(run.text.strip() for run in runs):
            runs, self._printed = [Run(self._printed + " "), *runs], ""
        if self._opens and any(run.text.strip() for run in runs):
            fields, self._opens = {**fields, "opens": self._opens}, None
        self.writer.add(runs, **fields)

    def _runs(
        self, element: etree._Element, bold: bool = False, raised: bool = False
    ) -> Iterator[Run]:
        name = _name(element)
        if name == "noot":
            yield Run(self._note(element), bold, True)
            return
        if name in _PASSED:
            return
        if name == "nootref":
            yield Run("".join(element.itertext()), bold, True)
            return
        if name in ("br", "regeleinde"):
            yield Run("\n")
        bold = bold or (name == "nadruk" and element.get("type", "").startswith("vet"))
        raised = raised or name == "sup"
        yield Run(element.text or "", bold, raised)
        for child in element:
            yield from self._runs(child, bold, raised)
            if _name(child) in ("al", "entry", "td", "li"):
                yield Run(" ")
            yield Run(child.tail or "", bold, raised)

    def _note(self, element: etree._Element) -> str:
        """Keep a note until its paragraph is written; return its marker."""
        number = element.find("{*}noot.nr")
        self._n_notes += 1
        printed = "".join(number.itertext()).strip() if number is not None else ""
        marker = printed or str(self._n_notes)
        self._notes.append((marker, element))
        return marker

    def _write_notes(self) -> None:
        notes, self._notes = self._notes, []
        for marker, element in notes:
            runs: list[Run] = []
            for child in element:
                if _name(child) != "noot.nr":
                    runs += [*self._runs(child), Run(" ")]
            self.writer.add(runs, note=marker)
