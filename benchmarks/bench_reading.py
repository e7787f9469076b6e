"""Seconds of work for each format, on documents of the generator, on one core.

The floor of PDF, DOCX and XML is the plain extraction of the text by the same library (pypdfium2,
pandoc, lxml), without sizes, places, notes or structure. The floor of text is what any reader of
it does at the least: NFKC normalisation and one regular expression for each line. `parsed` is
reading and parsing; `rows` also finds what each question asks and makes the rows of the tables.
The best of three runs counts.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pypdfium2
from lxml import etree

from analysis.parsing import parse
from analysis.reading import read
from analysis.tables.rows import rows_of
from benchmarks.timing import fastest
from tests.generator import document

TITLE = "Reading and parsing, by format"

_SIZES = {"txt": 200, "xml": 150, "pdf": 40, "docx": 15}  # documents
_MARKER = re.compile(r"^(?:Vraag|Antwoord)\b.*\d")


def run() -> list[dict[str, object]]:
    """Return a row for each format."""
    with tempfile.TemporaryDirectory() as folder:
        return [_row(kind, size, Path(folder) / kind) for kind, size in _SIZES.items()]


def _row(kind: str, size: int, folder: Path) -> dict[str, object]:
    paths = _written(kind, size, folder)
    megabytes = sum(path.stat().st_size for path in paths) / 1e6
    floor = fastest(lambda: [_FLOORS[kind](path) for path in paths])
    reading = fastest(lambda: [read(path) for path in paths])
    parsed = fastest(lambda: [parse(read(path)) for path in paths])
    everything = fastest(lambda: [_all(path) for path in paths])
    return {
        "format": kind,
        "documents": size,
        "MB": f"{megabytes:.2f}",
        "floor, MB/s": f"{megabytes / floor:.2f}",
        "reading, MB/s": f"{megabytes / reading:.2f}",
        "parsed, MB/s": f"{megabytes / parsed:.2f}",
        "rows, documents/s": f"{size / everything:.1f}",
        "reading / floor": f"{reading / floor:.1f}",
        "parsed / floor": f"{parsed / floor:.1f}",
        "rows / floor": f"{everything / floor:.1f}",
    }


def _written(kind: str, size: int, folder: Path) -> list[Path]:
    folder.mkdir()
    paths = []
    for seed in range(size):
        made = document(seed, format=kind)  # type: ignore[arg-type]
        paths.append(folder / made.name)
        paths[-1].write_bytes(made.data)
    return paths


def _all(path: Path) -> object:
    source = read(path)
    return rows_of(source, parse(source), "d")


def _text_floor(path: Path) -> int:
    text = unicodedata.normalize("NFKC", path.read_text(encoding="utf-8"))
    return sum(_MARKER.match(line) is not None for line in text.splitlines())


def _pdf_floor(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as pdf:
        return sum(len(page.get_textpage().get_text_bounded()) for page in pdf)


def _xml_floor(path: Path) -> int:
    return sum(map(len, etree.fromstring(path.read_bytes()).itertext()))


def _docx_floor(path: Path) -> int:
    return len(pypandoc.convert_file(str(path), "plain"))


_FLOORS: dict[str, Callable[[Path], int]] = {
    "txt": _text_floor,
    "pdf": _pdf_floor,
    "xml": _xml_floor,
    "docx": _docx_floor,
}
