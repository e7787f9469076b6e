"""HTML of officielebekendmakingen and ministries: its paragraphs, headings, lists and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
from lxml import etree

from analysis.errors import UnreadableDocument
from analysis.reading.blocks import Block, Run, Writer

_PASSED = {"script", "style", "noscript", "nav", "header", "footer", "form", "template", "svg"}
_BLOCKS = set(
    "address article aside blockquote body dd div dl dt fieldset figure figcaption h1 h2 h3 h4 h5"
    " h6 hr li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NOTES = re.compile(r"\b(?:footnotes|voetnoten|noten)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"charset|encoding=", re.IGNORECASE)
_BACK = "↩↑\ufe0e ^"  # links from a note back to its marker
_NOTE = re.compile(r"\b(?:noot|footnote|voetnoot)\b", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:noot|voetnoot|footnote|fn)[-_:]?(\d{1,3})", re.IGNORECASE)
_NOTE_NUMBER = re.compile(r"^(?:X\s+Noot\s+)?\W*(\d{1,3})\W*\s")


def read_html(path: Path, data: bytes) -> tuple[str, tuple[Block, ...], dict[str, tuple[str, ...]]]:
    """Read a page.

    Returns
    -------
    text, blocks, metadata
        One block per paragraph, heading, list item or row of a table. ``metadata`` by the
        ``name`` of each ``meta``.

    Raises
    ------
    UnreadableDocument
        Where there is no HTML in it.
    """
    try:
        root = lxml.html.document_fromstring(data, parser=_parser(data))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"{path.name}: this is no readable HTML") from error
    metadata: dict[str, tuple[str, ...]] = {}
    for meta in root.iter("meta"):
        name, content = meta.get("name"), meta.get("content")
        if name and content:
            metadata[name] = (*metadata.get(name, ()), content)
    body = root.find("body")
    walk = _Walk()
    walk.element(body if body is not None else root)
    return walk.writer.text, tuple(walk.writer.blocks), metadata


def _parser(data: bytes) -> lxml.html.HTMLParser:
    """Return a parser that takes a page for UTF-8 where that holds and the page says nothing."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return lxml.html.HTMLParser()
    return lxml.html.HTMLParser(encoding=None if _CHARSET.search(data[:2000]) else "utf-8")


class _Walk:
    def __init__(self) -> None:
        self.writer = Writer()
        self._runs: list[Run] = []

    def element(self, element: Any, bold: bool = False, **fields: Any) -> None:
        """Write what a block element holds."""
        if not isinstance(element.tag, str) or element.tag in _PASSED:
            return
        if element.tag in _BLOCKS and _NOTES.search(
            f"{element.get('class') or ''} {element.get('id') or ''}"
        ):
            self._flush(**fields)
            for i, item in enumerate(element.iter("li"), start=1):
                self._note(item, str(i))
            return
        by_id = _NOTE_ID.fullmatch(element.get("id") or "")
        if element.tag in _BLOCKS and (by_id or _NOTE.search(element.get("class") or "")):
            self._flush(**fields)
            self._note(element, by_id[1] if by_id else "")
            return
        if element.tag == "tr":
            self._flush(**fields)
            for cell in element:
                self._runs += [*self._inline(cell, bold), Run(" ")]
            self._flush(**fields)
            return
        if element.tag == "li":
            parent = element.getparent()
            ordered = parent is not None and parent.tag == "ol"
            items = [c for c in parent if c.tag == "li"] if parent is not None else []
            start = int(parent.get("start") or 1) if ordered else 1
            fields["number"] = str(start + items.index(element)) if ordered else "•"
        bold = bold or element.tag in _HEADINGS or element.tag in ("b", "strong")
        self._text(element.text, bold)
        for child in element:
            if isinstance(child.tag, str) and child.tag in _BLOCKS:
                self._flush(**fields)
                self.element(child, bold, **fields)
            elif child.tag == "br":
                self._flush(**fields)
            elif any(isinstance(c.tag, str) and c.tag in _BLOCKS for c in child.iterdescendants()):
                self.element(child, bold, **fields)
            else:
                self._runs += self._inline(child, bold)
            self._text(child.tail, bold)
        self._flush(**fields)

    def _text(self, text: str | None, bold: bool) -> None:
        if text:
            self._runs.append(Run(text, bold))

    def _inline(self, element: Any, bold: bool = False, raised: bool = False) -> Iterator[Run]:
        if not isinstance(element.tag, str) or element.tag in _PASSED:
            return
        bold = bold or element.tag in ("b", "strong")
        raised = raised or element.tag == "sup"
        yield Run(element.text or "", bold, raised)
        for child in element:
            yield from self._inline(child, bold, raised)
            yield Run(child.tail or "", bold, raised)

    def _flush(self, **fields: Any) -> None:
        runs, self._runs = self._runs, []
        self.writer.add(runs, **fields)

    def _note(self, element: Any, number: str = "") -> None:
        text = " ".join("".join(element.itertext()).split()).strip(_BACK)
        match = None if number else _NOTE_NUMBER.match(text + " ")
        marker = (
            match[1] if match else number or str(sum(1 for b in self.writer.blocks if b.note) + 1)
        )
        self.writer.add([Run(text[match.end() :] if match else text)], note=marker)
